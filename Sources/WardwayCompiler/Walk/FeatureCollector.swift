import Geodesy
import WardwayMap

/// Everything of an extract that people on foot use, before it is cut into edges.
struct WalkFeatures {
  /// Ways and outlines, in the order of their ids; areas of relations last.
  var features: [WalkFeature] = []
  /// Nodes that are elevators.
  var elevators: [Int: WalkFeature] = [:]
  /// Doors, gates, kerbs and barriers by node.
  var passages: [Int: Passage] = [:]
}

/// Picks what people walk on out of an extract.
struct FeatureCollector {
  let extract: OSMExtract
  private(set) var diagnostics: [Diagnostic] = []
  private var result = WalkFeatures()
  private var positions: [Source: Int] = [:]

  init(_ extract: OSMExtract) { self.extract = extract }

  /// Returns all features.
  ///
  /// - Complexity: O(*n* log *n*) for *n* objects of the extract.
  mutating func collect() -> WalkFeatures {
    for way in extract.ways { collect(way) }
    for relation in extract.relations where relation.tags["type"] == "multipolygon" { collect(relation) }
    for node in extract.taggedNodes { collect(nodeAt: node) }
    return result
  }

  private mutating func collect(_ way: OSMWay) {
    let tags = way.tags
    guard !tags.isEmpty else { return }
    let isClosed = way.nodes.count > 3 && way.nodes.first == way.nodes.last
    let source = Source(.way, way.id)
    if tags["access:conditional"] != nil || tags["foot:conditional"] != nil {
      note("conditional-access", .note, source, "its conditional access is not applied")
    }
    guard var feature = WalkClassifier.classify(tags, isClosed: isClosed) else { return }
    reportLevels(of: tags, source)
    feature.source = source
    feature.nodes = known(way.nodes)
    guard feature.nodes.count >= 2 || feature.role == .shaft && !feature.nodes.isEmpty else { return }
    if feature.isRing, feature.nodes.first != feature.nodes.last { feature.isRing = false }
    positions[source] = result.features.count
    result.features.append(feature)
  }

  /// An area made of several ways: each way of its outline is walked along, on the area's terms.
  private mutating func collect(_ relation: OSMRelation) {
    guard let area = WalkClassifier.classify(relation.tags, isClosed: true, isMultipolygon: true) else {
      return
    }
    let source = Source(.relation, relation.id)
    reportLevels(of: relation.tags, source)
    var missing = 0
    var outlines: [[Int]] = []
    for member in relation.members where member.kind == .way {
      guard let way = extract.way(member.id) else {
        missing += 1
        continue
      }
      if let own = positions[Source(.way, way.id)], result.features[own].isRing { continue }
      outlines.append(known(way.nodes))
    }
    if missing > 0 {
      note(
        "incomplete-area", .warning, source, "\(missing) of its ways are not in the extract; the rest is used"
      )
    }
    guard area.role == .flat || area.role == .climb else {
      var whole = area
      whole.source = source
      whole.nodes = outlines.flatMap { $0 }
      if !whole.nodes.isEmpty { result.features.append(whole) }
      return
    }
    for outline in outlines where outline.count >= 2 {
      var part = area
      part.source = source
      part.nodes = outline
      part.isRing = true
      result.features.append(part)
    }
  }

  private mutating func collect(nodeAt index: Int) {
    let node = extract.node(at: index)
    if node.tags["highway"] == "elevator" {
      guard FootAccess(node.tags, indoor: true) != .closed,
        var feature = WalkClassifier.classify(node.tags, isClosed: false)
      else {
        var blocked = WalkFeature(
          source: Source(.node, node.id), nodes: [index], kind: .elevatorRide, role: .shaft)
        blocked.directions = 0
        result.elevators[index] = blocked
        return
      }
      reportLevels(of: node.tags, Source(.node, node.id))
      feature.source = Source(.node, node.id)
      feature.nodes = [index]
      result.elevators[index] = feature
    } else if let passage = Passage(node.tags) {
      result.passages[index] = passage
    }
  }

  /// The positions of a way's nodes, without those beyond the extract's border and repetitions.
  private func known(_ ids: some Sequence<Int64>) -> [Int] {
    var nodes: [Int] = []
    for id in ids {
      if let index = extract.index(ofNode: id), nodes.last != index { nodes.append(index) }
    }
    return nodes
  }

  private mutating func reportLevels(of tags: OSMTags, _ source: Source) {
    for key in ["level", "repeat_on"] {
      guard let text = tags[key] else { continue }
      let unreadable = LevelTag(text).unreadable
      guard !unreadable.isEmpty else { continue }
      let parts = unreadable.prefix(3).joined(separator: ", ")
      note(
        "unreadable-level", .warning, source,
        "'\(parts)' in its tag \(key) is no level and is ignored; write numbers such as -1;0-3")
    }
  }

  private mutating func note(
    _ code: String, _ severity: Diagnostic.Severity, _ source: Source, _ message: String
  ) {
    diagnostics.append(Diagnostic(code, severity, source, message))
  }
}
