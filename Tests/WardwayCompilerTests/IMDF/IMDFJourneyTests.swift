import Foundation
import Testing
import Wardway
import WardwayCompiler

/// Journeys through a hospital in IMDF.
@Suite struct IMDFJourneyTests {
  private let workshop: IMDFWorkshop

  init() throws { workshop = IMDFWorkshop() }

  private func atlas(_ hospital: IMDFHospital = IMDFHospital()) throws -> Atlas {
    let source = try hospital.write(to: workshop.folder.appending(path: "imdf-\(UUID())"))
    let path = workshop.path("atlas-\(UUID())")
    _ = try MapCompiler().compile([source], to: path)
    return try Atlas(opening: path)
  }

  private func plan(
    _ atlas: Atlas, _ from: String, _ to: String, as profile: Profile = .walker, closed: [String] = []
  ) throws(PlanningError) -> Journey {
    var request = JourneyRequest(from: .name(from), to: .name(to), profile: profile)
    request.closed = closed.map { FeatureID(feature: $0) }
    let planner = Planner(atlas)
    return try planner.plan(request)
  }

  private func kinds(_ journey: Journey) -> Set<EdgeKind> { Set(journey.legs.flatMap(\.edges).map(\.kind)) }

  @Test(arguments: [("Pharmacy", "Radiology"), ("药房", "放射科"), ("pharmacy", "radiology")])
  func `places are found in both languages, and one walks from floor to floor`(from: String, to: String)
    throws
  {
    let atlas = try atlas()
    let journey = try plan(atlas, from, to)
    let place = try #require(try atlas.places(named: to).places.first)
    #expect(place.level == Level(1) && place.levelName == "2F")
    #expect(place.name(in: .english) == "Radiology" && place.name(in: .simplifiedChinese) == "放射科")
    #expect(journey.distance > 30 && journey.distance < 120, "\(journey.distance)")
    #expect(kinds(journey).contains(.door))
  }

