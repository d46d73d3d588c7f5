import Geodesy
import WardwayMap

/// Plans journeys on an atlas.
///
/// What planners find out about an atlas they share, whichever of them was asked; and as many requests are answered at a
/// time as there are tasks that ask.
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
  ///   - method: The algorithm; anything but `fastest` serves to check it.
  /// - Throws: A ``PlanningError`` that says why there is none and what to do.
  public func plan(
    _ request: JourneyRequest, method: SearchMethod = .fastest
  ) throws(PlanningError) -> Journey {
    try answer { workspace throws(PlanningError) in
      try JourneyPlanner(snapshot: snapshot, method: method).journey(for: request, &workspace)
    }
  }

  /// Returns the best journey for a request, then others that are really different, each with its reason.
  ///
  /// A journey by car may have its handoff elsewhere, nearer or without a fee; every journey may have a
  /// variant without stairs. None of these takes more than half as long again as the best, and ten minutes.
  /// Then come other ways through streets and venues, and other roads for the car: each of them costs at most a
  /// quarter more, shares at most four fifths with those before, and has no detour in it that one would see
  /// (``ShortestPaths/AlternativeRules``).
  ///
  /// - Parameter limit: How many there may be.
  /// - Throws: A ``PlanningError`` that says why there is none at all.
  public func alternatives(
    to request: JourneyRequest, limit: Int = 3
  ) throws(PlanningError) -> [Alternative] {
    try answer { workspace throws(PlanningError) in
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
    avoiding: Set<JourneyRequest.Avoidable> = []
  ) throws(PlanningError) -> [[TableCell?]] {
    try answer { workspace throws(PlanningError) in
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
  ///   of ``plan(_:method:)`` for the place.
  /// - Complexity: One search as far as the longest limit; then O(edges + cells) a limit.
  public func isochrone(_ request: IsochroneRequest) throws(PlanningError) -> Isochrone {
    try answer { workspace throws(PlanningError) in
      try IsochroneFinder(snapshot: snapshot, request: request).isochrone(&workspace)
    }
  }

  /// Returns the points of the network nearest to a place, nearest first, one an edge.
  ///
  /// - Throws: `noEdgeNearby`, or that the place isn't on the map.
  /// - Complexity: O(*number* log *n*) typical.
  public func nearest(
    to place: Place, number: Int = 1, profile: Profile = .walker
  ) throws(PlanningError) -> [Waypoint] {
    try answer { workspace throws(PlanningError) in
      let finder = StopFinder(snapshot: snapshot, tariff: snapshot.tariff(profile))
      return try finder.waypoints(near: place, number, &workspace)
    }
  }

  /// Answers a question; whatever was found in a damaged file counts for nothing.
  ///
  /// - Throws: What the question throws, or `damagedMap`.
  func answer<Answer>(
    _ ask: (inout Workspace) throws(PlanningError) -> Answer
  ) throws(PlanningError) -> Answer {
    func checkDamage() throws(PlanningError) {
      try PlanningError.ofDamage { () throws(AtlasError) in try atlas.checkDamage() }
    }
    let answer: Answer
    do {
      answer = try snapshot.joined.workspaces.withWorkspace(ask)
    } catch {
      try checkDamage()
      throw error
    }
    try checkDamage()
    return answer
  }
}
