import Columns
import ShortestPaths
import WardwayMap

/// The costs of a network for a traveller as requests leave them: with what is closed or avoided.
///
/// Kept from request to request. Only what the next one changes is customized anew, so that it costs as much as
/// differs, and a request like the last one nothing.
final class LiveMetric {
  private let base: Column<UInt32>
  private(set) var metric: CustomizedMetric
  private var change: PartialCustomization
  /// What is added to the costs of arcs at present.
  private var extras: [UInt32: UInt32] = [:]

  /// - Complexity: O(triangles of the hierarchy): milliseconds for a hospital.
  init(_ hierarchy: CustomizableHierarchy, _ weights: Column<UInt32>) {
    base = weights
    metric = CustomizedMetric(hierarchy, weights: weights)
    change = PartialCustomization(for: hierarchy)
  }

  /// Takes on what a request restricts, and nothing else.
  func apply(_ restrictions: Restrictions, in network: Network) {
    let wanted = restrictions.extras(in: network)
    guard wanted != extras else { return }
    let arcs = Set(extras.keys).union(wanted.keys).filter { extras[$0] != wanted[$0] }.sorted()
    let weights = arcs.map { arc in
      let (sum, overflow) = base[Int(arc)].addingReportingOverflow(wanted[arc] ?? 0)
      return overflow ? unreachable : sum
    }
    change.change(&metric, arcs: arcs, to: weights)
    extras = wanted
  }
}
