import Geodesy
import WardwayMap

/// Where a journey changes between car and walking.
public struct Handoff: Hashable, Sendable {
  /// How one gets out of the car or into it.
  public var kind: HandoffKind
  /// The feature that it comes from.
  public var source: Source
  /// Its name, or "".
  public var name: String
  /// Where the car stops; a parked car is found again there.
  public var coordinate: Coordinate
  /// The level, where the map says one.
  public var level: Level?
  /// Whether the map says that it costs something.
  public var hasFee: Bool

  init(_ site: HandoffSite) {
    kind = site.record.kind
    source = site.record.source
    name = site.name
    coordinate = site.record.drive
    level = site.record.statedLevel
    hasFee = site.record.hasFee
  }

  /// The place, as ``JourneyRequest/Car/waits(at:)`` takes it.
  public var place: Place { .coordinate(coordinate, level: level) }
}
