import Geodesy
import ShortestPaths
import WardwayMap

extension Planner {
  /// How far from the stop next to it, in metres as the crow flies, a handoff may lie.
  ///
  /// The next distance is tried where none within the one before serves.
  private static let reaches = [1000.0, 4000, 16000]
  /// How far from a handoff walking may begin, in metres.
  private static let walkReach = 60.0
  /// How far a road other than the nearest may lie where somebody gets out at its side, in metres.
  static let kerbReach = 150.0
  /// The most roads at whose side somebody may get out.
  static let mostKerbs = 5

  /// How much longer the way to an emergency department may be, in milliseconds, if it is through its own door.
  private static let otherDoor: UInt64 = 300_000

  /// Finds the handoff that makes a journey best; nil if none does.
  ///
  /// The chain of drive, change and walk is priced for all handoffs at once, by two one-to-many searches as if
  /// nothing were closed. That is the least it can cost. Then the handoffs are tried in that order, until none
  /// that is left can be better than the best one found.
  mutating func bestHandoff(
    of journey: CarJourney, _ preference: HandoffPreference = HandoffPreference()
  ) throws(PlanningError) -> ChosenHandoff? {
    // The walk over the stops alone, whichever of its points the stop next to the handoff is left at.
    guard let rest = try walk(over: journey.stops, for: journey.traveller) else { return nil }
    for reach in Self.reaches {
      let area = try area(of: journey, reach: reach)
      var best: ChosenHandoff?
      if journey.near.inside.isEmpty || journey.near.place.isEmergencyDepartment {
        best = try bestKerb(for: journey, preference)
      }
      for (site, bound) in try candidates(of: journey, area, reach: reach, preference, rest: rest.cost) {
        if let best, best.score <= bound { break }
        guard let chosen = try choose(site, of: area, for: journey, preference) else { continue }
        if chosen.score < best?.score ?? .max { best = chosen }
      }
      if best == nil { best = try bestKerb(for: journey, preference) }
      if let best { return best }
    }
    return nil
  }

  /// The sides of the roads next to where somebody wants to get out or in; none for a car that stays.
  ///
  /// At a hospital they serve only where the map has no place for that: nobody should be let out behind it.
  private mutating func kerbsides(of journey: CarJourney) -> HandoffArea? {
    guard journey.request.car != .parks else { return nil }
    let memory = roads!
    return memory.kerbs(journey.near, journey.role) {
      let network = memory.finder.network
      // On the ground: nobody gets out on the aisle of a garage.
      return memory.finder.roads(
        near: journey.near.place.coordinate, level: .ground, as: journey.role, metric: memory.metric,
        closed: journey.closed, within: Self.kerbReach, most: Self.mostKerbs
      ).map { points in
        let first = points[0]
        let edge = network.edges[first.edge]
        var record = HandoffRecord(
          .dropOff, source: edge.source, drive: first.coordinate, walk: first.coordinate, level: first.level)
        record.isAssumed = true
        return HandoffSite(
          record: record, name: network.strings[edge.name], arriving: points, departing: points)
      }
    }
  }

  /// The best of several roads to get out at: from the nearest it may be a long way around a fence or a river.
  private mutating func bestKerb(
    for journey: CarJourney, _ preference: HandoffPreference
  ) throws(PlanningError) -> ChosenHandoff? {
    guard let kerbs = kerbsides(of: journey) else { return nil }
    var best: ChosenHandoff?
    for site in kerbs.sites.indices {
      guard let chosen = try choose(site, of: kerbs, for: journey, preference) else { continue }
      if chosen.score < best?.score ?? .max { best = chosen }
    }
    return best
  }

  private mutating func area(of journey: CarJourney, reach: Double) throws(PlanningError) -> HandoffArea {
    let near = journey.near
    return roads!.area(
      around: near.inside.isEmpty ? nil : near.venue, near.place.coordinate, reach: reach,
      streets: atlas.streets)
  }

  /// The handoffs of an area that may serve, each with the least score it can have, the best first.
  private mutating func candidates(
    of journey: CarJourney, _ area: HandoffArea, reach: Double, _ preference: HandoffPreference, rest: UInt64
  ) throws(PlanningError) -> [(site: Int, bound: UInt64)] {
    let place = journey.near.place.coordinate
    let sites = area.sites.indices.filter { index in
      let record = area.sites[index].record
      return journey.serves(record) && !(preference.isFree && record.charges)
        && distance(record.walk, place) <= reach
    }
    guard !sites.isEmpty else { return [] }
    let far = area.far(journey.role, in: &roads!.table)
    let drives = roads!.table.costs(journey.roadPoints, far)
    let siteWalks = try siteWalks(area, journey)
    let leaving = !journey.drivesFirst
    let walks = try area.costs(journey.near, leaving: leaving) { () throws(PlanningError) in
      try journey.traveller.undisturbedCosts(journey.near, siteWalks, leaving: leaving, streets, excursions)
    }
    var found: [(site: Int, bound: UInt64)] = []
    for site in sites where drives[site] < unreachable && walks[site] < unreachable {
      let bound = preference.score(
        drive: drives[site], transfer: journey.transfer(at: area.sites[site].record),
        walk: UInt64(walks[site]) + rest)
      found.append((site, bound))
    }
    return found.sorted { ($0.bound, $0.site) < ($1.bound, $1.site) }
  }

