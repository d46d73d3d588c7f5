import Geodesy
import ShortestPaths
import WardwayMap

/// What a planner keeps for the roads.
final class RoadMemory {
  var finder: DriveFinder
  let metric: DriveMetric
  /// The handoffs of the streets (""), and of venues by id.
  var sites: [String: HandoffSites] = [:]

  init(finder: consuming DriveFinder, metric: DriveMetric) {
    self.finder = finder
    self.metric = metric
  }
}

extension Planner {
  /// How far from a handoff walking may begin, in metres.
  private static let walkReach = 60.0

  /// Plans a journey whose first part is by car: every handoff that is reached counts at what driving there
  /// and changing over take, and one search over all of them finds the best walk on.
  mutating func planByCar(_ request: JourneyRequest, isDropOff: Bool) throws(PlanningError) -> Journey {
    try refuseStops(request)
    let traveller = try Traveller(
      atlas, request.profile, closed: request.closed, avoiding: request.avoiding, method: .fastest)
    let end = try stop(at: request.to, for: traveller)
    let home = try PlaceResolver(atlas: atlas).resolve(request.from)
    let closed = try prepareRoads(closed: request.closed)
    let origin = try drivePoints(of: home, as: .start, closed)
    let all = handoffs(with: end.venue, closed)
    let reached = all.flatMap { sites in zip(sites.sites, sites.costs(from: origin)) }
      .filter { isDropOff == !$0.0.record.kind.isParking }
    let (sites, costs) = (reached.map(\.0), reached.map(\.1))
    guard !sites.isEmpty else {
      let what = isDropOff ? "drop-off" : "public car park"
      throw PlanningError(.noRoute, "the map shows no \(what) that a road leads to; go on foot, or map one")
    }
    var start = Stop(place: home, streets: [])
    for (index, site) in sites.enumerated() where costs[index] < unreachable {
      let label = Excursions.sum(costs[index], site.record.transfer)
      try addWalk(from: site.record, bias: label, site: index, traveller, near: end.venue, to: &start)
    }
    guard let walk = try traveller.walk(from: start, to: end, streets), let last = walk.hops.last,
      let index = walk.hops[0].way.start.site
    else {
      throw PlanningError(.noRoute, "no car park that a road leads to has a way on foot to there")
    }
    let site = sites[index]
    guard let way = roads!.finder.way(from: origin, to: site.arriving, metric: roads!.metric, closed: closed)
    else {
      throw PlanningError(.noRoute, "no road leads to \(site.record.source)")
    }
    var geometry: [PathPoint] = []
    var car = DriveAssembler(roads!.finder.network).leg(
      for: way, destination: site.name, appendingTo: &geometry)
    car.transfer = site.record.transfer
    car.endsInDropOff = isDropOff
    var assembler = JourneyAssembler(atlas.streets, profile: request.profile, continuing: geometry)
    let legs = [car] + assembler.legs(for: walk.hops, streets: atlas.streets, destination: end.place.name)
    return Journey(
      legs: legs, geometry: assembler.geometry,
      notices: Notice.about(
        legs, for: request.profile, unknownElements: traveller.unknown(at: [start, end])),
      costMilliseconds: UInt64(walk.cost), snapFrom: distance(home.coordinate, way.start.coordinate),
      snapTo: distance(end.place.coordinate, last.way.end.coordinate))
  }

