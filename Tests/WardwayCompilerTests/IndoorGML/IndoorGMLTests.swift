import Foundation
import Geodesy
import TestSupport
import Testing

@testable import WardwayCompiler
@testable import WardwayMap

@Suite struct IndoorGMLTests {
  private typealias Room = SmallIndoorGML.Room

  static func compile(
    _ texts: String..., placements: [Placement] = [], with osm: String? = nil
  ) throws -> (network: WalkNetwork, diagnostics: [Diagnostic]) {
    let folder = TemporaryFolder()
    let paths = (texts + [osm].compactMap { $0 }).enumerated().map { number, text in
      folder.write(text, as: text.hasPrefix("<osm") ? "\(number).osm" : "\(number).gml")
    }
    let declared = Dictionary(uniqueKeysWithValues: zip(paths, placements))
    var report = CompilationReport()
    let network = MapCompiler().network(of: try MapReader.read(paths, placements: declared), &report)
    return (network, report.diagnostics)
  }

  private static func code(_ text: String) -> MapReadingError? {
    do {
      _ = try compile(text)
      return nil
    } catch { return error as? MapReadingError }
  }

  /// The pairs of states that one gets between over edges, oracle of what the file says.
  private static func parts(_ network: WalkNetwork, _ ids: [String]) -> [[String]] {
    var parts: [UInt32: [String]] = [:]
    for id in ids {
      guard let node = network.node(from: FeatureID(feature: id)) else { continue }
      parts[network.nodes[node].component, default: []].append(id)
    }
    return parts.keys.sorted().map { parts[$0]!.sorted() }
  }

  // MARK: Networks

  @Test(arguments: ["1.0", "1.1"])
  func `what a file connects is connected, with storeys, stairs and elevator`(version: String) throws {
    let (network, diagnostics) = try Self.compile(SmallIndoorGML.xml(version: version))
    #expect(Self.parts(network, SmallIndoorGML.clinic.map(\.id)).count == 1)
    for (id, level) in [("hall", 0.0), ("lab", 0), ("ward", 1), ("stairs1", 1), ("lift0", 0)] {
      let node = try #require(network.node(from: FeatureID(feature: id)), "\(id)")
      #expect(network.nodes[node].level == Level(level), "\(id)")
    }
    let stairs = network.edges(from: FeatureID(feature: "T4")).map { network.edges[$0] }
    #expect(stairs.map(\.kind) == [.stairs] && stairs[0].stepCount == 24)
    #expect(
      network.edges(from: FeatureID(feature: "T7")).contains { network.edges[$0].kind == .elevatorRide })
    #expect(network.edges(from: FeatureID(feature: "door")).isEmpty)
    let place = try #require(network.place(from: FeatureID(feature: "C-lab")))
    #expect(network.strings[network.places[place].name] == "检验科")
    #expect(network.places[place].level == .ground)
    #expect(diagnostics.contains { $0.code == .unplacedPlan && $0.message.contains("--placement") })
    #expect(diagnostics.contains { $0.code == .storeysFromHeights })
    // Without a place of its own the plan lies at the origin, in true metres.
    let hall = network.nodes[try #require(network.node(from: FeatureID(feature: "hall")))].coordinate
    #expect(abs(distance(hall, PlanPlacer.nowhere) - 10) < 0.02)
  }

  @Test func `storeys that are written hold, with their names`() throws {
    let rooms = SmallIndoorGML.clinic.map { room in
      var room = room
      room.storey = room.z == 0 ? "B1" : "1F"
      return room
    }
    let (network, _) = try Self.compile(SmallIndoorGML.xml(rooms))
    let ward = try #require(network.node(from: FeatureID(feature: "ward")))
    let hall = try #require(network.node(from: FeatureID(feature: "hall")))
    #expect(network.nodes[ward].level == .ground && network.nodes[hall].level == Level(-1))
    #expect(network.strings[network.nodes[ward].levelName] == "1F")
    #expect(network.strings[network.nodes[hall].levelName] == "B1")
  }

