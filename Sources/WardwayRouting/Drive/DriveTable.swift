import Columns
import ShortestPaths
import WardwayMap

/// What it takes to get from one place to many, or from many to one, on a drive network.
///
/// Select the many once, then ask for any number of ones: each is a single upward search. Make one a task.
/// Without a hierarchy, or with closures, every question is a sweep over the network, and as exact.
public struct DriveTable: ~Copyable {
  private let network: DriveNetwork
  private let metric: DriveMetric
  private let closed: DriveClosures
  private var oneToMany: OneToMany?
  /// The weights without what is closed, where there is no hierarchy to use.
  private let weights: Column<UInt32>
  private var many: [[DrivePoint]] = []
  private var ends: [[Terminal]] = []
  private var selectsGoals = true

  /// Makes a table for a vehicle, with nothing selected.
  ///
  /// - Complexity: O(turns) with closures, else O(states).
  public init(_ network: DriveNetwork, metric: DriveMetric, closed: DriveClosures = .none) {
    self.network = network
    self.metric = metric
    self.closed = closed
    weights = closed.isEmpty ? metric.weights : Self.without(closed, network, metric)
    if closed.isEmpty, let hierarchy = metric.hierarchy {
      oneToMany = OneToMany(hierarchy)
    } else {
      oneToMany = nil
    }
  }

  private static func without(
    _ closed: DriveClosures, _ network: DriveNetwork, _ metric: DriveMetric
  ) -> Column<UInt32> {
    Column(
      metric.weights.indices.map { turn in
        closed.closes(turn: turn, in: network) ? unreachable : metric.weights[turn]
      })
  }

  /// Selects where journeys end, for ``costs(from:)``; each goal is any of its points.
  public mutating func select(goals: [[DrivePoint]]) {
    many = goals
    selectsGoals = true
    ends = goals.map { DriveEnds.goals($0, network, metric, closed).terminals }
    oneToMany?.select(targets: ends)
  }

  /// Selects where journeys start, for ``costs(to:)``; each start is any of its points.
  public mutating func select(starts: [[DrivePoint]]) {
    many = starts
    selectsGoals = false
    ends = starts.map { DriveEnds.starts($0, network, metric, closed).terminals }
    oneToMany?.select(sources: ends)
  }

  /// The milliseconds to each selected goal, or `unreachable`.
  public mutating func costs(from starts: [DrivePoint]) -> [UInt32] {
    precondition(many.isEmpty || selectsGoals, "starts are selected, not goals")
    let sources = DriveEnds.starts(starts, network, metric, closed).terminals
    var costs = oneToMany?.costs(from: sources) ?? sweep(from: sources)
    for (index, goal) in many.enumerated() {
      if let direct = DriveEnds.direct(starts, goal, network, metric, closed) {
        costs[index] = min(costs[index], direct.cost)
      }
    }
    return costs
  }

  /// The milliseconds from each selected start, or `unreachable`.
  public mutating func costs(to goals: [DrivePoint]) -> [UInt32] {
    precondition(many.isEmpty || !selectsGoals, "goals are selected, not starts")
    let targets = DriveEnds.goals(goals, network, metric, closed).terminals
    var costs = oneToMany?.costs(to: targets) ?? ends.map { search(from: $0, to: targets) }
    for (index, start) in many.enumerated() {
      if let direct = DriveEnds.direct(start, goals, network, metric, closed) {
        costs[index] = min(costs[index], direct.cost)
      }
    }
    return costs
  }

  // MARK: Without a hierarchy

  private func sweep(from sources: [Terminal]) -> [UInt32] {
    var dijkstra = Dijkstra(nodeCount: network.graph.nodeCount)
    let reached = dijkstra.costs(in: network.graph, weights: weights, from: sources)
    return ends.map { terminals in
      terminals.reduce(unreachable) { best, terminal in
        let (sum, overflow) = reached[Int(terminal.node)].addingReportingOverflow(terminal.weight)
        return overflow ? best : min(best, sum)
      }
    }
  }

  private func search(from sources: [Terminal], to targets: [Terminal]) -> UInt32 {
    var dijkstra = Dijkstra(nodeCount: network.graph.nodeCount)
    var arcs: [UInt32] = []
    let found = dijkstra.shortestPath(
      in: network.graph, weights: weights, from: sources, to: targets, arcs: &arcs)
    return found?.cost ?? unreachable
  }
}
