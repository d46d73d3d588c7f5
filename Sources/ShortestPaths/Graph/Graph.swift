import Columns

/// The topology of a directed graph: every node's outgoing arcs, one node after the other.
///
/// Parallel arcs and self-loops are allowed. Weights live apart, in a column with one weight an arc, so that
/// many metrics can share a topology.
@usableFromInline
package struct Graph: Sendable {
  /// Where each node's arcs start, and, at the end, the number of arcs.
  @usableFromInline package let firstOut: Column<UInt32>
  /// The node that each arc leads to.
  @usableFromInline package let head: Column<UInt32>

  /// The number of nodes.
  @inlinable package var nodeCount: Int { firstOut.count - 1 }
  /// The number of arcs.
  @inlinable package var arcCount: Int { head.count }

  /// Makes a graph of columns that may come out of a file.
  ///
  /// - Throws: A `GraphError` unless `firstOut` rises from 0 to the number of arcs and every head is a node.
  /// - Complexity: O(*n* + *m*) for *n* nodes and *m* arcs.
  package init(firstOut: Column<UInt32>, head: Column<UInt32>) throws(GraphError) {
    try checkOffsets(firstOut, end: head.count, name: "firstOut")
    let nodeCount = firstOut.count - 1
    for (arc, node) in head.enumerated() where node >= nodeCount {
      throw GraphError(message: "arc \(arc) leads to node \(node) of \(nodeCount)")
    }
    self.init(valid: firstOut, head)
  }

  /// Makes a graph of columns that are known to be sound.
  @unsafe package init(unchecked firstOut: Column<UInt32>, _ head: Column<UInt32>) {
    self.init(valid: firstOut, head)
  }

  private init(valid firstOut: Column<UInt32>, _ head: Column<UInt32>) {
    self.firstOut = firstOut
    self.head = head
  }

  /// Sorts arcs by tail; `order[i]` is the index in the input of the graph's arc `i`.
  ///
  /// Stable: arcs of one tail keep their order. Tails and heads have to be below `nodeCount`.
  ///
  /// - Complexity: O(*n* + *m*).
  package static func sorting(
    nodeCount: Int, tails: [UInt32], heads: [UInt32]
  ) -> (graph: Graph, order: [UInt32]) {
    precondition(nodeCount >= 0 && nodeCount <= Graph.capacity, "a graph's number of nodes is out of range")
    precondition(tails.count == heads.count && tails.count <= Graph.capacity, "as many tails as heads")
    var firstOut = [UInt32](repeating: 0, count: nodeCount + 1)
    for tail in tails { firstOut[Int(tail) + 1] += 1 }
    for node in 0..<nodeCount { firstOut[node + 1] += firstOut[node] }
    var next = firstOut
    var order = [UInt32](repeating: 0, count: tails.count)
    var sorted = order
    for (index, tail) in tails.enumerated() {
      precondition(heads[index] < nodeCount, "an arc's head is no node")
      let arc = Int(next[Int(tail)])
      next[Int(tail)] += 1
      order[arc] = UInt32(index)
      sorted[arc] = heads[index]
    }
    return (Graph(valid: Column(firstOut), Column(sorted)), order)
  }

  /// The arcs that leave `node`.
  @inlinable
  package func arcs(from node: UInt32) -> Range<Int> {
    firstOut.range(Int(node))
  }

  /// The node that `arc` leaves.
  ///
  /// - Complexity: O(log *n*).
  package func tail(of arc: Int) -> UInt32 {
    precondition(arc >= 0 && arc < arcCount, "no such arc")
    return UInt32(firstOut.partitioningIndex { $0 > arc } - 1)
  }

  /// The node that each arc leaves.
  ///
  /// - Complexity: O(*n* + *m*).
  package func tails() -> [UInt32] {
    var tails: [UInt32] = []
    tails.reserveCapacity(arcCount)
    for node in 0..<UInt32(nodeCount) {
      for _ in arcs(from: node) { tails.append(node) }
    }
    return tails
  }

  /// The most nodes or arcs that a graph may have: 2³¹ − 1.
  static let capacity = Int(Int32.max)
}

/// Checks that offsets start at 0, never fall and end at `end`.
func checkOffsets(_ offsets: Column<UInt32>, end: Int, name: String) throws(GraphError) {
  guard offsets.count > 0 else { throw GraphError(message: "\(name) is empty") }
  guard offsets.count - 1 <= Graph.capacity && end <= Graph.capacity else {
    throw GraphError(message: "\(name) describes more than \(Graph.capacity) nodes or arcs")
  }
  guard offsets[0] == 0 else { throw GraphError(message: "\(name) starts at \(offsets[0]), not at 0") }
  for node in 1..<max(offsets.count, 1) where offsets[node] < offsets[node - 1] {
    throw GraphError(message: "\(name) falls at index \(node)")
  }
  guard offsets[offsets.count - 1] == end else {
    throw GraphError(message: "\(name) ends at \(offsets[offsets.count - 1]), not at \(end)")
  }
}
