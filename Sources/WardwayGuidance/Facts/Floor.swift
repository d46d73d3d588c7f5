import Geodesy

/// A storey as a text names it.
package struct Floor: Codable, Hashable, Sendable {
  /// Its number on the map.
  package var level: Level
  /// Its name as posted in the building, or "".
  var posted: String

  init(_ level: Level, posted: String) {
    self.level = level
    self.posted = cleanName(posted)
  }

  /// Whether the posted name is a bare number, which needs a word beside it.
  var isBareNumber: Bool {
    !posted.isEmpty && posted.allSatisfy { "0123456789.-−+".contains($0) }
  }

  /// Whether a place's name says it already, as "Hospital Garage B1" does.
  func isNamed(in place: String) -> Bool {
    guard !posted.isEmpty, !isBareNumber else { return false }
    return place.split { !($0.isLetter || $0.isNumber) || $0 > "\u{2E7F}" }.contains { $0 == posted[...] }
      || posted.contains { $0 > "\u{2E7F}" } && place.contains(posted)
  }
}
