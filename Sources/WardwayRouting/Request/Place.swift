import Geodesy
import WardwayMap

/// Where a journey starts, ends or passes.
public enum Place: Hashable, Sendable {
  /// A position, on a level or on whichever is near.
  case coordinate(Coordinate, level: Level?)
  /// What comes from a feature of the map, in a network or in whichever has it.
  case feature(FeatureID, in: NetworkID? = nil)
  /// A place of the map by what people call it: its name, or its id (`node/123`).
  case name(String)

  /// Reads `LAT,LON`, `LAT,LON@LEVEL`, a feature's id such as `node/123`, or else a name.
  ///
  /// - Throws: `invalidRequest` for numbers that are no position on Earth or no level.
  public init(_ text: String) throws(PlanningError) {
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let numbers = parts[0].split(separator: ",", omittingEmptySubsequences: false)
      .map { Double($0.filter { !$0.isWhitespace }) }
    guard numbers.count == 2, let latitude = numbers[0], let longitude = numbers[1] else {
      self = FeatureID(text).map { .feature($0) } ?? .name(text)
      return
    }
    guard let coordinate = Coordinate(latitude: latitude, longitude: longitude) else {
      throw PlanningError(
        .invalidRequest, "'\(text)' is nowhere on Earth; write latitude, then longitude, in degrees")
    }
    var level: Level?
    if parts.count == 2 {
      level = Double(parts[1]).flatMap { Level($0) }
      guard level != nil else {
        throw PlanningError(.invalidRequest, "'\(parts[1])' is no level; write a number such as -1 or 2.5")
      }
    }
    self = .coordinate(coordinate, level: level)
  }

  /// Whether it is a place that the map knows, rather than a position.
  var isKnown: Bool { if case .coordinate = self { false } else { true } }
}
