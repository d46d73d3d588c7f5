import Geodesy
import Testing
import WardwayCompiler
import WardwayMap

/// Where a hospital whose map is a file of its own opens to the streets.
@Suite struct OwnPortalsTests {
  private let files: VenueFiles

  init() throws { files = try VenueFiles() }

  /// Adds a drawn hospital; returns its portals as `kind point@level`, and what was said of it.
  private func portals(
    _ drawing: String, _ ways: [String], nodes: [String] = []
  ) throws -> (portals: [String], codes: [Diagnostic.Code]) {
    let report = try files.add(try files.file("\n" + drawing, ways, nodes: nodes, as: "venue"))
    guard let id = files.ids.first else { return ([], report.codes) }
    let venue = try Atlas(opening: files.atlas).venue(id)
    let found = venue.description.portals.map { portal in
      let point = Character(UnicodeScalar(UInt32(portal.source.number))!)
      #expect(venue.network.nodes[Int(portal.node)].coordinate == portal.coordinate)
      return "\(portal.kind) \(point)@\(portal.level) \(portal.access)"
    }
    return (found.sorted(), report.codes)
  }

  private static let campus = """
    --s---------
    w-o--t---x--
    | d--f   |
    | e      |
    z--------y
    """

  @Test func `a way that crosses the outline is one, at its outer end`() throws {
    let found = try portals(
      Self.campus, ["wxyzw: amenity=hospital", "sd: highway=footway", "de: highway=corridor level=0"],
      nodes: ["d: entrance=main"])
    #expect(found.portals == ["gate s@0 everyone"] && found.codes == [])
  }

  /// A campus whose outline lies on the street.
  private static let onStreet = """
    w-o--t---x
    | d--f   |
    | e      |
    z--------y
    """

  @Test func `ways that meet the outline are, and that end just before it`() throws {
    let found = try portals(
      Self.onStreet,
      [
        "wotxyzw: amenity=hospital", "odf: highway=footway", "ft: highway=footway",
        "de: highway=corridor level=0",
      ],
      nodes: ["d: entrance=main"])
    #expect(found.portals == ["gate o@0 everyone", "gate t@0 everyone"] && found.codes == [])
  }

  @Test func `a gate has its own access, and a locked one is none`() throws {
    let found = try portals(
      Self.onStreet, ["wotxyzw: amenity=hospital", "odf: highway=footway", "ft: highway=footway"],
      nodes: ["o: barrier=gate access=private", "t: barrier=gate locked=yes"])
    #expect(found.portals == ["gate o@0 residents"])
  }

