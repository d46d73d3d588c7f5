/// An end of a search: a node, and what it costs to get to it from the true end, or from it to the true end.
///
/// A place in the middle of an arc is two terminals, a set of doors as many as there are doors.
public struct Terminal: Hashable, Sendable {
  /// The node where the search starts or ends.
  @usableFromInline package var node: UInt32
  /// What lies between the node and the true end; ``unreachable`` takes the terminal out of the search.
  @usableFromInline package var weight: UInt32

  /// Makes a terminal at `node`.
  @inlinable
  package init(node: UInt32, weight: UInt32 = 0) {
    self.node = node
    self.weight = weight
  }

  /// Makes a terminal at a node.
  ///
  /// - Parameter weight: What lies between the node and the true end; ``unreachable`` takes the terminal out of the
  ///   search.
  public init(at node: Int, plus weight: UInt32 = 0) {
    precondition(node >= 0 && node < Graph.capacity, "no such node")
    self.init(node: UInt32(node), weight: weight)
  }
}

/// A cheapest path between two sets of terminals.
package struct FoundPath: Hashable, Sendable {
  /// The weights of the arcs and of both terminals, always below ``unreachable``.
  package var cost: UInt32
  /// The index of the terminal where the path starts.
  package var source: Int
  /// The index of the terminal where the path ends.
  package var target: Int

  /// Makes a path's summary.
  package init(cost: UInt32, source: Int, target: Int) {
    self.cost = cost
    self.source = source
    self.target = target
  }
}

extension [Terminal] {
  /// The index of the cheapest terminal at `node`, the first of equals; there is one.
  func cheapest(at node: Int) -> Int {
    var found = -1
    for (index, terminal) in enumerated() where Int(terminal.node) == node {
      if found < 0 || terminal.weight < self[found].weight { found = index }
    }
    precondition(found >= 0, "no terminal at the end of a path")
    return found
  }
}
