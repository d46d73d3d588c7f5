/// The fastest way between two places of a drive network, as pieces of edges.
public struct DriveWay: Sendable {
  /// A part of an edge.
  public struct Piece: Hashable, Sendable {
    /// The edge.
    public var edge: Int
    /// Whether it is driven from tail to head.
    public var isForward: Bool
    /// Where it starts, in parts of the edge's `span` from the tail.
    public var from: UInt32
    /// Where it ends.
    public var to: UInt32
    /// What the turn before it and the piece itself take, in milliseconds.
    public var duration: UInt32
    /// What they cost the search: the duration, and a penalty where it is avoided.
    public var cost: UInt32

    /// The directed edge.
    public var directed: UInt32 { UInt32(edge) * 2 + (isForward ? 0 : 1) }
  }

  /// What is driven, in order; empty where both places mean the same point.
  public var pieces: [Piece]
  /// What the search minimises, in milliseconds: the sum of the pieces' costs.
  public var cost: UInt32
  /// The point of the network that stands for the first place.
  public var start: DrivePoint
  /// The point of the network that stands for the second place.
  public var end: DrivePoint
}