  /// Plans the way back: on foot to where the car stands, then by car.
  mutating func planBack(_ request: JourneyRequest, car place: Place) throws(PlanningError) -> Journey {
    try refuseStops(request)
    let traveller = try Traveller(
      atlas, request.profile, closed: request.closed, avoiding: request.avoiding, method: .fastest)
    let start = try stop(at: request.from, for: traveller)
    let car = try stop(at: place, for: traveller)
    let closed = try prepareRoads(closed: request.closed)
    let home = try PlaceResolver(atlas: atlas).resolve(request.to)
    let goal = try drivePoints(of: home, as: .end, closed)
    let from = try drivePoints(of: car.place, as: .start, closed)
    guard let walk = try traveller.walk(from: start, to: car, streets) else {
      throw try explain(request, start, car, traveller)
    }
    guard let way = roads!.finder.way(from: from, to: goal, metric: roads!.metric, closed: closed) else {
      throw PlanningError(.noRoute, "no road leads from where the car stands to there")
    }
    var assembler = JourneyAssembler(atlas.streets, profile: request.profile)
    var legs = assembler.legs(for: walk.hops, streets: atlas.streets, destination: car.place.name)
    legs[legs.count - 1].transfer = Self.departureTransfer
    var geometry = assembler.geometry
    legs.append(
      DriveAssembler(roads!.finder.network).leg(for: way, destination: home.name, appendingTo: &geometry))
    return Journey(
      legs: legs, geometry: geometry,
      notices: Notice.about(
        legs, for: request.profile, unknownElements: traveller.unknown(at: [start, car])),
      costMilliseconds: UInt64(walk.cost) + UInt64(way.cost) + UInt64(Self.departureTransfer),
      snapFrom: distance(start.place.coordinate, walk.hops[0].way.start.coordinate),
      snapTo: distance(home.coordinate, way.end.coordinate))
  }

  /// Getting in, belts, leaving the space, in milliseconds.
  private static let departureTransfer: UInt32 = 60_000

  // MARK: Roads

  private func refuseStops(_ request: JourneyRequest) throws(PlanningError) {
    if !request.via.isEmpty {
      throw PlanningError(
        .invalidRequest, "a journey by car can't have stops on the way yet; ask for each part")
    }
  }

  /// Opens the drive network the first time, and returns what is closed on it.
  private mutating func prepareRoads(closed: [Source]) throws(PlanningError) -> DriveClosures {
    guard let network = atlas.drive else {
      throw PlanningError(.noRoute, "this atlas has no roads for cars; compile the streets with the hospital")
    }
    if roads == nil {
      do {
        roads = RoadMemory(finder: DriveFinder(network), metric: try atlas.metric(for: VehicleProfile.car))
      } catch { throw PlanningError(.damagedMap, "\(error)") }
    }
    return closed.isEmpty ? .none : DriveClosures(closed, in: network)
  }

  private mutating func drivePoints(
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

  /// The handoffs of the streets, and those of a venue.
  private mutating func handoffs(with venue: AttachedVenue?, _ closed: DriveClosures) -> [HandoffSites] {
    [prepared("", atlas.streets, closed)] + (venue.map { [prepared($0.id, $0.venue.network, closed)] } ?? [])
  }

  private mutating func prepared(_ id: String, _ network: Network, _ closed: DriveClosures) -> HandoffSites {
    if closed.isEmpty, let known = roads!.sites[id] { return known }
    let made = HandoffSites(
      network.handoffs, names: network, &roads!.finder, roads!.metric, closed: closed)
    if closed.isEmpty { roads!.sites[id] = made }
    return made
  }

  /// Adds the points where one walks on from a handoff, in the streets and in the venue.
  private mutating func addWalk(
    from record: HandoffRecord, bias: UInt32, site: Int, _ traveller: Traveller, near venue: AttachedVenue?,
    to stop: inout Stop
  ) throws(PlanningError) {
    func points(_ network: Network, _ metric: Metric, _ closed: Set<Int>, _ snapper: inout Snapper)
      -> [SnapPoint]
    {
      func on(_ level: Level?) -> [SnapPoint] {
        snapper.points(near: record.walk, level: level, in: network) {
          !closed.contains($0) && network.isUsable($0, by: metric)
        }.filter { $0.distance <= Self.walkReach }
      }
      var found = on(record.statedLevel)
      if found.isEmpty, record.statedLevel != nil { found = on(nil) }
      return found.map {
        var point = $0
        point.bias = bias
        point.site = site
        return point
      }
    }
    stop.streets += points(
      atlas.streets, traveller.metric, traveller.search.streets.closedEdges, &snapper)
    guard let venue else { return }
    let inside = points(
      venue.venue.network, try traveller.metric(for: venue), traveller.restrictions(in: venue).closedEdges,
      &snapper)
    if !inside.isEmpty {
      stop.inside += inside
      stop.venue = venue
    }
  }
}
