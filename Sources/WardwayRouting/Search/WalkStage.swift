import Columns
import Geodesy
import ShortestPaths
import WardwayMap

/// The cheapest way between two places of a network, as pieces of edges.
struct FoundWay: Sendable {
  /// What is travelled, in order; empty where both places mean the same point.
  var pieces: [Piece]
  /// Cost in milliseconds, with what it costs to get to and from the network.
  var cost: UInt32
  /// The points of the network that stand for the places.
  var start: SnapPoint
  var end: SnapPoint

  /// A straight way across an area, from or to a place in it.
  struct Crossing {
    var area: Int
    var from: Coordinate
    var to: Coordinate
    /// The nodes of the network at its ends, where there are.
    var fromNode: UInt32?
    var toNode: UInt32?
    /// Its length.
    var millimetres: UInt32
  }

  /// The way from a place in an area to the first node, or to another place in the same area.
  func first(in network: WalkNetwork) -> Crossing? {
    guard let area = start.area else { return nil }
    guard let node = start.node else {
      let metres = distance(start.coordinate, end.coordinate)
      return metres == 0
        ? nil
        : Crossing(
          area: area, from: start.coordinate, to: end.coordinate,
          millimetres: UInt32(min((metres * 1000).rounded(), 4e9)))
    }
    return start.stretch == 0
      ? nil
      : Crossing(
        area: area, from: start.coordinate, to: network.nodes[Int(node)].coordinate, toNode: node,
        millimetres: start.stretch)
  }

  /// The way from the last node to a place in an area.
  func last(in network: WalkNetwork) -> Crossing? {
    guard let area = end.area, let node = end.node, end.stretch > 0 else { return nil }
    return Crossing(
      area: area, from: network.nodes[Int(node)].coordinate, to: end.coordinate, fromNode: node,
      millimetres: end.stretch)
  }

  /// Whether nothing is travelled.
  var isEmpty: Bool {
    pieces.isEmpty && start.stretch == 0 && end.stretch == 0
      && (start.area == nil || start.coordinate == end.coordinate)
  }
}

/// Which algorithm answers; all agree on the cost, to the millisecond.
public enum SearchMethod: String, Sendable, CaseIterable {
  /// The hierarchy where its answer stands, else A*.
  case fastest
  /// A* on the network as it is for this request.
  case aStar
  /// Dijkstra's algorithm: slow, and the oracle for the others.
  case dijkstra
}

/// Walking one network at its prices: finds ways between points of it, and prices points against others.
///
/// The hierarchy answers whenever its answer stands: what a request closes or dislikes only adds to costs,
/// so the cheapest path of all is the cheapest here too if nothing of that lies on it. Otherwise a customizable
/// hierarchy takes the costs of this request where the network has one; elsewhere A* searches the network as it
/// is for this request, steered by the hierarchy.
struct WalkStage {
  let prices: WalkPrices
  /// The algorithm; anything but `fastest` serves to check it.
  var method = SearchMethod.fastest

  var restrictions: Restrictions { prices.restrictions }

  /// The hierarchy over what the network costs where nothing is closed or avoided, if it is to be used.
  private var hierarchy: ContractionHierarchy? { method == .fastest ? prices.openHierarchy : nil }
  /// The hierarchy over what the network costs now.
  var currentHierarchy: ContractionHierarchy? { restrictions.isEmpty ? hierarchy : nil }
  /// The same, customized.
  var customized: CustomizedMetric? { method == .fastest ? prices.customized : nil }

  /// Returns the cheapest way from one of `starts` to one of `ends`, or nil.
  ///
  /// - Throws: That the request is to end.
  func way(
    from starts: [SnapPoint], to ends: [SnapPoint], _ memory: inout SearchMemory
  ) throws(PlanningError) -> FoundWay? {
    try memory.goOn()
    let sources = terminals(of: starts, leaving: true)
    let targets = terminals(of: ends, leaving: false)
    var best = direct(starts, ends)
    let found = search(from: sources.map(\.terminal), to: targets.map(\.terminal), &memory)
    try memory.goOn()
    if let found, found.cost < best?.cost ?? unreachable {
      let (source, target) = (sources[found.source], targets[found.target])
      best = FoundWay(
        pieces: pieces(
          along: memory.arcs, from: starts[source.point], source.isForward, to: ends[target.point],
          target.isForward),
        cost: found.cost, start: starts[source.point], end: ends[target.point])
    }
    return best
  }

  /// Where a search begins or ends for a point: a node, and which way along the point's edge that is.
  struct End {
    var terminal: Terminal
    var point: Int
    var isForward: Bool
  }

  func terminals(of points: [SnapPoint], leaving: Bool) -> [End] {
    var ends: [End] = []
    for (index, point) in points.enumerated() {
      if point.area != nil, point.node == nil || restrictions.closes(point) { continue }
      let access = prices.access(to: point)
      if access == unreachable { continue }
      if let node = point.node {
        ends.append(End(terminal: Terminal(node: node, weight: access), point: index, isForward: true))
        continue
      }
      guard let point = point.onEdge else { continue }
      for isForward in [true, false] {
        guard let whole = prices.weight(point.edge, forward: isForward) else { continue }
        let edge = prices.network.edges[point.edge]
        let isTowardsHead = isForward == leaving
        let part = isTowardsHead ? edge.span - point.offset : point.offset
        let weight = Share.of(whole, part, in: edge.span).addingUpToUnreachable(access)
        let node = isTowardsHead ? edge.head : edge.tail
        ends.append(End(terminal: Terminal(node: node, weight: weight), point: index, isForward: isForward))
      }
    }
    return ends
  }

