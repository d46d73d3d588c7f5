import Geodesy
import WardwayMap

/// Finds where people get out of cars: car parks and drop-offs that are open to the public.
///
/// A car park is reached at an aisle inside it, else at its entrance, else at its middle. Times are typical
/// ones: a space in the open is found in a minute, in a garage in two, ticket and barrier included; paying
/// takes another one.
struct HandoffFinder {
  private static let searchSeconds: [HandoffKind: Double] = [
    .parkingLot: 60, .parkingGarage: 120, .undergroundParking: 120, .streetParking: 90, .dropOff: 20,
  ]
  private static let paymentSeconds = 60.0

  let extract: OSMExtract
  /// The nodes of service ways, where cars can stop.
  private let aisles: [Coordinate: Level?]
  private let entrances: [(index: Int, coordinate: Coordinate)]

  init(extract: OSMExtract) {
    self.extract = extract
    var aisles: [Coordinate: Level?] = [:]
    for way in extract.ways where way.tags["highway"] == "service" {
      let isAisle = way.tags["service"] == "parking_aisle"
      let level = LevelTag(way.tags["level"] ?? "").levels
      for node in way.nodes {
        guard let place = extract.coordinate(ofNode: node), isAisle || aisles[place] == nil else { continue }
        aisles[place] = level.count == 1 ? level[0] : nil
      }
    }
    self.aisles = aisles
    entrances = extract.taggedNodes.filter { extract.node(at: $0).tags["amenity"] == "parking_entrance" }
      .map { ($0, extract.node(at: $0).coordinate) }
  }

  /// Returns all handoffs, in the order of their sources.
  ///
  /// - Complexity: O(car parks × service ways).
  func handoffs() -> [HandoffRecord] {
    var found: [HandoffRecord] = []
    var used: Set<Int> = []
    func area(_ tags: OSMTags, _ source: Source, _ outline: Outline) {
      guard tags["amenity"] == "parking", outline.ringCount > 0, Self.isPublic(tags) else { return }
      used.formUnion(
        entrances.filter { outline.box.expanded(byMetres: 30).contains($0.coordinate) }.map(\.index))
      found.append(carPark(tags, source, outline))
    }
    for way in extract.ways where way.isClosed && way.tags["amenity"] == "parking" {
      let ring = way.nodes.compactMap { extract.coordinate(ofNode: $0) }
      area(way.tags, Source(.way, way.id), Outline(rings: [ring]))
    }
    for relation in extract.relations where relation.tags["amenity"] == "parking" {
      let rings = relation.members.filter { $0.kind == .way }.compactMap { extract.way($0.id) }
        .map { $0.nodes.compactMap { extract.coordinate(ofNode: $0) } }
      area(relation.tags, Source(.relation, relation.id), Outline(rings: rings))
    }
    for index in extract.taggedNodes {
      let node = extract.node(at: index)
      guard Self.isPublic(node.tags), let kind = Self.kind(ofNode: node.tags), !used.contains(index) else {
        continue
      }
      found.append(
        record(
          kind, node.tags, Source(.node, node.id), at: node.coordinate,
          LevelTag(node.tags["level"] ?? "").levels.first))
    }
    return found.sorted { $0.source < $1.source }
  }

  private static func isPublic(_ tags: OSMTags) -> Bool {
    !["private", "no", "permit", "residents", "employees", "delivery"].contains(tags["access"] ?? "yes")
  }

  private static func kind(ofNode tags: OSMTags) -> HandoffKind? {
    switch tags["amenity"] {
    case "parking": kind(ofParking: tags)
    case "parking_entrance": tags["parking"] == "underground" ? .undergroundParking : .parkingGarage
    case "drop_off", "kiss_and_ride": .dropOff
    default: nil
    }
  }

  private static func kind(ofParking tags: OSMTags) -> HandoffKind {
    switch tags["parking"] {
    case "underground": .undergroundParking
    case "multi-storey", "rooftop": .parkingGarage
    case "street_side", "lane", "on_kerb", "half_on_kerb": .streetParking
    default: .parkingLot
    }
  }

  private func carPark(_ tags: OSMTags, _ source: Source, _ outline: Outline) -> HandoffRecord {
    let kind = Self.kind(ofParking: tags)
    let stated = LevelTag(tags["level"] ?? "").levels
    let middle = outline.box.center
    // The aisle nearest to the middle, on a level of the car park where it states any.
    let inside = aisles.filter { place, level in
      outline.contains(place) && (stated.isEmpty || level.map { stated.contains($0) } ?? true)
    }
    if let best = inside.min(by: {
      (distance($0.key, middle), $0.key.latitudeE7) < (distance($1.key, middle), $1.key.latitudeE7)
    }) {
      return record(kind, tags, source, at: best.key, best.value ?? stated.first)
    }
    let near = entrances.filter { outline.box.expanded(byMetres: 30).contains($0.coordinate) }
    if let entrance = near.min(by: { distance($0.coordinate, middle) < distance($1.coordinate, middle) }) {
      let level = LevelTag(extract.node(at: entrance.index).tags["level"] ?? "").levels.first
      return record(kind, tags, source, at: entrance.coordinate, level)
    }
    return record(kind, tags, source, at: middle, kind == .undergroundParking ? nil : stated.first)
  }

  private func record(
    _ kind: HandoffKind, _ tags: OSMTags, _ source: Source, at place: Coordinate, _ level: Level?
  ) -> HandoffRecord {
    let hasFee = tags["fee"].map { $0 != "no" } ?? false
    let seconds = Self.searchSeconds[kind]! + (hasFee && kind.isParking ? Self.paymentSeconds : 0)
    let capacity = tags["capacity:disabled"].map {
      $0 == "no" ? 0 : UInt16($0) ?? HandoffRecord.unknownCapacity
    }
    return HandoffRecord(
      kind, source: source, drive: place, walk: place, level: level, transfer: UInt32(seconds * 1000),
      disabledCapacity: capacity ?? HandoffRecord.unknownCapacity, hasFee: hasFee)
  }
}
