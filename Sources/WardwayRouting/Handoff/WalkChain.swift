import ShortestPaths
import WardwayMap

/// A stop of a journey, found in the networks that it may be in.
struct Stop {
  var place: ResolvedPlace
  /// Its points in the streets' network.
  var streets: [SnapPoint]
  /// Its points in a venue's network.
  var inside: [SnapPoint] = []
  /// That venue.
  var venue: AttachedVenue?
  /// What it is known by, if it is kept.
  var key: StopMemory.Key?
}

/// A stretch of a walk within one network.
struct WalkHop {
  /// The venue whose network it is; nil for the streets.
  var venue: AttachedVenue?
  var way: FoundWay
}

/// Finds the best walk between two stops over the streets and the venues that the stops are in.
///
/// One search over the streets decides: it starts at the stop's own points and at the portals of the venues,
/// each at what it costs to come out there, and ends likewise. What leads out of a venue and in again is in
/// those costs (``Excursions``). So the answer is the cheapest walk over all of it together. Venues where the
/// journey neither starts nor ends are not walked through.
struct WalkChain {
  let streets: PathFinder
  let streetMetric: Metric
  let search: ChainSearch
  let memory: ExcursionMemory
  let metrics: (AttachedVenue) throws(PlanningError) -> Metric

  /// Returns the hops of the best walk and its cost in milliseconds; nil where there is none.
  func walk(from start: Stop, to end: Stop) throws(PlanningError) -> (hops: [WalkHop], cost: UInt32)? {
    let excursions = try excursions(for: [start, end])
    let out = try portalCosts(of: start, leaving: true, excursions)
    let back = try portalCosts(of: end, leaving: false, excursions)
    let outside = streets.way(
      from: start.streets + out.streets(excursions), to: end.streets + back.streets(excursions),
      metric: streetMetric, restrictions: search.streets, method: search.method)
    let within = try direct(start, end)
    if let within, within.cost <= outside?.cost ?? unreachable {
      return ([WalkHop(venue: start.venue, way: within)], within.cost)
    }
    guard let outside else { return nil }
    return (try hops(from: start, out, over: outside, back, to: end, excursions), outside.cost)
  }

  /// The hops of a walk over the streets, with those from and to the portals where it comes out and goes in.
  func hops(
    from start: Stop, _ out: PortalCosts, over outside: FoundWay, _ back: PortalCosts, to end: Stop,
    _ excursions: Excursions
  ) throws(PlanningError) -> [WalkHop] {
    var hops: [WalkHop] = []
    if let gate = outside.start.portal {
      hops += try excursion(start, out.first[gate], gate, leaving: true, excursions)
    }
    hops.append(WalkHop(venue: nil, way: outside))
    if let gate = outside.end.portal {
      hops += try excursion(end, gate, back.first[gate], leaving: false, excursions)
    }
    return hops.filter { hops.count == 1 || !$0.way.isEmpty }
  }

  /// Returns what the best walk costs between a stop and each of some handoffs on its side.
  ///
  /// - Parameter leaving: Whether the walk leaves the stop, towards the handoffs.
  func costs(_ stop: Stop, _ sites: SiteWalks, leaving: Bool) throws(PlanningError) -> [UInt32] {
    let excursions = try excursions(for: [stop])
    let portals = try portalCosts(of: stop, leaving: leaving, excursions)
    let outside = streets.costs(
      stop.streets + portals.streets(excursions), sites.streets, towards: leaving, metric: streetMetric,
      restrictions: search.streets, method: search.method)
    guard let venue = stop.venue, venue === sites.venue else { return outside }
    let inside = venue.finder.costs(
      stop.inside + portals.inside(excursions), sites.inside, towards: leaving, metric: try metrics(venue),
      restrictions: search.restrictions(in: venue), method: search.method)
    return zip(outside, inside).map { min($0, $1) }
  }

  // MARK: Portals

  /// What it costs between a stop in a venue and each portal, and over which portal first.
  struct PortalCosts {
    var costs: [UInt32] = []
    var first: [Int] = []

