/// The fastest way between two places of a drive network, as pieces of edges.
package struct DriveWay: Sendable {
  /// A part of an edge.
  package struct Piece: Hashable, Sendable {
    /// The edge.
    package var edge: Int
    /// Whether it is driven from tail to head.
    package var isForward: Bool
    /// Where it starts, in parts of the edge's `span` from the tail.
    package var from: UInt32
    /// Where it ends.
    package var to: UInt32
    /// What the turn before it and the piece itself take, in milliseconds.
    package var duration: UInt32
    /// What they cost the search: the duration, and a penalty where it is avoided.
    package var cost: UInt32

    /// The directed edge.
    package var directed: UInt32 { UInt32(edge) * 2 + (isForward ? 0 : 1) }
  }

  /// What is driven, in order; empty where both places mean the same point.
  package var pieces: [Piece]
  /// What the search minimises, in milliseconds: the sum of the pieces' costs.
  package var cost: UInt32
  /// The point of the network that stands for the first place.
  package var start: DrivePoint
  /// The point of the network that stands for the second place.
  package var end: DrivePoint
}
