/// A cheapest path of a ``PreparedGraph``.
public struct GraphPath: Hashable, Sendable {
  /// The weights of its arcs, and of the terminals at both ends; always below ``unreachable``.
  public let cost: UInt32
  /// The nodes that it passes, the first and the last included: one more than arcs.
  public let nodes: [Int]
  /// The arcs that it travels, by their indices in what the graph was made of.
  public let arcs: [Int]
  /// The index of the terminal where it starts; 0 where there was one.
  public let source: Int
  /// The index of the terminal where it ends; 0 where there was one.
  public let target: Int
}
