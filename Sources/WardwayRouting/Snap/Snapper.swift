import Geodesy
import ShortestPaths
import WardwayMap

/// Finds the points of a network that a place may mean.
struct Snapper: ~Copyable, Sendable {
  /// Places farther than this from every usable edge, in metres, are not on the map.
  static let radius = 1000.0
  /// Points this much farther than the nearest one, in metres, are as good: the end of one edge is the
  /// start of the next, and corridors lie above each other.
  static let slack = 1.0
  /// Within this, in metres, an edge is where a place in an enclosed area is.
  private static let exact = 0.05
  /// The most points to consider for a place.
  private static let most = 16

  private var search = NearestSearch()
  private var areaSearch = NearestSearch()

  /// Returns the points that `place` may mean for a traveller, the nearest first; none beyond the radius.
  ///
  /// Where all of them lie on islands (small parts that nothing joins to the main network), the nearest
  /// point that doesn't comes last, so that a gap in the map is no dead end.
  ///
  /// - Parameters:
  ///   - level: The level that a point has to be on; nil for any.
  ///   - prices: Those of the traveller, who has to fit through between what stands in an area.
  ///   - passingClosed: Whether what is closed is passed over.
  ///   - isIsland: Whether a part of the network is an island.
  /// - Complexity: O(log *n*) typical.
  mutating func points(
    near place: Coordinate, level: Level?, at prices: WalkPrices, passingClosed: Bool = false,
    isIsland: (UInt32) -> Bool
  ) -> [SnapPoint] {
    let network = prices.network
    let closed = passingClosed ? prices.restrictions : .none
    var found: [SnapPoint] = []
    visit(
      near: place, level: level, in: network,
      isUsable: { !closed.closedEdges.contains($0) && prices.admits(edge: $0) },
      isOpen: { !closed.closedAreas.contains($0) && prices.admits(area: $0) }
    ) { point in
      var point = point
      let node = network.someNode(at: point)
      point.isOnIsland = node.map { isIsland(network.nodes[Int($0)].component) } ?? true
      let limit = (found.first?.distance ?? point.distance) + Self.slack
      if point.distance <= limit, found.count < Self.most {
        found.append(point)
        return true
      }
      if found.contains(where: { !$0.isOnIsland }) { return false }
      if !point.isOnIsland { found.append(point) }
      return point.isOnIsland
    }
    return Self.withoutOutside(found).flatMap { Self.acrossArea($0, in: network, for: prices.profile) }
  }

  /// Leaves out what is only near a place that walls are around, and open areas around a place that is on a way:
  /// the way may be a bridge over them.
  private static func withoutOutside(_ points: [SnapPoint]) -> [SnapPoint] {
    if points.contains(where: { $0.isEnclosed && !$0.isOnIsland }) {
      return points.filter { $0.distance <= exact }
    }
    let isOnWay = points.contains { $0.area == nil && $0.distance <= exact && !$0.isOnIsland }
    return isOnWay ? points.filter { $0.area == nil } : points
  }

  /// Keeps, of the points in two networks, what would be found if they were one.
  static func join(_ some: inout [SnapPoint], _ others: inout [SnapPoint]) {
    let all = some + others
    let isInside = all.contains { $0.isEnclosed && !$0.isOnIsland }
    let limit =
      min(some.first?.distance ?? .infinity, others.first?.distance ?? .infinity) + (isInside ? exact : slack)
    let isMainLand = all.contains { $0.distance <= limit && !$0.isOnIsland }
    let beyond = all.filter { $0.distance > limit && !$0.isOnIsland }.map(\.distance).min() ?? 0
    let isOnWay =
      !isInside && all.contains { $0.area == nil && $0.distance <= exact && !$0.isOnIsland }
    func isMeant(_ point: SnapPoint) -> Bool {
      if isOnWay, point.area != nil { return false }
      return point.distance <= limit || !isMainLand && !point.isOnIsland && point.distance <= beyond
    }
    some.removeAll { !isMeant($0) }
    others.removeAll { !isMeant($0) }
  }

