import WardwayMap

/// The part of an edge that a path uses, in the direction of travel.
struct Piece: Hashable, Sendable {
  var edge: Int
  /// Whether it is travelled from tail to head.
  var isForward: Bool
  /// Where it starts and ends, in parts of the edge's ``WardwayMap/EdgeRecord/span`` from the tail.
  var from: UInt32
  var to: UInt32

  /// How much of the edge it is, in parts of its span.
  var length: UInt32 { max(from, to) - min(from, to) }
}

/// A part of a whole, for what is proportional to length.
enum Share {
  /// Returns `value` × `part` ÷ `whole`, rounded to the nearest integer.
  static func of(_ value: UInt32, _ part: UInt32, in whole: UInt32) -> UInt32 {
    UInt32((UInt64(value) * UInt64(min(part, whole)) + UInt64(whole) / 2) / UInt64(whole))
  }
}
