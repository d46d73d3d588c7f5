import ShortestPaths
import WardwayMap

/// What it takes a vehicle to get from one place to many, or from many to one, on a drive network.
///
/// Prepare the many once, then ask for any number of ones: each is a single upward search. This is the
/// workspace: make one a task. Without a hierarchy every question is a sweep over the network, and as exact.
package struct DriveTable: ~Copyable, Sendable {
  private let prices: RoadPrices
  private var search: OneToMany

  /// Places at the far end of a table, each of them any of its points.
  package struct Many: Sendable {
    fileprivate var points: [[DrivePoint]]
    fileprivate var role: DrivePoint.Role
    fileprivate var terminals: [[Terminal]]
    fileprivate var buckets: Buckets?
  }

  /// Makes a table for a vehicle.
  ///
  /// - Complexity: O(states).
  package init(_ prices: RoadPrices) {
    self.prices = prices
    search = OneToMany(nodeCount: prices.network.graph.nodeCount)
  }

  /// Prepares places, for journeys that start there or for those that end there.
  ///
  /// - Complexity: An upward search a place.
  package mutating func prepare(_ places: [[DrivePoint]], as role: DrivePoint.Role) -> Many {
    let terminals = places.map { points in
      switch role {
      case .start: DriveEnds.starts(points, prices).terminals
      case .end: DriveEnds.goals(points, prices).terminals
      }
    }
    let buckets = prices.metric.hierarchy.map { hierarchy in
      role == .end
        ? search.buckets(of: terminals, in: hierarchy) : search.buckets(ofSources: terminals, in: hierarchy)
    }
    return Many(points: places, role: role, terminals: terminals, buckets: buckets)
  }

  /// The milliseconds between one place and each of many, or `unreachable`: to them if they are where journeys
  /// end, else from them.
  package mutating func costs(_ one: [DrivePoint], _ many: Many) -> [UInt32] {
    many.role == .end ? costs(from: one, to: many) : costs(from: many, to: one)
  }

  private mutating func costs(from starts: [DrivePoint], to goals: Many) -> [UInt32] {
    let sources = DriveEnds.starts(starts, prices).terminals
    let costs =
      if let buckets = goals.buckets, let hierarchy = prices.metric.hierarchy {
        search.costs(from: sources, to: buckets, in: hierarchy)
      } else { sweep(from: sources, to: goals.terminals) }
    return zip(costs, goals.points).map { cost, goal in
      min(cost, DriveEnds.direct(starts, goal, prices)?.cost ?? unreachable)
    }
  }

  private mutating func costs(from starts: Many, to goals: [DrivePoint]) -> [UInt32] {
    let targets = DriveEnds.goals(goals, prices).terminals
    let costs =
      if let buckets = starts.buckets, let hierarchy = prices.metric.hierarchy {
        search.costs(from: buckets, to: targets, in: hierarchy)
      } else { starts.terminals.map { sweep(from: $0, to: [targets])[0] } }
    return zip(costs, starts.points).map { cost, start in
      min(cost, DriveEnds.direct(start, goals, prices)?.cost ?? unreachable)
    }
  }

  private func sweep(from sources: [Terminal], to ends: [[Terminal]]) -> [UInt32] {
    var dijkstra = Dijkstra(nodeCount: prices.network.graph.nodeCount)
    let reached = dijkstra.costs(in: prices.network.graph, weights: prices.metric.weights, from: sources)
    return ends.map { terminals in
      terminals.reduce(unreachable) { best, terminal in
        min(best, reached[Int(terminal.node)].addingUpToUnreachable(terminal.weight))
      }
    }
  }
}
