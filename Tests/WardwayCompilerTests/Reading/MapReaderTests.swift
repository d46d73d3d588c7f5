import Foundation
import TestSupport
import Testing

@testable import WardwayCompiler

@Suite struct MapReaderTests {
  private let folder = TemporaryFolder()

  /// The formats that recognize a path.
  private func formats(_ path: String) -> [String] {
    MapReader.formats.filter { $0.recognizes(path) }.map { "\($0)" }
  }

  @Test func `a file is of the last format that recognizes it, and OpenStreetMap's reader takes the rest`() {
    let zip: [UInt8] = [0x50, 0x4B, 3, 4]
    #expect(formats(folder.write("<osm/>", as: "a.osm")) == ["OSMFormat"])
    #expect(formats(folder.write(zip, as: "archive")) == ["OSMFormat", "IMDFFormat"])
    #expect(formats(folder.write("<a/>", as: "b.GML")).last == "IndoorGMLFormat")
    #expect(formats(folder.path("missing.gml")).last == "IndoorGMLFormat")
    #expect(formats(folder.path("missing")) == ["OSMFormat"])
  }

  @Test func `one file of OpenStreetMap is taken as it was read, several formats make one map`() throws {
    let osm = folder.write(
      DrawnMap.xml("ab\nc", ways: ["abc: highway=footway"], nodes: ["a: barrier=gate"]), as: "a.osm")
    let plan = folder.write(SmallIndoorGML.xml(), as: "b.gml")
    let alone = try MapReader.read([osm])
    #expect(OSMFixture.summary(alone) == OSMFixture.summary(try OSMExtract.read(paths: [osm])))
    let points = [0, 10].map {
      ControlPoint(plan: PlanPoint(Double($0) * 10, 0), position: DrawnMap.coordinate(row: 0, column: $0))
    }
    let placement = Placement(.points(points, .helmert, mayMirror: false, tolerance: 1))
    let both = try MapReader.read([plan, osm], placements: [plan: placement])
    #expect(alone.nodes.allSatisfy { both.node($0.id)?.coordinate == $0.coordinate })
    #expect(alone.ways.allSatisfy { Set($0.nodes).isSubset(of: both.way($0.id)?.nodes.map { $0 } ?? []) })
    #expect(both.nodeCount > alone.nodeCount && both.warnings == alone.warnings)
  }

  @Test func `an error says in which file and line something is wrong`() throws {
    let plan = folder.write("<a>\n<b>\n</a>", as: "a.gml")
    let broken = #expect(throws: MapReadingError.self) { try MapReader.read([plan]) }
    #expect(broken?.file == plan && broken?.line == 3 && broken?.entry == nil)
    folder.makeFolder("venue")
    folder.write(#"{"version": "1.0.0", "language": "en"}"#, as: "venue/manifest.json")
    folder.write("{\n\"type\": ,}", as: "venue/unit.geojson")
    let venue = folder.path("venue")
    let damaged = #expect(throws: MapReadingError.self) { try MapReader.read([venue]) }
    #expect(damaged?.file == venue && damaged?.entry == "unit.geojson" && damaged?.line == 2)
    #expect(damaged?.description.hasPrefix("could not read \(venue): in unit.geojson, line 2: ") ?? false)
  }
}
