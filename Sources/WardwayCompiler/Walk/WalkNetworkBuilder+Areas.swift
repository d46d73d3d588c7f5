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
  var openSides: [RingSide: [Neighbour]] = [:]

  /// An open area at a side.
  struct Neighbour {
    var feature: Int
    /// Whether it lies to the left of the way from the lower to the higher node.
    var isLeft: Bool
  }
  /// The open areas of each level over which so many others lie that they aren't joined to all of them.
  var crowds: [Level: Set<Int>] = [:]
  /// The sides of steps that lie in an area: there one goes up or down, from the area and from the steps.
  var stepSides: [Key: Set<RingSide>] = [:]
  let obstacles: AreaObstacles
  let repair = PolygonRepair()
}

extension WalkNetworkBuilder {
  /// The most entries and corners of an area that is meshed; larger ones are walked along their outline.
  private static let mostNodes = 4000
  /// How far apart, in metres, the points are at which one walks from an area into the next one, and how many
  /// of them a side has at most: between halls, and into a room whose door is somewhere in the side.
  private static let portals = (spacing: 3.0, most: 9)
  private static let roomPortals = (spacing: 8.0, most: 3)

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
        var overlaps: [Int: [Int]] = [:]
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
              || isFlight(candidate.feature, within: spaces)
          else { continue }
          if candidate.isOpenRing {
            // Open areas that overlap are one, as are those that share a side; rooms are not open.
            guard !feature.attributes.isRoom, !touches(candidate.feature, own) else { continue }
            overlaps[candidate.feature, default: []].append(candidate.node)
          } else {
            entered.insert(feature.source)
            plan.extraNodes[AreaPlan.Key(feature: index, level: level), default: []].insert(candidate.node)
          }
        }
        join(index, over: overlaps, level: level, &plan)
      }
    }
    doorless.subtract(entered)
    for (level, crowd) in plan.crowds.sorted(by: { $0.key < $1.key }) {
      let sources = crowd.sorted().map { found.features[$0].source }
      diagnostics.append(
        Diagnostic(
          "overlapping-areas", .warning, sources[0], with: Array(sources.dropFirst()),
          at: found.features[crowd.min()!].nodes.first.map(coordinate), on: level,
          "over \(sources.count) areas lie more than \(Self.mostOverlaps) others; each is joined to the nearest alone",
          fix: "draw what is one as one area"))
    }
    planSteps(&plan)
    for (index, feature) in found.features.enumerated() where isArea(index) && isOpen(feature) {
      for (number, ring) in (feature.outerRings + feature.innerRings).enumerated() {
        let isHole = number >= feature.outerRings.count
        let isLeft = FreeSpace.isCounterclockwise(ring.dropLast().map(coordinate)) != isHole
        for (a, b) in zip(ring, ring.dropFirst()) {
          plan.openSides[RingSide(a, b), default: []].append(
            AreaPlan.Neighbour(feature: index, isLeft: isLeft == (a < b)))
        }
      }
    }
    for (side, features) in plan.openSides where features.count > 1 {
      guard Segment(coordinate(side.low), coordinate(side.high)).length > Self.shortestSide,
        !plan.obstacles.walledSides.contains(side)
      else { continue }
      for room in features where isRoom(room.feature) {
        let hasHall = features.contains {
          !isRoom($0.feature) && $0.isLeft != room.isLeft
            && !Set(stitcher.levels[$0.feature]).isDisjoint(with: stitcher.levels[room.feature])
        }
        if hasHall { roomsAtHalls.insert(room.feature) }
      }
    }
    areaPlan = plan
  }

  /// With how many others an open area is joined that lie over each other there.
  private static let mostOverlaps = 16

  /// Joins an open area to those that overlap it, at the nodes of their rings inside it: to the nearest ones, where that
  /// many lie over each other.
  private mutating func join(_ index: Int, over overlaps: [Int: [Int]], level: Level, _ plan: inout AreaPlan)
  {
    func middle(_ feature: Int) -> Coordinate {
      BoundingBox(found.features[feature].nodes.map(coordinate)).center
    }
    var others = overlaps.keys.sorted()
    if others.count > Self.mostOverlaps {
      let own = middle(index)
      others.sort { (distance(own, middle($0)), $0) < (distance(own, middle($1)), $1) }
      plan.crowds[level, default: []].insert(index)
      others.removeLast(others.count - Self.mostOverlaps)
    }
    for other in others {
      for key in [AreaPlan.Key(feature: other, level: level), AreaPlan.Key(feature: index, level: level)] {
        plan.extraNodes[key, default: []].formUnion(overlaps[other] ?? [])
      }
    }
  }

  /// Whether a feature is a flight of steps that begins and ends in the same area.
  private func isFlight(_ index: Int, within spaces: [FreeSpace]) -> Bool {
    guard index >= 0, let flight = flight(index) else { return false }
    return spaces.contains { space in
      [flight.places[0], flight.places[flight.places.count - 1]].allSatisfy { space.contains($0) }
    }
  }

  /// Finds the sides at which one steps from an area onto steps that are drawn as an area in it.
  private func planSteps(_ plan: inout AreaPlan) {
    let steps = found.features.indices.filter { isArea($0) && found.features[$0].isOpenSteps }
    guard !steps.isEmpty else { return }
    func box(_ index: Int) -> BoundingBox { BoundingBox(found.features[index].nodes.map(coordinate)) }
    let boxes = steps.map(box)
    for area in found.features.indices where isArea(area) && !found.features[area].isOpenSteps {
      let own = box(area)
      for (flight, other) in zip(steps, boxes) where other.intersects(own) {
        let levels = Set(stitcher.levels[area]).intersection(stitcher.levels[flight])
        guard !levels.isEmpty else { continue }
        let rings = found.features[area].outerRings + found.features[area].innerRings
        let walls = Set(rings.flatMap { zip($0, $0.dropFirst()).map { RingSide($0, $1) } })
        let space = FreeSpace(rings: rings.map { PolygonRepair.open($0.map(coordinate)) })
        for ring in found.features[flight].outerRings {
          for (a, b) in zip(ring, ring.dropFirst()) where !walls.contains(RingSide(a, b)) {
            let middle = Segment(coordinate(a), coordinate(b)).coordinate(at: 0.5)
            guard space?.contains(middle) ?? false else { continue }
            for level in levels {
              for index in [area, flight] {
                plan.stepSides[AreaPlan.Key(feature: index, level: level), default: []].insert(RingSide(a, b))
              }
            }
          }
        }
      }
    }
  }

  private func isRoom(_ index: Int) -> Bool { found.features[index].attributes.isRoom }

  /// Whether one walks from an open area into another one that touches it: not from room to room, where a hall
  /// leads into both of them.
  private func isOpen(_ index: Int, to other: Int) -> Bool {
    guard isRoom(index), isRoom(other) else { return true }
    return !(roomsAtHalls.contains(index) && roomsAtHalls.contains(other))
  }

  /// The shortest side, in metres, over which one walks.
  private static let shortestSide = 1.0

  private func touches(_ feature: Int, _ nodes: Set<Int>) -> Bool {
    feature >= 0 && found.features[feature].nodes.contains { nodes.contains($0) }
  }

  /// Whether nothing but air divides an area from what it touches.
  private func isOpen(_ feature: WalkFeature) -> Bool {
    !feature.attributes.isRoom || doorless.contains(feature.source)
  }

  /// Whether a node is a door of which only one side is drawn: the other one is beyond a thick wall.
  func isHalfDoor(_ node: Int) -> Bool { found.passages[node]?.kind != nil && uses.count(of: node) == 1 }

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
    let stated = edge.width
    for way in mesh.edges {
      edge.tail = UInt32(numbers[way.a])
      edge.head = UInt32(numbers[way.b])
      edge.width = stated == 0 || way.width > 0 && way.width < stated ? way.width : stated
      draft.addEdge(edge)
    }
    edge.width = stated
    draft.addArea(edge, level: level, rings: space.rings, nodes: numbers)
  }

  /// The entries of an area: nodes of its ring where something else is, nodes inside, and points of the sides
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
      entries += portals(of: side, feature, level: level, Self.portals)
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
        entries += portals(of: side, feature, level: level, intoRoom ? Self.roomPortals : Self.portals)
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

  /// The points along a shared side where one goes over, without its ends.
  private mutating func portals(
    of side: RingSide, _ feature: WalkFeature, level: Level, _ rule: (spacing: Double, most: Int)
  ) -> [Entry] {
    let wall = Segment(coordinate(side.low), coordinate(side.high))
    guard wall.length > Self.shortestSide else { return [] }
    let count = min(max(Int(wall.length / rule.spacing + 0.5), 1), rule.most)
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
