import Geodesy
import WardwayRouting

/// What a traveller is told at a place: a maneuver, and the way from there to the next one.
///
/// It has no words: texts in any language are made of it, and a picture or a voice reads the same facts. It can be
/// stored and sent, and be put in words elsewhere.
public struct Instruction: Codable, Hashable, Sendable {
  /// What one does at its start.
  public var maneuver: Maneuver
  /// Which way the maneuver leads; nil where there is no saying.
  public var modifier: Modifier?
  /// The number of its leg in `Journey.legs`.
  public var leg: Int
  /// What one follows, rides, passes or arrives at, as on the signs, or "".
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
  /// What the clock shows, in milliseconds; ``duration`` as a duration.
  package var durationMilliseconds: UInt64
  /// Its part of `Journey.geometry`.
  public var geometryRange: ClosedRange<Int>
  /// What names in it are in other languages: by language (`en`, `zh`), then by the name as on the signs.
  package var translations: [String: [String: String]]
  /// What its texts are made of.
  package var facts: Facts

  /// What the clock shows.
  public var duration: Duration { .milliseconds(durationMilliseconds) }
}