    /// The streets' sides of the portals, each at what it costs to get there.
    func streets(_ excursions: Excursions) -> [SnapPoint] {
      reached.map { gate in
        var point = excursions.gates[gate].streets
        point.bias = Excursions.sum(costs[gate], excursions.gates[gate].portal.transfer)
        point.portal = gate
        return point
      }
    }

    /// The venue's sides of the portals, each at what it costs to get there.
    func inside(_ excursions: Excursions) -> [SnapPoint] {
      reached.map { gate in
        var point = excursions.gates[gate].venue
        point.bias = costs[gate]
        return point
      }
    }

    private var reached: [Int] { costs.indices.filter { costs[$0] < unreachable } }
  }

  /// What leads over the portals of the venues that some stops are in.
  func excursions(for stops: [Stop]) throws(PlanningError) -> Excursions {
    var venues: [AttachedVenue] = []
    for stop in stops where !stop.inside.isEmpty {
      if let venue = stop.venue, !venues.contains(where: { $0 === venue }) { venues.append(venue) }
    }
    venues.sort { $0.id < $1.id }
    var venueMetrics: [Metric] = []
    for venue in venues { venueMetrics.append(try metrics(venue)) }
    return try memory.excursions(
      over: venues, isPlain: search.isPlain, profiles: ([streetMetric] + venueMetrics).map(\.profile)
    ) {
      Excursions(venues, venueMetrics, streets, streetMetric, search)
    }
  }

  func portalCosts(
    of stop: Stop, leaving: Bool, _ excursions: Excursions
  ) throws(PlanningError) -> PortalCosts {
    guard let venue = stop.venue, !stop.inside.isEmpty,
      let first = excursions.owners.firstIndex(where: { $0 === venue })
    else { return PortalCosts() }
    let near = venue.finder.costs(
      stop.inside, venue.gateSet, towards: leaving, metric: try metrics(venue),
      restrictions: search.restrictions(in: venue), method: search.method)
    let count = excursions.gates.count
    var result = PortalCosts(
      costs: Array(repeating: unreachable, count: count), first: Array(repeating: 0, count: count))
    for own in near.indices where near[own] < unreachable {
      for gate in 0..<count {
        let between =
          leaving ? excursions.cost(first + own, gate) : excursions.cost(gate, first + own)
        let cost = Excursions.sum(near[own], between)
        if cost < result.costs[gate] {
          result.costs[gate] = cost
          result.first[gate] = first + own
        }
      }
    }
    return result
  }

  // MARK: Hops

  /// The best walk inside the venue where both stops are.
  private func direct(_ start: Stop, _ end: Stop) throws(PlanningError) -> FoundWay? {
    guard let venue = start.venue, let other = end.venue, venue === other else { return nil }
    return try way(in: venue, from: start.inside, to: end.inside)
  }

  private func way(
    in venue: AttachedVenue, from starts: [SnapPoint], to ends: [SnapPoint]
  ) throws(PlanningError) -> FoundWay? {
    venue.finder.way(
      from: starts, to: ends, metric: try metrics(venue), restrictions: search.restrictions(in: venue),
      method: search.method)
  }

  /// The hops between a stop in a venue and the portal where the streets take over.
  func excursion(
    _ stop: Stop, _ from: Int, _ to: Int, leaving: Bool, _ excursions: Excursions
  ) throws(PlanningError) -> [WalkHop] {
    guard let venue = stop.venue else { return [] }
    let gates = excursions.gates
    var hops: [WalkHop] = []
    func inside(_ venue: AttachedVenue, _ starts: [SnapPoint], _ ends: [SnapPoint]) throws(PlanningError) {
      if let way = try way(in: venue, from: starts, to: ends) { hops.append(WalkHop(venue: venue, way: way)) }
    }
    if leaving { try inside(venue, stop.inside, [gates[from].venue]) }
    for hop in excursions.path(from, to) {
      let (a, b) = (gates[hop.from], gates[hop.to])
      if hop.isInside {
        try inside(excursions.owners[hop.from], [a.venue], [b.venue])
      } else if let way = streets.way(
        from: [a.streets], to: [b.streets], metric: streetMetric, restrictions: search.streets,
        method: search.method)
      {
        hops.append(WalkHop(venue: nil, way: way))
      }
    }
    if !leaving { try inside(venue, [gates[to].venue], stop.inside) }
    return hops
  }
}
