import Geodesy
import ShortestPaths
import WardwayMap

/// Somebody on foot who looks at every edge and every area of a network to find where a place is, and knows the rules
/// alone: no index, no order, nothing kept.
struct NaiveWalker {
  /// A point of the network that stands for a place.
  struct Point {
    enum Spot { case edge(Int, offset: UInt32), area(Int) }
    var spot: Spot
    var coordinate: Coordinate
    var level: Level
    /// How far from the place, in metres.
    var distance: Double
    /// Whether nothing joins it to the main network.
    var isOnIsland: Bool
    /// Whether walls are around it, with the place inside.
    var isEnclosed = false

    var area: Int? { if case .area(let area) = spot { area } else { nil } }
  }

  let network: WalkNetwork
  let profile: Profile
  /// The number of the network's first node in a graph.
  let firstNode: Int
  private let closed: Set<FeatureID>
  private let closedEdges: Set<Int>
  private let closedAreas: Set<Int>
  /// What each edge costs from tail to head and back where nothing is closed; `unreachable` where it can't be used.
  private let costs: [(forward: UInt32, backward: UInt32)]

  init(_ network: WalkNetwork, _ profile: Profile, closed sources: [FeatureID] = [], firstNode: Int = 0) {
    (self.network, self.profile, closed) = (network, profile, Set(sources))
    self.firstNode = firstNode
    closedEdges = Set(sources.flatMap { Self.edges(closedBy: $0, network) })
    closedAreas = Set(
      network.areas.records.indices.filter { sources.contains(network.areas.records[$0].edge.source) })
    let weights = network.weights(for: profile)
    costs = network.edges.indices.map { edge in
      func cost(_ arc: UInt32) -> UInt32 { arc == WalkNetwork.noArc ? unreachable : weights[Int(arc)] }
      return (cost(network.edgeArc[edge * 2]), cost(network.edgeArc[edge * 2 + 1]))
    }
  }

  /// A way closes its edges, a node those that meet in it.
  private static func edges(closedBy source: FeatureID, _ network: WalkNetwork) -> [Int] {
    let own = network.edges.indices.filter { network.edges[$0].source == source }
    if !own.isEmpty { return own }
    return network.edges.indices.filter { edge in
      [network.edges[edge].tail, network.edges[edge].head].contains {
        network.nodes[Int($0)].source == source
      }
    }
  }

  // MARK: What it costs

  /// What a whole edge costs in a direction.
  func cost(of edge: Int, forward isForward: Bool) -> UInt32 {
    closedEdges.contains(edge) ? unreachable : isForward ? costs[edge].forward : costs[edge].backward
  }

  /// What it costs to walk straight across an area.
  func cost(across area: Int, from start: Coordinate, to end: Coordinate) -> UInt32 {
    guard !closedAreas.contains(area), let space = network.areas.space(of: area), space.sees(start, end),
      fits(between: start, end, in: space)
    else { return unreachable }
    return price(across: area, distance(start, end)) ?? unreachable
  }

  private func price(across area: Int, _ metres: Double) -> UInt32? {
    let record = network.areas.records[area]
    var edge = record.edge
    edge.length = UInt32((metres * 1000).rounded())
    return profile.price(of: edge, forward: true, tail: record.level, head: record.level)?.cost
  }

  /// Whether nothing that stands in a space is too close on both sides.
  private func fits(between start: Coordinate, _ end: Coordinate, in space: FreeSpace) -> Bool {
    guard profile.minimumWidth > 0.5 else { return true }
    let width = ((profile.minimumWidth * 100).rounded() - 1) / 100
    return NarrowGaps(space, below: width).width(from: start, to: end) == nil
  }

  /// What it costs to get from a place to its point: a metre off the ways is as bad as three on them.
  func access(_ point: Point) -> UInt32 { UInt32((point.distance / profile.speed * 3 * 1000).rounded()) }

  private func mayUse(edge: Int) -> Bool {
    costs[edge].forward != unreachable || costs[edge].backward != unreachable
  }

  // MARK: Snapping

