import Geodesy
import WardwayMap

/// What is asked of a journey of which one end is by car, found on the map.
struct CarJourney {
  let request: JourneyRequest
  let tariff: Tariff
  /// Driving the roads.
  let roads: DriveStage
  /// The stops that are walked to or from, in order.
  let stops: [Stop]
  /// The one next to the handoff.
  let near: Stop
  /// The end that is by car, and its points on the roads.
  let home: ResolvedPlace
  let roadPoints: [DrivePoint]

  /// Whether the drive comes first.
  var drivesFirst: Bool { request.drivesFirst }
  /// What the handoff is to the car.
  var role: DrivePoint.Role { drivesFirst ? .end : .start }

  /// The points between which one drives if a handoff serves.
  func drive(at site: HandoffSite) -> (from: [DrivePoint], to: [DrivePoint]) {
    drivesFirst ? (roadPoints, site.arriving) : (site.departing, roadPoints)
  }

  /// Whether a handoff is of the kind that is asked for, for those who travel, and for their car.
  func serves(_ record: HandoffRecord) -> Bool { isFor(record) && fits(into: record) }

  /// Whether a handoff is of the kind that is asked for, and for those who travel.
  func isFor(_ record: HandoffRecord) -> Bool {
    guard record.kind.isParking == (request.car == .parks) else { return false }
    return record.admits(request.profile, endsHere: false)
      || record.admits(request.profile, endsHere: true) && isVisited(at: record)
  }

  /// Whether a handoff is so near to where the journey ends on foot that one counts as a visitor there.
  private func isVisited(at record: HandoffRecord) -> Bool {
    distance(record.walk, near.place.coordinate) <= HandoffRecord.customersReach
      || !near.inside.isEmpty && near.venue?.description.outline.contains(record.walk) == true
  }

  /// Whether somebody is driven to an emergency department.
  var isEmergency: Bool { request.car == .dropsOff && near.place.isEmergencyDepartment }

  /// What changing over takes, in milliseconds.
  func transfer(at record: HandoffRecord) -> UInt32 { record.transfer(for: request.profile) }
}

/// What matters in the choice of a handoff.
struct HandoffPreference {
  /// How much a second of walking counts against one of driving.
  var walkFactor: UInt64 = 1
  /// Whether what costs money is left out.
  var isFree = false

  func score(drive: UInt32, transfer: UInt32, walk: UInt64) -> UInt64 {
    UInt64(drive) + UInt64(transfer) + walk * walkFactor
  }
}

/// A journey by car with the handoff that was chosen.
struct ChosenHandoff {
  var site: HandoffSite
  var drive: DriveWay
  var walk: StopWalk
  /// What the choice went by: the whole cost where walking counts once.
  var score: UInt64
  /// The handoffs nearer to the stop next to it that are too low for the car, the nearest first.
  var tooLow: [HandoffRecord] = []
}

extension JourneyRequest {
  /// Whether the drive comes first, where there is one.
  var drivesFirst: Bool { car == .parks || car == .dropsOff }
}
