import Geodesy
import WardwayMap

/// Puts the walk and the drive of a journey together.
struct CarAssembler {
  /// From how far on, in metres as the crow flies, people wonder whether there is no car park nearer.
  private static let distantCarPark = 400.0

  let snapshot: Snapshot
  let journey: CarJourney

  /// Returns the journey over a handoff that was chosen.
  func journey(over chosen: ChosenHandoff) throws(PlanningError) -> Journey {
    let record = chosen.site.record
    let transfer = journey.transfer(at: record)
    var found =
      journey.drivesFirst
      ? driving(chosen.drive, to: chosen.site, transfer: transfer, walking: chosen.walk)
      : walking(chosen.walk, driving: chosen.drive, transfer: transfer, record.facts)
    found.handoff = Handoff(chosen.site)
    found.notices = try notices(about: found.legs)
    if record.isAssumed { found.notices.append(Notice(.assumedDropOff, source: record.source)) }
    if record.kind.isParking, distance(record.walk, journey.near.place.coordinate) > Self.distantCarPark {
      found.notices.append(Notice(.distantCarPark, source: record.source))
    }
    found.notices += journey.heightNotices(at: record, passing: chosen.tooLow)
    return found
  }

  /// Returns the journey on foot to where the car stands, and on from there.
  ///
  /// - Parameters:
  ///   - transfer: What getting in and leaving takes, in milliseconds.
  ///   - parking: What the map says of the place where the car stands.
  func journey(
    walking walk: StopWalk, driving drive: DriveWay, transfer: UInt32, _ parking: ParkingFacts?
  ) throws(PlanningError) -> Journey {
    var found = walking(walk, driving: drive, transfer: transfer, parking)
    found.notices = try notices(about: found.legs)
    return found
  }

  private func driving(
    _ drive: DriveWay, to site: HandoffSite, transfer: UInt32, walking walk: StopWalk
  ) -> Journey {
    let record = site.record
    var geometry: [PathPoint] = []
    var car = DriveAssembler(journey.roads.prices.network).leg(
      for: drive, destination: site.name, appendingTo: &geometry)
    car.end = .handoff(
      Leg.Change(record.kind.isParking ? .park : .dropOff, parking: record.facts, transfer: transfer))
    car.origin = StopPlace(journey.home, to: geometry[0])
    var assembler = JourneyAssembler(profile: journey.request.profile, continuing: geometry)
    let legs = [car] + assembler.legs(for: walk)
    return Journey(
      legs: legs, geometry: assembler.geometry, notices: [],
      costMilliseconds: walk.cost + UInt64(drive.cost) + UInt64(transfer),
      snapFrom: distance(journey.home.coordinate, drive.start.coordinate), snapTo: walk.snapTo)
  }

  private func walking(
    _ walk: StopWalk, driving drive: DriveWay, transfer: UInt32, _ parking: ParkingFacts?
  ) -> Journey {
    var assembler = JourneyAssembler(profile: journey.request.profile)
    let isPickedUp = parking.map { !$0.kind.isParking } ?? false
    var legs = assembler.legs(
      for: walk, ending: Leg.Change(isPickedUp ? .pickUp : .getIn, parking: parking, transfer: transfer))
    assembler.stepIn(at: PathPoint(drive.start), &legs[legs.count - 1])
    var geometry = assembler.geometry
    var car = DriveAssembler(journey.roads.prices.network).leg(
      for: drive, destination: journey.home.name, appendingTo: &geometry)
    car.end = .stop(StopPlace(journey.home, to: geometry[geometry.count - 1]))
    legs.append(car)
    return Journey(
      legs: legs, geometry: geometry, notices: [],
      costMilliseconds: walk.cost + UInt64(drive.cost) + UInt64(transfer), snapFrom: walk.snapFrom,
      snapTo: distance(journey.home.coordinate, drive.end.coordinate))
  }

  private func notices(about legs: [Leg]) throws(PlanningError) -> [Notice] {
    let unknown = journey.tariff.unknown(on: try snapshot.joined.networks(near: journey.stops))
    var notices = Notice.about(
      legs, for: journey.request.profile,
      unknownElements: unknown.filter { journey.roads.prices.closures.unknown.contains($0) })
    if let edge = legs.lazy.filter({ $0.mode == .car }).flatMap(\.edges).first(
      where: \.attributes.needsPermit)
    {
      notices.append(Notice(.restrictedRoad, source: edge.source))
    }
    return notices
  }
}

extension HandoffRecord {
  /// What a driver is told of it.
  var facts: ParkingFacts { ParkingFacts(kind, charges: charges) }
}
