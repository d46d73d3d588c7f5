import Geodesy
import WardwayMap

/// What a node of a venue is a portal by where the streets are in another file.
struct OwnPortal {
  /// The node of the whole network.
  var node: Int
  var kind: PortalKind
  var access: AccessClass
  var name: String
  /// The level of the streets in front of it, if it isn't its own.
  var outside: Level?

  /// Puts it into a record.
  func described(_ record: PortalRecord, _ strings: StringTable) -> PortalRecord {
    let text = name.isEmpty ? nil : (0..<UInt32(strings.count)).first { strings[$0] == name }
    return PortalRecord(
      kind, source: record.source, coordinate: record.coordinate, toward: record.toward,
      level: outside ?? record.level,
      node: record.node, name: text ?? record.name, access: access)
  }
}

/// Finds where a venue opens to streets that are in another file.
///
/// These are ways that cross the outline of the campus, meet it or end in front of it, gates and doors on it,
/// and entrances of buildings that no way on the campus leads to.
struct PortalFinder {
  /// What is this near to the outline, in metres, is on it.
  static let onOutline = 0.5

  let extract: OSMExtract
  let network: SettledNetwork
  let edges: EdgeIndex
  let outline: Outline

  /// Returns the portals among some nodes.
  ///
  /// A door that is drawn through several floors leads outside on the one nearest to the ground.
  ///
  /// - Complexity: O(nodes × corners of the outline).
  func portals(among nodes: [Int]) -> [OwnPortal] {
    let found = nodes.compactMap { portal($0) }
    func height(_ portal: OwnPortal) -> Int { abs(Int(network.nodes[portal.node].level.hundredths)) }
    let lowest = Dictionary(found.map { (network.nodes[$0.node].source, height($0)) }, uniquingKeysWith: min)
    return found.filter { height($0) == lowest[network.nodes[$0.node].source] }
  }

  private func portal(_ node: Int) -> OwnPortal? {
    let record = network.nodes[node]
    let tags = self.tags(of: UInt32(node))
    let passage = tags.flatMap { Passage($0) }
    // Nobody on foot gets through.
    if let passage, passage.kind == nil { return nil }
    let edges = self.edges.edges(from: node).map { network.edges[$0] }
    // Whence a way leads up to the streets, the streets aren't met before its end.
    let isLinked = edges.contains { edge in
      !edge.attributes.isIndoor && edge.length > 0
        && self.tags(of: edge.tail == UInt32(node) ? edge.head : edge.tail)?[OwnTags.streetEnd] != nil
    }
    if isLinked { return nil }
    let isOutdoors = edges.contains { !$0.attributes.isIndoor && $0.kind != .door && $0.length > 0 }
    let isEntrance = passage?.attributes.isEntrance ?? false
    let opens =
      if isOutdoors, tags?[OwnTags.streetEnd] != nil {
        true
      } else if isOutdoors, !outline.contains(record.coordinate) {
        true
      } else if isOutdoors || passage != nil, outline.metres(to: record.coordinate) <= Self.onOutline {
        true
      } else if isOutdoors, edges.count == 1, outline.metres(to: record.coordinate) <= PortalRecord.reach {
        true
      } else {
        isEntrance && !isOutdoors && !edges.contains { $0.kind == .door }
      }
    guard opens else { return nil }
    let access = passage?.attributes.access ?? .everyone
    let kind: PortalKind =
      access == .emergency ? .emergencyEntrance : passage?.isDoor ?? false ? .entrance : .gate
    return OwnPortal(
      node: node, kind: kind, access: access, name: passage?.name ?? "",
      outside: (tags?[OwnTags.streetEnd] ?? tags?[OwnTags.outsideLevel]).flatMap { LevelTag($0).levels.first }
    )
  }

  private func tags(of node: UInt32) -> OSMTags? {
    let source = network.nodes[Int(node)].source
    // Other formats' features have numbers that no object of OpenStreetMap has, so a node's is a node's alone.
    guard source.kind == .node || source.kind == .feature else { return nil }
    return extract.node(source.number)?.tags
  }
}

extension Outline {
  /// How far a place is from the nearest point of a ring.
  ///
  /// - Complexity: O(corners).
  func metres(to place: Coordinate) -> Double {
    let frame = LocalFrame(origin: place)
    var best = Double.infinity
    for index in 0..<ringCount {
      let ring = ring(index)
      guard var previous = ring.last else { continue }
      for corner in ring {
        best = min(best, Segment(previous, corner).nearest(toOriginOf: frame).metres)
        previous = corner
      }
    }
    return best
  }

  /// Whether a place is on a ring, or beyond it.
  func isLeft(at place: Coordinate) -> Bool {
    !contains(place) || metres(to: place) <= PortalFinder.onOutline
  }
}
