import Columns
import ShortestPaths

/// What every arc of a network costs for a profile, and the hierarchy that makes searches on it fast.
package struct Metric: Sendable {
  /// Who travels.
  package let profile: Profile
  /// The cost of each arc, in milliseconds.
  package let weights: Column<UInt32>
  /// The contraction hierarchy over these costs; without it, searches are slower and just as exact.
  package let hierarchy: ContractionHierarchy?

  /// Makes a metric.
  package init(profile: Profile, weights: Column<UInt32>, hierarchy: ContractionHierarchy?) {
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
