import Geodesy
import Synchronization
import WardwayMap

/// A handoff, joined to the roads.
struct HandoffSite: Sendable {
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

/// The handoffs around a venue or a piece of the streets, prepared for all who go there or come from there.
final class HandoffVicinity: Sendable {
  /// What a vicinity is around.
  enum Center: Hashable, Sendable {
    case venue(NetworkID)
    case cell(row: Int32, column: Int32)
    /// The sides of the roads next to a stop.
    case kerbs(Place, Profile, DrivePoint.Role)
  }

  /// What a vicinity is known by.
  struct Key: Hashable, Sendable {
    var center: Center
    var reach: Double
  }

  /// How far a handoff may lie from a road, in metres.
  private static let roadReach = 100.0
  /// The number of the next vicinity.
  private static let next = Atomic(0)

  let sites: [HandoffSite]
  /// Tells vicinities apart; nil if it is for one request.
  let number: Int?
  /// Where the sites are on foot if nothing is closed.
  let walks = Kept<Profile, SiteWalks>(most: 64)
  /// Where cars come in, site by site.
  let arriving: PointSet<DrivePoint>
  /// Where they come out.
  let departing: PointSet<DrivePoint>

  /// Takes over sites that are joined to the roads already.
  init(_ sites: [HandoffSite], isKept: Bool) {
    self.sites = sites
    arriving = PointSet(sites.map(\.arriving))
    departing = PointSet(sites.map(\.departing))
    number = isKept ? Self.next.add(1, ordering: .relaxed).oldValue : nil
  }

  /// Joins handoffs to the roads; those that no road leads to are left out.
  ///
  /// - Complexity: O(handoffs × log roads).
  convenience init(
    _ records: [(record: HandoffRecord, name: String)], _ snapper: inout Snapper, _ roads: RoadPrices
  ) {
    var sites: [HandoffSite] = []
    for (record, name) in records {
      func points(_ role: DrivePoint.Role, _ level: Level?) -> [DrivePoint] {
        let found = snapper.points(near: record.drive, level: level, as: role, at: roads)
          .filter { $0.distance <= Self.roadReach }
        // Behind a bollard no car gets.
        return roads.joined(found, as: role)
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
    self.init(sites, isKept: true)
  }
}

extension HandoffVicinity.Key {
  /// A cell's side in degrees × 10⁷: some 500 metres.
  private static let cell: Int32 = 50_000
  /// How far outside a venue's box a place in it may lie, in metres.
  private static let margin = 50.0

  /// The vicinity within some metres of a venue's campus or of a place's cell.
  init(around venue: JoinedVenue?, _ place: Coordinate, reach: Double) {
    let (row, column) = (place.latitudeE7 / Self.cell, place.longitudeE7 / Self.cell)
    self.init(center: venue.map { .venue($0.id) } ?? .cell(row: row, column: column), reach: reach)
  }

  /// The handoffs of the vicinity, with their names.
  func records(
    around venue: JoinedVenue?, streets: WalkNetwork
  ) -> [(record: HandoffRecord, name: String)] {
    let box: BoundingBox
    switch center {
    case .venue, .kerbs: box = venue?.description.outline.box ?? BoundingBox([])
    // Division rounds towards zero, so that the cell at zero is twice as wide.
    case .cell(let row, let column):
      box = BoundingBox(
        minLatitudeE7: (row - 1) * Self.cell, minLongitudeE7: (column - 1) * Self.cell,
        maxLatitudeE7: (row + 1) * Self.cell, maxLongitudeE7: (column + 1) * Self.cell)
    }
    let around = box.expanded(byMetres: reach + Self.margin)
    var records: [(HandoffRecord, String)] = []
    for network in [streets] + (venue.map { [$0.network] } ?? []) {
      for record in network.handoffs where around.contains(record.walk) {
        let place = network.place(from: record.source)
        records.append((record, place.map { network.strings[network.places[$0].name] } ?? ""))
      }
    }
    return records
  }
}
