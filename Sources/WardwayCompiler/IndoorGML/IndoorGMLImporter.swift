import Foundation
import Geodesy
import WardwayMap

/// Turns an IndoorGML file into the words of OpenStreetMap's indoor tagging.
///
/// States become nodes and transitions corridors, so that what the file says is connected is connected, and
/// nothing else. A state's, transition's, boundary's and cell's gml:id stays its name.
struct IndoorGMLImporter {
  private let file: String
  private let graph: IndoorGraph
  private let placer: PlanPlacer
  private var builder: ExtractBuilder
  /// The numbers of the states' nodes in the extract, where they were needed.
  private var nodes: [Int: Int64] = [:]
  private var losses: Losses
  /// What is put before ids that another input has too.
  private let prefix: String
  /// The storey that lies on the ground.
  private let ground: Level

  /// Adds a file to an extract.
  ///
  /// - Parameter number: Which of the plans without a place this is.
  /// - Throws: ``MapReadingError`` about the file, ``PlacementError`` about its placement.
  static func add(
    _ path: String, placement: Placement, number: Int, to builder: inout ExtractBuilder
  ) throws {
    let features = try IndoorGMLReader.read(path)
    var importer = try IndoorGMLImporter(
      features, file: path, placement: placement, number: number, builder: builder)
    // The arrays aren't copied while they have one owner.
    builder = ExtractBuilder()
    try importer.build()
    importer.report(features)
    builder = importer.builder
  }

  private init(
    _ features: IndoorFeatures, file: String, placement: Placement, number: Int, builder: ExtractBuilder
  ) throws {
    self.file = file
    self.builder = builder
    prefix = Self.prefix(features, file: file, number: number, builder)
    let points = features.states.compactMap(\.points.first?.plan)
    let corner = PlanPoint(points.map(\.x).min() ?? 0, points.map(\.y).min() ?? 0)
    let reach = points.reduce(0) { max($0, abs($1.x), abs($1.y)) }
    let system = features.systems.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    placer = try PlanPlacer(
      placement, stated: system, corner: corner, reach: reach, number: number, file: file)
    graph = IndoorGraph(features, metresPerUnit: placer.metresPerUnit)
    losses = graph.losses
    ground = GroundStorey.of(graph.nodes.lazy.map(\.storey.level))
    guard !graph.edges.isEmpty else {
      throw MapReadingError(
        .noNetwork, file,
        "no two of its \(features.states.count) states are connected; export it with the states and "
          + "transitions of its MultiLayeredGraph")
    }
  }

  /// What makes a file's ids differ from those of the files before: every building has an S1.
  private static func prefix(
    _ features: IndoorFeatures, file: String, number: Int, _ builder: ExtractBuilder
  ) -> String {
    let ids = features.all.joined().map(\.id)
    let last = file.split(separator: "/").last ?? ""
    let name = last.lastIndex(of: ".").map { String(last[..<$0]) } ?? String(last)
    let choices = ["", "\(name):", "\(name)-\(number + 1):"]
    return choices.first { prefix in !ids.contains { builder.has(prefix + $0) } } ?? choices[2]
  }

  private mutating func build() throws {
    var shafts = ElevatorGroups(graph)
    for (index, edge) in graph.edges.enumerated() where !shafts.contains(index) {
      try isVertical(edge) ? addClimb(edge) : addCorridor(edge)
    }
    for shaft in shafts.groups() { try addElevator(shaft) }
    for link in graph.links {
      let tags = ["highway": "corridor"].merging(levelTags([link.from, link.to])) { $1 }
      builder.addWay(prefix + link.connection.id, through: [try node(link.from), try node(link.to)], tags)
    }
    for index in graph.nodes.indices where nodes[index] == nil { try addIsolated(index) }
  }

  // MARK: Nodes

  /// The number of a state's node; adds it, and the place that its cell is.
  private mutating func node(_ index: Int) throws -> Int64 {
    if let number = nodes[index] { return number }
    let node = graph.nodes[index]
    let place = try self.place(node.point.plan, of: node.state)
    var tags = levelTags([index])
    if node.kind == .door {
      tags["door"] = "yes"
      if node.isAnchor { tags["entrance"] = "yes" }
    } else {
      tags["room"] = Self.room(node)
    }
    let isUnnamed = node.state.name == nil || node.state.name == node.cell?.name
    if !isUnnamed || node.cell == nil { tags["name"] = node.state.name }
    let number = builder.addNode(prefix + node.state.id, at: place, tags)
    nodes[index] = number
    if node.isAnchor { addAnchor(node.state, number, place, index) }
    if let cell = node.cell {
      var tags = levelTags([index])
      tags["room"] = Self.room(node)
      tags["name"] = cell.name
      // What has no name is found by its id.
      if cell.name == nil { tags["ref"] = prefix + cell.id }
      if let description = cell.description, description.utf8.count <= 200 {
        tags["description"] = description
      }
      builder.addNode(prefix + cell.id, at: place, tags)
    }
    return number
  }

