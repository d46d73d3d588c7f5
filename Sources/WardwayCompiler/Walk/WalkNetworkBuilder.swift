import Geodesy
import WardwayMap

/// Cuts features into edges, and joins them where one can get from one to another.
struct WalkNetworkBuilder {
  let extract: OSMExtract
  let found: WalkFeatures
  let uses: NodeUses
  let stitcher: LevelStitcher
  let shafts: Shafts
  /// Nodes of elevators and stairwells, where levels are not joined directly.
  let shaftNodes: Set<Int>
  /// What nodes themselves say of their levels.
  let ownLevels: [Int: [Level]]
  /// The names of the buildings that nodes are in the wall of.
  let buildings: [Int: String]
  /// The outlines of hospitals at which the streets of another file begin.
  let campuses: [Outline]
  /// The most entries and corners of an area that is meshed; larger ones are walked along their outline.
  var mostAreaNodes = 100_000
  var draft = NetworkDraft()
  var registry = SpotRegistry()
  var diagnostics: [Diagnostic] = []
  /// Rooms whose doors the map doesn't show: their outlines are open to what touches them.
  var doorless: Set<FeatureID>
  /// Those of them that share a side with a hall: they are entered from there.
  var roomsAtHalls: Set<Int> = []
  /// What areas have to do with each other; made before the first of them is added.
  lazy var areaPlan = AreaPlan(obstacles: AreaObstacles(self))
  /// The nodes at the Steiner points over which one goes from an area into the next one.
  var steinerNodes: [SteinerPoint: Int] = [:]
  /// For features of one source with walls around it, the feature that stands for all.
  private var rooms: [FeatureID: Int] = [:]

  init(_ extract: OSMExtract, _ found: WalkFeatures, campuses: [Outline] = []) {
    self.extract = extract
    self.campuses = campuses
    self.found = found
    uses = NodeUses(found.features, nodeCount: extract.nodeCount)
    shafts = Shafts(extract, found)
    shaftNodes = Set(shafts.atNode.keys)
    buildings = BuildingNames.byNode(extract)
    doorless = Self.doorless(found, uses)
    ownLevels = Self.ownLevels(extract)
    stitcher = LevelStitcher(found.features, uses: uses, shafts: shafts, ownLevels: ownLevels)
  }

  private static func ownLevels(_ extract: OSMExtract) -> [Int: [Level]] {
    var found: [Int: [Level]] = [:]
    for index in extract.taggedNodes {
      let levels = Set(LevelTag.all(extract.node(at: index).tags)).sorted()
      if !levels.isEmpty { found[index] = levels }
    }
    return found
  }

  /// Builds everything.
  ///
  /// - Complexity: O(*n* log *n*) for *n* nodes of features.
  mutating func build() {
    planAreas()
    for guess in stitcher.guesses { report(guess) }
    for (index, feature) in found.features.enumerated() where feature.role == .flat || feature.role == .climb
    {
      if stitcher.isClimb(index) {
        addLine(index, level: nil)
      } else {
        for level in stitcher.levels[index] where !isArea(index) || !addArea(index, level: level) {
          addLine(index, level: level)
        }
      }
    }
    for node in registry.ofNode.keys.sorted() where !shaftNodes.contains(node) { joinSpots(at: node) }
    for node in found.elevators.keys.sorted() { addElevator(found.elevators[node]!) }
    for feature in found.features where feature.role == .shaft { addElevator(feature) }
    for feature in found.features where feature.role == .stairwell { addStairwell(feature) }
  }

  private static func doorless(_ found: WalkFeatures, _ uses: NodeUses) -> Set<FeatureID> {
    var rooms: Set<FeatureID> = []
    var entered: Set<FeatureID> = []
    for feature in found.features where feature.isRing && feature.attributes.isRoom {
      rooms.insert(feature.source)
      let hasDoor = feature.nodes.contains { node in
        found.passages[node]?.kind != nil || found.elevators[node] != nil
          || uses[node].contains { !found.features[$0.feature].isRing }
      }
      if hasDoor { entered.insert(feature.source) }
    }
    return rooms.subtracting(entered)
  }

  // MARK: Lines

