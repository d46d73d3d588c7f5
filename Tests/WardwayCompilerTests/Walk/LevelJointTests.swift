import Geodesy
import Testing
import WardwayMap

@testable import WardwayCompiler

/// Ways on different levels that share a node: joined only where something climbs, and never unsaid.
@Suite struct LevelJointTests {
  private static let drawing = """
        d
        |
    a---b---c
    """

  /// Two corridors that share `b`, one of which ends there.
  private static func map(_ tagsOfB: String = "", through: String = "level=0", ending: String = "level=1")
    throws
    -> DrawnMap
  {
    try DrawnMap(
      drawing, ways: ["abc: highway=corridor \(through)", "db: highway=corridor \(ending)"],
      nodes: ["b: \(tagsOfB)"])
  }

  @Test(arguments: [
    "note=x", "disused:highway=elevator", "highway=construction construction=elevator",
    "removed:highway=elevator",
    "level=0", "level=1", "door=yes",
  ])
  func `corridors on two floors that share a node aren't joined`(tags: String) throws {
    let map = try Self.map(tags)
    #expect(!map.leads("a", "d") && map.joins("a", "c"))
    let found = try #require(map.report.diagnostics.first { $0.code == .levelsNotJoined })
    #expect(found.source == FeatureID("node/98") && found.coordinate != nil && found.severity == .warning)
    #expect(Set(found.sources) == Set(["node/98", "way/1", "way/2"].compactMap { FeatureID($0) }))
  }

  @Test func `outdoors neither`() throws {
    let map = try DrawnMap(
      Self.drawing, ways: ["abc: highway=footway level=0", "db: highway=footway level=1"])
    #expect(!map.leads("a", "d") && map.diagnostics == ["levels-not-joined node/98"])
  }

  @Test func `a node that lies on both joins them, and a lift does`() throws {
    #expect(try Self.map("level=0;1").joins("a", "d"))
    #expect(try Self.map("highway=elevator").joins("a", "d", for: .wheelchair))
    #expect(try Self.map("level=0;1").diagnostics == [])
  }

  @Test(arguments: ["highway=steps", "highway=steps level=1", "highway=corridor level=1 incline=8%"])
  func `what climbs joins the floors that it meets`(tags: String) throws {
    let map = try DrawnMap("a---b---c", ways: ["ab: highway=corridor level=0", "bc: \(tags)"])
    #expect(map.joins("a", "c"))
  }

  @Test func `what climbs between other floors doesn't`() throws {
    let map = try DrawnMap(
      Self.drawing,
      ways: ["abc: highway=corridor level=3", "db: highway=steps level=0;1"])
    #expect(!map.leads("a", "d") && map.diagnostics.contains("levels-not-joined node/98"))
  }

  @Test func `a line without a level joins, and it is said where and why`() throws {
    let map = try DrawnMap(
      "a---b---c---d",
      ways: ["ab: highway=corridor level=0", "bc: highway=corridor", "cd: highway=corridor level=1"])
    #expect(map.joins("a", "d"))
    let found = try #require(map.report.diagnostics.first { $0.code == .levelsJoined })
    #expect(found.sources.count == 3 && found.coordinate != nil && found.severity == .warning)
  }

  @Test func `a node's own level overrules a guess`() throws {
    let map = try DrawnMap(
      "a---b---c", ways: ["ab: highway=corridor", "bc: highway=corridor level=1"], nodes: ["b: level=0"])
    #expect(!map.leads("a", "c") && map.diagnostics.contains("levels-not-joined node/98"))
    let inside = try DrawnMap("a---b", ways: ["ab: highway=corridor"], nodes: ["b: door=yes level=2"])
    #expect(inside.levels(at: "a") == [2])
  }

  @Test(
    arguments: ["building=church indoor=yes", "highway=pedestrian area=yes"],
    ["level=-2;-1", "level=-1", "incline=up"])
  func `an escalator's foot at a corner of something on the ground leads underground`(
    tags: String, levels: String
  ) throws {
    let map = try DrawnMap(
      """
      a---b-e-f-g
      |   |
      d---c h
      """,
      ways: [
        "abcda: \(tags)", "bef: highway=steps conveying=forward \(levels)", "fg: highway=corridor level=-2",
        "bh: highway=corridor level=-1",
      ])
    #expect(!map.leads("way/1", "h") && !map.leads("h", "way/1") && map.joins("b", "h"))
    #expect(map.levels(at: "b") == [-1, 0] && map.diagnostics.contains("levels-not-joined node/98"))
  }

  @Test func `nor does a corner of a hole in a square`() throws {
    let map = try DrawnMap(
      """
      a-------b
      | e---f-|-x-y
      | h---g |
      d-------c
      """,
      ways: [
        "abcda: note=outer", "efghe: building=church", "fx: highway=steps level=-2;-1 conveying=yes",
        "xy: highway=corridor level=-2", "ab: highway=footway",
      ], relations: ["1 2: type=multipolygon highway=pedestrian"])
    #expect(map.joins("a", "b") && !map.leads("a", "y") && map.levels(at: "f").contains(-1))
  }

  @Test func `floors that are drawn above one another are not worth a word`() throws {
    let map = try DrawnMap("a---b---c", ways: (0...3).map { "abc: highway=corridor level=\($0)" })
    #expect(map.diagnostics == [])
  }
}
