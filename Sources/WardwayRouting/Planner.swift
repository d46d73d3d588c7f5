import Geodesy
import WardwayMap

/// Plans journeys on an atlas: owns the memory that searches need, so make one a task and reuse it.
public struct Planner: ~Copyable {
  private let atlas: Atlas
  private var finder: PathFinder
  private var snapper = Snapper()

  /// Makes a planner for an atlas.
  ///
  /// - Complexity: O(nodes of the atlas), once.
  public init(_ atlas: Atlas) {
    self.atlas = atlas
    finder = PathFinder(atlas.streets)
  }

  /// Returns the best journey for a request.
  ///
  /// - Parameters:
  ///   - request: What is asked.
  ///   - method: The algorithm; anything but `fastest` serves to check it.
  /// - Throws: A ``PlanningError`` that says why there is none and what to do.
  public mutating func plan(
    _ request: JourneyRequest, method: SearchMethod = .fastest
  ) throws(PlanningError) -> Journey {
    let network = atlas.streets
    let metric = try metric(for: request.profile)
    let restrictions = Restrictions(closed: request.closed, avoiding: request.avoiding, in: network)
    var stops: [(place: ResolvedPlace, points: [SnapPoint])] = []
    for place in [request.from] + request.via + [request.to] {
      let resolved = try network.resolve(place)
      stops.append((resolved, try points(for: resolved, place, metric, restrictions)))
    }
    var assembler = JourneyAssembler(network, profile: request.profile)
    var legs: [Leg] = []
    var cost: UInt64 = 0
    var snaps: (from: Double, to: Double) = (0, 0)
    for (index, (start, end)) in zip(stops, stops.dropFirst()).enumerated() {
      let found = finder.way(
        from: start.points, to: end.points, metric: metric, restrictions: restrictions, method: method)
      guard let way = found else {
        throw explain(request, start.points, end.points, metric, restrictions)
      }
      cost += UInt64(way.cost)
      legs.append(assembler.leg(for: way, destination: end.place.name))
      // The next leg starts where this one ends.
      if index + 2 < stops.count { stops[index + 1].points = [way.end] }
      if index == 0 { snaps.from = distance(start.place.coordinate, way.start.coordinate) }
      snaps.to = distance(end.place.coordinate, way.end.coordinate)
    }
    return Journey(
      legs: legs, geometry: assembler.geometry,
      notices: Notice.about(legs, for: request.profile, unknownElements: restrictions.unknown),
      costMilliseconds: cost, snapFrom: snaps.from, snapTo: snaps.to)
  }

  /// Returns the durations and lengths of the best ways from each source to each target, nil where there is
  /// none; the same as so many requests would.
  ///
  /// - Throws: A ``PlanningError`` for a place that isn't on the map or a profile that can't be used.
  /// - Complexity: O(sources × targets) searches.
  public mutating func table(
    from sources: [Place], to targets: [Place], profile: Profile = .walker, closed: [Source] = [],
    avoiding: Set<JourneyRequest.Avoidable> = []
  ) throws(PlanningError) -> [[TableCell?]] {
    let network = atlas.streets
    let metric = try metric(for: profile)
    let restrictions = Restrictions(closed: closed, avoiding: avoiding, in: network)
    var ends: [[SnapPoint]] = []
    for place in sources + targets {
      let resolved = try network.resolve(place)
      ends.append(try points(for: resolved, place, metric, restrictions))
    }
    var rows: [[TableCell?]] = []
    for source in ends[..<sources.count] {
      var row: [TableCell?] = []
      for target in ends[sources.count...] {
        let way = finder.way(from: source, to: target, metric: metric, restrictions: restrictions)
        row.append(way.map { TableCell($0, network, profile) })
      }
      rows.append(row)
    }
    return rows
  }

  /// Returns the points of the network nearest to a place, nearest first, one an edge.
  ///
  /// - Throws: `noEdgeNearby`, or that the place isn't on the map.
  /// - Complexity: O(*number* log *n*) typical.
  public mutating func nearest(
    to place: Place, number: Int = 1, profile: Profile = .walker
  ) throws(PlanningError) -> [Waypoint] {
    let network = atlas.streets
    let metric = try metric(for: profile)
    let resolved = try network.resolve(place)
    var found: [Waypoint] = []
    snapper.visit(
      near: resolved.coordinate, level: resolved.level, in: network,
      isUsable: { Self.isUsable($0, network, metric) }
    ) { point in
      guard found.count < number else { return false }
      let edge = network.edges[point.edge]
      found.append(
        Waypoint(
          coordinate: point.coordinate, level: point.level, distance: point.distance, source: edge.source,
          name: network.strings[edge.name]))
      return found.count < number
    }
    if found.isEmpty { throw tooFar(place, resolved) }
    return found
  }

  // MARK: Places

  private func metric(for profile: Profile) throws(PlanningError) -> Metric {
    do {
      return try atlas.metric(for: profile)
    } catch { throw PlanningError(.damagedMap, "\(error)") }
  }

  private static func isUsable(_ edge: Int, _ network: Network, _ metric: Metric) -> Bool {
    [edge * 2, edge * 2 + 1].contains { directed in
      let arc = network.edgeArc[directed]
      return arc != Network.noArc && metric.weights[Int(arc)] != .max
    }
  }

