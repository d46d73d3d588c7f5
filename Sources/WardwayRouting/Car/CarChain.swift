import Geodesy
import ShortestPaths
import WardwayMap

/// Drive, change and walk, or the other way round, over whichever handoff makes that best.
///
/// The stages are priced for all handoffs at once, by two one-to-many searches as if nothing were closed. That is the
/// least they can cost. Then the handoffs are tried in that order, until none that is left can be better than the best
/// one found.
struct CarChain {
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

  let snapshot: Snapshot
  let journey: CarJourney
  /// The algorithm; anything but `fastest` serves to check it.
  let method: SearchMethod
  /// What matters in the choice of a handoff.
  let preference: HandoffPreference

  /// The venue in which the stop next to the handoff is.
  private var venue: JoinedVenue? { journey.near.inside.isEmpty ? nil : journey.near.venue }

  /// Finds the handoff that makes the journey best; nil if none does.
  func bestHandoff(_ workspace: inout Workspace) throws(PlanningError) -> ChosenHandoff? {
    // The walk over the stops alone, whichever of its points the stop next to the handoff is left at.
    guard let rest = try walks.walk(over: journey.stops, &workspace.searches) else { return nil }
    for reach in Self.reaches {
      let vicinity = try vicinity(reach: reach, &workspace)
      var best: ChosenHandoff?
      if journey.near.inside.isEmpty || journey.near.place.isEmergencyDepartment {
        best = try bestKerb(&workspace)
      }
      for (site, bound) in try candidates(vicinity, reach: reach, rest: rest.cost, &workspace) {
        if let best, best.score <= bound { break }
        guard let chosen = try choose(site, of: vicinity, &workspace) else { continue }
        if chosen.score < best?.score ?? .max { best = chosen }
      }
      if best == nil { best = try bestKerb(&workspace) }
      if var best {
        best.tooLow = journey.tooLow(vicinity.sites, nearerThan: best.site.record)
        return best
      }
    }
    return nil
  }

  /// What finds the walks.
  private var walks: WalkFinder { WalkFinder(snapshot: snapshot, tariff: journey.tariff, method: method) }

  // MARK: Handoffs

  private func vicinity(
    reach: Double, _ workspace: inout Workspace
  ) throws(PlanningError) -> HandoffVicinity {
    let key = HandoffVicinity.Key(around: venue, journey.near.place.coordinate, reach: reach)
    return try snapshot.vicinities.value(for: key) { () throws(PlanningError) in
      HandoffVicinity(
        key.records(around: venue, streets: snapshot.joined.streets.network), &workspace.snapper,
        journey.roads.prices.open)
    }
  }

  /// The sides of the roads next to where somebody wants to get out or in; none for a car that stays.
  ///
  /// At a hospital they serve only where the map has no place for that: nobody should be let out behind it.
  private func kerbsides(_ workspace: inout Workspace) -> HandoffVicinity? {
    guard journey.request.car != .parks else { return nil }
    let prices = journey.roads.prices
    func sites(_ workspace: inout Workspace) -> [HandoffSite] {
      // On the ground: nobody gets out on the aisle of a garage.
      workspace.snapper.roads(
        near: journey.near.place.coordinate, level: .ground, as: journey.role, at: prices,
        within: Self.kerbReach, most: Self.mostKerbs
      ).map { points in
        let first = points[0]
        let edge = prices.network.edges[first.edge]
        var record = HandoffRecord(
          .dropOff, source: edge.source, drive: first.coordinate, walk: first.coordinate, level: first.level)
        record.isAssumed = true
        return HandoffSite(
          record: record, name: prices.network.strings[edge.name], arriving: points, departing: points)
      }
    }
    guard let stop = journey.near.key, journey.tariff.key.closed.isEmpty else {
      return HandoffVicinity(sites(&workspace), isKept: false)
    }
    let key = HandoffVicinity.Key(center: .kerbs(stop, journey.tariff.profile, journey.role), reach: 0)
    return snapshot.vicinities.value(for: key) { HandoffVicinity(sites(&workspace), isKept: true) }
  }

