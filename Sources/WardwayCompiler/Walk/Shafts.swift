import Geodesy
import WardwayMap

/// Elevators and stairwells by the nodes where one gets into them.
struct Shafts {
  /// One of them.
  struct Shaft {
    var source: FeatureID
    /// The levels that its tags state.
    var stated: [Level]
    /// Its nodes, and those of lines that end inside it.
    var nodes: [Int]
    var isElevator: Bool
  }

  private(set) var all: [Shaft] = []
  /// The shafts at a node, by their numbers.
  private(set) var atNode: [Int: [Int]] = [:]
  /// The nodes of lines that end inside an outline, by its source: nobody draws the landing of a lift.
  private(set) var insideOf: [FeatureID: [Int]] = [:]

  /// Collects them.
  ///
  /// - Complexity: O(*n* log *n*).
  init(_ extract: OSMExtract, _ found: WalkFeatures) {
    for node in found.elevators.keys.sorted() {
      let elevator = found.elevators[node]!
      add(Shaft(source: elevator.source, stated: elevator.stated, nodes: [node], isElevator: true))
    }
    let drawn = found.features.filter { $0.role == .shaft || $0.role == .stairwell }
    let ends = drawn.contains { $0.isArea || !$0.outerRings.isEmpty } ? LineEnds(extract, found) : nil
    for feature in drawn {
      let own = Set(feature.nodes)
      // A lift that is drawn as a node in its box is used there.
      let inside =
        ends?.inside(feature.outerRings).filter { !own.contains($0) && found.elevators[$0] == nil } ?? []
      if !inside.isEmpty { insideOf[feature.source, default: []] += inside }
      add(
        Shaft(
          source: feature.source, stated: feature.stated, nodes: own.sorted() + inside,
          isElevator: feature.role == .shaft))
    }
  }

  private mutating func add(_ shaft: Shaft) {
    for node in shaft.nodes { atNode[node, default: []].append(all.count) }
    all.append(shaft)
  }
}

/// The ends of lines that may lead into a shaft: those that say their level, or are indoors.
private struct LineEnds {
  private let extract: OSMExtract
  private let nodes: [Int]
  private let tree: PackedRTree

  init(_ extract: OSMExtract, _ found: WalkFeatures) {
    self.extract = extract
    var ends: Set<Int> = []
    for feature in found.features
    where !feature.isRing && (feature.role == .flat || feature.role == .climb)
      && (feature.attributes.isIndoor || !feature.stated.isEmpty)
    {
      ends.formUnion([feature.nodes[0], feature.nodes[feature.nodes.count - 1]])
    }
    nodes = ends.sorted()
    tree = PackedRTree(nodes.map { BoundingBox(extract.node(at: $0).coordinate) })
  }

  func inside(_ rings: [[Int]]) -> [Int] {
    var found: Set<Int> = []
    for ring in rings {
      let corners = PolygonRepair.open(ring.map { extract.node(at: $0).coordinate })
      guard let space = FreeSpace(rings: [corners]) else { continue }
      tree.search(in: space.box) { item in
        let node = nodes[Int(item)]
        if space.contains(extract.node(at: node).coordinate) { found.insert(node) }
      }
    }
    return found.sorted()
  }
}
