import Columns
import Geodesy
import ShortestPaths
import WardwayMap

/// The cheapest way between two places of a network, as pieces of edges.
struct FoundWay {
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

/// Searches a network for one traveller at a time; owns the memory that searches need.
///
/// The hierarchy answers whenever its answer stands: what a request closes or dislikes only adds to costs,
/// so the cheapest path of all is the cheapest here too if nothing of that lies on it. Otherwise a customizable
/// hierarchy takes the costs of this request where the network has one; elsewhere A* searches the network as it
/// is for this request, steered by the hierarchy.
final class PathFinder {
  /// How much worse a metre off the network is than one on it: nobody knows what lies between.
  static let offNetworkFactor = 3.0

  let network: WalkNetwork
  private var hierarchyQuery: HierarchyQuery
  // Made when they are first needed: few networks see all of them.
  private var aStar: AStar?
  private var potentialSearch: PotentialSearch?
  private var customizableQuery: CustomizableQuery?
  private var adjustments: ArcAdjustments?
  var oneToMany: OneToMany?
  var pathSums: PathSums?
  var arcs: [UInt32] = []
  private var potentials: [Profile: PlanarPotential] = [:]
  private lazy var positions = Self.positions(of: network)
  private lazy var hasEmergencyDoor = network.hasEmergencyDoor
  private var emergencyMetrics: [Profile: Metric] = [:]
  /// What alternatives need, from the first ones on.
  var alternativeSearch: AlternativeSearch?
  /// The weights of the last request that restricted something.
  var restricted: RestrictedWeights?
  private var customizable: CustomizableHierarchy?
  private var liveMetrics: [Profile: LiveMetric] = [:]
  /// How many are kept; all are dropped when there are more.
  private static let mostLiveMetrics = 8

  init(_ network: WalkNetwork) {
    self.network = network
    hierarchyQuery = HierarchyQuery(nodeCount: network.graph.nodeCount)
  }

  /// Makes it possible to search with restrictions, and without a hierarchy, as fast as with one.
  func use(_ hierarchy: CustomizableHierarchy) { customizable = hierarchy }

  /// What a request leaves of a metric; nil where there is nothing to customize.
  func live(_ metric: Metric, _ restrictions: Restrictions) -> CustomizedMetric? {
    guard let customizable else { return nil }
    if liveMetrics[metric.profile] == nil {
      if liveMetrics.count >= Self.mostLiveMetrics { liveMetrics = [:] }
      liveMetrics[metric.profile] = LiveMetric(customizable, metric.weights)
    }
    let live = liveMetrics[metric.profile]!
    live.apply(restrictions, in: network)
    if customizableQuery == nil { customizableQuery = CustomizableQuery(nodeCount: network.graph.nodeCount) }
    return live.metric
  }

  /// The cost of the cheapest path on a live metric.
  func cost(in live: CustomizedMetric, from sources: [Terminal], to targets: [Terminal]) -> UInt32 {
    customizableQuery?.cost(in: live, from: sources, to: targets) ?? unreachable
  }

  private static func positions(of network: WalkNetwork) -> (x: Column<Int32>, y: Column<Int32>) {
    let frame = LocalFrame(origin: BoundingBox(network.nodes.map(\.coordinate)).center)
    let points = network.nodes.map { frame.point($0.coordinate).decimetres }
    return (Column(points.map(\.x)), Column(points.map(\.y)))
  }

  /// Returns a metric for those who go to an emergency department or come from there.
  ///
  /// - Complexity: O(arcs) the first time.
  func emergencyMetric(_ plain: Metric) -> Metric {
    guard hasEmergencyDoor else { return plain }
    if let known = emergencyMetrics[plain.profile] { return known }
    let made = network.emergencyMetric(plain)
    emergencyMetrics[plain.profile] = made
    return made
  }

