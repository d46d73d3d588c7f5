import COsmium
import Columns
import Geodesy
import WardwayMap

/// Finds nodes that can't be where the map has them: one slip of a finger puts a corner of a house at 0,0.
///
/// Of two nodes that follow each other in a way farther apart than such ways are drawn, the one farther from the middle
/// of the map is misplaced, if it is far from there compared with others.
struct MisplacedNodes {
  /// The longest stretch between two nodes of a way in metres, and that of a ferry.
  private static let (longest, longestFerry) = (50_000.0, 1_000_000.0)
  /// How much farther from the middle than the median node it has to be.
  private static let reach = 20.0
  /// What is walked, driven or stood in; borders and cables have long stretches of their own.
  private static let keys = [
    "highway", "building", "building:part", "indoor", "amenity", "healthcare", "area:highway", "parking",
    "public_transport",
  ]

  private let extract: OSMExtract
  private let middle: Coordinate
  /// The distance from the middle that is beyond all reason.
  private let limit: Double
  /// The nodes with the first way that shows it, by position.
  private var found: [Int: (way: Int64?, metres: Double)] = [:]

  private init(_ extract: OSMExtract) {
    self.extract = extract
    // Of many nodes some will do.
    let step = max(extract.storage.nodes.count / 10_000, 1)
    let places = stride(from: 0, to: extract.storage.nodes.count, by: step)
      .map { extract.storage.nodes[$0].coordinate }
    func median<Value: Comparable>(_ value: (Coordinate) -> Value) -> Value {
      places.map(value).sorted()[places.count / 2]
    }
    let middle = Coordinate(latitudeE7: median(\.latitudeE7), longitudeE7: median(\.longitudeE7))
    self.middle = middle
    limit = max(median { distance($0, middle) } * Self.reach, Self.longest)
  }

  /// Returns the extract without misplaced nodes, and with a finding for each.
  ///
  /// - Complexity: O(nodes of ways × log nodes).
  static func removed(from extract: OSMExtract) -> OSMExtract {
    guard extract.nodeCount > 0 else { return extract }
    var search = MisplacedNodes(extract)
    search.searchWays()
    search.searchNowhere()
    return search.found.isEmpty ? extract : search.rest()
  }

  private mutating func searchWays() {
    for way in extract.ways {
      let tags = way.tags
      guard !tags.isEmpty else { continue }
      let isFerry = tags["route"] == "ferry"
      guard isFerry || Self.keys.contains(where: { tags[$0] != nil }) else { continue }
      let limit = isFerry ? Self.longestFerry : Self.longest
      var last: (index: Int, place: Coordinate)?
      for id in way.nodes {
        guard let index = extract.index(ofNode: id) else { continue }
        let place = extract.storage.nodes[index].coordinate
        defer { last = (index, place) }
        guard let last, !Self.isNear(place, last.place) else { continue }
        let metres = distance(place, last.place)
        guard metres > limit else { continue }
        let (own, other) = (distance(place, middle), distance(last.place, middle))
        guard max(own, other) > self.limit else { continue }
        let node = own > other ? index : last.index
        if found[node] == nil { found[node] = (way.id, metres) }
      }
    }
  }

  /// Whether places are so near each other that nobody needs to measure: 0.1° of both angles.
  private static func isNear(_ a: Coordinate, _ b: Coordinate) -> Bool {
    abs(Int(a.latitudeE7) - Int(b.latitudeE7)) < 1_000_000
      && abs(Int(a.longitudeE7) - Int(b.longitudeE7)) < 1_000_000
  }

  /// Nodes whose location somebody left out.
  private mutating func searchNowhere() {
    let nowhere = Coordinate(latitudeE7: 0, longitudeE7: 0)
    let metres = distance(nowhere, middle)
    guard metres > limit else { return }
    for index in extract.storage.nodes.indices
    where extract.storage.nodes[index].coordinate == nowhere && found[index] == nil {
      found[index] = (nil, metres)
    }
  }

  private func rest() -> OSMExtract {
    let storage = extract.storage
    let findings = found.keys.sorted().map { index in
      let (way, metres) = found[index]!
      let node = storage.nodes[index]
      let others = way.map { [FeatureID(.way, $0)] } ?? []
      let from = others.first.map { "the nodes beside it in \($0)" } ?? "the rest of the map"
      return Diagnostic(
        .misplacedNode, .warning, FeatureID(.node, node.id), with: others, at: node.coordinate,
        "it lies \(Int(metres / 1000)) km from \(from) and is left out", fix: "move it to where it belongs")
    }
    let nodes = storage.nodes.indices.filter { found[$0] == nil }.map { storage.nodes[$0] }
    return OSMExtract(
      OSMStorage(storage, nodes: Column(nodes)), attribution: extract.attribution,
      warnings: extract.warnings, diagnostics: extract.diagnostics + findings, names: extract.names)
  }
}
