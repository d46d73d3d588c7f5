import Geodesy
import WardwayMap

extension WalkNetworkBuilder {
  /// Joins what meets in a node of the source: rooms with lines that lead into them, levels where the map is
  /// silent or would end blindly, and the sides of a door or a gate through it.
  mutating func joinSpots(at node: Int) {
    let spots = registry.ofNode[node] ?? []
    guard spots.count > 1 else { return }
    let groups = levelGroups(of: spots, at: node)
    if Set(spots.map { registry[$0].level }).count > 1 { report(groups, of: spots, at: node) }
    if let passage = found.passages[node] {
      for group in groups { addPassage(passage, at: node, through: group) }
      return
    }
    for group in groups {
      let shared = group.filter { !registry[$0].isRoom }
      for (a, b) in zip(shared, shared.dropFirst()) { connect(a, b, source: node) }
      for room in group where registry[room].isRoom {
        if let line = shared.first(where: {
          registry[$0].level == registry[room].level && registry[$0].hasLine
        }) {
          connect(room, line, source: node)
        }
      }
    }
  }

  /// The spots that one can get between: those of a level, and levels that are joined.
  ///
  /// A line that doesn't state its level joins the nearest level here, as do stairs that would end blindly; else
  /// what is on different levels stays apart unless the node lies on both (see ``LevelJoint``). Corridors of three
  /// or more levels, or of levels that don't follow each other, are a stack that shares its corners.
  private func levelGroups(of spots: [Int], at node: Int) -> [[Int]] {
    let levels = Set(spots.map { registry[$0].level }).sorted()
    let byLevel = levels.map { level in spots.filter { registry[$0].level == level } }
    var groups = UnionFind(count: levels.count)
    for (a, b) in zip(levels.indices, levels.indices.dropFirst())
    where joint(of: levels[a], and: levels[b], at: node) == .listed && found.passages[node] == nil {
      groups.join(a, b)
    }
    for (index, members) in byLevel.enumerated() {
      let infos = members.map { registry[$0] }
      let isSilent = infos.allSatisfy { !$0.isStated }
      let endsBlindly = infos.reduce(0) { $0 + $1.arms } == 1
      guard isSilent || endsBlindly else { continue }
      let nearest = levels.indices.filter { $0 != index }.min {
        (gap(levels[index], levels[$0]), $0) < (gap(levels[index], levels[$1]), $1)
      }
      guard let nearest, joint(of: levels[index], and: levels[nearest], at: node) != nil else { continue }
      let mayBeStack = levels.count > 2 || gap(levels[index], levels[nearest]) > 1
      let isIndoorFlat = infos.allSatisfy { $0.isIndoor && !$0.isClimb && $0.isStated }
      if !(mayBeStack && isIndoorFlat) { groups.join(index, nearest) }
    }
    return Set(levels.indices.map { groups.root(of: $0) }).sorted().map { root in
      levels.indices.filter { groups.root(of: $0) == root }.flatMap { byLevel[$0] }
    }
  }

  private func gap(_ a: Level, _ b: Level) -> Double { abs(a.value - b.value) }

  /// Adds an edge without length.
  mutating func connect(_ a: Int, _ b: Int, source node: Int) {
    var edge = EdgeRecord(
      .connector, source: FeatureID(.node, extract.node(at: node).id), tail: UInt32(registry[a].node),
      head: UInt32(registry[b].node), length: 0)
    edge.attributes.isIndoor = registry[a].isIndoor && registry[b].isIndoor
    draft.addEdge(edge)
  }

  /// Joins the sides of a door or a gate.
  ///
  /// A door between inside and outside is passed once, and only by those who change sides: ways that meet
  /// outside in front of it are joined there. Otherwise two sides are joined directly and more through the
  /// middle.
  private mutating func addPassage(_ passage: Passage, at node: Int, through spots: [Int]) {
    guard spots.count > 1 else { return }
    let outside = spots.filter { !registry[$0].isIndoor }
    let inside = spots.filter { registry[$0].isIndoor }
    guard passage.isDoor, let outer = outside.first, let inner = inside.first else {
      if let kind = passage.kind { addStar(passage, kind, at: node, through: spots) }
      return
    }
    for (a, b) in zip(outside, outside.dropFirst()) { connect(a, b, source: node) }
    for (a, b) in zip(inside, inside.dropFirst()) where !registry[a].isRoom && !registry[b].isRoom {
      connect(a, b, source: node)
    }
    guard let kind = passage.kind else { return }
    addStar(passage, kind, at: node, through: [outer, inner])
    // Rooms don't open into each other by the door that leads outside.
    for room in inside.dropFirst() where registry[room].isRoom {
      addStar(passage, kind, at: node, through: [outer, room])
    }
  }

  /// Adds the edge of a door or a gate: between two sides directly, between more through its middle.
  private mutating func addStar(_ passage: Passage, _ kind: EdgeKind, at node: Int, through spots: [Int]) {
    let place = extract.node(at: node)
    let source = FeatureID(.node, place.id)
    var edge = EdgeRecord(kind, source: source, tail: 0, head: 0, length: 0)
    edge.attributes = passage.attributes
    edge.width = passage.width
    edge.stepCount = passage.stepCount
    edge.name = draft.strings.number(of: passage.name)
    if passage.isDoor, Set(spots.map { registry[$0].isIndoor }).count == 2 {
      edge.ref = draft.strings.number(of: buildings[node] ?? "")
    }
    if spots.count == 2 {
      edge.tail = UInt32(registry[spots[0]].node)
      edge.head = UInt32(registry[spots[1]].node)
      draft.addEdge(edge)
      return
    }
    let middle = draft.addNode(source, at: place.coordinate, level: registry[spots[0]].level)
    for (index, spot) in spots.enumerated() {
      // The first edge carries the door, the others only its limits: no way through passes it twice.
      edge.kind = index == 0 ? kind : kind == .kerb ? .kerb : .barrier
      if index > 0 { (edge.attributes.isCarRamp, edge.stepCount) = (false, passage.stepCount) }
      edge.tail = UInt32(registry[spot].node)
      edge.head = UInt32(middle)
      draft.addEdge(edge)
    }
  }
}
