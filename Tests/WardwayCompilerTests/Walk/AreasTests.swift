import Geodesy
import Testing
import WardwayMap

@testable import WardwayCompiler

/// Rooms, halls, squares and platforms.
@Suite struct AreasTests {
  private static let rooms = """
    a---b---c
    |   |   |
    d-x-e-y-f
    |       |
    g-------h
    """

  @Test func `rooms are joined by doors alone`() throws {
    let ways = [
      "abexda: indoor=room level=0", "bcfyeb: indoor=room level=0", "dxeyfhgd: indoor=area level=0",
    ]
    let map = try DrawnMap(Self.rooms, ways: ways, nodes: ["x: door=yes", "c: door=yes"])
    #expect(map.joins("way/1", "way/3") && map.count(.door) == 1)
    #expect(!map.leads("way/1", "way/2") && !map.leads("way/2", "way/3"))
    let both = try DrawnMap(Self.rooms, ways: ways, nodes: ["x: door=yes", "y: door=hinged"])
    #expect(both.joins("way/1", "way/2") && both.joins("way/2", "way/3") && both.count(.door) == 2)
  }

  @Test func `a door between two rooms joins them`() throws {
    let map = try DrawnMap(
      Self.rooms, ways: ["abexda: indoor=room level=0", "bcfyeb: indoor=room level=0"], nodes: ["b: door=yes"]
    )
    #expect(map.edges("node/98") == ["door b@0-b@0"] && map.joins("way/1", "way/2"))
  }

  @Test func `rooms whose doors the map doesn't show are open to what touches them`() throws {
    let map = try DrawnMap(
      Self.rooms,
      ways: ["abexda: indoor=room level=0", "bcfyeb: indoor=room level=0", "dxeyfhgd: indoor=area level=0"],
      nodes: ["x: door=yes"])
    #expect(map.joins("way/2", "way/3") && map.joins("way/1", "way/2"))
  }

  @Test func `a room and a corridor on it are joined where the corridor comes in`() throws {
    let map = try DrawnMap(
      """
      a---b
      |   |
      d-x-c
        |
        e
      """, ways: ["abcxda: indoor=room level=2", "xe: highway=corridor level=2"])
    #expect(map.joins("a", "e") && map.count(.connector) == 1)
  }

  @Test func `a room of another level isn't entered`() throws {
    let map = try DrawnMap(
      """
      a---b
      |   |
      d-x-c
        |
      f-e-g
      """,
      ways: ["abcxda: indoor=room level=2", "xe: highway=corridor level=4", "feg: highway=corridor level=4"])
    #expect(!map.leads("a", "f"))
  }

  @Test(arguments: ["highway=pedestrian area=yes", "indoor=area", "railway=platform", "place=square"])
  func `an open area is joined to what touches it`(tags: String) throws {
    let map = try DrawnMap(
      """
      e---a---b
          |   |
          d---c---f
      """, ways: ["abcda: \(tags)", "ea: highway=footway", "cf: highway=footway"])
    #expect(map.joins("e", "f") && map.edges("way/1").count == 2)
  }

  @Test func `an area of several ways is walked along, and a way that is missing is reported`() throws {
    let drawing = """
      e---a---b
          |   |
          d---c---f
      """
    let ways = ["abc: source=x", "cda: source=y", "ea: highway=footway", "cf: highway=footway"]
    let whole = try DrawnMap(
      drawing, ways: ways, relations: ["1 2: type=multipolygon highway=pedestrian area=yes"])
    #expect(whole.joins("e", "f") && whole.diagnostics == [])
    #expect(whole.edges("relation/1") == ["area a@0-c@0", "area c@0-a@0"])
    let cut = try DrawnMap(
      drawing, ways: ways, relations: ["1 99: type=multipolygon highway=pedestrian area=yes"])
    #expect(cut.joins("e", "f") && cut.diagnostics == ["incomplete-area relation/1"])
    #expect(cut.report.diagnostics[0].message.contains("1 of its ways"))
  }

  @Test func `a room of several ways is one room`() throws {
    let map = try DrawnMap(
      """
      a---b---g
      |   |
      d-x-c
        |
        f
      """,
      ways: ["abc: source=x", "cxda: source=y", "xf: highway=corridor level=0"],
      nodes: ["x: door=yes"], relations: ["1 2: type=multipolygon indoor=room level=0"])
    #expect(map.joins("a", "f") && map.joins("relation/1", "f") && map.count(.door) == 1)
  }

  @Test func `a platform's level comes with it`() throws {
    let map = try DrawnMap(
      """
      a---b
      |   |
      d---c---e---f
      """, ways: ["abcda: railway=platform level=-2", "ce: highway=steps level=-2;0", "ef: highway=footway"])
    #expect(map.edges("way/2") == ["stairs c@-2-e@0"] && map.joins("a", "f"))
  }

  @Test(arguments: ["aba", "aa", "abba", "aaaa", "abcba"])
  func `outlines without an inside don't trouble anyone`(outline: String) throws {
    let map = try DrawnMap(
      "a---b---c", ways: ["\(outline): indoor=room level=0", "bc: highway=corridor level=0"])
    #expect(map.joins("b", "c"))
  }

  @Test func `an outline that crosses itself is walked along`() throws {
    let map = try DrawnMap(
      """
      a---b
        x
      c---d
      """, ways: ["axdbxca: highway=pedestrian area=yes"])
    #expect(map.edges("way/1").count >= 2)
  }
}
