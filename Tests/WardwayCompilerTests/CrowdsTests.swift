import Geodesy
import ShortestPaths
import Testing
import WardwayMap

@testable import WardwayCompiler

/// More of a thing in one place than there is anywhere: it takes no longer for that, and what is simplified is said.
@Suite struct CrowdsTests {
  private static func xml(
    _ nodes: [(lat: Double, lon: Double)], _ ways: [[Int]], _ tags: [(String, String)]
  ) -> String {
    var xml = #"<osm version="0.6">"#
    for (number, node) in nodes.enumerated() {
      xml += "<node id=\"\(number + 1)\" lat=\"\(node.lat)\" lon=\"\(node.lon)\"/>"
    }
    let spelled = tags.map { "<tag k=\"\($0.0)\" v=\"\($0.1)\"/>" }.joined()
    for (number, way) in ways.enumerated() {
      xml +=
        "<way id=\"\(number + 1)\">" + way.map { "<nd ref=\"\($0 + 1)\"/>" }.joined() + spelled + "</way>"
    }
    return xml + "</osm>"
  }

  private static func star(_ arms: Int, _ highway: String) -> String {
    let ends = (0..<arms).map { arm -> (lat: Double, lon: Double) in
      (30 + Double(arm % 20 + 1) * 1e-4, 120 + Double(arm / 20) * 1e-4)
    }
    return xml([(30, 120)] + ends, (1...arms).map { [0, $0] }, [("highway", highway)])
  }

  @Test func `of hundreds of roads at a node two hundred are joined`() throws {
    var builder = DriveNetworkBuilder(try OSMFixture.read(xml: Self.star(230, "residential")))
    let built = builder.build()
    let network = try #require(built)
    let finding = try #require(builder.diagnostics.first { $0.code == .crowdedJunction })
    #expect(
      finding.severity == .error && finding.source == FeatureID(.node, 1) && finding.sources.count == 31)
    #expect(network.edges.count == 200)
    var few = DriveNetworkBuilder(try OSMFixture.read(xml: Self.star(200, "residential")))
    let whole = few.build()
    #expect(whole?.edges.count == 200 && few.diagnostics.isEmpty)
  }

  @Test(.timeLimit(.minutes(1)))
  func `thousands of ways at a node are a network, and so is all joined to all`() throws {
    let map = try DrawnMap(xml: Self.star(4000, "footway"))
    #expect(map.network.edges.count == 4000 && map.network.componentSizes.count == 1)
    let weights = map.network.weights(for: .walker)
    #expect(ContractionHierarchy.build(graph: map.network.graph, weights: weights).arcCount >= 4000)
    let count = 130
    let nodes = (0..<count).map { node -> (lat: Double, lon: Double) in
      (30 + Double(node * node % 97) * 1e-5, 120 + Double(node) * 1e-5)
    }
    let pairs = (0..<count).flatMap { a in (0..<a).map { [a, $0] } }
    let crowd = try DrawnMap(xml: Self.xml(nodes, pairs, [("highway", "footway")]))
    #expect(crowd.network.edges.count == pairs.count)
    let metric = crowd.network.weights(for: .walker)
    #expect(ContractionHierarchy.build(graph: crowd.network.graph, weights: metric).arcCount > count)
  }

  @Test(.timeLimit(.minutes(1))) func `areas over each other are joined to the nearest, and it is said`()
    throws
  {
    var nodes: [(lat: Double, lon: Double)] = []
    var ways: [[Int]] = []
    for number in 0..<40 {
      let (lat, lon) = (30 + Double(number % 7) * 1e-6, 120 + Double(number) * 1e-6)
      nodes += [(lat, lon), (lat, lon + 2e-4), (lat + 2e-4, lon + 2e-4), (lat + 2e-4, lon)]
      ways.append([0, 1, 2, 3, 0].map { number * 4 + $0 })
    }
    let map = try DrawnMap(xml: Self.xml(nodes, ways, [("indoor", "corridor"), ("level", "0")]))
    let findings = map.report.diagnostics.filter { $0.code == .overlappingAreas }
    #expect(findings.count == 1 && findings[0].sources.count == 40 && findings[0].level == .ground)
    #expect(map.network.componentSizes.count == 1)
  }
}
