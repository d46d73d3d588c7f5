/// What travelling an arc takes where that depends on the moment: doors that close, elevators that are crowded
/// in the morning, roads in the rush hour.
///
/// Time is in the unit of the weights, from any moment on. Two things have to hold, or paths may not be the
/// earliest: whoever enters an arc later doesn't leave it earlier, waiting allowed (FIFO), and no arc takes less
/// than it weighs in the hierarchy that steers the search.
package protocol ArcTiming {
  /// The moment at which one arrives who enters `arc` at `departure`; ``unreachable`` if one never does.
  func arrival(over arc: Int, at departure: UInt32) -> UInt32
}

/// Weights that are the same at all times, and what is added to them.
struct FixedTiming: ArcTiming {
  let graph: GraphView

  @inline(__always)
  func arrival(over arc: Int, at departure: UInt32) -> UInt32 {
    departure.addingUpToUnreachable(graph.weight(arc))
  }
}