  @Test func `there and back is one way, and a door in a thin wall is a door`() throws {
    let text = SmallIndoorGML.xml(
      SmallIndoorGML.clinic, SmallIndoorGML.passages + [("T2-REVERSE", "lab", "hall")],
      boundaries: [
        ("B2", "ConnectionBoundary", "T2", "9 4 11 4"), ("B3", "CellSpaceBoundary", "T3", "15 -1 15 1"),
      ])
    let (network, diagnostics) = try Self.compile(text)
    #expect(network.edges(from: FeatureID(feature: "T2-REVERSE")).isEmpty)
    #expect(network.edges(from: FeatureID(feature: "B2")).map { network.edges[$0].kind } == [.door])
    #expect(network.edges(from: FeatureID(feature: "T2")).count == 2)
    #expect(network.edges(from: FeatureID(feature: "B3")).isEmpty)
    #expect(diagnostics.contains { $0.code == .twinTransition })
  }

  @Test func `a way up that isn't explained is stairs, and reported`() throws {
    let rooms = [Room(id: "a", x: 0, y: 0, z: 0), Room(id: "b", x: 3, y: 0, z: 3)]
    let (network, diagnostics) = try Self.compile(SmallIndoorGML.xml(rooms, [("T", "a", "b")]))
    #expect(network.edges.map(\.kind) == [.stairs])
    #expect(diagnostics.contains { $0.code == .unknownConnector && $0.source == FeatureID(feature: "T") })
  }

  @Test func `layers are joined where they have to be, and walls stay walls`() throws {
    let rooms =
      [Room(id: "a", x: 0, y: 0, z: 0), Room(id: "b", x: 5, y: 0, z: 0), Room(id: "c", x: 9, y: 0, z: 0)]
      + [Room(id: "wifi", x: 2, y: 0, z: 0, layer: "L2")]
    let connections = ["a", "b", "c"].enumerated().map { number, id in
      """
      <interLayerConnectionMember><InterLayerConnection gml:id="I\(number)">
      <typeOfTopoExpression>CONTAINS</typeOfTopoExpression><interConnects xlink:href="#wifi"/>
      <interConnects xlink:href="#\(id)"/></InterLayerConnection></interLayerConnectionMember>
      """
    }
    let (network, diagnostics) = try Self.compile(
      SmallIndoorGML.xml(rooms, [("T1", "a", "b"), ("T2", "b", "c")], connections: connections.joined()))
    #expect(Self.parts(network, ["a", "b", "c", "wifi"]) == [["a", "b", "c", "wifi"]])
    #expect(network.edges.count == 3)
    #expect(diagnostics.filter { $0.code == .connectionNotWalked }.count == 1)
  }

  /// Connections of states, by their ids.
  static func connections(_ pairs: [(String, String)], _ relation: String = "EQUALS") -> String {
    pairs.enumerated().map { number, pair in
      """
      <interLayerConnectionMember><InterLayerConnection gml:id="I\(number)">
      <typeOfTopoExpression>\(relation)</typeOfTopoExpression><interConnects xlink:href="#\(pair.0)"/>
      <interConnects xlink:href="#\(pair.1)"/></InterLayerConnection></interLayerConnectionMember>
      """
    }.joined()
  }

