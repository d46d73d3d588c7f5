/// A one-way connection between two nodes, and what it costs to travel it.
///
/// Nodes are numbered from 0 without large gaps. What can be travelled both ways is two arcs. Several arcs may join the
/// same nodes, and an arc may lead back to where it starts.
public struct Arc: Hashable, Sendable {
  /// The node that it leaves.
  public var tail: Int
  /// The node that it leads to.
  public var head: Int
  /// What it costs, in any unit; ``unreachable`` closes the arc.
  public var weight: UInt32

  /// Makes an arc from one node to another.
  public init(from tail: Int, to head: Int, weight: UInt32) {
    self.tail = tail
    self.head = head
    self.weight = weight
  }
}
