import Columns
import Geodesy
import ShortestPaths
import WardwayMap

/// What the roads take and cost a vehicle under a tariff, and which of them may be used at all.
///
/// The arcs of their graph are turns, each with the edge that it leads into.
package final class RoadPrices: ArcPrices {
  /// The roads.
  package let network: DriveNetwork
  /// What they take where nothing is closed or avoided.
  package let metric: DriveMetric
  /// What is closed or avoided.
  package let closures: DriveClosures
  /// The same without closures; nil if there are none.
  private let other: RoadPrices?

  private let changedWeights = Once<Column<UInt32>>()
  private let planarPotential = Once<PlanarPotential>()

  /// Prices of roads where nothing is closed or avoided.
  package init(_ network: DriveNetwork, _ metric: DriveMetric) {
    (self.network, self.metric, closures, other) = (network, metric, .none, nil)
  }

  /// The same where something is.
  package init(_ open: RoadPrices, _ closures: DriveClosures) {
    (network, metric, self.closures, other) = (open.network, open.metric, closures, open)
  }

  /// The same where nothing is closed or avoided.
  var open: RoadPrices { other ?? self }

  // MARK: Edges

  /// Whether the vehicle may use a directed edge.
  func isOpen(_ directed: UInt32) -> Bool {
    metric.isOpen(directed) && !closures.edges.contains(Int(directed >> 1))
  }

  /// What so much of a directed edge takes, in parts of its span; it has to be open.
  func duration(of part: UInt32, along directed: UInt32) -> UInt32 {
    Share.of(metric.edgeWeights[Int(directed)], part, in: network.edges[Int(directed >> 1)].span)
  }

  /// What is added to the cost of a turn into a directed edge that isn't closed.
  func penalty(into directed: UInt32) -> UInt32 {
    closures.avoided.contains(Int(directed >> 1)) ? Restrictions.avoidancePenalty : 0
  }

  // MARK: For searches

  package var traveller: VehicleProfile { metric.vehicle }
  package var graph: Graph { network.graph }
  package var openWeights: Column<UInt32> { metric.weights }
  package var openHierarchy: ContractionHierarchy? { metric.hierarchy }
  package var isOpen: Bool { closures.isEmpty }
  package var customized: CustomizedMetric? { nil }

  package func extra(onArc turn: Int) -> UInt32 {
    closures.closes(turn: turn, in: network) ? unreachable : penalty(into: network.edge(enteredBy: turn))
  }

  package func forEachExtra(_ body: (_ turn: Int, _ extra: UInt32) -> Void) {
    closures.forEachExtra(in: network, body)
  }

  package var weights: Column<UInt32> {
    isOpen ? openWeights : changedWeights.value { disturbedWeights() }
  }

  package var potential: PlanarPotential {
    if let other { return other.potential }
    return planarPotential.value {
      let points = network.planarNodes.map(\.decimetres)
      // A state is where its edge ends.
      let ends = network.stateEdge.map { Int(network.end(of: $0)) }
      return PlanarPotential(
        graph: graph, weights: openWeights, x: Column(ends.map { points[$0].x }),
        y: Column(ends.map { points[$0].y }))
    }
  }
}