  private mutating func points(
    for resolved: ResolvedPlace, _ place: Place, _ metric: Metric, _ restrictions: Restrictions
  ) throws(PlanningError) -> [SnapPoint] {
    let network = atlas.streets
    func isUsable(_ edge: Int) -> Bool {
      !restrictions.closedEdges.contains(edge) && Self.isUsable(edge, network, metric)
    }
    var points = snapper.points(
      near: resolved.coordinate, level: resolved.level, in: network, isUsable: isUsable)
    if resolved.levelIsHint, points.first?.distance ?? .infinity > 50 {
      points = snapper.points(near: resolved.coordinate, level: nil, in: network, isUsable: isUsable)
    }
    guard let first = points.first else { throw tooFar(place, resolved) }
    if metric.profile.secondsPerStepUp == nil, first.distance > Self.exact {
      try refuseStairs(resolved, place, restrictions)
    }
    return points
  }

  /// How near a place has to be to an edge, in metres, to be on it for certain.
  private static let exact = 0.05

  /// Refuses a place on stairs to those who can't take them, instead of putting it elsewhere.
  private mutating func refuseStairs(
    _ resolved: ResolvedPlace, _ place: Place, _ restrictions: Restrictions
  ) throws(PlanningError) {
    let network = atlas.streets
    var edge: Int?
    snapper.visit(
      near: resolved.coordinate, level: resolved.level, in: network,
      isUsable: { !restrictions.closedEdges.contains($0) }
    ) { point in
      if point.distance <= Self.exact { edge = point.edge }
      return false
    }
    guard let edge, network.edges[edge].kind == .stairs || network.edges[edge].kind == .escalator else { return }
    let what = if case .name(let name) = place { "'\(name)'" } else { "\(resolved.coordinate)" }
    throw PlanningError(
      .noStepFreeRoute, "\(what) is on stairs (\(network.edges[edge].source)); choose a place at their foot or head")
  }

  private mutating func tooFar(_ place: Place, _ resolved: ResolvedPlace) -> PlanningError {
    let what = if case .name(let name) = place { "'\(name)'" } else { "\(resolved.coordinate)" }
    let level = resolved.level.map { " on level \($0)" } ?? ""
    var nearest: Double?
    if resolved.level != nil {
      snapper.visit(near: resolved.coordinate, level: nil, in: atlas.streets, isUsable: { _ in true }) {
        nearest = $0.distance
        return false
      }
    }
    let elsewhere = nearest.map { "; the nearest way on any level is \(Int($0.rounded())) m off" } ?? ""
    return PlanningError(
      .noEdgeNearby,
      "there is no way\(level) that this traveller can use within \(Int(Snapper.radius)) m of \(what)\(elsewhere)")
  }

  // MARK: Reasons

  /// Says why there is no way: something is closed, there are only steps, or the places are not connected.
  private mutating func explain(
    _ request: JourneyRequest, _ start: [SnapPoint], _ end: [SnapPoint], _ metric: Metric,
    _ restrictions: Restrictions
  ) -> PlanningError {
    let free = Restrictions(closed: [], avoiding: [], in: atlas.streets)
    if !restrictions.closedEdges.isEmpty,
      finder.way(from: start, to: end, metric: metric, restrictions: free) != nil
    {
      let names = request.closed.map(\.description).joined(separator: ", ")
      return PlanningError(.closedNow, "the only ways lead through what is closed (\(names))")
    }
    if request.profile.secondsPerStepUp == nil, let walker = try? atlas.metric(for: .walker),
      finder.way(from: start, to: end, metric: walker, restrictions: restrictions) != nil
    {
      return PlanningError(
        .noStepFreeRoute,
        "there is a way on foot, but none that \(request.profile.name) can use: steps, doors or slopes are in it")
    }
    return PlanningError(.noRoute, "the map has no way between these places; check their levels")
  }
}

/// What a table says of a pair of places.
public struct TableCell: Hashable, Sendable {
  /// What the clock shows, in seconds.
  public var duration: Double
  /// Length on the ground in metres.
  public var distance: Double

  init(_ way: FoundWay, _ network: Network, _ profile: Profile) {
    var milliseconds: UInt64 = 0
    var millimetres: UInt64 = 0
    for piece in way.pieces {
      let record = network.edges[piece.edge]
      let part = max(piece.from, piece.to) - min(piece.from, piece.to)
      let price = network.price(of: piece.edge, forward: piece.isForward, for: profile)
      milliseconds += UInt64(Share.of(price?.duration ?? 0, part, in: record.span))
      if record.length > 0 { millimetres += UInt64(part) }
    }
    duration = Double(milliseconds) / 1000
    distance = Double(millimetres) / 1000
  }
}

/// A point of the network near a place.
public struct Waypoint: Hashable, Sendable {
  /// Where it is.
  public var coordinate: Coordinate
  /// On which level.
  public var level: Level
  /// How far from the place, in metres.
  public var distance: Double
  /// The feature that its edge comes from.
  public var source: Source
  /// The edge's name, or "".
  public var name: String
}