  private mutating func addAnchor(
    _ feature: IndoorFeatures.Feature, _ number: Int64, _ place: Coordinate, _ node: Int
  ) {
    let level = graph.nodes[node].storey.level
    builder.outerDoors.append(
      OuterDoor(
        id: prefix + feature.id, node: number, place: place, level: level,
        outside: GroundStorey.outside(of: level, ground: ground)))
  }

  /// Adds a state that nothing leads to: it can be found, but not reached.
  private mutating func addIsolated(_ index: Int) throws {
    let node = graph.nodes[index]
    losses.add(.isolatedState, node.state)
    let place = try self.place(node.point.plan, of: node.state)
    var tags = levelTags([index])
    tags["room"] = Self.room(node)
    tags[OwnTags.cutOff] = "yes"
    for case let feature? in [node.state, node.cell] {
      tags["name"] = feature.name
      tags["ref"] = feature.name == nil ? prefix + feature.id : nil
      builder.addNode(prefix + feature.id, at: place, tags)
    }
  }

  private static func room(_ node: IndoorGraph.Node) -> String {
    if let kind = node.kind { return kind.rawValue }
    let words = (node.cell?.codes ?? []).filter { $0.utf8.count <= 40 && $0.contains(where: \.isLetter) }
    return words.first?.lowercased() ?? "yes"
  }

  private func place(_ point: PlanPoint, of feature: IndoorFeatures.Feature) throws -> Coordinate {
    do {
      return try placer.coordinate(point)
    } catch {
      throw MapReadingError(
        .notPlaced, file, line: feature.line,
        "line \(feature.line): \(feature.element) '\(feature.id.prefix(60))': \(error.message)")
    }
  }

  // MARK: Ways

  private func isVertical(_ edge: IndoorGraph.Edge) -> Bool {
    graph.nodes[edge.from].storey.level != graph.nodes[edge.to].storey.level
  }

  private mutating func addCorridor(_ edge: IndoorGraph.Edge) throws {
    var line = edge.line
    var door: Int?
    let isDoorCell = [edge.from, edge.to].contains { graph.nodes[$0].kind == .door }
    if edge.kind == .door, !isDoorCell, let passage = edge.passage {
      let ends = (graph.nodes[edge.from].point.plan, graph.nodes[edge.to].point.plan)
      door = PlanLine.insert(passage, into: &line, between: ends.0, ends.1)
    }
    var refs = [try node(edge.from)]
    for (index, point) in line.enumerated() {
      let place = try self.place(point, of: edge.transition)
      if index == door, let boundary = edge.boundary {
        var tags = ["door": "yes"]
        if edge.isAnchor { tags["entrance"] = "yes" }
        tags["name"] = boundary.name
        let number = builder.addNode(prefix + boundary.id, at: place, tags)
        refs.append(number)
        if edge.isAnchor { addAnchor(boundary, number, place, edge.from) }
      } else {
        refs.append(builder.addNode(at: place))
      }
    }
    refs.append(try node(edge.to))
    var tags = ["highway": "corridor"].merging(levelTags([edge.from])) { $1 }
    if edge.kind == .ramp { tags["ramp"] = "yes" }
    builder.addWay(prefix + edge.transition.id, through: refs, tags)
  }

  private mutating func addClimb(_ edge: IndoorGraph.Edge) throws {
    let isUp = graph.nodes[edge.from].storey.level < graph.nodes[edge.to].storey.level
    let (low, high) = isUp ? (edge.from, edge.to) : (edge.to, edge.from)
    let kind = ElevatorGroups.kind(of: edge, in: graph)
    var tags = levelTags([low, high])
    tags["indoor"] = "yes"
    let rise = zip(graph.nodes[high].floor, graph.nodes[low].floor).map {
      ($0 - $1) * placer.metresPerUnit
    }
    switch kind {
    case .ramp:
      tags["highway"] = "footway"
      tags["ramp"] = "yes"
      tags["incline"] = "up"
    default:
      if kind == nil { losses.add(.unknownConnector, edge.transition) }
      tags["highway"] = "steps"
      tags["incline"] = "up"
      if kind == .escalator { tags["conveying"] = "yes" }
      if let rise, rise > 0 { tags["step_count"] = "\(Int(min((rise / Self.step).rounded(.up), 2000)))" }
    }
    var refs = [try node(low)]
    for point in isUp ? edge.line : edge.line.reversed() {
      refs.append(builder.addNode(at: try place(point, of: edge.transition)))
    }
    refs.append(try node(high))
    builder.addWay(prefix + edge.transition.id, through: refs, tags)
  }