  /// The best of several roads to get out at: from the nearest it may be a long way around a fence or a river.
  private func bestKerb(_ workspace: inout Workspace) throws(PlanningError) -> ChosenHandoff? {
    guard let kerbs = kerbsides(&workspace) else { return nil }
    var best: ChosenHandoff?
    for site in kerbs.sites.indices {
      guard let chosen = try choose(site, of: kerbs, &workspace) else { continue }
      if chosen.score < best?.score ?? .max { best = chosen }
    }
    return best
  }

  /// The handoffs of a vicinity that may serve, each with the least score it can have, the best first.
  private func candidates(
    _ vicinity: HandoffVicinity, reach: Double, rest: UInt64, _ workspace: inout Workspace
  ) throws(PlanningError) -> [(site: Int, bound: UInt64)] {
    let place = journey.near.place.coordinate
    let sites = vicinity.sites.indices.filter { index in
      let record = vicinity.sites[index].record
      return journey.serves(record) && !(preference.isFree && record.charges)
        && distance(record.walk, place) <= reach
    }
    guard !sites.isEmpty else { return [] }
    let drives = try journey.roads.undisturbed.costs(
      journey.roadPoints, journey.drivesFirst ? vicinity.arriving : vicinity.departing,
      towards: journey.drivesFirst, &workspace.searches)
    let walks = try undisturbedCosts(vicinity, &workspace)
    var found: [(site: Int, bound: UInt64)] = []
    for site in sites where drives[site] < unreachable && walks[site] < unreachable {
      let bound = preference.score(
        drive: drives[site], transfer: journey.transfer(at: vicinity.sites[site].record),
        walk: UInt64(walks[site]) + rest)
      found.append((site, bound))
    }
    return found.sorted { ($0.bound, $0.site) < ($1.bound, $1.site) }
  }

  /// Finds the true ways over a handoff; nil if what is closed leaves none.
  private func choose(
    _ index: Int, of vicinity: HandoffVicinity, _ workspace: inout Workspace
  ) throws(PlanningError) -> ChosenHandoff? {
    let site = vicinity.sites[index]
    let (from, to) = journey.drive(at: site)
    guard let drive = try journey.roads.way(from: from, to: to, &workspace.searches),
      let walk = try walk(over: index, of: vicinity, &workspace)
    else { return nil }
    let score = preference.score(
      drive: drive.cost, transfer: journey.transfer(at: site.record), walk: walk.cost)
    let isDetour = journey.isEmergency && !passesEmergencyDoor(walk)
    return ChosenHandoff(
      site: site, drive: drive, walk: walk, score: isDetour ? score + Self.otherDoor : score)
  }

  /// Whether a walk goes through the door of an emergency department.
  private func passesEmergencyDoor(_ walk: StopWalk) -> Bool {
    walk.hops.joined().contains { hop in
      hop.way.pieces.contains { hop.prices.network.edges[$0.edge].isEmergencyDoor }
    }
  }

  // MARK: On foot

  /// What it costs on foot between the stop next to a handoff and each handoff of a vicinity, if nothing is closed or
  /// avoided, which only adds to that.
  private func undisturbedCosts(
    _ vicinity: HandoffVicinity, _ workspace: inout Workspace
  ) throws(PlanningError) -> [UInt32] {
    let (near, tariff) = (journey.near, journey.tariff.undisturbed)
    let walks = try siteWalks(vicinity, &workspace)
    let finder = WalkFinder(snapshot: snapshot, tariff: tariff)
    func costs(_ workspace: inout Workspace) throws(PlanningError) -> [UInt32] {
      try finder.chain(from: near, to: near, workspace.searches)
        .costs(near, walks, leaving: !journey.drivesFirst, &workspace.searches)
    }
    // Where the stop is may depend on what is closed.
    guard let number = vicinity.number, let stop = near.key, journey.tariff.key.closed.isEmpty else {
      return try costs(&workspace)
    }
    let key = SiteWalkKey(vicinity: number, site: nil, stop: stop, isLeft: !journey.drivesFirst)
    return try tariff.siteCosts.value(for: key) { () throws(PlanningError) in try costs(&workspace) }
  }