  /// Finds the true ways over a handoff; nil if what is closed leaves none.
  private mutating func choose(
    _ index: Int, of area: HandoffArea, for journey: CarJourney, _ preference: HandoffPreference
  ) throws(PlanningError) -> ChosenHandoff? {
    let site = area.sites[index]
    let onRoads = journey.drivesFirst ? site.arriving : site.departing
    let (from, to) = journey.drivesFirst ? (journey.roadPoints, onRoads) : (onRoads, journey.roadPoints)
    guard
      let drive = roads!.finder.way(
        from: from, to: to, metric: roads!.metric, closed: journey.closed, method: journey.method)
    else { return nil }
    guard let walk = try walk(over: index, of: area, for: journey) else { return nil }
    let score = preference.score(
      drive: drive.cost, transfer: journey.transfer(at: site.record), walk: walk.cost)
    let isDetour = journey.isEmergency && !passesEmergencyDoor(walk)
    return ChosenHandoff(
      site: site, drive: drive, walk: walk, score: isDetour ? score + Self.otherDoor : score)
  }

  /// Whether a walk goes through the door of an emergency department.
  private func passesEmergencyDoor(_ walk: StopWalk) -> Bool {
    walk.hops.joined().contains { hop in
      let network = hop.venue?.venue.network ?? atlas.streets
      return hop.way.pieces.contains { network.edges[$0.edge].isEmergencyDoor }
    }
  }

  // MARK: On foot

  /// The walk between a handoff and the stops; nil where there is none.
  private mutating func walk(
    over index: Int, of area: HandoffArea, for journey: CarJourney
  ) throws(PlanningError) -> StopWalk? {
    let key = journey.walkKey.map { SiteWalkKey(area: area.number, site: index, walk: $0) }
    if let key, let known = roads!.walks[key] { return known }
    let site = area.sites[index]
    let points = try siteWalks(area, journey).points[index]
    let stop = try stop(at: site.record, points, named: site.name, for: journey)
    let stops = journey.drivesFirst ? [stop] + journey.stops : journey.stops + [stop]
    let found = try walk(over: stops, for: journey.traveller)
    if let key { roads!.keep(found, key) }
    return found
  }

  /// Where the sites of an area are on foot for a traveller, if nothing is closed.
  private mutating func siteWalks(
    _ area: HandoffArea, _ journey: CarJourney
  ) throws(PlanningError) -> SiteWalks {
    let profile = journey.traveller.profile
    if let known = area.walks[profile] { return known }
    let venue = journey.near.inside.isEmpty ? nil : journey.near.venue
    var found: [SitePoints] = []
    for site in area.sites {
      found.append(try points(at: site.record, venue, journey.traveller, passingClosed: false))
    }
    let made = SiteWalks(venue: venue, found)
    area.walks[profile] = made
    return made
  }

  /// A handoff as a stop of a walk.
  ///
  /// What is closed doesn't change where that is; only where all of its points are closed, one walks on from
  /// what is next to them.
  private mutating func stop(
    at record: HandoffRecord, _ free: SitePoints, named name: String, for journey: CarJourney
  ) throws(PlanningError) -> Stop {
    let traveller = journey.traveller
    let venue = journey.near.inside.isEmpty ? nil : journey.near.venue
    var points = free
    if traveller.closesSomething {
      let closed = venue.map { traveller.restrictions(in: $0) } ?? .none
      points.streets.removeAll { traveller.search.streets.closes($0) }
      points.inside.removeAll { closed.closes($0) }
      if points.streets.isEmpty, points.inside.isEmpty {
        points = try self.points(at: record, venue, traveller, passingClosed: true)
      }
    }
    return Stop(
      place: ResolvedPlace(
        coordinate: record.walk, level: record.statedLevel, name: name, levelIsHint: true),
      streets: points.streets, inside: points.inside, venue: points.inside.isEmpty ? nil : venue)
  }

  /// The points of the streets and of a venue where one walks on from a handoff.
  private mutating func points(
    at record: HandoffRecord, _ venue: AttachedVenue?, _ traveller: Traveller, passingClosed: Bool
  ) throws(PlanningError) -> SitePoints {
    for level in record.statedLevel.map({ [$0, nil] }) ?? [nil] {
      var streets = points(
        at: record, level, atlas.streets, traveller.metric,
        isIsland: { [atlas] part in
          atlas.streets.isIsland(component: part) && venue?.joinedStreets.contains(part) != true
        },
        passing: passingClosed ? traveller.search.streets : .none)
      var inside: [SnapPoint] = []
      if let venue {
        inside = points(
          at: record, level, venue.venue.network, try traveller.metric(for: venue),
          isIsland: { !venue.mainLand.contains($0) },
          passing: passingClosed ? traveller.restrictions(in: venue) : .none)
      }
      Snapper.join(&streets, &inside)
      if !streets.isEmpty || !inside.isEmpty { return SitePoints(streets: streets, inside: inside) }
    }
    return SitePoints()
  }

  private mutating func points(
    at record: HandoffRecord, _ level: Level?, _ network: WalkNetwork, _ metric: Metric,
    isIsland: (UInt32) -> Bool, passing closed: Restrictions
  ) -> [SnapPoint] {
    snapper.points(
      near: record.walk, level: level, in: network, for: metric.profile, isIsland: isIsland,
      isUsable: { !closed.closedEdges.contains($0) && network.isUsable($0, by: metric) },
      isOpen: { !closed.closedAreas.contains($0) && network.isOpen(area: $0, for: metric.profile) }
    ).filter { $0.distance <= Self.walkReach }
  }
}
