import Geodesy
import ShortestPaths
import WardwayMap

extension Planner {
  /// Getting in, belts, leaving the space, in milliseconds.
  private static let departureTransfer: UInt32 = 60_000
  /// From how far on, in metres as the crow flies, people wonder whether there is no car park nearer.
  private static let distantCarPark = 400.0
  /// How far from where a handoff is a car may stand in the same car park, in metres.
  private static let sameCarPark = 40.0

  /// Plans a journey by car to or from a handoff that is to be found.
  mutating func planByCar(
    _ request: JourneyRequest, _ method: SearchMethod, _ preference: HandoffPreference
  ) throws(PlanningError) -> Journey {
    let journey = try carJourney(request, method)
    guard let chosen = try bestHandoff(of: journey, preference) else {
      throw try explainHandoff(request, method)
    }
    return assemble(journey, chosen)
  }

  /// Plans the way back: on foot to where the car stands, then by car.
  mutating func planBack(
    _ request: JourneyRequest, _ method: SearchMethod
  ) throws(PlanningError) -> Journey {
    try planBack(request, method) { finder, from, to, metric, closed in
      finder.way(from: from, to: to, metric: metric, closed: closed, method: method).map { [$0] } ?? []
    }[0]
  }

  /// Plans ways back that differ in what is driven.
  ///
  /// - Parameter drives: Finds the drives; there has to be one.
  mutating func planBack(
    _ request: JourneyRequest, _ method: SearchMethod,
    drives: (inout DriveFinder, [DrivePoint], [DrivePoint], DriveMetric, DriveClosures) -> [DriveWay]
  ) throws(PlanningError) -> [Journey] {
    let journey = try carJourney(request, method)
    let closed = journey.closed
    let from = try drivePoints(of: journey.near.place, as: .start, closed)
    let carPark = carPark(at: journey.near.place, with: journey.near.venue)
    var stops = journey.stops
    if let carPark, stops[stops.count - 1].place.name.isEmpty {
      stops[stops.count - 1].place.name = carPark.name
    }
    guard let walk = try walk(over: stops, for: journey.traveller) else {
      throw try explain(request, stops, journey.traveller)
    }
    let ways = drives(&roads!.finder, from, journey.roadPoints, roads!.metric, closed)
    guard !ways.isEmpty else {
      throw PlanningError(.noRoute, "no road leads from where the car stands to there")
    }
    return ways.map {
      assembleBack(journey, walk, $0, transfer: Self.departureTransfer, carPark?.record.facts)
    }
  }

