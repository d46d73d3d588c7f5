import Geodesy

/// A door through which people come into a building, for those who go to a place inside it.
///
/// 64 bytes.
package struct EntranceRecord: Sendable, BitwiseCopyable {
  /// What passing it is like: an edge of kind `door`, without ends and length.
  package var edge: EdgeRecord
  /// Where it is.
  package var coordinate: Coordinate
  /// Meaningless where the map doesn't say it.
  private var storedLevel: Level
  private var traits: UInt8
  var reserved8: UInt8 = 0
  var reserved32: UInt32 = 0

  /// Makes an entrance.
  ///
  /// - Parameters:
  ///   - edge: What passing it is like; its ends, its length and its names are left out.
  ///   - level: The level that it is on, where the map says it.
  ///   - isMain: Whether the map calls it the main entrance.
  package init(_ edge: EdgeRecord, at coordinate: Coordinate, level: Level?, isMain: Bool) {
    self.edge = edge
    self.edge.tail = 0
    self.edge.head = 0
    self.edge.length = 0
    self.edge.name = 0
    self.edge.ref = 0
    self.coordinate = coordinate
    storedLevel = level ?? .ground
    traits = (isMain ? 1 : 0) | (level == nil ? 0 : 2)
  }

  /// Whether the map calls it the main entrance.
  package var isMain: Bool { traits & 1 != 0 }
  /// The level that it is on; nil where the map doesn't say it.
  package var level: Level? { traits & 2 != 0 ? storedLevel : nil }

  /// Whether a file may hold it.
  var isSound: Bool {
    coordinate.isValid && Level(hundredths: storedLevel.hundredths) != nil && edge.name == 0 && edge.ref == 0
  }
}
