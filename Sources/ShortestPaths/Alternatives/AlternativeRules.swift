/// What makes another path worth showing beside the best one.
///
/// The defaults are those of the source. Any subpath of an alternative that is no longer than
/// ``localOptimality`` times the best path is itself a cheapest path, so that nobody sees a pointless detour in
/// it.
///
/// Source: Abraham, Delling, Goldberg and Werneck 2013, *Alternative Routes in Road Networks*.
package struct AlternativeRules: Hashable, Sendable {
  /// How many paths to return at most, the best one included.
  package var count: Int
  /// How much of an alternative may lie on the paths chosen before it, in shares of the best path's cost (γ).
  package var sharing: Double
  /// Up to which length every subpath has to be a cheapest path, in shares of the best path's cost (α).
  package var localOptimality: Double
  /// How much longer than the part of the best path that it replaces an alternative may be, in shares of that
  /// part (ε).
  package var stretch: Double

  /// Makes rules.
  package init(
    count: Int = 3, sharing: Double = 0.8, localOptimality: Double = 0.25, stretch: Double = 0.25
  ) {
    precondition(count >= 0, "a negative number of paths")
    precondition(sharing >= 0 && localOptimality >= 0 && stretch >= 0, "shares are not negative")
    self.count = count
    self.sharing = sharing
    self.localOptimality = localOptimality
    self.stretch = stretch
  }

  /// The most that a path may cost beside one that costs `best`.
  func limit(_ best: UInt32) -> UInt32 {
    let limit = Double(best) * (1 + stretch)
    return limit < Double(unreachable - 1) ? UInt32(limit) : unreachable - 1
  }
}

/// One of several good paths.
package struct AlternativePath: Hashable, Sendable {
  /// Its cost and ends.
  package var path: FoundPath
  /// Its arcs in the order of travel.
  package var arcs: [UInt32]

  /// Makes a path.
  package init(path: FoundPath, arcs: [UInt32]) {
    self.path = path
    self.arcs = arcs
  }
}
