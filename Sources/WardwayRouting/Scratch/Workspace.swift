/// The memory that a request needs while it is answered; nothing in it outlives the answer.
struct Workspace: ~Copyable, Sendable {
  var searches = SearchMemory()
  var snapper = Snapper()
}
