import Geodesy
import ShortestPaths
import WardwayMap

/// The roads for a car that looks at every edge to find where a place is, and knows the rules alone.
struct NaiveRoads {
  /// A point of a road that stands for a place.
  struct Point {
    var edge: Int
    var offset: UInt32
    var coordinate: Coordinate
    var level: Level
    /// How far from the place, in metres.
    var distance: Double
  }

  /// Which end of a drive a place is.
  enum Role { case start, end }

  let network: DriveNetwork
  let metric: DriveMetric
  private let closedEdges: Set<Int>
  private let closedNodes: Set<UInt32>
  /// The turns into each directed edge, each with the state that it comes from.
  private let turnsInto: [[(state: UInt32, turn: Int)]]

  init(_ network: DriveNetwork, _ metric: DriveMetric, closed sources: [FeatureID] = []) {
    (self.network, self.metric) = (network, metric)
    let closed = Set(sources)
    closedEdges = Set(network.edges.indices.filter { closed.contains(network.edges[$0].source) })
    closedNodes = Set(
      network.nodes.indices.filter { closed.contains(network.nodes[$0].source) }.map { UInt32($0) })
    var turnsInto = Array(repeating: [(state: UInt32, turn: Int)](), count: network.directedCount)
    for state in 0..<UInt32(network.graph.nodeCount) {
      for turn in network.graph.arcs(from: state) {
        turnsInto[Int(network.edge(enteredBy: turn))].append((state, turn))
      }
    }
    self.turnsInto = turnsInto
  }

  // MARK: Snapping

  /// The points of all roads where a car may stop, on a level or on any, the nearest first.
  private func surroundings(of place: Coordinate, _ level: Level?, passingClosed: Bool) -> [Point] {
    var found: [Point] = []
    for edge in network.edges.indices {
      let record = network.edges[edge]
      guard ![.motorway, .motorwayLink, .ferry].contains(record.roadClass),
        metric.isOpen(UInt32(edge) * 2) || metric.isOpen(UInt32(edge) * 2 + 1),
        !(passingClosed && closedEdges.contains(edge)),
        level.map({ record.lowLevel <= $0 && $0 <= record.highLevel }) ?? true,
        let line = NaiveLine(network.points(of: edge), nearestTo: place, within: 0...record.length),
        line.distance <= 1000
      else { continue }
      let nearer = line.offset <= record.length / 2 ? record.tail : record.head
      found.append(
        Point(
          edge: edge, offset: line.offset, coordinate: line.coordinate,
          level: level ?? network.nodes[Int(nearer)].level, distance: line.distance))
    }
    return found.sorted { ($0.distance, $0.edge) < ($1.distance, $1.edge) }
  }

  /// Whether a car that starts on an edge gets anywhere, or one from anywhere gets there.
  private func leadsOn(_ point: Point, _ role: Role) -> Bool {
    let needed: DriveReach = role == .start ? .leadsOut : .leadsIn
    return [point.edge * 2, point.edge * 2 + 1].contains { metric.reach[$0].contains(needed) }
  }

  /// The points that a place may mean: those within a metre of the nearest, and where none of them leads on, the
  /// nearest one that does.
  private func points(
    near place: Coordinate, _ level: Level?, as role: Role, passingClosed: Bool
  ) -> [Point] {
    let all = surroundings(of: place, level, passingClosed: passingClosed)
    var found = Array(all.prefix { $0.distance <= all[0].distance + 1 }.prefix(16))
    if !found.contains(where: { leadsOn($0, role) }),
      let other = all.dropFirst(found.count).first(where: { leadsOn($0, role) })
    {
      found.append(other)
    }
    return found
  }

  /// The points that a home may mean: on its level, or else on any.
  func points(of home: Coordinate, _ level: Level?, as role: Role) -> [Point] {
    let stated = level.map { points(near: home, $0, as: role, passingClosed: true) } ?? []
    return stated.isEmpty ? points(near: home, nil, as: role, passingClosed: true) : stated
  }

  /// The points of the roads within 100 m of a handoff, those that lead on if there are any.
  func points(at handoff: HandoffRecord, as role: Role) -> [Point] {
    func near(_ level: Level?) -> [Point] {
      let found = points(near: handoff.drive, level, as: role, passingClosed: false)
        .filter { $0.distance <= 100 }
      let open = found.filter { leadsOn($0, role) }
      return open.isEmpty ? found : open
    }
    let stated = handoff.statedLevel.map(near) ?? []
    return stated.isEmpty ? near(nil) : stated
  }

