import ShortestPaths
import WardwayMap

/// A stretch of a walk within one network.
struct WalkHop: Sendable {
  /// What its network takes and costs.
  var prices: WalkPrices
  /// The venue whose network it is; nil for the streets.
  var venue: JoinedVenue?
  var way: FoundWay
}

/// Finds the best walk between two stops over the streets and the venues that the stops are in.
///
/// One search over the streets decides: it starts at the stop's own points and at the portals of the venues,
/// each at what it costs to come out there, and ends likewise. What leads out of a venue and in again is in
/// those costs (``Excursions``). So the answer is the cheapest walk over all of it together. Venues where the
/// journey neither starts nor ends are not walked through.
struct WalkChain {
  let tariff: Tariff
  let purpose: Purpose
  let measure: Measure
  /// Walking the streets.
  let streets: WalkStage
  private let interruption: Interruption?

  /// - Throws: `damagedMap`.
  init(
    _ joined: JoinedAtlas, _ tariff: Tariff, _ method: SearchMethod, for purpose: Purpose = .visit,
    by measure: Measure = .cost, _ interruption: Interruption?
  ) throws(PlanningError) {
    self.interruption = interruption
    (self.tariff, self.purpose, self.measure) = (tariff, purpose, measure)
    streets = WalkStage(
      prices: try tariff.prices(on: joined.streets, for: purpose, by: measure, interruption), method: method)
  }

  /// Walking a venue.
  func stage(in venue: JoinedVenue) throws(PlanningError) -> WalkStage {
    WalkStage(
      prices: try tariff.prices(on: venue.walks, for: purpose, by: measure, interruption),
      method: streets.method)
  }

  /// Returns the hops of the best walk and its cost in milliseconds; nil where there is none.
  func walk(
    from start: Stop, to end: Stop, _ memory: inout SearchMemory
  ) throws(PlanningError) -> (hops: [WalkHop], cost: UInt32)? {
    let excursions = try excursions(for: [start, end], &memory)
    let out = try portalCosts(of: start, leaving: true, excursions, &memory)
    let back = try portalCosts(of: end, leaving: false, excursions, &memory)
    let outside = try streets.way(
      from: start.streets + out.streets(excursions), to: end.streets + back.streets(excursions), &memory)
    let within = try direct(start, end, &memory)
    if let within, within.way.cost <= outside?.cost ?? unreachable { return ([within], within.way.cost) }
    guard let outside else { return nil }
    return (try hops(from: start, out, over: outside, back, to: end, excursions, &memory), outside.cost)
  }

  /// The hops of a walk over the streets, with those from and to the portals where it comes out and goes in.
  func hops(
    from start: Stop, _ out: PortalCosts, over outside: FoundWay, _ back: PortalCosts, to end: Stop,
    _ excursions: Excursions, _ memory: inout SearchMemory
  ) throws(PlanningError) -> [WalkHop] {
    var hops: [WalkHop] = []
    if let gate = outside.start.portal {
      hops += try excursion(start, out.first[gate], gate, leaving: true, excursions, &memory)
    }
    hops.append(overStreets(outside))
    if let gate = outside.end.portal {
      hops += try excursion(end, gate, back.first[gate], leaving: false, excursions, &memory)
    }
    return hops.filter { hops.count == 1 || !$0.way.isEmpty }
  }

