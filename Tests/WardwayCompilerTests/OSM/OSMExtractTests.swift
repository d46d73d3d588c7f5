import Geodesy
import Testing
import WardwayCompiler

@Suite struct OSMExtractTests {
  static let expected = """
    node -1 49.5, 8.5 door=yes,name=骨科门诊
    node 2 49.6, -8.6 \("")
    node 7 -1e-07, 180.0 \("")
    way 3 [2, -1, 99, 2] highway=corridor
    relation 4 ["way 3 outer", "node -1 ", "relation 4 itself"] type=site
    """

  @Test func `XML and PBF hold the same`() throws {
    let xml = try OSMFixture.read(xml: OSMFixture.xml)
    #expect(OSMFixture.summary(xml) == Self.expected)
    for compressed in [false, true] {
      let pbf = try OSMFixture.read(("a.osm.pbf", OSMFixture.pbf(compressed: compressed)))
      #expect(OSMFixture.summary(pbf) == Self.expected)
    }
    #expect(xml.warnings == [])
    #expect(xml.attribution == "© OpenStreetMap contributors, ODbL 1.0")
  }

  @Test(arguments: ["a.osm.gz", "a.gz", "a"]) func `gzip is unpacked`(name: String) throws {
    #expect(OSMFixture.summary(try OSMFixture.read((name, OSMFixture.gzip))) == "node 1 1.0, 2.0 ")
  }

  @Test func `bzip2 is unpacked`() throws {
    #expect(OSMFixture.summary(try OSMFixture.read(("a.osm.bz2", OSMFixture.bzip2))) == "node 1 1.0, 2.0 ")
  }

  @Test func `objects are found by id`() throws {
    let extract = try OSMFixture.read(xml: OSMFixture.xml)
    #expect(extract.nodeCount == 3 && extract.taggedNodes == [0])
    #expect(extract.index(ofNode: 7) == 2 && extract.index(ofNode: 99) == nil)
    #expect(extract.coordinate(ofNode: 2) == Coordinate(latitude: 49.6, longitude: -8.6))
    #expect(extract.node(-1)?.tags["door"] == "yes" && extract.node(-1)?.tags["yes"] == nil)
    #expect(extract.way(3)?.isClosed == true && extract.way(4) == nil)
    #expect(extract.relation(4)?.members.map(\.kind) == [.way, .node, .relation])
    #expect(extract.node(2)?.tags.isEmpty == true)
  }

