import Geodesy
import WardwayMap

extension WalkNetworkBuilder {
  /// How far apart, in metres, the Steiner points are at which one walks from an area into the next one, and how many
  /// of them a side has at most: between halls, and into a room whose door is somewhere in the side.
  private static let steinerRule = (spacing: 3.0, most: 9)
  private static let roomSteinerRule = (spacing: 8.0, most: 3)

  /// A place where one comes into an area: a spot, or a Steiner point on a side that two areas share.
  private struct Entry {
    var spot: Int
    var place: Coordinate
  }

  /// Adds the mesh of an area on a level; false where it can't be made.
  mutating func addArea(_ index: Int, level: Level) -> Bool {
    let feature = found.features[index]
    let outer = feature.outerRings.map { $0.map(coordinate) }
    let inner = feature.innerRings.map { $0.map(coordinate) }
    var drawn = areaPlan.repair.polygons(outer: outer, inner: inner)
    if let fault = drawn.fault, level == stitcher.levels[index].first {
      let message = "its outline is unsound (\(fault.lowercased())); what it encloses is used"
      diagnostics.append(
        Diagnostic(.invalidArea, .warning, feature.source, at: feature.nodes.first.map(coordinate), message)
      )
    }
    guard !drawn.polygons.isEmpty else { return false }
    let entries = self.entries(of: index, level: level)
    let places = entries.map(\.place)
    var attached = AreaEntries(drawn.polygons, entries: places)
    let obstacles = drawn.polygons.flatMap { polygon in
      FreeSpace(rings: polygon).map {
        areaPlan.obstacles.polygons(in: polygon, $0, of: feature, level: level, areaPlan.repair)
      } ?? []
    }
    if !obstacles.isEmpty {
      drawn = areaPlan.repair.polygons(outer: outer, inner: inner, without: obstacles)
      let cut = AreaEntries(drawn.polygons, entries: places)
      // What an obstacle would cut off, it doesn't stand in the way of.
      if cut.cutOff.count <= attached.cutOff.count { attached = cut }
    }
    let spaces = attached.polygons.map { FreeSpace(rings: $0) }
    for (space, entries) in zip(spaces, attached.entries) {
      guard let space else { return false }
      let corners = space.corners.indices.count { space.isReflex($0) }
      if corners + entries.count > mostAreaNodes {
        diagnostics.append(
          Diagnostic(
            .areaTooLarge, .note, feature.source, at: space.corners[0],
            "it has \(corners) corners and \(entries.count) entries; it is walked along its outline"))
        return false
      }
    }
    for (space, own) in zip(spaces, attached.entries) {
      guard let space else { continue }
      addMesh(of: space, feature, level: level, own.map { (entries[$0.number].spot, $0.place) })
    }
    return true
  }

  /// Adds nodes and edges of a mesh, and the area itself.
  private mutating func addMesh(
    of space: FreeSpace, _ feature: WalkFeature, level: Level, _ entries: [(spot: Int, place: Coordinate)]
  ) {
    let mesh = AreaMesher.mesh(space, entries: entries.map(\.place))
    var edge = edgeTemplate(of: feature)
    edge.attributes.isMesh = true
    edge.attributes.rises = .unknown
    edge.incline = EdgeRecord.unknownIncline
    edge.directions = 3
    var numbers: [Int] = []
    for (index, place) in mesh.nodes.enumerated() {
      if index < entries.count, draft.nodes[registry[entries[index].spot].node].coordinate == place {
        numbers.append(registry[entries[index].spot].node)
        continue
      }
      let node = draft.addNode(feature.source, at: place, level: level)
      draft.nameLevel(of: node, feature.levelName(of: level))
      numbers.append(node)
      if index < entries.count {
        // The last step to a door that isn't drawn on the wall.
        edge.tail = UInt32(node)
        edge.head = UInt32(registry[entries[index].spot].node)
        draft.addEdge(edge)
      }
    }
    let stated = edge.width
    // Two entries may be one node.
    for way in mesh.edges where numbers[way.a] != numbers[way.b] {
      edge.tail = UInt32(numbers[way.a])
      edge.head = UInt32(numbers[way.b])
      edge.width = stated == 0 || way.width > 0 && way.width < stated ? way.width : stated
      draft.addEdge(edge)
    }
    edge.width = stated
    draft.addArea(edge, level: level, rings: space.rings, nodes: numbers)
  }

