import Geodesy

/// A building as pictures show it.
///
/// 16 bytes.
package struct BuildingRecord: Sendable, BitwiseCopyable, Hashable {
  /// The feature that it comes from.
  package var source: FeatureID
  /// The lowest level that it has; `Level.lowest` where the map doesn't say.
  package var lowest: Level
  /// The highest level that it has; `Level.highest` where the map doesn't say.
  package var highest: Level
  var reserved: UInt32 = 0

  /// Makes a record.
  package init(_ source: FeatureID, lowest: Level = .lowest, highest: Level = .highest) {
    self.source = source
    self.lowest = lowest
    self.highest = highest
  }
}
