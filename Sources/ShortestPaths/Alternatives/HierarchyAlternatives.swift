import Columns

/// Finds several good paths on a hierarchy: the best one, and others that are really different.
///
/// Each alternative leads over one node, to which and from which it is a cheapest path. Nodes that both of two
/// relaxed searches reach are tried, the most promising first, and tested by ordinary queries. The same input
/// gives the same paths.
///
/// A workspace for one hierarchy, to keep from query to query.
///
/// Source: Abraham, Delling, Goldberg and Werneck 2013, *Alternative Routes in Road Networks*.
package struct HierarchyAlternatives: ~Copyable, Sendable {
  private let hierarchy: ContractionHierarchy
  private let graph: Graph
  private let weights: Column<UInt32>
  private let index: DescentIndex
  private var query: HierarchyQuery
  private var forward: RelaxedSearch
  private var backward: RelaxedSearch
  private var sources: [Terminal] = []
  private var targets: [Terminal] = []

  /// Makes a workspace.
  ///
  /// - Parameters:
  ///   - graph: The graph of the hierarchy.
  ///   - weights: Those that the hierarchy was built with.
  /// - Complexity: O(*n* + *m*).
  package init(_ hierarchy: ContractionHierarchy, graph: Graph, weights: Column<UInt32>) {
    precondition(hierarchy.nodeCount == graph.nodeCount, "the hierarchy of another graph")
    precondition(weights.count == graph.arcCount, "a weight for every arc")
    self.hierarchy = hierarchy
    self.graph = graph
    self.weights = weights
    index = DescentIndex(hierarchy)
    query = HierarchyQuery(nodeCount: graph.nodeCount)
    forward = RelaxedSearch(nodeCount: graph.nodeCount)
    backward = RelaxedSearch(nodeCount: graph.nodeCount)
  }

  /// Finds the cheapest path from any source to any target and alternatives to it, the best first.
  ///
  /// - Returns: No path where there is none; otherwise the cheapest, then up to `rules.count - 1` others, none
  ///   of which passes a node twice.
  /// - Complexity: Two relaxed searches, and two or three queries a tried candidate.
  package mutating func paths(
    from sources: [Terminal], to targets: [Terminal], rules: AlternativeRules = AlternativeRules()
  ) -> [AlternativePath] {
    (self.sources, self.targets) = (sources, targets)
    var arcs: [UInt32] = []
    guard let best = query.shortestPath(in: hierarchy, from: sources, to: targets, arcs: &arcs) else {
      return []
    }
    let path = AlternativePath(path: best, arcs: arcs)
    var selection = AlternativeSelection(
      best: path, in: graph, weights, from: sources, to: targets, rules)
    guard rules.count > 1, best.cost > 0 else { return selection.chosen }
    let candidates = candidates(beside: path, limit: rules.limit(best.cost))
    selection.choose(among: candidates, by: &self)
    return selection.chosen
  }

  private mutating func candidates(beside best: AlternativePath, limit: UInt32) -> [ViaCandidate] {
    let (hierarchy, index, sources, targets) = (hierarchy, index, sources, targets)
    hierarchy.lend { view in
      forward.run(view, index, from: sources, .away, limit: limit)
      backward.run(view, index, from: targets, .towards, limit: limit)
    }
    let positions = hierarchy.columns.positions
    var onBest: Set<UInt32> = [positions[Int(sources[best.path.source].node)]]
    for arc in best.arcs { onBest.insert(positions[Int(graph.head[Int(arc)])]) }
    let near = TreeTally(forward, beside: backward, onBest)
    let far = TreeTally(backward, beside: forward, onBest)
    var found: [ViaCandidate] = []
    for (position, tally) in near.entries where !onBest.contains(position) {
      guard let other = far.entries[position] else { continue }
      let cost = tally.cost.addingUpToUnreachable(other.cost)
      guard cost <= limit else { continue }
      found.append(
        ViaCandidate(
          node: index.nodes[Int(position)], cost: cost, shared: tally.shared + other.shared,
          plateau: tally.plateau + other.plateau))
    }
    return found.sorted()
  }
}

extension HierarchyAlternatives: ViaSearch {
  mutating func path(over node: UInt32) -> ViaPath? {
    let via = [Terminal(node: node)]
    var (arcs, rest): ([UInt32], [UInt32]) = ([], [])
    guard
      let first = query.shortestPath(in: hierarchy, from: sources, to: via, arcs: &arcs),
      let second = query.shortestPath(in: hierarchy, from: via, to: targets, arcs: &rest)
    else { return nil }
    let cost = first.cost.addingUpToUnreachable(second.cost)
    guard cost != unreachable else { return nil }
    return ViaPath(
      path: FoundPath(cost: cost, source: first.source, target: second.target), arcs: arcs + rest,
      viaIndex: arcs.count)
  }

  mutating func cost(from tail: UInt32?, to head: UInt32?) -> UInt32 {
    query.cost(
      in: hierarchy, from: tail.map { [Terminal(node: $0)] } ?? sources,
      to: head.map { [Terminal(node: $0)] } ?? targets)
  }
}

/// What the tree of a search tells of the paths to its nodes.
private struct TreeTally {
  struct Entry {
    var cost: UInt32
    /// What of the path to here lies on the best one.
    var shared: UInt32
    /// What of it, up to here, the other search goes too, the other way.
    var plateau: UInt32
  }

  private(set) var entries: [UInt32: Entry] = [:]

  init(_ search: borrowing RelaxedSearch, beside other: borrowing RelaxedSearch, _ onBest: Set<UInt32>) {
    entries.reserveCapacity(search.settled.count)
    for number in 0..<search.settled.count {
      let position = search.settled[number]
      guard let label = search.label(Int(position)) else { continue }
      var entry = Entry(cost: label.cost, shared: 0, plateau: 0)
      if label.tail != RelaxedSearch.noTail, let before = entries[label.tail] {
        let isOnBest = onBest.contains(position) && onBest.contains(label.tail)
        entry.shared = before.shared + (isOnBest ? label.step : 0)
        if other.label(Int(label.tail))?.tail == position { entry.plateau = before.plateau + label.step }
      }
      entries[position] = entry
    }
  }
}