  @Test func `nobody goes down and up again for the room next door`() throws {
    // Two wings in layers of their own, joined on both floors.
    let rooms = ["a", "b"].flatMap { wing in
      (0..<2).flatMap { floor in
        [("", 0.0), ("stairs", 20.0)].map { kind, x in
          Room(
            id: "\(wing)\(kind)\(floor)", x: x, y: wing == "a" ? 0 : 5, z: Double(floor) * 4,
            kind: kind.isEmpty ? "" : "Stairs", layer: wing)
        }
      }
    }
    let passages = ["a", "b"].flatMap { wing in
      [("T\(wing)1", "\(wing)0", "\(wing)stairs0"), ("T\(wing)2", "\(wing)1", "\(wing)stairs1")]
    }
    let climb = [("up", "astairs0", "astairs1")]
    let (network, diagnostics) = try Self.compile(
      SmallIndoorGML.xml(
        rooms, passages + climb, connections: Self.connections([("a0", "b0"), ("a1", "b1")], "OVERLAPS")))
    for floor in 0..<2 {
      let link = try #require(network.edges(from: FeatureID(feature: "I\(floor)")).first)
      #expect(network.tailLevel(of: link) == Level(Double(floor)))
      #expect(network.headLevel(of: link) == Level(Double(floor)))
    }
    #expect(!diagnostics.contains { $0.code == .connectionNotWalked })
  }

  @Test func `a connection between storeys is none`() throws {
    let rooms =
      [Room(id: "a", x: 0, y: 0, z: 0), Room(id: "b", x: 5, y: 0, z: 0)]
      + [Room(id: "up", x: 0, y: 0, z: 4, layer: "L2"), Room(id: "there", x: 5, y: 0, z: 4, layer: "L2")]
    let (network, diagnostics) = try Self.compile(
      SmallIndoorGML.xml(
        rooms, [("T1", "a", "b"), ("T2", "up", "there")], connections: Self.connections([("a", "up")])))
    #expect(Self.parts(network, ["a", "b", "up", "there"]) == [["a", "b"], ["there", "up"]])
    #expect(diagnostics.contains { $0.code == .connectionBetweenStoreys && $0.severity == .warning })
  }

