import Geodesy
import WardwayMap

/// A door of a plan that leads outdoors.
struct PlanAnchor {
  var id: String
  /// The number of its node in the extract.
  var node: Int64
  var place: Coordinate
  var level: Level
}

/// Joins the outer doors of plans to the ways of the streets.
struct AnchorLinker {
  /// How far a door may be from the nearest way, in metres.
  private static let reach = 50.0

  /// The nodes of ways outdoors that people walk on, by latitude.
  private let nodes: [(id: Int64, place: Coordinate)]

  /// - Complexity: O(*n* log *n*) for *n* nodes of the streets' ways.
  init(_ streets: OSMExtract) {
    var found: [Int64: Coordinate] = [:]
    for way in streets.ways where !way.tags.isEmpty {
      let isClosed = way.nodes.first == way.nodes.last
      guard let feature = WalkClassifier.classify(way.tags, isClosed: isClosed),
        feature.role == .flat, !feature.attributes.isIndoor, feature.kind != .ferry,
        feature.stated.allSatisfy({ $0 == .ground })
      else { continue }
      for node in way.nodes { found[node] = streets.coordinate(ofNode: node) }
    }
    nodes = found.map { ($0.key, $0.value) }.sorted { ($0.1.latitudeE7, $0.0) < ($1.1.latitudeE7, $1.0) }
  }

  /// Adds a footway from each door to the node nearest to it.
  func link(_ anchors: [PlanAnchor], in builder: inout ExtractBuilder) {
    for anchor in anchors {
      guard let nearest = nearest(to: anchor.place) else {
        builder.diagnostics.append(
          Diagnostic(
            "anchor-not-linked", .warning, Source(feature: anchor.id), at: anchor.place,
            "'\(anchor.id.prefix(40))' leads outdoors, but no way is within \(Int(Self.reach)) m; draw one, or "
              + "check the placement"))
        continue
      }
      // Both levels, so that the ways outdoors stay on the ground.
      let levels = Set([anchor.level, .ground]).sorted().map { "\($0)" }.joined(separator: ";")
      builder.addWay(
        "\(anchor.id) outdoors", through: [anchor.node, nearest], ["highway": "footway", "level": levels])
    }
  }

  private func nearest(to place: Coordinate) -> Int64? {
    // A 10⁻⁷ degree of latitude is never less than 1.1 cm.
    let span = Int32(Self.reach / 0.011)
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle].place.latitudeE7 < place.latitudeE7 - span { low = middle + 1 } else { high = middle }
    }
    var best: (metres: Double, id: Int64)?
    for node in nodes[low...] {
      guard node.place.latitudeE7 <= place.latitudeE7 + span else { break }
      let metres = distance(node.place, place)
      if metres <= Self.reach, (metres, node.id) < best ?? (.infinity, 0) { best = (metres, node.id) }
    }
    return best?.id
  }
}
