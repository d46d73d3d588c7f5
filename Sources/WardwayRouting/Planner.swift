import Geodesy
import ShortestPaths
import WardwayMap

/// Plans journeys on an atlas.
///
/// What planners find out about an atlas they share, whichever of them was asked; and as many requests are answered at a
/// time as there are tasks that ask. Whoever must not wait asks with `await`: the answer is found elsewhere, and
/// cancelling the task ends the search within milliseconds. Every request may have an end: an `Interruption` that
/// somebody raises or that raises itself at a moment; then it is refused as `cancelled` or `deadline-exceeded`.
public struct Planner: Sendable {
  let atlas: Atlas
  let snapshot: Snapshot

  /// Makes a planner for an atlas.
  ///
  /// - Complexity: O(1).
  public init(_ atlas: Atlas) {
    self.atlas = atlas
    snapshot = .current(of: atlas)
  }

  /// Returns the best journey for a request.
  ///
  /// - Parameters:
  ///   - request: What is asked.
  ///   - interruption: What may end the request early.
  /// - Throws: A ``PlanningError`` that says why there is none and what to do.
  public func plan(
    _ request: JourneyRequest, interruption: Interruption? = nil
  ) throws(PlanningError) -> Journey {
    try plan(request, method: .fastest, interruption: interruption)
  }

  /// Returns the same by an algorithm of one's choice, to check one against another.
  package func plan(
    _ request: JourneyRequest, method: SearchMethod, interruption: Interruption? = nil
  ) throws(PlanningError) -> Journey {
    try answer(to: request.profile, interruption) { workspace throws(PlanningError) in
      try JourneyPlanner(snapshot: snapshot, method: method).journey(for: request, &workspace)
    }
  }

  /// Returns the best journey for a request, then others that are really different, each with its reason.
  ///
  /// A journey by car may have its handoff elsewhere, nearer or without a fee; every journey may have a
  /// variant without stairs. None of these takes more than half as long again as the best, and ten minutes.
  /// Then come other ways through streets and venues, and other roads for the car: each of them costs at most a
  /// quarter more, shares at most four fifths with those before, and has no detour in it that one would see.
  ///
  /// - Parameter limit: How many there may be.
  /// - Throws: A ``PlanningError`` that says why there is none at all.
  public func alternatives(
    to request: JourneyRequest, limit: Int = 3, interruption: Interruption? = nil
  ) throws(PlanningError) -> [Alternative] {
    try answer(to: request.profile, interruption) { workspace throws(PlanningError) in
      try AlternativeFinder(snapshot: snapshot).alternatives(to: request, limit: limit, &workspace)
    }
  }

  /// Returns the durations and lengths of the best ways from each source to each target, nil where there is
  /// none; the same as so many requests would.
  ///
  /// - Throws: A ``PlanningError`` for a place that isn't on the map or a profile that can't be used.
  /// - Complexity: Where nothing is closed or avoided, a search a different place and a look at some dozen numbers a
  ///   pair; else a search a pair of different places.
  public func table(
    from sources: [Place], to targets: [Place], profile: Profile = .walker, closed: [FeatureID] = [],
    avoiding: Set<JourneyRequest.Avoidable> = [], interruption: Interruption? = nil
  ) throws(PlanningError) -> [[TableCell?]] {
    try answer(to: profile, interruption) { workspace throws(PlanningError) in
      let tariff = snapshot.tariff(profile, closed: closed, avoiding: avoiding)
      return try TableFinder(snapshot: snapshot, tariff: tariff).rows(from: sources, to: targets, &workspace)
    }
  }

  /// Returns from where a place is reached within some times, or what is reached from it.
  ///
  /// Times are those of the clock on the fastest way that the traveller may use. On foot, ways are those of the
  /// streets and of the venue in which the place is. By car, they are the roads up to the place: to where one is
  /// let out near it, if the map has that, and else to the road next to it.
  ///
  /// - Throws: A ``PlanningError``: `invalidRequest` names a limit or cell size out of range; the others are those
  ///   of ``plan(_:interruption:)`` for the place.
  /// - Complexity: One search as far as the longest limit; then O(edges + cells) a limit.
  public func isochrone(
    _ request: IsochroneRequest, interruption: Interruption? = nil
  ) throws(PlanningError) -> Isochrone {
    try answer(to: request.profile, interruption) { workspace throws(PlanningError) in
      try IsochroneFinder(snapshot: snapshot, request: request).isochrone(&workspace)
    }
  }

