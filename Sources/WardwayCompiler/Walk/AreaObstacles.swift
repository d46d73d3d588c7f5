import Geodesy
import WardwayMap

/// What one can't walk through, by place: rooms and shafts that stand in a hall, buildings on a square, columns,
/// inner walls.
struct AreaObstacles {
  /// Something that is cut out of the areas around it.
  private struct Obstacle {
    var polygon: PolygonRings
    /// The levels that it stands on; nil for all.
    var levels: [Level]?
    var source: FeatureID
    /// Whether it counts only where nearly all of it lies in the area: rooms and shafts.
    var isWithin: Bool
    /// Whether it stands on the ground outdoors, as buildings and fences do.
    var isOutdoor: Bool
  }

  /// Half the thickness of a wall that is drawn as a line, in metres.
  private static let wallThickness = 0.05
  /// How far from a door in it a wall is left open, in metres: wide enough for a bed, as the door has its own width.
  private static let doorGap = 0.6

  private var obstacles: [Obstacle] = []
  private let flights: [AreaFlight]
  private let flightTree: PackedRTree
  private let tree: PackedRTree
  /// Pairs of nodes that a wall runs between.
  private(set) var walledSides: Set<RingSide> = []

  init(_ builder: WalkNetworkBuilder) {
    var found: [Obstacle] = []
    var walled: Set<RingSide> = []
    let extract = builder.extract
    for (index, feature) in builder.found.features.enumerated() where !feature.outerRings.isEmpty {
      guard feature.role != .flat || feature.attributes.isRoom || feature.isOpenSteps, feature.role != .climb
      else { continue }
      let levels = feature.role == .flat ? builder.stitcher.levels[index] : feature.stated
      for ring in feature.outerRings {
        found.append(
          Obstacle(
            polygon: [ring.map { extract.node(at: $0).coordinate }], levels: levels.isEmpty ? nil : levels,
            source: feature.source, isWithin: !feature.isOpenSteps, isOutdoor: false))
      }
    }
    flights = builder.found.features.indices.compactMap { builder.flight($0) }
    flightTree = PackedRTree(flights.map { BoundingBox($0.places) })
    for way in extract.ways {
      let tags = way.tags
      guard !tags.isEmpty, let nature = Self.nature(tags) else { continue }
      let nodes = way.nodes.compactMap { extract.index(ofNode: $0) }
      let places = nodes.map { extract.node(at: $0).coordinate }
      let levels = LevelTag.all(tags)
      let isClosed = nodes.count > 3 && nodes.first == nodes.last
      var obstacle = Obstacle(
        polygon: [places], levels: levels.isEmpty ? nil : levels, source: FeatureID(.way, way.id),
        isWithin: false,
        isOutdoor: nature.isOutdoor)
      if nature.isSolid {
        if isClosed { found.append(obstacle) }
        continue
      }
      for (a, b) in zip(nodes, nodes.dropFirst()) { walled.insert(RingSide(a, b)) }
      let isDoor = nodes.map { builder.found.passages[$0]?.kind != nil }
      for index in places.indices.dropLast() {
        let ends = (isDoor[index], isDoor[index + 1])
        guard let wall = Self.wall(places[index], places[index + 1], openAt: ends) else { continue }
        obstacle.polygon = [wall]
        found.append(obstacle)
      }
    }
    for relation in extract.relations where relation.tags["type"] == "multipolygon" {
      guard let nature = Self.nature(relation.tags), nature.isSolid else { continue }
      let outer = relation.members.filter { $0.kind == .way && $0.role != "inner" }
      let lines = outer.compactMap { extract.way($0.id) }.map { way in
        way.nodes.compactMap { extract.index(ofNode: $0) }
      }
      let levels = LevelTag.all(relation.tags)
      for ring in RingAssembly(lines.filter { $0.count > 1 }).rings {
        found.append(
          Obstacle(
            polygon: [ring.map { extract.node(at: $0).coordinate }], levels: levels.isEmpty ? nil : levels,
            source: FeatureID(.relation, relation.id), isWithin: false, isOutdoor: nature.isOutdoor))
      }
    }
    walledSides = walled
    obstacles = found
    tree = PackedRTree(found.map { BoundingBox($0.polygon.joined()) })
  }

  /// Whether tags mean something on the ground outdoors that one can't walk through.
  static func standsOutdoors(_ tags: OSMTags) -> Bool { nature(tags)?.isOutdoor ?? false }

