import ShortestPaths
import WardwayMap

/// Who travels and under which conditions: one for a request, the same from its start to its end.
final class Traveller {
  let profile: Profile
  /// What the streets cost.
  let metric: Metric
  private let closed: [FeatureID]
  private let avoiding: Set<JourneyRequest.Avoidable>
  private(set) var search: ChainSearch

  init(
    _ atlas: Atlas, _ profile: Profile, closed: [FeatureID], avoiding: Set<JourneyRequest.Avoidable>,
    method: SearchMethod
  ) throws(PlanningError) {
    self.profile = profile
    self.closed = closed
    self.avoiding = avoiding
    do {
      metric = try atlas.metric(for: profile)
    } catch { throw PlanningError(.damagedMap, "\(error)") }
    search = ChainSearch(
      streets: Restrictions(closed: closed, avoiding: avoiding, in: atlas.streets), venues: [:],
      method: method)
  }

  /// What a venue costs.
  ///
  /// - Parameter toEmergency: Whether the journey starts or ends in an emergency department.
  func metric(for venue: AttachedVenue, toEmergency: Bool = false) throws(PlanningError) -> Metric {
    do {
      let plain = try venue.venue.metric(for: profile)
      let metric = toEmergency ? venue.finder.emergencyMetric(plain) : plain
      if metric.hierarchy == nil || !restrictions(in: venue).isEmpty { try venue.prepareForChanges() }
      return metric
    } catch { throw PlanningError(.damagedMap, "\(error)") }
  }

  /// What is closed or avoided in a venue.
  func restrictions(in venue: AttachedVenue) -> Restrictions {
    let id = venue.venue.description.id
    if let known = search.venues[id] { return known }
    let made = Restrictions(closed: closed, avoiding: avoiding, in: venue.venue.network)
    search.venues[id] = made
    return made
  }

  /// Returns the best walk between two stops; nil where there is none.
  func walk(
    from start: Stop, to end: Stop, _ streets: PathFinder, _ memory: ExcursionMemory
  ) throws(PlanningError) -> (hops: [WalkHop], cost: UInt32)? {
    try chain(streets, memory, start, end).walk(from: start, to: end)
  }

  /// Returns good walks between two stops other than the best one, and what each costs more than that.
  func otherWalks(
    from start: Stop, to end: Stop, _ streets: PathFinder, _ memory: ExcursionMemory
  ) throws(PlanningError) -> [(hops: [WalkHop], extra: UInt32)] {
    try chain(streets, memory, start, end).otherWalks(from: start, to: end)
  }

  /// Returns what the best walk between a stop and each of some handoffs would cost if nothing were closed or
  /// avoided, which only adds to that.
  func undisturbedCosts(
    _ stop: Stop, _ sites: SiteWalks, leaving: Bool, _ streets: PathFinder, _ memory: ExcursionMemory
  ) throws(PlanningError) -> [UInt32] {
    let free = Restrictions.none
    let venues = stop.venue.map { [$0.id: free] } ?? [:]
    let search = ChainSearch(streets: free, venues: venues, method: .fastest)
    return try chain(streets, memory, search, stop, stop).costs(stop, sites, leaving: leaving)
  }

  /// Returns what finds walks between two stops.
  func chain(
    _ streets: PathFinder, _ memory: ExcursionMemory, _ start: Stop, _ end: Stop
  ) -> WalkChain {
    for venue in [start.venue, end.venue] { if let venue { _ = restrictions(in: venue) } }
    return chain(streets, memory, search, start, end)
  }

  private func chain(
    _ streets: PathFinder, _ memory: ExcursionMemory, _ search: ChainSearch, _ start: Stop, _ end: Stop
  ) -> WalkChain {
    let toEmergency = start.place.isEmergencyDepartment || end.place.isEmergencyDepartment
    return WalkChain(
      streets: streets, streetMetric: toEmergency ? streets.emergencyMetric(metric) : metric,
      search: search, memory: memory,
      metrics: { venue throws(PlanningError) in try self.metric(for: venue, toEmergency: toEmergency) })
  }

  /// Whether the request closes nothing, on the map or not.
  var closesNothing: Bool { closed.isEmpty }
  /// Whether a feature is closed.
  func closes(_ source: FeatureID) -> Bool { closed.contains(source) }

  /// Whether nothing is closed or avoided, and ways are searched as usual.
  var isUndisturbed: Bool { closed.isEmpty && avoiding.isEmpty && search.method == .fastest }

  /// Whether anything is closed.
  var closesSomething: Bool {
    search.streets.closesSomething || search.venues.values.contains { $0.closesSomething }
  }

  /// The closed features that are in none of the networks that some stops may use.
  func unknown(at stops: [Stop]) -> [FeatureID] {
    search.venues.values.reduce(search.streets.unknown) { unknown, venue in
      unknown.filter { venue.unknown.contains($0) }
    }
  }
}

extension WalkNetwork {
  /// Whether an edge can be used in some direction by whom a metric is for.
  func isUsable(_ edge: Int, by metric: Metric) -> Bool {
    [edge * 2, edge * 2 + 1].contains { directed in
      let arc = edgeArc[directed]
      return arc != WalkNetwork.noArc && metric.weights[Int(arc)] != unreachable
    }
  }
}
