import Geodesy
import ShortestPaths
import WardwayMap

/// A handoff, joined to the roads.
struct HandoffSite {
  var record: HandoffRecord
  var name: String
  /// Where a car comes in.
  var arriving: [DrivePoint]
  /// Where it comes out.
  var departing: [DrivePoint]
}

extension HandoffSite {
  /// How far from the road people get out at most, in metres; across a car park one may have to walk.
  private static let beside = (kerb: 5.0, carPark: 40.0)

  /// Puts the place where one gets out where the car can get, if the map has it elsewhere.
  fileprivate mutating func moveToRoad(_ stop: DrivePoint) {
    let isCarPark = record.kind.isParking && record.kind != .streetParking
    guard stop.distance > (isCarPark ? Self.beside.carPark : Self.beside.kerb) else { return }
    record.drive = stop.coordinate
    record.walk = stop.coordinate
  }
}

/// Where a handoff is on foot: its points of the streets' network and of a venue's.
struct SitePoints {
  var streets: [SnapPoint] = []
  var inside: [SnapPoint] = []
}

/// Where the handoffs of an area are on foot, for one profile.
struct SiteWalks {
  /// The venue that ``inside`` is about.
  let venue: AttachedVenue?
  let streets: PointSet
  let inside: PointSet
  /// The same, site by site.
  let points: [SitePoints]

  init(venue: AttachedVenue?, _ points: [SitePoints]) {
    self.venue = venue
    self.points = points
    streets = PointSet(points.map(\.streets))
    inside = PointSet(points.map(\.inside))
  }
}

/// What a walk between a stop and a handoff depends on besides the handoff, if nothing is closed or avoided.
struct StopWalkKey: Hashable {
  var stop: StopMemory.Key
  /// Whether the walk leaves the stop.
  var isLeft: Bool
}

/// A walk between a stop and a site of an area.
struct SiteWalkKey: Hashable {
  var area: Int
  var site: Int
  var walk: StopWalkKey
}

/// The handoffs around a venue or a piece of the streets, prepared for all who go there or come from there.
final class HandoffArea {
  /// What an area is around.
  enum Center: Hashable {
    case venue(String)
    case cell(row: Int32, column: Int32)
    /// The sides of the roads next to a stop.
    case kerbs(StopMemory.Key, DrivePoint.Role)
  }

  /// How many lists of costs to keep; all are dropped when there are more.
  private static let mostCosts = 1024
  /// How far a handoff may lie from a road, in metres.
  private static let roadReach = 100.0

  let sites: [HandoffSite]
  /// Tells areas apart.
  let number: Int
  /// Where the sites are on foot, by profile.
  var walks: [Profile: SiteWalks] = [:]
  private var costs: [StopWalkKey: [UInt32]] = [:]
  private var tables: [DrivePoint.Role: DriveTable.Many] = [:]

  /// Takes over sites that are joined to the roads already.
  init(_ sites: [HandoffSite], number: Int) {
    self.sites = sites
    self.number = number
  }

  /// Joins handoffs to the roads; those that no road leads to are left out.
  ///
  /// - Complexity: O(handoffs × log roads).
  init(
    _ records: [(record: HandoffRecord, name: String)], number: Int, _ finder: inout DriveFinder,
    _ metric: DriveMetric
  ) {
    var sites: [HandoffSite] = []
    for (record, name) in records {
      func points(_ role: DrivePoint.Role, _ level: Level?) -> [DrivePoint] {
        let found = finder.points(near: record.drive, level: level, as: role, metric: metric)
          .filter { $0.distance <= Self.roadReach }
        // Behind a bollard no car gets.
        let open = found.filter { DriveSnapper.leadsOn($0.edge, role, metric) }
        return open.isEmpty ? found : open
      }
      func points(_ role: DrivePoint.Role) -> [DrivePoint] {
        let stated = record.statedLevel.map { points(role, $0) } ?? []
        return stated.isEmpty ? points(role, nil) : stated
      }
      var site = HandoffSite(
        record: record, name: name, arriving: points(.end), departing: points(.start))
      guard let stop = site.arriving.first else { continue }
      site.moveToRoad(stop)
      sites.append(site)
    }
    self.sites = sites
    self.number = number
  }

