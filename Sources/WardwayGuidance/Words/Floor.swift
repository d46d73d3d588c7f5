import Geodesy

/// A storey as a text names it.
struct Floor: Hashable {
  /// Its number on the map.
  var level: Level
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
}
