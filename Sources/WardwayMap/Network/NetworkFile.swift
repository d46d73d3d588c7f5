import Columns
import Geodesy
import ShortestPaths

/// A network file of an atlas, opened: the network, checked, and its metrics, checked when first asked for.
struct NetworkFile: Sendable {
  typealias Section = NetworkSection

  let sections: SectionFile
  let network: WalkNetwork
  /// Whom to name wherever the map is shown.
  let attribution: String

  /// Opens a file and checks everything that searches will index with.
  ///
  /// - Throws: An ``AtlasError`` that names the section.
  /// - Complexity: O(size of the network), without the metrics.
  init(
    path: String, expecting part: Manifest.Part? = nil, memory: CheckedFiles? = nil
  ) throws(AtlasError) {
    let sections = try SectionFile(path: path, expecting: part?.checksum, memory: memory)
    self.sections = sections
    attribution = String(decoding: try sections.column(Section.attribution, of: UInt8.self), as: UTF8.self)
    let id = NetworkID(
      rawValue: String(decoding: try sections.column(Section.id, of: UInt8.self), as: UTF8.self))
    guard part.map({ $0.network == id }) ?? true else {
      throw AtlasError(
        .damaged, file: path,
        "it is the file of '\(id)', not of '\(part?.network ?? "")'; copy or compile it again")
    }
    network = try sections.part("network", Self.network)
  }

  private static func network(_ sections: SectionFile, isKnown: Bool) throws(AtlasError) -> WalkNetwork {
    func fail(_ section: String, _ message: String) -> AtlasError {
      AtlasError(.damaged, file: sections.path, "section '\(section)': \(message); compile the map again")
    }
    let graph = try sections.graph(Section.firstOut, Section.head, isKnown)
    let edges = try sections.column(Section.edge, of: EdgeRecord.self)
    let tree = try sections.tree(Section.box, Section.item, itemCount: edges.count, isKnown)
    let strings = try sections.strings(Section.stringStart, Section.string, isKnown)
    var network = WalkNetwork(
      nodes: try sections.column(Section.node), edges: edges,
      shapeStart: try sections.column(Section.shapeStart), shape: try sections.column(Section.shape),
      graph: graph, arcEdge: try sections.column(Section.arcEdge),
      edgeArc: try sections.column(Section.edgeArc), tree: tree,
      sources: try sections.column(Section.source), places: try sections.column(Section.place),
      strings: strings, componentSizes: try sections.column(Section.component),
      nodeOrder: NodeOrder(try sections.column(Section.nodeOrder)))
    network.handoffs = try sections.column(Section.handoff)
    network.translations = try sections.column(Section.translation)
    network.areas = try areas(sections, isKnown)
    // Files made before there were buildings in them, or of maps without, have no such sections.
    if sections.contains(Section.building) {
      guard let buildings = try buildings(sections, isKnown) else {
        throw fail(
          Section.building, "offsets are out of order, or a corner or an entrance lies nowhere on Earth")
      }
      network.buildings = buildings
    }
    if !isKnown, let (section, message) = network.firstFault { throw fail(section, message) }
    return network
  }

  private static func areas(_ sections: SectionFile, _ isKnown: Bool) throws(AtlasError) -> AreaColumns {
    let records = try sections.column(Section.area, of: AreaRecord.self)
    let tree = try sections.tree(Section.areaBox, Section.areaItem, itemCount: records.count, isKnown)
    return AreaColumns(
      records: records, ringStart: try sections.column(Section.areaRing),
      cornerStart: try sections.column(Section.areaCorner), corners: try sections.column(Section.areaPoint),
      nodeStart: try sections.column(Section.areaNodeStart), nodes: try sections.column(Section.areaNode),
      tree: tree)
  }

  private static func buildings(
    _ sections: SectionFile, _ isKnown: Bool
  ) throws(AtlasError) -> BuildingColumns? {
    let records = try sections.column(Section.building, of: BuildingRecord.self)
    return BuildingColumns(
      records: records, ringStart: try sections.column(Section.buildingRing),
      cornerStart: try sections.column(Section.buildingCorner),
      corners: try sections.column(Section.buildingPoint),
      nameText: try sections.column(Section.buildingName),
      entranceStart: try sections.column(Section.buildingDoor),
      entrances: try sections.column(Section.entrance),
      tree: try sections.tree(
        Section.buildingBox, Section.buildingItem, itemCount: records.count, isKnown))
  }

  /// The names of the profiles that the file has metrics for, sorted.
  var profiles: [String] {
    sections.names.compactMap { name in
      let parts = name.split(separator: ".")
      return parts.count == 3 && parts[0] == "metric" && parts[2] == "weight" ? String(parts[1]) : nil
    }
  }