  @Test func `walkers may take the stairs, wheels the elevator`() throws {
    let atlas = try atlas()
    let byElevator = try plan(atlas, "Pharmacy", "Ward 3", as: .wheelchair)
    #expect(kinds(byElevator).contains(.elevatorRide) && !kinds(byElevator).contains(.stairs))
    for floor in 0..<3 {
      let byStairs = try? plan(atlas, "Pharmacy", "Ward 3", closed: ["elevator-\(floor)"])
      // Closed on the floor between, it passes there.
      #expect(byStairs.map { kinds($0).contains(.stairs) } ?? false || floor == 1)
    }
    #expect(throws: PlanningError.self) {
      try plan(atlas, "Pharmacy", "Ward 3", as: .wheelchair, closed: ["elevator-2"])
    }
    #expect(throws: PlanningError.self) {
      try plan(atlas, "Pharmacy", "Ward 3", as: .wheelchair, closed: ["ELEVATOR-0#shaft"])
    }
    // Whoever passes a floor on the stairs walks over its landing.
    #expect(throws: PlanningError.self) {
      try plan(atlas, "Pharmacy", "Ward 3", closed: ["elevator-0", "stairs-1"])
    }
  }

  @Test func `closed doors and units are walked around, or there is no way`() throws {
    let atlas = try atlas()
    #expect(throws: PlanningError.self) {
      try plan(atlas, "Information", "Pharmacy", closed: ["south-1-door-0"])
    }
    #expect(throws: PlanningError.self) { try plan(atlas, "Ward 3", "Pharmacy", closed: ["corridor-2"]) }
    let door = FeatureID(feature: "staff-door-0")
    #expect(
      try plan(atlas, "Information", "Store", as: .staff).legs.flatMap(\.edges).contains { $0.source == door }
    )
    // Visitors are led to the wall that is nearest.
    #expect(try !plan(atlas, "Information", "Store").legs.flatMap(\.edges).contains { $0.source == door })
  }

  @Test func `one comes in by the main entrance, and relationships beat guesses`() throws {
    let indoors = try plan(try atlas(), "Gate", "Pharmacy")
    #expect(indoors.legs.flatMap(\.edges).contains { $0.source == FeatureID(feature: "entrance") })
    var hospital = IMDFHospital()
    // Down the stairs only.
    for floor in 0..<2 {
      hospital.addRelationship(
        "down-\(floor)", "stairs", [("stairs-\(floor + 1)", "unit"), ("stairs-\(floor)", "unit")],
        directed: true)
    }
    hospital.addRelationship(
      "lift", "elevator", (0..<2).map { ("elevator-\($0)", "unit") })
    let oneWay = try atlas(hospital)
    let closed = ["lift"]
    #expect(try plan(oneWay, "Ward 3", "Pharmacy", closed: closed).distance > 30)
    #expect(throws: PlanningError.self) { try plan(oneWay, "Pharmacy", "Radiology", closed: closed) }
  }

  @Test func `a door that relationships call one-way is`() throws {
    var hospital = IMDFHospital()
    hospital.addRelationship(
      "out", "traversal", [("south-1-0", "unit"), ("south-1-door-0", "opening"), ("corridor-0", "unit")],
      directed: true)
    let atlas = try atlas(hospital)
    #expect(try plan(atlas, "Pharmacy", "Information").distance > 0)
    #expect(throws: PlanningError.self) { try plan(atlas, "Information", "Pharmacy") }
  }

  @Test func `a hospital in IMDF is added to an atlas of streets`() throws {
    let west = IMDFHospital.frame.coordinate(LocalFrame.Point(x: -12, y: -100))
    let east = IMDFHospital.frame.coordinate(LocalFrame.Point(x: -12, y: 100))
    let streets = workshop.path("streets.osm")
    let nodes = [west, east].enumerated().map {
      "<node id=\"\($0 + 1)\" lat=\"\($1.latitude)\" lon=\"\($1.longitude)\"/>"
    }
    let way = """
      <way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/><tag k="name" v="Quay Road"/></way>
      """
    try Data("<osm version=\"0.6\">\(nodes.joined())\(way)</osm>".utf8).write(to: URL(filePath: streets))
    let path = workshop.path("city")
    _ = try MapCompiler().compile([streets], to: path)
    let zip = try IMDFHospital().write(zip: workshop.folder.appending(path: "hospital.zip"))
    let report = try MapCompiler().add(venues: [zip], to: path)
    #expect(report.files[0].outcome == .added, "\(report)")
    #expect(report.files[0].venues.map(\.name) == ["海港医院"])
    #expect(try MapCompiler().add(venues: [zip], to: path).files[0].outcome == .unchanged)
    let atlas = try Atlas(opening: path)
    let planner = Planner(atlas)
    let request = JourneyRequest(
      from: .coordinate(west, level: nil), to: .name("放射科"), profile: .wheelchair)
    let journey = try planner.plan(request)
    #expect(kinds(journey).contains(.elevatorRide) && journey.distance > 100)
  }

  @Test func `an archive and a folder give the same atlas, each time`() throws {
    let hospital = IMDFHospital()
    let sources = [
      try hospital.write(to: workshop.folder.appending(path: "folder")),
      try hospital.write(zip: workshop.folder.appending(path: "a.zip")),
      try hospital.write(zip: workshop.folder.appending(path: "b.imdf"), inside: "Harbour/"),
    ]
    let contents = try (sources + sources).enumerated().map { index, source in
      let path = workshop.path("same-\(index)")
      _ = try MapCompiler().compile([source], to: path)
      return try FileManager.default.contentsOfDirectory(atPath: path).sorted().map {
        try Data(contentsOf: URL(filePath: "\(path)/\($0)"))
      }
    }
    #expect(Set(contents).count == 1 && contents[0].count > 1)
  }
}
