import Geodesy
import WardwayMap

/// Everything of an extract that vehicles use, before it is cut into edges.
struct RoadFeatures {
  /// Roads and ferries, in the order of their ids.
  var features: [RoadFeature] = []
  /// What the nodes of roads do to vehicles, by position in the extract.
  var nodes: [Int: RoadNode] = [:]
  /// How often each node of the extract occurs in roads; the ends of a road count twice.
  var uses: [UInt8] = []
}

/// Picks what vehicles drive on out of an extract.
struct RoadCollector {
  let extract: OSMExtract
  private(set) var diagnostics: [Diagnostic] = []

  init(_ extract: OSMExtract) { self.extract = extract }

  /// Returns all roads.
  ///
  /// - Complexity: O(*n* log *n*) for *n* objects of the extract.
  mutating func collect() -> RoadFeatures {
    var result = RoadFeatures()
    result.uses = [UInt8](repeating: 0, count: extract.nodeCount)
    for way in extract.ways {
      let tags = way.tags
      guard !tags.isEmpty, var feature = RoadClassifier.classify(tags) else { continue }
      feature.source = Source(.way, way.id)
      let stretches = extract.stretches(of: way)
      if let finding = extract.gapFinding(way, stretches) { diagnostics.append(finding) }
      guard stretches.contains(where: { $0.count >= 2 }) else { continue }
      reportConditions(tags, feature.source)
      for stretch in stretches where stretch.count >= 2 {
        feature.nodes = stretch
        for node in stretch { count(node, 1, &result.uses) }
        count(stretch[0], 1, &result.uses)
        count(stretch[stretch.count - 1], 1, &result.uses)
        result.features.append(feature)
      }
    }
    for node in extract.taggedNodes where result.uses[node] > 0 {
      if let roadNode = RoadNode(extract.node(at: node).tags) { result.nodes[node] = roadNode }
    }
    return result
  }

  private func count(_ node: Int, _ times: UInt8, _ uses: inout [UInt8]) {
    uses[node] = uses[node] > 250 ? uses[node] : uses[node] + times
  }

  private mutating func reportConditions(_ tags: OSMTags, _ source: Source) {
    let keys = VehicleAccess.keys + ["oneway", "maxspeed"]
    let found = keys.map { $0 + ":conditional" }.filter { tags[$0] != nil }
    guard !found.isEmpty else { return }
    diagnostics.append(
      Diagnostic("conditional-drive", .note, source, "its \(found.joined(separator: ", ")) is not applied"))
  }
}