  /// Returns what the best walk costs between a stop and each of some handoffs on its side.
  ///
  /// - Parameter leaving: Whether the walk leaves the stop, towards the handoffs.
  func costs(
    _ stop: Stop, _ sites: SiteWalks, leaving: Bool, _ memory: inout SearchMemory
  ) throws(PlanningError) -> [UInt32] {
    let excursions = try excursions(for: [stop], &memory)
    let portals = try portalCosts(of: stop, leaving: leaving, excursions, &memory)
    let outside = try streets.costs(
      stop.streets + portals.streets(excursions), sites.streets, towards: leaving, &memory)
    guard let venue = stop.venue, venue === sites.venue else { return outside }
    let inside = try stage(in: venue).costs(
      stop.inside + portals.inside(excursions), sites.inside, towards: leaving, &memory)
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
        point.bias = costs[gate]
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
  func excursions(
    for stops: [Stop], _ memory: inout SearchMemory
  ) throws(PlanningError) -> Excursions {
    var venues: [JoinedVenue] = []
    for stop in stops where !stop.inside.isEmpty {
      if let venue = stop.venue, !venues.contains(where: { $0 === venue }) { venues.append(venue) }
    }
    venues.sort { $0.id < $1.id }
    guard streets.method == .fastest else { return try excursions(over: venues, &memory) }
    let key = Excursions.Key(venues: venues.map(\.id), purpose: purpose, measure: measure)
    return try tariff.excursions.value(for: key) { () throws(PlanningError) in
      try excursions(over: venues, &memory)
    }
  }

  private func excursions(
    over venues: [JoinedVenue], _ memory: inout SearchMemory
  ) throws(PlanningError) -> Excursions {
    var stages: [WalkStage] = []
    for venue in venues { stages.append(try stage(in: venue)) }
    return try Excursions(venues, stages, streets, &memory)
  }

  func portalCosts(
    of stop: Stop, leaving: Bool, _ excursions: Excursions, _ memory: inout SearchMemory
  ) throws(PlanningError) -> PortalCosts {
    guard let venue = stop.venue, !stop.inside.isEmpty,
      let first = excursions.owners.firstIndex(where: { $0 === venue })
    else { return PortalCosts() }
    let near = try stage(in: venue).costs(stop.inside, venue.gateSet, towards: leaving, &memory)
    let count = excursions.gates.count
    var result = PortalCosts(
      costs: Array(repeating: unreachable, count: count), first: Array(repeating: 0, count: count))
    for own in near.indices where near[own] < unreachable {
      for gate in 0..<count {
        let between =
          leaving ? excursions.cost(first + own, gate) : excursions.cost(gate, first + own)
        let cost = near[own].addingUpToUnreachable(between)
        if cost < result.costs[gate] {
          result.costs[gate] = cost
          result.first[gate] = first + own
        }
      }
    }
    return result
  }

  // MARK: Hops

  func overStreets(_ way: FoundWay) -> WalkHop { WalkHop(prices: streets.prices, venue: nil, way: way) }

  func within(_ venue: JoinedVenue, _ way: FoundWay) throws(PlanningError) -> WalkHop {
    WalkHop(prices: try stage(in: venue).prices, venue: venue, way: way)
  }

  /// The best walk inside the venue where both stops are.
  private func direct(
    _ start: Stop, _ end: Stop, _ memory: inout SearchMemory
  ) throws(PlanningError) -> WalkHop? {
    guard let venue = start.venue, let other = end.venue, venue === other else { return nil }
    let way = try stage(in: venue).way(from: start.inside, to: end.inside, &memory)
    return try way.map { way throws(PlanningError) in try within(venue, way) }
  }

  /// The hops between a stop in a venue and the portal where the streets take over.
  func excursion(
    _ stop: Stop, _ from: Int, _ to: Int, leaving: Bool, _ excursions: Excursions,
    _ memory: inout SearchMemory
  ) throws(PlanningError) -> [WalkHop] {
    guard let venue = stop.venue else { return [] }
    let gates = excursions.gates
    var hops: [WalkHop] = []
    func inside(
      _ venue: JoinedVenue, _ starts: [SnapPoint], _ ends: [SnapPoint], _ memory: inout SearchMemory
    ) throws(PlanningError) {
      let way = try stage(in: venue).way(from: starts, to: ends, &memory)
      if let way { hops.append(try within(venue, way)) }
    }
    if leaving { try inside(venue, stop.inside, [gates[from].venue], &memory) }
    for hop in excursions.path(from, to) {
      let (a, b) = (gates[hop.from], gates[hop.to])
      if hop.isInside {
        try inside(excursions.owners[hop.from], [a.venue], [b.venue], &memory)
      } else if let way = try streets.way(from: [a.streets], to: [b.streets], &memory) {
        hops.append(overStreets(way))
      }
    }
    if !leaving { try inside(venue, [gates[to].venue], stop.inside, &memory) }
    return hops
  }
}
