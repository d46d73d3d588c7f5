import Columns

/// A graph with all arcs turned around: a search from a node of it finds what leads to that node.
package struct ReversedGraph: Sendable {
  /// The arcs by what they lead to in the original.
  package let graph: Graph
  /// The arc of the original graph that each arc is.
  package let original: Column<UInt32>

  /// Turns a graph around.
  ///
  /// - Complexity: O(*n* + *m*).
  package init(_ graph: Graph) {
    let sorted = Graph.sorting(nodeCount: graph.nodeCount, tails: Array(graph.head), heads: graph.tails())
    self.graph = sorted.graph
    original = Column(sorted.order)
  }

  /// The weights of the original, arc for arc.
  ///
  /// - Complexity: O(*m*).
  package func weights(_ weights: Column<UInt32>) -> Column<UInt32> {
    precondition(weights.count == original.count, "a weight for every arc")
    return Column(original.map { weights[Int($0)] })
  }
}
