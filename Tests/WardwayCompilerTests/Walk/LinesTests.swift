import Geodesy
import Testing
import WardwayMap

@testable import WardwayCompiler

/// How single ways become edges.
@Suite struct LinesTests {
  @Test func `a way is cut where another one meets it, and keeps its name`() throws {
    let map = try DrawnMap(
      """
      a---b---c---d
              |
              e
      """, ways: ["abcd: highway=residential name=Hospital~Road ref=S7 width=3.5", "ce: highway=footway"])
    #expect(map.edges("way/1") == ["road a@0-c@0", "road c@0-d@0"])
    for edge in map.records("way/1") {
      #expect(map.network.strings[edge.name] == "Hospital Road" && map.network.strings[edge.ref] == "S7")
      #expect(edge.width == 350)
    }
    let lengths = map.records("way/1").map(\.length).sorted()
    #expect(abs(Int(lengths[0]) - 40_000) < 100 && abs(Int(lengths[1]) - 80_000) < 100)
    let long = try #require(
      map.network.edges(from: FeatureID("way/1")!).first { map.network.edges[$0].length > 50_000 })
    #expect(map.network.points(of: long).count == 3)
  }

  @Test func `a closed loop that nothing touches has two edges`() throws {
    let map = try DrawnMap(
      """
      a---b
      |   |
      d---c
      """, ways: ["abcda: highway=footway"])
    #expect(map.edges("way/1") == ["footway a@0-c@0", "footway c@0-a@0"])
    #expect(map.records("way/1").allSatisfy { $0.tail != $0.head })
  }

  @Test func `a way that crosses itself can be left at the crossing`() throws {
    let map = try DrawnMap(
      """
      a---b---c
          |   |
          e---d
          |
          f
      """, ways: ["abcdebf: highway=footway"])
    #expect(map.records("way/1").allSatisfy { $0.tail != $0.head })
    #expect(map.edges("way/1").count == 4 && map.joins("a", "f"))
  }

  @Test func `a way that goes to and fro stays walkable`() throws {
    let map = try DrawnMap("a---b---c", ways: ["abcba: highway=footway"])
    #expect(map.joins("a", "b"))
  }

  @Test func `nodes in the same place make edges without length`() throws {
    let extract = try OSMFixture.read(
      xml: """
        <osm version="0.6"><node id="1" lat="1" lon="1"/><node id="2" lat="1" lon="1"/>
        <node id="3" lat="1" lon="1"/>
        <way id="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="steps"/>
        <tag k="step_count" v="5"/></way>
        <way id="2"><nd ref="2"/><nd ref="3"/><tag k="highway" v="footway"/></way></osm>
        """)
    var report = CompilationReport()
    let network = MapCompiler().network(of: extract, &report)
    #expect(network.edges.count == 3)
    #expect(network.edges.allSatisfy { $0.length == 0 })
    #expect(network.weights(for: .walker).allSatisfy { $0 < .max })
  }

  @Test(arguments: [
    ("oneway:foot=yes", "footway a@0>b@0"), ("oneway:foot=-1", "footway a@0<b@0"),
    ("oneway=yes", "footway a@0-b@0"),
  ])
  func `a one-way footway`(tags: String, edge: String) throws {
    #expect(try DrawnMap("a---b", ways: ["ab: highway=footway \(tags)"]).edges("way/1") == [edge])
  }

  @Test func `a moving walk goes one way and is stepped onto by wheels`() throws {
    let map = try DrawnMap("a---b", ways: ["ab: highway=footway conveying=forward"])
    #expect(
      map.edges("way/1") == ["movingWalk a@0>b@0"] && map.leads("a", "b", for: .wheelchair)
        && !map.leads("b", "a"))
  }

  @Test(arguments: [
    ("duration=PT20M", 1_200_000), ("duration=00:20", 1_200_000), ("duration=20", 1_200_000), ("", 0),
    ("duration=soon", 0),
  ])
  func `a ferry takes its time`(tags: String, milliseconds: UInt32) throws {
    let map = try DrawnMap("a---b---c", ways: ["abc: route=ferry \(tags)"])
    #expect(map.edges("way/1") == ["ferry a@0-c@0"] && map.records("way/1")[0].fixedDuration == milliseconds)
  }

  @Test func `private ways are for residents, staff ways for staff`() throws {
    let map = try DrawnMap(
      "a---b---c---d",
      ways: [
        "ab: highway=service access=private", "bc: highway=corridor access=private",
        "cd: highway=footway access=no",
      ])
    #expect(map.records("way/1").map(\.attributes.access) == [.residents])
    #expect(map.records("way/2").map(\.attributes.access) == [.staff] && map.edges("way/3") == [])
    #expect(map.joins("a", "b") && !map.leads("b", "c") && map.joins("b", "c", for: .staff))
  }

  @Test func `conditional access is noted`() throws {
    let map = try DrawnMap("a---b", ways: ["ab: highway=footway access:conditional=no~@~(22:00-06:00)"])
    #expect(map.diagnostics == ["conditional-access way/1"])
  }

  @Test func `a way whose nodes are missing keeps the rest`() throws {
    let xml = DrawnMap.xml(
      "a---b---c", ways: ["abczy: highway=footway", "zy: highway=footway", "cz: highway=footway"])
    var report = CompilationReport()
    let network = MapCompiler().network(of: try OSMFixture.read(xml: xml), &report)
    #expect(network.edges.count == 1 && network.nodes.count == 2)
  }

  @Test func `a sidewalk is called as the street beside it`() throws {
    let map = try DrawnMap(
      """
      a-----------b
      c-----------d
      """, ways: ["ab: highway=residential name=Main~Street", "cd: highway=footway footway=sidewalk"])
    #expect(map.network.strings[map.records("way/2")[0].name] == "Main Street")
  }
}
