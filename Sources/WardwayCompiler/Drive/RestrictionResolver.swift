import WardwayMap

/// Finds the edges that turn restrictions are about.
struct RestrictionResolver {
  let draft: RoadDraft
  let extract: OSMExtract
  private(set) var diagnostics: [Diagnostic] = []
  private let roadOfWay: [FeatureID: Int]

  init(_ draft: RoadDraft) {
    self.draft = draft
    extract = draft.extract
    var roadOfWay: [FeatureID: Int] = [:]
    for (number, road) in draft.roads.features.enumerated() { roadOfWay[road.source] = number }
    self.roadOfWay = roadOfWay
  }

  /// Returns the restrictions among edges, each once, in the order of `restrictions`.
  mutating func resolve(_ restrictions: [TurnRestriction]) -> [EdgeRestriction] {
    var found: [EdgeRestriction] = []
    var known: Set<EdgeRestriction> = []
    for restriction in restrictions {
      for edges in resolve(restriction) where known.insert(edges).inserted { found.append(edges) }
    }
    return found
  }

  private mutating func resolve(_ restriction: TurnRestriction) -> [EdgeRestriction] {
    var vias: [Int64] = []
    if case .ways(let ways) = restriction.via { vias = ways }
    let missing = (restriction.from + vias + restriction.to).filter { extract.way($0) == nil }
    guard missing.isEmpty else {
      note(
        .restrictionIncomplete, .note, restriction, "\(missing.count) of its ways are not in the extract")
      return []
    }
    // Where nobody drives, nothing is to be restricted.
    let (from, via, to) = (roads(restriction.from), roads(vias), roads(restriction.to))
    guard !from.isEmpty, via.count == vias.count, !to.isEmpty else {
      if restriction.isOnly, !from.isEmpty {
        note(
          .restrictionClosed, .warning, restriction,
          "the only way that it allows is no road; it is not applied")
      }
      return []
    }
    var paths: [[UInt32]]
    switch restriction.via {
    case .node(let id):
      guard let place = extract.index(ofNode: id) else {
        note(.restrictionIncomplete, .note, restriction, "its node is not in the extract")
        return []
      }
      paths = product(arriving(from, at: place), [[]], leaving(to, at: place))
    case .ways:
      let starts = Set(from.flatMap { ends($0) }).sorted()
      let goals = Set(to.flatMap { ends($0) })
      paths = starts.flatMap { start in
        chains(from: start, through: via, to: goals).flatMap { chain in
          product(arriving(from, at: start), [chain.path], leaving(to, at: chain.end))
        }
      }
    }
    guard !paths.isEmpty else {
      let through = passesThrough(restriction, from + to)
      note(
        through ? .restrictionUnclear : .restrictionBroken, .warning, restriction,
        through
          ? "a way goes on beyond its node; split it there; it is not applied"
          : "its ways don't meet as they should; it is not applied")
      return []
    }
    // A path against a one-way street is forbidden anyway; the only way allowed can't be one.
    let open = paths.filter { path in path.allSatisfy(isOpen) }
    if restriction.isOnly, open.isEmpty, paths.contains(where: { isOpen($0[0]) }) {
      note(
        .restrictionClosed, .warning, restriction,
        "the only way that it allows is closed; it is not applied")
    }
    return open.map { EdgeRestriction(path: $0, isOnly: restriction.isOnly, binds: restriction.binds) }
  }

  // MARK: Ways and edges

  private func roads(_ ways: [Int64]) -> [Int] { ways.compactMap { roadOfWay[FeatureID(.way, $0)] } }

  private func isOpen(_ directed: UInt32) -> Bool {
    let edge = draft.edges[Int(directed >> 1)]
    return edge.isOpen(forward: directed & 1 == 0) && edge.access != .nobody
  }

