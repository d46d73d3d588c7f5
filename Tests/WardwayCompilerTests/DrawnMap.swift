import Foundation
import Geodesy
import ShortestPaths
import Testing

@testable import WardwayCompiler
@testable import WardwayMap

/// A map drawn in a test: letters and digits are nodes, 10 m apart; all else in the drawing is for the eye.
///
/// Ways are given as `abc: highway=footway level=0;1`, and numbered from 1; nodes' tags as `b: door=yes`;
/// relations as `1 2 99: type=multipolygon`, with the numbers of their ways. A tilde in a value is a space.
struct DrawnMap {
  let network: WalkNetwork
  /// The same before it was frozen.
  let settled: SettledNetwork
  let report: CompilationReport

  init(
    _ drawing: String, ways: [String], nodes: [String] = [], relations: [String] = []
  ) throws {
    try self.init(xml: Self.xml(drawing, ways: ways, nodes: nodes, relations: relations))
  }

  /// A map of an OpenStreetMap file.
  init(xml: String) throws {
    let extract = MisplacedNodes.removed(from: try OSMFixture.read(xml: xml))
    var report = CompilationReport()
    settled = MapCompiler().settled(extract, &report)
    network = settled.frozen()
    self.report = report
    #expect(network.firstFault == nil)
  }

  /// The map as an OpenStreetMap file.
  static func xml(
    _ drawing: String, ways: [String], nodes: [String] = [], relations: [String] = []
  ) -> String {
    let nodeTags = Dictionary(uniqueKeysWithValues: nodes.map { split($0) })
    var lines = ["<osm version=\"0.6\">"]
    for (row, line) in drawing.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      for (column, point) in line.enumerated() where point.isLetter || point.isNumber {
        let place = coordinate(row: row, column: column)
        lines.append("<node id=\"\(number(point))\" lat=\"\(place.latitude)\" lon=\"\(place.longitude)\">")
        lines += tags(nodeTags[String(point)] ?? "") + ["</node>"]
      }
    }
    for (index, way) in ways.enumerated() {
      let (points, text) = split(way)
      lines.append("<way id=\"\(index + 1)\">")
      lines += points.map { "<nd ref=\"\(number($0))\"/>" } + tags(text) + ["</way>"]
    }
    for (index, relation) in relations.enumerated() {
      let (members, text) = split(relation)
      lines.append("<relation id=\"\(index + 1)\">")
      lines += members.split(separator: " ").map { "<member type=\"way\" ref=\"\($0)\" role=\"outer\"/>" }
      lines += tags(text) + ["</relation>"]
    }
    return (lines + ["</osm>"]).joined(separator: "\n")
  }

  static func tags(_ text: String) -> [String] {
    text.split(separator: " ").map { tag in
      let parts = tag.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts[1].replacing("~", with: " ").replacing("&", with: "&amp;").replacing(
        "<", with: "&lt;"
      )
      .replacing("\"", with: "&quot;")
      return "<tag k=\"\(parts[0])\" v=\"\(value)\"/>"
    }
  }

  static func coordinate(row: Int, column: Int) -> Coordinate {
    let frame = LocalFrame(origin: Coordinate(latitude: 30.58, longitude: 114.27)!)
    return frame.coordinate(LocalFrame.Point(x: Double(column) * 10, y: Double(-row) * 10))
  }

  private static func split(_ text: String) -> (String, String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
  }

  private static func number(_ point: Character) -> UInt32 { point.unicodeScalars.first!.value }
}

extension DrawnMap {
  /// The edges of a feature, sorted, as `stairs a@0-b@1`; with `>` or `<` where they go one way.
  func edges(_ source: String) -> [String] {
    network.edges(from: FeatureID(source)!).map { number in
      let edge = network.edges[number]
      let sign = ["|", ">", "<", "-"][Int(edge.directions)]
      return "\(edge.kind) \(name(edge.tail))\(sign)\(name(edge.head))"
    }.sorted()
  }

  /// The records of a feature's edges.
  func records(_ source: String) -> [EdgeRecord] {
    network.edges(from: FeatureID(source)!).map { network.edges[$0] }
  }

  /// The number of edges of a kind.
  func count(_ kind: EdgeKind) -> Int { network.edges.count { $0.kind == kind } }

  /// Codes and features of the diagnostics.
  var diagnostics: [String] { report.diagnostics.map { "\($0.code.rawValue) \($0.source)" } }

  /// Whether a profile gets from one point to another; a point is `a`, `a@1` on a level, or
  /// `way/1`.
  func leads(_ from: String, _ to: String, for profile: Profile = .walker) -> Bool {
    let weights = network.weights(for: profile)
    let goals = Set(nodes(to))
    var open = nodes(from)
    #expect(!open.isEmpty && !goals.isEmpty, "nothing at \(from) or \(to)")
    var seen = Set(open)
    while let node = open.popLast() {
      if goals.contains(node) { return true }
      for arc in network.graph.arcs(from: node) where weights[arc] != unreachable {
        if seen.insert(network.graph.head[arc]).inserted { open.append(network.graph.head[arc]) }
      }
    }
    return false
  }

  /// Whether a profile gets from one point to another and back.
  func joins(_ a: String, _ b: String, for profile: Profile = .walker) -> Bool {
    leads(a, b, for: profile) && leads(b, a, for: profile)
  }

  /// The levels of the nodes at a point, sorted.
  func levels(at point: String) -> [Double] {
    nodes(point).map { network.nodes[Int($0)].level.value }.sorted()
  }

  /// The nodes at a point, or at a point on a level, or of a feature's edges and areas.
  func nodes(_ point: String) -> [UInt32] {
    if point.contains("/") {
      let areas = network.areas.areas(from: FeatureID(point)!).flatMap { network.areas.nodes(of: $0) }
      return areas + records(point).flatMap { [$0.tail, $0.head] }
    }
    return nodes(at: point)
  }

  private func nodes(at point: String) -> [UInt32] {
    (0..<UInt32(network.nodes.count)).filter { name($0) == point || name($0).hasPrefix(point + "@") }
  }

  private func name(_ node: UInt32) -> String {
    let record = network.nodes[Int(node)]
    let point: String =
      record.source.kind == .node
      ? String(Character(UnicodeScalar(UInt32(record.source.number))!)) : record.source.description
    return "\(point)@\(record.level)"
  }
}

extension OSMTags {
  /// Tags as `highway=footway level=0;1`; a tilde is a space.
  static func drawn(_ text: String) throws -> OSMTags {
    let xml = ["<osm version=\"0.6\"><way id=\"1\">"] + DrawnMap.tags(text) + ["</way></osm>"]
    return try #require(try OSMFixture.read(xml: xml.joined()).way(1)).tags
  }
}

extension MapCompiler {
  /// The walk network of an extract in one piece.
  func network(of extract: OSMExtract, _ report: inout CompilationReport) -> WalkNetwork {
    settled(extract, &report).frozen()
  }
}
