import Geodesy
import Testing
import WardwayMap

@testable import WardwayCompiler

/// Where people are let out before a hospital.
@Suite struct DropOffTests {
  private func dropOffs(_ drawing: String, ways: [String], nodes: [String] = []) throws -> [HandoffRecord] {
    let extract = try OSMFixture.read(xml: DrawnMap.xml(drawing, ways: ways, nodes: nodes))
    var finder = VenueFinder(extract)
    let hospitals = finder.venues()
    return HandoffFinder(extract: extract, hospitals: hospitals).handoffs().filter { $0.kind == .dropOff }
  }

  private static let hospital = """
    A--m--B
    |     |
    D-----C

    x--o--y--z
    """
  private static let outline = "AmBCDA: amenity=hospital name=H"

  @Test func `the forecourt of a main entrance is a drop-off, and is assumed`() throws {
    let found = try dropOffs(
      """
      x--o--y
      A--m--B
      |     |
      D-----C
      """, ways: [Self.outline, "xoy: highway=service"], nodes: ["m: entrance=main"])
    #expect(found.map(\.source) == [FeatureID(.node, 109)])
    #expect(found[0].isAssumed && found[0].transfer == 20_000 && found[0].users == .everyone)
    #expect(distance(found[0].drive, DrawnMap.coordinate(row: 0, column: 3)) < 0.1)
  }

  @Test func `without one it is the road nearest to the hospital`() throws {
    let found = try dropOffs(Self.hospital, ways: [Self.outline, "xoyz: highway=residential"])
    #expect(found.map(\.source) == [FeatureID(.way, 1)] && found[0].isAssumed)
  }

  private static let campus = """
    x-y---------------------z
    A---------g-------------B
    |         |             |
    |         |             |
    |         h-n       k---l
    |                     e |
    |                       |
    D-----------------------C
    """
  private static let campusWays = [
    "AgBlCDA: amenity=hospital name=H", "xyz: highway=residential", "gh: highway=service",
    "kl: highway=service",
  ]

  @Test func `on a large campus it is the road across its middle, not the one at a corner`() throws {
    let found = try dropOffs(Self.campus, ways: Self.campusWays)
    #expect(found.map(\.source) == [FeatureID(.way, 1)])
    #expect(found[0].drive == DrawnMap.coordinate(row: 4, column: 10))
  }

  @Test(arguments: ["entrance=yes", "amenity=hospital name=East"])
  func `doors and marks have theirs each`(tags: String) throws {
    let found = try dropOffs(Self.campus, ways: Self.campusWays, nodes: ["n: \(tags)", "e: \(tags)"])
    let places = [DrawnMap.coordinate(row: 4, column: 10), DrawnMap.coordinate(row: 4, column: 22)]
    #expect(Set(found.map(\.source)) == [FeatureID(.way, 1)])
    #expect(found.map(\.drive).count == 2)
    for place in places { #expect(found.contains { distance($0.drive, place) < 0.1 }) }
  }

  @Test func `one is enough for doors side by side`() throws {
    let found = try dropOffs(
      Self.campus, ways: Self.campusWays, nodes: ["n: entrance=yes", "h: entrance=yes"])
    #expect(found.count == 1)
  }

  @Test(arguments: [
    "highway=motorway", "highway=primary", "highway=footway", "highway=service access=private",
    "highway=service access=employees", "highway=service service=emergency_access",
    "highway=residential tunnel=yes", "highway=service level=-1",
    "highway=residential parking:both:restriction=no_stopping",
  ])
  func `not on a road where one mayn't stop`(road: String) throws {
    #expect(try dropOffs(Self.hospital, ways: [Self.outline, "xoyz: \(road)"]).isEmpty)
  }

  @Test(arguments: ["amenity=drop_off", "amenity=kiss_and_ride", "amenity=parking parking=kiss_and_ride"])
  func `one that the map shows is enough`(tags: String) throws {
    let found = try dropOffs(
      Self.hospital, ways: [Self.outline, "xoyz: highway=residential"],
      nodes: ["m: entrance=main", "o: \(tags)"])
    #expect(found.map(\.source) == [FeatureID(.node, 111)] && !found[0].isAssumed)
  }

  @Test func `a space for minutes is for letting out`() throws {
    let found = try dropOffs(
      Self.hospital, ways: [Self.outline, "xoyz: highway=residential"],
      nodes: ["o: amenity=parking maxstay=10~min"])
    #expect(found.map(\.source) == [FeatureID(.node, 111)])
  }

  @Test func `no hospital, no assumption`() throws {
    #expect(
      try dropOffs(Self.hospital, ways: ["xoyz: highway=residential"], nodes: ["m: entrance=main"]).isEmpty)
  }
}