  /// The height of a step in metres.
  private static let step = 0.17

  private mutating func addElevator(_ shaft: ElevatorGroups.Group) throws {
    var tags = levelTags(shaft.nodes)
    tags["highway"] = "elevator"
    let cells = shaft.nodes.filter { graph.nodes[$0].kind == .elevator }
    tags["name"] = cells.compactMap { graph.nodes[$0].cell?.name ?? graph.nodes[$0].state.name }.min()
    let refs = try shaft.nodes.map { try node($0) }
    builder.addWay(prefix + graph.edges[shaft.edges[0]].transition.id, through: refs, tags)
    if shaft.edges.count > 1 {
      let first = graph.edges[shaft.edges[0]].transition
      builder.diagnostics.append(
        Diagnostic(
          .elevatorJoined, .note, FeatureID(feature: prefix + first.id),
          "\(file), line \(first.line): \(shaft.edges.count) transitions are one elevator, which is called "
            + "'\(first.id.prefix(40))'"))
    }
  }

  /// The levels of nodes and, where all are known, their names.
  private func levelTags(_ indices: [Int]) -> [String: String] {
    let storeys = indices.map { graph.nodes[$0].storey }.sorted { $0.level < $1.level }
    var distinct: [StoreyFinder.Storey] = []
    for storey in storeys where storey.level != distinct.last?.level { distinct.append(storey) }
    var tags = ["level": distinct.map { "\($0.level)" }.joined(separator: ";")]
    if distinct.allSatisfy({ !$0.name.isEmpty && !$0.name.contains(";") }) {
      tags["level:ref"] = distinct.map(\.name).joined(separator: ";")
    }
    return tags
  }

  // MARK: Report

  private mutating func checkUnit() {
    let places = graph.nodes.map { try? placer.coordinate($0.point.plan) }
    let lengths = graph.edges.compactMap { edge -> Double? in
      guard !isVertical(edge), let a = places[edge.from], let b = places[edge.to] else { return nil }
      return distance(a, b)
    }
    let heights = Dictionary(grouping: graph.nodes) { $0.storey.level }.mapValues { nodes in
      nodes.compactMap(\.floor).min().map { $0 * placer.metresPerUnit }
    }
    let found = UnitCheck.diagnostic(
      lengths: lengths, heights: heights.values.compactMap { $0 }.sorted(),
      metresPerUnit: placer.metresPerUnit,
      place: places.first ?? nil, file: file)
    if let found { builder.diagnostics.append(found) }
  }

  private mutating func report(_ features: IndoorFeatures) {
    checkUnit()
    builder.diagnostics += placer.diagnostics + losses.diagnostics(file: file, prefix: prefix)
    if !prefix.isEmpty {
      builder.diagnostics.append(
        Diagnostic(
          .idsRenamed, .warning, .none,
          "\(file): another input has some of its ids; write '\(prefix)' before each of them"))
    }
    if features.systems.count > 1 {
      let names = features.systems.keys.sorted().prefix(3).map { "\($0.prefix(60))" }
      builder.diagnostics.append(
        Diagnostic(
          .severalSystems, .warning, .none,
          "\(file) states several coordinate reference systems (\(names.joined(separator: ", "))); the most "
            + "frequent is taken for all. Export it in one"))
    }
    if graph.guessedStoreys.count > 1 {
      let storeys = graph.guessedStoreys.map { "\($0.level) at \(String(format: "%.2f", $0.height)) m" }
      builder.diagnostics.append(
        Diagnostic(
          .storeysFromHeights, .note, .none,
          "\(file) doesn't say its storeys; made of heights: \(storeys.joined(separator: ", "))"))
    }
    for (name, unknown) in features.unknown.sorted(by: { $0.key < $1.key }) {
      builder.diagnostics.append(
        Diagnostic(
          .notUnderstood, .note, .none,
          "\(file): \(unknown.count) × \(name.prefix(60)), first \(unknown.first.prefix(60)): not understood, "
            + "left out"))
    }
  }
}

/// Pairs two optionals.
private func zip<A, B>(_ a: A?, _ b: B?) -> (A, B)? {
  if let a, let b { (a, b) } else { nil }
}
