import Foundation
import Synchronization
import TestSupport
import Testing

@testable import WardwayCompiler
@testable import WardwayMap

@Suite struct MapCompilerTests {
  private let folder = TemporaryFolder()

  private func path(_ name: String) -> String { folder.path(name) }

  private func write(_ xml: String, as name: String = "map.osm") -> String { folder.write(xml, as: name) }

  private static let building = DrawnMap.xml(
    """
    a---b---c---d
        |   |   |
        e---f---g
    """,
    ways: [
      "abcd: highway=footway name=Road", "be: highway=corridor level=0",
      "efg: highway=corridor repeat_on=0-3",
      "dg: highway=steps level=0;1", "cf: highway=corridor level=0",
    ],
    nodes: ["f: highway=elevator level=0-3", "e: door=yes name=East", "g: amenity=clinic name=药房"])

  @Test func `an atlas answers as the network that it was made of`() throws {
    let input = write(Self.building)
    let report = try MapCompiler().compile([input], to: path("atlas"))
    let atlas = try Atlas(opening: path("atlas"))
    try atlas.verify()
    var other = CompilationReport()
    let network = MapCompiler().network(of: try OSMExtract.read(paths: [input]), &other)
    #expect(report.nodes == network.nodes.count && report.edges == network.edges.count && report.places == 2)
    #expect(atlas.streets.nodes.count == network.nodes.count && atlas.attribution.contains("OpenStreetMap"))
    #expect(
      NetworkFile.bytes(atlas.streets, metrics: [], attribution: "")
        == NetworkFile.bytes(network, metrics: [], attribution: ""))
    for profile in Profile.standard { #expect(try atlas.metric(for: profile).hierarchy != nil) }
  }

  @Test func `the same map compiled twice gives the same bytes`() throws {
    let input = write(Self.building)
    for name in ["one", "two"] { _ = try MapCompiler().compile([input], to: path(name)) }
    let names = try FileManager.default.contentsOfDirectory(atPath: path("one")).sorted()
    #expect(
      try names == FileManager.default.contentsOfDirectory(atPath: path("two")).sorted() && names.count == 2)
    for name in names {
      #expect(FileManager.default.contentsEqual(atPath: path("one/\(name)"), andPath: path("two/\(name)")))
    }
  }

  @Test(arguments: [
    "<osm version=\"0.6\"/>", DrawnMap.xml("a---b", ways: ["ab: railway=rail"]),
    DrawnMap.xml("a---b", ways: ["ab: highway=footway access=no"]),
    DrawnMap.xml("a---b", ways: ["yz: highway=footway"]),
    DrawnMap.xml("a", ways: ["aa: highway=footway"], nodes: ["a: amenity=clinic name=Alone"]),
  ])
  func `a map with nothing to walk on is refused, and nothing is written`(xml: String) throws {
    let input = write(xml)
    let error = #expect(throws: CompilationError.self) {
      try MapCompiler().compile([input], to: path("atlas"))
    }
    #expect(error?.message.contains("nothing to walk on in \(input)") == true)
    #expect(!FileManager.default.fileExists(atPath: path("atlas")))
  }

  @Test func `sources that can't be read leave the old atlas alone`() throws {
    _ = try MapCompiler(profiles: [.walker]).compile([write(Self.building)], to: path("atlas"))
    let before = try FileManager.default.contentsOfDirectory(atPath: path("atlas")).sorted()
    let broken = write("<osm version=\"0.6\"><node", as: "broken.osm")
    for input in [broken, path("missing.osm")] {
      #expect(throws: MapReadingError.self) { try MapCompiler().compile([input], to: path("atlas")) }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: path("atlas")).sorted() == before)
    #expect(try Atlas(opening: path("atlas")).profiles == ["walker"])
  }

  @Test func `a place that can't be written to is named`() throws {
    let input = write(Self.building)
    let error = #expect(throws: AtlasError.self) { try MapCompiler(profiles: []).compile([input], to: input) }
    #expect(error?.code == .notWritten)
  }

  @Test func `progress rises to the end`() throws {
    let seen = Mutex<[Double]>([])
    let compiler = MapCompiler(profiles: [.walker, .bed]) { progress in
      seen.withLock { $0.append(progress.fraction) }
    }
    _ = try compiler.compile([write(Self.building)], to: path("atlas"))
    let fractions = seen.withLock { $0 }
    #expect(fractions.first == 0 && fractions.last == 1 && fractions.allSatisfy { 0...1 ~= $0 })
  }

  @Test func `diagnostics come with the worst first`() throws {
    let map = try DrawnMap(
      "a---b---c", ways: ["ab: highway=footway access:conditional=x", "bc: highway=corridor level=B1"],
      nodes: ["c: highway=elevator level=0"], relations: ["1 9: type=multipolygon highway=pedestrian"])
    let severities = map.report.diagnostics.map(\.severity)
    #expect(severities == severities.sorted(by: >) && severities.count == 4)
  }
}
