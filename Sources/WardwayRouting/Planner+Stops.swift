import Geodesy
import WardwayMap

extension Planner {
  /// How near a place has to be to an edge, in metres, to be on it for certain.
  fileprivate static let exact = 0.05
  /// How far from its own level's ways a place of the map may lie before another level will do, in metres.
  private static let levelReach = 50.0
  /// How much farther than an upper floor the ground may lie, in metres, for a place that may be on either.
  private static let besideUpperFloor = 10.0
  /// How near to a way a place has to be, in metres, to be on it.
  static let onWay = 0.5
  /// How far outside a venue's box, in metres, a place may still belong to it.
  private static let venueReach = 20.0

  /// Finds a place in the networks that it may be in.
  ///
  /// - Throws: That the place isn't on the map, is too far from everything usable, or is on stairs.
  mutating func stop(at place: Place, for traveller: Traveller) throws(PlanningError) -> Stop {
    guard case .name = place, traveller.closesNothing else { return try findStop(at: place, for: traveller) }
    return try stops.stop(StopMemory.Key(place: place, profile: traveller.profile)) {
      () throws(PlanningError) in
      try findStop(at: place, for: traveller)
    }
  }

  private mutating func findStop(at place: Place, for traveller: Traveller) throws(PlanningError) -> Stop {
    let resolved = try PlaceResolver(atlas: atlas).resolve(place)
    guard !resolved.isCutOff else {
      throw PlanningError(
        .noEdgeNearby, "the map connects \(name(place, resolved)) with nothing; correct the map's source")
    }
    var stop = try points(for: resolved, level: resolved.level, traveller)
    if resolved.levelIsHint, resolved.level != nil, stop.distance > Self.levelReach {
      stop = try points(for: resolved, level: nil, traveller)
    }
    if resolved.levelIsHint, resolved.level == nil { stop = try onGround(stop, resolved, traveller) }
    if let entrances = try stopAtEntrances(place, resolved, insteadOf: stop, traveller) { return entrances }
    if traveller.profile.secondsPerStepUp == nil, !stop.isOnWay {
      try refuseStairs(place, resolved, traveller)
    }
    if stop.distance > Self.beside { try refuseBarred(place, resolved, traveller, stop.distance) }
    guard stop.distance < .infinity else { throw tooFar(place, resolved) }
    return stop
  }

  /// Leaves another floor than the ground for a place of the map that doesn't say its own: a café above a platform of
  /// the underground is on the street.
  private mutating func onGround(
    _ stop: Stop, _ resolved: ResolvedPlace, _ traveller: Traveller
  ) throws(PlanningError) -> Stop {
    let points = (stop.streets + stop.inside).filter { $0.distance <= stop.distance + Snapper.slack }
    guard stop.distance > Self.onWay, let first = points.first,
      !points.contains(where: { $0.level == .ground })
    else { return stop }
    let ground = try self.points(for: resolved, level: .ground, traveller)
    let reach = first.level < .ground ? Self.levelReach : stop.distance + Self.besideUpperFloor
    return ground.distance <= reach ? ground : stop
  }

  /// Who ends this far from a place at least, in metres, may be kept from it by something on the way.
  private static let beside = 12.0
  /// How much nearer to it anybody else may come, in metres.
  private static let worthwhile = 15.0

