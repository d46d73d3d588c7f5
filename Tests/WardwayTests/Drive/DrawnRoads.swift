import Foundation
import Geodesy
import ShortestPaths
import TestSupport
import Testing
import WardwayMap

@testable import WardwayCompiler
@testable import WardwayRouting

/// A road map out of a drawing: every letter is a node, 25 m a column and 50 m a line.
///
/// Roads, tags of nodes and turn restrictions are stated beside it; a road is called by its nodes.
struct DrawnRoads {
  private var nodes: [Character: (x: Double, y: Double)] = [:]
  private var nodeTags: [Character: [String: String]] = [:]
  private var roads: [(name: String, tags: [String: String])] = []
  private var relations: [(tags: [String: String], members: [(type: String, ref: Int, role: String)])] = []

  init(_ drawing: String) {
    for (row, line) in drawing.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      for (column, character) in line.enumerated() where character.isLetter {
        nodes[character] = (Double(column) * 25, Double(-row) * 50)
      }
    }
  }

  /// Adds a residential street along some nodes.
  mutating func road(_ name: String, _ tags: [String: String] = [:]) {
    roads.append((name, ["highway": "residential"].merging(tags) { $1 }))
  }

  /// Adds an area, or a way that is no road.
  mutating func feature(_ name: String, _ tags: [String: String]) { roads.append((name, tags)) }

  /// Adds a ferry.
  mutating func ferry(_ name: String, _ tags: [String: String]) {
    roads.append((name, ["route": "ferry"].merging(tags) { $1 }))
  }

  mutating func tag(_ node: Character, _ tags: [String: String]) { nodeTags[node] = tags }

  /// Adds a turn restriction between roads; `via` is a node, or roads.
  mutating func restriction(
    _ kind: String, from: [String], via: [String], to: [String], _ tags: [String: String] = [:]
  ) {
    func way(_ name: String, _ role: String) -> (type: String, ref: Int, role: String) {
      ("way", (roads.firstIndex { $0.name == name } ?? 998) + 1, role)
    }
    var members = from.map { way($0, "from") }
    for via in via {
      members.append(via.count == 1 ? ("node", id(via.first!), "via") : way(via, "via"))
    }
    members += to.map { way($0, "to") }
    let kind = kind.isEmpty ? [:] : ["restriction": kind]
    relations.append((["type": "restriction"].merging(kind) { $1 }.merging(tags) { $1 }, members))
  }

  private func id(_ node: Character) -> Int { Int(node.asciiValue ?? 0) }

  private static let frame = LocalFrame(origin: Coordinate(latitudeE7: 494_000_000, longitudeE7: 87_000_000))

  func place(_ x: Double, _ y: Double) -> Coordinate { Self.frame.coordinate(LocalFrame.Point(x: x, y: y)) }

  /// The middle between two nodes, or a node.
  func place(_ name: String) -> Coordinate {
    let found = name.map { nodes[$0]! }
    let count = Double(found.count)
    return place(found.reduce(0) { $0 + $1.x } / count, found.reduce(0) { $0 + $1.y } / count)
  }

  var xml: String {
    func lines(_ tags: [String: String]) -> String {
      tags.sorted { $0.key < $1.key }.map { "<tag k=\"\($0.key)\" v=\"\($0.value)\"/>" }.joined()
    }
    var text = "<osm version=\"0.6\">"
    for (name, point) in nodes.sorted(by: { $0.key < $1.key }) {
      let at = place(point.x, point.y)
      text += "<node id=\"\(id(name))\" lat=\"\(at.latitude)\" lon=\"\(at.longitude)\">"
      text += lines(nodeTags[name] ?? [:]) + "</node>"
    }
    for (number, road) in roads.enumerated() {
      text += "<way id=\"\(number + 1)\">"
      text += road.name.map { "<nd ref=\"\(id($0))\"/>" }.joined() + lines(road.tags) + "</way>"
    }
    for (number, relation) in relations.enumerated() {
      text += "<relation id=\"\(number + 1)\">"
      for member in relation.members {
        text += "<member type=\"\(member.type)\" ref=\"\(member.ref)\" role=\"\(member.role)\"/>"
      }
      text += lines(relation.tags) + "</relation>"
    }
    return text + "</osm>"
  }

  /// The extract of the map.
  func extract() throws -> OSMExtract {
    let folder = TemporaryFolder()
    let path = "\(folder.path)/roads.osm"
    try Data(xml.utf8).write(to: URL(filePath: path))
    return try OSMExtract.read(paths: [path])
  }

  /// The network, and what the compiler had to say.
  func compiled() throws -> (network: DriveNetwork, diagnostics: [Diagnostic]) {
    var builder = DriveNetworkBuilder(try extract())
    let network = builder.build()
    return (try #require(network), builder.diagnostics)
  }

  /// Opens the map for driving.
  func opened(for vehicle: VehicleProfile = .car) throws -> OpenRoads {
    let (network, diagnostics) = try compiled()
    return OpenRoads(self, network, diagnostics, vehicle)
  }
}

