import Geodesy
import Testing
import WardwayMap

@testable import WardwayCompiler

/// Which buildings go into which file.
@Suite struct BuildingFinderTests {
  private static let drawing = """
    ab  ef  ij  mn   s--t
    dc  hg  lk  po   v--u
    """

  private func finder(_ ways: [String]) throws -> (finder: BuildingFinder, extract: OSMExtract) {
    let extract = try OSMFixture.read(xml: DrawnMap.xml(Self.drawing, ways: ways))
    return (BuildingFinder(extract), extract)
  }

  private let ways = [
    "abcda: building=yes name=Bakery building:levels=3 building:levels:underground=1",
    "efghe: building=yes", "ijkli: building=roof name=Canopy", "mnopm: building=station",
    "mo: highway=corridor indoor=yes", "stuvs: building=hospital name=Ward~House",
  ]

  @Test func `the streets have those with a name or ways inside, and no roofs`() throws {
    let found = try finder(ways)
    var report = CompilationReport()
    let network = MapCompiler().settled(found.extract, &report)
    let buildings = found.finder.outside([], with: network)
    #expect(buildings.records.map(\.source) == [1, 4, 6].map { FeatureID(.way, $0) })
    #expect(buildings.names == ["Bakery", "", "Ward House"])
    #expect(buildings.records[0].lowest == Level(-1) && buildings.records[0].highest == Level(2))
    #expect(buildings.records[1].lowest == .lowest && buildings.records[1].highest == .highest)
    #expect(buildings.rings(of: 0).map(\.count) == [4])
  }

  @Test func `entrances are the public doors on the walls, whatever else they are on`() throws {
    let map = """
      a-b--c-d
      |      |
      h--g---e  x
      """
    let xml = DrawnMap.xml(
      map, ways: ["abcdegha: building=yes"],
      nodes: [
        "b: entrance=main level=0", "c: entrance=service", "g: entrance=yes step_count=2", "e: entrance=exit",
        "h: door=yes access=no", "x: entrance=yes",
      ])
    let extract = try OSMFixture.read(xml: xml)
    var report = CompilationReport()
    let network = MapCompiler().settled(extract, &report)
    let buildings = BuildingFinder(extract).outside([], with: network)
    let entrances = buildings.entrances(of: 0)
    #expect(buildings.count == 1 && entrances.map(\.isMain) == [true, false])
    #expect(entrances.map(\.edge.stepCount) == [0, 2] && entrances.map(\.level) == [.ground, nil])
  }

  @Test func `a hospital has all on its campus, and the streets none of them`() throws {
    let found = try finder(ways)
    let campus = Outline(rings: [
      [(0, 15), (0, 24), (3, 24), (3, 15)].map { DrawnMap.coordinate(row: $0, column: $1) }
    ])
    #expect(found.finder.inside(campus).names == ["Ward House"])
    var report = CompilationReport()
    let network = MapCompiler().settled(found.extract, &report)
    #expect(found.finder.outside([campus], with: network).names == ["Bakery", ""])
  }
}
