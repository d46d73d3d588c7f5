import Geodesy
import WardwayMap

/// Finds the entrances of buildings: doors on their walls through which people come in.
struct EntranceFinder {
  /// How far from a wall a door of it may be drawn, in metres.
  private static let beside = 1.0
  /// Ways in for others than those who visit somebody, and ways out.
  private static let others: [String?] = [
    "service", "exit", "garage", "delivery", "emergency", "parking", "no",
  ]

  private let doors: PointIndex<EntranceRecord>

  init(_ extract: OSMExtract) {
    var found: [(place: Coordinate, element: EntranceRecord)] = []
    for index in extract.taggedNodes {
      let node = extract.node(at: index)
      guard let record = Self.record(node) else { continue }
      found.append((node.coordinate, record))
    }
    doors = PointIndex(found)
  }

  private static func record(_ node: OSMNode) -> EntranceRecord? {
    let tags = node.tags
    guard !others.contains(tags["entrance"]), let passage = Passage(opening: tags) ?? Passage(tags),
      passage.isDoor, passage.kind != nil
    else { return nil }
    var edge = EdgeRecord(.door, source: FeatureID(.node, node.id), tail: 0, head: 0, length: 0)
    edge.attributes = passage.attributes
    edge.width = passage.width
    edge.stepCount = passage.stepCount
    return EntranceRecord(
      edge, at: node.coordinate, level: LevelTag(tags["level"] ?? "").levels.first,
      isMain: tags["entrance"] == "main")
  }

  /// Returns the entrances on the walls of a building, given by its rings, in the order of their ids.
  ///
  /// - Complexity: O(doors in its box × corners).
  func entrances(on rings: [[Coordinate]]) -> [EntranceRecord] {
    let box = BoundingBox(rings.flatMap(\.self)).expanded(byMetres: Self.beside)
    return doors.within(box).filter { Self.isOn(rings, $0.place) }.map(\.element)
  }

  private static func isOn(_ rings: [[Coordinate]], _ place: Coordinate) -> Bool {
    let frame = LocalFrame(origin: place)
    return rings.contains { ring in
      zip(ring, ring.dropFirst() + ring.prefix(1)).contains {
        Segment($0, $1).nearest(toOriginOf: frame).metres <= beside
      }
    }
  }
}
