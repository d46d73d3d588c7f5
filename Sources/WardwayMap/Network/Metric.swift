import Columns
import ShortestPaths

/// What every arc of a network costs for a profile, and the hierarchy that makes searches on it fast.
public struct Metric: Sendable {
  /// Who travels.
  public let profile: Profile
  /// The cost of each arc, in milliseconds.
  public let weights: Column<UInt32>
  /// The contraction hierarchy over these costs; without it, searches are slower and just as exact.
  public let hierarchy: ContractionHierarchy?

  /// Makes a metric.
  public init(profile: Profile, weights: Column<UInt32>, hierarchy: ContractionHierarchy?) {
    self.profile = profile
    self.weights = weights
    self.hierarchy = hierarchy
  }
}
