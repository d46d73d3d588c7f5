import Geodesy
import WardwayMap

/// Plans journeys on a snapshot of a map.
struct JourneyPlanner {
  let snapshot: Snapshot
  /// The algorithm; anything but `fastest` serves to check it.
  var method = SearchMethod.fastest
  /// What matters in the choice of a handoff.
  var preference = HandoffPreference()

  /// Returns the best journey for a request.
  func journey(
    for request: JourneyRequest, _ workspace: inout Workspace
  ) throws(PlanningError) -> Journey {
    let request = arrivingInTime(request)
    let cars = CarPlanner(snapshot: snapshot, method: method, preference: preference)
    var journey =
      switch request.car {
      case .none: try planWalk(request, &workspace)
      case .parks, .dropsOff, .picksUp, .waits: try cars.plan(request, &workspace)
      }
    finish(&journey, request)
    return journey
  }

  /// The same request, but nobody who is driven to an emergency department parks first.
  private func arrivingInTime(_ request: JourneyRequest) -> JourneyRequest {
    guard request.car == .parks, request.to.isKnown,
      snapshot.place(request.to)?.isEmergencyDepartment == true
    else { return request }
    var request = request
    request.car = .dropsOff
    return request
  }

  /// Adds what isn't the search's: names in other languages, and what lies between ways and places.
  func finish(_ journey: inout Journey, _ request: JourneyRequest) {
    JourneyTranslator(snapshot: snapshot).translate(&journey, request)
    journey.addEnds(for: request.profile)
  }

  // MARK: On foot

  private func planWalk(
    _ request: JourneyRequest, _ workspace: inout Workspace
  ) throws(PlanningError) -> Journey {
    let (walk, tariff) = try walk(request, &workspace)
    return try journey(along: walk, request, tariff)
  }

  /// Finds the best walk for a request, and what it was found at.
  func walk(
    _ request: JourneyRequest, _ workspace: inout Workspace
  ) throws(PlanningError) -> (StopWalk, Tariff) {
    let tariff = snapshot.tariff(request.profile, closed: request.closed, avoiding: request.avoiding)
    let finder = StopFinder(snapshot: snapshot, tariff: tariff)
    var stops: [Stop] = []
    for place in [request.from] + request.via + [request.to] {
      stops.append(try finder.stop(at: place, &workspace))
    }
    let walks = WalkFinder(snapshot: snapshot, tariff: tariff, method: method)
    guard let walk = try walks.walk(over: stops, &workspace.searches) else {
      throw try RefusalExplainer(snapshot: snapshot, request: request, method: method)
        .reason(forNoWalkOver: stops, &workspace)
    }
    return (walk, tariff)
  }

  /// Makes a journey of a walk.
  func journey(
    along walk: StopWalk, _ request: JourneyRequest, _ tariff: Tariff
  ) throws(PlanningError) -> Journey {
    var assembler = JourneyAssembler(profile: request.profile)
    let legs = assembler.legs(for: walk)
    return Journey(
      legs: legs, geometry: assembler.geometry,
      notices: Notice.about(
        legs, for: request.profile,
        unknownElements: tariff.unknown(on: try snapshot.joined.networks(near: walk.stops))),
      costMilliseconds: walk.cost, snapFrom: walk.snapFrom, snapTo: walk.snapTo)
  }
}
