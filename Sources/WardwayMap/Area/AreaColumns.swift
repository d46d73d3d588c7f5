import Columns
import Geodesy

/// The open areas of a network with their outlines, and the nodes that are reached straight across them.
package struct AreaColumns: Sendable {
  /// The areas.
  package let records: Column<AreaRecord>
  /// For each area its first ring, and the number of rings at the end.
  package let ringStart: Column<UInt32>
  /// For each ring its first corner, and the number of corners at the end.
  package let cornerStart: Column<UInt32>
  /// The corners of all rings; the first ring of an area is the outer one, the others are holes.
  package let corners: Column<Coordinate>
  /// For each area the first of its nodes, and the number of nodes at the end.
  package let nodeStart: Column<UInt32>
  /// The nodes of the areas' meshes: entries and corners.
  package let nodes: Column<UInt32>
  /// Where the areas are.
  package let tree: PackedRTree

  /// No areas.
  package static let none = AreaColumns([])

  /// Makes columns of areas, each with its rings and its nodes.
  ///
  /// - Complexity: O(*n* log *n*).
  package init(_ areas: [(record: AreaRecord, rings: [[Coordinate]], nodes: [UInt32])]) {
    var ringStart: [UInt32] = [0]
    var cornerStart: [UInt32] = [0]
    var nodeStart: [UInt32] = [0]
    var corners: [Coordinate] = []
    for area in areas {
      for ring in area.rings {
        corners += ring
        cornerStart.append(UInt32(corners.count))
      }
      ringStart.append(UInt32(cornerStart.count - 1))
      nodeStart.append(nodeStart[nodeStart.count - 1] + UInt32(area.nodes.count))
    }
    records = Column(areas.map(\.record))
    self.ringStart = Column(ringStart)
    self.cornerStart = Column(cornerStart)
    self.corners = Column(corners)
    self.nodeStart = Column(nodeStart)
    nodes = Column(areas.flatMap(\.nodes))
    tree = PackedRTree(areas.map { BoundingBox($0.rings.joined()) })
  }

  /// Takes over columns, which ``firstFault(nodeCount:texts:)`` has to find sound before anything else is asked.
  init(
    records: Column<AreaRecord>, ringStart: Column<UInt32>, cornerStart: Column<UInt32>,
    corners: Column<Coordinate>, nodeStart: Column<UInt32>, nodes: Column<UInt32>, tree: PackedRTree
  ) {
    self.records = records
    self.ringStart = ringStart
    self.cornerStart = cornerStart
    self.corners = corners
    self.nodeStart = nodeStart
    self.nodes = nodes
    self.tree = tree
  }

  /// The number of areas.
  package var count: Int { records.count }

  /// Returns the rings of an area, the outer one first.
  package func rings(of area: Int) -> [[Coordinate]] {
    (ringStart.range(area)).map { ring in
      Array(corners[cornerStart.range(ring)])
    }
  }

  /// Returns the nodes of an area's mesh.
  package func nodes(of area: Int) -> [UInt32] {
    Array(nodes[nodeStart.range(area)])
  }

  /// Returns the space that an area is; nil where its outline is none.
  ///
  /// - Complexity: O(corners).
  package func space(of area: Int) -> FreeSpace? { FreeSpace(rings: rings(of: area)) }

  /// Returns how far a place is from an area, in metres: 0 inside and on its walls.
  ///
  /// - Complexity: O(corners).
  package func distance(of area: Int, from place: Coordinate) -> Double {
    let frame = LocalFrame(origin: place)
    var isInside = false
    var metres = Double.infinity
    let point = (x: Int64(place.longitudeE7), y: Int64(place.latitudeE7))
    for ring in ringStart.range(area) {
      var before = corners[Int(cornerStart[ring + 1]) - 1]
      for number in cornerStart.range(ring) {
        let corner = corners[number]
        let ends = (
          (x: Int64(before.longitudeE7), y: Int64(before.latitudeE7)),
          (x: Int64(corner.longitudeE7), y: Int64(corner.latitudeE7))
        )
        if EvenOddRule.crosses(ends.0, ends.1, from: point) { isInside.toggle() }
        metres = min(metres, Segment(before, corner).nearest(toOriginOf: frame).metres)
        before = corner
      }
    }
    return isInside ? 0 : metres
  }

  /// Returns the areas of a feature.
  ///
  /// - Complexity: O(areas).
  package func areas(from source: FeatureID) -> [Int] {
    records.indices.filter { records[$0].edge.source == source }
  }
}

extension AreaColumns {
  /// The first thing in columns out of a file that an index would trip over, with its section; nil if they are
  /// sound.
  ///
  /// - Complexity: O(*n*).
  func firstFault(nodeCount: Int, texts: UInt32) -> (section: String, message: String)? {
    typealias Section = NetworkSection
    func isSound(_ starts: Column<UInt32>, over count: Int, into end: Int, atLeast size: UInt32) -> Bool {
      starts.count == count + 1 && starts[0] == 0 && Int(starts[count]) == end
        && zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 && $1 - $0 >= size }
    }
    if let area = records.firstIndex(where: {
      Level(hundredths: $0.level.hundredths) == nil || EdgeKind(rawValue: $0.edge.kindValue) == nil
        || $0.edge.name >= texts || $0.edge.ref >= texts
    }) {
      return (Section.area, "area \(area) is on no level, of no kind or has no text")
    }
    guard cornerStart.count > 0,
      isSound(ringStart, over: records.count, into: cornerStart.count - 1, atLeast: 1)
    else { return (Section.areaRing, "offsets are out of order") }
    guard isSound(cornerStart, over: cornerStart.count - 1, into: corners.count, atLeast: 3) else {
      return (Section.areaCorner, "offsets are out of order")
    }
    if let corner = corners.firstIndex(where: { !$0.isValid }) {
      return (Section.areaPoint, "corner \(corner) lies nowhere on Earth")
    }
    guard isSound(nodeStart, over: records.count, into: nodes.count, atLeast: 0) else {
      return (Section.areaNodeStart, "offsets are out of order")
    }
    if let node = nodes.firstIndex(where: { Int($0) >= nodeCount }) {
      return (Section.areaNode, "entry \(node) leads to a node that isn't there")
    }
    return nil
  }
}
