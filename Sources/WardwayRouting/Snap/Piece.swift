import WardwayMap

/// The part of an edge that a path uses, in the direction of travel.
package struct Piece: Hashable, Sendable {
  /// The edge.
  package var edge: Int
  /// Whether it is travelled from tail to head.
  package var isForward: Bool
  /// Where it starts, in parts of the edge's `span` from the tail.
  package var from: UInt32
  /// Where it ends, likewise.
  package var to: UInt32

  /// How much of the edge it is, in parts of its span.
  package var length: UInt32 { max(from, to) - min(from, to) }
}

/// A part of a whole, for what is proportional to length.
enum Share {
  /// Returns `value` × `part` ÷ `whole`, rounded to the nearest integer.
  static func of(_ value: UInt32, _ part: UInt32, in whole: UInt32) -> UInt32 {
    UInt32((UInt64(value) * UInt64(min(part, whole)) + UInt64(whole) / 2) / UInt64(whole))
  }
}
