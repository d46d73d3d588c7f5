import Geodesy
import WardwayRouting

/// A part of a leg: a maneuver, and the way from there to the next maneuver.
public struct Step: Hashable, Sendable {
  /// What one does at its start.
  public var maneuver: Maneuver
  /// Which way the maneuver leads; nil where there is no saying.
  public var modifier: Modifier?
  /// What to tell the traveller: one sentence, without a full stop.
  public var text: String
  /// The name of what one follows, rides, passes or arrives at, or "".
  public var name: String
  /// The level at the start.
  public var fromLevel: Level
  /// The level at the end.
  public var toLevel: Level
  /// The name of the start's level as posted, or "".
  public var fromLevelName: String
  /// The name of the end's level as posted, or "".
  public var toLevelName: String
  /// Length on the ground in metres.
  public var distance: Double
  /// What the clock shows, in seconds.
  public var duration: Double
  /// Whether ``text`` says its length, so that it needn't stand beside it.
  public var saysDistance = false
  /// Its part of `Journey.geometry`.
  public var geometryRange: ClosedRange<Int>

  /// Makes a step.
  public init(
    maneuver: Maneuver, modifier: Modifier?, text: String, name: String, fromLevel: Level, toLevel: Level,
    fromLevelName: String, toLevelName: String, distance: Double, duration: Double,
    geometryRange: ClosedRange<Int>
  ) {
    self.maneuver = maneuver
    self.modifier = modifier
    self.text = text
    self.name = name
    self.fromLevel = fromLevel
    self.toLevel = toLevel
    self.fromLevelName = fromLevelName
    self.toLevelName = toLevelName
    self.distance = distance
    self.duration = duration
    self.geometryRange = geometryRange
  }
}
