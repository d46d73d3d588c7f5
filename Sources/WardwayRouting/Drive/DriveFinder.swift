import Columns
import Geodesy
import ShortestPaths
import WardwayMap

/// Searches a drive network for one vehicle at a time; owns the memory that searches need: one a task.
///
/// The hierarchy answers whenever its answer stands: closures only take ways away, so the fastest of all is
/// the fastest here too if nothing closed lies on it. Otherwise A* searches the network without what is
/// closed, steered by the hierarchy.
package struct DriveFinder: ~Copyable, Sendable {
  /// The network.
  package let network: DriveNetwork
  private var snapper = DriveSnapper()
  private var query: HierarchyQuery
  private var adjustments: ArcAdjustments?
  private var potentialSearch: PotentialSearch?
  var arcs: [UInt32] = []
  /// What alternatives need, from the first ones on.
  var alternativeSearch: AlternativeSearch?
  private var potentials: [VehicleProfile: PlanarPotential] = [:]
  private var positions: (x: Column<Int32>, y: Column<Int32>)?
  /// What may end a search early; what is found then means nothing.
  package var interruption: Interruption?

  /// Makes a finder.
  ///
  /// - Complexity: O(states of the network), once.
  package init(_ network: DriveNetwork) {
    self.network = network
    query = HierarchyQuery(nodeCount: network.graph.nodeCount)
  }

  /// Returns the points that a place may mean, the nearest first; none if no road that the vehicle may use
  /// lies within a kilometre.
  ///
  /// - Parameters:
  ///   - level: The level that a road has to touch; nil for any.
  ///   - role: Which end of a journey the place is.
  /// - Complexity: O(log *n*) typical.
  package mutating func points(
    near place: Coordinate, level: Level? = nil, as role: DrivePoint.Role, at prices: RoadPrices
  ) -> [DrivePoint] {
    snapper.points(near: place, level: level, as: role, at: prices)
  }

  /// Returns the points nearest to a place on each of the roads around it, the nearest road's first.
  mutating func roads(
    near place: Coordinate, level: Level?, as role: DrivePoint.Role, at prices: RoadPrices,
    within metres: Double, most: Int
  ) -> [[DrivePoint]] {
    snapper.roads(
      near: place, level: level, as: role, at: prices, within: metres,
      most: most)
  }

  /// Returns the fastest way from one of `starts` to one of `goals`, or nil.
  ///
  /// - Parameter method: The algorithm; anything but `fastest` serves to check it.
  package mutating func way(
    from starts: [DrivePoint], to goals: [DrivePoint], at prices: RoadPrices,
    method: SearchMethod = .fastest
  ) -> DriveWay? {
    let sources = DriveEnds.starts(starts, prices)
    let targets = DriveEnds.goals(goals, prices)
    let direct = DriveEnds.direct(starts, goals, prices)
    if let found = search(sources.terminals, targets.terminals, prices, method),
      found.cost < direct?.cost ?? unreachable
    {
      let (first, last) = (sources.ends[found.source], targets.ends[found.target])
      return way(
        from: starts[first.point], first, to: goals[last.point], last, cost: found.cost, prices)
    }
    guard let direct else { return nil }
    let (start, goal) = (starts[direct.start], goals[direct.goal])
    let piece = DriveWay.Piece(
      edge: start.edge, isForward: start.offset <= goal.offset, from: start.offset, to: goal.offset,
      duration: direct.cost, cost: direct.cost)
    return DriveWay(
      pieces: start.offset == goal.offset ? [] : [piece], cost: direct.cost, start: start, end: goal)
  }

  // MARK: Searching

  private mutating func search(
    _ sources: [Terminal], _ targets: [Terminal], _ prices: RoadPrices,
    _ method: SearchMethod
  ) -> FoundPath? {
    arcs.removeAll(keepingCapacity: true)
    guard !sources.isEmpty, !targets.isEmpty else { return nil }
    if method == .fastest, prices.isOpen, let hierarchy = prices.metric.hierarchy {
      return query.shortestPath(in: hierarchy, from: sources, to: targets, arcs: &arcs)
    }
    var adjustments = adjustments.take() ?? ArcAdjustments(arcCount: network.graph.arcCount)
    prices.closures.apply(to: &adjustments, in: network)
    let found: FoundPath?
    if method == .fastest, let hierarchy = prices.metric.hierarchy {
      if potentialSearch == nil { potentialSearch = PotentialSearch(nodeCount: network.graph.nodeCount) }
      potentialSearch?.interruption = interruption
      found = potentialSearch?.shortestPath(
        in: network.graph, weights: prices.metric.weights, above: hierarchy, from: sources, to: targets,
        adjustments: adjustments, arcs: &arcs)
    } else if method == .dijkstra {
      var dijkstra = Dijkstra(nodeCount: network.graph.nodeCount)
      dijkstra.interruption = interruption
      found = dijkstra.shortestPath(
        in: network.graph, weights: prices.metric.weights, from: sources, to: targets,
        adjustments: adjustments,
        arcs: &arcs)
    } else {
      let potential = potential(for: prices.metric)
      var aStar = AStar(nodeCount: network.graph.nodeCount)
      aStar.interruption = interruption
      found = aStar.shortestPath(
        in: network.graph, weights: prices.metric.weights, potential: potential, from: sources, to: targets,
        adjustments: adjustments, arcs: &arcs)
    }
    self.adjustments = consume adjustments
    return found
  }

  private mutating func potential(for metric: DriveMetric) -> PlanarPotential {
    if let known = potentials[metric.vehicle] { return known }
    let (x, y) = statePositions()
    let made = PlanarPotential(graph: network.graph, weights: metric.weights, x: x, y: y)
    potentials[metric.vehicle] = made
    return made
  }

  /// Where each state's edge ends, in decimetres.
  private mutating func statePositions() -> (x: Column<Int32>, y: Column<Int32>) {
    if let positions { return positions }
    let frame = LocalFrame(origin: BoundingBox(network.nodes.map(\.coordinate)).center)
    let points = network.nodes.map { frame.point($0.coordinate).decimetres }
    let ends = network.stateEdge.map { Int(network.end(of: $0)) }
    let made = (Column(ends.map { points[$0].x }), Column(ends.map { points[$0].y }))
    positions = made
    return made
  }

  // MARK: The way

  /// The way along the turns in ``arcs``, with the parts of edges at both ends.
  func way(
    from start: DrivePoint, _ first: DriveEnds.End, to goal: DrivePoint, _ last: DriveEnds.End,
    cost: UInt32, _ prices: RoadPrices
  ) -> DriveWay {
    var way = DriveWay(pieces: [], cost: cost, start: start, end: goal)
    way.pieces.reserveCapacity(arcs.count + 2)
    var turning: UInt32 = 0
    var penalty: UInt32 = 0
    func add(_ directed: UInt32, from: UInt32?, to: UInt32?, turn: UInt32, isEntered: Bool = true) {
      let edge = Int(directed >> 1)
      let span = network.edges[edge].span
      let isForward = directed & 1 == 0
      let (from, to) = (from ?? (isForward ? 0 : span), to ?? (isForward ? span : 0))
      turning += turn
      if isEntered { penalty = penalty.addingUpToUnreachable(prices.penalty(into: directed)) }
      // A point at the very end of an edge drives nothing of it.
      guard from != to else { return }
      let along = Share.of(prices.metric.edgeWeights[Int(directed)], max(from, to) - min(from, to), in: span)
      way.pieces.append(
        DriveWay.Piece(
          edge: edge, isForward: isForward, from: from, to: to, duration: turning + along,
          cost: (turning + along).addingUpToUnreachable(penalty)))
      (turning, penalty) = (0, 0)
    }
    add(first.directed, from: start.offset, to: nil, turn: 0, isEntered: false)
    for arc in arcs {
      add(
        network.edge(enteredBy: Int(arc)), from: nil, to: nil,
        turn: prices.metric.turnWeight(Int(arc), in: network) ?? 0)
    }
    add(last.directed, from: nil, to: goal.offset, turn: last.turn)
    if !way.pieces.isEmpty {
      let last = way.pieces.count - 1
      way.pieces[last].duration += turning
      way.pieces[last].cost = way.pieces[last].cost.addingUpToUnreachable(
        turning.addingUpToUnreachable(penalty))
    }
    return way
  }
}
