import ShortestPaths
import WardwayMap

/// Which algorithm answers; all agree on the cost, to the millisecond.
package enum SearchMethod: String, Sendable, CaseIterable {
  /// The hierarchy where its answer stands, else A*.
  case fastest
  /// A* on the network as it is for this request.
  case aStar
  /// Dijkstra's algorithm: slow, and the oracle for the others.
  case dijkstra
}

/// Travelling one network by one means: finds ways between points of it, and prices points against others.
///
/// A stage says where searches begin and end for its points, what stays on one edge, and what a path of the graph is as a
/// way; what it takes and costs is its prices' to say. All searching is here, and is specialised for each stage.
package protocol Stage {
  /// What the network takes and costs.
  associatedtype Prices: ArcPrices
  /// What stands for a place.
  associatedtype Point: NetworkPoint where Point.Traveller == Prices.Traveller
  /// Where a search begins or ends for a point.
  associatedtype End: StageEnd
  /// The cheapest way between two places.
  associatedtype Way: StageWay

  /// How one travels.
  static var mode: Leg.Mode { get }

  /// What the network takes and costs.
  var prices: Prices { get }
  /// The algorithm; anything but `fastest` serves to check it.
  var method: SearchMethod { get }
  /// The network.
  var network: NetworkID { get }

  /// Returns where searches begin or end for some points, each at what it costs between there and the point's place.
  ///
  /// - Parameter leaving: Whether ways lead away from the points.
  func terminals(of points: [Point], leaving: Bool) -> [End]

  /// Returns what it costs to get between a place and its point of the network, in milliseconds.
  func access(to point: Point) -> UInt32

  /// Returns what a part of an edge costs, in milliseconds; nil where it can't be travelled.
  func cost(of piece: Piece) -> UInt32?

  /// Returns the cheapest way between points that needs no node of the network in between, or nil.
  func direct(_ starts: [Point], _ ends: [Point]) -> Way?

  /// Returns the way along a path of the network's graph, with what lies between its ends and the points.
  func way(
    along arcs: [UInt32], cost: UInt32, from start: Point, _ first: End, to end: Point, _ last: End
  ) -> Way

  /// Whether a way is another one than some that were found before.
  func isOther(_ way: Way, than found: [Way]) -> Bool
}

/// Where a search begins or ends for a point.
package protocol StageEnd {
  /// The node of the graph, and what it costs between there and the place.
  var terminal: Terminal { get }
  /// The index of the point.
  var point: Int { get }
}

/// A way that a stage found.
package protocol StageWay: Sendable {
  /// What the search minimised, in milliseconds.
  var cost: UInt32 { get }
}

extension Stage {
  /// Whatever leads over other nodes is another way.
  package func isOther(_ way: Way, than found: [Way]) -> Bool { true }

  /// The hierarchy over what the network costs where nothing is closed or avoided, if it is to be used.
  var openHierarchy: ContractionHierarchy? { method == .fastest ? prices.openHierarchy : nil }
  /// The hierarchy over what the network costs now.
  var currentHierarchy: ContractionHierarchy? { prices.isOpen ? openHierarchy : nil }
  /// The same, customized.
  var customized: CustomizedMetric? { method == .fastest ? prices.customized : nil }

  /// Returns the cheapest way from one of `starts` to one of `ends`, or nil.
  ///
  /// - Throws: That the request is to end.
  package func way(
    from starts: [Point], to ends: [Point], _ memory: inout SearchMemory
  ) throws(PlanningError) -> Way? {
    try memory.goOn()
    let sources = terminals(of: starts, leaving: true)
    let targets = terminals(of: ends, leaving: false)
    let direct = direct(starts, ends)
    let found = search(from: sources.map { $0.terminal }, to: targets.map { $0.terminal }, &memory)
    try memory.goOn()
    guard let found, found.cost < direct?.cost ?? unreachable else { return direct }
    let (first, last) = (sources[found.source], targets[found.target])
    return way(
      along: memory.arcs, cost: found.cost, from: starts[first.point], first, to: ends[last.point], last)
  }

  // MARK: Along one edge

  /// Finds the cheapest way that stays on the edge where it starts, between two of some points, by their numbers.
  func alongEdge(_ starts: [Point], _ ends: [Point]) -> (start: Int, end: Int, piece: Piece, cost: UInt32)? {
    var best: (start: Int, end: Int, piece: Piece, cost: UInt32)?
    for (start, first) in starts.enumerated() {
      guard let from = first.onEdge else { continue }
      for (end, last) in ends.enumerated() {
        guard let to = last.onEdge, to.edge == from.edge else { continue }
        let piece = Piece(
          edge: from.edge, isForward: from.offset <= to.offset, from: from.offset, to: to.offset)
        guard let along = cost(of: piece) else { continue }
        let cost = along.addingUpToUnreachable(access(to: first)).addingUpToUnreachable(access(to: last))
        if cost < best?.cost ?? unreachable { best = (start, end, piece, cost) }
      }
    }
    return best
  }

  // MARK: Through the network

  /// Finds the cheapest path, and leaves its arcs in the memory.
  ///
  /// The hierarchy answers whenever its answer stands: what a request closes or dislikes only adds to costs, so the
  /// cheapest path of all is the cheapest here too if nothing of that lies on it. Otherwise a customizable hierarchy
  /// takes the costs of this request where the network has one; elsewhere A* searches the network as it is for this
  /// request, steered by the hierarchy.
  private func search(
    from sources: [Terminal], to targets: [Terminal], _ memory: inout SearchMemory
  ) -> FoundPath? {
    memory.arcs.removeAll(keepingCapacity: true)
    memory.isLastByAStar = false
    guard !sources.isEmpty, !targets.isEmpty else { return nil }
    memory.prepare(for: prices.graph)
    if let openHierarchy {
      memory.needHierarchyQuery()
      let found = memory.hierarchyQuery!.shortestPath(
        in: openHierarchy, from: sources, to: targets, arcs: &memory.arcs)
      if found == nil || prices.isOpen { return found }
      // Before all edges are looked through for what is avoided.
      if memory.arcs.allSatisfy({ prices.extra(onArc: Int($0)) == 0 }) { return found }
    }
    if let customized {
      memory.needCustomizableQuery()
      return memory.customizableQuery!.shortestPath(
        in: customized, from: sources, to: targets, arcs: &memory.arcs)
    }
    return searchAsItIs(from: sources, to: targets, &memory)
  }

  /// Searches the network with what the request closes and avoids added to its weights.
  private func searchAsItIs(
    from sources: [Terminal], to targets: [Terminal], _ memory: inout SearchMemory
  ) -> FoundPath? {
    var adjustments = memory.takeAdjustments()
    prices.forEachExtra { adjustments.add($1, to: $0) }
    let (graph, weights) = (prices.graph, prices.openWeights)
    let found: FoundPath?
    if method == .dijkstra {
      memory.needDijkstra()
      found = memory.dijkstra!.shortestPath(
        in: graph, weights: weights, from: sources, to: targets, adjustments: adjustments, arcs: &memory.arcs)
    } else if let openHierarchy {
      memory.needPotentialSearch()
      found = memory.potentialSearch!.shortestPath(
        in: graph, weights: weights, above: openHierarchy, from: sources, to: targets,
        adjustments: adjustments, arcs: &memory.arcs)
    } else {
      memory.needAStar()
      memory.isLastByAStar = true
      found = memory.aStar!.shortestPath(
        in: graph, weights: weights, potential: prices.potential, from: sources, to: targets,
        adjustments: adjustments, arcs: &memory.arcs)
    }
    memory.adjustments = consume adjustments
    return found
  }
}
