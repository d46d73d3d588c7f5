import WardwayMap

extension RefusalExplainer {
  /// Why there is no handoff for a journey by car.
  func reasonForNoHandoff(_ workspace: inout Workspace) throws(PlanningError) -> PlanningError {
    let cars = CarPlanner(snapshot: snapshot, method: method)
    func hasHandoff(
      _ request: JourneyRequest, _ workspace: inout Workspace
    ) throws(PlanningError) -> Bool {
      try cars.chain(cars.journey(request, &workspace)).bestHandoff(&workspace) != nil
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
}