  /// The nodes at both ends of a road, as positions in the extract.
  private func ends(_ road: Int) -> [Int] {
    let nodes = draft.roads.features[road].nodes
    return [nodes[0], nodes[nodes.count - 1]]
  }

  private func lastEdge(_ road: Int) -> Int { draft.firstEdge[road] + draft.cuts[road].count - 2 }

  /// The directed edges by which roads end at a node.
  private func arriving(_ roads: [Int], at place: Int) -> [UInt32] {
    var found: [UInt32] = []
    for road in roads {
      let ends = ends(road)
      if ends[1] == place { found.append(UInt32(lastEdge(road)) * 2) }
      if ends[0] == place { found.append(UInt32(draft.firstEdge[road]) * 2 + 1) }
    }
    return found
  }

  /// The directed edges by which roads start at a node.
  private func leaving(_ roads: [Int], at place: Int) -> [UInt32] {
    arriving(roads, at: place).map { $0 ^ 1 }
  }

  private func product(_ first: [UInt32], _ middle: [[UInt32]], _ last: [UInt32]) -> [[UInt32]] {
    first.flatMap { first in middle.flatMap { middle in last.map { [first] + middle + [$0] } } }
  }

  /// Whether one of its ways runs through the node of a restriction.
  private func passesThrough(_ restriction: TurnRestriction, _ roads: [Int]) -> Bool {
    guard case .node(let id) = restriction.via, let place = extract.index(ofNode: id) else { return false }
    return roads.allSatisfy { draft.roads.features[$0].nodes.contains(place) }
  }

  // MARK: Vias that are ways

  /// The ways through all of `roads`, in whichever order they meet, from a node to one of `goals`.
  private func chains(
    from place: Int, through roads: [Int], to goals: Set<Int>
  ) -> [(path: [UInt32], end: Int)] {
    var found: [(path: [UInt32], end: Int)] = []
    for (index, road) in roads.enumerated() {
      var rest = roads
      rest.remove(at: index)
      let nodes = draft.roads.features[road].nodes
      guard nodes.contains(place) else { continue }
      let next = rest.isEmpty ? goals : Set(rest.flatMap { draft.roads.features[$0].nodes })
      for end in Set(nodes).intersection(next).sorted() where end != place {
        for path in paths(along: road, from: place, to: end) {
          if rest.isEmpty {
            found.append((path, end))
          } else {
            found += chains(from: end, through: rest, to: goals).map { (path + $0.path, $0.end) }
          }
        }
      }
    }
    return found
  }

  /// The directed edges of a road between two of its nodes; both ways round if it is closed.
  private func paths(along road: Int, from start: Int, to end: Int) -> [[UInt32]] {
    let nodes = draft.roads.features[road].nodes
    let cuts = draft.cuts[road]
    let first = draft.firstEdge[road]
    let isClosed = nodes.first == nodes.last
    let count = cuts.count - 1
    func cut(_ place: Int) -> Int? { cuts.firstIndex { nodes[$0] == place } }
    guard var from = cut(start), var to = cut(end) else { return [] }
    var found: [[UInt32]] = []
    if isClosed {
      // Positions on a ring of `count` edges.
      (from, to) = (from % count, to % count)
      let ahead = (to - from + count) % count
      found.append((0..<ahead).map { UInt32(first + (from + $0) % count) * 2 })
      found.append((0..<count - ahead).map { UInt32(first + (from - 1 - $0 + count) % count) * 2 + 1 })
    } else if from < to {
      found.append((from..<to).map { UInt32(first + $0) * 2 })
    } else {
      found.append((to..<from).reversed().map { UInt32(first + $0) * 2 + 1 })
    }
    let open = found.filter { $0.allSatisfy(isOpen) }
    return open.isEmpty ? Array(found.prefix(1)) : open
  }

  private mutating func note(
    _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, _ restriction: TurnRestriction,
    _ message: String
  ) {
    diagnostics.append(Diagnostic(code, severity, restriction.source, message))
  }
}
