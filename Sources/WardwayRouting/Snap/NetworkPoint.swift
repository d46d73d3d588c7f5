import Geodesy

/// A point of a network that stands for a place, at some distance from it.
package protocol NetworkPoint: Hashable, Sendable {
  /// Who travels from point to point.
  associatedtype Traveller: Hashable, Sendable

  /// Where it is.
  var coordinate: Coordinate { get }
  /// On which level.
  var level: Level { get }
  /// How far from the place, in metres.
  var distance: Double { get }
  /// The point of an edge that it is, if it is one.
  var onEdge: EdgePoint? { get }
}

/// A point of an edge.
package struct EdgePoint: Hashable, Sendable {
  /// The edge.
  package var edge: Int
  /// How far along the edge from its tail, in parts of its `span`.
  package var offset: UInt32
}

/// The points that a place may mean, taken in the order of their distance.
///
/// Points about as near as the nearest are as good: the end of one edge is the start of the next, and corridors lie above
/// each other. Where a journey could get nowhere from all of them (or, for its end, to none of them), the nearest that is
/// better comes last, so that a gap in the map is no dead end.
struct NearestPoints<Point: NetworkPoint> {
  /// The most points to consider for a place.
  private static var most: Int { 16 }

  private(set) var points: [Point] = []
  private var isJoined = false

  /// Takes the next point, and says whether to go on.
  ///
  /// - Parameter leadsOn: Whether the point is joined to the main land.
  mutating func take(_ point: Point, leadsOn: Bool) -> Bool {
    let limit = (points.first?.distance ?? point.distance) + Snapper.slack
    if point.distance <= limit, points.count < Self.most {
      points.append(point)
      isJoined = isJoined || leadsOn
      return true
    }
    if isJoined { return false }
    if leadsOn { points.append(point) }
    return !leadsOn
  }
}
