import Geodesy
import WardwayMap

extension Planner {
  /// How near a place has to be to an edge, in metres, to be on it for certain.
  private static let exact = 0.05
  /// How far from its own level's ways a place of the map may lie before another level will do, in metres.
  private static let levelReach = 50.0
  /// How far outside a venue's box, in metres, a place may still belong to it.
  private static let venueReach = 20.0

  /// Finds a place in the networks that it may be in.
  ///
  /// - Throws: That the place isn't on the map, is too far from everything usable, or is on stairs.
  mutating func stop(at place: Place, for traveller: Traveller) throws(PlanningError) -> Stop {
    let resolved = try PlaceResolver(atlas: atlas).resolve(place)
    var stop = try points(for: resolved, level: resolved.level, traveller)
    if resolved.levelIsHint, resolved.level != nil, stop.distance > Self.levelReach {
      stop = try points(for: resolved, level: nil, traveller)
    }
    guard stop.distance < .infinity else { throw tooFar(place, resolved) }
    if traveller.profile.secondsPerStepUp == nil, stop.distance > Self.exact {
      try refuseStairs(place, resolved, traveller)
    }
    return stop
  }

  /// The points of the streets and of the nearest venue that a place may mean.
  private mutating func points(
    for resolved: ResolvedPlace, level: Level?, _ traveller: Traveller
  ) throws(PlanningError) -> Stop {
    let network = atlas.streets
    let closed = traveller.search.streets.closedEdges
    var stop = Stop(place: resolved, streets: [])
    stop.streets = snapper.points(near: resolved.coordinate, level: level, in: network) {
      !closed.contains($0) && network.isUsable($0, by: traveller.metric)
    }
    for venue in venues(near: resolved) {
      let network = venue.venue.network
      let metric = try traveller.metric(for: venue)
      let closed = traveller.restrictions(in: venue).closedEdges
      let points = snapper.points(near: resolved.coordinate, level: level, in: network) {
        !closed.contains($0) && network.isUsable($0, by: metric)
      }
      if let first = points.first, first.distance < stop.inside.first?.distance ?? .infinity {
        stop.inside = points
        stop.venue = venue
      }
    }
    // Points much farther than the nearest one are not what is meant, whichever network they are in.
    let limit = stop.distance + Snapper.slack
    if stop.streets.first?.distance ?? .infinity > limit { stop.streets = [] }
    if stop.inside.first?.distance ?? .infinity > limit {
      stop.inside = []
      stop.venue = nil
    }
    return stop
  }

  /// The venues that a place may be in; a venue that can't be opened is passed over.
  mutating func venues(near resolved: ResolvedPlace) -> [AttachedVenue] {
    var found: [AttachedVenue] = []
    for part in atlas.venueParts {
      guard let box = part.boundingBox else { continue }
      let isNear = box.expanded(byMetres: Self.venueReach).contains(resolved.coordinate)
      if isNear || part.network == resolved.venue, let venue = attach(part.network) { found.append(venue) }
    }
    return found
  }

  private mutating func attach(_ id: String) -> AttachedVenue? {
    if let known = attached[id] { return known }
    let made = (try? atlas.venue(id)).map { AttachedVenue($0, to: atlas.streets, with: &snapper) }
    attached[id] = .some(made)
    return made
  }

  /// Refuses a place on stairs to those who can't take them, instead of putting it elsewhere.
  private mutating func refuseStairs(
    _ place: Place, _ resolved: ResolvedPlace, _ traveller: Traveller
  ) throws(PlanningError) {
    for network in [atlas.streets] + venues(near: resolved).map(\.venue.network) {
      var stairs: Source?
      snapper.visit(
        near: resolved.coordinate, level: resolved.level, in: network, within: Self.exact, isUsable: { _ in true }
      ) { point in
        let edge = network.edges[point.edge]
        if edge.kind == .stairs || edge.kind == .escalator { stairs = edge.source }
        return false
      }
      guard let stairs else { continue }
      throw PlanningError(
        .noStepFreeRoute,
        "\(name(place, resolved)) is on stairs (\(stairs)); choose a place at their foot or head")
    }
  }

  private func name(_ place: Place, _ resolved: ResolvedPlace) -> String {
    if case .name(let name) = place { "'\(name)'" } else { "\(resolved.coordinate)" }
  }

  /// Says how far the map is from a place.
  mutating func tooFar(_ place: Place, _ resolved: ResolvedPlace) -> PlanningError {
    let level = resolved.level.map { " on level \($0)" } ?? ""
    var nearest = Double.infinity
    for network in [atlas.streets] + venues(near: resolved).map(\.venue.network) {
      snapper.visit(
        near: resolved.coordinate, level: nil, in: network, within: .infinity, isUsable: { _ in true }
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
  /// How far the nearest point is, in metres; infinite where there is none.
  var distance: Double {
    min(streets.first?.distance ?? .infinity, inside.first?.distance ?? .infinity)
  }

  /// Keeps only the point where a walk ended.
  mutating func settle(on hop: WalkHop) {
    streets = hop.venue == nil ? [hop.way.end] : []
    inside = hop.venue == nil ? [] : [hop.way.end]
    if hop.venue == nil { venue = nil }
  }
}

extension WalkHop {
  /// The id of the network, as legs name it.
  var id: String { venue?.venue.description.id ?? Manifest.streets }
}

extension Manifest.Part {
  /// The box as such.
  var boundingBox: BoundingBox? {
    guard let box, box.count == 4 else { return nil }
    return BoundingBox(
      minLatitudeE7: box[0], minLongitudeE7: box[1], maxLatitudeE7: box[2], maxLongitudeE7: box[3])
  }
}
