import Columns
import ShortestPaths
import WardwayMap

/// The memory in which alternatives on one network are searched, kept from request to request.
struct AlternativeSearch: ~Copyable, Sendable {
  /// Up to how many nodes a network is searched in whole: more is found, and it doesn't take long.
  private static let small = 4000

  /// The network.
  let network: NetworkID
  /// How it is travelled.
  let mode: Leg.Mode
  private let graph: Graph
  private var plain: GraphAlternatives?
  /// The last hierarchy that was searched, and what it is for.
  private var prepared: HierarchyAlternatives?
  private var key: (any Hashable & Sendable)?

  init(_ network: NetworkID, _ mode: Leg.Mode, _ graph: Graph) {
    (self.network, self.mode, self.graph) = (network, mode, graph)
  }

  /// The best path and good ones beside it.
  ///
  /// - Parameter key: Whom or what the weights are for; a hierarchy's weights are the same for the same key.
  mutating func paths(
    _ hierarchy: ContractionHierarchy?, for key: some Hashable & Sendable, weights: Column<UInt32>,
    from sources: [Terminal], to targets: [Terminal], rules: AlternativeRules
  ) -> [AlternativePath] {
    guard let hierarchy, graph.nodeCount > Self.small else {
      if plain == nil { plain = GraphAlternatives(graph) }
      return plain!.paths(weights: weights, from: sources, to: targets, rules: rules)
    }
    if prepared == nil || self.key.map({ AnyHashable($0) }) != AnyHashable(key) {
      prepared = HierarchyAlternatives(hierarchy, graph: graph, weights: weights)
      self.key = key
    }
    return prepared!.paths(from: sources, to: targets, rules: rules)
  }
}
