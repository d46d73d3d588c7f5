import Geodesy
import WardwayMap

/// The posted names of levels by place, as the outlines of whole storeys (`indoor=level`) give them.
struct LevelNames {
  private var storeys: [(level: Level, space: FreeSpace, name: String)] = []
  private let tree: PackedRTree

  /// Collects the outlines that have a level and a name for it.
  init(_ extract: OSMExtract) {
    var found: [(level: Level, space: FreeSpace, name: String)] = []
    func add(_ tags: OSMTags, _ nodes: [Int]) {
      guard let level = LevelTag(tags["level"] ?? "").levels.first, let name = Self.name(tags),
        let space = FreeSpace(rings: [PolygonRepair.open(nodes.map { extract.node(at: $0).coordinate })])
      else { return }
      found.append((level, space, name))
    }
    func nodes(_ way: OSMWay) -> [Int] { way.nodes.compactMap { extract.index(ofNode: $0) } }
    for way in extract.ways where !way.tags.isEmpty && way.tags["indoor"] == "level" {
      add(way.tags, nodes(way))
    }
    for relation in extract.relations where relation.tags["indoor"] == "level" {
      let outer = relation.members.filter { $0.kind == .way && $0.role != "inner" }
      let lines = outer.compactMap { extract.way($0.id) }.map(nodes).filter { $0.count > 1 }
      for ring in RingAssembly(lines).rings { add(relation.tags, ring) }
    }
    storeys = found
    tree = PackedRTree(found.map(\.space.box))
  }

  /// The word on the signs; a long name is none.
  private static func name(_ tags: OSMTags) -> String? {
    let name = tags["level:ref"] ?? tags["ref"] ?? tags["name"] ?? ""
    return 1...12 ~= name.count && !name.contains(";") ? name : nil
  }

  /// The name of the storey around a place; nil where none is drawn.
  ///
  /// - Complexity: O(log *n* + √corners) typical.
  func name(of level: Level, at place: Coordinate) -> String? {
    guard !storeys.isEmpty else { return nil }
    var found: Int?
    tree.search(in: BoundingBox(place)) { item in
      let storey = storeys[Int(item)]
      if storey.level == level, found.map({ Int(item) < $0 }) ?? true, storey.space.contains(place) {
        found = Int(item)
      }
    }
    return found.map { storeys[$0].name }
  }

  /// Names the levels of nodes that have no name of their own.
  func apply(to draft: inout NetworkDraft) {
    guard !storeys.isEmpty else { return }
    for node in draft.nodes.indices where draft.nodes[node].levelName == 0 {
      let record = draft.nodes[node]
      if let name = name(of: record.level, at: record.coordinate) { draft.nameLevel(of: node, name) }
    }
  }
}
