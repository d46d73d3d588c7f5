import Geodesy

/// An open area on one level that people walk about in: a hall, a room, a square, a platform.
///
/// 56 bytes.
package struct AreaRecord: Sendable, BitwiseCopyable {
  /// What crossing it is like: an edge of its mesh, without ends and length.
  package var edge: EdgeRecord
  /// The level that it is on.
  package var level: Level
  var reserved16: UInt16 = 0
  var reserved32: UInt32 = 0

  /// Makes an area.
  ///
  /// - Parameter edge: Any edge across it; its ends and its length are left out.
  package init(_ edge: EdgeRecord, level: Level) {
    self.edge = edge
    self.edge.tail = 0
    self.edge.head = 0
    self.edge.length = 0
    self.level = level
  }
}
