import Columns
import Geodesy
import ShortestPaths
import WardwayMap

/// Searches a drive network for one vehicle at a time; owns the memory that searches need: one a task.
///
/// The hierarchy answers whenever its answer stands: closures only take ways away, so the fastest of all is
/// the fastest here too if nothing closed lies on it. Otherwise A* searches the network without what is
/// closed, steered by the hierarchy.
public struct DriveFinder: ~Copyable, Sendable {
  /// The network.
  public let network: DriveNetwork
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
  public var interruption: Interruption?

  /// Makes a finder.
  ///
  /// - Complexity: O(states of the network), once.
  public init(_ network: DriveNetwork) {
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
  public mutating func points(
    near place: Coordinate, level: Level? = nil, as role: DrivePoint.Role, metric: DriveMetric,
    closed: DriveClosures = .none
  ) -> [DrivePoint] {
    snapper.points(near: place, level: level, as: role, in: network, metric: metric, closed: closed)
  }

  /// Returns the points nearest to a place on each of the roads around it, the nearest road's first.
  mutating func roads(
    near place: Coordinate, level: Level?, as role: DrivePoint.Role, metric: DriveMetric,
    closed: DriveClosures, within metres: Double, most: Int
  ) -> [[DrivePoint]] {
    snapper.roads(
      near: place, level: level, as: role, in: network, metric: metric, closed: closed, within: metres,
      most: most)
  }

  /// Returns the fastest way from one of `starts` to one of `goals`, or nil.
  ///
  /// - Parameter method: The algorithm; anything but `fastest` serves to check it.
  public mutating func way(
    from starts: [DrivePoint], to goals: [DrivePoint], metric: DriveMetric, closed: DriveClosures = .none,
    method: SearchMethod = .fastest
  ) -> DriveWay? {
    let sources = DriveEnds.starts(starts, network, metric, closed)
    let targets = DriveEnds.goals(goals, network, metric, closed)
    let direct = DriveEnds.direct(starts, goals, network, metric, closed)
    if let found = search(sources.terminals, targets.terminals, metric, closed, method),
      found.cost < direct?.cost ?? unreachable
    {
      let (first, last) = (sources.ends[found.source], targets.ends[found.target])
      return way(
        from: starts[first.point], first, to: goals[last.point], last, cost: found.cost, metric, closed)
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
    _ sources: [Terminal], _ targets: [Terminal], _ metric: DriveMetric, _ closed: DriveClosures,
    _ method: SearchMethod
  ) -> FoundPath? {
    arcs.removeAll(keepingCapacity: true)
    guard !sources.isEmpty, !targets.isEmpty else { return nil }
    if method == .fastest, closed.isEmpty, let hierarchy = metric.hierarchy {
      return query.shortestPath(in: hierarchy, from: sources, to: targets, arcs: &arcs)
    }
    var adjustments = adjustments.take() ?? ArcAdjustments(arcCount: network.graph.arcCount)
    closed.apply(to: &adjustments, in: network)
    let found: FoundPath?
    if method == .fastest, let hierarchy = metric.hierarchy {
      if potentialSearch == nil { potentialSearch = PotentialSearch(nodeCount: network.graph.nodeCount) }
      potentialSearch?.interruption = interruption
      found = potentialSearch?.shortestPath(
        in: network.graph, weights: metric.weights, above: hierarchy, from: sources, to: targets,
        adjustments: adjustments, arcs: &arcs)
    } else if method == .dijkstra {
      var dijkstra = Dijkstra(nodeCount: network.graph.nodeCount)
      dijkstra.interruption = interruption
      found = dijkstra.shortestPath(
        in: network.graph, weights: metric.weights, from: sources, to: targets, adjustments: adjustments,
        arcs: &arcs)
    } else {
      let potential = potential(for: metric)
      var aStar = AStar(nodeCount: network.graph.nodeCount)
      aStar.interruption = interruption
      found = aStar.shortestPath(
        in: network.graph, weights: metric.weights, potential: potential, from: sources, to: targets,
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
    cost: UInt32, _ metric: DriveMetric, _ closed: DriveClosures
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
      if isEntered { penalty = penalty.addingUpToUnreachable(closed.penalty(into: directed)) }
      // A point at the very end of an edge drives nothing of it.
      guard from != to else { return }
      let along = Share.of(metric.edgeWeights[Int(directed)], max(from, to) - min(from, to), in: span)
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
        turn: metric.turnWeight(Int(arc), in: network) ?? 0)
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