  /// Returns the points of the network nearest to a place, nearest first, one an edge.
  ///
  /// - Throws: `noEdgeNearby`, or that the place isn't on the map.
  /// - Complexity: O(*number* log *n*) typical.
  public func nearest(
    to place: Place, number: Int = 1, profile: Profile = .walker, interruption: Interruption? = nil
  ) throws(PlanningError) -> [Waypoint] {
    try answer(to: profile, interruption) { workspace throws(PlanningError) in
      let finder = StopFinder(snapshot: snapshot, tariff: snapshot.tariff(profile))
      return try finder.waypoints(near: place, number, &workspace)
    }
  }

  /// Answers a question of somebody; whatever was found in a damaged file counts for nothing.
  ///
  /// - Throws: What the question throws, `invalidRequest` for a profile that nobody can travel by, or `damagedMap`.
  private func answer<Answer: Sendable>(
    to profile: Profile, _ interruption: Interruption?,
    _ ask: (inout Workspace) throws(PlanningError) -> Answer
  ) throws(PlanningError) -> Answer {
    do throws(ProfileError) { try profile.validate() } catch {
      throw PlanningError(
        .invalidRequest, "nobody can travel by the profile '\(profile.name.prefix(40))': \(error)")
    }
    func checkDamage() throws(PlanningError) {
      try PlanningError.ofDamage { () throws(AtlasError) in try atlas.checkDamage() }
    }
    let answer: Answer
    do {
      answer = try snapshot.joined.workspaces.withWorkspace(interruption) { workspace throws(PlanningError) in
        try workspace.searches.goOn()
        let answer = try ask(&workspace)
        // What was left out of it because the request was to end is no answer.
        try workspace.searches.goOn()
        return answer
      }
    } catch {
      try checkDamage()
      throw error
    }
    try checkDamage()
    return answer
  }
}

// MARK: Without waiting

extension Planner {
  /// Returns the best journey for a request, as ``plan(_:interruption:)`` does.
  ///
  /// - Parameter deadline: When the request is to end.
  @concurrent
  public func plan(
    _ request: JourneyRequest, until deadline: ContinuousClock.Instant? = nil
  ) async throws(PlanningError) -> Journey {
    try await elsewhere(until: deadline) { interruption throws(PlanningError) in
      try plan(request, interruption: interruption)
    }
  }

  /// Returns the best journey for a request and others, as ``alternatives(to:limit:interruption:)`` does.
  @concurrent
  public func alternatives(
    to request: JourneyRequest, limit: Int = 3, until deadline: ContinuousClock.Instant? = nil
  ) async throws(PlanningError) -> [Alternative] {
    try await elsewhere(until: deadline) { interruption throws(PlanningError) in
      try alternatives(to: request, limit: limit, interruption: interruption)
    }
  }

  /// Returns a table, as ``table(from:to:profile:closed:avoiding:interruption:)`` does.
  @concurrent
  public func table(
    from sources: [Place], to targets: [Place], profile: Profile = .walker, closed: [FeatureID] = [],
    avoiding: Set<JourneyRequest.Avoidable> = [], until deadline: ContinuousClock.Instant? = nil
  ) async throws(PlanningError) -> [[TableCell?]] {
    try await elsewhere(until: deadline) { interruption throws(PlanningError) in
      try table(
        from: sources, to: targets, profile: profile, closed: closed, avoiding: avoiding,
        interruption: interruption)
    }
  }

  /// Returns an isochrone, as ``isochrone(_:interruption:)`` does.
  @concurrent
  public func isochrone(
    _ request: IsochroneRequest, until deadline: ContinuousClock.Instant? = nil
  ) async throws(PlanningError) -> Isochrone {
    try await elsewhere(until: deadline) { interruption throws(PlanningError) in
      try isochrone(request, interruption: interruption)
    }
  }

  /// Returns the nearest points of the network, as ``nearest(to:number:profile:interruption:)`` does.
  @concurrent
  public func nearest(
    to place: Place, number: Int = 1, profile: Profile = .walker,
    until deadline: ContinuousClock.Instant? = nil
  ) async throws(PlanningError) -> [Waypoint] {
    try await elsewhere(until: deadline) { interruption throws(PlanningError) in
      try nearest(to: place, number: number, profile: profile, interruption: interruption)
    }
  }

  /// Does something that ends when the task is cancelled, or at a moment.
  private func elsewhere<Answer: Sendable>(
    until deadline: ContinuousClock.Instant?,
    _ work: (Interruption) throws(PlanningError) -> Answer
  ) async throws(PlanningError) -> Answer {
    let interruption = Interruption(at: deadline)
    let result = await withTaskCancellationHandler {
      Result { () throws(PlanningError) in try work(interruption) }
    } onCancel: {
      interruption.raise()
    }
    return try result.get()
  }
}
