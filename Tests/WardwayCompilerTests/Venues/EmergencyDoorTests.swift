import Geodesy
import Testing

@testable import WardwayCompiler
@testable import WardwayMap

/// Who goes in and out where emergencies do.
@Suite struct EmergencyDoorTests {
  @Test(arguments: ["entrance=emergency", "exit=emergency", "door=hinged emergency=exit"])
  func `a fire exit is no way for anybody`(tags: String) throws {
    let passage = try #require(Passage(try .drawn(tags)))
    #expect(passage.kind == nil && passage.isDoor)
  }

  @Test func `where the map says who may pass, it is a door`() throws {
    let ambulances = try #require(Passage(try .drawn("entrance=emergency access=private")))
    #expect(ambulances.kind == .door && ambulances.attributes.access == .staff)
    #expect(try #require(Passage(try .drawn("entrance=emergency foot=yes"))).kind == .door)
  }

  @Test(arguments: [
    "entrance=yes emergency=emergency_ward_entrance", "emergency=emergency_ward_entrance",
    "entrance=emergency emergency=emergency_ward_entrance", "entrance=emergency_ward",
  ])
  func `the door of an emergency department is for its patients`(tags: String) throws {
    let passage = try #require(Passage(try .drawn(tags)))
    #expect(passage.kind == .door && passage.attributes.access == .emergency)
  }

  /// A corridor between two doors: `m` for everyone, `e` for emergencies.
  private static func hospital(_ doors: [String]) throws -> DrawnMap {
    try DrawnMap(
      """
      m---c---e
      |       |
      a-------b
      """,
      ways: [
        "mc: highway=corridor indoor=yes level=0", "ce: highway=corridor indoor=yes level=0",
        "am: highway=footway", "ab: highway=footway",
        "be: highway=footway",
      ],
      nodes: doors)
  }

  @Test func `visitors take another door if there is one, and this one if there is none`() throws {
    let map = try Self.hospital(["m: entrance=main", "e: entrance=yes emergency=emergency_ward_entrance"])
    let door = try #require(map.records("node/101").first { $0.kind == .door })
    #expect(door.isEmergencyDoor && map.network.hasEmergencyDoor)
    let number = try #require(map.network.edges.firstIndex { $0.isEmergencyDoor })
    let arc = Int(map.network.edgeArc[number * 2])
    #expect(map.network.price(of: number, forward: true, for: .walker)?.cost == 2000)
    #expect(map.network.weights(for: .walker)[arc] == 602_000)
    #expect(map.network.weights(for: .staff)[arc] == 2000)
    #expect(map.joins("b", "c"))
  }

  @Test func `towards the emergency department it is a door like any other`() throws {
    let map = try Self.hospital(["m: entrance=main", "e: entrance=yes emergency=emergency_ward_entrance"])
    let plain = try Self.hospital(["m: entrance=main", "e: entrance=yes"])
    for profile in Profile.standard {
      #expect(
        Array(map.network.weights(for: profile, toEmergency: true))
          == Array(plain.network.weights(for: profile)))
      #expect(
        (Array(map.network.weights(for: profile)) == Array(plain.network.weights(for: profile)))
          == profile.isStaff)
    }
    #expect(!plain.network.hasEmergencyDoor)
  }

  @Test func `a fire exit leads neither in nor out`() throws {
    let map = try Self.hospital(["m: entrance=main", "e: entrance=emergency"])
    #expect(map.count(.door) == 1 && map.joins("b", "c"))
    let closed = try Self.hospital(["m: entrance=emergency", "e: entrance=emergency"])
    #expect(!closed.leads("a", "c") && !closed.leads("c", "a"))
  }

  @Test(
    arguments: [
      ("healthcare=clinic healthcare:speciality=emergency", true),
      ("healthcare=clinic healthcare:speciality=general;~emergency", true), ("healthcare=emergency", true),
      ("amenity=clinic emergency=yes", true), ("emergency=emergency_ward_entrance", true),
      ("room=emergency", true), ("amenity=hospital emergency=yes", false),
      ("building=hospital emergency=yes", false),
      ("amenity=clinic emergency=no", false), ("emergency=defibrillator", false), ("amenity=doctors", false),
    ])
  func `an emergency department is known`(tags: String, isDepartment: Bool) throws {
    #expect(EmergencyTags.isDepartment(try .drawn(tags)) == isDepartment)
    let map = try DrawnMap("a---b", ways: ["ab: highway=footway"], nodes: ["b: name=Place \(tags)"])
    let place = try #require(map.network.places.first)
    #expect(place.isEmergencyDepartment == isDepartment && !place.hasLevel)
  }

  @Test func `the portal of such a door says so`() throws {
    let extract = try OSMFixture.read(
      xml: DrawnMap.xml(
        """
        x---m-+-e---y
        |   | c |   |
        |   f---g   |
        z-----------w
        """,
        ways: [
          "xm: highway=footway", "ey: highway=footway", "xzwy: highway=footway",
          "mc: highway=corridor indoor=yes level=0", "ce: highway=corridor indoor=yes level=0",
          "megfm: building=hospital name=H",
        ], nodes: ["m: entrance=main", "e: entrance=yes emergency=emergency_ward_entrance"]))
    var report = CompilationReport()
    let network = MapCompiler().settled(extract, &report)
    var finder = VenueFinder(extract)
    let splitter = NetworkSplitter(network, EdgeIndex(network), venues: finder.venues())
    let venue = try #require(splitter.venue(0, places: []))
    #expect(
      Dictionary(venue.description.portals.map { ($0.source, $0.kind) }, uniquingKeysWith: { $1 }) == [
        FeatureID(.node, 109): .entrance, FeatureID(.node, 101): .emergencyEntrance,
      ])
    #expect(venue.description.portals.map(\.access).filter { $0 == .emergency }.count == 1)
  }
}
