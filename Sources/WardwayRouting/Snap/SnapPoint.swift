import Geodesy

/// A point of the network that stands for a place: on an edge, at some distance from the place.
struct SnapPoint: Hashable, Sendable {
  /// The edge.
  var edge: Int
  /// How far along the edge from its tail, in parts of its ``WardwayMap/EdgeRecord/span``.
  var offset: UInt32
  /// Where that is.
  var coordinate: Coordinate
  /// On which level.
  var level: Level
  /// How far from the place, in metres.
  var distance: Double
}
