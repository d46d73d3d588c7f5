import Geodesy
import WardwayMap

/// A point of the network near a place.
public struct Waypoint: Hashable, Sendable {
  /// Where it is.
  public var coordinate: Coordinate
  /// On which level.
  public var level: Level
  /// How far from the place, in metres.
  public var distance: Double
  /// The feature that its edge comes from.
  public var source: FeatureID
  /// The edge's name, or "".
  public var name: String
}