  /// Returns the metric of a profile; nil where the file has none.
  ///
  /// - Throws: `damaged` if it can't be used.
  /// - Complexity: O(size of the metric).
  func metric(for profile: String) throws(AtlasError) -> Metric? {
    guard sections.contains(Section.metric(profile, "weight")) else { return nil }
    return try sections.part("metric.\(profile)") { (sections, isKnown) throws(AtlasError) in
      try metric(for: profile, sections, isKnown)
    }
  }

  private func metric(
    for profile: String, _ sections: SectionFile, _ isKnown: Bool
  ) throws(AtlasError) -> Metric {
    func name(_ part: String) -> String { Section.metric(profile, part) }
    let weights = try sections.column(name("weight"), of: UInt32.self)
    guard weights.count == network.graph.arcCount else {
      throw AtlasError(
        .damaged, file: sections.path, "section '\(name("weight"))' has another number of arcs")
    }
    let json = [UInt8](try sections.column(name("profile"), of: UInt8.self))
    let description = try Profile(json: json, file: "\(sections.path), section '\(name("profile"))'")
    let pace =
      sections.contains(name("pace")) ? try sections.column(name("pace"), of: UInt32.self).first : nil
    guard sections.contains(name("position")) else {
      return Metric(profile: description, weights: weights, hierarchy: nil, leastPace: pace)
    }
    let hierarchy = try sections.hierarchy(for: profile, on: network.graph, isKnown, name)
    return Metric(profile: description, weights: weights, hierarchy: hierarchy, leastPace: pace)
  }

  /// Returns what the arcs cost for a profile if it is stored for just this profile.
  func storedMetric(for profile: Profile) throws(AtlasError) -> Metric? {
    let stored = try metric(for: profile.name)
    return stored?.profile == profile ? stored : nil
  }

  /// Compares the checksums of everything in the file, and checks all metrics.
  func verify() throws(AtlasError) {
    try sections.verify()
    for profile in profiles { _ = try metric(for: profile) }
  }

  /// Adds the sections of a network and its metrics.
  static func add(
    _ network: WalkNetwork, called id: NetworkID, metrics: [Metric], attribution: String,
    to writer: inout SectionFileWriter
  ) {
    writer.add(Section.id, Column(Array(id.rawValue.utf8)))
    writer.add(Section.attribution, Column(Array(attribution.utf8)))
    writer.add(Section.node, network.nodes)
    writer.add(Section.edge, network.edges)
    writer.add(Section.shapeStart, network.shapeStart)
    writer.add(Section.shape, network.shape)
    writer.add(Section.firstOut, network.graph.firstOut)
    writer.add(Section.head, network.graph.head)
    writer.add(Section.arcEdge, network.arcEdge)
    writer.add(Section.edgeArc, network.edgeArc)
    writer.add(Section.box, network.tree.boxes)
    writer.add(Section.item, network.tree.items)
    writer.add(Section.source, network.sources)
    writer.add(Section.component, network.componentSizes)
    writer.add(Section.nodeOrder, network.nodeOrder.items)
    writer.add(Section.place, network.places)
    writer.add(Section.stringStart, network.strings.offsets)
    writer.add(Section.string, network.strings.bytes)
    writer.add(Section.handoff, network.handoffs)
    writer.add(Section.translation, network.translations)
    writer.add(Section.area, network.areas.records)
    writer.add(Section.areaRing, network.areas.ringStart)
    writer.add(Section.areaCorner, network.areas.cornerStart)
    writer.add(Section.areaPoint, network.areas.corners)
    writer.add(Section.areaNodeStart, network.areas.nodeStart)
    writer.add(Section.areaNode, network.areas.nodes)
    writer.add(Section.areaBox, network.areas.tree.boxes)
    writer.add(Section.areaItem, network.areas.tree.items)
    if network.buildings.count > 0 {
      writer.add(Section.building, network.buildings.records)
      writer.add(Section.buildingRing, network.buildings.ringStart)
      writer.add(Section.buildingCorner, network.buildings.cornerStart)
      writer.add(Section.buildingPoint, network.buildings.corners)
      writer.add(Section.buildingName, network.buildings.nameText)
      writer.add(Section.buildingDoor, network.buildings.entranceStart)
      writer.add(Section.entrance, network.buildings.entrances)
      writer.add(Section.buildingBox, network.buildings.tree.boxes)
      writer.add(Section.buildingItem, network.buildings.tree.items)
    }
    for metric in metrics {
      func name(_ part: String) -> String { Section.metric(metric.profile.name, part) }
      writer.add(name("profile"), Column(metric.profile.json))
      writer.add(name("weight"), metric.weights)
      writer.add(name("pace"), Column([metric.leastPace ?? network.leastPace(metric.weights)]))
      if let hierarchy = metric.hierarchy { writer.add(hierarchy, name) }
    }
  }
}
