import Geodesy
import WardwayMap

/// What keeps one from walking straight from a door to a street: buildings, fences, water, railways, motorways.
struct StreetWalls {
  struct Wall {
    var line: [Coordinate]
    /// The building that it goes around; nil for a line.
    var outline: Outline?
    /// The levels that it says it is on; empty where it says nothing.
    var levels: [Level]
  }

  /// How deep in its building's outline a door may lie, in metres; and how deep where the streets' map draws the
  /// same building, a little off.
  private static let (ownDepth, drawnDepth) = (2.6, 6.0)
  /// What is this near to an end of the way, in metres, is touched and not crossed.
  private static let touch = 0.3

  private let walls: [Wall]
  private let tree: PackedRTree
  private let own: [(wall: OuterWall, outline: Outline)]

  /// - Complexity: O(*n* log *n*) for *n* corners of walls.
  init(_ walls: [Wall], own: [OuterWall]) {
    self.walls = walls
    tree = PackedRTree(walls.map { BoundingBox($0.line) })
    self.own = own.map { ($0, Outline(rings: [$0.ring])) }
  }

  /// The buildings of an atlas in a box: fences, water and the like are in none.
  static func walls(in box: BoundingBox, of network: WalkNetwork) -> [Wall] {
    let buildings = network.buildings
    return (0..<buildings.count).flatMap { index -> [Wall] in
      let rings = buildings.rings(of: index)
      guard BoundingBox(rings.joined()).intersects(box) else { return [] }
      return rings.map { Wall(line: $0 + [$0[0]], outline: Outline(rings: [$0]), levels: []) }
    }
  }

  /// What an extract has of them.
  static func walls(in streets: OSMExtract) -> [Wall] {
    var found: [Wall] = []
    func add(_ tags: OSMTags, _ way: OSMWay, isArea: Bool) {
      let line = way.nodes.compactMap { streets.coordinate(ofNode: $0) }
      guard line.count > 1 else { return }
      found.append(
        Wall(line: line, outline: isArea ? Outline(rings: [line]) : nil, levels: LevelTag.all(tags)))
    }
    for way in streets.ways where !way.tags.isEmpty {
      if isWall(way.tags) { add(way.tags, way, isArea: way.isClosed && way.tags["building"] != nil) }
    }
    for relation in streets.relations
    where relation.tags["type"] == "multipolygon" && isWall(relation.tags) {
      for member in relation.members where member.kind == .way {
        if let way = streets.way(member.id) {
          add(relation.tags, way, isArea: way.isClosed && relation.tags["building"] != nil)
        }
      }
    }
    return found
  }

  /// Whether nobody walks across it.
  private static func isWall(_ tags: OSMTags) -> Bool {
    if ["tunnel", "bridge"].contains(where: { !["no", "0"].contains(tags[$0] ?? "no") }) { return false }
    if ["motorway", "motorway_link"].contains(tags["highway"]) || tags["motorroad"] == "yes" { return true }
    if ["river", "canal", "dock"].contains(tags["waterway"]) { return true }
    if ["rail", "light_rail", "subway", "narrow_gauge"].contains(tags["railway"]) { return true }
    if tags["natural"] == "water" { return true }
    return AreaObstacles.standsOutdoors(tags)
  }

  /// Whether one can walk straight from a door to a place outdoors.
  func isClear(from door: OuterDoor, to place: Coordinate) -> Bool {
    let frame = LocalFrame(origin: door.place)
    let end = frame.point(place)
    let length = (end.x * end.x + end.y * end.y).squareRoot()
    guard length > 0.01 else { return true }
    for (wall, outline) in own where wall.level == door.level {
      // Deep in the building there is no street in front of the door.
      if outline.contains(place), outline.metres(to: place) > Self.touch { return false }
      if Self.crossings(wall.ring, frame, end).contains(where: { $0 * length > Self.ownDepth }) {
        return false
      }
    }
    guard !walls.isEmpty else { return true }
    var isClear = true
    tree.search(in: BoundingBox([door.place, place])) { item in
      let wall = walls[Int(item)]
      guard isClear, wall.levels.isEmpty ? door.outside == .ground : wall.levels.contains(door.outside) else {
        return
      }
      var crossings = Self.crossings(wall.line, frame, end).map { $0 * length }.sorted()
      if let first = crossings.first, first <= Self.drawnDepth,
        wall.outline?.contains(door.place) ?? false
      {
        crossings.removeFirst()
      }
      isClear = !crossings.contains { $0 > Self.touch && $0 < length - 0.05 }
    }
    return isClear
  }

  /// The shares of the way from the frame's origin to a point at which it crosses a line.
  private static func crossings(_ line: [Coordinate], _ frame: LocalFrame, _ end: LocalFrame.Point)
    -> [Double]
  {
    let origin = LocalFrame.Point(x: 0, y: 0)
    var found: [Double] = []
    var points = line.map { frame.point($0) }
    // Rings may or may not repeat their first corner; an outline is closed.
    if line.count > 2, line.first != line.last, points.count > 2 { points.append(points[0]) }
    for (a, b) in zip(points, points.dropFirst()) {
      let (sideA, sideB) = (origin.turn(end, a), origin.turn(end, b))
      let (from, to) = (a.turn(b, origin), a.turn(b, end))
      guard (sideA > 0) != (sideB > 0), (from > 0) != (to > 0) else { continue }
      found.append(from / (from - to))
    }
    return found
  }
}
