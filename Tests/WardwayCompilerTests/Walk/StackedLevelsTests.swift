import Geodesy
import Testing
import WardwayMap

@testable import WardwayCompiler

/// What lies above one another in the same nodes.
@Suite struct StackedLevelsTests {
  @Test func `corridors of several floors that share their corners stay apart`() throws {
    let map = try DrawnMap("a---b---c", ways: (0...3).map { "abc: highway=corridor level=\($0)" })
    #expect(map.levels(at: "a") == [0, 1, 2, 3] && map.levels(at: "c") == [0, 1, 2, 3])
    for level in 1...3 { #expect(!map.leads("a@0", "c@\(level)") && map.joins("a@\(level)", "c@\(level)")) }
    #expect(map.network.componentSizes.count == 4)
  }

  @Test func `corridors that cross on other levels stay apart`() throws {
    let map = try DrawnMap(
      """
          d
          |
      a---b---c
          |
          e
      """, ways: ["abc: highway=corridor level=0", "dbe: highway=corridor level=1"])
    #expect(map.joins("a", "c") && map.joins("d", "e") && !map.leads("a", "d"))
    #expect(map.levels(at: "b") == [0, 1])
  }

  @Test func `a footway without level joins the street at its end and the footbridge on it`() throws {
    let map = try DrawnMap(
      "a---b---c---d",
      ways: ["ab: highway=residential", "bc: highway=footway", "cd: highway=footway level=1"])
    #expect(map.joins("a", "d") && map.edges("way/1") == ["road a@0-b@0"])
  }

  @Test func `an untagged footway takes the one level of its neighbours`() throws {
    let map = try DrawnMap(
      "a---b---c---d---e",
      ways: [
        "ab: highway=corridor level=2", "bc: highway=footway", "cd: highway=footway",
        "de: highway=corridor level=2",
      ])
    #expect(map.edges("way/2") == ["footway b@2-c@2"] && map.edges("way/3") == ["footway c@2-d@2"])
    #expect(map.count(.connector) == 0)
  }

  @Test func `repeat_on makes a corridor of each level`() throws {
    let map = try DrawnMap(
      "a---b---c",
      ways: ["abc: highway=corridor level=1 repeat_on=2-3;5 name=Ward"],
      nodes: ["c: highway=elevator level=1-5"])
    #expect(map.edges("way/1") == [1, 2, 3, 5].map { "corridor a@\($0)-c@\($0)" })
    #expect(map.joins("a@1", "a@5", for: .wheelchair))
  }

  @Test func `a door on repeated corridors is a door on each level`() throws {
    let map = try DrawnMap(
      "a---b---c", ways: ["ab: highway=corridor repeat_on=0-2", "bc: highway=corridor repeat_on=0-2"],
      nodes: ["b: door=yes"])
    #expect(map.count(.door) == 3)
    for level in 0...2 { #expect(map.joins("a@\(level)", "c@\(level)")) }
    #expect(!map.leads("a@0", "c@1"))
  }

  @Test func `every floor from 0 to 200 is there once`() throws {
    let map = try DrawnMap("a---b", ways: ["ab: highway=corridor level=0-200"])
    #expect(map.levels(at: "a") == (0...200).map { Double($0) })
    #expect(Array(map.network.componentSizes) == Array(repeating: 2, count: 201))
  }

  @Test func `floors that nothing joins are islands, the largest first`() throws {
    let map = try DrawnMap(
      """
      a---b---c
          |
      d---e   f---g
      """,
      ways: [
        "de: highway=corridor level=4", "abc: highway=footway", "be: highway=footway", "fg: highway=corridor",
      ],
      nodes: ["e: barrier=wall"])
    #expect(Array(map.network.componentSizes) == [4, 2, 2] && map.report.islandEdges == 2)
    #expect(!map.leads("a", "d") && !map.leads("a", "f"))
    for (number, size) in map.network.componentSizes.enumerated() {
      #expect(map.network.nodes.count { Int($0.component) == number } == size)
    }
  }

  @Test(arguments: [("level=B1", "B1"), ("level=EG;1", "EG"), ("level=0 repeat_on=x;y", "x, y")])
  func `a level that can't be read is reported`(tags: String, part: String) throws {
    let map = try DrawnMap("a---b", ways: ["ab: highway=corridor \(tags)"])
    #expect(map.diagnostics == ["unreadable-level way/1"])
    #expect(map.report.diagnostics.first?.message.contains("'\(part)'") == true)
    #expect(map.report.diagnostics.first?.severity == .warning)
  }

  @Test func `the names that are posted on levels are kept`() throws {
    let map = try DrawnMap(
      "a---b---c---d",
      ways: [
        "ab: highway=corridor level=-1 level:ref=B1", "bc: highway=steps level=-1;0 level:ref=B1;G",
        "cd: highway=corridor level=0",
      ])
    func name(_ point: String) -> String {
      map.network.strings[map.network.nodes[Int(map.nodes(point)[0])].levelName]
    }
    #expect(name("a") == "B1" && name("b") == "B1" && name("c") == "G" && name("d") == "")
  }
}