  /// The entries of an area: nodes of its ring where something else is, nodes inside, and Steiner points on the sides
  /// that it shares with another open area, or where the campus ends.
  private mutating func entries(of index: Int, level: Level) -> [Entry] {
    let feature = found.features[index]
    var nodes = areaPlan.extraNodes[AreaPlan.Key(feature: index, level: level)] ?? []
    for node in feature.nodes where isCut(node) && isEntry(node, of: index) { nodes.insert(node) }
    var entries = nodes.sorted().map { node in
      Entry(spot: spot(index, at: node, position: 0, level: level, isLeaving: true), place: coordinate(node))
    }
    let steps = areaPlan.stepSides[AreaPlan.Key(feature: index, level: level)] ?? []
    for side in steps.sorted(by: { ($0.low, $0.high) < ($1.low, $1.high) }) {
      entries += steinerPoints(of: side, feature, level: level, Self.steinerRule)
    }
    guard isOpen(feature) else { return entries }
    for ring in feature.outerRings + feature.innerRings {
      for (a, b) in zip(ring, ring.dropFirst()) {
        let side = RingSide(a, b)
        let others = neighbours(of: index, over: side, level: level)
        guard !others.isEmpty || leadsToStreets(side, of: feature),
          !areaPlan.obstacles.walledSides.contains(side)
        else { continue }
        let intoRoom = ([index] + others).contains(where: isRoom)
        entries += steinerPoints(
          of: side, feature, level: level, intoRoom ? Self.roomSteinerRule : Self.steinerRule)
      }
    }
    return entries
  }

  /// The open areas beyond a side of an area.
  ///
  /// Halls on the same side of it are the same ground drawn twice; a
  /// room there stands in the hall.
  private mutating func neighbours(of index: Int, over side: RingSide, level: Level) -> [Int] {
    let all = areaPlan.openSides[side] ?? []
    guard let own = all.first(where: { $0.feature == index }) else { return [] }
    return all.filter {
      $0.feature != index && ($0.isLeft != own.isLeft || isRoom(index) != isRoom($0.feature))
        && stitcher.levels[$0.feature].contains(level)
        && isOpen(index, to: $0.feature)
    }.map(\.feature)
  }

  /// The halls that lie on a hall's own side of both walls that meet in a node of its ring.
  private mutating func areasAlong(_ index: Int, at node: Int) -> Set<Int> {
    guard !isRoom(index) else { return [] }
    var along: Set<Int>?
    let feature = found.features[index]
    for ring in feature.outerRings + feature.innerRings {
      for (a, b) in zip(ring, ring.dropFirst()) where a == node || b == node {
        let all = areaPlan.openSides[RingSide(a, b)] ?? []
        let own = all.first { $0.feature == index }
        let same = Set(
          all.filter { $0.feature != index && $0.isLeft == own?.isLeft && !isRoom($0.feature) }.map(\.feature)
        )
        along = along?.intersection(same) ?? same
      }
    }
    return along ?? []
  }

  /// Whether something can be entered from an area, or left into it, at a node of its ring: walls that meet
  /// there are no way in.
  private mutating func isEntry(_ node: Int, of index: Int) -> Bool {
    if found.passages[node] != nil || shaftNodes.contains(node) { return true }
    let isClosed = !isOpen(found.features[index])
    let inner = areasAlong(index, at: node)
    return uses[node].contains { use in
      let other = found.features[use.feature]
      if use.feature == index || inner.contains(use.feature) { return false }
      guard other.isRing else { return true }
      guard !isClosed, isOpen(other) else { return false }
      // A room at a hall is entered over its sides, not around its corners.
      return ![index, use.feature].contains { isRoom($0) && roomsAtHalls.contains($0) }
    }
  }

  /// Whether one goes over a side from the open ground of a campus to streets that are in another file.
  private func leadsToStreets(_ side: RingSide, of feature: WalkFeature) -> Bool {
    guard !feature.attributes.isIndoor, !campuses.isEmpty else { return false }
    let middle = Segment(coordinate(side.low), coordinate(side.high)).coordinate(at: 0.5)
    return campuses.allSatisfy { $0.isLeft(at: middle) }
  }

  /// The Steiner points along a shared side, where one goes over, without its ends.
  private mutating func steinerPoints(
    of side: RingSide, _ feature: WalkFeature, level: Level, _ rule: (spacing: Double, most: Int)
  ) -> [Entry] {
    let wall = Segment(coordinate(side.low), coordinate(side.high))
    guard wall.length > Self.shortestSide else { return [] }
    let count = min(max(Int(wall.length / rule.spacing + 0.5), 1), rule.most)
    return (1...count).map { number in
      let place = wall.coordinate(at: Double(number) / Double(count + 1))
      let id = SteinerPoint(side: side, number: number, level: level)
      // Negative numbers are no nodes of the source.
      let node = steinerNodes[id] ?? -1 - steinerNodes.count
      steinerNodes[id] = node
      let spot = registry.spot(SpotRegistry.Key(node: node, level: level)) {
        draft.addNode(feature.source, at: place, level: level)
      }
      draft.nameLevel(of: registry[spot].node, feature.levelName(of: level))
      if !feature.attributes.isIndoor { registry[spot].isIndoor = false }
      return Entry(spot: spot, place: place)
    }
  }
}

/// A Steiner point on a side that two open areas share.
struct SteinerPoint: Hashable {
  var side: RingSide
  var number: Int
  var level: Level
}
