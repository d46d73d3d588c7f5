import ShortestPaths
import WardwayMap

extension WalkStage {
  /// Returns the cheapest way from one of `starts` to one of `ends` and good ones beside it, best first.
  ///
  /// Where the cheapest stays on one edge or crosses one area straight, there is only that.
  func ways(
    from starts: [SnapPoint], to ends: [SnapPoint], rules: AlternativeRules, _ memory: inout SearchMemory
  ) throws(PlanningError) -> [FoundWay] {
    try memory.goOn()
    let direct = direct(starts, ends)
    let sources = terminals(of: starts, leaving: true)
    let targets = terminals(of: ends, leaving: false)
    var search = memory.takeAlternatives(prices.joined)
    let found = search.paths(
      currentHierarchy, for: prices.profile, weights: prices.weights, from: sources.map(\.terminal),
      to: targets.map(\.terminal), rules: rules)
    memory.putBack(search)
    try memory.goOn()
    if let direct, direct.cost <= found.first?.path.cost ?? unreachable { return [direct] }
    return found.map { way in
      let (source, target) = (sources[way.path.source], targets[way.path.target])
      return FoundWay(
        pieces: pieces(
          along: way.arcs, from: starts[source.point], source.isForward, to: ends[target.point],
          target.isForward),
        cost: way.path.cost, start: starts[source.point], end: ends[target.point])
    }
  }
}

extension SearchMemory {
  fileprivate mutating func takeAlternatives(_ joined: JoinedNetwork) -> AlternativeSearch {
    let known = joined.id == NetworkID.streets ? streetAlternatives.take() : venueAlternatives.take()
    if let known, known.network == joined.id { return known }
    return AlternativeSearch(joined.id, joined.network.graph)
  }

  fileprivate mutating func putBack(_ search: consuming AlternativeSearch) {
    if search.network == NetworkID.streets {
      streetAlternatives = consume search
    } else {
      venueAlternatives = consume search
    }
  }
}
