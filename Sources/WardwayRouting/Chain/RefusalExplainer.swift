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
    if !tariff.key.closed.isEmpty {
      let free = WalkFinder(snapshot: snapshot, tariff: tariff.undisturbed)
      if try free.walk(over: stops, &workspace.searches) != nil { return leadsThroughClosed }
    }
    if request.profile.secondsPerStepUp == nil {
      let walker = WalkFinder(
        snapshot: snapshot, tariff: snapshot.tariff(.walker, closed: request.closed))
      if try walker.walk(over: stops, &workspace.searches) != nil {
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

  var leadsThroughClosed: PlanningError {
    let names = request.closed.map(\.description).joined(separator: ", ")
    return PlanningError(.closedNow, "the only ways lead through what is closed (\(names))")
  }
}
