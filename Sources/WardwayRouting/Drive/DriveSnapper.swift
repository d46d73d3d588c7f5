import Geodesy
import WardwayMap

/// Finds the points of a drive network that a place may mean.
struct DriveSnapper: ~Copyable, Sendable {
  /// Places farther than this from every usable road, in metres, are not on the map.
  static let radius = 1000.0
  /// Points this much farther than the nearest one, in metres, are as good: the end of one edge is the
  /// start of the next.
  private static let slack = 1.0
  /// The most points to consider for a place.
  private static let most = 16

  private var search = NearestSearch()

  /// Returns the points that `place` may mean, the nearest first; none beyond the radius.
  ///
  /// Where a journey could get nowhere from all of them (or, for its end, to none of them), the nearest
  /// point that is better comes last, so that a gap in the map is no dead end.
  ///
  /// - Complexity: O(log *n*) typical.
  mutating func points(
    near place: Coordinate, level: Level?, as role: DrivePoint.Role, at prices: RoadPrices
  ) -> [DrivePoint] {
    var found: [DrivePoint] = []
    var isJoined = false
    visit(near: place, level: level, at: prices) { point in
      let limit = (found.first?.distance ?? point.distance) + Self.slack
      let leadsOn = Self.leadsOn(point.edge, role, prices.metric)
      if point.distance <= limit, found.count < Self.most {
        found.append(point)
        isJoined = isJoined || leadsOn
        return true
      }
      if isJoined { return false }
      if leadsOn { found.append(point) }
      return !leadsOn
    }
    return found
  }

  /// How far apart points of one road are two ways to come near a place, in metres.
  private static let sameRoad = 100.0

  /// Returns the points nearest to `place` on each of the roads around it, the nearest road's first.
  ///
  /// - Parameters:
  ///   - metres: How far the roads after the first may lie; large roads don't count among them.
  ///   - most: The most roads.
  /// - Complexity: O(log *n*) typical.
  mutating func roads(
    near place: Coordinate, level: Level?, as role: DrivePoint.Role, at prices: RoadPrices,
    within metres: Double, most: Int
  ) -> [[DrivePoint]] {
    let nearest = points(near: place, level: level, as: role, at: prices)
    guard !nearest.isEmpty else { return [] }
    // Nobody gets out on a stretch that no car gets to.
    let open = nearest.filter { Self.leadsOn($0.edge, role, prices.metric) }
    let usable = open.isEmpty ? nearest : open
    // Others that are as near may be on another side of the place.
    let first = usable.filter { distance($0.coordinate, usable[0].coordinate) <= Self.slack }
    var roads = [first]
    visit(near: place, level: level, at: prices) { point in
      guard point.distance <= metres, roads.count < most else { return false }
      let record = prices.network.edges[point.edge]
      guard record.roadClass.isQuiet, Self.leadsOn(point.edge, role, prices.metric) else { return true }
      // A road that is shut in its middle has two ends.
      let isKnown = roads.joined().contains {
        prices.network.edges[$0.edge].source == record.source
          && distance($0.coordinate, point.coordinate) < Self.sameRoad
      }
      if !isKnown { roads.append([point]) }
      return true
    }
    return roads
  }

  /// Whether an edge is joined to the main land, in the direction that an end of a journey needs.
  static func leadsOn(_ edge: Int, _ role: DrivePoint.Role, _ metric: DriveMetric) -> Bool {
    let needed: DriveReach = role == .start ? .leadsOut : .leadsIn
    return metric.reach[edge * 2].contains(needed) || metric.reach[edge * 2 + 1].contains(needed)
  }

  /// Visits points on usable edges in the order of their distance, until `body` returns false.
  mutating func visit(
    near place: Coordinate, level: Level?, at prices: RoadPrices, _ body: (DrivePoint) -> Bool
  ) {
    let frame = LocalFrame(origin: place)
    search.nearest(
      to: place, in: prices.network.tree, maximumMetres: Self.radius,
      metres: { number in
        let edge = Int(number)
        let record = prices.network.edges[edge]
        guard record.roadClass.isStop, !prices.closures.edges.contains(edge),
          prices.metric.isOpen(number * 2) || prices.metric.isOpen(number * 2 + 1)
        else { return nil }
        if let level, level < record.lowLevel || level > record.highLevel { return nil }
        var best = Double.infinity
        prices.network.forEachSegment(of: edge) { a, b in
          best = min(best, Segment(a, b).nearest(toOriginOf: frame).metres)
        }
        return best
      },
      visit: { edge, _ in body(Self.project(frame, onto: Int(edge), level: level, in: prices.network)) })
  }

  private static func project(
    _ frame: LocalFrame, onto edge: Int, level: Level?, in network: DriveNetwork
  ) -> DrivePoint {
    var best = Double.infinity
    var before = 0.0
    var offset = 0.0
    var coordinate = frame.origin
    network.forEachSegment(of: edge) { a, b in
      let segment = Segment(a, b)
      let length = segment.length
      let projection = segment.nearest(toOriginOf: frame)
      if projection.metres < best {
        best = projection.metres
        offset = before + projection.fraction * length
        coordinate = segment.coordinate(at: projection.fraction)
      }
      before += length
    }
    let record = network.edges[edge]
    let millimetres = UInt32(min(max(offset * 1000, 0), Double(record.length)).rounded())
    let nearer = network.nodes[Int(millimetres <= record.length / 2 ? record.tail : record.head)].level
    return DrivePoint(
      edge: edge, offset: millimetres, coordinate: coordinate, level: level ?? nearer, distance: best)
  }
}

extension RoadClass {
  /// Whether a journey may start or end on such a road.
  var isStop: Bool {
    switch self {
    case .motorway, .motorwayLink, .ferry: false
    default: true
    }
  }
  /// Whether it is one at whose side one would rather get out than walk on.
  var isQuiet: Bool {
    switch self {
    case .motorway, .motorwayLink, .trunk, .trunkLink, .primary, .primaryLink, .busway, .ferry: false
    default: true
    }
  }
}
