import ShortestPaths
import WardwayMap

extension Planner {
  /// Returns good walks beside the best one, each with another way between two of its stops; cheapest first.
  mutating func otherWalks(_ request: JourneyRequest) throws(PlanningError) -> [Journey] {
    let (best, traveller) = try walk(request, .fastest)
    var found: [StopWalk] = []
    for index in best.hops.indices {
      let others = try traveller.otherWalks(
        from: best.stops[index], to: best.stops[index + 1], streets, excursions)
      for other in others {
        var walk = best
        walk.hops[index] = other.hops
        walk.cost += UInt64(other.extra)
        found.append(walk)
      }
    }
    // Sorting is stable in effect: of equals, the one found first stays first.
    let order = found.indices.sorted { (found[$0].cost, $0) < (found[$1].cost, $1) }
    return order.map { number in
      var journey = journey(along: found[number], request, traveller)
      finish(&journey, request)
      return journey
    }
  }

  /// Returns journeys with other drives than the best one's, and all else the same; fastest first.
  mutating func otherDrives(_ request: JourneyRequest) throws(PlanningError) -> [Journey] {
    var found: [Journey] = []
    if case .waits = request.car {
      found = try planBack(request, .fastest) { finder, from, to, metric, closed in
        finder.ways(from: from, to: to, metric: metric, closed: closed)
      }
    } else {
      let journey = try carJourney(request, .fastest)
      guard var chosen = try bestHandoff(of: journey) else { return [] }
      let points = journey.drivesFirst ? chosen.site.arriving : chosen.site.departing
      let (from, to) = journey.drivesFirst ? (journey.roadPoints, points) : (points, journey.roadPoints)
      let ways = roads!.finder.ways(
        from: from, to: to, metric: roads!.metric, closed: journey.closed)
      found = ways.map { way in
        chosen.drive = way
        return assemble(journey, chosen)
      }
    }
    for index in found.indices { finish(&found[index], request) }
    return Array(found.dropFirst())
  }
}
