import Columns
import ShortestPaths
import WardwayMap

extension DriveFinder {
  /// How much of another drive may be on roads of the best one, in shares of what that takes.
  ///
  /// A vehicle may be in several states on a road, so that the search itself may take one road for two.
  private static let sharing = 0.8

  /// Returns the fastest way from one of `starts` to one of `goals` and good ones beside it, best first.
  ///
  /// - Complexity: That of ``ShortestPaths/HierarchyAlternatives``; where something is closed, that of
  ///   ``ShortestPaths/GraphAlternatives``.
  package mutating func ways(
    from starts: [DrivePoint], to goals: [DrivePoint], at prices: RoadPrices,
    rules: AlternativeRules = AlternativeRules()
  ) -> [DriveWay] {
    guard let best = way(from: starts, to: goals, at: prices) else { return [] }
    let sources = DriveEnds.starts(starts, prices)
    let targets = DriveEnds.goals(goals, prices)
    if alternativeSearch == nil { alternativeSearch = AlternativeSearch("", network.graph) }
    let found = alternativeSearch!.paths(
      prices.isOpen ? prices.metric.hierarchy : nil, for: prices.metric.vehicle, weights: weights(prices),
      from: sources.terminals, to: targets.terminals, rules: rules)
    // The fastest may stay on one edge; then there is nothing beside it.
    guard let first = found.first, first.path.cost == best.cost else { return [best] }
    var ways = [best]
    for path in found.dropFirst() {
      let (start, goal) = (sources.ends[path.path.source], targets.ends[path.path.target])
      arcs = path.arcs
      let way = way(
        from: starts[start.point], start, to: goals[goal.point], goal, cost: path.path.cost, prices)
      let known = Set(ways.flatMap { $0.pieces.map(\.directed) })
      let shared = way.pieces.reduce(UInt64(0)) {
        $0 + (known.contains($1.directed) ? UInt64($1.duration) : 0)
      }
      if Double(shared) <= Self.sharing * Double(best.cost) { ways.append(way) }
    }
    return ways
  }

  private func weights(_ prices: RoadPrices) -> Column<UInt32> {
    if prices.isOpen { return prices.metric.weights }
    return Column(prices.metric.weights.indices.map { prices.weight(ofTurn: $0) })
  }
}
