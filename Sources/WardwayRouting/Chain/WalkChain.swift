import ShortestPaths
import WardwayMap

/// Finds the best walk between two stops over the streets and the venues that the stops are in.
///
/// One search over the streets decides: it starts at the stop's own points and at the portals of the venues,
/// each at what it costs to come out there, and ends likewise. What leads out of a venue and in again is in
/// those costs (``Excursions``). So the answer is the cheapest walk over all of it together. Another venue in between
/// is walked through where that is allowed and cheaper: then its portals are among them (``Passages``).
struct WalkChain {
  let joined: JoinedAtlas
  let tariff: Tariff
  let purpose: Purpose
  let measure: Measure
  /// Walking the streets.
  let streets: WalkStage
  let interruption: Interruption?

  /// - Throws: `damagedMap`.
  init(
    _ joined: JoinedAtlas, _ tariff: Tariff, _ method: SearchMethod, for purpose: Purpose = .visit,
    by measure: Measure = .cost, _ interruption: Interruption?
  ) throws(PlanningError) {
    self.joined = joined
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

  /// A walk between two stops, and what it was chosen from.
  struct Walk {
    var hops: [WalkHop]
    /// In milliseconds.
    var cost: UInt32
    var portals: Portals
  }

  /// What leads between two stops and the streets.
  struct Portals {
    var excursions: Excursions
    /// From the first stop.
    var out: PortalCosts
    /// To the second one.
    var back: PortalCosts

    /// Where a search over the streets starts.
    func starts(_ stop: Stop) -> [SnapPoint] { stop.streets + out.streets(excursions) }

    /// Where it ends.
    func ends(_ stop: Stop) -> [SnapPoint] { stop.streets + back.streets(excursions) }
  }

  /// Returns the best walk; nil where there is none.
  func walk(
    from start: Stop, to end: Stop, _ memory: inout SearchMemory
  ) throws(PlanningError) -> Walk? {
    var portals = try portals(from: start, to: end, &memory)
    let within = try direct(start, end, &memory)
    var outside = try streets.way(from: portals.starts(start), to: portals.ends(end), &memory)
    let cost = min(within?.way.cost ?? unreachable, outside?.cost ?? unreachable)
    let between = try venuesBetween(
      start, portals.out, portals.excursions, leaving: true, [Passages.End(of: end, cost: cost)],
      isSearched: true, &memory)[0]
    if !between.isEmpty {
      let wider = try self.portals(from: start, to: end, through: between, &memory)
      let way = try streets.way(from: wider.starts(start), to: wider.ends(end), &memory)
      if let way, way.cost < cost { (portals, outside) = (wider, way) }
    }
    if let within, within.way.cost <= outside?.cost ?? unreachable {
      return Walk(hops: [within], cost: within.way.cost, portals: portals)
    }
    guard let outside else { return nil }
    let hops = try hops(from: start, to: end, over: outside, portals, &memory)
    return Walk(hops: hops, cost: outside.cost, portals: portals)
  }

  /// The hops of a walk over the streets, with those from and to the portals where it comes out and goes in.
  func hops(
    from start: Stop, to end: Stop, over outside: FoundWay, _ portals: Portals, _ memory: inout SearchMemory
  ) throws(PlanningError) -> [WalkHop] {
    var hops: [WalkHop] = []
    if let gate = outside.start.portal {
      hops += try excursion(
        start, portals.out.first[gate], gate, leaving: true, portals.excursions, &memory)
    }
    hops.append(overStreets(outside, from: outside.start.portal.map { portals.excursions.gates[$0] }))
    if let gate = outside.end.portal {
      hops += try excursion(end, gate, portals.back.first[gate], leaving: false, portals.excursions, &memory)
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
    let costs = try costs(stop, portals, excursions, sites, leaving: leaving, &memory)
    let ends = zip(sites.coordinates, costs).map { Passages.End(coordinate: $0, cost: $1) }
    let found = try venuesBetween(stop, portals, excursions, leaving: leaving, ends, &memory)
    let between = found.joined().reduce(into: [JoinedVenue]()) { all, venue in
      if !all.contains(where: { $0 === venue }) { all.append(venue) }
    }
    if between.isEmpty { return costs }
    let wider = try self.excursions(for: [stop], through: between, &memory)
    let ways = try portalCosts(of: stop, leaving: leaving, wider, through: between, &memory)
    let others = try self.costs(stop, ways, wider, sites, leaving: leaving, &memory)
    return zip(costs, others).map { min($0, $1) }
  }

  private func costs(
    _ stop: Stop, _ portals: PortalCosts, _ excursions: Excursions, _ sites: SiteWalks, leaving: Bool,
    _ memory: inout SearchMemory
  ) throws(PlanningError) -> [UInt32] {
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

  /// What leads between two stops and the streets, through some more venues too.
  func portals(
    from start: Stop, to end: Stop, through between: [JoinedVenue] = [], _ memory: inout SearchMemory
  ) throws(PlanningError) -> Portals {
    let excursions = try excursions(for: [start, end], through: between, &memory)
    return Portals(
      excursions: excursions,
      out: try portalCosts(of: start, leaving: true, excursions, through: between, &memory),
      back: try portalCosts(of: end, leaving: false, excursions, &memory))
  }

  /// What leads over the portals of the venues that some stops are in, and of some more.
  func excursions(
    for stops: [Stop], through between: [JoinedVenue] = [], _ memory: inout SearchMemory
  ) throws(PlanningError) -> Excursions {
    var venues = between
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

  /// What it costs between a stop and each portal.
  ///
  /// - Parameter between: Venues that the stop isn't in and whose portals are reached over the streets.
  func portalCosts(
    of stop: Stop, leaving: Bool, _ excursions: Excursions, through between: [JoinedVenue] = [],
    _ memory: inout SearchMemory
  ) throws(PlanningError) -> PortalCosts {
    let count = excursions.gates.count
    var result = PortalCosts(
      costs: Array(repeating: unreachable, count: count), first: Array(repeating: 0, count: count))
    var isReached = false
    func add(_ near: [UInt32], of venue: JoinedVenue) {
      guard let first = excursions.owners.firstIndex(where: { $0 === venue }) else { return }
      for own in near.indices where near[own] < unreachable {
        isReached = true
        for gate in 0..<count {
          let way =
            leaving ? excursions.cost(first + own, gate) : excursions.cost(gate, first + own)
          let cost = near[own].addingUpToUnreachable(way)
          if cost < result.costs[gate] {
            result.costs[gate] = cost
            result.first[gate] = first + own
          }
        }
      }
    }
    if let venue = stop.venue, !stop.inside.isEmpty {
      add(try stage(in: venue).costs(stop.inside, venue.gateSet, towards: leaving, &memory), of: venue)
    }
    for venue in between {
      add(try streets.costs(stop.streets, venue.streetsGateSet, towards: leaving, &memory), of: venue)
    }
    return isReached ? result : PortalCosts()
  }

  // MARK: Hops

  func overStreets(_ way: FoundWay, from gate: Gate? = nil) -> WalkHop {
    WalkHop(prices: streets.prices, venue: nil, way: way, gate: gate)
  }

  func within(
    _ venue: JoinedVenue, _ way: FoundWay, from gate: Gate? = nil
  ) throws(PlanningError) -> WalkHop {
    WalkHop(prices: try stage(in: venue).prices, venue: venue, way: way, gate: gate)
  }

  /// The best walk inside the venue where both stops are.
  private func direct(
    _ start: Stop, _ end: Stop, _ memory: inout SearchMemory
  ) throws(PlanningError) -> WalkHop? {
    guard let venue = start.venue, let other = end.venue, venue === other else { return nil }
    let way = try stage(in: venue).way(from: start.inside, to: end.inside, &memory)
    return try way.map { way throws(PlanningError) in try within(venue, way) }
  }

  /// The hops between a stop and the portal where the last way over the streets begins, or the first one ends.
  func excursion(
    _ stop: Stop, _ from: Int, _ to: Int, leaving: Bool, _ excursions: Excursions,
    _ memory: inout SearchMemory
  ) throws(PlanningError) -> [WalkHop] {
    let gates = excursions.gates
    var hops: [WalkHop] = []
    func inside(
      _ venue: JoinedVenue, _ starts: [SnapPoint], _ ends: [SnapPoint], from gate: Gate?,
      _ memory: inout SearchMemory
    ) throws(PlanningError) {
      let way = try stage(in: venue).way(from: starts, to: ends, &memory)
      if let way { hops.append(try within(venue, way, from: gate)) }
    }
    func outside(
      _ starts: [SnapPoint], _ ends: [SnapPoint], from gate: Gate?, _ memory: inout SearchMemory
    ) throws(PlanningError) {
      if let way = try streets.way(from: starts, to: ends, &memory) {
        hops.append(overStreets(way, from: gate))
      }
    }
    /// Between the stop and the portal that is the first for it, or the last.
    func reach(_ number: Int, _ memory: inout SearchMemory) throws(PlanningError) {
      let (gate, owner) = (gates[number], excursions.owners[number])
      let isOwn = owner === stop.venue && !stop.inside.isEmpty
      let (here, there) = isOwn ? (stop.inside, [gate.venue]) : (stop.streets, [gate.streets])
      let (starts, ends) = leaving ? (here, there) : (there, here)
      let first = leaving ? nil : gate
      if isOwn {
        try inside(owner, starts, ends, from: first, &memory)
      } else {
        try outside(starts, ends, from: first, &memory)
      }
    }
    if leaving { try reach(from, &memory) }
    for hop in excursions.path(from, to) {
      let (a, b) = (gates[hop.from], gates[hop.to])
      if hop.isInside {
        try inside(excursions.owners[hop.from], [a.venue], [b.venue], from: a, &memory)
      } else {
        try outside([a.streets], [b.streets], from: a, &memory)
      }
    }
    if !leaving { try reach(to, &memory) }
    return hops
  }
}
