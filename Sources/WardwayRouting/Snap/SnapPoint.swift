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
  /// Whether it lies on an island: a small part that nothing joins to the main network.
  var isOnIsland = false
  /// The node that this is, where it is one: then edge and offset mean nothing.
  var node: UInt32?
  /// What it costs to get between here and the true end of the search, in milliseconds.
  var bias: UInt32 = 0
  /// The handoff from or to the car that this belongs to.
  var site: Int?
  /// The portal of a venue that this is the streets' side of.
  var portal: Int?

  /// A point on an edge.
  init(edge: Int, offset: UInt32, coordinate: Coordinate, level: Level, distance: Double) {
    self.edge = edge
    self.offset = offset
    self.coordinate = coordinate
    self.level = level
    self.distance = distance
  }

  /// A node of a network.
  init(node: UInt32, coordinate: Coordinate, level: Level) {
    self.init(edge: 0, offset: 0, coordinate: coordinate, level: level, distance: 0)
    self.node = node
  }
}
