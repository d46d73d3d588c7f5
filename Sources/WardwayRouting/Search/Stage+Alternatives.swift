import ShortestPaths
import WardwayMap

extension Stage {
  /// Returns the cheapest way from one of `starts` to one of `ends` and good ones beside it, best first.
  ///
  /// Where the cheapest needs no node of the network, there is only that.
  ///
  /// - Throws: That the request is to end.
  /// - Complexity: That of ``ShortestPaths/HierarchyAlternatives``; on a small network, and where something is closed,
  ///   that of ``ShortestPaths/GraphAlternatives``.
  package func ways(
    from starts: [Point], to ends: [Point], rules: AlternativeRules, _ memory: inout SearchMemory
  ) throws(PlanningError) -> [Way] {
    try memory.goOn()
    let direct = direct(starts, ends)
    let sources = terminals(of: starts, leaving: true)
    let targets = terminals(of: ends, leaving: false)
    var search = memory.takeAlternatives(on: prices.graph, of: network, by: Self.mode)
    let found = search.paths(
      currentHierarchy, for: prices.traveller, weights: prices.weights,
      from: sources.map { $0.terminal }, to: targets.map { $0.terminal }, rules: rules)
    memory.putBack(search)
    try memory.goOn()
    if let direct, direct.cost <= found.first?.path.cost ?? unreachable { return [direct] }
    var ways: [Way] = []
    for path in found {
      let (first, last) = (sources[path.path.source], targets[path.path.target])
      let way = way(
        along: path.arcs, cost: path.path.cost, from: starts[first.point], first, to: ends[last.point], last)
      if ways.isEmpty || isOther(way, than: ways) { ways.append(way) }
    }
    return ways
  }
}
