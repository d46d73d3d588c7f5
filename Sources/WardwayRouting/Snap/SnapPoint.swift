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
  /// The area in which the place lies, where it does; then edge and offset mean nothing, and ``coordinate`` is
  /// the place in the area.
  ///
  /// With a ``node``, that is the node of the area's mesh through which one comes there; without, the place
  /// itself, which is reached from another place in the area alone.
  var area: Int?
  /// How far it is from the place in the area to the node, in millimetres.
  var stretch: UInt32 = 0
  /// Whether walls are around the area, so that nothing outside of it is meant although it may be near.
  var isEnclosed = false
  /// What it costs to get between here and the true end of the search, in milliseconds.
  var bias: UInt32 = 0
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

  /// A place in an area.
  init(area: Int, coordinate: Coordinate, level: Level, distance: Double) {
    self.init(edge: 0, offset: 0, coordinate: coordinate, level: level, distance: distance)
    self.area = area
  }

  /// A node of a network.
  init(node: UInt32, coordinate: Coordinate, level: Level) {
    self.init(edge: 0, offset: 0, coordinate: coordinate, level: level, distance: 0)
    self.node = node
  }
}
