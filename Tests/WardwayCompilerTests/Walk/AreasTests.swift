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
    #expect(map.joins("x", "e") && map.count(.connector) == 1)
    #expect(map.network.areas.count == 1 && map.network.areas.nodes(of: 0).count == 1)
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
    #expect(!map.leads("x@2", "f"))
  }

  @Test(arguments: ["highway=pedestrian area=yes", "indoor=area", "railway=platform", "place=square"])
  func `an open area is joined to what touches it`(tags: String) throws {
    let map = try DrawnMap(
      """
      e---a---b
          |   |
          d---c---f
      """, ways: ["abcda: \(tags)", "ea: highway=footway", "cf: highway=footway"])
    #expect(map.joins("e", "f"))
    #expect(map.edges("way/1").map { $0.drop { $0 != " " } } == [" a@0-c@0"])
  }

  @Test func `an area of several ways is crossed, and a way that is missing is reported`() throws {
    let drawing = """
      e---a---b
          |   |
          d---c---f
      """
    let ways = ["abc: source=x", "cda: source=y", "ea: highway=footway", "cf: highway=footway"]
    let whole = try DrawnMap(
      drawing, ways: ways, relations: ["1 2: type=multipolygon highway=pedestrian area=yes"])
    #expect(whole.joins("e", "f") && whole.diagnostics == [])
    #expect(whole.edges("relation/1") == ["area a@0-c@0"])
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
    #expect(map.joins("x", "f") && map.count(.door) == 1)
    #expect(map.network.areas.areas(from: FeatureID(.relation, 1)).count == 1)
  }

  @Test func `a platform's level comes with it`() throws {
    let map = try DrawnMap(
      """
      a---b
      |   |
      d---c---e---f
      """, ways: ["abcda: railway=platform level=-2", "ce: highway=steps level=-2;0", "ef: highway=footway"])
    #expect(map.edges("way/2") == ["stairs c@-2-e@0"] && map.joins("c@-2", "f"))
  }

  @Test(arguments: ["aba", "aa", "abba", "aaaa", "abcba"])
  func `outlines without an inside don't trouble anyone`(outline: String) throws {
    let map = try DrawnMap(
      "a---b---c", ways: ["\(outline): indoor=room level=0", "bc: highway=corridor level=0"])
    #expect(map.joins("b", "c"))
  }

  @Test func `of an outline that crosses itself both parts are used, and it is reported`() throws {
    let map = try DrawnMap(
      """
      a---b
        x
      c---d
      """, ways: ["abcda: highway=pedestrian area=yes", "ac: highway=footway", "bd: highway=footway"])
    #expect(map.diagnostics == ["invalid-area way/1"] && map.network.areas.count == 2)
    #expect(map.joins("a", "c") && map.joins("b", "d"))
  }

  @Test func `halls that share a side are open to each other along it, but not through a wall`() throws {
    let drawing = """
      a---b---c
      |   |   |
      |   |   |
      d---e---f
      """
    let ways = ["abeda: indoor=area level=1", "bcfeb: indoor=corridor level=1"]
    let open = try DrawnMap(drawing, ways: ways)
    // Both ends of the side, and points some 3 m apart on it.
    #expect(open.network.areas.nodes(of: 0).count == 11 && open.joins("way/1", "way/2"))
    let walled = try DrawnMap(drawing, ways: ways + ["be: indoor=wall level=1"])
    #expect(walled.network.areas.nodes(of: 0).count == 2)
  }

  @Test func `a hall that is drawn twice isn't joined to itself along its walls`() throws {
    let drawing = """
      a-----b
      |     |
      e     f
      |     |
      d-----c
      """
    let once = "abfcdea: indoor=corridor level=1"
    let doors = ["e: door=yes", "f: door=yes"]
    let twice = try DrawnMap(drawing, ways: [once, "abfcdea: indoor=area level=1"], nodes: doors)
    for area in [0, 1] { #expect(twice.network.areas.nodes(of: area).count == 2) }
    #expect(twice.joins("way/1", "way/2") && twice.joins("e", "f"))
  }

  @Test func `rooms whose doors the map doesn't show are entered from the hall, not through each other`()
    throws
  {
    let drawing = """
      a-----b-----c
      |     |     |
      d-----e-----f
      |           |
      g-----------h
      """
    let rooms = ["abeda: indoor=room level=0", "bcfeb: indoor=room level=0"]
    let map = try DrawnMap(drawing, ways: rooms + ["defhgd: indoor=corridor level=0"])
    #expect(map.joins("way/1", "way/2") && map.joins("way/1", "way/3"))
    let hall = Set(
      map.network.areas.areas(from: FeatureID(.way, 3)).flatMap { map.network.areas.nodes(of: $0) })
    for way in [1, 2] {
      let room = map.network.areas.areas(from: FeatureID(.way, Int64(way))).flatMap {
        map.network.areas.nodes(of: $0)
      }
      // Its side to the hall is 60 m long: three places to go in, none of them a corner.
      #expect(room.count == 3 && hall.isSuperset(of: room))
    }
    // Where no hall is, they are open to each other.
    #expect(try DrawnMap(drawing, ways: rooms).joins("way/1", "way/2"))
  }

  @Test func `one walks around what stands in a hall, and into it by its door`() throws {
    let drawing = """
      a-------------b
      |             |
      e   p-q-r     f
      |   |   |     |
      |   s---t     |
      d-------------c
      """
    let map = try DrawnMap(
      drawing,
      ways: [
        "abfcdea: indoor=area level=0", "pqrtsp: indoor=room level=0", "ge: highway=corridor level=0",
        "fh: highway=corridor level=0",
      ].filter { !$0.hasPrefix("g") && !$0.hasPrefix("fh") },
      nodes: ["q: door=yes", "e: door=yes", "f: door=yes"])
    let hall = try #require(map.network.areas.areas(from: FeatureID(.way, 1)).first)
    #expect(map.network.areas.rings(of: hall).count == 2)
    #expect(map.joins("e", "f") && map.joins("e", "q"))
    for edge in map.records("way/1") {
      let ends = [edge.tail, edge.head].map { map.network.nodes[Int($0)].coordinate }
      #expect(map.network.areas.space(of: hall)!.sees(ends[0], ends[1]))
    }
  }

  @Test func `a line that comes onto a square is joined to it where it ends`() throws {
    let map = try DrawnMap(
      """
      a-------b
      |       |
      e---x   f---g
      |       |
      d-------c
      """,
      ways: ["abfcdea: highway=pedestrian area=yes", "ex: highway=footway", "fg: highway=footway"])
    #expect(map.edges("way/1").contains("area f@0-x@0") || map.edges("way/1").contains("area x@0-f@0"))
  }

  @Test func `a bridge over a square isn't stepped onto from it`() throws {
    let map = try DrawnMap(
      """
      a-----b
      |     |
      |  x-y|
      |     |
      d-----c
      """,
      ways: ["abcda: highway=pedestrian area=yes", "xy: highway=steps", "yx: highway=footway bridge=yes"])
    #expect(map.records("way/1").isEmpty)
  }
}
