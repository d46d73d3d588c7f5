import Geodesy
import WardwayMap

/// A point of a drive network that stands for a place: on an edge, at some distance from the place.
package struct DrivePoint: NetworkPoint {
  package typealias Traveller = VehicleProfile

  /// The edge.
  package var edge: Int
  /// How far along the edge from its tail, in parts of its `span`.
  package var offset: UInt32
  /// Where that is.
  package var coordinate: Coordinate
  /// On which level.
  package var level: Level
  /// How far from the place, in metres.
  package var distance: Double

  package var onEdge: EdgePoint? { EdgePoint(edge: edge, offset: offset) }

  /// Which end of a journey a point is.
  package enum Role: Sendable {
    /// Where it starts.
    case start
    /// Where it ends.
    case end
  }

  /// Makes a point.
  package init(edge: Int, offset: UInt32, coordinate: Coordinate, level: Level, distance: Double) {
    self.edge = edge
    self.offset = offset
    self.coordinate = coordinate
    self.level = level
    self.distance = distance
  }
}
