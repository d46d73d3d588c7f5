import ShortestPaths
import WardwayMap

/// What the best walks come to between all of some stops and all of others.
///
/// Stops without a venue are searched together, and so are those of each venue: for two such groups all that a walk
/// alone would ask for is asked once (``WalkChain``). Where that doesn't pay, or something is closed or avoided, each
/// pair is a walk of its own.
struct WalkTable {
  let finder: WalkFinder

  /// Stops that are in the same venue, or in none.
  private struct Group {
    var venue: JoinedVenue?
    /// Whether walks from here or to here may use doors that are emergency patients' alone.
    var isEmergency: Bool
    var stops: [Int] = []
  }

  /// - Throws: That the map is damaged.
  func cells(
    from sources: [Stop], to targets: [Stop], _ memory: inout SearchMemory
  ) throws(PlanningError) -> [[TableCell?]] {
    var cells = [[TableCell?]](
      repeating: [TableCell?](repeating: nil, count: targets.count), count: sources.count)
    let (from, to) = (Self.groups(sources), Self.groups(targets))
    for start in from {
      for end in to {
        let isDone = try fill(&cells, start, sources, end, targets, &memory)
        if isDone { continue }
        for source in start.stops {
          for target in end.stops {
            let (from, to) = (sources[source], targets[target])
            let chain = try finder.chain(from: from, to: to, memory)
            cells[source][target] = try cell(from, to, chain, &memory)
          }
        }
      }
    }
    return cells
  }

  private static func groups(_ stops: [Stop]) -> [Group] {
    var groups: [Group] = []
    for (index, stop) in stops.enumerated() {
      let venue = stop.inside.isEmpty ? nil : stop.venue
      let isEmergency = stop.place.isEmergencyDepartment
      let known = groups.firstIndex { $0.venue === venue && $0.isEmergency == isEmergency }
      if known == nil { groups.append(Group(venue: venue, isEmergency: isEmergency)) }
      groups[known ?? groups.count - 1].stops.append(index)
    }
    return groups
  }

  private func amounts(of hops: [WalkHop]) -> WalkAmounts {
    hops.reduce(WalkAmounts()) { $0 &+ $1.prices.amounts(of: $1.way) }
  }

  /// Fills the cells of two groups, all at once; false if that wouldn't pay.
  private func fill(
    _ cells: inout [[TableCell?]], _ start: Group, _ sources: [Stop], _ end: Group, _ targets: [Stop],
    _ memory: inout SearchMemory
  ) throws(PlanningError) -> Bool {
    let (from, to) = (start.stops.map { sources[$0] }, end.stops.map { targets[$0] })
    guard from.count * to.count > Self.searchesAPair * (from.count + to.count),
      finder.tariff.key.isUndisturbed, !start.isEmergency, !end.isEmergency
    else { return false }
    let chain = try finder.chain(from: from[0], to: to[0], memory)
    guard let hierarchy = chain.streets.currentHierarchy else { return false }
    var within: VenueTable?
    if let venue = start.venue, venue === end.venue {
      within = try VenueTable(try chain.stage(in: venue), from, to, &memory)
      if within == nil { return false }
    }
    let excursions = try chain.excursions(for: [from[0], to[0]], &memory)
    var out = try TableGates(from, leaving: true, chain, excursions, &memory)
    var back = try TableGates(to, leaving: false, chain, excursions, &memory)
    let starts = try chain.streets.side(out.points, leaving: true, hierarchy, &memory)
    let ends = try chain.streets.side(back.points, leaving: false, hierarchy, &memory)
    for row in from.indices {
      try memory.goOn()
      let outside = chain.streets.ways(from: row, of: starts, to: ends, &memory)
      let inside = within?.ways(from: row, &memory)
      var found = to.map { Passages.End(of: $0, cost: unreachable) }
      for column in to.indices {
        let way = outside[column]
        var cell: TableCell?
        if let inside = inside?[column], inside.cost <= way?.cost ?? unreachable {
          found[column].cost = inside.cost
          cell = TableCell(cost: UInt64(inside.cost), inside.amounts)
        } else if let way {
          found[column].cost = way.cost
          let before = try out.amounts(row, way.startPortal, amounts, &memory)
          let after = try back.amounts(column, way.endPortal, amounts, &memory)
          cell = TableCell(cost: UInt64(way.cost), before &+ way.amounts &+ after)
        }
        cells[start.stops[row]][end.stops[column]] = cell
      }
      // Where a venue in between may be walked through, the pair is a walk of its own.
      let between = try chain.venuesBetween(
        from[row], out.costs[row], excursions, leaving: true, found, &memory)
      for column in to.indices where !between[column].isEmpty {
        cells[start.stops[row]][end.stops[column]] = try cell(from[row], to[column], chain, &memory)
      }
    }
    return true
  }

