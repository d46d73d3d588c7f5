import Geodesy
import WardwayMap

/// Finds the outlines of buildings, and where people go in.
struct BuildingFinder {
  private let buildings: [BuildingColumns.Item]
  private let outlines: [Outline]

  /// - Complexity: O(corners of buildings).
  init(_ extract: OSMExtract) {
    var found: [BuildingColumns.Item] = []
    let entrances = EntranceFinder(extract)
    var outlines: [Outline] = []
    func add(_ tags: OSMTags, _ source: FeatureID, _ lines: [[Int64]]) {
      let rings = lines.map { PolygonRepair.open($0.compactMap { extract.coordinate(ofNode: $0) }) }
        .filter { $0.count > 2 }
      guard !rings.isEmpty else { return }
      found.append(
        BuildingColumns.Item(
          Self.record(tags, source), rings: rings, name: tags["name"] ?? "",
          entrances: entrances.entrances(on: rings)))
      outlines.append(Outline(rings: rings))
    }
    for way in extract.ways where way.isClosed && Self.isBuilding(way.tags) {
      add(way.tags, FeatureID(.way, way.id), [Array(way.nodes)])
    }
    for relation in extract.relations
    where relation.tags["type"] == "multipolygon" && Self.isBuilding(relation.tags) {
      let lines = relation.members.filter { $0.kind == .way }.compactMap { extract.way($0.id) }
        .map { $0.nodes.compactMap { extract.index(ofNode: $0) } }
      add(
        relation.tags, FeatureID(.relation, relation.id),
        RingAssembly(lines.filter { $0.count > 1 }).rings.map { $0.map { extract.node(at: $0).id } })
    }
    buildings = found
    self.outlines = outlines
  }

  private static func isBuilding(_ tags: OSMTags) -> Bool {
    guard !tags.isEmpty, let building = tags["building"] else { return false }
    return !["no", "roof", "carport", "canopy", "bridge", "demolished", "ruins"].contains(building)
  }

  /// The levels that a building says it has: `building:levels` count from the ground upwards.
  private static func record(_ tags: OSMTags, _ source: FeatureID) -> BuildingRecord {
    func count(_ key: String) -> Int? { tags[key].flatMap { Int($0) }.flatMap { 0...300 ~= $0 ? $0 : nil } }
    var record = BuildingRecord(source)
    if let above = count("building:levels"), let top = Level(Double(max(above - 1, 0))) {
      record.highest = top
      let below = count("building:levels:underground") ?? count("building:min_level").map { -$0 }
      if let below, let bottom = Level(Double(-below)) { record.lowest = bottom }
    }
    return record
  }

  /// The buildings on a campus.
  func inside(_ campus: Outline) -> BuildingColumns {
    columns { index in isInside(index, campus) }
  }

  /// The buildings on no campus that have a name, ways inside or an entrance.
  func outside(_ campuses: [Outline], with streets: SettledNetwork) -> BuildingColumns {
    let tree = PackedRTree(outlines.map(\.box))
    var hasWays: Set<Int> = []
    for edge in streets.edges.indices where streets.edges[edge].attributes.isIndoor && !outlines.isEmpty {
      // Ends may be doors in walls.
      let tail = streets.edges[edge].tail
      let place = Segment(
        streets.nodes[Int(tail)].coordinate, streets.point(nextTo: tail, on: edge)
      ).coordinate(at: 0.5)
      tree.search(in: BoundingBox(place)) { item in
        if !hasWays.contains(Int(item)), outlines[Int(item)].contains(place) { hasWays.insert(Int(item)) }
      }
    }
    return columns { index in
      let building = buildings[index]
      return (!building.name.isEmpty || !building.entrances.isEmpty || hasWays.contains(index))
        && !campuses.contains { isInside(index, $0) }
    }
  }

  private func columns(_ isWanted: (Int) -> Bool) -> BuildingColumns {
    BuildingColumns(buildings.indices.filter(isWanted).map { buildings[$0] })
  }

  private func isInside(_ index: Int, _ campus: Outline) -> Bool {
    let box = outlines[index].box
    guard campus.box.intersects(box) else { return false }
    return campus.contains(box.center) || outlines[index].corners.contains { campus.contains($0) }
  }
}
