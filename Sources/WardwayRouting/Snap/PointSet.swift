import ShortestPaths

/// Points of a network at the far end of many searches, each of them any of some points; what searches prepare
/// for them stays with them.
package final class PointSet<Point: NetworkPoint>: Sendable {
  let points: [[Point]]
  private let buckets = Kept<Key, Buckets>(most: 256)

  private struct Key: Hashable {
    var traveller: Point.Traveller
    var towards: Bool
  }

  /// Prepares nothing yet.
  package init(_ points: [[Point]]) { self.points = points }

  /// What was prepared for a traveller and a direction, or else is now.
  func buckets(for traveller: Point.Traveller, towards: Bool, or prepare: () -> Buckets) -> Buckets {
    buckets.value(for: Key(traveller: traveller, towards: towards), or: prepare)
  }
}
