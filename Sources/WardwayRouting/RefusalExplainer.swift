import WardwayMap

/// Says why there is no journey: something is closed, there are only steps, or the places are not connected.
struct RefusalExplainer {
  let snapshot: Snapshot
  let request: JourneyRequest
  let method: SearchMethod

  /// Why there is no walk over some stops.
  func reason(
    forNoWalkOver stops: [Stop], _ workspace: inout Workspace
  ) throws(PlanningError) -> PlanningError {
    let tariff = snapshot.tariff(request.profile, closed: request.closed, avoiding: request.avoiding)
    if tariff.closesSomething(on: try snapshot.joined.networks(near: stops)) {
      let free = WalkFinder(snapshot: snapshot, tariff: snapshot.tariff(request.profile))
      if try free.walk(over: stops, &workspace.walks) != nil { return leadsThroughClosed }
    }
    if request.profile.secondsPerStepUp == nil {
      let walker = WalkFinder(
        snapshot: snapshot, tariff: snapshot.tariff(.walker, closed: request.closed))
      if try walker.walk(over: stops, &workspace.walks) != nil {
        return PlanningError(
          .noStepFreeRoute,
          "there is a way on foot, but none for \(request.profile.spoken): it has steps, a steep slope, or a door or gap "
            + "that is too narrow")
      }
    }
    return PlanningError(
      .noRoute,
      "the map has no way between these places; choose others, or check in the map how they are joined")
  }

  /// Why there is no handoff for a journey by car.
  func reasonForNoHandoff(_ workspace: inout Workspace) throws(PlanningError) -> PlanningError {
    let cars = CarPlanner(snapshot: snapshot, method: method)
    func hasHandoff(
      _ request: JourneyRequest, _ workspace: inout Workspace
    ) throws(PlanningError) -> Bool {
      try cars.bestHandoff(of: cars.journey(request, &workspace), &workspace) != nil
    }
    var free = request
    free.closed = []
    if !request.closed.isEmpty, try hasHandoff(free, &workspace) { return leadsThroughClosed }
    let what = request.car == .parks ? "public car park" : "drop-off"
    if let height = request.carHeight {
      var low = request
      low.carHeight = nil
      if try hasHandoff(low, &workspace) {
        return PlanningError(
          .noRoute,
          "a car of \(height) m is too high for every \(what) from which a way leads on; come by a lower one, on "
            + "foot, or \(request.car == .parks ? "to be dropped off" : "park")", reason: .carTooHigh)
      }
    }
    var walker = request
    walker.profile = .walker
    if request.profile.secondsPerStepUp == nil, try hasHandoff(walker, &workspace) {
      return PlanningError(
        .noStepFreeRoute,
        "no way on from a car is for \(request.profile.spoken): all have steps, a steep slope, or a door or gap that is "
          + "too narrow")
    }
    return PlanningError(
      .noRoute,
      "the map has no \(what) that a road leads to and from which a way leads on; go on foot, or add one "
        + "to the map", reason: .noHandoff)
  }

  private var leadsThroughClosed: PlanningError {
    let names = request.closed.map(\.description).joined(separator: ", ")
    return PlanningError(.closedNow, "the only ways lead through what is closed (\(names))")
  }
}

extension Profile {
  /// Who travels, as a sentence says it.
  var spoken: String {
    switch name {
    case "wheelchair", "stroller": "a \(name)"
    case "bed": "a hospital bed"
    case "walker", "older-walker": "people on foot"
    case "staff": "staff"
    default: "'\(name)'"
    }
  }
}
