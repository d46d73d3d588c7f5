import ShortestPaths
import WardwayMap

/// What it takes a vehicle to get from one place to many, or from many to one, on a drive network.
///
/// Prepare the many once, then ask for any number of ones: each is a single upward search. This is the
/// workspace: make one a task. Without a hierarchy every question is a sweep over the network, and as exact.
public struct DriveTable: ~Copyable, Sendable {
  private let network: DriveNetwork
  private let metric: DriveMetric
  private var search: OneToMany

  /// Places at the far end of a table, each of them any of its points.
  public struct Many: Sendable {
    fileprivate var points: [[DrivePoint]]
    fileprivate var role: DrivePoint.Role
    fileprivate var terminals: [[Terminal]]
    fileprivate var buckets: Buckets?
  }

  /// Makes a table for a vehicle.
  ///
  /// - Complexity: O(states).
  public init(_ network: DriveNetwork, metric: DriveMetric) {
    self.network = network
    self.metric = metric
    search = OneToMany(nodeCount: network.graph.nodeCount)
  }

  /// Prepares places, for journeys that start there or for those that end there.
  ///
  /// - Complexity: An upward search a place.
  public mutating func prepare(_ places: [[DrivePoint]], as role: DrivePoint.Role) -> Many {
    let terminals = places.map { points in
      switch role {
      case .start: DriveEnds.starts(points, network, metric, .none).terminals
      case .end: DriveEnds.goals(points, network, metric, .none).terminals
      }
    }
    let buckets = metric.hierarchy.map { hierarchy in
      role == .end
        ? search.buckets(of: terminals, in: hierarchy) : search.buckets(ofSources: terminals, in: hierarchy)
    }
    return Many(points: places, role: role, terminals: terminals, buckets: buckets)
  }

  /// The milliseconds between one place and each of many, or `unreachable`: to them if they are where journeys
  /// end, else from them.
  public mutating func costs(_ one: [DrivePoint], _ many: Many) -> [UInt32] {
    many.role == .end ? costs(from: one, to: many) : costs(from: many, to: one)
  }

  private mutating func costs(from starts: [DrivePoint], to goals: Many) -> [UInt32] {
    let sources = DriveEnds.starts(starts, network, metric, .none).terminals
    let costs =
      if let buckets = goals.buckets, let hierarchy = metric.hierarchy {
        search.costs(from: sources, to: buckets, in: hierarchy)
      } else { sweep(from: sources, to: goals.terminals) }
    return zip(costs, goals.points).map { cost, goal in
      min(cost, DriveEnds.direct(starts, goal, network, metric, .none)?.cost ?? unreachable)
    }
  }

  private mutating func costs(from starts: Many, to goals: [DrivePoint]) -> [UInt32] {
    let targets = DriveEnds.goals(goals, network, metric, .none).terminals
    let costs =
      if let buckets = starts.buckets, let hierarchy = metric.hierarchy {
        search.costs(from: buckets, to: targets, in: hierarchy)
      } else { starts.terminals.map { sweep(from: $0, to: [targets])[0] } }
    return zip(costs, starts.points).map { cost, start in
      min(cost, DriveEnds.direct(start, goals, network, metric, .none)?.cost ?? unreachable)
    }
  }

  private func sweep(from sources: [Terminal], to ends: [[Terminal]]) -> [UInt32] {
    var dijkstra = Dijkstra(nodeCount: network.graph.nodeCount)
    let reached = dijkstra.costs(in: network.graph, weights: metric.weights, from: sources)
    return ends.map { terminals in
      terminals.reduce(unreachable) { best, terminal in
        min(best, reached[Int(terminal.node)].addingUpToUnreachable(terminal.weight))
      }
    }
  }
}
