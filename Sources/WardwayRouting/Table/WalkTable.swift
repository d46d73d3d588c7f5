import ShortestPaths
import WardwayMap

/// What the best walks come to between all of some stops and all of others.
///
/// Stops without a venue are searched together, and so are those of each venue: for two such groups all that a walk
/// alone would ask for is asked once (``WalkChain``). Where that doesn't pay, or something is closed or avoided, each
/// pair is a walk of its own.
struct WalkTable {
  let streets: WalkNetwork
  let finder: PathFinder
  let memory: ExcursionMemory
  let traveller: Traveller

  /// Stops that are in the same venue, or in none.
  private struct Group {
    var venue: AttachedVenue?
    /// Whether walks from here or to here may use doors that are emergency patients' alone.
    var isEmergency: Bool
    var stops: [Int] = []
  }

  /// - Throws: That the map is damaged.
  func cells(from sources: [Stop], to targets: [Stop]) throws(PlanningError) -> [[TableCell?]] {
    var cells = [[TableCell?]](
      repeating: [TableCell?](repeating: nil, count: targets.count), count: sources.count)
    let (from, to) = (Self.groups(sources), Self.groups(targets))
    for start in from {
      for end in to {
        let isDone = try fill(&cells, start, sources, end, targets)
        if isDone { continue }
        for source in start.stops {
          for target in end.stops {
            let walk = try traveller.walk(from: sources[source], to: targets[target], finder, memory)
            cells[source][target] = walk.map { TableCell(amounts(of: $0.hops)) }
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
    hops.reduce(WalkAmounts()) {
      $0 &+ ($1.venue?.venue.network ?? streets).amounts(of: $1.way, for: traveller.profile)
    }
  }

  /// Fills the cells of two groups, all at once; false if that wouldn't pay.
  private func fill(
    _ cells: inout [[TableCell?]], _ start: Group, _ sources: [Stop], _ end: Group, _ targets: [Stop]
  ) throws(PlanningError) -> Bool {
    let (from, to) = (start.stops.map { sources[$0] }, end.stops.map { targets[$0] })
    guard from.count * to.count > Self.searchesAPair * (from.count + to.count), traveller.isUndisturbed,
      !start.isEmergency, !end.isEmergency, let hierarchy = traveller.metric.hierarchy
    else { return false }
    var within: ((Int) -> [PathFinder.TableWay?])?
    if let venue = start.venue, venue === end.venue {
      within = try venueTable(venue, from, to)
      if within == nil { return false }
    }
    let chain = traveller.chain(finder, memory, from[0], to[0])
    let excursions = try chain.excursions(for: [from[0], to[0]])
    var out = try TableGates(from, leaving: true, chain, excursions)
    var back = try TableGates(to, leaving: false, chain, excursions)
    let starts = finder.side(out.points, leaving: true, traveller.metric, hierarchy)
    let ends = finder.side(back.points, leaving: false, traveller.metric, hierarchy)
    for row in from.indices {
      let outside = finder.ways(from: row, of: starts, to: ends, traveller.metric)
      let inside = within?(row)
      for column in to.indices {
        let way = outside[column]
        if let inside = inside?[column], inside.cost <= way?.cost ?? unreachable {
          cells[start.stops[row]][end.stops[column]] = TableCell(inside.amounts)
        } else if let way {
          let before = try out.amounts(row, way.startPortal, amounts)
          let after = try back.amounts(column, way.endPortal, amounts)
          cells[start.stops[row]][end.stops[column]] = TableCell(before &+ way.amounts &+ after)
        }
      }
    }
    return true
  }

  /// How much longer it takes to prepare a stop for a table than to search a pair: what the highest arcs stand for is
  /// long.
  private static let searchesAPair = 12

  /// Returns what gives the rows of the table within a venue; nil where it has no hierarchy.
  private func venueTable(
    _ venue: AttachedVenue, _ from: [Stop], _ to: [Stop]
  ) throws(PlanningError) -> ((Int) -> [PathFinder.TableWay?])? {
    let metric = try traveller.metric(for: venue)
    guard let hierarchy = metric.hierarchy else { return nil }
    let starts = venue.finder.side(from.map(\.inside), leaving: true, metric, hierarchy)
    let ends = venue.finder.side(to.map(\.inside), leaving: false, metric, hierarchy)
    return { venue.finder.ways(from: $0, of: starts, to: ends, metric) }
  }
}

/// The portals that walks between a table's stops and the streets may take.
private struct TableGates {
  let stops: [Stop]
  let leaving: Bool
  let chain: WalkChain
  let excursions: Excursions
  private let costs: [WalkChain.PortalCosts]
  private var known: [Key: WalkAmounts] = [:]

  private struct Key: Hashable {
    var stop: Int
    var gate: Int
  }

  init(
    _ stops: [Stop], leaving: Bool, _ chain: WalkChain, _ excursions: Excursions
  ) throws(PlanningError) {
    (self.stops, self.leaving, self.chain, self.excursions) = (stops, leaving, chain, excursions)
    var costs: [WalkChain.PortalCosts] = []
    for stop in stops { costs.append(try chain.portalCosts(of: stop, leaving: leaving, excursions)) }
    self.costs = costs
  }

  /// Where each stop's walks may be in the streets: at its own points, and at the portals.
  var points: [[SnapPoint]] {
    zip(stops, costs).map { $0.streets + $1.streets(excursions) }
  }

  /// What the walk between a stop and a portal comes to.
  mutating func amounts(
    _ stop: Int, _ portal: Int?, _ amounts: ([WalkHop]) -> WalkAmounts
  ) throws(PlanningError) -> WalkAmounts {
    guard let gate = portal else { return WalkAmounts() }
    let key = Key(stop: stop, gate: gate)
    if let amounts = known[key] { return amounts }
    let own = costs[stop].first[gate]
    let hops = try chain.excursion(
      stops[stop], leaving ? own : gate, leaving ? gate : own, leaving: leaving, excursions)
    let made = amounts(hops)
    known[key] = made
    return made
  }
}
