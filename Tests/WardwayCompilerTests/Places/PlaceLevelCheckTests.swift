import Geodesy
import Testing
import WardwayMap

@testable import WardwayCompiler

/// The map maker is told of places that no way on their level is near.
@Suite struct PlaceLevelCheckTests {
  @Test func `places on a level without ways are found, level by level`() throws {
    let map = try DrawnMap(
      "abcde",
      ways: ["abc: highway=corridor indoor=yes level=1"],
      nodes: [
        "a: amenity=clinic name=Here level=1", "b: amenity=clinic name=Above level=2",
        "c: amenity=doctors name=Also~above level=2", "d: amenity=clinic name=Below level=-1",
        "e: amenity=clinic name=Anywhere",
      ])
    let found = PlaceLevelCheck.diagnostics(map.settled, EdgeIndex(map.settled))
    #expect(found.map(\.code) == [.placeLevelEmpty, .placeLevelEmpty])
    #expect(found.map(\.level) == [Level(-1), Level(2)] && found.map(\.sources.count) == [1, 2])
    #expect(
      found[1].message
        == "'Above' and one other: no way on level 2 is within 50 m, so that people are led to another level")
  }

  @Test func `an area on the level, or a way near by, is enough`() throws {
    let map = try DrawnMap(
      """
      a--b    x
      |  |
      d--c y
      """,
      ways: ["abcda: indoor=room level=2", "dc: highway=corridor indoor=yes level=2"],
      nodes: ["x: amenity=clinic name=Clinic level=2", "y: amenity=clinic name=Ward level=2"])
    #expect(PlaceLevelCheck.diagnostics(map.settled, EdgeIndex(map.settled)).isEmpty)
  }
}