  /// Adds the edges of a feature on a level, or of a climb (`level` nil).
  private mutating func addLine(_ index: Int, level: Level?) {
    let feature = found.features[index]
    let cuts = self.cuts(of: feature)
    let total = NetworkDraft.length(feature.nodes.map(coordinate))
    var edge = edgeTemplate(of: feature)
    for (from, to) in zip(cuts, cuts.dropFirst()) {
      let tail = spot(
        index, at: feature.nodes[from], position: from, level: level ?? stitcher.levels[index][from],
        isLeaving: true)
      let head = spot(
        index, at: feature.nodes[to], position: to, level: level ?? stitcher.levels[index][to],
        isLeaving: false)
      let line = feature.nodes[from...to].map(coordinate)
      let share = total > 0 ? NetworkDraft.length(line) / total : 1 / Double(cuts.count - 1)
      edge.tail = UInt32(registry[tail].node)
      edge.head = UInt32(registry[head].node)
      edge.stepCount =
        feature.stepCount == 0 ? 0 : UInt16(max((Double(feature.stepCount) * share).rounded(), 1))
      edge.fixedDuration = feature.seconds.map { UInt32(max($0 * share * 1000, 1)) } ?? 0
      if level == nil, registry[tail].level != registry[head].level {
        edge.attributes.rises = registry[tail].level < registry[head].level ? .yes : .no
      } else {
        edge.attributes.rises = feature.attributes.rises
      }
      let shape = Array(line.dropFirst().dropLast())
      edge.attributes.isCarRamp = feature.isServiceRoad && registry[tail].level != registry[head].level
      draft.addEdge(edge, shape: shape)
      if let ramp = feature.ramp {
        var beside = edge
        beside.kind = .ramp
        beside.attributes.wheelchair = ramp
        (beside.stepCount, beside.width) = (0, 0)
        let climb = abs(registry[tail].level.value - registry[head].level.value)
        beside.fixedDuration = RampTags.milliseconds(
          besideSteps: Int(edge.stepCount), metres: NetworkDraft.length(line), levels: climb)
        draft.addEdge(beside, shape: shape)
      }
    }
  }

  /// What all edges of a feature have in common.
  mutating func edgeTemplate(of feature: WalkFeature) -> EdgeRecord {
    var edge = EdgeRecord(feature.kind, source: feature.source, tail: 0, head: 0, length: 0)
    edge.attributes = feature.attributes
    edge.attributes.isEntryAssumed =
      feature.isRing && feature.attributes.isRoom && doorless.contains(feature.source)
    edge.width = feature.width
    edge.incline = feature.incline
    edge.directions = feature.directions
    edge.name = draft.strings.number(of: feature.name)
    edge.ref = draft.strings.number(of: feature.ref)
    return edge
  }

  /// Whether something else may meet a feature in one of its nodes.
  func isCut(_ node: Int) -> Bool {
    uses.count(of: node) > 1 || found.passages[node] != nil || found.elevators[node] != nil
  }

  /// The positions at which a feature is cut: its ends and every node where something else is.
  private func cuts(of feature: WalkFeature) -> [Int] {
    let last = feature.nodes.count - 1
    var cuts: [Int] = []
    for (position, node) in feature.nodes.enumerated() {
      let isCut =
        position == 0 || position == last || isCut(node)
      guard isCut else { continue }
      // An edge from a node back to itself is cut in the middle, so that both ways round can be told apart.
      if let previous = cuts.last, feature.nodes[previous] == node, position - previous > 1 {
        cuts.append((previous + position) / 2)
      }
      cuts.append(position)
    }
    return cuts
  }

  func coordinate(_ node: Int) -> Coordinate { extract.node(at: node).coordinate }

  /// The spot where a feature's edge begins or ends.
  mutating func spot(_ index: Int, at node: Int, position: Int, level: Level, isLeaving: Bool) -> Int {
    let feature = found.features[index]
    var key = SpotRegistry.Key(node: node, level: level)
    let isRoom = feature.isRing && feature.attributes.isRoom && !doorless.contains(feature.source)
    if isRoom {
      key.owner = rooms[feature.source, default: index] + 1
      rooms[feature.source] = key.owner - 1
    } else if let passage = found.passages[node], !shaftNodes.contains(node),
      !(passage.isForRoadsAlone && feature.isRoad)
    {
      key.owner = index + 1
      if !feature.isRing { key.side = position * 2 + (isLeaving ? 1 : 0) }
    }
    let number = makeSpot(key)
    // An area is no blind end: one comes in here and goes on elsewhere.
    registry[number].arms += feature.isArea ? 2 : 1
    if !feature.stated.isEmpty { registry[number].isStated = true }
    if stitcher.isClimb(index) { registry[number].isClimb = true }
    if !feature.attributes.isIndoor { registry[number].isIndoor = false }
    if !feature.isRing { registry[number].hasLine = true }
    registry[number].isRoom = isRoom
    draft.nameLevel(of: registry[number].node, feature.levelName(of: level))
    return number
  }

  /// Returns the spot for a key, making it and its node of the draft if need be.
  mutating func makeSpot(_ key: SpotRegistry.Key) -> Int {
    let place = extract.node(at: key.node)
    return registry.spot(key) {
      draft.addNode(FeatureID(.node, place.id), at: place.coordinate, level: key.level)
    }
  }
}
