import Columns
import Geodesy
import ShortestPaths
import WardwayMap

/// Searches a drive network from a place, or towards it.
struct DriveReachSearch {
  private let prices: RoadPrices
  private let isTowards: Bool

  init(_ prices: RoadPrices, isTowards: Bool) { (self.prices, self.isTowards) = (prices, isTowards) }

  private var network: DriveNetwork { prices.network }

  func reached(
    _ points: [DrivePoint], within limit: UInt32, _ interruption: Interruption? = nil
  ) throws(PlanningError) -> ReachedNetwork {
    let states = stateCosts(points, limit, interruption)
    try interruption.goOn()
    let directed = 0..<network.directedCount
    let weights = try interruption.map(directed) { edge in
      prices.isOpen(UInt32(edge)) ? prices.metric.edgeWeights[edge] : unreachable
    }
    var seeds: [ReachedNetwork.Seed] = []
    for point in points {
      let position = Double(point.offset) / Double(network.edges[point.edge].span)
      for edge in [point.edge * 2, point.edge * 2 + 1] where prices.metric.isOpen(UInt32(edge)) {
        seeds.append(ReachedNetwork.Seed(directed: edge, position: position, cost: 0))
      }
    }
    let near = try interruption.map(directed) { edge in
      isTowards
        ? costAtEnd(UInt32(edge), states) : costAtStart(UInt32(edge), states, weights[edge])
    }
    return ReachedNetwork(
      isTowards: isTowards, nearCosts: near, weights: weights, seeds: seeds,
      nodeCosts: try nodeCosts(interruption, near, weights, seeds),
      points: { [network] in network.points(of: $0) },
      metres: { [network] in Double(network.edges[$0].length) / 1000 })
  }

  /// What it takes from the end of each state's edge to the place, or from the place to there.
  func stateCosts(
    _ points: [DrivePoint], _ limit: UInt32, _ interruption: Interruption? = nil
  ) -> [UInt32] {
    let weights =
      prices.isOpen
      ? Array(prices.metric.weights)
      : prices.metric.weights.indices.map {
        prices.closures.closes(turn: $0, in: prices.network) ? unreachable : prices.metric.weights[$0]
      }
    var dijkstra = Dijkstra(nodeCount: network.graph.nodeCount)
    dijkstra.interruption = interruption
    guard isTowards else {
      let starts = DriveEnds.starts(points, prices).terminals
      return dijkstra.costs(in: network.graph, weights: Column(weights), from: starts, limit: limit)
    }
    let goals = DriveEnds.goals(points, prices).terminals
    let reversed = ReversedGraph(network.graph)
    return dijkstra.costs(
      in: reversed.graph, weights: reversed.weights(Column(weights)), from: goals, limit: limit)
  }

  /// What it takes from the end of a directed edge to the place, for those whose journey starts on it.
  private func costAtEnd(_ directed: UInt32, _ states: [UInt32]) -> UInt32 {
    guard let first = network.states(of: directed).first else { return unreachable }
    return states[Int(first)]
  }

  /// What it takes from the place to the start of a directed edge, the turn into it included.
  private func costAtStart(_ directed: UInt32, _ states: [UInt32], _ weight: UInt32) -> UInt32 {
    guard weight != unreachable else { return unreachable }
    // Where the place itself is on the edge, its states start in the middle of it: the seeds say that.
    return network.states(of: directed).reduce(unreachable) { least, state in
      let cost = states[Int(state)]
      return cost == unreachable || cost < weight ? least : min(least, cost - weight)
    }
  }

  /// What it takes between each node and the place.
  private func nodeCosts(
    _ interruption: Interruption?, _ near: [UInt32], _ weights: [UInt32], _ seeds: [ReachedNetwork.Seed]
  ) throws(PlanningError) -> [UInt32] {
    var costs = [UInt32](repeating: unreachable, count: network.nodes.count)
    func note(_ directed: Int, _ cost: UInt32, _ share: Double) {
      guard cost != unreachable, weights[directed] != unreachable else { return }
      let edge = UInt32(directed)
      let node = Int(isTowards ? network.start(of: edge) : network.end(of: edge))
      let whole = Double(cost) + (Double(weights[directed]) * share).rounded()
      if whole < Double(costs[node]) { costs[node] = UInt32(whole) }
    }
    try interruption.forEach(near.indices) { note($0, near[$0], 1) }
    for seed in seeds {
      let isForward = seed.directed & 1 == 0
      note(seed.directed, seed.cost, isForward == isTowards ? seed.position : 1 - seed.position)
    }
    return costs
  }
}
