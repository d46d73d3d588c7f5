import Columns
import ShortestPaths

/// The memory in which alternatives on one network are searched, kept from request to request.
final class AlternativeSearch {
  /// Up to how many nodes a network is searched in whole: more is found, and it doesn't take long.
  private static let small = 4000

  private let graph: Graph
  private var plain: GraphAlternatives?
  /// The last hierarchy that was searched, by the name of what it is for.
  private var prepared: (key: AnyHashable, search: HierarchySearch)?

  private final class HierarchySearch {
    var alternatives: HierarchyAlternatives

    init(_ alternatives: consuming HierarchyAlternatives) { self.alternatives = alternatives }
  }

  init(_ graph: Graph) { self.graph = graph }

  /// The best path and good ones beside it.
  ///
  /// - Parameter key: Whom or what the weights are for; a hierarchy's weights are the same for the same key.
  func paths(
    _ hierarchy: ContractionHierarchy?, for key: AnyHashable, weights: Column<UInt32>,
    from sources: [Terminal], to targets: [Terminal], rules: AlternativeRules
  ) -> [AlternativePath] {
    guard let hierarchy, graph.nodeCount > Self.small else {
      var search = plain.take() ?? GraphAlternatives(graph)
      let found = search.paths(weights: weights, from: sources, to: targets, rules: rules)
      plain = consume search
      return found
    }
    if let prepared, prepared.key == key {
      return prepared.search.alternatives.paths(from: sources, to: targets, rules: rules)
    }
    let made = HierarchySearch(HierarchyAlternatives(hierarchy, graph: graph, weights: weights))
    prepared = (key, made)
    return made.alternatives.paths(from: sources, to: targets, rules: rules)
  }
}
