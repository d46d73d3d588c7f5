import Columns
import Geodesy
import ShortestPaths

/// What every arc of a network costs for a profile, and the hierarchy that makes searches on it fast.
package struct Metric: Sendable {
  /// Who travels.
  package let profile: Profile
  /// The cost of each arc, in milliseconds.
  package let weights: Column<UInt32>
  /// The contraction hierarchy over these costs; without it, searches are slower and just as exact.
  package let hierarchy: ContractionHierarchy?
  /// The least that a kilometre costs on any edge, in milliseconds, as ``WalkNetwork/leastPace(_:)`` says; nil where that
  /// isn't known.
  package let leastPace: UInt32?

  /// Makes a metric.
  package init(
    profile: Profile, weights: Column<UInt32>, hierarchy: ContractionHierarchy?, leastPace: UInt32? = nil
  ) {
    self.leastPace = leastPace
    self.profile = profile
    self.weights = weights
    self.hierarchy = hierarchy
  }

  /// Prices a network for a profile.
  ///
  /// - Parameter topology: The network's `customizableHierarchy`.
  /// - Complexity: O(triangles of the topology): a tenth of a second for a city.
  package init(_ network: WalkNetwork, profile: Profile, on topology: CustomizableHierarchy) {
    let weights = network.weights(for: profile)
    self.init(
      profile: profile, weights: weights,
      hierarchy: CustomizedMetric(topology, weights: weights).contractionHierarchy())
  }
}

extension WalkNetwork {
  /// Returns the least that a kilometre costs on any edge, in milliseconds, rounded down; `unreachable` if no edge may be used.
  ///
  /// No way costs less than that for the distance between its ends as the crow flies, but for roundings.
  ///
  /// - Parameter weights: What each arc costs, in milliseconds.
  /// - Complexity: O(edges).
  package func leastPace(_ weights: Column<UInt32>) -> UInt32 {
    var least = unreachable
    for index in edges.indices {
      let edge = edges[index]
      var millimetres = edge.length
      if millimetres == 0 || edge.kind.isElevator {
        let metres = distance(nodes[Int(edge.tail)].coordinate, nodes[Int(edge.head)].coordinate)
        millimetres = max(millimetres, UInt32(min(metres * 1000, 1e9)))
      }
      if millimetres == 0 { continue }
      for directed in [index * 2, index * 2 + 1] where edgeArc[directed] != Self.noArc {
        let weight = weights[Int(edgeArc[directed])]
        if weight < unreachable {
          least = min(least, UInt32(clamping: UInt64(weight) * 1_000_000 / UInt64(millimetres)))
        }
      }
    }
    return least
  }
}
