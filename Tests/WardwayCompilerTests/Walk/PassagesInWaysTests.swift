import Geodesy
import Testing
import WardwayMap

@testable import WardwayCompiler

/// Doors, gates, walls and kerbs at nodes.
@Suite struct PassagesInWaysTests {
  @Test(arguments: [
    ("door=yes", EdgeKind.door), ("entrance=main", .door), ("barrier=gate", .barrier),
    ("barrier=bollard", .barrier),
    ("kerb=raised", .kerb),
  ])
  func `a passage in a way is an edge between its sides`(tags: String, kind: EdgeKind) throws {
    for ways in [["abc: highway=footway"], ["ab: highway=footway", "bc: highway=footway"]] {
      let map = try DrawnMap("a---b---c", ways: ways, nodes: ["b: \(tags) name=X"])
      #expect(map.edges("node/98") == ["\(kind) b@0-b@0"] && map.joins("a", "c"))
      #expect(
        map.network.strings[map.records("node/98")[0].name] == "X" && map.records("node/98")[0].length == 0)
    }
  }

  @Test func `a door in the wall of a building knows the building`() throws {
    let map = try DrawnMap(
      """
      d---e
      |   |
      a   b---c
      |   |
      f---g
      """,
      ways: [
        "debgfad: building=hospital name=Ward~Block", "ab: highway=corridor indoor=yes",
        "bc: highway=footway",
      ], nodes: ["b: entrance=main"])
    let door = try #require(map.records("node/98").first)
    #expect(map.network.strings[door.ref] == "Ward Block")
  }

  @Test(arguments: ["barrier=wall", "barrier=fence", "barrier=gate locked=yes", "door=yes access=no"])
  func `a wall in a way ends it on both sides`(tags: String) throws {
    for ways in [["abc: highway=footway"], ["ab: highway=footway", "bc: highway=footway"]] {
      let map = try DrawnMap("a---b---c", ways: ways, nodes: ["b: \(tags)"])
      #expect(!map.leads("a", "c") && map.edges("node/98") == [])
    }
  }

  @Test(arguments: [
    ["abc: highway=footway", "db: highway=footway"],
    ["ab: highway=footway", "bc: highway=footway", "bd: highway=footway"],
  ])
  func `three ways at a door pass it once, whichever way`(ways: [String]) throws {
    let map = try DrawnMap(
      """
          d
          |
      a---b---c
      """, ways: ways, nodes: ["b: door=yes"])
    #expect(map.count(.door) == 1 && map.records("node/98").count == 3)
    for (from, to) in [("a", "c"), ("a", "d"), ("c", "d")] { #expect(map.joins(from, to)) }
  }

  @Test func `three ways at a wall don't meet`() throws {
    let map = try DrawnMap(
      """
          d
          |
      a---b---c
      """, ways: ["abc: highway=footway", "db: highway=footway"], nodes: ["b: barrier=wall"])
    #expect(!map.leads("a", "c") && !map.leads("a", "d") && !map.leads("c", "d"))
  }

  @Test func `a raised kerb between three ways stops a wheelchair everywhere`() throws {
    let map = try DrawnMap(
      """
          d
          |
      a---b---c
      """, ways: ["abc: highway=footway", "db: highway=footway"], nodes: ["b: kerb=raised"])
    #expect(map.joins("a", "c") && map.joins("a", "d"))
    for end in ["c", "d"] { #expect(!map.leads("a", end, for: .wheelchair)) }
  }

  @Test func `a narrow door stops a bed, on three ways as on two`() throws {
    for ways in [["abc: highway=corridor"], ["abc: highway=corridor", "db: highway=corridor"]] {
      let map = try DrawnMap(
        """
            d
            |
        a---b---c
        """, ways: ways, nodes: ["b: door=yes width=0.9"])
      #expect(map.joins("a", "c", for: .wheelchair) && !map.leads("a", "c", for: .bed))
    }
  }

  @Test func `a door at the end of a way leads nowhere`() throws {
    let map = try DrawnMap("a---b", ways: ["ab: highway=footway"], nodes: ["b: entrance=yes"])
    #expect(map.count(.door) == 0 && map.joins("a", "b"))
  }

  @Test func `a private door lets staff through`() throws {
    let map = try DrawnMap(
      "a---b---c", ways: ["abc: highway=corridor"], nodes: ["b: door=yes access=private"])
    #expect(!map.leads("a", "c") && map.joins("a", "c", for: .staff))
  }

  @Test func `doors of a way that passes twice are two`() throws {
    let map = try DrawnMap(
      """
      a---b---c
          |   |
          e---d
      """, ways: ["abcdeb: highway=footway"], nodes: ["b: door=yes"])
    #expect(map.joins("a", "d") && map.count(.door) == 1)
  }

  @Test func `a ring with a door in its first node is walked round and through the door`() throws {
    let map = try DrawnMap(
      """
      a---b
      |   |
      d---c
      """, ways: ["abcda: highway=footway"], nodes: ["a: barrier=gate"])
    #expect(map.count(.barrier) == 1 && Array(map.network.componentSizes) == [3])
    #expect(map.joins("a", "c") && map.levels(at: "a") == [0, 0])
  }
}
