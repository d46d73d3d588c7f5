import Geodesy
import WardwayMap

/// What areas have to do with each other and with what lies in them, before any of them is meshed.
struct AreaPlan {
  /// An area on one of its levels.
  struct Key: Hashable {
    var feature: Int
    var level: Level
  }

  /// Nodes in an area, or on its ring where it overlaps another one, that are entries although nothing else
  /// shares them.
  var extraNodes: [Key: Set<Int>] = [:]
  /// The open areas that each side of a ring belongs to.
  var openSides: [RingSide: [Int]] = [:]
  let obstacles: AreaObstacles
  let repair = PolygonRepair()
}

extension WalkNetworkBuilder {
  /// The most entries and corners of an area that is meshed; larger ones are walked along their outline.
  private static let mostNodes = 4000
  /// How far apart, in metres, the points are at which one walks from an area into the next one.
  private static let portalSpacing = 3.0
  private static let mostPortals = 9

  /// Whether a feature is an area that one walks about in on its levels.
  func isArea(_ index: Int) -> Bool { found.features[index].isArea && !stitcher.isClimb(index) }

  /// Finds what lies in which area, and which areas are open to each other.
  mutating func planAreas() {
    let neighbours = AreaNeighbours(self)
    var plan = AreaPlan(obstacles: AreaObstacles(self))
    var entered: Set<Source> = []
    for (index, feature) in found.features.enumerated() where isArea(index) {
      let spaces = feature.outerRings.compactMap {
        FreeSpace(rings: [PolygonRepair.open($0.map(coordinate))])
      }
      let own = Set(feature.nodes)
      let saysLevel = feature.attributes.isIndoor && !feature.stated.isEmpty
      for level in stitcher.levels[index] {
        for number in Set(spaces.flatMap({ neighbours.numbers(in: $0, level: level) })).sorted() {
          let candidate = neighbours.candidates[number]
          guard candidate.feature != index, !own.contains(candidate.node) else { continue }
          // A door beside the area whose line comes in elsewhere is reached by that line alone.
          if candidate.isDoor, touches(candidate.feature, own),
            !spaces.contains(where: { $0.contains(coordinate(candidate.node)) })
          {
            continue
          }
          // Where no level is stated, what lies there may be above or below; what comes over the ring is not.
          guard
            saysLevel && candidate.saysLevel
              || candidate.staysLevel && touches(candidate.feature, own)
          else { continue }
          if candidate.isOpenRing {
            // Open areas that overlap are one, as are those that share a side; rooms are not open.
            guard !feature.attributes.isRoom, !touches(candidate.feature, own) else { continue }
            let other = AreaPlan.Key(feature: candidate.feature, level: level)
            plan.extraNodes[other, default: []].insert(candidate.node)
          } else {
            entered.insert(feature.source)
          }
          plan.extraNodes[AreaPlan.Key(feature: index, level: level), default: []].insert(candidate.node)
        }
      }
    }
    doorless.subtract(entered)
    for (index, feature) in found.features.enumerated() where isArea(index) && isOpen(feature) {
      for ring in feature.outerRings + feature.innerRings {
        for (a, b) in zip(ring, ring.dropFirst()) {
          plan.openSides[RingSide(a, b), default: []].append(index)
        }
      }
    }
    areaPlan = plan
  }

  private func touches(_ feature: Int, _ nodes: Set<Int>) -> Bool {
    feature >= 0 && found.features[feature].nodes.contains { nodes.contains($0) }
  }

  /// Whether nothing but air divides an area from what it touches.
  private func isOpen(_ feature: WalkFeature) -> Bool {
    !feature.attributes.isRoom || doorless.contains(feature.source)
  }

  // MARK: One area

  /// A place where one comes into an area: a spot, or a point of a side that two areas share.
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
        Diagnostic("invalid-area", .warning, feature.source, at: feature.nodes.first.map(coordinate), message)
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
      if corners + entries.count > Self.mostNodes {
        diagnostics.append(
          Diagnostic(
            "area-too-large", .note, feature.source, at: space.corners[0],
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
    for (a, b) in mesh.edges {
      edge.tail = UInt32(numbers[a])
      edge.head = UInt32(numbers[b])
      draft.addEdge(edge)
    }
    draft.addArea(edge, level: level, rings: space.rings, nodes: numbers)
  }

  /// The entries of an area: nodes of its ring where something else is, nodes inside, and points of the sides
  /// that it shares with another open area, or where the campus ends.
  private mutating func entries(of index: Int, level: Level) -> [Entry] {
    let feature = found.features[index]
    var nodes = areaPlan.extraNodes[AreaPlan.Key(feature: index, level: level)] ?? []
    for node in feature.nodes where isCut(node) { nodes.insert(node) }
    var entries = nodes.sorted().map { node in
      Entry(spot: spot(index, at: node, position: 0, level: level, isLeaving: true), place: coordinate(node))
    }
    guard isOpen(feature) else { return entries }
    for ring in feature.outerRings + feature.innerRings {
      for (a, b) in zip(ring, ring.dropFirst()) {
        let side = RingSide(a, b)
        let isShared = areaPlan.openSides[side]?.contains {
          $0 != index && stitcher.levels[$0].contains(level)
        }
        guard isShared == true || leadsToStreets(side, of: feature),
          !areaPlan.obstacles.walledSides.contains(side)
        else { continue }
        entries += portals(of: side, feature, level: level)
      }
    }
    return entries
  }

  /// Whether one goes over a side from the open ground of a campus to streets that are in another file.
  private func leadsToStreets(_ side: RingSide, of feature: WalkFeature) -> Bool {
    guard !feature.attributes.isIndoor, !campuses.isEmpty else { return false }
    let middle = Segment(coordinate(side.low), coordinate(side.high)).coordinate(at: 0.5)
    return campuses.allSatisfy { $0.isLeft(at: middle) }
  }

  /// The points along a shared side where one goes over, without its ends.
  private mutating func portals(of side: RingSide, _ feature: WalkFeature, level: Level) -> [Entry] {
    let wall = Segment(coordinate(side.low), coordinate(side.high))
    let count = min(Int(wall.length / Self.portalSpacing + 0.5), Self.mostPortals)
    guard count > 0, wall.length > 1 else { return [] }
    return (1...count).map { number in
      let place = wall.coordinate(at: Double(number) / Double(count + 1))
      let id = PortalPoint(side: side, number: number, level: level)
      // Negative numbers are no nodes of the source.
      let node = portalNodes[id] ?? -1 - portalNodes.count
      portalNodes[id] = node
      let spot = registry.spot(SpotRegistry.Key(node: node, level: level)) {
        draft.addNode(feature.source, at: place, level: level)
      }
      draft.nameLevel(of: registry[spot].node, feature.levelName(of: level))
      if !feature.attributes.isIndoor { registry[spot].isIndoor = false }
      return Entry(spot: spot, place: place)
    }
  }
}

/// A point on a side that two open areas share.
struct PortalPoint: Hashable {
  var side: RingSide
  var number: Int
  var level: Level
}
