import Geodesy
import ShortestPaths
import WardwayMap

/// A place to get out of the car and into it, found on both networks.
struct HandoffSite {
  var record: HandoffRecord
  var name: String
  /// Where a car comes in.
  var arriving: [DrivePoint]
}

/// The handoffs of the streets or of a venue, joined to the roads; prepared for one vehicle.
final class HandoffSites {
  /// How far a handoff may lie from a road, in metres.
  private static let reach = 100.0

  let sites: [HandoffSite]
  private var table: DriveTable

  init(
    _ records: some Sequence<HandoffRecord>, names: Network, _ drive: inout DriveFinder,
    _ metric: DriveMetric,
    closed: DriveClosures
  ) {
    var sites: [HandoffSite] = []
    for record in records {
      func points(_ level: Level?) -> [DrivePoint] {
        drive.points(near: record.drive, level: level, as: .end, metric: metric, closed: closed)
          .filter { $0.distance <= Self.reach }
      }
      var arriving = points(record.statedLevel)
      if arriving.isEmpty { arriving = points(nil) }
      guard !arriving.isEmpty else { continue }
      let place = names.place(from: record.source)
      sites.append(
        HandoffSite(
          record: record, name: place.map { names.strings[names.places[$0].name] } ?? "", arriving: arriving))
    }
    self.sites = sites
    table = DriveTable(drive.network, metric: metric, closed: closed)
    table.select(goals: sites.map(\.arriving))
  }

  /// The milliseconds from a place to each site, or `unreachable`.
  func costs(from start: [DrivePoint]) -> [UInt32] { table.costs(from: start) }
}
