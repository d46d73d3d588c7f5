import TestSupport
import Testing
import Wardway

/// Places as they are written, and as the map knows them.
@Suite struct PlaceTests {
  @Test func `coordinates and levels are read`() throws {
    let home = Coordinate(latitude: 52.1, longitude: 13.2)!
    #expect(try Place("52.1,13.2") == .coordinate(home, level: nil))
    #expect(try Place(" 52.1 , 13.2 ") == .coordinate(home, level: nil))
    #expect(try Place("52.1,13.2@-1") == .coordinate(home, level: Level(-1)))
    #expect(try Place("52.1,13.2@0.5") == .coordinate(home, level: Level(0.5)))
    #expect(
      try Place("-52.1,-13.2") == .coordinate(Coordinate(latitude: -52.1, longitude: -13.2)!, level: nil))
  }

  @Test func `an id is that of a feature`() throws {
    #expect(try Place("node/123") == .feature(FeatureID(.node, 123)))
  }

  @Test(arguments: ["Pharmacy", "柳树街12号", "Ward 5@night", "1,2,3", "Müller, Dr.", "", "@", ","])
  func `anything else is a name`(text: String) throws {
    #expect(try Place(text) == .name(text))
  }

  @Test(arguments: [
    "91,0", "0,181", "nan,0", "0,inf", "1e400,0", "52.1,13.2@", "52.1,13.2@B1", "52.1,13.2@nan",
    "52.1,13.2@1e9", "52.1,13.2@0.001",
  ])
  func `what is nowhere on Earth is refused`(text: String) {
    #expect(throws: PlanningError.self) { try Place(text) }
    do { _ = try Place(text) } catch { #expect(error.code == .invalidRequest) }
  }

  private static func wards() -> DrawnFloors {
    var map = DrawnFloors("A----------B--C", "D----------E")
    map.addElevator("A", "D")
    map.name("A", "Ward 1")
    map.name("B", "Ward 12")
    map.name("C", "Toilets")
    map.name("D", "Toilets")
    map.name("E", "Night Ward")
    map.name("B", "Shop", source: FeatureID(.way, 7), hasLevel: false)
    map.name("B", "Shop", source: FeatureID(.way, 8))
    return map
  }

  private static func end(_ name: String) throws -> Journey {
    let planner = Planner(try Atlas.of(wards().network(), in: TemporaryFolder()))
    return try planner.plan(JourneyRequest(from: .name("Ward 1"), to: .name(name)))
  }

  @Test(arguments: [
    ("Ward 1", 0.0), ("ward 1", 0), (" WARD   1 ", 0), ("Ward 12", 55), ("night", 55), ("node/66", 55),
    ("node/68", 0), ("way/2", 70),
  ])
  func `a name is found exactly, by one of its words, or by its id`(name: String, metres: Double)
    throws
  {
    #expect(abs(try Self.end(name).distance - metres) < 0.1)
  }

  @Test func `the place's own name is arrived at`() throws {
    #expect(try Self.end("night").legs[0].destination == "Night Ward")
    #expect(try Self.end("node/69").geometry.last?.level == Level(1))
  }

  @Test func `an unknown name is refused`() throws {
    for name in ["Cafeteria", "", "  ", "node/999", "relation/1", "\u{0}"] {
      #expect(throws: PlanningError.self) { try Self.end(name) }
      do { _ = try Self.end(name) } catch let error as PlanningError { #expect(error.code == .unknownPlace) }
    }
  }

  @Test func `a name of several places is refused, and they are named`() throws {
    do {
      _ = try Self.end("Toilets")
      Issue.record("found")
    } catch let error as PlanningError {
      #expect(error.code == .ambiguousPlace)
      #expect(error.message.contains("node/67, 1F") && error.message.contains("node/68, 2F"))
    }
  }

  @Test func `two records of one place are one`() throws {
    #expect(try Self.end("Shop").geometry.last?.level == .ground)
  }
}
