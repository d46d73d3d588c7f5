import Geodesy
import WardwayMap

extension Atlas {
  /// Returns what a text names on the map that can be closed: an elevator, a door, a way, a hall.
  ///
  /// The text is a feature's id (`node/123`, or as another format calls it) or a name in any language of the map.
  /// All features of one thing are returned: the flights of stairs, the pieces of a street, an elevator's doors on
  /// every floor. Venues that have nothing of the kind aren't opened.
  ///
  /// - Throws: `unknownPlace` if nothing that can be closed is called so, `ambiguousPlace` if several things are,
  ///   `damagedMap` if a venue that may have it can't be opened, `invalidRequest` for what is neither id nor name.
  /// - Complexity: O(log *n*) for an id; O(edges + length of all texts) of the streets for a name.
  public func elements(named text: String) throws(PlanningError) -> [FeatureID] {
    let isId = ["node/", "way/", "relation/", "feature/"].contains { text.hasPrefix($0) }
    if isId {
      guard let source = FeatureID(text) else {
        throw PlanningError(
          .invalidRequest, "'\(text)' is no element; write node/1, way/2, relation/3 or a name")
      }
      guard try isElement(source) else { throw Self.unknown(text) }
      return [source]
    }
    let feature = FeatureID(feature: text)
    if try isElement(feature) { return [feature] }
    var things = NamedElements()
    things.add(streets, text)
    if let drive { things.add(drive, text) }
    for network in try venueNetworks({ () throws(AtlasError) in try venues(withName: text) }) {
      things.add(network, text)
    }
    let found = things.groups()
    guard let first = found.first else { throw Self.unknown(text) }
    guard found.count == 1 else {
      let names = found.prefix(5).map { $0.map(\.description).joined(separator: " + ") }
      let more = found.count > 5 ? " and \(found.count - 5) more" : ""
      throw PlanningError(
        .ambiguousPlace,
        "'\(text)' may be one of \(found.count) things: \(names.joined(separator: "; "))\(more). "
          + "Close one by its id")
    }
    return first
  }

  private static func unknown(_ text: String) -> PlanningError {
    PlanningError(
      .unknownPlace,
      "nothing that can be closed is called '\(text)'; name an elevator, a door or a way, or give an id such as way/2"
    )
  }

  /// Whether something that one walks or drives on comes from a feature.
  private func isElement(_ source: FeatureID) throws(PlanningError) -> Bool {
    if streets.hasElement(source) { return true }
    if let drive, !drive.edges(from: source).isEmpty || !drive.nodes(from: source).isEmpty { return true }
    let networks = try venueNetworks { () throws(AtlasError) in try venues(with: source) }
    return networks.contains { $0.hasElement(source) }
  }

  private func venueNetworks(
    _ ids: () throws(AtlasError) -> [NetworkID]
  ) throws(PlanningError) -> [WalkNetwork] {
    do {
      var found: [WalkNetwork] = []
      for id in try ids() { found.append(try venue(id).network) }
      return found
    } catch { throw PlanningError(.damagedMap, "\(error)") }
  }
}

/// Features of one name, told apart by what they are features of.
private struct NamedElements {
  /// How far apart two features may lie, in metres, to be one thing on one floor.
  private static let near = 30.0

  private struct Element {
    var box: BoundingBox
    var levels: Set<Level>
    /// Whether all of it leads from floor to floor.
    var climbs: Bool
  }

  private var elements: [FeatureID: Element] = [:]

  mutating func add(_ network: WalkNetwork, _ text: String) {
    for source in network.features(named: text) where network.hasElement(source) {
      for edge in network.closedEdges(by: source) {
        add(
          source, network.points(of: edge), [network.tailLevel(of: edge), network.headLevel(of: edge)],
          climbs: network.edges[edge].kind.isElevator
            || [.stairs, .escalator].contains(network.edges[edge].kind))
      }
      for area in network.areas.areas(from: source) {
        add(source, network.areas.rings(of: area)[0], [network.areas.records[area].level], climbs: false)
      }
    }
  }

  mutating func add(_ network: DriveNetwork, _ text: String) {
    let numbers = network.strings.numbers(named: text)
    guard !numbers.isEmpty else { return }
    for (number, edge) in network.edges.enumerated() where numbers.contains(edge.name) {
      add(edge.source, network.points(of: number), [edge.lowLevel, edge.highLevel], climbs: false)
    }
  }

  private mutating func add(_ source: FeatureID, _ line: [Coordinate], _ levels: Set<Level>, climbs: Bool) {
    let box = BoundingBox(line)
    guard var known = elements[source] else {
      elements[source] = Element(box: box, levels: levels, climbs: climbs)
      return
    }
    known.box.expand(to: box)
    known.levels.formUnion(levels)
    known.climbs = known.climbs && climbs
    elements[source] = known
  }

  /// The features of each thing, sorted.
  func groups() -> [[FeatureID]] {
    var open = elements
    var groups: [[FeatureID]] = []
    for seed in elements.keys.sorted() {
      guard let first = open.removeValue(forKey: seed) else { continue }
      var group = [seed]
      var next = [first]
      while let element = next.popLast() {
        let box = element.box.expanded(byMetres: Self.near)
        for (source, other) in open where other.box.intersects(box) {
          guard element.climbs && other.climbs || !element.levels.isDisjoint(with: other.levels) else {
            continue
          }
          group.append(source)
          next.append(other)
          open[source] = nil
        }
      }
      groups.append(group.sorted())
    }
    return groups
  }
}
