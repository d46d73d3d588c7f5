/// The positions above some terminals in an elimination tree, each once, the lowest first.
struct Ascent: ~Copyable, Sendable {
  /// Where the walks up are, by rising position; more than one only while they are apart.
  private var walks = SlabList<UInt32>(filler: 0)

  /// How many walks there are.
  var count: Int { walks.count }

  /// Adds a terminal's position.
  mutating func begin(at position: Int) {
    let position = UInt32(truncatingIfNeeded: position)
    var index = walks.count
    while index > 0 && walks[index &- 1] > position { index &-= 1 }
    if index > 0 && walks[index &- 1] == position { return }
    walks.append(position)
    var place = walks.count &- 1
    while place > index {
      walks[place] = walks[place &- 1]
      place &-= 1
    }
    walks[index] = position
  }

  /// Ends the last walk, and returns where it was, or −1.
  mutating func last() -> Int { walks.count > 0 ? Int(walks.removeLast()) : -1 }

  /// The next position, or −1 after the last root.
  @inline(__always)
  mutating func next<Upward: UpwardGraph>(_ view: Upward) -> Int {
    guard walks.count > 0 else { return -1 }
    let position = Int(walks.removeLast())
    let parent = view.parent(of: position)
    if parent >= 0 { begin(at: parent) }
    return position
  }
}
