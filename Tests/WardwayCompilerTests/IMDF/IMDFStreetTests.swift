import Foundation
import Geodesy
import Testing
import Wardway
import WardwayCompiler

/// Where a hospital in IMDF whose map says nothing of the outdoors meets the streets.
@Suite struct IMDFStreetTests {
  private let workshop: IMDFWorkshop

  init() throws { workshop = IMDFWorkshop() }

  /// A way of the streets: its tags, and its nodes in metres from the hospital's corner.
  private struct Street {
    var tags: String
    var line: [(Double, Double)]

    init(_ tags: String, _ line: (Double, Double)...) { (self.tags, self.line) = (tags, line) }
  }

  /// A road that runs from south to north, 12 m before the entrance.
  private static let road = Street("highway=residential name=Quay~Road", (-12, -100), (-12, 100))

  /// The hospital without its forecourt: its only way out is the entrance on a storey.
  private func hospital(entrance floor: Int = 0, floorsFrom first: Int = 0) -> IMDFHospital {
    var hospital = IMDFHospital()
    hospital.remove("unit", "forecourt")
    hospital.remove("level", "yard")
    hospital.remove("amenity", "gate")
    if floor != 0 {
      hospital.remove("opening", "entrance")
      hospital.addOpening(
        "entrance", (0, 9), (0, 11), on: "level-\(floor)", #""category":"pedestrian.principal""#)
    }
    // What is renumbered isn't renumbered again.
    for number in first > 0 ? [2, 1, 0] : [0, 1, 2] {
      hospital.replace("level", #""ordinal":\#(number),"#, #""ordinal":\#(number + first),"#)
    }
    return hospital
  }

  private func file(_ streets: [Street]) throws -> String {
    var (nodes, ways) = ("", "")
    var number = 0
    for (index, street) in streets.enumerated() {
      var refs = ""
      for (x, y) in street.line {
        number += 1
        let place = IMDFHospital.frame.coordinate(LocalFrame.Point(x: x, y: y))
        nodes += "<node id=\"\(number)\" lat=\"\(place.latitude)\" lon=\"\(place.longitude)\"/>"
        refs += "<nd ref=\"\(number)\"/>"
      }
      if street.tags.contains("building") { refs += "<nd ref=\"\(number - street.line.count + 1)\"/>" }
      let tags = street.tags.split(separator: " ").map { $0.split(separator: "=") }
        .map { "<tag k=\"\($0[0])\" v=\"\($0[1].replacing("~", with: " "))\"/>" }.joined()
      ways += "<way id=\"\(index + 1)\">\(refs)\(tags)</way>"
    }
    let path = workshop.path("streets-\(UUID()).osm")
    try Data("<osm version=\"0.6\">\(nodes)\(ways)</osm>".utf8).write(to: URL(filePath: path))
    return path
  }

  /// Compiles both together; returns the edges from the road to Ward 3, and what was said of the entrance.
  private func together(
    _ hospital: IMDFHospital, _ streets: [Street]
  ) throws -> (edges: [TravelledEdge]?, codes: [Diagnostic.Code]) {
    let source = try hospital.write(to: workshop.folder.appending(path: "imdf-\(UUID())"))
    let path = workshop.path("atlas-\(UUID())")
    let report = try MapCompiler(profiles: [.walker]).compile([try file(streets), source], to: path)
    let codes = report.diagnostics.filter { $0.source == FeatureID(feature: "entrance") }.map(\.code)
    return (try edges(path), codes)
  }

  private func added(_ hospital: IMDFHospital, to streets: [Street]) throws -> [TravelledEdge]? {
    let source = try hospital.write(to: workshop.folder.appending(path: "imdf-\(UUID())"))
    let path = workshop.path("atlas-\(UUID())")
    let compiler = MapCompiler(profiles: [.walker])
    _ = try compiler.compile([try file(streets)], to: path)
    #expect(try compiler.add(venues: [source], to: path).files[0].outcome == .added)
    return try edges(path)
  }

  /// The edges of the walk from the first street's start to Ward 3; nil where there is none.
  private func edges(_ atlas: String) throws -> [TravelledEdge]? {
    let planner = Planner(try Atlas(opening: atlas))
    let start = IMDFHospital.frame.coordinate(LocalFrame.Point(x: -12, y: -100))
    let request = JourneyRequest(
      from: .coordinate(start, level: nil), to: .name("Ward 3"), profile: .walker)
    guard let journey = try? planner.plan(request) else { return nil }
    let edges = journey.legs.flatMap(\.edges)
    // Nobody starts in the building.
    return edges.first?.attributes.isIndoor ?? true ? nil : edges
  }

  private func enters(_ edges: [TravelledEdge]?) -> Bool {
    edges?.contains { $0.kind == .door || $0.name == "三病区" || $0.kind == .elevatorRide } ?? false
  }

  // MARK: In one compile

  @Test func `the entrance is joined to the street in front of it, and that is said`() throws {
    let found = try together(hospital(), [Self.road])
    #expect(found.codes == [.entranceLinkAssumed])
    let edges = try #require(found.edges)
    #expect(edges.contains { $0.source == FeatureID(feature: "entrance") && $0.kind == .door })
    let link = try #require(edges.first { $0.source == FeatureID(feature: "entrance outdoors") })
    #expect(abs(Double(link.length) - 12_000) < 100 && link.fromLevel == .ground && link.toLevel == .ground)
  }

  @Test func `two doors on one street are each joined where they are`() throws {
    var hospital = hospital()
    hospital.addOpening("side", (0, 15), (0, 16), on: "level-0")
    let source = try hospital.write(to: workshop.folder.appending(path: "two"))
    let report = try MapCompiler(profiles: [.walker]).compile(
      [try file([Self.road]), source], to: workshop.path("two-doors"))
    #expect(report.diagnostics.filter { $0.code == .entranceLinkAssumed }.count == 2)
    #expect(try edges(workshop.path("two-doors")) != nil)
  }

  @Test(arguments: [
    ("barrier=wall", [(-6.0, -50.0), (-6.0, 60.0)]),
    ("building=yes", [(-8, -50), (-4, -50), (-4, 60), (-8, 60)]),
    ("waterway=river", [(-6, -50), (-6, 60)]),
    ("railway=rail", [(-6, -50), (-6, 60)]),
  ])
  func `no way leads through walls, houses, water or over tracks`(tags: String, line: [(Double, Double)])
    throws
  {
    var wall = Street(tags)
    wall.line = line
    let found = try together(hospital(), [Self.road, wall])
    #expect(found.codes == [.entranceNotLinked] && !enters(found.edges))
  }

  @Test func `nor through the building itself`() throws {
    // Behind the building, and not before it.
    let found = try together(hospital(), [Street("highway=residential", (40, -100), (40, 100))])
    #expect(found.codes == [.entranceNotLinked])
  }

  @Test func `a house that the streets' map draws too doesn't bar its own door`() throws {
    let house = Street("building=yes", (-1.5, -1), (37, -1), (37, 21), (-1.5, 21))
    let found = try together(hospital(), [Self.road, house])
    #expect(found.codes == [.entranceLinkAssumed] && enters(found.edges))
  }

  @Test func `a forecourt is joined to the streets that come up to it, and to those that cross its edge`()
    throws
  {
    // Its edge is 10 m before the entrance.
    for street in [
      Street("highway=residential", (-12, -100), (-12, 100)),
      Street("highway=footway", (-12, -100), (-11, 0), (-5, 10)),
    ] {
      let found = try together(IMDFHospital(), [street])
      #expect(found.codes == [] && enters(found.edges))
      #expect(found.edges?.contains { $0.source == FeatureID(feature: "forecourt") } == true)
    }
    let far = Street("highway=residential", (-20, -100), (-20, 100))
    #expect(try !enters(together(IMDFHospital(), [far]).edges))
    let bridge = Street("highway=footway level=1", (-12, -100), (-12, 100))
    #expect(try !enters(together(IMDFHospital(), [bridge]).edges))
  }

  // MARK: Levels

  @Test func `a door underground is joined to what is underground, and to nothing else`() throws {
    let concourse = Street("highway=footway level=1", (-2, -100), (-2, 100))
    let found = try together(hospital(floorsFrom: -1), [Self.road, concourse])
    #expect(found.codes == [.entranceNotLinked] && !enters(found.edges))
    #expect(try !enters(added(hospital(floorsFrom: -1), to: [Self.road, concourse])))
    let passage = Street("highway=footway level=-1", (-2, -100), (-2, 100))
    #expect(try together(hospital(floorsFrom: -1), [Self.road, passage]).codes == [.entranceLinkAssumed])
  }

  @Test func `a door upstairs isn't joined to the ground`() throws {
    let found = try together(hospital(entrance: 1), [Self.road])
    #expect(found.codes == [.entranceNotLinked] && !enters(found.edges))
    #expect(try !enters(added(hospital(entrance: 1), to: [Street("highway=footway", (-12, -100), (-1, 10))])))
  }

  @Test func `an opening isn't joined to an outdoor unit on another level`() throws {
    var hospital = hospital(floorsFrom: -1)
    hospital.addLevel("deck", 1, "1", outdoor: true, IMDFHospital.box(-10, -10, 50, 30))
    hospital.add(
      "unit", "deck-unit", IMDFHospital.box(-10, 5, 0, 15), IMDFHospital.unit("walkway", "deck"))
    let extract = try workshop.extract(hospital)
    #expect(extract.way(FeatureID.number(ofFeature: "entrance#outdoors")) == nil)
  }

  @Test func `where floors are counted from 1, the first is on the ground`() throws {
    let found = try together(hospital(floorsFrom: 1), [Self.road])
    #expect(found.codes == [.entranceLinkAssumed])
    let edges = try #require(found.edges)
    #expect(edges.first?.fromLevel == .ground && edges.last?.toLevel == Level(3))
    let near = Street("highway=footway", (-12, -100), (-12, 10), (-0.5, 10))
    let added = try #require(try added(hospital(floorsFrom: 1), to: [near]))
    #expect(added.first?.fromLevel == .ground && added.last?.toLevel == Level(3))
  }

  // MARK: By add

  @Test func `the entrance is a portal that meets a way in front of it`() throws {
    let near = Street("highway=footway", (-12, -100), (-12, 10), (-0.5, 10))
    let edges = try #require(try added(hospital(), to: [near]))
    #expect(edges.last?.toLevel == Level(2))
    // Indoors next door is behind a wall.
    let mall = Street("highway=corridor indoor=yes level=0", (-12, -100), (-12, 10), (-1.5, 10))
    #expect(try !enters(added(hospital(), to: [mall])))
  }

  @Test func `by add and together the walk is the same`() throws {
    let together = try #require(try together(hospital(), [Self.road]).edges)
    let added = try #require(try added(hospital(), to: [Self.road]))
    func total(_ edges: [TravelledEdge], _ value: (TravelledEdge) -> UInt32) -> Double {
      edges.reduce(0) { $0 + Double(value($1)) }
    }
    #expect(added.contains { $0.source == FeatureID(feature: "entrance outdoors") })
    #expect(abs(total(added) { $0.length } - total(together) { $0.length }) < 50)
    #expect(abs(total(added) { $0.durationMilliseconds } - total(together) { $0.durationMilliseconds }) < 50)
  }

  @Test func `a campus no larger than the building is left by the same way`() throws {
    var tight = hospital()
    tight.remove("venue", "campus")
    tight.add(
      "venue", "campus", IMDFHospital.box(0, 0, 36, 20),
      #""category":"healthcarefacility","name":{"en":"Harbour Hospital"},"address_id":"home""#)
    // Near enough to be met by the door itself, which would leave out the way up to it.
    let near = Street("highway=residential", (-3, -100), (-3, 100))
    let link = FeatureID(feature: "entrance outdoors")
    let found = try together(tight, [near])
    #expect(found.codes == [.entranceLinkAssumed])
    #expect(
      found.edges?.contains { $0.source == link } == true,
      "\(found.edges?.map { "\($0.source) \($0.length)" } ?? [])")
    #expect(try added(tight, to: [near])?.contains { $0.source == link } == true)
  }

  @Test func `nor by add does a way lead through a house that the atlas knows`() throws {
    let house = Street("building=yes name=Mall", (-8, -50), (-4, -50), (-4, 60), (-8, 60))
    #expect(try !enters(added(hospital(), to: [Self.road, house])))
  }

  @Test func `the one venue of an archive can be added although it is no hospital`() throws {
    var university = hospital()
    university.replace("venue", "healthcarefacility", "university")
    let near = Street("highway=footway", (-12, -100), (-12, 10), (-0.5, 10))
    #expect(try added(university, to: [near])?.last?.toLevel == Level(2))
  }
}
