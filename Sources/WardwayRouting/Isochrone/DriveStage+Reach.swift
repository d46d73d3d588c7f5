import Geodesy
import ShortestPaths
import WardwayMap

extension DriveStage {
  /// What is reached of the roads from some points, or what reaches them.
  func reached(
    _ points: [DrivePoint], _ isTowards: Bool, within limit: UInt32, _ memory: inout SearchMemory
  ) throws(PlanningError) -> ReachedNetwork {
    let states = try reach(points, towards: isTowards, within: limit, &memory)
    let (prices, network, interruption) = (prices, prices.network, memory.interruption)
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
        ? network.costAtEnd(of: UInt32(edge), states)
        : network.costAtStart(of: UInt32(edge), states, weights[edge])
    }
    return ReachedNetwork(
      isTowards: isTowards, nearCosts: near, weights: weights, seeds: seeds,
      nodeCosts: try network.nodeCosts(isTowards, near, weights, seeds, interruption),
      points: { network.points(of: $0) }, metres: { Double(network.edges[$0].length) / 1000 })
  }
}

extension DriveNetwork {
  /// What it takes from the end of a directed edge to the place, for those whose journey starts on it.
  fileprivate func costAtEnd(of directed: UInt32, _ states: [UInt32]) -> UInt32 {
    guard let first = self.states(of: directed).first else { return unreachable }
    return states[Int(first)]
  }

  /// What it takes from the place to the start of a directed edge, the turn into it included.
  fileprivate func costAtStart(of directed: UInt32, _ states: [UInt32], _ weight: UInt32) -> UInt32 {
    guard weight != unreachable else { return unreachable }
    // Where the place itself is on the edge, its states start in the middle of it: the seeds say that.
    return self.states(of: directed).reduce(unreachable) { least, state in
      let cost = states[Int(state)]
      return cost == unreachable || cost < weight ? least : min(least, cost - weight)
    }
  }

  /// What it takes between each node and the place.
  fileprivate func nodeCosts(
    _ isTowards: Bool, _ near: [UInt32], _ weights: [UInt32], _ seeds: [ReachedNetwork.Seed],
    _ interruption: Interruption?
  ) throws(PlanningError) -> [UInt32] {
    var costs = [UInt32](repeating: unreachable, count: nodes.count)
    func note(_ directed: Int, _ cost: UInt32, _ share: Double) {
      guard cost != unreachable, weights[directed] != unreachable else { return }
      let edge = UInt32(directed)
      let node = Int(isTowards ? start(of: edge) : end(of: edge))
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
