import Geodesy
import ShortestPaths
import WardwayMap

/// Plans journeys on an atlas: owns the memory that searches need, so make one a task and reuse it.
public struct Planner: ~Copyable {
  let atlas: Atlas
  let streets: PathFinder
  var snapper = Snapper()
  /// The venues that journeys have touched so far.
  var attached: [String: AttachedVenue] = [:]
  /// Names in other languages.
  let translations = TranslationMemory()
  /// Where places of the map are.
  let stops = StopMemory()
  /// What leads from portal to portal.
  let excursions = ExcursionMemory()
  /// What journeys by car need, from the first one on.
  var roads: RoadMemory?

  /// Makes a planner for an atlas.
  ///
  /// - Complexity: O(nodes of the atlas), once.
  public init(_ atlas: Atlas) {
    self.atlas = atlas
    streets = PathFinder(atlas.streets)
  }

  /// Returns the best journey for a request.
  ///
  /// - Parameters:
  ///   - request: What is asked.
  ///   - method: The algorithm; anything but `fastest` serves to check it.
  /// - Throws: A ``PlanningError`` that says why there is none and what to do.
  public mutating func plan(
    _ request: JourneyRequest, method: SearchMethod = .fastest
  ) throws(PlanningError) -> Journey {
    try soundly { planner throws(PlanningError) in try planner.plan(request, method, HandoffPreference()) }
  }

  /// Answers a question; whatever was found in a damaged file counts for nothing.
  ///
  /// - Throws: What the question throws, or `damagedMap`.
  mutating func soundly<Answer>(
    _ ask: (inout Planner) throws(PlanningError) -> Answer
  ) throws(PlanningError) -> Answer {
    func checkDamage() throws(PlanningError) {
      do { try atlas.checkDamage() } catch { throw PlanningError(.damagedMap, "\(error)") }
    }
    let answer: Answer
    do {
      answer = try ask(&self)
    } catch {
      try checkDamage()
      throw error
    }
    try checkDamage()
    return answer
  }

  /// The same, by what matters in the choice of a handoff.
  mutating func plan(
    _ request: JourneyRequest, _ method: SearchMethod, _ preference: HandoffPreference
  ) throws(PlanningError) -> Journey {
    let request = arrivingInTime(request)
    var journey =
      switch request.car {
      case .none: try planWalk(request, method)
      case .parks, .dropsOff, .picksUp: try planByCar(request, method, preference)
      case .waits: try planBack(request, method)
      }
    finish(&journey, request)
    return journey
  }

  /// Adds what isn't the search's: names in other languages, and what lies between ways and places.
  mutating func finish(_ journey: inout Journey, _ request: JourneyRequest) {
    translate(&journey, request)
    journey.addEnds(for: request.profile)
  }

  private mutating func planWalk(
    _ request: JourneyRequest, _ method: SearchMethod
  ) throws(PlanningError) -> Journey {
    let (walk, traveller) = try walk(request, method)
    return journey(along: walk, request, traveller)
  }

  /// Finds the best walk for a request, and who walks it.
  mutating func walk(
    _ request: JourneyRequest, _ method: SearchMethod
  ) throws(PlanningError) -> (StopWalk, Traveller) {
    let traveller = try Traveller(
      atlas, request.profile, closed: request.closed, avoiding: request.avoiding, method: method)
    var stops: [Stop] = []
    for place in [request.from] + request.via + [request.to] {
      stops.append(try stop(at: place, for: traveller))
    }
    guard let walk = try walk(over: stops, for: traveller) else {
      throw try explain(request, stops, traveller)
    }
    return (walk, traveller)
  }

  /// Makes a journey of a walk.
  func journey(along walk: StopWalk, _ request: JourneyRequest, _ traveller: Traveller) -> Journey {
    var assembler = JourneyAssembler(profile: request.profile)
    let legs = assembler.legs(for: walk, streets: atlas.streets)
    return Journey(
      legs: legs, geometry: assembler.geometry,
      notices: Notice.about(legs, for: request.profile, unknownElements: traveller.unknown(at: walk.stops)),
      costMilliseconds: walk.cost, snapFrom: walk.snapFrom, snapTo: walk.snapTo)
  }

  /// Returns the points of the network nearest to a place, nearest first, one an edge.
  ///
  /// - Throws: `noEdgeNearby`, or that the place isn't on the map.
  /// - Complexity: O(*number* log *n*) typical.
  public mutating func nearest(
    to place: Place, number: Int = 1, profile: Profile = .walker
  ) throws(PlanningError) -> [Waypoint] {
    try soundly { planner throws(PlanningError) in try planner.waypoints(near: place, number, profile) }
  }

  private mutating func waypoints(
    near place: Place, _ number: Int, _ profile: Profile
  ) throws(PlanningError) -> [Waypoint] {
    let traveller = try Traveller(atlas, profile, closed: [], avoiding: [], method: .fastest)
    let resolved = try PlaceResolver(atlas: atlas).resolve(place)
    var found: [Waypoint] = []
    func collect(_ network: WalkNetwork, _ metric: Metric, _ snapper: inout Snapper) {
      var count = 0
      snapper.visit(
        near: resolved.coordinate, level: resolved.level, in: network,
        isUsable: { network.isUsable($0, by: metric) },
        isOpen: { network.isOpen(area: $0, for: metric.profile) }
      ) { point in
        let edge = point.area.map { network.areas.records[$0].edge } ?? network.edges[point.edge]
        let waypoint = Waypoint(
          coordinate: point.coordinate, level: point.level, distance: point.distance, source: edge.source,
          name: network.strings[edge.name])
        // The grounds of a venue are in its network and in the streets'.
        if !found.contains(waypoint) { found.append(waypoint) }
        count += 1
        return count < number
      }
    }
    collect(atlas.streets, traveller.metric, &snapper)
    for venue in try venues(near: resolved) {
      collect(venue.venue.network, try traveller.metric(for: venue), &snapper)
    }
    if found.isEmpty { throw tooFar(place, resolved) }
    found.sort { $0.distance < $1.distance }
    return Array(found.prefix(number))
  }
}

/// A point of the network near a place.
public struct Waypoint: Hashable, Sendable {
  /// Where it is.
  public var coordinate: Coordinate
  /// On which level.
  public var level: Level
  /// How far from the place, in metres.
  public var distance: Double
  /// The feature that its edge comes from.
  public var source: FeatureID
  /// The edge's name, or "".
  public var name: String
}
