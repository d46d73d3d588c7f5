import Foundation
import WardwayMap

/// The states and transitions of a file with all that their duals in primal space say about them.
struct IndoorGraph {
  /// A state and its cell.
  struct Node {
    var state: IndoorFeatures.Feature
    var cell: IndoorFeatures.Feature?
    var point: SpacePoint
    /// The height of its floor, in units of the plan.
    var floor: Double?
    var kind: SpaceKind?
    /// Whether it leads out of the building.
    var isAnchor: Bool
    var storey = StoreyFinder.Storey(level: .ground, name: "")
  }

  /// A transition and its boundary.
  struct Edge {
    var transition: IndoorFeatures.Feature
    /// Positions in ``nodes``.
    var from: Int
    var to: Int
    /// What lies between the two states, from the first to the second.
    var line: [PlanPoint]
    /// The boundary that it passes, and where.
    var boundary: IndoorFeatures.Feature?
    var passage: PlanPoint?
    var kind: SpaceKind?
    /// Whether the boundary leads out of the building.
    var isAnchor = false
  }

  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []
  /// Inter-layer connections that are walked: states at one place in several layers.
  private(set) var links: [(connection: IndoorFeatures.Feature, from: Int, to: Int)] = []
  /// Storeys that were made of heights alone.
  private(set) var guessedStoreys: [(level: String, height: Double)] = []
  var losses = Losses()

  private var numbers: [String: Int] = [:]

  /// Puts the graph together.
  ///
  /// - Parameter metresPerUnit: What a unit of heights is.
  /// - Complexity: O(*n* log *n*).
  init(_ features: IndoorFeatures, metresPerUnit: Double) {
    addNodes(features)
    findStoreys(features, metresPerUnit)
    addEdges(features)
    let finder = InterLayerLinks(
      features, nodes: nodes, edges: edges.map { ($0.from, $0.to) }, numbers: numbers)
    links = finder.links
    losses.merge(finder.losses)
  }

  // MARK: Nodes

  private mutating func addNodes(_ features: IndoorFeatures) {
    let cells = Dictionary(features.cells.map { ($0.id, $0) }) { first, _ in first }
    var cellOfState: [String: String] = [:]
    for cell in features.cells { for state in cell.duality { cellOfState[state] = cell.id } }
    var used: Set<String> = []
    for state in features.states {
      let id = state.duality.first { cells[$0] != nil } ?? cellOfState[state.id]
      let cell = id.flatMap { cells[$0] }
      if state.duality.contains(where: { cells[$0] == nil }) { losses.add(.danglingDuality, state) }
      let shape = cell.map { Self.points(of: $0, features) } ?? []
      let floor = shape.compactMap(\.height).min()
      guard let point = Self.points(of: state, features).first ?? Self.middle(of: shape, at: floor) else {
        losses.add(.stateWithoutPlace, state)
        continue
      }
      if let cell { used.insert(cell.id) }
      let said = [state, cell].compactMap { $0 }
      let words = said.flatMap { $0.codes + [$0.name, $0.description] }
      let element = cell?.element ?? ""
      let isAnchor = element == "AnchorSpace"
      let kind = SpaceKind.of(words) ?? (isAnchor || element == "ConnectionSpace" ? .door : nil)
      numbers[state.id] = nodes.count
      nodes.append(
        Node(
          state: state, cell: cell, point: point, floor: floor ?? point.height, kind: kind,
          isAnchor: isAnchor))
    }
    for cell in features.cells where !used.contains(cell.id) { losses.add(.cellWithoutState, cell) }
  }

  private mutating func findStoreys(_ features: IndoorFeatures, _ metresPerUnit: Double) {
    let clues = nodes.map { node in
      let label =
        node.state.storey ?? node.cell?.storey
        ?? [node.state, node.cell].compactMap { $0?.description.flatMap(StoreyLabel.inDescription) }.first
      return StoreyFinder.Clue(label: label, height: node.floor.map { $0 * metresPerUnit })
    }
    let finder = StoreyFinder(clues, leastHeight: leastHeight(features, clues, metresPerUnit))
    for (index, storey) in finder.storeys.enumerated() { nodes[index].storey = storey }
    for (clue, node) in zip(clues, nodes) where clue.label.map(finder.unreadable.contains) ?? false {
      losses.add(.unreadableStorey, node.cell ?? node.state)
    }
    guessedStoreys = finder.fromHeights.map { ("\($0.level)", $0.height) }
  }

  /// How far apart storeys are at least, in metres: what a transition that stands upright joins are storeys,
  /// even where the plan's unit or its heights are none that a building has.
  private func leastHeight(
    _ features: IndoorFeatures, _ clues: [StoreyFinder.Clue], _ metresPerUnit: Double
  ) -> Double {
    var least = StoreyFinder.usualLeastHeight
    for transition in features.transitions where transition.connects.count == 2 {
      guard let a = numbers[transition.connects[0]], let b = numbers[transition.connects[1]],
        let low = clues[a].height, let high = clues[b].height
      else { continue }
      let rise = abs(high - low)
      let run = Self.distance(nodes[a].point.plan, nodes[b].point.plan) * metresPerUnit
      if rise >= 0.5, run < 0.25 * rise { least = min(least, 0.9 * rise) }
    }
    return least
  }

