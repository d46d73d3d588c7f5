import Geodesy
import Testing
import WardwayMap

@testable import WardwayCompiler

/// Numbers that can't be: they are left out and reported, never taken for others.
@Suite struct MisplacedNodesTests {
  private static let (large, edge) = (Int64(1) << 60 + 1, Int64(1) << 53)

  /// A footway over nodes that are given with their positions; those without one aren't in the map.
  private func map(
    _ nodes: [(id: Int64, lat: String, lon: String)?], tags: String = #"<tag k="highway" v="footway"/>"#
  ) throws -> DrawnMap {
    var xml = #"<osm version="0.6">"#
    for case (let id, let lat, let lon)? in nodes {
      xml += "<node id=\"\(id)\" lat=\"\(lat)\" lon=\"\(lon)\"/>"
    }
    let refs = nodes.enumerated().map { "<nd ref=\"\($1?.id ?? Int64(900 + $0))\"/>" }.joined()
    return try DrawnMap(xml: xml + #"<way id="1">"# + refs + tags + "</way></osm>")
  }

  private static let line: [(id: Int64, lat: String, lon: String)?] = [
    (1, "30", "120"), (2, "30.001", "120"), (3, "30.002", "120"), (4, "30.003", "120"),
  ]

  private func codes(_ map: DrawnMap) -> [Diagnostic.Code: [FeatureID]] {
    Dictionary(map.report.diagnostics.map { ($0.code, $0.sources) }) { $0 + $1 }
  }

  @Test(arguments: [("0", "0"), ("30.001", "-120"), ("-30", "120"), ("31", "120")])
  func `a node far off is left out and reported, and nothing leads to it`(lat: String, lon: String) throws {
    var nodes = Self.line
    nodes[1] = (2, lat, lon)
    let map = try map(nodes)
    #expect(codes(map)[.misplacedNode] == [FeatureID(.node, 2), FeatureID(.way, 1)])
    #expect(codes(map)[.missingNode] == [FeatureID(.way, 1), FeatureID(.node, 2)])
    #expect(map.network.edges.count == 1 && map.network.edges[0].length < 120_000)
    #expect(!map.network.nodes.contains { $0.source == FeatureID(.node, 2) })
  }

  @Test func `a node at the end that is far off costs its own stretch alone`() throws {
    let map = try map(Self.line.dropLast() + [(4, "0", "0")])
    #expect(codes(map)[.misplacedNode] == [FeatureID(.node, 4), FeatureID(.way, 1)])
    #expect(codes(map)[.missingNode] == nil && map.network.edges.reduce(0) { $0 + $1.length } > 200_000)
  }

  @Test func `a ferry goes far, and so does a border`() throws {
    let far: [(id: Int64, lat: String, lon: String)?] = [
      (1, "30", "120"), (2, "34", "120"), (3, "34.001", "120"),
    ]
    let ferry = try map(far, tags: #"<tag k="route" v="ferry"/>"#)
    #expect(codes(ferry)[.misplacedNode] == nil && ferry.network.edges.count > 0)
    let border = try map(far, tags: #"<tag k="boundary" v="administrative"/>"#)
    #expect(codes(border)[.misplacedNode] == nil)
  }

  @Test func `what is drawn around 0,0 is there`() throws {
    let map = try map([(1, "0", "0"), (2, "0.001", "0"), (3, "0.002", "0")])
    #expect(map.report.diagnostics.isEmpty && map.network.edges.count > 0)
  }

  @Test func `nothing leads over a gap`() throws {
    var nodes = Self.line + [(5, "30.004", "120")]
    nodes[2] = nil
    let map = try map(nodes)
    #expect(codes(map)[.missingNode] == [FeatureID(.way, 1), FeatureID(.node, 902)])
    #expect(map.network.edges.count == 2 && map.network.componentSizes.count == 2)
    // Cut at the border of an extract, a way just ends.
    let cut = try self.map([nil] + Self.line + [nil])
    #expect(codes(cut).isEmpty && cut.network.componentSizes.count == 1)
  }

  @Test func `cars don't drive over a gap`() throws {
    var nodes = Self.line + [(5, "30.004", "120")]
    nodes[2] = nil
    let xml =
      #"<osm version="0.6">"#
      + nodes.compactMap { $0 }.map { "<node id=\"\($0.id)\" lat=\"\($0.lat)\" lon=\"\($0.lon)\"/>" }.joined()
      + #"<way id="1"><nd ref="1"/><nd ref="2"/><nd ref="9"/><nd ref="4"/><nd ref="5"/><tag k="highway" v="residential"/></way></osm>"#
    var builder = DriveNetworkBuilder(try OSMFixture.read(xml: xml))
    let network = builder.build()
    #expect(builder.diagnostics.contains { $0.code == .missingNode })
    let lengths = (network?.edges.map { $0.length } ?? [])
    #expect(!lengths.isEmpty && lengths.allSatisfy { $0 < 150_000 }, "\(lengths)")
  }

  @Test(arguments: ["1e99", "1e9", "9e1", "-1e5", "1e400"])
  func `a latitude off the globe is that of no other place`(lat: String) throws {
    let map = try map([
      (1, "30", "120"), (2, lat == "9e1" ? "91" : lat, "120"), (3, "30.001", "120"), (4, "30.002", "120"),
    ])
    #expect(codes(map)[.nodeOffGlobe] == [FeatureID(.node, 2)] && map.network.edges.count == 1)
  }

  @Test func `a power of ten on the globe is what it says`() throws {
    let map = try map([(1, "3e1", "1.2e2"), (2, "3001e-2", "12E1")])
    #expect(map.report.diagnostics.isEmpty && map.network.edges.count == 1)
    #expect(map.network.nodes.contains { $0.coordinate == Coordinate(latitude: 30.01, longitude: 120) })
  }

  @Test(arguments: [large, edge, -edge, -large, Int64.max - 1])
  func `an id that has no room is left out and reported`(id: Int64) throws {
    let map = try map([(1, "30", "120"), (2, "30.001", "120"), (id, "30.002", "120"), (4, "30.003", "120")])
    let finding = try #require(map.report.diagnostics.first { $0.code == .idOutOfRange })
    #expect(finding.message.contains("\(id)") && codes(map)[.missingNode] != nil)
    #expect(map.network.edges.count == 1)
  }

  @Test func `the largest ids are kept as they are`() throws {
    let map = try map([(Self.edge - 1, "30", "120"), (1 - Self.edge, "30.001", "120")])
    #expect(Set(map.network.nodes.map(\.source.number)) == [Self.edge - 1, 1 - Self.edge])
  }
}