  /// Visits places in open areas and points on usable edges in the order of their distance, until `body` returns
  /// false.
  mutating func visit(
    near place: Coordinate, level: Level?, in network: WalkNetwork, within metres: Double = radius,
    isUsable: (Int) -> Bool, isOpen: @escaping (Int) -> Bool, _ body: (SnapPoint) -> Bool
  ) {
    var areas = NearbyAreas(near: place, level: level, in: network, isOpen: isOpen)
    var search = NearestSearch()
    swap(&search, &areaSearch)
    defer { swap(&search, &areaSearch) }
    var isGoingOn = true
    func visitAreas(within metres: Double) {
      while isGoingOn, let (area, distance) = areas.next(within: metres, &search) {
        if let point = Self.point(in: area, near: place, distance, network) { isGoingOn = body(point) }
      }
    }
    visitEdges(
      near: place, level: level, in: network, within: metres,
      isUsable: { !network.edges[$0].attributes.isMesh && isUsable($0) }
    ) { point, _ in
      visitAreas(within: point.distance)
      isGoingOn = isGoingOn && body(point)
      return isGoingOn
    }
    visitAreas(within: metres)
  }

  /// Visits points on usable edges in the order of their distance, until `body` returns false.
  mutating func visitEdges(
    near place: Coordinate, level: Level?, in network: WalkNetwork, within metres: Double = radius,
    isUsable: (Int) -> Bool, _ body: (SnapPoint, _ edge: Int) -> Bool
  ) {
    let frame = LocalFrame(origin: place)
    search.nearest(
      to: place, in: network.tree, maximumMetres: metres,
      metres: { number in
        let edge = Int(number)
        guard network.edges[edge].kind.isSnappable, isUsable(edge) else { return nil }
        let (tail, head) = (network.tailLevel(of: edge), network.headLevel(of: edge))
        if let level, tail != level, head != level { return nil }
        if level != nil, tail != head {
          return Self.project(frame, onto: edge, level: level, in: network).distance
        }
        var best = Double.infinity
        network.forEachSegment(of: edge) { a, b in
          best = min(best, Segment(a, b).nearest(toOriginOf: frame).metres)
        }
        return best
      },
      visit: { edge, _ in body(Self.project(frame, onto: Int(edge), level: level, in: network), Int(edge)) })
  }

  /// Returns the point of an edge that is nearest to the frame's origin.
  ///
  /// Between two levels a point is on the one that is nearer along the edge.
  private static func project(
    _ frame: LocalFrame, onto edge: Int, level: Level?, in network: WalkNetwork
  ) -> SnapPoint {
    let record = network.edges[edge]
    let (tail, head) = (network.tailLevel(of: edge), network.headLevel(of: edge))
    var allowed = 0...record.length
    if let level, tail != head {
      allowed = level == tail ? 0...record.length / 2 : (record.length + 1) / 2...record.length
    }
    var best = Double.infinity
    var before = 0.0
    var offset = 0.0
    var coordinate = frame.origin
    network.forEachSegment(of: edge) { a, b in
      let segment = Segment(a, b)
      let found = nearest(
        on: segment, to: frame, from: Double(allowed.lowerBound) / 1000 - before,
        through: Double(allowed.upperBound) / 1000 - before)
      if let found, found.metres < best {
        best = found.metres
        offset = before + found.fraction * segment.length
        coordinate = segment.coordinate(at: found.fraction)
      }
      before += segment.length
    }
    if record.length == 0 {
      let isTail = level == nil || level == tail
      return SnapPoint(
        .edge(SnapPoint.EdgePoint(edge: edge, offset: isTail ? 0 : record.span)), at: coordinate,
        level: isTail ? tail : head, distance: best)
    }
    let bounds = (Double(allowed.lowerBound), Double(allowed.upperBound))
    let millimetres = UInt32(min(max(offset * 1000, bounds.0), bounds.1).rounded())
    let nearer = millimetres <= record.length / 2 ? tail : head
    return SnapPoint(
      .edge(SnapPoint.EdgePoint(edge: edge, offset: millimetres)), at: coordinate, level: level ?? nearer,
      distance: best)
  }

  /// The point of a segment between two positions, in metres from its start, that is nearest to the frame's
  /// origin; nil if the segment has nothing there.
  private static func nearest(
    on segment: Segment, to frame: LocalFrame, from low: Double, through high: Double
  ) -> (fraction: Double, metres: Double)? {
    // Lengths are rounded to a millimetre.
    let rounding = 0.001
    let length = segment.length
    guard low <= length + rounding, high >= -rounding else { return nil }
    let projection = segment.nearest(toOriginOf: frame)
    let along = projection.fraction * length
    guard along < low || along > high + rounding, length > 0 else {
      return (projection.fraction, projection.metres)
    }
    let fraction = min(max(min(max(along, low), high) / length, 0), 1)
    let point = frame.point(segment.coordinate(at: fraction))
    return (fraction, (point.x * point.x + point.y * point.y).squareRoot())
  }
}