  /// Returns the cheapest way from one of `starts` to one of `ends`, or nil.
  func way(
    from starts: [SnapPoint], to ends: [SnapPoint], metric: Metric, restrictions: Restrictions,
    method: SearchMethod = .fastest
  ) -> FoundWay? {
    let sources = terminals(of: starts, leaving: true, metric, restrictions)
    let targets = terminals(of: ends, leaving: false, metric, restrictions)
    var best = direct(starts, ends, metric, restrictions)
    let found = search(
      from: sources.map(\.terminal), to: targets.map(\.terminal), metric, restrictions, method)
    if let found, found.cost < best?.cost ?? unreachable {
      let (source, target) = (sources[found.source], targets[found.target])
      best = FoundWay(
        pieces: pieces(
          from: starts[source.point], source.isForward, to: ends[target.point], target.isForward),
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

  func terminals(
    of points: [SnapPoint], leaving: Bool, _ metric: Metric, _ restrictions: Restrictions
  ) -> [End] {
    var ends: [End] = []
    for (index, point) in points.enumerated() {
      if point.area != nil, point.node == nil || restrictions.closes(point) { continue }
      let access = access(to: point, metric)
      if access == unreachable { continue }
      if let node = point.node {
        ends.append(End(terminal: Terminal(node: node, weight: access), point: index, isForward: true))
        continue
      }
      for isForward in [true, false] {
        guard let whole = weight(point.edge, isForward, metric, restrictions) else { continue }
        let edge = network.edges[point.edge]
        let isTowardsHead = isForward == leaving
        let part = isTowardsHead ? edge.span - point.offset : point.offset
        let weight = add(Share.of(whole, part, in: edge.span), access)
        let node = isTowardsHead ? edge.head : edge.tail
        ends.append(End(terminal: Terminal(node: node, weight: weight), point: index, isForward: isForward))
      }
    }
    return ends
  }

  /// What it costs to get between a place and its point of the network, in milliseconds.
  func access(to point: SnapPoint, _ metric: Metric) -> UInt32 {
    let walk = min(point.distance / metric.profile.speed * Self.offNetworkFactor * 1000, 1e9)
    let near = add(UInt32(walk.rounded()), point.bias)
    guard let area = point.area, point.stretch > 0 else { return near }
    return add(
      near, network.price(across: area, millimetres: point.stretch, for: metric.profile)?.cost ?? unreachable)
  }

  func add(_ a: UInt32, _ b: UInt32) -> UInt32 {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? unreachable : sum
  }

  /// The cost of a whole edge in a direction, with what the request adds; nil where it can't be used.
  private func weight(
    _ edge: Int, _ isForward: Bool, _ metric: Metric, _ restrictions: Restrictions
  ) -> UInt32? {
    let arc = network.edgeArc[edge * 2 + (isForward ? 0 : 1)]
    guard arc != WalkNetwork.noArc else { return nil }
    let weight = add(metric.weights[Int(arc)], restrictions.extra(on: edge, in: network))
    return weight == unreachable ? nil : weight
  }

  // MARK: Along one edge

  /// The cheapest way that stays on the edge where it starts.
  func direct(
    _ starts: [SnapPoint], _ ends: [SnapPoint], _ metric: Metric, _ restrictions: Restrictions
  ) -> FoundWay? {
    var best = straight(starts, ends, metric, restrictions)
    for start in starts where start.area == nil {
      for end in ends where end.area == nil && start.edge == end.edge && start.node == nil && end.node == nil
      {
        let isForward = start.offset <= end.offset
        let part = isForward ? end.offset - start.offset : start.offset - end.offset
        var along: UInt32 = 0
        if part > 0 {
          guard let whole = weight(start.edge, isForward, metric, restrictions) else { continue }
          along = Share.of(whole, part, in: network.edges[start.edge].span)
        }
        let cost = add(along, add(access(to: start, metric), access(to: end, metric)))
        guard cost < best?.cost ?? unreachable else { continue }
        let piece = Piece(edge: start.edge, isForward: isForward, from: start.offset, to: end.offset)
        best = FoundWay(pieces: part == 0 ? [] : [piece], cost: cost, start: start, end: end)
      }
    }
    return best
  }

  /// The cheapest straight way between places in one area that see each other.
  private func straight(
    _ starts: [SnapPoint], _ ends: [SnapPoint], _ metric: Metric, _ restrictions: Restrictions
  ) -> FoundWay? {
    var best: FoundWay?
    for start in starts where start.node == nil && start.area != nil && !restrictions.closes(start) {
      for end in ends where end.node == nil && end.area == start.area {
        guard let area = start.area, let space = network.areas.space(of: area),
          space.sees(start.coordinate, end.coordinate),
          metric.profile.gaps(in: space)?.width(from: start.coordinate, to: end.coordinate) == nil
        else { continue }
        let metres = distance(start.coordinate, end.coordinate)
        let millimetres = UInt32(min((metres * 1000).rounded(), 4e9))
        guard let price = network.price(across: area, millimetres: millimetres, for: metric.profile) else {
          continue
        }
        let cost = add(price.cost, add(access(to: start, metric), access(to: end, metric)))
        guard cost < best?.cost ?? unreachable else { continue }
        best = FoundWay(pieces: [], cost: cost, start: start, end: end)
      }
    }
    return best
  }

  // MARK: Through the network

  private func search(
    from sources: [Terminal], to targets: [Terminal], _ metric: Metric, _ restrictions: Restrictions,
    _ method: SearchMethod
  ) -> FoundPath? {
    guard !sources.isEmpty, !targets.isEmpty else { return nil }
    if method == .fastest, let hierarchy = metric.hierarchy {
      let found = hierarchyQuery.shortestPath(in: hierarchy, from: sources, to: targets, arcs: &arcs)
      if found == nil || restrictions.isEmpty { return found }
      // Before all edges are looked through for what is avoided.
      let isUntouched = arcs.allSatisfy {
        restrictions.extra(on: Int(network.arcEdge[Int($0)] >> 1), in: network) == 0
      }
      if isUntouched { return found }
    }
    if method == .fastest, let live = live(metric, restrictions) {
      return customizableQuery?.shortestPath(in: live, from: sources, to: targets, arcs: &arcs)
    }
    var adjustments = adjustments.take() ?? ArcAdjustments(arcCount: network.graph.arcCount)
    restrictions.apply(to: &adjustments, in: network)
    let found: FoundPath?
    if method == .dijkstra {
      var dijkstra = Dijkstra(nodeCount: network.graph.nodeCount)
      found = dijkstra.shortestPath(
        in: network.graph, weights: metric.weights, from: sources, to: targets, adjustments: adjustments,
        arcs: &arcs)
    } else if method == .fastest, let hierarchy = metric.hierarchy {
      if potentialSearch == nil { potentialSearch = PotentialSearch(nodeCount: network.graph.nodeCount) }
      found = potentialSearch?.shortestPath(
        in: network.graph, weights: metric.weights, above: hierarchy, from: sources, to: targets,
        adjustments: adjustments, arcs: &arcs)
    } else {
      let potential = potential(for: metric)
      if aStar == nil { aStar = AStar(nodeCount: network.graph.nodeCount) }
      found = aStar?.shortestPath(
        in: network.graph, weights: metric.weights, potential: potential, from: sources, to: targets,
        adjustments: adjustments, arcs: &arcs)
    }
    self.adjustments = consume adjustments
    return found
  }

  private func potential(for metric: Metric) -> PlanarPotential {
    if let known = potentials[metric.profile] { return known }
    let made = PlanarPotential(
      graph: network.graph, weights: metric.weights, x: positions.x, y: positions.y)
    potentials[metric.profile] = made
    return made
  }

  /// The pieces of the path in ``arcs``, with the parts of edges at both ends.
  func pieces(from start: SnapPoint, _ leaves: Bool, to end: SnapPoint, _ arrives: Bool) -> [Piece] {
    var pieces: [Piece] = []
    pieces.reserveCapacity(arcs.count + 2)
    func add(_ edge: Int, _ isForward: Bool, _ from: UInt32, _ to: UInt32) {
      // A point at the very end of an edge travels nothing of it.
      if from != to { pieces.append(Piece(edge: edge, isForward: isForward, from: from, to: to)) }
    }
    func span(_ edge: Int) -> UInt32 { network.edges[edge].span }
    if start.node == nil { add(start.edge, leaves, start.offset, leaves ? span(start.edge) : 0) }
    for arc in arcs {
      let directed = network.arcEdge[Int(arc)]
      let edge = Int(directed >> 1)
      let isForward = directed & 1 == 0
      add(edge, isForward, isForward ? 0 : span(edge), isForward ? span(edge) : 0)
    }
    if end.node == nil { add(end.edge, arrives, arrives ? 0 : span(end.edge), end.offset) }
    return pieces
  }
}
