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
        let who = request.profile.name
        return PlanningError(
          .noStepFreeRoute,
          "there is a way on foot, but none that \(who) can use: steps, slopes, or doors and gaps that are too narrow "
            + "are in it")
      }
    }
    return PlanningError(.noRoute, "the map has no way between these places; check their levels")
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
        "no way on from a car can be used by \(request.profile.name): steps, slopes, or doors and gaps that are too "
          + "narrow are in it")
    }
    let what = request.car == .parks ? "public car park" : "drop-off"
    return PlanningError(
      .noRoute,
      "the map has no \(what) that a road leads to and from which a way leads on; go on foot, or map one")
  }
}
