import Geodesy
import WardwayMap

/// A point of the network that stands for a place, at some distance from it.
struct SnapPoint: NetworkPoint {
  typealias Traveller = Profile

  /// Where it is in the network.
  enum Spot: Hashable, Sendable {
    /// On an edge.
    case edge(EdgePoint)
    /// At a node.
    case node(UInt32)
    /// The place itself, in an area: it is reached from another place in the area alone.
    case area(Int)
    /// At the node of an area's mesh through which one comes to the place in the area, so many millimetres from there.
    case intoArea(Int, node: UInt32, stretch: UInt32)
  }

  /// Where it is in the network.
  var spot: Spot
  /// Where that is; of a place in an area, the place.
  var coordinate: Coordinate
  /// On which level.
  var level: Level
  /// How far from the place, in metres.
  var distance: Double
  /// Whether it lies on an island: a small part that nothing joins to the main network.
  var isOnIsland = false
  /// Whether walls are around the area, so that nothing outside of it is meant although it may be near.
  var isEnclosed = false
  /// What it costs to get between here and the true end of the search, in milliseconds.
  var bias: UInt32 = 0
  /// The portal of a venue that this is the streets' side of.
  var portal: Int?

  init(_ spot: Spot, at coordinate: Coordinate, level: Level, distance: Double = 0) {
    self.spot = spot
    self.coordinate = coordinate
    self.level = level
    self.distance = distance
  }

  var onEdge: EdgePoint? { if case .edge(let point) = spot { point } else { nil } }

  /// The node that it is, if it is one.
  var node: UInt32? {
    switch spot {
    case .node(let node), .intoArea(_, let node, _): node
    case .edge, .area: nil
    }
  }

  /// The area in which the place lies, where it does.
  var area: Int? {
    switch spot {
    case .area(let area), .intoArea(let area, _, _): area
    case .edge, .node: nil
    }
  }

  /// How far it is from the place in an area to the node, in millimetres.
  var stretch: UInt32 { if case .intoArea(_, _, let stretch) = spot { stretch } else { 0 } }
}
