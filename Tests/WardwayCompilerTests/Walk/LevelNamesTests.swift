import Testing
import WardwayMap

@testable import WardwayCompiler

/// Outlines of whole storeys.
@Suite struct LevelNamesTests {
  @Test func `the outline of a storey names its level where nothing else does`() throws {
    let map = try DrawnMap(
      """
      a-------b
      | x---y |
      d-------c   z
      """,
      ways: [
        "abcda: indoor=level level=1 level:ref=2F",
        "abcda: indoor=level level=2 name=The~second~upper~storey",
        "xy: highway=corridor level=1", "xy: highway=corridor level=2", "yz: highway=corridor level=1",
        "xd: highway=corridor level=1 level:ref=OG",
      ])
    func name(_ point: String) -> String {
      map.nodes(point).map { map.network.strings[map.network.nodes[Int($0)].levelName] }.joined(
        separator: " ")
    }
    #expect(name("y@1") == "2F" && name("x@1") == "OG" && name("x@2") == "" && name("z@1") == "")
  }
}
