import Geodesy
import ShortestPaths
import WardwayMap

/// Plans journeys of which one end is by car: drive, change, walk; or the other way round.
struct CarPlanner {
  let snapshot: Snapshot
  /// The algorithm; anything but `fastest` serves to check it.
  var method = SearchMethod.fastest
  /// What matters in the choice of a handoff.
  var preference = HandoffPreference()

  /// Finds drives, the best first.
  typealias DriveSearch = (inout DriveFinder, Drive) -> [DriveWay]

  /// Getting in, belts, leaving the space, in milliseconds.
  private static let departureTransfer: UInt32 = 60_000
  /// From how far on, in metres as the crow flies, people wonder whether there is no car park nearer.
  private static let distantCarPark = 400.0
  /// How far from where a handoff is a car may stand in the same car park, in metres.
  private static let sameCarPark = 40.0

  /// Plans a journey by car to or from a handoff that is to be found.
  func plan(_ request: JourneyRequest, _ workspace: inout Workspace) throws(PlanningError) -> Journey {
    let journey = try journey(request, &workspace)
    guard let chosen = try bestHandoff(of: journey, &workspace) else {
      throw try RefusalExplainer(snapshot: snapshot, request: request, method: method)
        .reasonForNoHandoff(&workspace)
    }
    return try assemble(journey, chosen)
  }

  /// Plans the way back: on foot to where the car stands, then by car.
  func planBack(_ request: JourneyRequest, _ workspace: inout Workspace) throws(PlanningError) -> Journey {
    try waysBack(request, &workspace) { finder, drive in
      finder.way(from: drive.from, to: drive.to, at: drive.roads, method: method)
        .map { [$0] } ?? []
    }[0]
  }

  /// Returns journeys over the best handoff that differ in what is driven; none if there is no handoff.
  func journeys(
    _ request: JourneyRequest, _ workspace: inout Workspace, drives: DriveSearch
  ) throws(PlanningError) -> [Journey] {
    if case .waits = request.car { return try waysBack(request, &workspace, drives: drives) }
    let journey = try journey(request, &workspace)
    guard var chosen = try bestHandoff(of: journey, &workspace) else { return [] }
    let drive = drive(of: journey, at: chosen.site)
    let ways = try workspace.withDrives(on: journey.roads) { drives(&$0, drive) }
    var found: [Journey] = []
    for way in ways {
      chosen.drive = way
      found.append(try assemble(journey, chosen))
    }
    return found
  }

  /// The drive between the end that is by car and a handoff.
  func drive(of journey: CarJourney, at site: HandoffSite) -> Drive {
    let onRoads = journey.drivesFirst ? site.arriving : site.departing
    let (from, to) = journey.drivesFirst ? (journey.roadPoints, onRoads) : (onRoads, journey.roadPoints)
    return Drive(from: from, to: to, roads: journey.roads)
  }

  /// Plans ways back that differ in what is driven.
  ///
  /// - Parameter drives: Finds the drives; there has to be one.
  private func waysBack(
    _ request: JourneyRequest, _ workspace: inout Workspace, drives: DriveSearch
  ) throws(PlanningError) -> [Journey] {
    let journey = try journey(request, &workspace)
    let drive = Drive(
      from: try roadPoints(of: journey.near.place, as: .start, journey.roads, &workspace),
      to: journey.roadPoints, roads: journey.roads)
    let carPark = carPark(at: journey.near.place, with: journey.near.venue)
    var stops = journey.stops
    if let carPark, stops[stops.count - 1].place.name.isEmpty {
      stops[stops.count - 1].place.name = carPark.name
    }
    guard let walk = try walks(journey).walk(over: stops, &workspace.walks) else {
      throw try RefusalExplainer(snapshot: snapshot, request: request, method: method)
        .reason(forNoWalkOver: stops, &workspace)
    }
    let ways = try workspace.withDrives(on: journey.roads) { drives(&$0, drive) }
    guard !ways.isEmpty else {
      throw PlanningError(.noRoute, "no road leads from where the car stands to there")
    }
    var found: [Journey] = []
    for way in ways {
      found.append(
        try assembleBack(journey, walk, way, transfer: Self.departureTransfer, carPark?.record.facts))
    }
    return found
  }