  /// Whether tags mean something solid (else a wall as a line), and whether it stands outdoors; nil for neither.
  private static func nature(_ tags: OSMTags) -> (isSolid: Bool, isOutdoor: Bool)? {
    if tags["indoor"] == "column" || tags["building:part"] == "column" { return (true, false) }
    if tags["barrier"] == "block" { return (true, false) }
    if tags["indoor"] == "wall" { return (tags["area"] == "yes", false) }
    // What is on a storey, or said to be indoors, stands in halls too.
    let isOutdoor = tags["level"] == nil && tags["indoor"] == nil
    if isFurniture(tags) { return (true, isOutdoor) }
    if let layer = tags["layer"], layer != "0" { return nil }
    if let building = tags["building"] {
      let isOpen = ["no", "roof", "carport", "canopy", "bridge"].contains(building)
      return isOpen || tags["min_level"].map { $0 != "0" } ?? false || tags["min_height"] != nil
        ? nil : (true, true)
    }
    switch tags["barrier"] {
    case "wall", "fence", "hedge", "retaining_wall", "city_wall", "guard_rail", "handrail", "jersey_barrier":
      return (false, isOutdoor)
    default: return nil
    }
  }

  /// Whether something is fixed and too large to walk through, where it is drawn with an outline.
  private static func isFurniture(_ tags: OSMTags) -> Bool {
    if tags["barrier"] == "planter" || tags["man_made"] == "planter" { return true }
    if let furniture = tags["furniture"] ?? tags["indoor:furniture"] { return furniture != "no" }
    if ["fountain", "bench", "reception_desk", "vending_machine"].contains(tags["amenity"]) { return true }
    return ["water", "shrubbery"].contains(tags["natural"]) || tags["landuse"] == "flowerbed"
      || tags["leisure"] == "swimming_pool"
  }

  /// A wall's ground plan, open near doors at its ends; nil where nothing of it is left.
  private static func wall(
    _ a: Coordinate, _ b: Coordinate, openAt isOpen: (Bool, Bool)
  ) -> [Coordinate]? {
    let frame = LocalFrame(origin: a)
    let end = frame.point(b)
    let length = (end.x * end.x + end.y * end.y).squareRoot()
    let from = isOpen.0 ? doorGap : -wallThickness
    let to = length + (isOpen.1 ? -doorGap : wallThickness)
    guard length > 0, from < to else { return nil }
    let (x, y) = (end.x / length, end.y / length)
    return [(from, 1.0), (to, 1.0), (to, -1.0), (from, -1.0)].map { along, side in
      frame.coordinate(
        LocalFrame.Point(
          x: x * along - y * side * wallThickness, y: y * along + x * side * wallThickness))
    }
  }

  /// Returns what stands in an area on a level.
  ///
  /// - Parameters:
  ///   - polygon: The area.
  ///   - space: The same.
  ///   - feature: What it is of.
  func polygons(
    in polygon: PolygonRings, _ space: FreeSpace, of feature: WalkFeature, level: Level,
    _ repair: PolygonRepair
  ) -> [PolygonRings] {
    // Steps lie in no other steps.
    if feature.isOpenSteps { return [] }
    var numbers: [Int] = []
    tree.search(in: space.box) { numbers.append(Int($0)) }
    let standing = numbers.sorted().compactMap { number -> PolygonRings? in
      let obstacle = obstacles[number]
      guard obstacle.source != feature.source, obstacle.levels?.contains(level) ?? true else { return nil }
      if obstacle.isOutdoor, feature.attributes.isIndoor { return nil }
      if obstacle.isOutdoor, obstacle.levels == nil, level != .ground { return nil }
      let corners = obstacle.polygon[0]
      if obstacle.isWithin {
        guard corners.allSatisfy({ space.contains($0) }),
          repair.share(of: obstacle.polygon, in: polygon) > 0.95
        else { return nil }
        return repair.share(of: polygon, in: obstacle.polygon) < 0.6 ? obstacle.polygon : nil
      }
      // What runs along the area's own wall takes nothing away.
      let isAlongside =
        obstacle.polygon[0].count == 4
        && corners.allSatisfy { space.wallDistance(of: $0) <= Self.wallThickness * 3 }
      if isAlongside { return nil }
      return repair.share(of: polygon, in: obstacle.polygon) < 0.5 ? obstacle.polygon : nil
    }
    return standing + steps(in: space, level: level, beside: standing)
  }

  /// The ground that flights take whose middle lies in an area.
  private func steps(in space: FreeSpace, level: Level, beside standing: [PolygonRings]) -> [PolygonRings] {
    var numbers: [Int] = []
    flightTree.search(in: space.box) { numbers.append(Int($0)) }
    let here = numbers.sorted().map { flights[$0] }.filter { flight in
      flight.level == level
        && zip(flight.places, flight.places.dropFirst()).contains {
          space.contains(Segment($0, $1).coordinate(at: 0.5))
        }
    }
    guard !here.isEmpty else { return [] }
    let walls = (space.rings + standing.joined()).flatMap { ring in
      zip(ring, ring.dropFirst() + [ring[0]]).map { Segment($0, $1) }
    }
    return here.flatMap { $0.polygons(between: walls) }
  }
}

/// Two neighbouring nodes of a ring, in no order.
struct RingSide: Hashable {
  var low: Int
  var high: Int

  init(_ a: Int, _ b: Int) { (low, high) = (min(a, b), max(a, b)) }
}
