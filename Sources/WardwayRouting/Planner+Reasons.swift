import WardwayMap

extension Planner {
  /// Says why there is no way: something is closed, there are only steps, or the places are not connected.
  mutating func explain(
    _ request: JourneyRequest, _ start: Stop, _ end: Stop, _ traveller: Traveller
  ) throws(PlanningError) -> PlanningError {
    if traveller.closesSomething {
      let free = try Traveller(atlas, request.profile, closed: [], avoiding: [], method: .fastest)
      if try free.walk(from: start, to: end, streets) != nil {
        let names = request.closed.map(\.description).joined(separator: ", ")
        return PlanningError(.closedNow, "the only ways lead through what is closed (\(names))")
      }
    }
    if request.profile.secondsPerStepUp == nil {
      let walker = try Traveller(atlas, .walker, closed: request.closed, avoiding: [], method: .fastest)
      if try walker.walk(from: start, to: end, streets) != nil {
        let who = request.profile.name
        return PlanningError(
          .noStepFreeRoute,
          "there is a way on foot, but none that \(who) can use: steps, doors or slopes are in it")
      }
    }
    return PlanningError(.noRoute, "the map has no way between these places; check their levels")
  }
}