  // MARK: Along one edge

  /// The cheapest way that stays on the edge where it starts.
  func direct(_ starts: [SnapPoint], _ ends: [SnapPoint]) -> FoundWay? {
    var best = straight(starts, ends)
    for start in starts {
      guard let from = start.onEdge else { continue }
      for end in ends {
        guard let to = end.onEdge, to.edge == from.edge else { continue }
        let isForward = from.offset <= to.offset
        let part = isForward ? to.offset - from.offset : from.offset - to.offset
        var along: UInt32 = 0
        if part > 0 {
          guard let whole = prices.weight(from.edge, forward: isForward) else { continue }
          along = Share.of(whole, part, in: prices.network.edges[from.edge].span)
        }
        let accesses = prices.access(to: start).addingUpToUnreachable(prices.access(to: end))
        let cost = along.addingUpToUnreachable(accesses)
        guard cost < best?.cost ?? unreachable else { continue }
        let piece = Piece(edge: from.edge, isForward: isForward, from: from.offset, to: to.offset)
        best = FoundWay(pieces: part == 0 ? [] : [piece], cost: cost, start: start, end: end)
      }
    }
    return best
  }

  /// The cheapest straight way between places in one area that see each other.
  private func straight(_ starts: [SnapPoint], _ ends: [SnapPoint]) -> FoundWay? {
    var best: FoundWay?
    for start in starts where start.node == nil && start.area != nil && !restrictions.closes(start) {
      for end in ends where end.node == nil && end.area == start.area {
        guard let area = start.area, let space = prices.network.areas.space(of: area),
          space.sees(start.coordinate, end.coordinate),
          prices.profile.gaps(in: space)?.width(from: start.coordinate, to: end.coordinate) == nil
        else { continue }
        let metres = distance(start.coordinate, end.coordinate)
        let millimetres = UInt32(min((metres * 1000).rounded(), 4e9))
        guard let along = prices.weight(across: area, millimetres: millimetres) else { continue }
        let accesses = prices.access(to: start).addingUpToUnreachable(prices.access(to: end))
        let cost = along.addingUpToUnreachable(accesses)
        guard cost < best?.cost ?? unreachable else { continue }
        best = FoundWay(pieces: [], cost: cost, start: start, end: end)
      }
    }
    return best
  }

  // MARK: Through the network

  private func search(
    from sources: [Terminal], to targets: [Terminal], _ memory: inout SearchMemory
  ) -> FoundPath? {
    guard !sources.isEmpty, !targets.isEmpty else { return nil }
    memory.prepare(for: prices.network.graph)
    if let hierarchy {
      memory.needHierarchyQuery()
      let found = memory.hierarchyQuery!.shortestPath(
        in: hierarchy, from: sources, to: targets, arcs: &memory.arcs)
      if found == nil || restrictions.isEmpty { return found }
      // Before all edges are looked through for what is avoided.
      let isUntouched = memory.arcs.allSatisfy {
        prices.extra(on: Int(prices.network.arcEdge[Int($0)] >> 1)) == 0
      }
      if isUntouched { return found }
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
    restrictions.apply(to: &adjustments, in: prices.network)
    let found: FoundPath?
    if method == .dijkstra {
      memory.needDijkstra()
      found = memory.dijkstra!.shortestPath(
        in: prices.network.graph, weights: prices.openWeights, from: sources, to: targets,
        adjustments: adjustments,
        arcs: &memory.arcs)
    } else if let hierarchy {
      memory.needPotentialSearch()
      found = memory.potentialSearch!.shortestPath(
        in: prices.network.graph, weights: prices.openWeights, above: hierarchy, from: sources, to: targets,
        adjustments: adjustments, arcs: &memory.arcs)
    } else {
      memory.needAStar()
      found = memory.aStar!.shortestPath(
        in: prices.network.graph, weights: prices.openWeights, potential: prices.potential, from: sources,
        to: targets, adjustments: adjustments, arcs: &memory.arcs)
    }
    memory.adjustments = consume adjustments
    return found
  }

  /// The pieces of a path, with the parts of edges at both ends.
  func pieces(
    along arcs: [UInt32], from start: SnapPoint, _ leaves: Bool, to end: SnapPoint, _ arrives: Bool
  ) -> [Piece] {
    var pieces: [Piece] = []
    pieces.reserveCapacity(arcs.count + 2)
    func add(_ edge: Int, _ isForward: Bool, _ from: UInt32, _ to: UInt32) {
      // A point at the very end of an edge travels nothing of it.
      if from != to { pieces.append(Piece(edge: edge, isForward: isForward, from: from, to: to)) }
    }
    func span(_ edge: Int) -> UInt32 { prices.network.edges[edge].span }
    if let start = start.onEdge { add(start.edge, leaves, start.offset, leaves ? span(start.edge) : 0) }
    for arc in arcs {
      let directed = prices.network.arcEdge[Int(arc)]
      let edge = Int(directed >> 1)
      let isForward = directed & 1 == 0
      add(edge, isForward, isForward ? 0 : span(edge), isForward ? span(edge) : 0)
    }
    if let end = end.onEdge { add(end.edge, arrives, arrives ? 0 : span(end.edge), end.offset) }
    return pieces
  }
}
