import Geodesy
import Testing
import WardwayMap

@testable import WardwayCompiler

/// Floors that nothing but an elevator joins: none is dropped unsaid.
@Suite struct HangingFloorsTests {
  @Test(arguments: ["", "layer=1", "level=1"])
  func `an upper corridor that doesn't say its level lies where the elevator has nothing else`(
    tags: String
  ) throws {
    let map = try DrawnMap(
      "a---e---b",
      ways: ["ae: highway=corridor level=0", "eb: highway=corridor indoor=yes \(tags)"],
      nodes: ["e: highway=elevator level=0;1"])
    #expect(map.levels(at: "b") == [1] && map.joins("a", "b", for: .wheelchair))
    #expect(map.diagnostics == (tags == "level=1" ? [] : ["level-guessed way/2"]))
    if let found = map.report.diagnostics.first {
      #expect(found.sources.contains(FeatureID("node/101")!) && found.coordinate != nil && !found.fix.isEmpty)
    }
  }

  @Test func `where several floors would do, the layer decides, else it is said`() throws {
    func map(_ tags: String) throws -> DrawnMap {
      try DrawnMap(
        "a---e---b",
        ways: ["ae: highway=corridor level=0", "eb: highway=corridor \(tags)"],
        nodes: ["e: highway=elevator level=0-3"])
    }
    #expect(try map("layer=2").levels(at: "b") == [2])
    let open = try map("surface=tiles")
    #expect(open.diagnostics.contains("level-guessed way/2"))
  }

  @Test func `corridors that end inside an elevator's outline get in`() throws {
    let map = try DrawnMap(
      """
          p-q
      a---e-f---b
          s-r
      """,
      ways: [
        "pqrsp: highway=elevator area=yes level=0;1", "ae: highway=corridor level=0",
        "bf: highway=corridor level=1",
      ])
    #expect(map.joins("a", "b", for: .wheelchair) && map.count(.elevatorRide) == 1)
  }

  @Test func `an elevator in rooms on two floors joins them`() throws {
    let map = try DrawnMap(
      """
      a---b
      | e |
      d---c
      """,
      ways: ["abcda: indoor=room level=0 name=A", "abcda: indoor=room level=1 name=B"],
      nodes: ["e: highway=elevator"])
    #expect(map.joins("way/1", "way/2", for: .wheelchair))
  }

  @Test func `an elevator that nothing meets, or not on all of its floors, is reported`() throws {
    let alone = try DrawnMap(
      "a---b e", ways: ["ab: highway=footway"], nodes: ["e: highway=elevator level=0;1"])
    #expect(alone.diagnostics == ["elevator-without-ways node/101"])
    let partly = try DrawnMap(
      "a---e---b", ways: ["ae: highway=corridor level=0", "eb: highway=corridor level=1"],
      nodes: ["e: highway=elevator level=0-2"])
    #expect(partly.diagnostics == ["elevator-floor-without-ways node/101"])
  }
}