  /// Returns what it costs on foot between a stop and each site if nothing is closed, computed the first time
  /// for a stop that is kept.
  func costs(
    _ stop: Stop, leaving: Bool, or make: () throws(PlanningError) -> [UInt32]
  ) throws(PlanningError) -> [UInt32] {
    guard let key = stop.key.map({ StopWalkKey(stop: $0, isLeft: leaving) }) else { return try make() }
    if let known = costs[key] { return known }
    if costs.count >= Self.mostCosts { costs = [:] }
    let made = try make()
    costs[key] = made
    return made
  }

  /// Returns the far end of a table that is about these sites.
  ///
  /// - Parameter role: `end` where journeys by car end at them.
  func far(_ role: DrivePoint.Role, in table: inout DriveTable) -> DriveTable.Many {
    if let known = tables[role] { return known }
    let made = table.prepare(sites.map { role == .end ? $0.arriving : $0.departing }, as: role)
    tables[role] = made
    return made
  }
}

/// What a planner keeps for the roads.
final class RoadMemory {
  /// How many areas to keep; all are dropped when there are more.
  private static let mostAreas = 1024
  /// How many walks to keep; all are dropped when there are more.
  private static let mostWalks = 4096

  let metric: DriveMetric
  var finder: DriveFinder
  var table: DriveTable
  private var areas: [AreaKey: HandoffArea] = [:]
  /// The number of the next area.
  private var number = 0
  /// Walks between stops and handoffs, nil where there is none.
  private(set) var walks: [SiteWalkKey: StopWalk?] = [:]

  private struct AreaKey: Hashable {
    var center: HandoffArea.Center
    var reach: Double
  }

  init(_ network: DriveNetwork, _ metric: DriveMetric) {
    self.metric = metric
    finder = DriveFinder(network)
    table = DriveTable(network, metric: metric)
  }

  /// Returns the handoffs within some metres of a venue's campus or of a place's cell.
  func area(
    around venue: AttachedVenue?, _ place: Coordinate, reach: Double, streets: WalkNetwork
  ) -> HandoffArea {
    let (row, column) = (place.latitudeE7 / Self.cell, place.longitudeE7 / Self.cell)
    let key = AreaKey(
      center: venue.map { .venue($0.id) } ?? .cell(row: row, column: column), reach: reach)
    if let known = areas[key] { return known }
    // Division rounds towards zero, so that the cell at zero is twice as wide.
    let box =
      venue?.venue.description.outline.box
      ?? BoundingBox(
        minLatitudeE7: (row - 1) * Self.cell, minLongitudeE7: (column - 1) * Self.cell,
        maxLatitudeE7: (row + 1) * Self.cell, maxLongitudeE7: (column + 1) * Self.cell)
    let around = box.expanded(byMetres: reach + Self.margin)
    var records: [(HandoffRecord, String)] = []
    for network in [streets] + (venue.map { [$0.venue.network] } ?? []) {
      for record in network.handoffs where around.contains(record.walk) {
        let place = network.place(from: record.source)
        records.append((record, place.map { network.strings[network.places[$0].name] } ?? ""))
      }
    }
    return keep(HandoffArea(records, number: nextNumber(), &finder, metric), key)
  }

  /// Returns the sides of the roads next to a stop, as `make` finds them the first time for a stop that is kept.
  func kerbs(_ stop: Stop, _ role: DrivePoint.Role, or make: () -> [HandoffSite]) -> HandoffArea {
    guard let stop = stop.key else { return HandoffArea(make(), number: nextNumber()) }
    let key = AreaKey(center: .kerbs(stop, role), reach: 0)
    return areas[key] ?? keep(HandoffArea(make(), number: nextNumber()), key)
  }

  /// Keeps a walk.
  func keep(_ walk: StopWalk?, _ key: SiteWalkKey) {
    if walks.count >= Self.mostWalks { walks = [:] }
    walks.updateValue(walk, forKey: key)
  }

  private func nextNumber() -> Int {
    number += 1
    return number
  }

  private func keep(_ area: HandoffArea, _ key: AreaKey) -> HandoffArea {
    if areas.count >= Self.mostAreas { areas = [:] }
    areas[key] = area
    return area
  }

  /// A cell's side in degrees × 10⁷: some 500 metres.
  private static let cell: Int32 = 50_000
  /// How far outside a venue's box a place in it may lie, in metres.
  private static let margin = 50.0
}