  @Test func `files are merged and the higher version wins, of equal ones the later`() throws {
    func node(_ version: Int, _ name: String) -> [UInt8] {
      Array(
        #"<osm version="0.6"><node id="5" version="\#(version)" lat="1" lon="1"><tag k="n" v="\#(name)"/>"#
          .utf8) + Array(#"</node><node id="1" lat="0" lon="0"/></osm>"#.utf8)
    }
    func winner(_ files: (Int, String)...) throws -> String? {
      let extract =
        files.count == 2
        ? try OSMFixture.read(("a", node(files[0].0, files[0].1)), ("b", node(files[1].0, files[1].1)))
        : try OSMFixture.read(
          ("a", node(files[0].0, files[0].1)), ("b", node(files[1].0, files[1].1)),
          ("c", node(files[2].0, files[2].1)))
      #expect(extract.nodes.map(\.id) == [1, 5])
      return extract.node(5)?.tags["n"]
    }
    #expect(try winner((2, "a"), (1, "b")) == "a")
    #expect(try winner((1, "a"), (1, "b")) == "b")
    #expect(try winner((1, "a"), (3, "b"), (2, "c")) == "b")
    #expect(try winner((3, "a"), (3, "b"), (2, "c")) == "b")
  }

  @Test func `deleted objects are left out`() throws {
    let extract = try OSMFixture.read(
      xml: #"<osm version="0.6"><node id="1" visible="false"/><node id="2" lat="1" lon="1"/></osm>"#)
    #expect(extract.nodes.map(\.id) == [2])
    #expect(extract.warnings == [])
  }

  @Test func `what JOSM marked for deletion is left out`() throws {
    let extract = try OSMFixture.read(
      xml: """
        <osm version='0.6' generator='JOSM'>
          <node id='1' action='delete' visible='true' lat='1' lon='1'/>
          <node id='-2' action='modify' visible='true' lat='1' lon='1'/>
          <way id='1' action='modify'><nd ref='-2'/></way><way id='2' action='delete'><nd ref='-2'/></way>
        </osm>
        """)
    #expect(extract.nodes.map(\.id) == [-2] && extract.ways.map(\.id) == [1])
  }

  @Test func `no files hold nothing`() throws {
    let extract = try OSMExtract.read(paths: [])
    #expect(extract.nodes.isEmpty && extract.ways.isEmpty && extract.relations.isEmpty)
    #expect(try OSMFixture.read(xml: #"<osm version="0.6"/>"#).nodeCount == 0)
  }
}

@Suite struct OSMReadingWarningTests {
  @Test func `nodes without a place on the globe are left out and counted`() throws {
    let extract = try OSMFixture.read(
      xml: """
        <osm version="0.6"><node id="1"/><node id="2" lat="91" lon="0"/><node id="3" lat="0" lon="-181"/>
        <node id="4" lat="90" lon="-180"/></osm>
        """)
    #expect(extract.nodes.map(\.id) == [4])
    #expect(extract.warnings.map(\.code) == [.nodeWithoutLocation, .nodeOffGlobe])
    #expect(extract.warnings.map(\.id) == [1, 2] && extract.warnings.map(\.count) == [1, 2])
    #expect(extract.warnings[1].message.hasPrefix("node 2: left out"))
  }

  @Test func `ids that two files use for different things are reported`() throws {
    func map(_ latitude: Double, _ refs: [Int], version: Int = 1) -> [UInt8] {
      let nodes = (1...3).map {
        "<node id='-\($0)' lat='\(latitude + Double($0))' lon='0' version='\(version)'/>"
      }
      let members = refs.map { "<nd ref='-\($0)'/>" }.joined()
      return Array("<osm version='0.6'>\(nodes.joined())<way id='-9'>\(members)</way></osm>".utf8)
    }
    func reused(_ other: [UInt8]) throws -> [String] {
      try OSMFixture.read(("a.osm", map(1, [1, 2])), ("b.osm", other)).warnings
        .filter { $0.code == .reusedID }.map { "\($0.kind) \($0.id) \($0.count)" }
    }
    #expect(try reused(map(1, [1, 2])) == [])
    #expect(try reused(map(1, [1, 3])) == ["way -9 1"])
    #expect(try reused(map(7, [1, 2])) == ["node -3 3"])
    #expect(try reused(map(7, [1, 2], version: 2)) == [])
  }

  @Test(arguments: [
    ([0x61, 0x07, 0x62], "ab", Diagnostic.Code.controlCharacters),
    ([0x61, 0x0a, 0x62], "a b", .controlCharacters),
    ([0x61, 0xe2, 0x80, 0xae, 0x62], "ab", .controlCharacters),
    ([0x61, 0xc2, 0x9b, 0x62], "ab", .controlCharacters),
    ([0x61, 0xff, 0x62], "a\u{fffd}b", .invalidUTF8),
    ([0xc0, 0x80], "\u{fffd}\u{fffd}", .invalidUTF8),
    ([0xed, 0xa0, 0x80], "\u{fffd}\u{fffd}\u{fffd}", .invalidUTF8),
    ([0xe9, 0xaa], "\u{fffd}\u{fffd}", .invalidUTF8),
    (Array(repeating: 0x61, count: 5_000), String(repeating: "a", count: 4_096), .overlongString),
  ])
  func `hostile strings are cleaned`(bytes: [UInt8], clean: String, code: Diagnostic.Code) throws {
    let node =
      PBFWriter.field(1, 2) + PBFWriter.field(2, [1]) + PBFWriter.field(3, [2]) + PBFWriter.field(8, 0)
      + PBFWriter.field(9, 0)
    let content = PBFWriter.objects(
      strings: [[], [0x6b], bytes], groups: [PBFWriter.field(1, node)])
    let extract = try OSMFixture.read(("a.pbf", PBFWriter.header() + PBFWriter.block("OSMData", content)))
    #expect(extract.node(1)?.tags["k"] == clean)
    #expect(extract.warnings.map(\.code) == [code])
    #expect(extract.warnings.first?.kind == .node && extract.warnings.first?.id == 1)
  }

  @Test func `a zero byte within a string stays within the object`() throws {
    let node =
      PBFWriter.field(1, 2) + PBFWriter.field(2, [1]) + PBFWriter.field(3, [2]) + PBFWriter.field(8, 0)
      + PBFWriter.field(9, 0)
    let content = PBFWriter.objects(
      strings: [[], [0x6b], [0x61, 0, 0x62]], groups: [PBFWriter.field(1, node)])
    let extract = try OSMFixture.read(("a.pbf", PBFWriter.header() + PBFWriter.block("OSMData", content)))
    #expect(extract.node(1)?.tags["k"] == "a" && extract.node(1)?.tags.count == 1)
  }
}