  /// The car park where a car stands, if the map knows it.
  private func carPark(
    at place: ResolvedPlace, with venue: AttachedVenue?
  ) -> (record: HandoffRecord, name: String)? {
    let box = BoundingBox(place.coordinate).expanded(byMetres: Self.sameCarPark)
    var best: (metres: Double, record: HandoffRecord, name: String)?
    for network in [atlas.streets] + (venue.map { [$0.venue.network] } ?? []) {
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

  mutating func carJourney(
    _ request: JourneyRequest, _ method: SearchMethod
  ) throws(PlanningError) -> CarJourney {
    let traveller = try Traveller(
      atlas, request.profile, closed: request.closed, avoiding: request.avoiding, method: method)
    if request.drivesFirst { try refuseDriveFromInside(request.from, traveller) }
    let (home, walked, role): (Place, [Place], DrivePoint.Role)
    switch request.car {
    case .waits(let car): (home, walked, role) = (request.to, [request.from] + request.via + [car], .end)
    case .picksUp: (home, walked, role) = (request.to, [request.from] + request.via, .end)
    default: (home, walked, role) = (request.from, request.via + [request.to], .start)
    }
    var stops: [Stop] = []
    for place in walked { stops.append(try stop(at: place, for: traveller)) }
    let place = try PlaceResolver(atlas: atlas).resolve(home)
    let closed = try prepareRoads(closed: request.closed, avoiding: request.avoiding)
    return CarJourney(
      request: request, traveller: traveller, stops: stops,
      near: request.drivesFirst ? stops[0] : stops[stops.count - 1], home: place,
      roadPoints: try drivePoints(of: place, as: role, closed), closed: closed, method: method)
  }

  /// Refuses to drive off from inside a hospital: nobody's car stands in a corridor.
  private mutating func refuseDriveFromInside(_ from: Place, _ traveller: Traveller) throws(PlanningError) {
    let place = try PlaceResolver(atlas: atlas).resolve(from)
    guard try !venues(near: place).isEmpty, let stop = try? stop(at: from, for: traveller),
      let venue = stop.venue?.venue, let first = stop.inside.first, first.distance <= stop.distance,
      venue.network.attributes(at: first).isIndoor, try !isOutdoors(place)
    else { return }
    let name = place.name.isEmpty ? "the start" : "'\(place.name)'"
    throw PlanningError(
      .invalidRequest,
      "\(name) is inside \(venue.description.name), and where the car stands isn't said; give the place where it "
        + "stands (car_at), or ask to be picked up (pick_up)", reason: .startsInside)
  }

  /// Whether a way outdoors is at a place: at a door one is outside.
  private mutating func isOutdoors(_ place: ResolvedPlace) throws(PlanningError) -> Bool {
    var isFound = false
    for network in [atlas.streets] + (try venues(near: place)).map(\.venue.network) where !isFound {
      snapper.visitEdges(
        near: place.coordinate, level: place.level, in: network, within: Self.onWay,
        isUsable: { !network.edges[$0].attributes.isIndoor }
      ) { _ in
        isFound = true
        return false
      }
    }
    return isFound
  }

  /// Opens the drive network the first time, and returns what is closed or avoided on it.
  mutating func prepareRoads(
    closed: [FeatureID], avoiding: Set<JourneyRequest.Avoidable> = []
  ) throws(PlanningError) -> DriveClosures {
    guard let network = atlas.drive else {
      throw PlanningError(.noRoute, "this atlas has no roads for cars; compile the streets with the hospital")
    }
    if roads == nil {
      do {
        roads = RoadMemory(network, try atlas.metric(for: VehicleProfile.car))
      } catch { throw PlanningError(.damagedMap, "\(error)") }
    }
    return closed.isEmpty && !avoiding.contains(.ferry)
      ? .none : DriveClosures(closed, avoiding: avoiding, in: network)
  }

  mutating func drivePoints(
    of place: ResolvedPlace, as role: DrivePoint.Role, _ closed: DriveClosures
  ) throws(PlanningError) -> [DrivePoint] {
    let metric = roads!.metric
    for level in [place.level, nil] {
      let points = roads!.finder.points(
        near: place.coordinate, level: level, as: role, metric: metric, closed: closed)
      if !points.isEmpty { return points }
    }
    throw PlanningError(.noEdgeNearby, "there is no road for cars within 1000 m of \(place.coordinate)")
  }

  // MARK: What is answered

  func assemble(_ journey: CarJourney, _ chosen: ChosenHandoff) -> Journey {
    let record = chosen.site.record
    let transfer = journey.transfer(at: record)
    guard journey.drivesFirst else {
      var back = assembleBack(
        journey, chosen.walk, chosen.drive, transfer: transfer, record.facts)
      back.handoff = Handoff(chosen.site)
      back.notices = notices(journey, back.legs, chosen)
      return back
    }
    var geometry: [PathPoint] = []
    var car = DriveAssembler(roads!.finder.network).leg(
      for: chosen.drive, destination: chosen.site.name, appendingTo: &geometry)
    car.transfer = transfer
    car.end = .handoff
    car.origin = StopPlace(journey.home, to: geometry[0])
    car.endsInDropOff = !record.kind.isParking
    car.parking = record.facts
    var assembler = JourneyAssembler(profile: journey.request.profile, continuing: geometry)
    let legs = [car] + assembler.legs(for: chosen.walk, streets: atlas.streets)
    return Journey(
      legs: legs, geometry: assembler.geometry, notices: notices(journey, legs, chosen),
      costMilliseconds: chosen.walk.cost + UInt64(chosen.drive.cost) + UInt64(transfer),
      snapFrom: distance(journey.home.coordinate, chosen.drive.start.coordinate),
      snapTo: chosen.walk.snapTo, handoff: Handoff(chosen.site))
  }

  func assembleBack(
    _ journey: CarJourney, _ walk: StopWalk, _ way: DriveWay, transfer: UInt32,
    _ parking: ParkingFacts?
  ) -> Journey {
    var assembler = JourneyAssembler(profile: journey.request.profile)
    var legs = assembler.legs(for: walk, streets: atlas.streets, ending: .handoff)
    legs[legs.count - 1].transfer = transfer
    legs[legs.count - 1].parking = parking
    assembler.stepIn(at: PathPoint(way.start.coordinate, level: way.start.level), &legs[legs.count - 1])
    var geometry = assembler.geometry
    var drive = DriveAssembler(roads!.finder.network).leg(
      for: way, destination: journey.home.name, appendingTo: &geometry)
    drive.goal = StopPlace(journey.home, to: geometry[geometry.count - 1])
    legs.append(drive)
    return Journey(
      legs: legs, geometry: geometry, notices: notices(journey, legs),
      costMilliseconds: walk.cost + UInt64(way.cost) + UInt64(transfer), snapFrom: walk.snapFrom,
      snapTo: distance(journey.home.coordinate, way.end.coordinate))
  }

  private func notices(
    _ journey: CarJourney, _ legs: [Leg], _ chosen: ChosenHandoff? = nil
  ) -> [Notice] {
    let unknown = journey.traveller.unknown(at: journey.stops)
    var notices = Notice.about(
      legs, for: journey.request.profile,
      unknownElements: unknown.filter { journey.closed.unknown.contains($0) })
    if let edge = legs.lazy.filter({ $0.mode == .car }).flatMap(\.edges).first(
      where: \.attributes.needsPermit)
    {
      notices.append(Notice(code: "restricted-road", count: 1, source: edge.source))
    }
    guard let record = chosen?.site.record else { return notices }
    if record.isAssumed { notices.append(Notice(code: "assumed-drop-off", count: 1, source: record.source)) }
    if record.kind.isParking, distance(record.walk, journey.near.place.coordinate) > Self.distantCarPark {
      notices.append(Notice(code: "distant-car-park", count: 1, source: record.source))
    }
    return notices
  }
}

extension HandoffRecord {
  /// What a driver is told of it.
  fileprivate var facts: ParkingFacts { ParkingFacts(kind, charges: charges) }
}
