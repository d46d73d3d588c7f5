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
  private var positions: [FeatureID: Int] = [:]
  /// Nodes in the walls of rooms.
  private var inWalls: Set<Int> = []
  private var losses = TagLosses()

  init(_ extract: OSMExtract) { self.extract = extract }

  /// Returns all features.
  ///
  /// - Complexity: O(*n* log *n*) for *n* objects of the extract.
  mutating func collect() -> WalkFeatures {
    for way in extract.ways { collect(way) }
    for relation in extract.relations where relation.tags["type"] == "multipolygon" { collect(relation) }
    for feature in result.features where feature.isRing && feature.attributes.isRoom {
      inWalls.formUnion(feature.nodes)
    }
    for node in extract.taggedNodes { collect(nodeAt: node) }
    settlePassages()
    diagnostics += losses.diagnostics
    return result
  }

  private mutating func collect(_ way: OSMWay) {
    let tags = way.tags
    guard !tags.isEmpty else { return }
    let isClosed = way.nodes.count > 3 && way.nodes.first == way.nodes.last
    let source = FeatureID(.way, way.id)
    let found = WalkClassifier.classify(tags, isClosed: isClosed)
    let place = way.nodes.first { extract.index(ofNode: $0) != nil }.flatMap {
      extract.coordinate(ofNode: $0)
    }
    losses.read(tags, source, isWalked: found != nil, at: place)
    if found == nil, !isClosed, way.nodes.count > 1, ["room", "area"].contains(IndoorTags.kind(tags)) {
      losses.add(.openOutline, source, at: place)
    }
    guard var feature = found else { return }
    reportLevels(of: tags, source, at: place)
    feature.source = source
    let stretches = extract.stretches(of: way)
    guard feature.isRing || feature.role == .shaft else {
      if let finding = extract.gapFinding(way, stretches) { diagnostics.append(finding) }
      for stretch in stretches where stretch.count >= 2 {
        feature.nodes = stretch
        append(feature)
      }
      return
    }
    feature.nodes = known(way.nodes)
    guard feature.nodes.count >= 2 || feature.role == .shaft && !feature.nodes.isEmpty else { return }
    if feature.isRing, feature.nodes.first != feature.nodes.last { feature.isRing = false }
    if feature.isRing, feature.role != .climb, feature.nodes.count > 3 {
      feature.outerRings = [feature.nodes]
    }
    append(feature)
  }

  private mutating func append(_ feature: WalkFeature) {
    positions[feature.source] = result.features.count
    result.features.append(feature)
  }

  /// An area made of several ways.
  ///
  /// Outer ways that are areas themselves stay what they are; holes are cut out of them. Rings that don't close,
  /// at the border of an extract, are walked along on the area's terms.
  private mutating func collect(_ relation: OSMRelation) {
    let source = FeatureID(.relation, relation.id)
    let found = WalkClassifier.classify(relation.tags, isClosed: true, isMultipolygon: true)
    losses.read(relation.tags, source, isWalked: found != nil)
    guard var area = found else { return }
    area.source = source
    reportLevels(of: relation.tags, area.source)
    var missing = 0
    var lines: (outer: [[Int]], inner: [[Int]]) = ([], [])
    var own: [Int] = []
    for member in relation.members where member.kind == .way {
      guard let way = extract.way(member.id) else {
        missing += 1
        continue
      }
      if member.role == "inner" {
        lines.inner.append(known(way.nodes))
      } else if let feature = positions[FeatureID(.way, way.id)], result.features[feature].isRing {
        own.append(feature)
      } else {
        lines.outer.append(known(way.nodes))
      }
    }
    if missing > 0 {
      note(
        .incompleteArea, .warning, area.source,
        "\(missing) of its ways are not in the extract; the rest is used")
    }
    let outer = RingAssembly(lines.outer.filter { $0.count > 1 })
    let inner = RingAssembly(lines.inner.filter { $0.count > 1 })
    if missing == 0, !outer.open.isEmpty || !inner.open.isEmpty { losses.add(.openRing, area.source) }
    for feature in own where result.features[feature].isArea {
      result.features[feature].innerRings += inner.rings
    }
    guard area.role != .climb else {
      for line in lines.outer + lines.inner where line.count > 1 { append(area, line) }
      return
    }
    for line in outer.open + (outer.rings.isEmpty ? inner.open + inner.rings : inner.open) {
      if area.role == .flat, own.isEmpty { append(area, line) }
    }
    guard !outer.rings.isEmpty || area.role != .flat else { return }
    area.outerRings = outer.rings
    area.innerRings = inner.rings
    area.isRing = true
    area.nodes = (outer.rings + inner.rings).flatMap { $0.dropLast() }
    if area.role != .flat { area.nodes += (outer.open + inner.open).flatMap { $0 } }
    if !area.nodes.isEmpty { result.features.append(area) }
  }

  /// Adds a line that is walked along on an area's terms.
  private mutating func append(_ area: WalkFeature, _ line: [Int]) {
    var part = area
    part.nodes = line
    part.isRing = true
    result.features.append(part)
  }

  private mutating func collect(nodeAt index: Int) {
    let node = extract.node(at: index)
    defer {
      let isWalked = result.passages[index] != nil || result.elevators[index] != nil
      losses.read(node.tags, FeatureID(.node, node.id), isWalked: isWalked, at: node.coordinate)
    }
    if node.tags["highway"] == "elevator" {
      guard FootAccess(node.tags, indoor: true) != .closed,
        var feature = WalkClassifier.classify(node.tags, isClosed: false)
      else {
        var blocked = WalkFeature(
          source: FeatureID(.node, node.id), nodes: [index], kind: .elevatorRide, role: .shaft)
        blocked.directions = 0
        result.elevators[index] = blocked
        return
      }
      reportLevels(of: node.tags, FeatureID(.node, node.id), at: node.coordinate)
      feature.source = FeatureID(.node, node.id)
      feature.nodes = [index]
      result.elevators[index] = feature
    } else if let passage = Passage(node.tags)
      ?? (inWalls.contains(index) ? Passage(opening: node.tags) : nil)
    {
      result.passages[index] = passage
    }
  }

  /// Leaves out passages that are none to what meets there: where no road comes, there is nothing to cross, and where
  /// a footway comes, people walk into the garage.
  private mutating func settlePassages() {
    var (roads, others): (Set<Int>, Set<Int>) = ([], [])
    let special = Set(
      result.passages.filter { $0.value.isForRoadsAlone || $0.value.attributes.isCarRamp }.keys)
    guard !special.isEmpty else { return }
    for feature in result.features {
      for node in feature.nodes where special.contains(node) {
        if feature.isRoad { roads.insert(node) } else { others.insert(node) }
      }
    }
    for node in special {
      let isNeeded =
        result.passages[node]!.isForRoadsAlone
        ? roads.contains(node) && others.contains(node) : !others.contains(node)
      if !isNeeded { result.passages[node] = nil }
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

  private mutating func reportLevels(of tags: OSMTags, _ source: FeatureID, at place: Coordinate? = nil) {
    for key in ["level", "repeat_on"] {
      guard let text = tags[key] else { continue }
      let unreadable = LevelTag(text).unreadable
      guard !unreadable.isEmpty else { continue }
      let parts = unreadable.prefix(3).joined(separator: ", ")
      note(
        .unreadableLevel, .warning, source, at: place,
        "'\(parts)' in its tag \(key) is no level and is ignored; write numbers such as -1;0-3")
    }
  }

  private mutating func note(
    _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, _ source: FeatureID,
    at place: Coordinate? = nil,
    _ message: String
  ) {
    diagnostics.append(Diagnostic(code, severity, source, at: place, message))
  }
}
