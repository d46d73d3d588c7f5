import Geodesy
import WardwayMap

extension Snapper {
  /// Within this, in metres, an edge is where a place in an enclosed area is.
  private static let exact = 0.05

  /// Returns the points that `place` may mean for a traveller, the nearest first; none beyond the radius.
  ///
  /// Where all of them lie on islands (small parts that nothing joins to the main network), the nearest
  /// point that doesn't comes last.
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
    var nearest = NearestPoints<SnapPoint>()
    visit(
      near: place, level: level, in: network,
      isUsable: { !closed.closedEdges.contains($0) && prices.admits(edge: $0) },
      isOpen: { !closed.closedAreas.contains($0) && prices.admits(area: $0) }
    ) { point in
      var point = point
      let node = network.someNode(at: point)
      point.isOnIsland = node.map { isIsland(network.nodes[Int($0)].component) } ?? true
      return nearest.take(point, leadsOn: !point.isOnIsland)
    }
    return Self.withoutOutside(nearest.points).flatMap {
      Self.acrossArea($0, in: network, for: prices.profile)
    }
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
}