  @Test func `a plan in millimetres is reported, and its unit can be given`() throws {
    let rooms = SmallIndoorGML.clinic.map {
      Room(id: $0.id, x: $0.x * 1000, y: $0.y * 1000, z: $0.z * 1000, kind: $0.kind)
    }
    let xml = SmallIndoorGML.xml(rooms)
    let found = try #require(try Self.compile(xml).diagnostics.first { $0.code == .implausibleUnit })
    #expect(
      found.severity == .warning && found.message.contains("'metres_per_unit' is 0.001 for the millimetre"))
    var placement = Placement()
    placement.metresPerUnit = 0.001
    let (network, diagnostics) = try Self.compile(xml, placements: [placement])
    #expect(!diagnostics.contains { $0.code == .implausibleUnit })
    let (a, b) = (
      try #require(network.node(from: FeatureID(feature: "hall"))),
      try #require(network.node(from: FeatureID(feature: "lab")))
    )
    #expect(abs(distance(network.nodes[a].coordinate, network.nodes[b].coordinate) - 8) < 0.05)
    #expect(try !Self.compile(SmallIndoorGML.xml()).diagnostics.contains { $0.code == .implausibleUnit })
  }

  @Test func `what nothing leads to, and what leads nowhere, is reported`() throws {
    let rooms = SmallIndoorGML.clinic + [Room(id: "alone", x: 50, y: 0, z: 0)]
    let (network, diagnostics) = try Self.compile(
      SmallIndoorGML.xml(rooms, SmallIndoorGML.passages + [("T9", "hall", "gone"), ("T10", "hall", "hall")]))
    let codes = Set(diagnostics.map(\.code))
    #expect(codes.isSuperset(of: [.isolatedState, .danglingTransition, .selfLoop]))
    let place = try #require(network.place(from: FeatureID(feature: "alone")))
    #expect(network.places[place].isCutOff)
  }

  @Test func `an outer door is joined to the street beside it`() throws {
    let metre = 0.000009
    let osm = """
      <osm version="0.6"><node id="1" lat="0" lon="\(-20 * metre)"/><node id="2" lat="0.001" lon="\(-20 * metre)"/>
      <way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way></osm>
      """
    let (network, diagnostics) = try Self.compile(SmallIndoorGML.xml(), with: osm)
    #expect(!diagnostics.contains { $0.code == .entranceNotLinked })
    let street = try #require(network.edges(from: FeatureID(.way, 1)).first)
    let ward = try #require(network.node(from: FeatureID(feature: "ward")))
    #expect(network.nodes[Int(network.edges[street].tail)].component == network.nodes[ward].component)
    #expect(network.nodes[Int(network.edges[street].tail)].level == .ground)
    #expect(network.edges(from: FeatureID(feature: "door")).contains { network.edges[$0].kind == .door })
    let far = osm.replacingOccurrences(of: "\(-20 * metre)", with: "0.01")
    #expect(
      try Self.compile(SmallIndoorGML.xml(), with: far).diagnostics.contains {
        $0.code == .entranceNotLinked
      })
  }

  @Test func `the stated reference system places it, in its own order of axes`() throws {
    let rooms = [
      Room(id: "a", x: 5_444_906, y: 3_445_536, z: 0), Room(id: "b", x: 5_444_916, y: 3_445_536, z: 0),
    ]
    let turned = rooms.map { Room(id: $0.id, x: $0.y, y: $0.x, z: 0) }
    for (rooms, name) in [(rooms, "urn:ogc:def:crs:EPSG::31467"), (turned, "EPSG:31467")] {
      let (network, _) = try Self.compile(
        SmallIndoorGML.xml(rooms, [("T", "a", "b")], srs: " srsName=\"\(name)\""))
      let a = network.nodes[try #require(network.node(from: FeatureID(feature: "a")))].coordinate
      let b = network.nodes[try #require(network.node(from: FeatureID(feature: "b")))].coordinate
      #expect(49.1...49.2 ~= a.latitude && 8.2...8.3 ~= a.longitude, "\(name): \(a)")
      #expect(b.latitude > a.latitude && abs(distance(a, b) - 10) < 0.05, "\(name)")
    }
    let local = SmallIndoorGML.xml(srs: #" srsName="my:own""#)
    let codes = try Self.compile(local).diagnostics.map(\.code)
    #expect(codes.contains(.unknownSystem) && codes.contains(.unplacedPlan))
  }

  @Test func `control points place it`() throws {
    let frame = LocalFrame(origin: try #require(Coordinate(latitude: 31.2, longitude: 121.4)))
    let points = [(0.0, 0.0), (50, 0), (0, 30)].map { x, y in
      ControlPoint(plan: PlanPoint(x, y), position: frame.coordinate(LocalFrame.Point(x: -y, y: x)))
    }
    let placement = Placement(.points(points, .helmert, mayMirror: true, tolerance: 0.5))
    let (network, diagnostics) = try Self.compile(SmallIndoorGML.xml(), placements: [placement])
    let lab = network.nodes[try #require(network.node(from: FeatureID(feature: "lab")))].coordinate
    #expect(distance(lab, frame.coordinate(LocalFrame.Point(x: -8, y: 10))) < 0.05)
    #expect(diagnostics.contains { $0.code == .placedPlan && $0.message.contains("90.0") })
    #expect(!diagnostics.contains { $0.code == .unplacedPlan })
  }

  @Test func `plans without a place don't lie on each other`() throws {
    let other = SmallIndoorGML.xml().replacingOccurrences(of: "#", with: "#x").replacingOccurrences(
      of: "gml:id=\"", with: "gml:id=\"x")
    let (network, _) = try Self.compile(SmallIndoorGML.xml(), other)
    let a = network.nodes[try #require(network.node(from: FeatureID(feature: "hall")))].coordinate
    let b = network.nodes[try #require(network.node(from: FeatureID(feature: "xhall")))].coordinate
    #expect(distance(a, b) > 10_000)
  }

  @Test func `ids that two files have stay apart`() throws {
    let (network, diagnostics) = try Self.compile(SmallIndoorGML.xml(), SmallIndoorGML.xml())
    let a = network.nodes[try #require(network.node(from: FeatureID(feature: "hall")))]
    let b = network.nodes[try #require(network.node(from: FeatureID(feature: "1:hall")))]
    #expect(a.component != b.component && distance(a.coordinate, b.coordinate) > 10_000)
    #expect(diagnostics.contains { $0.code == .idsRenamed && $0.message.contains("'1:'") })
  }

  @Test func `a map on GCJ-02 is moved, and has no control points`() throws {
    let osm = """
      <osm version="0.6"><node id="1" lat="31.2" lon="121.4"/><node id="2" lat="31.201" lon="121.4"/>
      <way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="footway"/></way></osm>
      """
    let (network, _) = try Self.compile(osm, placements: [Placement(datum: .gcj02)])
    let place = network.nodes[try #require(network.node(from: FeatureID(.node, 1)))].coordinate
    #expect(Datum.gcj02.position(place) == Coordinate(latitude: 31.2, longitude: 121.4))
    #expect(throws: PlacementError.self) {
      try Self.compile(osm, placements: [Placement(.system("EPSG:4326", northFirst: nil))])
    }
  }

  // MARK: Broken files

  @Test(arguments: [
    ("", MapReadingError.Code.empty), ("<a", .truncated), ("<a></b>", .damaged), ("<gml/>", .notIndoorGML),
    (#"<IndoorFeatures xmlns="http://www.opengis.net/indoorgml/2.0/core"/>"#, .notIndoorGML),
    (#"<IndoorFeatures xmlns="http://www.opengis.net/indoorgml/1.0/core"/>"#, .noNetwork),
    (#"<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>"#, .entityExpansion),
    (#"<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>"#, .entityExpansion),
    (String(repeating: "<a>", count: 100_000), .tooDeep),
    (SmallIndoorGML.xml().replacingOccurrences(of: "10.0 8.0", with: "10.0 nan"), .invalidCoordinate),
    (SmallIndoorGML.xml().replacingOccurrences(of: "10.0 8.0", with: "10.0 1e300"), .invalidCoordinate),
    (SmallIndoorGML.xml().replacingOccurrences(of: "10.0 8.0 0.0", with: "10.0"), .invalidCoordinate),
    (SmallIndoorGML.xml().replacingOccurrences(of: "gml:id=\"lab\"", with: "gml:id=\"hall\""), .damaged),
    (SmallIndoorGML.xml().replacingOccurrences(of: "State gml:id=\"lab\"", with: "State"), .damaged),
    (String(SmallIndoorGML.xml().dropLast(200)), .truncated),
  ])
  func `a broken file says what is wrong, where, and the way out`(text: String, code: MapReadingError.Code) {
    let error = Self.code(text)
    #expect(error?.code == code, "\(error?.description ?? "no error")")
    #expect(error?.file.hasSuffix("0.gml") ?? false)
    #expect(error?.message.contains(";") ?? false)
  }

  @Test func `an error names line and feature`() {
    let text = SmallIndoorGML.xml().replacingOccurrences(of: "10.0 8.0", with: "10.0 x")
    #expect(Self.code(text)?.message.contains("State 'lab'") ?? false)
    #expect(Self.code(text)?.message.hasPrefix("line ") ?? false)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `a damaged file is read or refused, but never a trap`(seed: UInt64) {
    var bytes = Array(SmallIndoorGML.xml().utf8)
    var state = seed &+ 1
    for _ in 0..<8 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let position = Int(state >> 33) % bytes.count
      switch state % 3 {
      case 0: bytes[position] = UInt8(truncatingIfNeeded: state >> 20)
      case 1: bytes.remove(at: position)
      default: bytes.insert(bytes[(position * 7) % bytes.count], at: position)
      }
    }
    _ = Self.code(String(decoding: bytes, as: UTF8.self))
  }
}