  /// What finds the walks of a journey.
  func walks(_ journey: CarJourney) -> WalkFinder {
    WalkFinder(snapshot: snapshot, tariff: journey.tariff, method: method)
  }

  /// The car park where a car stands, if the map knows it.
  private func carPark(
    at place: ResolvedPlace, with venue: JoinedVenue?
  ) -> (record: HandoffRecord, name: String)? {
    let box = BoundingBox(place.coordinate).expanded(byMetres: Self.sameCarPark)
    var best: (metres: Double, record: HandoffRecord, name: String)?
    for network in [snapshot.joined.streets.network] + (venue.map { [$0.network] } ?? []) {
      for record in network.handoffs
      where record.kind.isParking && (box.contains(record.drive) || box.contains(record.walk)) {
        let metres = min(distance(record.drive, place.coordinate), distance(record.walk, place.coordinate))
        guard metres < best?.metres ?? Self.sameCarPark else { continue }
        let found = network.place(from: record.source)
        best = (metres, record, found.map { network.strings[network.places[$0].name] } ?? "")
      }
    }
    return best.map { ($0.record, $0.name) }
  }

  // MARK: What is asked

  /// Finds on the map what a request asks for.
  func journey(
    _ request: JourneyRequest, _ workspace: inout Workspace
  ) throws(PlanningError) -> CarJourney {
    try request.checkCarHeight()
    let tariff = snapshot.tariff(request.profile, closed: request.closed, avoiding: request.avoiding)
    let finder = StopFinder(snapshot: snapshot, tariff: tariff)
    if request.drivesFirst { try refuseDriveFromInside(request.from, finder, &workspace) }
    let (home, walked, role): (Place, [Place], DrivePoint.Role)
    switch request.car {
    case .waits(let car): (home, walked, role) = (request.to, [request.from] + request.via + [car], .end)
    case .picksUp: (home, walked, role) = (request.to, [request.from] + request.via, .end)
    default: (home, walked, role) = (request.from, request.via + [request.to], .start)
    }
    var stops: [Stop] = []
    for place in walked { stops.append(try finder.stop(at: place, &workspace)) }
    let place = try PlaceResolver(atlas: snapshot.joined.atlas).resolve(home)
    let roads = try tariff.roads(of: snapshot.joined)
    return CarJourney(
      request: request, tariff: tariff, roads: roads, stops: stops,
      near: request.drivesFirst ? stops[0] : stops[stops.count - 1], home: place,
      roadPoints: try roadPoints(of: place, as: role, roads, &workspace))
  }

  /// Refuses to drive off from inside a hospital: nobody's car stands in a corridor.
  private func refuseDriveFromInside(
    _ from: Place, _ finder: StopFinder, _ workspace: inout Workspace
  ) throws(PlanningError) {
    let joined = snapshot.joined
    let place = try PlaceResolver(atlas: joined.atlas).resolve(from)
    guard try !joined.venues(near: place).isEmpty, let stop = try? finder.stop(at: from, &workspace),
      let venue = stop.venue, let first = stop.inside.first, first.distance <= stop.distance,
      venue.network.attributes(at: first).isIndoor, try !isOutdoors(place, &workspace)
    else { return }
    let name = place.name.isEmpty ? "the start" : "'\(place.name)'"
    throw PlanningError(
      .invalidRequest,
      "\(name) is inside \(venue.description.name), and where the car stands isn't said; give the place where it "
        + "stands (car_at), or ask to be picked up (pick_up)", reason: .startsInside)
  }

  /// Whether a way outdoors is at a place: at a door one is outside.
  private func isOutdoors(
    _ place: ResolvedPlace, _ workspace: inout Workspace
  ) throws(PlanningError) -> Bool {
    var isFound = false
    for network in try snapshot.joined.networks(near: place).map(\.network) where !isFound {
      workspace.snapper.visitEdges(
        near: place.coordinate, level: place.level, in: network, within: StopFinder.onWay,
        isUsable: { !network.edges[$0].attributes.isIndoor }
      ) { _, _ in
        isFound = true
        return false
      }
    }
    return isFound
  }