  /// Refuses a place that others get to and this traveller doesn't, instead of ending short of it.
  private mutating func refuseBarred(
    _ place: Place, _ resolved: ResolvedPlace, _ traveller: Traveller, _ reached: Double
  ) throws(PlanningError) {
    let anybody: Profile = .walker
    guard traveller.profile != anybody else { return }
    let walker = try Traveller(atlas, anybody, closed: [], avoiding: [], method: .fastest)
    var barred: (edge: Int, network: WalkNetwork, metres: Double)?
    for (network, theirs, own) in [(atlas.streets, walker.metric, traveller.metric)]
      + (try metrics(near: resolved, walker, traveller))
    {
      snapper.visitEdges(
        near: resolved.coordinate, level: resolved.level, in: network, within: min(reached, Snapper.radius),
        isUsable: { network.isUsable($0, by: theirs) }
      ) { point in
        if !network.isUsable(point.edge, by: own), point.distance < barred?.metres ?? .infinity {
          barred = (point.edge, network, point.distance)
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
      default: "a way that isn't for \(traveller.profile.spoken)"
      }
    throw PlanningError(
      .noStepFreeRoute,
      "only \(what) (\(edge.source)) leads up to \(name(place, resolved)); the nearest way for \(traveller.profile.spoken) "
        + "is \(reached.isFinite ? "\(Int(reached.rounded())) m" : "too far") off")
  }

  /// The networks of the venues around a place, with what they cost two travellers.
  private mutating func metrics(
    near resolved: ResolvedPlace, _ walker: Traveller, _ traveller: Traveller
  ) throws(PlanningError) -> [(WalkNetwork, Metric, Metric)] {
    var found: [(WalkNetwork, Metric, Metric)] = []
    for venue in try venues(near: resolved) {
      found.append((venue.venue.network, try walker.metric(for: venue), try traveller.metric(for: venue)))
    }
    return found
  }

  /// The points of the streets and of the nearest venue that a place may mean.
  ///
  /// What is closed doesn't change what a place means, so that a closure never makes a journey cheaper; only
  /// where all of its points are closed, it is reached from what is next to them.
  mutating func points(
    for resolved: ResolvedPlace, level: Level?, _ traveller: Traveller
  ) throws(PlanningError) -> Stop {
    var stop = try points(for: resolved, level: level, traveller, passingClosed: false)
    guard traveller.closesSomething else { return stop }
    let streets = traveller.search.streets
    stop.streets.removeAll { streets.closes($0) }
    if let venue = stop.venue {
      let closed = traveller.restrictions(in: venue)
      stop.inside.removeAll { closed.closes($0) }
    }
    if stop.distance < .infinity { return stop }
    return try points(for: resolved, level: level, traveller, passingClosed: true)
  }

  private mutating func points(
    for resolved: ResolvedPlace, level: Level?, _ traveller: Traveller, passingClosed: Bool
  ) throws(PlanningError) -> Stop {
    let network = atlas.streets
    let closed = passingClosed ? traveller.search.streets : .none
    var stop = Stop(place: resolved, streets: [])
    let venues = try venues(near: resolved)
    stop.streets = snapper.points(
      near: resolved.coordinate, level: level, in: network, for: traveller.profile,
      isIsland: { part in
        network.isIsland(component: part) && !venues.contains { $0.joinedStreets.contains(part) }
      },
      isUsable: { !closed.closedEdges.contains($0) && network.isUsable($0, by: traveller.metric) },
      isOpen: { !closed.closedAreas.contains($0) && network.isOpen(area: $0, for: traveller.profile) })
    for venue in venues {
      let network = venue.venue.network
      let metric = try traveller.metric(for: venue)
      let restrictions = traveller.restrictions(in: venue)
      let closed = passingClosed ? restrictions : .none
      let points = snapper.points(
        near: resolved.coordinate, level: level, in: network, for: traveller.profile,
        isIsland: { !venue.mainLand.contains($0) },
        isUsable: { !closed.closedEdges.contains($0) && network.isUsable($0, by: metric) },
        isOpen: { !closed.closedAreas.contains($0) && network.isOpen(area: $0, for: traveller.profile) })
      if let first = points.first, first.distance < stop.inside.first?.distance ?? .infinity {
        stop.inside = points
        stop.venue = venue
      }
    }
    Snapper.join(&stop.streets, &stop.inside)
    if stop.inside.isEmpty { stop.venue = nil }
    return stop
  }

  /// The venues that a place may be in.
  ///
  /// - Throws: `damagedMap` if one of them can't be opened; without it the answer would be another one.
  mutating func venues(near resolved: ResolvedPlace) throws(PlanningError) -> [AttachedVenue] {
    var ids = atlas.venues(near: resolved.coordinate, within: Self.venueReach)
    if let own = resolved.venue, !ids.contains(own) { ids.append(own) }
    var found: [AttachedVenue] = []
    for id in ids { found.append(try attach(id)) }
    return found
  }

  private mutating func attach(_ id: String) throws(PlanningError) -> AttachedVenue {
    if let known = attached[id] { return known }
    let venue: Venue
    do {
      venue = try atlas.venue(id)
    } catch { throw PlanningError(.damagedMap, "\(error)") }
    let made = AttachedVenue(venue, to: atlas.streets, with: &snapper)
    attached[id] = made
    return made
  }

  /// Refuses a place on stairs to those who can't take them, instead of putting it elsewhere.
  private mutating func refuseStairs(
    _ place: Place, _ resolved: ResolvedPlace, _ traveller: Traveller
  ) throws(PlanningError) {
    var stairs: FeatureID?
    var isElsewhereToo = false
    for network in [atlas.streets] + ((try? venues(near: resolved)) ?? []).map(\.venue.network) {
      // An area around it may lie above or below; where the stairs lead onto it, edges of its mesh end there.
      snapper.visitEdges(
        near: resolved.coordinate, level: resolved.level, in: network, within: Self.exact,
        isUsable: { _ in true }
      ) { point in
        let edge = network.edges[point.edge]
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
    if case .name(let name) = place { "'\(name)'" } else { "\(resolved.coordinate)" }
  }

  /// Says how far the map is from a place.
  mutating func tooFar(_ place: Place, _ resolved: ResolvedPlace) -> PlanningError {
    let level = resolved.level.map { " on level \($0)" } ?? ""
    var nearest = Double.infinity
    for network in [atlas.streets] + ((try? venues(near: resolved)) ?? []).map(\.venue.network) {
      snapper.visit(
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

extension Stop {
  /// The same stop at each of its points alone.
  var choices: [Stop] {
    Self.sites(streets).map { Stop(place: place, streets: $0) }
      + Self.sites(inside).map { Stop(place: place, streets: [], inside: $0, venue: venue) }
  }

  /// Points by where they are: each alone, but those of a place in an area together.
  private static func sites(_ points: [SnapPoint]) -> [[SnapPoint]] {
    var sites: [[SnapPoint]] = []
    for point in points {
      if point.area != nil, let site = sites.firstIndex(where: { $0[0].area == point.area }) {
        sites[site].append(point)
      } else {
        sites.append([point])
      }
    }
    return sites
  }

  /// Whether the place is on a way for certain, or in an area within walls.
  fileprivate var isOnWay: Bool {
    (streets + inside).contains { $0.distance <= Planner.exact && ($0.area == nil || $0.isEnclosed) }
  }

  /// How far the nearest point is, in metres; infinite where there is none.
  var distance: Double {
    min(streets.first?.distance ?? .infinity, inside.first?.distance ?? .infinity)
  }
}

extension AttachedVenue {
  /// The venue's id, as legs name it.
  var id: String { venue.description.id }
}

extension WalkHop {
  /// The id of the network, as legs name it.
  var id: String { venue?.venue.description.id ?? Manifest.streets }
}

extension WalkNetwork {
  /// What the map says of the edge or the area that a point is on.
  func attributes(at point: SnapPoint) -> EdgeAttributes {
    point.area.map { areas.records[$0].edge.attributes } ?? edges[point.edge].attributes
  }
}