  @Test func `doors on the outline of a building are, doors inside aren't`() throws {
    let found = try portals(
      Self.onStreet,
      ["wotxyzw: building=hospital name=H", "ode: highway=corridor level=0", "ft: highway=corridor level=0"],
      nodes: [
        "o: entrance=main door=yes", "t: entrance=yes emergency=emergency_ward_entrance", "d: door=yes",
        "f: door=yes",
      ])
    #expect(
      found.portals == ["emergencyEntrance t@0 emergency", "entrance o@0 everyone"] && found.codes == [])
  }

  @Test func `a door through several floors leads outside on the ground`() throws {
    let found = try portals(
      Self.onStreet, ["wotxyzw: building=hospital", "ode: highway=corridor repeat_on=0-3"],
      nodes: ["o: entrance=yes door=yes", "e: highway=elevator level=0-3"])
    #expect(found.portals == ["entrance o@0 everyone"] && found.codes == [])
  }

  @Test func `an entrance that no way on the campus leads to is one`() throws {
    let found = try portals(
      Self.onStreet, ["wxyzw: amenity=hospital", "de: highway=corridor level=0"],
      nodes: ["d: entrance=yes door=yes", "e: door=yes"])
    #expect(found.portals == ["entrance d@0 everyone"])
    #expect(found.codes == [.entranceOffStreets, .venueOffStreets])
  }

  @Test func `open ground that ends with the campus leads to the streets along its side`() throws {
    let found = try portals(
      Self.onStreet,
      ["wotxyzw: amenity=hospital", "otfdo: highway=pedestrian area=yes", "de: highway=corridor level=0"],
      nodes: ["d: entrance=main"])
    #expect(found.portals.count > 1 && found.portals.allSatisfy { $0.hasPrefix("gate") } && found.codes == [])
  }

  @Test func `corridors along the outline are none`() throws {
    let found = try portals(Self.onStreet, ["wotxyzw: amenity=hospital", "wotx: highway=corridor level=0"])
    #expect(found.portals == [] && found.codes == [.venueWithoutEntrance])
  }

  @Test func `indoor ways beyond the outline stay with the only hospital`() throws {
    _ = try portals(
      Self.onStreet,
      ["wxyzw: amenity=hospital", "odf: highway=corridor level=1", "fg: highway=corridor level=1"])
    let report = try files.add(
      try files.file(
        "\nw-o--t---x   h\n| d--f   |---g\n| e      |\nz--------y",
        [
          "wxyzw: amenity=hospital", "odf: highway=corridor level=1", "fg: highway=corridor level=1",
          "gh: highway=corridor level=1",
        ], as: "bridge"))
    #expect(report.outcomes == [.added])
    let venue = try Atlas(opening: files.atlas).venue("way-1")
    #expect(venue.network.edges.count == 3)
  }

  // MARK: What is said of it

  @Test func `a hospital far from the street is said to be, with the distance`() throws {
    let report = try files.add(try files.hospital(1, rows: 8))
    #expect(report.outcomes == [.added])
    #expect(report.codes == [.entranceOffStreets, .venueOffStreets])
    let message = report.files[0].diagnostics.first { $0.code == .entranceOffStreets }?.message
    #expect(message?.contains("80 m off") == true)
  }

  @Test func `an entrance on another level than the street is off it`() throws {
    let found = try portals(
      Self.onStreet, ["wotxyzw: building=hospital", "ode: highway=corridor level=1"],
      nodes: ["o: entrance=yes door=yes"])
    #expect(found.portals == ["entrance o@1 everyone"])
    #expect(found.codes == [.entranceOffStreets, .venueOffStreets])
  }

  @Test func `a hospital without an outline, without ways, and a map without a hospital are errors`() throws {
    let cases: [([String], [String], Diagnostic.Code)] = [
      (["ab: highway=footway"], ["b: amenity=hospital name=H"], .hospitalWithoutOutline),
      (["wxyw: amenity=hospital name=H"], [], .venueWithoutWays),
      (["ab: highway=footway"], [], .noHospital),
    ]
    for (ways, nodes, code) in cases {
      let file = try files.file("a---b   w\n          x\n        y", ways, nodes: nodes, as: code.rawValue)
      let report = try files.add(file)
      #expect(report.outcomes == [.failed] && report.codes == [code], "\(report.codes)")
    }
    #expect(files.ids == [])
  }

  @Test func `car parks of the campus are its own, and those off the roads are named`() throws {
    files.compiler.vehicles = VehicleProfile.standard
    let street = files.path("streets.osm")
    _ = try files.compiler.compile([street], to: files.atlas)
    let found = try portals(
      """
      --s---------------
      w-o--------------x
      | d   k-l        |
      | e   n-m        |
      """ + String(repeating: "\n", count: 14) + "      p-q\n      u-r\nz----------------y",
      [
        "wxyzw: amenity=hospital", "sd: highway=footway", "de: highway=corridor level=0",
        "klmnk: amenity=parking name=Near", "pqrup: amenity=parking name=Far",
      ],
      nodes: ["d: entrance=main"])
    #expect(found.codes == [.carParkOffRoads])
    let venue = try Atlas(opening: files.atlas).venue("way-1")
    #expect(venue.network.handoffs.map(\.source.description) == ["way/4", "way/5"])
  }
}