  private func cell(
    _ from: Stop, _ to: Stop, _ chain: WalkChain, _ memory: inout SearchMemory
  ) throws(PlanningError) -> TableCell? {
    try chain.walk(from: from, to: to, &memory).map {
      TableCell(cost: UInt64($0.cost), amounts(of: $0.hops))
    }
  }

  /// How much longer it takes to prepare a stop for a table than to search a pair: what the highest arcs stand for is
  /// long.
  private static let searchesAPair = 12
}

/// The part of a table that stays within a venue.
private struct VenueTable {
  private let stage: WalkStage
  private let starts: WalkStage.TableSide
  private let ends: WalkStage.TableSide

  /// Nothing where the venue has no hierarchy.
  init?(
    _ stage: WalkStage, _ from: [Stop], _ to: [Stop], _ memory: inout SearchMemory
  ) throws(PlanningError) {
    guard let hierarchy = stage.currentHierarchy else { return nil }
    self.stage = stage
    starts = try stage.side(from.map(\.inside), leaving: true, hierarchy, &memory)
    ends = try stage.side(to.map(\.inside), leaving: false, hierarchy, &memory)
  }

  func ways(from row: Int, _ memory: inout SearchMemory) -> [WalkStage.TableWay?] {
    stage.ways(from: row, of: starts, to: ends, &memory)
  }
}

/// The portals that walks between a table's stops and the streets may take.
private struct TableGates {
  let stops: [Stop]
  let leaving: Bool
  let chain: WalkChain
  let excursions: Excursions
  let costs: [WalkChain.PortalCosts]
  private var known: [Key: WalkAmounts] = [:]

  private struct Key: Hashable {
    var stop: Int
    var gate: Int
  }

  init(
    _ stops: [Stop], leaving: Bool, _ chain: WalkChain, _ excursions: Excursions,
    _ memory: inout SearchMemory
  ) throws(PlanningError) {
    (self.stops, self.leaving, self.chain, self.excursions) = (stops, leaving, chain, excursions)
    var costs: [WalkChain.PortalCosts] = []
    for stop in stops { costs.append(try chain.portalCosts(of: stop, leaving: leaving, excursions, &memory)) }
    self.costs = costs
  }

  /// Where each stop's walks may be in the streets: at its own points, and at the portals.
  var points: [[SnapPoint]] {
    zip(stops, costs).map { $0.streets + $1.streets(excursions) }
  }

  /// What the walk between a stop and a portal comes to.
  mutating func amounts(
    _ stop: Int, _ portal: Int?, _ amounts: ([WalkHop]) -> WalkAmounts, _ memory: inout SearchMemory
  ) throws(PlanningError) -> WalkAmounts {
    guard let gate = portal else { return WalkAmounts() }
    let key = Key(stop: stop, gate: gate)
    if let amounts = known[key] { return amounts }
    let own = costs[stop].first[gate]
    let hops = try chain.excursion(
      stops[stop], leaving ? own : gate, leaving ? gate : own, leaving: leaving, excursions,
      &memory)
    let made = amounts(hops)
    known[key] = made
    return made
  }
}
