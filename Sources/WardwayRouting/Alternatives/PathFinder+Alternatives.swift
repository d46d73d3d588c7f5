import ShortestPaths
import WardwayMap

extension PathFinder {
  /// Returns the cheapest way from one of `starts` to one of `ends` and good ones beside it, best first.
  ///
  /// Where the cheapest stays on one edge or crosses one area straight, there is only that.
  func ways(
    from starts: [SnapPoint], to ends: [SnapPoint], metric: Metric, restrictions: Restrictions,
    rules: AlternativeRules
  ) -> [FoundWay] {
    let direct = direct(starts, ends, metric, restrictions)
    let sources = terminals(of: starts, leaving: true, metric, restrictions)
    let targets = terminals(of: ends, leaving: false, metric, restrictions)
    let search = alternativeSearch ?? AlternativeSearch(network.graph)
    alternativeSearch = search
    let found = search.paths(
      restrictions.isEmpty ? metric.hierarchy : nil, for: metric.profile,
      weights: weights(metric, restrictions), from: sources.map(\.terminal), to: targets.map(\.terminal),
      rules: rules)
    if let direct, direct.cost <= found.first?.path.cost ?? unreachable { return [direct] }
    return found.map { way in
      let (source, target) = (sources[way.path.source], targets[way.path.target])
      arcs = way.arcs
      return FoundWay(
        pieces: pieces(
          from: starts[source.point], source.isForward, to: ends[target.point], target.isForward),
        cost: way.path.cost, start: starts[source.point], end: ends[target.point])
    }
  }
}
