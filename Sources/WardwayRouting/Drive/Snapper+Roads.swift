import Geodesy
import WardwayMap

extension Snapper {
  /// How far apart points of one road are two ways to come near a place, in metres.
  private static let sameRoad = 100.0

  /// Returns the points of the roads that `place` may mean, the nearest first; none if no road that the vehicle may use
  /// lies within the radius.
  ///
  /// - Parameters:
  ///   - level: The level that a road has to touch; nil for any.
  ///   - role: Which end of a journey the place is.
  /// - Complexity: O(log *n*) typical.
  package mutating func points(
    near place: Coordinate, level: Level? = nil, as role: DrivePoint.Role, at prices: RoadPrices
  ) -> [DrivePoint] {
    var nearest = NearestPoints<DrivePoint>()
    visit(near: place, level: level, at: prices) { point in
      nearest.take(point, leadsOn: prices.isJoined(point, as: role))
    }
    return nearest.points
  }

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
    // Nobody gets out on a stretch that no car gets to.
    let usable = prices.joined(points(near: place, level: level, as: role, at: prices), as: role)
    guard !usable.isEmpty else { return [] }
    // Others that are as near may be on another side of the place.
    var roads = [usable.filter { distance($0.coordinate, usable[0].coordinate) <= Self.slack }]
    visit(near: place, level: level, at: prices) { point in
      guard point.distance <= metres, roads.count < most else { return false }
      let record = prices.network.edges[point.edge]
      guard record.roadClass.isQuiet, prices.isJoined(point, as: role) else { return true }
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

  /// Visits points on usable edges in the order of their distance, until `body` returns false.
  private mutating func visit(
    near place: Coordinate, level: Level?, at prices: RoadPrices, _ body: (DrivePoint) -> Bool
  ) {
    let network = prices.network
    let frame = LocalFrame(origin: place)
    search.nearest(
      to: place, in: network.tree, maximumMetres: Self.radius,
      metres: { number in
        let edge = Int(number)
        let record = network.edges[edge]
        guard record.roadClass.isStop, prices.isOpen(number * 2) || prices.isOpen(number * 2 + 1) else {
          return nil
        }
        if let level, level < record.lowLevel || level > record.highLevel { return nil }
        return network.metres(from: frame, to: edge, within: nil)
      },
      visit: { number, _ in
        let projection = network.projection(of: frame, onto: Int(number), within: nil)
        let record = network.edges[projection.edge]
        let isNearTail = projection.millimetres <= record.length / 2
        let nearer = network.nodes[Int(isNearTail ? record.tail : record.head)].level
        return body(
          DrivePoint(
            edge: projection.edge, offset: projection.millimetres, coordinate: projection.coordinate,
            level: level ?? nearer, distance: projection.metres))
      })
  }
}

extension RoadPrices {
  /// Whether a point is joined to the main land, in the direction that an end of a journey needs.
  func isJoined(_ point: DrivePoint, as role: DrivePoint.Role) -> Bool {
    let needed: DriveReach = role == .start ? .leadsOut : .leadsIn
    return metric.reach[point.edge * 2].contains(needed) || metric.reach[point.edge * 2 + 1].contains(needed)
  }

  /// Those of some points that are joined to the main land; all where none is.
  func joined(_ points: [DrivePoint], as role: DrivePoint.Role) -> [DrivePoint] {
    let joined = points.filter { isJoined($0, as: role) }
    return joined.isEmpty ? points : joined
  }
}

extension RoadClass {
  /// Whether a journey may start or end on such a road.
  fileprivate var isStop: Bool {
    switch self {
    case .motorway, .motorwayLink, .ferry: false
    default: true
    }
  }
  /// Whether it is one at whose side one would rather get out than walk on.
  fileprivate var isQuiet: Bool {
    switch self {
    case .motorway, .motorwayLink, .trunk, .trunkLink, .primary, .primaryLink, .busway, .ferry: false
    default: true
    }
  }
}
