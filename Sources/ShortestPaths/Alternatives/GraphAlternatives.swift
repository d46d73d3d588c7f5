import Columns

/// Finds several good paths on a graph without a hierarchy: for small networks, and where weights have changed.
///
/// The same as ``HierarchyAlternatives``, but every node is a candidate, and the two search trees are exact.
///
/// A workspace for one graph, to keep from query to query.
///
/// Source: Abraham, Delling, Goldberg and Werneck 2013, *Alternative Routes in Road Networks* (X-BDV).
package struct GraphAlternatives: ~Copyable, Sendable {
  private let graph: Graph
  private let tails: [UInt32]
  private let reversed: ReversedGraph
  private var forward: CostTree
  private var backward: CostTree
  private var dijkstra: Dijkstra
  private var weights = Column<UInt32>([])
  private var sources: [Terminal] = []
  private var targets: [Terminal] = []

  /// Makes a workspace.
  ///
  /// - Complexity: O(*n* + *m*).
  package init(_ graph: Graph) {
    self.graph = graph
    tails = graph.tails()
    reversed = ReversedGraph(graph)
    forward = CostTree(nodeCount: graph.nodeCount)
    backward = CostTree(nodeCount: graph.nodeCount)
    dijkstra = Dijkstra(nodeCount: graph.nodeCount)
  }

  /// Finds the cheapest path from any source to any target and alternatives to it, the best first.
  ///
  /// - Returns: No path where there is none; otherwise the cheapest, then up to `rules.count - 1` others, none
  ///   of which passes a node twice.
  /// - Complexity: Two searches as far as an alternative may cost, and a small one a tested candidate.
  package mutating func paths(
    weights: Column<UInt32>, from sources: [Terminal], to targets: [Terminal],
    rules: AlternativeRules = AlternativeRules()
  ) -> [AlternativePath] {
    precondition(weights.count == graph.arcCount, "a weight for every arc")
    (self.weights, self.sources, self.targets) = (weights, sources, targets)
    var ends: [UInt32: UInt32] = [:]
    for target in targets { ends[target.node] = min(ends[target.node] ?? unreachable, target.weight) }
    var best = unreachable
    var meeting = -1
    forward.grow(in: graph, weights, from: sources) { settled in
      if let settled, let weight = ends[UInt32(settled.node)],
        settled.cost.addingUpToUnreachable(weight) < best
      {
        best = settled.cost.addingUpToUnreachable(weight)
        meeting = settled.node
      }
      return rules.limit(best)
    }
    guard meeting >= 0, let found = path(over: UInt32(meeting), backwards: false) else { return [] }
    let path = AlternativePath(path: found.path, arcs: found.arcs)
    var selection = AlternativeSelection(
      best: path, in: graph, weights, from: sources, to: targets, rules)
    guard rules.count > 1, best > 0 else { return selection.chosen }
    let limit = rules.limit(best)
    backward.grow(in: reversed.graph, reversed.weights(weights), from: targets) { _ in limit }
    selection.choose(among: candidates(beside: path, limit: limit), by: &self)
    return selection.chosen
  }

  private func candidates(beside best: AlternativePath, limit: UInt32) -> [ViaCandidate] {
    let onBest = Set(best.arcs)
    func shared(_ arc: Int) -> UInt32 { onBest.contains(UInt32(arc)) ? weights[arc] : 0 }
    // What of the path to a node is the best path's, and what of it the other tree goes too.
    var before = [(shared: UInt32, plateau: UInt32)](repeating: (0, 0), count: graph.nodeCount)
    for number in 0..<forward.settled.count {
      let node = Int(forward.settled[number])
      guard let arc = forward.arc(to: node) else { continue }
      let tail = Int(tails[arc])
      let isPlateau = backward.arc(to: tail).map { Int(reversed.original[$0]) } == arc
      before[node].shared = before[tail].shared + shared(arc)
      before[node].plateau = isPlateau ? before[tail].plateau + weights[arc] : 0
    }
    // The same of the path on from there.
    var after = [(shared: UInt32, plateau: UInt32)](repeating: (0, 0), count: graph.nodeCount)
    var found: [ViaCandidate] = []
    for number in 0..<backward.settled.count {
      let node = Int(backward.settled[number])
      if let arc = backward.arc(to: node).map({ Int(reversed.original[$0]) }) {
        let head = Int(graph.head[arc])
        after[node].shared = after[head].shared + shared(arc)
        after[node].plateau = forward.arc(to: head) == arc ? after[head].plateau + weights[arc] : 0
      }
      let cost = forward.cost(node).addingUpToUnreachable(backward.cost(node))
      guard cost <= limit else { continue }
      found.append(
        ViaCandidate(
          node: UInt32(node), cost: cost, shared: before[node].shared + after[node].shared,
          plateau: before[node].plateau + after[node].plateau))
    }
    return found.sorted()
  }

  /// The path over a node, from the trees; without the backward tree it has to end there.
  private func path(over node: UInt32, backwards: Bool) -> ViaPath? {
    var arcs: [UInt32] = []
    var first = Int(node)
    while let arc = forward.arc(to: first) {
      arcs.append(UInt32(arc))
      first = Int(tails[arc])
    }
    arcs.reverse()
    let viaIndex = arcs.count
    var last = Int(node)
    while backwards, let arc = backward.arc(to: last) {
      arcs.append(reversed.original[arc])
      last = Int(graph.head[Int(reversed.original[arc])])
    }
    let (source, target) = (sources.cheapest(at: first), targets.cheapest(at: last))
    let end = backwards ? backward.cost(Int(node)) : targets[target].weight
    let cost = forward.cost(Int(node)).addingUpToUnreachable(end)
    guard cost != unreachable else { return nil }
    return ViaPath(
      path: FoundPath(cost: cost, source: source, target: target), arcs: arcs, viaIndex: viaIndex)
  }
}

extension GraphAlternatives: ViaSearch {
  mutating func path(over node: UInt32) -> ViaPath? { path(over: node, backwards: true) }

  mutating func cost(from tail: UInt32?, to head: UInt32?) -> UInt32 {
    var arcs: [UInt32] = []
    let found = dijkstra.shortestPath(
      in: graph, weights: weights, from: tail.map { [Terminal(node: $0)] } ?? sources,
      to: head.map { [Terminal(node: $0)] } ?? targets, arcs: &arcs)
    return found?.cost ?? unreachable
  }
}
