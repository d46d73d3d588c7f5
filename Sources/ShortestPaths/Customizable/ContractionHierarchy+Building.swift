import Columns

extension ContractionHierarchy {
  /// Contracts a graph's nodes in an order, and keeps only arcs that cheapest paths need.
  ///
  /// For several weights of one graph make a ``CustomizableHierarchy`` once, and this of each ``CustomizedMetric``.
  ///
  /// - Parameters:
  ///   - order: All nodes, the first to be contracted first; by default that of a ``NestedDissection`` which doesn't
  ///     know where nodes lie.
  ///   - threads: How many threads may work at once; the hierarchy doesn't depend on it.
  /// - Complexity: That of the order, and O(*t*) for *t* triangles of the customizable hierarchy.
  package static func build(
    graph: Graph, weights: Column<UInt32>, order: [UInt32]? = nil, threads: Int = 1
  ) -> ContractionHierarchy {
    precondition(weights.count == graph.arcCount, "a weight for every arc")
    let order = order ?? NestedDissection(threads: threads).order(of: graph)
    let topology = CustomizableHierarchy.build(graph: graph, order: order)
    return CustomizedMetric(topology, weights: weights, threads: threads).contractionHierarchy()
  }
}
