import Geodesy
import WardwayMap

/// Finds where places are in the networks, for one traveller.
struct StopFinder {
  let snapshot: Snapshot
  let tariff: Tariff

  var joined: JoinedAtlas { snapshot.joined }
  var profile: Profile { tariff.profile }

  /// How near a place has to be to an edge, in metres, to be on it for certain.
  static let exact = 0.05
  /// How far from its own level's ways a place of the map may lie before another level will do, in metres.
  private static let levelReach = 50.0
  /// How much farther than an upper floor the ground may lie, in metres, for a place that may be on either.
  private static let besideUpperFloor = 10.0
  /// How near to a way a place has to be, in metres, to be on it.
  static let onWay = 0.5
  /// Finds a place in the networks that it may be in.
  ///
  /// - Throws: That the place isn't on the map, is too far from everything usable, or is on stairs.
  func stop(at place: Place, _ workspace: inout Workspace) throws(PlanningError) -> Stop {
    guard place.isKnown else { return try findStop(at: place, &workspace) }
    return try tariff.stops.value(for: place) { () throws(PlanningError) in
      var stop = try findStop(at: place, &workspace)
      stop.key = place
      return stop
    }
  }

  private func findStop(at place: Place, _ workspace: inout Workspace) throws(PlanningError) -> Stop {
    try workspace.searches.goOn()
    let resolved = try PlaceResolver(atlas: joined.atlas).resolve(place)
    guard !resolved.isCutOff else {
      throw PlanningError(
        .noEdgeNearby, "the map connects \(name(place, resolved)) with nothing; correct the map's source")
    }
    var stop = try points(for: resolved, level: resolved.level, &workspace)
    if resolved.levelIsHint, resolved.level != nil, stop.distance > Self.levelReach {
      stop = try points(for: resolved, level: nil, &workspace)
    }
    if resolved.levelIsHint, resolved.level == nil { stop = try onGround(stop, resolved, &workspace) }
    if let entrances = try stopAtEntrances(place, resolved, insteadOf: stop, &workspace) { return entrances }
    if profile.secondsPerStepUp == nil, !stop.isOnWay { try refuseStairs(place, resolved, &workspace) }
    if stop.distance > Self.beside { try refuseBarred(place, resolved, stop.distance, &workspace) }
    guard stop.distance < .infinity else { throw tooFar(place, resolved, &workspace) }
    return stop
  }

  /// Leaves another floor than the ground for a place of the map that doesn't say its own: a café above a platform of
  /// the underground is on the street.
  private func onGround(
    _ stop: Stop, _ resolved: ResolvedPlace, _ workspace: inout Workspace
  ) throws(PlanningError) -> Stop {
    let points = (stop.streets + stop.inside).filter { $0.distance <= stop.distance + Snapper.slack }
    guard stop.distance > Self.onWay, let first = points.first,
      !points.contains(where: { $0.level == .ground })
    else { return stop }
    let ground = try self.points(for: resolved, level: .ground, &workspace)
    let reach = first.level < .ground ? Self.levelReach : stop.distance + Self.besideUpperFloor
    return ground.distance <= reach ? ground : stop
  }

  /// Who ends this far from a place at least, in metres, may be kept from it by something on the way.
  private static let beside = 12.0
  /// How much nearer to it anybody else may come, in metres.
  private static let worthwhile = 15.0

  /// Refuses a place that others get to and this traveller doesn't, instead of ending short of it.
  private func refuseBarred(
    _ place: Place, _ resolved: ResolvedPlace, _ reached: Double, _ workspace: inout Workspace
  ) throws(PlanningError) {
    let anybody = snapshot.tariff(.walker)
    guard profile != anybody.profile else { return }
    var barred: (edge: Int, network: WalkNetwork, metres: Double)?
    for walks in try joined.networks(near: resolved) {
      let network = walks.network
      let (theirs, own) = (
        try anybody.prices(on: walks, workspace.searches.interruption),
        try tariff.prices(on: walks, workspace.searches.interruption)
      )
      workspace.snapper.visitEdges(
        near: resolved.coordinate, level: resolved.level, in: network, within: min(reached, Snapper.radius),
        isUsable: { theirs.admits(edge: $0) }
      ) { point, edge in
        if !own.admits(edge: edge), point.distance < barred?.metres ?? .infinity {
          barred = (edge, network, point.distance)
        }
        return false
      }
    }
    guard let barred, barred.metres + Self.worthwhile < reached else { return }
    let edge = barred.network.edges[barred.edge]
    let what =
      switch edge.kind {
      case .stairs: "steps"
      case .escalator: "an escalator"
      default: "a way that isn't for \(profile.spoken)"
      }
    throw PlanningError(
      .noStepFreeRoute,
      "only \(what) (\(edge.source)) leads up to \(name(place, resolved)); the nearest way for \(profile.spoken) "
        + "is \(reached.isFinite ? "\(Int(reached.rounded())) m" : "too far") off")
  }