/// A drawn map, ready for routes; every route is checked against the other algorithms.
final class OpenRoads {
  let map: DrawnRoads
  let network: DriveNetwork
  let diagnostics: [Diagnostic]
  let metric: DriveMetric
  /// What the roads take where nothing is closed.
  let prices: RoadPrices
  private var snapper = Snapper()
  private var memory = SearchMemory()

  init(_ map: DrawnRoads, _ network: DriveNetwork, _ diagnostics: [Diagnostic], _ vehicle: VehicleProfile) {
    self.map = map
    self.network = network
    self.diagnostics = diagnostics
    metric = DriveMetric(network, vehicle: vehicle, on: network.customizableHierarchy())
    prices = RoadPrices(network, metric)
  }

  /// What they take where something is closed or avoided.
  func prices(_ closures: DriveClosures) -> RoadPrices { RoadPrices(prices, closures) }

  /// The points that a place may mean.
  func points(
    near place: Coordinate, level: Level? = nil, as role: DrivePoint.Role, at prices: RoadPrices? = nil
  ) -> [DrivePoint] {
    snapper.points(near: place, level: level, as: role, at: prices ?? self.prices)
  }

  /// The fastest way by an algorithm, or nil; nothing interrupts it.
  func way(
    from starts: [DrivePoint], to goals: [DrivePoint], at prices: RoadPrices, method: SearchMethod = .fastest
  ) -> DriveWay? {
    try? DriveStage(prices, method: method).way(from: starts, to: goals, &memory)
  }

  /// The fastest way and good ones beside it.
  func ways(from starts: [DrivePoint], to goals: [DrivePoint], at prices: RoadPrices) throws -> [DriveWay] {
    try DriveStage(prices).ways(from: starts, to: goals, rules: AlternativeRules(), &memory)
  }

  /// What it takes between some points and each of others.
  func costs(_ points: [DrivePoint], _ set: PointSet<DrivePoint>, towards: Bool) throws -> [UInt32] {
    try DriveStage(prices).costs(points, set, towards: towards, &memory)
  }

  var codes: [Diagnostic.Code] { diagnostics.map(\.code) }

  /// - Parameter reach: How far a road may be from a place; other points than the nearest are left out.
  func way(_ from: String, _ to: String, closed: [String] = [], within reach: Double = 2) -> DriveWay? {
    let prices = prices(DriveClosures(closed.compactMap { FeatureID($0) }, in: network))
    let starts = points(near: map.place(from), as: .start, at: prices).filter { $0.distance < reach }
    let goals = points(near: map.place(to), as: .end, at: prices).filter { $0.distance < reach }
    let way = self.way(from: starts, to: goals, at: prices)
    for method in [SearchMethod.aStar, .dijkstra] {
      let other = self.way(from: starts, to: goals, at: prices, method: method)
      #expect(other?.cost == way?.cost, "\(method) from \(from) to \(to)")
    }
    if let way { #expect(way.pieces.reduce(0) { $0 + $1.duration } == way.cost) }
    return way
  }

  /// The nodes that the fastest route passes, "no way" where there is none.
  func route(_ from: String, _ to: String, closed: [String] = [], within reach: Double = 2) -> String {
    guard let way = way(from, to, closed: closed, within: reach) else { return "no way" }
    return way.pieces.dropLast().reduce(into: "") { text, piece in
      let number = network.nodes[Int(network.end(of: piece.directed))].source.number
      text.append(Character(UnicodeScalar(UInt8(number))))
    }
  }
}