  /// The points of the roads that a place may mean.
  func roadPoints(
    of place: ResolvedPlace, as role: DrivePoint.Role, _ roads: RoadPrices,
    _ workspace: inout Workspace
  ) throws(PlanningError) -> [DrivePoint] {
    for level in [place.level, nil] {
      let points = try workspace.withDrives(on: roads) { finder in
        finder.points(
          near: place.coordinate, level: level, as: role, at: roads)
      }
      if !points.isEmpty { return points }
    }
    throw PlanningError(.noEdgeNearby, "there is no road for cars within 1000 m of \(place.coordinate)")
  }

  // MARK: What is answered

  private func assemble(
    _ journey: CarJourney, _ chosen: ChosenHandoff
  ) throws(PlanningError) -> Journey {
    let record = chosen.site.record
    let transfer = journey.transfer(at: record)
    guard journey.drivesFirst else {
      var back = try assembleBack(
        journey, chosen.walk, chosen.drive, transfer: transfer, record.facts)
      back.handoff = Handoff(chosen.site)
      back.notices = try notices(journey, back.legs, chosen)
      return back
    }
    var geometry: [PathPoint] = []
    var car = DriveAssembler(journey.roads.network).leg(
      for: chosen.drive, destination: chosen.site.name, appendingTo: &geometry)
    car.end = .handoff(
      Leg.Change(record.kind.isParking ? .park : .dropOff, parking: record.facts, transfer: transfer))
    car.origin = StopPlace(journey.home, to: geometry[0])
    var assembler = JourneyAssembler(profile: journey.request.profile, continuing: geometry)
    let legs = [car] + assembler.legs(for: chosen.walk)
    return Journey(
      legs: legs, geometry: assembler.geometry, notices: try notices(journey, legs, chosen),
      costMilliseconds: chosen.walk.cost + UInt64(chosen.drive.cost) + UInt64(transfer),
      snapFrom: distance(journey.home.coordinate, chosen.drive.start.coordinate),
      snapTo: chosen.walk.snapTo, handoff: Handoff(chosen.site))
  }

  private func assembleBack(
    _ journey: CarJourney, _ walk: StopWalk, _ way: DriveWay, transfer: UInt32,
    _ parking: ParkingFacts?
  ) throws(PlanningError) -> Journey {
    var assembler = JourneyAssembler(profile: journey.request.profile)
    let isPickedUp = parking.map { !$0.kind.isParking } ?? false
    var legs = assembler.legs(
      for: walk, ending: Leg.Change(isPickedUp ? .pickUp : .getIn, parking: parking, transfer: transfer))
    assembler.stepIn(at: PathPoint(way.start.coordinate, level: way.start.level), &legs[legs.count - 1])
    var geometry = assembler.geometry
    var drive = DriveAssembler(journey.roads.network).leg(
      for: way, destination: journey.home.name, appendingTo: &geometry)
    drive.end = .stop(StopPlace(journey.home, to: geometry[geometry.count - 1]))
    legs.append(drive)
    return Journey(
      legs: legs, geometry: geometry, notices: try notices(journey, legs),
      costMilliseconds: walk.cost + UInt64(way.cost) + UInt64(transfer), snapFrom: walk.snapFrom,
      snapTo: distance(journey.home.coordinate, way.end.coordinate))
  }

  private func notices(
    _ journey: CarJourney, _ legs: [Leg], _ chosen: ChosenHandoff? = nil
  ) throws(PlanningError) -> [Notice] {
    let unknown = journey.tariff.unknown(on: try snapshot.joined.networks(near: journey.stops))
    var notices = Notice.about(
      legs, for: journey.request.profile,
      unknownElements: unknown.filter { journey.roads.closures.unknown.contains($0) })
    if let edge = legs.lazy.filter({ $0.mode == .car }).flatMap(\.edges).first(
      where: \.attributes.needsPermit)
    {
      notices.append(Notice(.restrictedRoad, source: edge.source))
    }
    guard let record = chosen?.site.record else { return notices }
    if record.isAssumed { notices.append(Notice(.assumedDropOff, source: record.source)) }
    if record.kind.isParking, distance(record.walk, journey.near.place.coordinate) > Self.distantCarPark {
      notices.append(Notice(.distantCarPark, source: record.source))
    }
    notices += journey.heightNotices(at: record, passing: chosen?.tooLow ?? [])
    return notices
  }
}

extension HandoffRecord {
  /// What a driver is told of it.
  fileprivate var facts: ParkingFacts { ParkingFacts(kind, charges: charges) }
}