  /// The walk between a handoff and the stops; nil where there is none.
  private func walk(
    over index: Int, of vicinity: HandoffVicinity, _ workspace: inout Workspace
  ) throws(PlanningError) -> StopWalk? {
    func find(_ workspace: inout Workspace) throws(PlanningError) -> StopWalk? {
      let site = vicinity.sites[index]
      let points = try siteWalks(vicinity, &workspace).points[index]
      let stop = try stop(at: site.record, points, named: site.name, &workspace)
      let stops = journey.drivesFirst ? [stop] + journey.stops : journey.stops + [stop]
      return try walks.walk(over: stops, &workspace.searches)
    }
    guard journey.stops.count == 1, method == .fastest, let number = vicinity.number,
      let stop = journey.near.key
    else { return try find(&workspace) }
    let key = SiteWalkKey(vicinity: number, site: index, stop: stop, isLeft: !journey.drivesFirst)
    return try journey.tariff.walksToSites.value(for: key) { () throws(PlanningError) in
      try find(&workspace)
    }
  }

  /// Where the sites of a vicinity are on foot for a traveller, if nothing is closed.
  private func siteWalks(
    _ vicinity: HandoffVicinity, _ workspace: inout Workspace
  ) throws(PlanningError) -> SiteWalks {
    let tariff = journey.tariff.undisturbed
    return try vicinity.walks.value(for: tariff.profile) { () throws(PlanningError) in
      var found: [SitePoints] = []
      for site in vicinity.sites {
        found.append(try points(at: site.record, tariff, passingClosed: false, &workspace))
      }
      return SiteWalks(venue: venue, found, at: vicinity.sites.map(\.record.walk))
    }
  }

  /// A handoff as a stop of a walk.
  ///
  /// What is closed doesn't change where that is; only where all of its points are closed, one walks on from
  /// what is next to them.
  private func stop(
    at record: HandoffRecord, _ free: SitePoints, named name: String, _ workspace: inout Workspace
  ) throws(PlanningError) -> Stop {
    let tariff = journey.tariff
    var points = free
    if !tariff.key.closed.isEmpty {
      let streets = tariff.restrictions(on: snapshot.joined.streets)
      let closed = venue.map { tariff.restrictions(on: $0.walks) } ?? .none
      points.streets.removeAll { streets.closes($0) }
      points.inside.removeAll { closed.closes($0) }
      if points.streets.isEmpty, points.inside.isEmpty {
        points = try self.points(at: record, tariff, passingClosed: true, &workspace)
      }
    }
    return Stop(
      place: ResolvedPlace(
        coordinate: record.walk, level: record.statedLevel, name: name, levelIsHint: true),
      streets: points.streets, inside: points.inside, venue: points.inside.isEmpty ? nil : venue)
  }

  /// The points of the streets and of the venue where one walks on from a handoff.
  private func points(
    at record: HandoffRecord, _ tariff: Tariff, passingClosed: Bool, _ workspace: inout Workspace
  ) throws(PlanningError) -> SitePoints {
    let network = snapshot.joined.streets
    for level in record.statedLevel.map({ [$0, nil] }) ?? [nil] {
      var streets = workspace.snapper.points(
        near: record.walk, level: level,
        at: try tariff.prices(on: network, workspace.searches.interruption), passingClosed: passingClosed
      ) { part in
        network.network.isIsland(component: part) && venue?.joinedStreets.contains(part) != true
      }.filter { $0.distance <= Self.walkReach }
      var inside: [SnapPoint] = []
      if let venue {
        inside = workspace.snapper.points(
          near: record.walk, level: level,
          at: try tariff.prices(on: venue.walks, workspace.searches.interruption),
          passingClosed: passingClosed, isIsland: { !venue.mainLand.contains($0) }
        ).filter { $0.distance <= Self.walkReach }
      }
      Snapper.join(&streets, &inside)
      if !streets.isEmpty || !inside.isEmpty { return SitePoints(streets: streets, inside: inside) }
    }
    return SitePoints()
  }
}
