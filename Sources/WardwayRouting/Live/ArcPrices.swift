import Columns
import ShortestPaths
import WardwayMap

/// What the arcs of a network's graph cost somebody under a tariff, as searches read it.
///
/// What is closed or avoided only adds to what arcs cost. Code over any prices is specialised for each.
package protocol ArcPrices: Sendable {
  /// Who travels.
  associatedtype Traveller: Hashable, Sendable

  /// Who travels.
  var traveller: Traveller { get }
  /// The graph.
  var graph: Graph { get }
  /// What each arc costs where nothing is closed or avoided, in milliseconds.
  var openWeights: Column<UInt32> { get }
  /// The hierarchy over ``openWeights``; without it, searches are slower and just as exact.
  var openHierarchy: ContractionHierarchy? { get }
  /// A lower bound of ``openWeights`` by distance.
  var potential: PlanarPotential { get }

  /// Whether nothing is closed or avoided.
  var isOpen: Bool { get }
  /// What each arc costs, in milliseconds.
  ///
  /// - Complexity: O(arcs) the first time, where something is closed or avoided.
  var weights: Column<UInt32> { get }
  /// A customizable hierarchy with these costs; nil where there is none.
  var customized: CustomizedMetric? { get }

  /// Returns what is added to the cost of an arc; `unreachable` where it is closed.
  func extra(onArc arc: Int) -> UInt32

  /// Calls `body` with each arc to whose cost something is added, and what that is; it adds up where an arc comes twice.
  func forEachExtra(_ body: (_ arc: Int, _ extra: UInt32) -> Void)
}

extension ArcPrices {
  /// What each arc costs with what is added to it, worked out.
  ///
  /// - Complexity: O(arcs).
  func disturbedWeights() -> Column<UInt32> {
    let open = openWeights
    return Column(open.indices.map { open[$0].addingUpToUnreachable(extra(onArc: $0)) })
  }
}