  // MARK: Edges

  private mutating func addEdges(_ features: IndoorFeatures) {
    let boundaries = Dictionary(features.boundaries.map { ($0.id, $0) }) { first, _ in first }
    var boundaryOf: [String: String] = [:]
    for boundary in features.boundaries { for dual in boundary.duality { boundaryOf[dual] = boundary.id } }
    var listed: [String: [Int]] = [:]
    for (index, node) in nodes.enumerated() {
      for transition in node.state.connects { listed[transition, default: []].append(index) }
    }
    var found: [Edge] = []
    for transition in features.transitions {
      var ends: [Int] = []
      for end in transition.connects.compactMap({ numbers[$0] }) + (listed[transition.id] ?? [])
      where !ends.contains(end) { ends.append(end) }
      guard transition.connects.count == 2 ? ends.count >= 2 : ends.count == 2 else {
        let isLoop = transition.connects.count == 2 && Set(transition.connects).count == 1
        losses.add(isLoop ? .selfLoop : .danglingTransition, transition)
        continue
      }
      let id = transition.duality.first { boundaries[$0] != nil } ?? boundaryOf[transition.id]
      let boundary = id.flatMap { boundaries[$0] }
      var edge = Edge(
        transition: transition, from: ends[0], to: ends[1],
        line: line(of: transition, from: ends[0], to: ends[1], features), boundary: boundary)
      if let boundary {
        edge.passage = Self.middle(of: Self.points(of: boundary, features), at: nil)?.plan
        edge.isAnchor = boundary.element == "AnchorBoundary"
        edge.kind =
          SpaceKind.of(boundary.codes + [boundary.name, boundary.description])
          ?? (edge.isAnchor || boundary.element == "ConnectionBoundary" ? .door : nil)
      }
      edge.kind = SpaceKind.of(transition.codes + [transition.name, transition.description]) ?? edge.kind
      found.append(edge)
    }
    keepOneOfTwins(found)
  }

  /// Many writers draw each transition there and back: those of one shape or door are one, and those that say
  /// neither are the same as any between the two states.
  private mutating func keepOneOfTwins(_ found: [Edge]) {
    var seen: Set<[Int64]> = []
    for isPlain in [false, true] {
      for edge in found where (edge.line.isEmpty && edge.passage == nil) == isPlain {
        let pair = Array(Self.key(of: edge).prefix(2))
        let isNew = isPlain ? !seen.contains(pair) : seen.insert(Self.key(of: edge)).inserted
        seen.insert(pair)
        if isNew { edges.append(edge) } else { losses.add(.twinTransition, edge.transition) }
      }
    }
  }

  /// What lies between two states: the transition's line without its ends where those are the states.
  private func line(
    of transition: IndoorFeatures.Feature, from: Int, to: Int, _ features: IndoorFeatures
  ) -> [PlanPoint] {
    var line = Self.points(of: transition, features).map(\.plan)
    guard let first = line.first, let last = line.last else { return [] }
    let (a, b) = (nodes[from].point.plan, nodes[to].point.plan)
    if Self.distance(first, a) + Self.distance(last, b) > Self.distance(first, b) + Self.distance(last, a) {
      line.reverse()
    }
    if line.first == a { line.removeFirst() }
    if line.last == b, !line.isEmpty { line.removeLast() }
    return line
  }

  /// The same for a transition and the one that leads back through the same door, to hundredths of a unit.
  private static func key(of edge: Edge) -> [Int64] {
    var points = edge.line
    if edge.from > edge.to { points.reverse() }
    if points.isEmpty, let passage = edge.passage { points = [passage] }
    let numbers = points.flatMap { [Int64(($0.x * 100).rounded()), Int64(($0.y * 100).rounded())] }
    return [Int64(min(edge.from, edge.to)), Int64(max(edge.from, edge.to))] + numbers
  }

  // MARK: Geometry

  /// The points of a feature, those that it refers to included.
  private static func points(
    of feature: IndoorFeatures.Feature, _ features: IndoorFeatures
  ) -> [SpacePoint] {
    feature.points.isEmpty ? feature.geometry.flatMap { features.geometry[$0] ?? [] } : feature.points
  }

  /// The middle of the different points, or of those at a height.
  private static func middle(of points: [SpacePoint], at height: Double?) -> SpacePoint? {
    var seen: Set<PlanPoint> = []
    let chosen = points.filter { (height == nil || $0.height == height) && seen.insert($0.plan).inserted }
    guard !chosen.isEmpty else { return nil }
    let count = Double(chosen.count)
    return SpacePoint(
      plan: PlanPoint(
        chosen.reduce(0) { $0 + $1.plan.x } / count, chosen.reduce(0) { $0 + $1.plan.y } / count),
      height: height ?? chosen.first?.height)
  }

  static func distance(_ a: PlanPoint, _ b: PlanPoint) -> Double { hypot(a.x - b.x, a.y - b.y) }
}
