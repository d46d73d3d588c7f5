import Geodesy
import ShortestPaths
import WardwayMap

extension WalkChain {
  /// How far from the ends, in metres, it is looked for a venue that joins streets which nothing else does.
  private static let joiningReach = 2000.0

  /// Returns for each of some ends the venues, beside those of a stop, through which a walk may lead that costs less than
  /// the one that is known; none that does is missing.
  ///
  /// A walk through venues begins with a way over the streets to one of their portals, or ends with one. What that costs
  /// is known to the millisecond; how far it is from there on, as the crow flies, says for nearly all that it can't pay.
  /// Where no walk is known, only venues near the stop and the end are looked at. A venue whose file is damaged is passed by.
  ///
  /// - Parameters:
  ///   - portals: What it costs between the stop and the portals of `excursions`.
  ///   - leaving: Whether walks lead from the stop to the ends.
  ///   - isSearched: Whether the way over the streets to the one end was just searched for.
  /// - Complexity: O(log venues) where none is near enough; else a search a venue.
  func venuesBetween(
    _ stop: Stop, _ portals: PortalCosts, _ excursions: Excursions, leaving: Bool, _ ends: [Passages.End],
    isSearched: Bool = false, _ memory: inout SearchMemory
  ) throws(PlanningError) -> [[JoinedVenue]] {
    var found: [[JoinedVenue]] = ends.map { _ in [] }
    var bound = CrowFlies(from: stop.place.coordinate, pace: streets.prices.leastPace)
    for venue in excursions.venues { bound.pace = min(bound.pace, try stage(in: venue).prices.leastPace) }
    let venues = try passableVenues(near: stop, besides: excursions.venues, ends, &bound)
    if venues.isEmpty { return found }
    let most = ends.reduce(0) { max($0, $1.cost) }
    let seeds = stop.streets + portals.streets(excursions)
    let candidates = try candidates(
      venues, seeds, leaving: leaving, below: most, bound, isSearched: isSearched, &memory)
    let targets = ends.map { (point: bound.point($0.coordinate), cost: $0.cost) }
    for (index, end) in targets.enumerated() {
      let first = candidates.filter { $0.mayPay(to: end.point, end.cost, bound) }
      if first.isEmpty { continue }
      found[index] = candidates.filter { candidate in
        first.contains { $0.venue === candidate.venue }
          || first.contains { $0.mayPay(over: candidate, to: end.point, end.cost, bound) }
      }.map(\.venue)
    }
    return found
  }

  /// The venues that a way to one of some ends may touch.
  private func passableVenues(
    near stop: Stop, besides own: [JoinedVenue], _ ends: [Passages.End], _ bound: inout CrowFlies
  ) throws(PlanningError) -> [JoinedVenue] {
    let (atlas, place) = (joined.atlas, stop.place.coordinate)
    while true {
      let reached = ends.filter { $0.cost < unreachable }
      var ids = atlas.venues(from: place, to: reached.map { ($0.coordinate, bound.reach($0.cost)) })
      if reached.count < ends.count {
        let places = [place] + ends.filter { $0.cost == unreachable }.map(\.coordinate)
        let joining = places.flatMap { atlas.venues(near: $0, within: Self.joiningReach) }
        ids = Set(ids).union(joining).sorted()
      }
      let venues = ids.filter { id in !own.contains { $0.id == id } }.compactMap { joined.passableVenue($0) }
      // One gets on faster on a moving walk.
      var pace = bound.pace
      for venue in venues { pace = min(pace, try stage(in: venue).prices.leastPace) }
      if pace == bound.pace { return venues }
      bound.pace = pace
    }
  }

  /// What each of some venues is to walks that leave some points, or lead there.
  private func candidates(
    _ venues: [JoinedVenue], _ seeds: [SnapPoint], leaving: Bool, below limit: UInt32, _ bound: CrowFlies,
    isSearched: Bool, _ memory: inout SearchMemory
  ) throws(PlanningError) -> [PassedVenue] {
    let free = tariff.undisturbed
    // What is closed or avoided only adds to costs.
    let open = try WalkStage(
      prices: free.prices(on: joined.streets, for: purpose, by: measure, interruption), method: streets.method
    )
    let isFast = open.currentHierarchy != nil
    // Where no hierarchy steers, the search that was made came far enough, unless one gets on faster in a hospital than
    // it took for possible.
    let isReached = isSearched && memory.isLastByAStar && streets.prices.potential.scale * 10 <= bound.pace
    var known: [[UInt32]?] = venues.map {
      isReached ? streets.costsOfLastSearch($0.streetsGateSet, memory) : nil
    }
    var ways: [[Passages.Passage]] = []
    for venue in venues {
      let key = Passages.Key(venue: venue.id, purpose: purpose, measure: measure)
      let passages = try free.passages.value(for: key) { () throws(PlanningError) in
        let inside = try WalkStage(
          prices: free.prices(on: venue.walks, for: purpose, by: measure, interruption),
          method: streets.method)
        return try Passages(venue, inside, over: open, &memory)
      }
      // What is no short cut else may be one where streets are closed.
      ways.append(streets.prices.isOpen ? passages.short : passages.all)
    }
    let useful = venues.indices.filter { !ways[$0].isEmpty }
    if isFast {
      for index in useful {
        known[index] = try open.costs(seeds, venues[index].streetsGateSet, towards: leaving, &memory)
      }
    } else if !isReached, !useful.isEmpty {
      // One sweep for all.
      let gates = PointSet(useful.flatMap { venues[$0].gates }.map { [$0.streets] })
      let swept = try open.costs(seeds, gates, towards: leaving, below: limit, &memory)
      var first = 0
      for index in useful {
        known[index] = Array(swept[first..<first + venues[index].gates.count])
        first += venues[index].gates.count
      }
    }
    return useful.map { PassedVenue(venues[$0], ways[$0], known[$0] ?? [], leaving: leaving, bound) }
  }
}
