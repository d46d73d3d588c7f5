import Columns
import ShortestPaths
import WardwayMap

/// The costs of a network for a traveller as requests leave them: with what is closed or avoided.
///
/// Kept from request to request. Only what the next one changes is customized anew, so that it costs as much as
/// differs, and a request like the last one nothing.
final class LiveMetric {
  /// A change of one arc costs about as much as customizing so many arcs of the hierarchy from scratch.
  private static let arcsAChange = 500

  private let hierarchy: CustomizableHierarchy
  private let base: Column<UInt32>
  private(set) var metric: CustomizedMetric
  private var change: PartialCustomization
  /// What is added to the costs of arcs at present.
  private var extras: [UInt32: UInt32] = [:]

  /// - Complexity: O(triangles of the hierarchy): milliseconds for a hospital.
  init(_ hierarchy: CustomizableHierarchy, _ weights: Column<UInt32>) {
    self.hierarchy = hierarchy
    base = weights
    metric = CustomizedMetric(hierarchy, weights: weights)
    change = PartialCustomization(for: hierarchy)
  }

  /// Takes on what a request restricts, and nothing else.
  ///
  /// - Complexity: as much as differs from the last request, and never more than for a new one.
  func apply(_ restrictions: Restrictions, in network: WalkNetwork) {
    let wanted = restrictions.extras(in: network)
    guard wanted != extras else { return }
    let arcs = Set(extras.keys).union(wanted.keys).filter { extras[$0] != wanted[$0] }.sorted()
    if arcs.count * Self.arcsAChange < hierarchy.columns.heads.count {
      let weights = arcs.map { Self.sum(base[Int($0)], wanted[$0] ?? 0) }
      change.change(&metric, arcs: arcs, to: weights)
    } else {
      var all = Array(base)
      for (arc, extra) in wanted { all[Int(arc)] = Self.sum(base[Int(arc)], extra) }
      metric = CustomizedMetric(hierarchy, weights: Column(all))
    }
    extras = wanted
  }

  private static func sum(_ cost: UInt32, _ extra: UInt32) -> UInt32 {
    let (sum, overflow) = cost.addingReportingOverflow(extra)
    return overflow ? unreachable : sum
  }
}
