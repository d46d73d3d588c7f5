import Columns
import ShortestPaths
import WardwayMap

/// Up to so many searches that a hierarchy steers are quicker than a sweep over a network.
private let fewMembers = 64

extension Stage {
  /// Returns what it costs between a place and each member of a set, `unreachable` where there is no way.
  ///
  /// - Parameters:
  ///   - points: What the place may be.
  ///   - towards: Whether the set is where one goes, not where one comes from.
  ///   - limit: What costs more need not be found.
  /// - Throws: That the request is to end.
  /// - Complexity: One upward search where a hierarchy serves; a search a member where a customizable one does, or
  ///   the members are few; else a sweep towards the set, or a search a member from it.
  package func costs(
    _ points: [Point], _ set: PointSet<Point>, towards: Bool, below limit: UInt32 = unreachable - 1,
    _ memory: inout SearchMemory
  ) throws(PlanningError) -> [UInt32] {
    try memory.goOn()
    guard let hierarchy = currentHierarchy else {
      if let customized { return try costs(points, set, towards: towards, on: customized, &memory) }
      if towards, openHierarchy == nil || set.points.count > fewMembers {
        return try sweep(points, set, below: limit, &memory)
      }
      return try set.points.map { member throws(PlanningError) in
        let (from, to) = towards ? (points, member) : (member, points)
        return try way(from: from, to: to, &memory)?.cost ?? unreachable
      }
    }
    let ends = terminals(of: points, leaving: towards).map { $0.terminal }
    memory.prepare(for: prices.graph)
    memory.needOneToMany()
    let buckets = set.buckets(for: prices.traveller, towards: towards) {
      let members = set.points.map { terminals(of: $0, leaving: !towards).map { $0.terminal } }
      return towards
        ? memory.oneToMany!.buckets(of: members, in: hierarchy)
        : memory.oneToMany!.buckets(ofSources: members, in: hierarchy)
    }
    var costs =
      towards
      ? memory.oneToMany!.costs(from: ends, to: buckets, in: hierarchy)
      : memory.oneToMany!.costs(from: buckets, to: ends, in: hierarchy)
    // What lies on one edge needs no node in between, and may have none.
    for (index, member) in set.points.enumerated() {
      let (from, to) = towards ? (points, member) : (member, points)
      costs[index] = min(costs[index], direct(from, to)?.cost ?? unreachable)
    }
    return costs
  }

  /// The same by a search a member on a customized hierarchy.
  private func costs(
    _ points: [Point], _ set: PointSet<Point>, towards: Bool, on customized: CustomizedMetric,
    _ memory: inout SearchMemory
  ) throws(PlanningError) -> [UInt32] {
    memory.prepare(for: prices.graph)
    memory.needCustomizableQuery()
    let ends = terminals(of: points, leaving: towards).map { $0.terminal }
    return try set.points.map { member throws(PlanningError) in
      try memory.goOn()
      let others = terminals(of: member, leaving: !towards).map { $0.terminal }
      let (from, to) = towards ? (points, member) : (member, points)
      let near = direct(from, to)?.cost ?? unreachable
      let (sources, targets) = towards ? (ends, others) : (others, ends)
      return min(near, memory.customizableQuery!.cost(in: customized, from: sources, to: targets))
    }
  }

  /// The same towards the set by one search over the whole network as it is for this request.
  private func sweep(
    _ points: [Point], _ set: PointSet<Point>, below limit: UInt32, _ memory: inout SearchMemory
  ) throws(PlanningError) -> [UInt32] {
    let reached = try reach(points, towards: false, within: limit, &memory)
    return set.points.map { member in
      let near = direct(points, member)?.cost ?? unreachable
      return terminals(of: member, leaving: false).reduce(near) { least, end in
        min(least, reached[Int(end.terminal.node)].addingUpToUnreachable(end.terminal.weight))
      }
    }
  }

  /// Returns what it cost the last search, which was A*, to get to each member of a set: the least that it costs, where the
  /// search had to look that far, and never less.
  func costsOfLastSearch(_ set: PointSet<Point>, _ memory: borrowing SearchMemory) -> [UInt32] {
    set.points.map { member in
      terminals(of: member, leaving: false).reduce(unreachable) { least, end in
        min(
          least, memory.aStar!.cost(ofReaching: end.terminal.node).addingUpToUnreachable(end.terminal.weight))
      }
    }
  }

  /// Returns what it costs from some points to each node of the graph, or from there to them; `unreachable` beyond a limit.
  ///
  /// - Parameter towards: Whether the points are where one goes.
  /// - Complexity: That of Dijkstra's algorithm up to the limit.
  func reach(
    _ points: [Point], towards: Bool, within limit: UInt32 = unreachable - 1, _ memory: inout SearchMemory
  ) throws(PlanningError) -> [UInt32] {
    let ends = terminals(of: points, leaving: !towards).map { $0.terminal }
    memory.prepare(for: prices.graph)
    memory.needDijkstra()
    let costs: [UInt32]
    if towards {
      let reversed = ReversedGraph(prices.graph)
      costs = memory.dijkstra!.costs(
        in: reversed.graph, weights: reversed.weights(prices.weights), from: ends, limit: limit)
    } else {
      costs = memory.dijkstra!.costs(in: prices.graph, weights: prices.weights, from: ends, limit: limit)
    }
    try memory.goOn()
    return costs
  }
}
