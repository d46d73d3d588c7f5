/// The fastest way between two places of a drive network, as pieces of edges.
package struct DriveWay: StageWay {
  /// A part of an edge, and what it takes to drive it.
  package struct Piece: Hashable, Sendable {
    /// The part of the edge.
    package let part: WardwayRouting.Piece
    /// What the turn before it and the piece itself take, in milliseconds.
    package var duration: UInt32
    /// What they cost the search: the duration, and a penalty where it is avoided.
    package var cost: UInt32

    /// The edge.
    package var edge: Int { part.edge }
    /// How much of the edge it is, in parts of its span.
    package var length: UInt32 { part.length }
    /// The directed edge.
    package var directed: UInt32 { UInt32(part.edge) * 2 + (part.isForward ? 0 : 1) }
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
