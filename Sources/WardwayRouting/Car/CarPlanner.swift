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

  /// Getting in, belts, leaving the space, in milliseconds.
  private static let departureTransfer: UInt32 = 60_000
  /// How far from where a handoff is a car may stand in the same car park, in metres.
  private static let sameCarPark = 40.0

  /// Plans a journey by car.
  func plan(_ request: JourneyRequest, _ workspace: inout Workspace) throws(PlanningError) -> Journey {
    guard let journey = try journeys(request, by: nil, &workspace).first else {
      throw try RefusalExplainer(snapshot: snapshot, request: request, method: method)
        .reasonForNoHandoff(&workspace)
    }
    return journey
  }

  /// Returns journeys that differ in what is driven, the best first; none if there is no handoff.
  ///
  /// - Parameter rules: What other drives have to be like; nil for the best journey alone.
  func journeys(
    _ request: JourneyRequest, by rules: AlternativeRules?, _ workspace: inout Workspace
  ) throws(PlanningError) -> [Journey] {
    let journey = try journey(request, &workspace)
    if case .waits = request.car { return try journeysBack(journey, by: rules, &workspace) }
    guard var chosen = try chain(journey).bestHandoff(&workspace) else { return [] }
    var drives = [chosen.drive]
    if let rules {
      let (from, to) = journey.drive(at: chosen.site)
      drives = try journey.roads.ways(from: from, to: to, rules: rules, &workspace.searches)
    }
    var found: [Journey] = []
    for drive in drives {
      chosen.drive = drive
      found.append(try CarAssembler(snapshot: snapshot, journey: journey).journey(over: chosen))
    }
    return found
  }

  /// The stages of a journey, and the handoffs between them.
  func chain(_ journey: CarJourney) -> CarChain {
    CarChain(snapshot: snapshot, journey: journey, method: method, preference: preference)
  }

  /// Returns journeys on foot to where the car stands, then by car; they differ in what is driven.
  private func journeysBack(
    _ journey: CarJourney, by rules: AlternativeRules?, _ workspace: inout Workspace
  ) throws(PlanningError) -> [Journey] {
    let from = try roadPoints(of: journey.near.place, as: .start, journey.roads.prices, &workspace)
    let carPark = carPark(at: journey.near.place, with: journey.near.venue)
    var stops = journey.stops
    if let carPark, stops[stops.count - 1].place.name.isEmpty {
      stops[stops.count - 1].place.name = carPark.name
    }
    let walks = WalkFinder(snapshot: snapshot, tariff: journey.tariff, method: method)
    guard let walk = try walks.walk(over: stops, &workspace.searches) else {
      throw try RefusalExplainer(snapshot: snapshot, request: journey.request, method: method)
        .reason(forNoWalkOver: stops, &workspace)
    }
    let drives: [DriveWay]
    if let rules {
      drives = try journey.roads.ways(from: from, to: journey.roadPoints, rules: rules, &workspace.searches)
    } else {
      drives =
        try journey.roads.way(from: from, to: journey.roadPoints, &workspace.searches).map { [$0] } ?? []
    }
    guard !drives.isEmpty else {
      throw PlanningError(.noRoute, "no road leads from where the car stands to there")
    }
    var found: [Journey] = []
    for drive in drives {
      found.append(
        try CarAssembler(snapshot: snapshot, journey: journey).journey(
          walking: walk, driving: drive, transfer: Self.departureTransfer, carPark?.record.facts))
    }
    return found
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
      request: request, tariff: tariff, roads: DriveStage(roads, method: method), stops: stops,
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
      let points = workspace.snapper.points(near: place.coordinate, level: level, as: role, at: roads)
      if !points.isEmpty { return points }
    }
    throw PlanningError(.noEdgeNearby, "there is no road for cars within 1000 m of \(place.coordinate)")
  }
}