  /// All that a place may mean on a level (nil for any), whoever asks; the nearest first.
  private func surroundings(
    of place: Coordinate, _ level: Level?, areas: Bool, where isUsable: (Point.Spot) -> Bool
  ) -> [Point] {
    var found: [Point] = []
    if areas {
      for area in network.areas.records.indices where isUsable(.area(area)) {
        let record = network.areas.records[area]
        guard level == nil || level == record.level, let space = network.areas.space(of: area) else {
          continue
        }
        let isInside = Outline(rings: network.areas.rings(of: area)).contains(place)
        let metres = isInside ? 0 : space.wallDistance(of: place)
        let node = network.areas.nodes(of: area).first
        found.append(
          Point(
            spot: .area(area), coordinate: metres == 0 ? place : space.nearest(to: place).coordinate,
            level: record.level, distance: metres, isOnIsland: node.map(isOnIsland) ?? true,
            isEnclosed: metres == 0 && record.edge.attributes.isIndoor))
      }
    }
    for edge in network.edges.indices {
      let record = network.edges[edge]
      guard record.kind.isSnappable, isUsable(.edge(edge, offset: 0)),
        let (line, level) = nearest(on: edge, to: place, level)
      else { continue }
      found.append(
        Point(
          spot: .edge(edge, offset: line.offset), coordinate: line.coordinate, level: level,
          distance: line.distance, isOnIsland: isOnIsland(record.tail)))
    }
    return found.filter { $0.distance <= 1000 }.enumerated()
      .sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }.map(\.element)
  }

  /// The point of an edge nearest to a place, of one between two levels on the half that is nearer to the level asked
  /// for; nil if it is on another level.
  private func nearest(
    on edge: Int, to place: Coordinate, _ level: Level?
  ) -> (line: NaiveLine, level: Level)? {
    let record = network.edges[edge]
    let (tail, head) = (network.tailLevel(of: edge), network.headLevel(of: edge))
    if let level, level != tail, level != head { return nil }
    var allowed = 0...record.length
    if let level, tail != head {
      allowed = level == tail ? 0...record.length / 2 : (record.length + 1) / 2...record.length
    }
    guard var line = NaiveLine(network.points(of: edge), nearestTo: place, within: allowed) else {
      return nil
    }
    if record.length == 0 {
      let isAtTail = level == nil || level == tail
      line.offset = isAtTail ? 0 : 1
      return (line, isAtTail ? tail : head)
    }
    return (line, level ?? (line.offset <= record.length / 2 ? tail : head))
  }

  private func isOnIsland(_ node: UInt32) -> Bool {
    network.isIsland(component: network.nodes[Int(node)].component)
  }

  /// The points that a place may mean: those within a metre of the nearest, and where all are on islands, the nearest
  /// one that isn't.
  ///
  /// Who is in a room is nowhere else; who is on a way is not in what lies under it.
  private func points(near place: Coordinate, _ level: Level?, passingClosed: Bool) -> [Point] {
    let all = surroundings(of: place, level, areas: true) { spot in
      switch spot {
      case .edge(let edge, _):
        mayUse(edge: edge) && !network.edges[edge].attributes.isMesh
          && !(passingClosed && closedEdges.contains(edge))
      case .area(let area):
        price(across: area, 1) != nil && !(passingClosed && closedAreas.contains(area))
      }
    }
    var found = Array(all.prefix { $0.distance <= all[0].distance + 1 }.prefix(16))
    if found.allSatisfy(\.isOnIsland), let main = all.dropFirst(found.count).first(where: { !$0.isOnIsland })
    {
      found.append(main)
    }
    if found.contains(where: { $0.isEnclosed && !$0.isOnIsland }) {
      return found.filter { $0.distance <= 0.05 }
    }
    let isOnWay = found.contains { $0.area == nil && $0.distance <= 0.05 && !$0.isOnIsland }
    return isOnWay ? found.filter { $0.area == nil } : found
  }

  private func isClosed(_ point: Point) -> Bool {
    switch point.spot {
    case .edge(let edge, _): closedEdges.contains(edge)
    case .area(let area): closedAreas.contains(area)
    }
  }

  /// The points that a place may mean for this journey: what is closed doesn't change what is meant, unless all of it
  /// is closed.
  func points(near place: Coordinate, _ level: Level?) -> [Point] {
    let open = points(near: place, level, passingClosed: false).filter { !isClosed($0) }
    return open.isEmpty ? points(near: place, level, passingClosed: true) : open
  }

  /// The points within 60 m where one walks on from a handoff: on its level, or else on any.
  func points(at handoff: HandoffRecord) -> [Point] {
    func near(_ level: Level?, _ passingClosed: Bool) -> [Point] {
      points(near: handoff.walk, level, passingClosed: passingClosed).filter { $0.distance <= 60 }
    }
    func near(_ passingClosed: Bool) -> [Point] {
      let stated = handoff.statedLevel.map { near($0, passingClosed) } ?? []
      return stated.isEmpty ? near(nil, passingClosed) : stated
    }
    let open = near(false).filter { !isClosed($0) }
    return open.isEmpty ? near(true) : open
  }

  // MARK: Stops

  /// Where a place is that a journey starts or ends at; nil where the traveller is refused.
  func stop(at place: Coordinate, _ level: Level?) -> [Point]? {
    let points = points(near: place, level)
    let reached = points.map(\.distance).min() ?? .infinity
    if reached > 0.5, let (isRefused, atDoors) = stop(throughEntranceTo: place, points, reached) {
      return isRefused ? nil : atDoors
    }
    let isOnWay = points.contains { $0.distance <= 0.05 && ($0.area == nil || $0.isEnclosed) }
    if profile.secondsPerStepUp == nil, !isOnWay, isOnStairs(place, level) { return nil }
    if reached > 12, isBarred(place, level, reached) { return nil }
    return points.isEmpty ? nil : points
  }

  /// Whether a place is on stairs and on nothing else.
  private func isOnStairs(_ place: Coordinate, _ level: Level?) -> Bool {
    let kinds = surroundings(of: place, level, areas: false) { _ in true }
      .filter { $0.distance <= 0.05 }.map { kind(of: $0) }
    return !kinds.isEmpty && kinds.allSatisfy { $0 == .stairs || $0 == .escalator }
  }

  private func kind(of point: Point) -> EdgeKind? {
    if case .edge(let edge, _) = point.spot { network.edges[edge].kind } else { nil }
  }

  /// Whether others come at least 15 m nearer to a place, by a way that this traveller can't use.
  private func isBarred(_ place: Coordinate, _ level: Level?, _ reached: Double) -> Bool {
    guard profile != .walker else { return false }
    let nearest = surroundings(of: place, level, areas: false) { spot in
      guard case .edge(let edge, _) = spot else { return false }
      return [true, false].contains { network.price(of: edge, forward: $0, for: .walker) != nil }
    }.first
    guard let nearest, case .edge(let edge, _) = nearest.spot else { return false }
    return !mayUse(edge: edge) && nearest.distance + 15 < reached
  }

  /// Where people go in who look for a place in a building with no ways inside; nil where that says nothing.
  private func stop(
    throughEntranceTo place: Coordinate, _ points: [Point], _ reached: Double
  ) -> (isRefused: Bool, points: [Point])? {
    let buildings = network.buildings
    for building in buildings.around(place) {
      let entrances = buildings.entrances(of: building)
      guard !entrances.isEmpty else { continue }
      let outline = Outline(rings: buildings.rings(of: building))
      let hasWaysInside = points.contains { point in
        point.distance <= reached + 1 && isIndoor(point) && outline.contains(point.coordinate)
      }
      if hasWaysInside { return nil }
      let mine = entrances.filter { isFor(profile, $0) }
      if mine.isEmpty { return entrances.contains { isFor(.walker, $0) } ? (true, []) : nil }
      let open = mine.filter { !closed.contains($0.edge.source) }
      let shut = mine.filter { closed.contains($0.edge.source) }
      for choice in [open.filter(\.isMain), open.filter { !$0.isMain }, shut] {
        let found = choice.flatMap { atDoor($0, of: place) }
        if !found.isEmpty { return (false, found) }
      }
      return nil
    }
    return nil
  }

  private func isIndoor(_ point: Point) -> Bool {
    switch point.spot {
    case .edge(let edge, _): network.edges[edge].attributes.isIndoor
    case .area(let area): network.areas.records[area].edge.attributes.isIndoor
    }
  }

  private func isFor(_ profile: Profile, _ entrance: EntranceRecord) -> Bool {
    !entrance.edge.isEmergencyDoor
      && profile.price(of: entrance.edge, forward: true, tail: .ground, head: .ground) != nil
  }

  /// The points within 20 m of an entrance, each as far from the place as it is from there to the entrance and on.
  private func atDoor(_ entrance: EntranceRecord, of place: Coordinate) -> [Point] {
    for level in entrance.level.map({ [$0, nil] }) ?? [nil] {
      let found = points(near: entrance.coordinate, level).filter { $0.distance <= 20 }
      if found.isEmpty { continue }
      return found.map { point in
        var point = point
        point.distance += distance(entrance.coordinate, place)
        return point
      }
    }
    return []
  }

  // MARK: Venues

  /// Whether a point is in another network of the same map too, which has a part of it.
  func hasPoint(_ point: Point, of other: NaiveWalker) -> Bool {
    switch point.spot {
    case .area(let area):
      let source = other.network.areas.records[area].edge.source
      return network.areas.records.contains { $0.edge.source == source && $0.level == point.level }
    case .edge(let edge, _):
      let source = other.network.edges[edge].source
      return network.edges.indices.contains { number in
        network.edges[number].source == source
          && (nearest(on: number, to: point.coordinate, point.level)?.line.distance ?? .infinity) < 0.02
      }
    }
  }
}
