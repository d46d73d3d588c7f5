import WardwayMap

extension Planner {
  /// Says why there is no way: something is closed, there are only steps, or the places are not connected.
  mutating func explain(
    _ request: JourneyRequest, _ stops: [Stop], _ traveller: Traveller
  ) throws(PlanningError) -> PlanningError {
    if traveller.closesSomething {
      let free = try Traveller(atlas, request.profile, closed: [], avoiding: [], method: .fastest)
      if try walk(over: stops, for: free) != nil {
        let names = request.closed.map(\.description).joined(separator: ", ")
        return PlanningError(.closedNow, "the only ways lead through what is closed (\(names))")
      }
    }
    if request.profile.secondsPerStepUp == nil {
      let walker = try Traveller(atlas, .walker, closed: request.closed, avoiding: [], method: .fastest)
      if try walk(over: stops, for: walker) != nil {
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

  /// Says why there is no handoff for a journey by car.
  mutating func explainHandoff(
    _ request: JourneyRequest, _ method: SearchMethod
  ) throws(PlanningError) -> PlanningError {
    var free = request
    free.closed = []
    if !request.closed.isEmpty, try bestHandoff(of: carJourney(free, method)) != nil {
      let names = request.closed.map(\.description).joined(separator: ", ")
      return PlanningError(.closedNow, "the only ways lead through what is closed (\(names))")
    }
    var walker = request
    walker.profile = .walker
    if request.profile.secondsPerStepUp == nil, try bestHandoff(of: carJourney(walker, method)) != nil {
      return PlanningError(
        .noStepFreeRoute,
        "no way on from a car is for \(request.profile.spoken): all have steps, a steep slope, or a door or gap that is "
          + "too narrow")
    }
    let what = request.car == .parks ? "public car park" : "drop-off"
    return PlanningError(
      .noRoute,
      "the map has no \(what) that a road leads to and from which a way leads on; go on foot, or add one "
        + "to the map", reason: .noHandoff)
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
