import Geodesy
import WardwayMap

/// Where a journey changes between car and walking.
public struct Handoff: Codable, Hashable, Sendable {
  /// How one gets out of the car or into it.
  public var kind: HandoffKind
  /// The feature that it comes from.
  public var source: FeatureID
  /// Its name, or "".
  public var name: String
  /// Where the car stops; a parked car is found again there.
  public var coordinate: Coordinate
  /// The level, where the map says one.
  public var level: Level?
  /// Whether one pays or takes a ticket there, as far as the map says.
  public var charges: Bool
  /// Whether the map doesn't show it: a place on a road where stopping isn't known to be forbidden.
  public var isAssumed: Bool

  /// The place, as ``JourneyRequest/Car/waits(at:)`` takes it.
  public var place: Place { .coordinate(coordinate, level: level) }
}
