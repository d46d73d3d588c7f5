import ShortestPaths
import WardwayMap

extension WalkChain {
  /// What costs less than this many milliseconds has no alternatives worth a thought.
  private static let shortest: UInt32 = 60_000

  /// Returns good walks between two stops other than the best one, and what each costs more than that.
  ///
  /// They take other streets or portals; or they stay in the venue where the best walk leaves it, or the other
  /// way round; or they keep to the best walk but for its part in one venue.
  func otherWalks(
    from start: Stop, to end: Stop, _ memory: inout SearchMemory
  ) throws(PlanningError) -> [(hops: [WalkHop], extra: UInt32)] {
    guard let best = try walk(from: start, to: end, &memory), best.cost >= Self.shortest else { return [] }
    let rules = AlternativeRules()
    let limit = UInt64(Double(best.cost) * (1 + rules.stretch))
    var found: [(hops: [WalkHop], extra: UInt32)] = []
    func add(_ hops: [WalkHop], _ cost: UInt64) {
      guard cost >= best.cost, cost <= limit else { return }
      found.append((hops, UInt32(cost - UInt64(best.cost))))
    }
    let isWithin = best.hops.count == 1 && best.hops[0].venue != nil
    if !isWithin, let venue = start.venue, venue === end.venue {
      let ways = try stage(in: venue).ways(from: start.inside, to: end.inside, rules: rules, &memory)
      for way in ways { add([try within(venue, way)], UInt64(way.cost)) }
    }
    for (index, hop) in best.hops.enumerated() {
      guard let venue = hop.venue, hop.way.cost >= Self.shortest else { continue }
      let (starts, ends) = isWithin ? (start.inside, end.inside) : ([hop.way.start], [hop.way.end])
      let ways = try stage(in: venue).ways(from: starts, to: ends, rules: rules, &memory)
      guard let first = ways.first else { continue }
      for way in ways.dropFirst() {
        var hops = best.hops
        hops[index].way = way
        add(hops, UInt64(best.cost) + UInt64(way.cost - first.cost))
      }
    }
    let portals = best.portals
    let outside = try streets.ways(
      from: portals.starts(start), to: portals.ends(end), rules: rules, &memory)
    for way in outside.dropFirst(isWithin ? 0 : 1) {
      add(try hops(from: start, to: end, over: way, portals, &memory), UInt64(way.cost))
    }
    return found
  }
}
