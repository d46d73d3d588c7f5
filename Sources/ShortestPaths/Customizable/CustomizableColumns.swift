import Columns

/// What a file stores of a customizable hierarchy: nothing of it depends on weights.
///
/// Nodes are renumbered: a *position* is smaller than those of all nodes below, and each node's part of the
/// elimination tree has consecutive positions.
package struct CustomizableColumns: Sendable {
  /// The position of each node of the graph, a permutation.
  package var positions: Column<UInt32>
  /// Where each position's upward arcs start, and, at the end, their number.
  package var firstArc: Column<UInt32>
  /// The smaller position that each upward arc leads to, rising among the arcs of one position.
  package var heads: Column<UInt32>

  /// Gathers columns; a ``CustomizableHierarchy`` checks them.
  package init(positions: Column<UInt32>, firstArc: Column<UInt32>, heads: Column<UInt32>) {
    self.positions = positions
    self.firstArc = firstArc
    self.heads = heads
  }
}

extension CustomizableColumns {
  /// Checks all that customization and queries rely on: positions are a permutation, arcs lead up, what a node
  /// leads to its parent leads to too, and every arc of the graph has an upward arc.
  func validate(_ graph: Graph) throws(GraphError) {
    let count = graph.nodeCount
    guard positions.count == count else {
      throw GraphError(message: "positions of \(positions.count) nodes for \(count) nodes")
    }
    var isTaken = [Bool](repeating: false, count: count)
    for (node, position) in positions.enumerated() {
      guard position < count && !isTaken[Int(position)] else {
        throw GraphError(message: "positions: node \(node) is at \(position), taken or out of range")
      }
      isTaken[Int(position)] = true
    }
    try checkOffsets(firstArc, end: heads.count, name: "firstArc")
    guard firstArc.count == count + 1 else {
      throw GraphError(message: "firstArc describes \(firstArc.count - 1) of \(count) nodes")
    }
    for position in 0..<count { try checkHeads(of: position) }
    try checkNesting()
  }

  private func arcs(_ position: Int) -> Range<Int> { firstArc.range(position) }

  private func checkHeads(of position: Int) throws(GraphError) {
    let arcs = arcs(position)
    for arc in arcs {
      guard heads[arc] < position && (arc == arcs.lowerBound || heads[arc - 1] < heads[arc]) else {
        throw GraphError(message: "heads: arc \(arc) of position \(position) leads to \(heads[arc])")
      }
    }
    // All but the parent, which is the last, are found among the parent's.
    guard let parent = arcs.last.map({ Int(heads[$0]) }) else { return }
    let above = self.arcs(parent)
    var index = above.lowerBound
    for arc in arcs.dropLast() {
      while index < above.upperBound && heads[index] < heads[arc] { index += 1 }
      guard index < above.upperBound && heads[index] == heads[arc] else {
        throw GraphError(message: "heads: arc \(arc) has no arc above it, from \(parent) to \(heads[arc])")
      }
    }
  }

  /// Checks that positions are those of a walk through the elimination tree, a node before what is below it.
  private func checkNesting() throws(GraphError) {
    var path: [UInt32] = []
    for position in 0..<(firstArc.count - 1) {
      let parent = arcs(position).last.map { heads[$0] }
      while let last = path.last, last != parent { path.removeLast() }
      guard path.last == parent else {
        throw GraphError(message: "positions: \(position) is apart from what is below \(parent ?? 0)")
      }
      path.append(UInt32(position))
    }
  }
}
