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
      feature.source = FeatureID(.way, way.id)
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
    thinOut(&result)
    for node in extract.taggedNodes where result.uses[node] > 0 {
      if let roadNode = RoadNode(extract.node(at: node).tags) { result.nodes[node] = roadNode }
    }
    return result
  }

  /// The most roads that meet in a node; each can be left by each other one, which squares their number.
  private static let mostArms = 200

  /// Ends roads before a node in which more meet than there are at any junction.
  private mutating func thinOut(_ result: inout RoadFeatures) {
    var arms: [Int: (count: Int, roads: [FeatureID])] = [:]
    for node in result.uses.indices where result.uses[node] > Self.mostArms { arms[node] = (0, []) }
    guard !arms.isEmpty else { return }
    var features: [RoadFeature] = []
    for feature in result.features {
      var line: [Int] = []
      func close() {
        guard line.count >= 2 else { return }
        var part = feature
        part.nodes = line
        features.append(part)
      }
      for node in feature.nodes {
        if let met = arms[node] {
          arms[node]!.count += 1
          if met.count >= Self.mostArms {
            arms[node]!.roads.append(feature.source)
            close()
            line = []
            continue
          }
        }
        line.append(node)
      }
      close()
    }
    result.features = features
    for (node, met) in arms.sorted(by: { $0.key < $1.key }) where !met.roads.isEmpty {
      let junction = extract.node(at: node)
      diagnostics.append(
        Diagnostic(
          .crowdedJunction, .error, FeatureID(.node, junction.id), with: met.roads, at: junction.coordinate,
          "\(met.count) roads meet here; \(Self.mostArms) of them are joined, the others end before it",
          fix: "draw the junction as it is"))
    }
  }

  private func count(_ node: Int, _ times: UInt8, _ uses: inout [UInt8]) {
    uses[node] = uses[node] > 250 ? uses[node] : uses[node] + times
  }

  private mutating func reportConditions(_ tags: OSMTags, _ source: FeatureID) {
    let keys = VehicleAccess.keys + ["oneway", "maxspeed"]
    let found = keys.map { $0 + ":conditional" }.filter { tags[$0] != nil }
    guard !found.isEmpty else { return }
    diagnostics.append(
      Diagnostic(.conditionalDrive, .note, source, "its \(found.joined(separator: ", ")) is not applied"))
  }
}