  /// The points of the streets and of the nearest venue that a place may mean.
  ///
  /// What is closed doesn't change what a place means, so that a closure never makes a journey cheaper; only
  /// where all of its points are closed, it is reached from what is next to them.
  func points(
    for resolved: ResolvedPlace, level: Level?, _ workspace: inout Workspace
  ) throws(PlanningError) -> Stop {
    var stop = try points(for: resolved, level: level, passingClosed: false, &workspace)
    guard tariff.closesSomething(on: try joined.networks(near: resolved)) else { return stop }
    let streets = tariff.restrictions(on: joined.streets)
    stop.streets.removeAll { streets.closes($0) }
    if let venue = stop.venue {
      let closed = tariff.restrictions(on: venue.walks)
      stop.inside.removeAll { closed.closes($0) }
    }
    if stop.distance < .infinity { return stop }
    return try points(for: resolved, level: level, passingClosed: true, &workspace)
  }

  private func points(
    for resolved: ResolvedPlace, level: Level?, passingClosed: Bool, _ workspace: inout Workspace
  ) throws(PlanningError) -> Stop {
    var stop = Stop(place: resolved, streets: [])
    let venues = try joined.venues(near: resolved)
    // Once: a network is copied out of what it belongs to for each call on it.
    let network = joined.streets.network
    stop.streets = workspace.snapper.points(
      near: resolved.coordinate, level: level,
      at: try tariff.prices(on: joined.streets, workspace.searches.interruption),
      passingClosed: passingClosed
    ) { part in
      network.isIsland(component: part) && !venues.contains { $0.joinedStreets.contains(part) }
    }
    for venue in venues {
      let points = workspace.snapper.points(
        near: resolved.coordinate, level: level,
        at: try tariff.prices(on: venue.walks, workspace.searches.interruption),
        passingClosed: passingClosed, isIsland: { !venue.mainLand.contains($0) })
      if let first = points.first, first.distance < stop.inside.first?.distance ?? .infinity {
        stop.inside = points
        stop.venue = venue
      }
    }
    Snapper.join(&stop.streets, &stop.inside)
    if stop.inside.isEmpty { stop.venue = nil }
    return stop
  }

  /// Refuses a place on stairs to those who can't take them, instead of putting it elsewhere.
  private func refuseStairs(
    _ place: Place, _ resolved: ResolvedPlace, _ workspace: inout Workspace
  ) throws(PlanningError) {
    var stairs: FeatureID?
    var isElsewhereToo = false
    for network in ((try? joined.networks(near: resolved)) ?? [joined.streets]).map(\.network) {
      // An area around it may lie above or below; where the stairs lead onto it, edges of its mesh end there.
      workspace.snapper.visitEdges(
        near: resolved.coordinate, level: resolved.level, in: network, within: Self.exact,
        isUsable: { _ in true }
      ) { _, number in
        let edge = network.edges[number]
        if edge.kind == .stairs || edge.kind == .escalator {
          stairs = edge.source
        } else {
          isElsewhereToo = true
        }
        return !isElsewhereToo
      }
    }
    guard let stairs, !isElsewhereToo else { return }
    throw PlanningError(
      .noStepFreeRoute,
      "\(name(place, resolved)) is on stairs (\(stairs)); choose a place at their foot or head")
  }

  func name(_ place: Place, _ resolved: ResolvedPlace) -> String {
    switch place {
    case .name(let name): "'\(name)'"
    case .feature(let feature, _): "'\(feature)'"
    case .coordinate: "\(resolved.coordinate)"
    }
  }

  /// Says how far the map is from a place.
  func tooFar(
    _ place: Place, _ resolved: ResolvedPlace, _ workspace: inout Workspace
  ) -> PlanningError {
    let level = resolved.level.map { " on level \($0)" } ?? ""
    var nearest = Double.infinity
    for network in ((try? joined.networks(near: resolved)) ?? [joined.streets]).map(\.network) {
      workspace.snapper.visit(
        near: resolved.coordinate, level: nil, in: network, within: .infinity, isUsable: { _ in true },
        isOpen: { _ in true }
      ) {
        nearest = min(nearest, $0.distance)
        return false
      }
    }
    let elsewhere =
      nearest.isFinite ? "; the nearest way on any level is \(Int(nearest.rounded())) m off" : ""
    return PlanningError(
      .noEdgeNearby,
      "there is no way\(level) that this traveller can use within \(Int(Snapper.radius)) m of "
        + name(place, resolved) + elsewhere)
  }
}