  /// The points on the sides of up to five roads near a place on the ground: the nearest, and others within 150 m that
  /// are small and no part of the same.
  func sides(near place: Coordinate, as role: Role) -> [[Point]] {
    let nearest = points(near: place, .ground, as: role, passingClosed: true)
    let open = nearest.filter { leadsOn($0, role) }
    guard let first = open.first ?? nearest.first else { return [] }
    var sides = [
      (open.isEmpty ? nearest : open).filter { distance($0.coordinate, first.coordinate) <= 1 }
    ]
    for point in surroundings(of: place, .ground, passingClosed: true)
    where point.distance <= 150 && sides.count < 5 {
      guard leadsOn(point, role), isQuiet(network.edges[point.edge].roadClass) else { continue }
      let isKnown = sides.joined().contains { other in
        network.edges[other.edge].source == network.edges[point.edge].source
          && distance(other.coordinate, point.coordinate) < 100
      }
      if !isKnown { sides.append([point]) }
    }
    return sides
  }

  private func isQuiet(_ road: RoadClass) -> Bool {
    ![.motorway, .motorwayLink, .trunk, .trunkLink, .primary, .primaryLink, .busway, .ferry].contains(road)
  }

  // MARK: Driving

  /// The number of states: of directed edges with what one came by.
  var stateCount: Int { network.graph.nodeCount }

  /// All turns that are open, each with what it and the edge that it leads into take.
  func addTurns(to graph: inout PlainGraph) {
    for directed in 0..<UInt32(network.directedCount) where mayEnter(directed) {
      for (state, turn) in turnsInto[Int(directed)] {
        graph.add(Int(state), Int(network.graph.head[turn]), metric.weights[turn])
      }
    }
  }

  private func mayEnter(_ directed: UInt32) -> Bool {
    metric.isOpen(directed) && !closedEdges.contains(Int(directed >> 1))
      && !closedNodes.contains(network.start(of: directed))
  }

  /// The two directions of the edge of a point that may be driven, each with how much of it lies before the point.
  private func directions(of point: Point) -> [(directed: UInt32, before: UInt32, span: UInt32)] {
    guard !closedEdges.contains(point.edge) else { return [] }
    let span = network.edges[point.edge].span
    return [
      (UInt32(point.edge) * 2, point.offset, span), (UInt32(point.edge) * 2 + 1, span - point.offset, span),
    ].filter { metric.isOpen($0.0) }
  }

  /// What it takes from each of some points to the end of its edge.
  func addStarts(_ points: [Point], from place: Int, to graph: inout PlainGraph) {
    for point in points {
      for (directed, before, span) in directions(of: point) {
        guard let state = network.states(of: directed).first else { continue }
        let rest = NaiveLine.share(metric.edgeWeights[Int(directed)], span - before, of: span)
        graph.add(place, Int(state), rest)
      }
    }
  }

  /// What it takes to turn into the edge of each of some points and up to there.
  func addGoals(_ points: [Point], to place: Int, to graph: inout PlainGraph) {
    for point in points {
      for (directed, before, span) in directions(of: point) where mayEnter(directed) {
        let along = NaiveLine.share(metric.edgeWeights[Int(directed)], before, of: span)
        for (state, turn) in turnsInto[Int(directed)] where !closedEdges.contains(edge(of: state)) {
          guard metric.weights[turn] != unreachable else { continue }
          graph.add(Int(state), place, metric.weights[turn] - metric.edgeWeights[Int(directed)] + along)
        }
      }
    }
  }

  private func edge(of state: UInt32) -> Int { Int(network.stateEdge[Int(state)] >> 1) }

  /// What it takes along one edge.
  func addDirect(_ starts: [Point], _ from: Int, _ goals: [Point], _ to: Int, to graph: inout PlainGraph) {
    for start in starts where !closedEdges.contains(start.edge) {
      for goal in goals where goal.edge == start.edge {
        if goal.offset == start.offset { graph.add(from, to, 0) }
        for (directed, before, span) in directions(of: start) {
          let until = directed & 1 == 0 ? goal.offset : span - goal.offset
          guard until > before else { continue }
          graph.add(
            from, to, NaiveLine.share(metric.edgeWeights[Int(directed)], until - before, of: span))
        }
      }
    }
  }
}
