import Testing

@testable import WardwayCompiler

/// Which rooms are part of an emergency department.
@Suite struct EmergencyRoomsTests {
  @Test func `rooms in a department's outline are its rooms, whatever they are called`() throws {
    let map = try DrawnMap(
      """
      a--b
      |x |  y
      d--c
      """,
      ways: ["abcda: room=emergency level=0 name=Emergency", "ay: highway=footway level=0"],
      nodes: [
        "x: indoor=room healthcare=clinic level=0 name=Plaster~Room",
        "y: indoor=room healthcare=clinic level=0 name=Skin~Clinic",
      ])
    #expect(Self.rooms(of: map) == ["Emergency", "Plaster Room"])
  }

  @Test func `rooms that are called after it are its rooms if it is near`() throws {
    let map = try DrawnMap(
      "a-x-y-z----------------------------b",
      ways: ["axyzb: highway=corridor indoor=yes level=0"],
      nodes: [
        "a: healthcare=clinic healthcare:speciality=emergency level=0 name=Triage~Desk",
        "x: indoor=room room=treatment level=0 name=抢救室", "y: amenity=drop_off name=Emergency~Drop-off",
        "z: indoor=room room=ward level=0 name=Emergencies~Archive",
        "b: indoor=room room=treatment level=0 name=Emergency~Lighting~Plant",
      ])
    #expect(Self.rooms(of: map) == ["Triage Desk", "抢救室"])
  }

  private static func rooms(of map: DrawnMap) -> [String] {
    map.network.places.filter(\.isEmergencyDepartment).map { map.network.strings[$0.name] }.sorted()
  }
}
