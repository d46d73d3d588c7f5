import ShortestPaths
import WardwayMap

/// What the roads take and cost a vehicle under a tariff, and which of them may be used at all.
package final class RoadPrices: Sendable {
  package let network: DriveNetwork
  /// What they take where nothing is closed or avoided.
  package let metric: DriveMetric
  /// What is closed or avoided.
  package let closures: DriveClosures
  /// The same without closures; nil if there are none.
  private let other: RoadPrices?

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

  /// Whether nothing is closed or avoided.
  var isOpen: Bool { closures.isEmpty }

  /// Whether the vehicle may use a directed edge.
  func isOpen(_ directed: UInt32) -> Bool {
    metric.isOpen(directed) && !closures.edges.contains(Int(directed >> 1))
  }

  /// What a turn costs, together with the edge that it leads into.
  func weight(ofTurn turn: Int) -> UInt32 {
    if closures.closes(turn: turn, in: network) { return unreachable }
    return metric.weights[turn].addingUpToUnreachable(penalty(into: network.edge(enteredBy: turn)))
  }

  /// What is added to the cost of a turn into a directed edge that isn't closed.
  func penalty(into directed: UInt32) -> UInt32 {
    closures.avoided.contains(Int(directed >> 1)) ? Restrictions.avoidancePenalty : 0
  }
}
