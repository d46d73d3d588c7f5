import Foundation
import Geodesy
import TestSupport
import Testing

@testable import WardwayCompiler
@testable import WardwayMap

/// Hospitals that are mapped oddly are named with a code, a feature and a place, and the rest still works.
@Suite struct OddVenueTests {
  private let folder = TemporaryFolder()

  private var path: String { folder.path("atlas") }

  /// Compiles a drawing with a street, which has to be there afterwards.
  private func compile(
    _ drawing: String, ways: [String], nodes: [String] = []
  ) throws -> (atlas: Atlas, diagnostics: [Diagnostic]) {
    let input = folder.write(DrawnMap.xml(drawing, ways: ways, nodes: nodes), as: "map.osm")
    let report = try MapCompiler(profiles: [.walker]).compile([input], to: path)
    let atlas = try Atlas(opening: path)
    try atlas.verify()
    #expect(atlas.streets.edges.contains { atlas.streets.strings[$0.name] == "Street" })
    // Every message says what and where.
    let aboutVenues = report.diagnostics.filter {
      $0.code.rawValue.contains("venue") || $0.code.rawValue.contains("hospital")
        || $0.code.rawValue.contains("entrance")
    }
    for diagnostic in aboutVenues {
      #expect(diagnostic.source != .none && diagnostic.coordinate != nil && !diagnostic.message.isEmpty)
    }
    return (atlas, aboutVenues)
  }

  private func sources(_ code: Diagnostic.Code, _ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.filter { $0.code == code }.map(\.source.description)
  }

  /// A street, and a campus with a way of its own.
  private static let drawing = """
    s--------t
       g
    A--h--B
    |  |  |
    | i-j |
    D-----C
    """
  private static let street = "st: highway=residential name=Street parking:both=lane"
  private static let campus = "AhBCDA: amenity=hospital name=H"

  @Test func `a sound one gets a file, and no word`() throws {
    let (atlas, diagnostics) = try compile(
      """
      s--g-----t
      A--h--B
      | i-j |
      D-----C
      """,
      ways: [
        "sgt: highway=residential name=Street parking:both=lane", Self.campus, "hij: highway=footway",
        "gh: highway=footway",
      ])
    #expect(atlas.venueParts.map(\.network) == ["way-2"] && diagnostics.isEmpty)
  }

  @Test func `one without an entrance stays with the streets`() throws {
    let (atlas, diagnostics) = try compile(
      Self.drawing, ways: [Self.street, Self.campus, "ij: highway=footway"])
    #expect(sources(.venueWithoutEntrance, diagnostics) == ["way/2"])
    #expect(diagnostics.first?.severity == .warning && atlas.venueParts.isEmpty)
    // Its place and its way can still be found.
    #expect(atlas.streets.places.count == 1 && !atlas.streets.edges(from: FeatureID(.way, 3)).isEmpty)
  }

  @Test func `one without ways stays a place`() throws {
    let (atlas, diagnostics) = try compile(Self.drawing, ways: [Self.street, Self.campus])
    #expect(sources(.venueWithoutWays, diagnostics) == ["way/2"])
    #expect(atlas.venueParts.isEmpty && atlas.streets.places.count == 1)
  }

  @Test func `a building that a way leads up to is sound`() throws {
    let (atlas, diagnostics) = try compile(
      Self.drawing,
      ways: [
        Self.street, "AhBCDA: building=hospital amenity=hospital name=H", "sg: highway=footway",
        "gh: highway=footway",
      ],
      nodes: ["h: entrance=main"])
    #expect(diagnostics.allSatisfy { $0.severity == .note })
    let found = try #require(diagnostics.first { $0.code == .venueWithoutIndoorWays })
    #expect(found.message.contains("node/104") && atlas.venueParts.isEmpty)
  }

  @Test func `a hospital that is a relation of its buildings is found, at its main entrance`() throws {
    let xml = DrawnMap.xml(
      """
      s-----g-----t
            |
        A---h-B
        |     |
        D-----C
      """,
      ways: [
        Self.street, "AhBCDA: building=hospital name=North~Wing", "gh: highway=footway",
        "sg: highway=footway",
        "gt: highway=footway",
      ], nodes: ["h: entrance=main"], relations: ["2: type=site site=hospital amenity=hospital name=Twin"])
    let input = folder.write(xml, as: "map.osm")
    let report = try MapCompiler(profiles: [.walker]).compile([input], to: path)
    let atlas = try Atlas(opening: path)
    let networks = [atlas.streets]
    let places = networks.flatMap { network in
      network.places.map { (network.strings[$0.name], $0.coordinate) }
    }
    let door = DrawnMap.coordinate(row: 2, column: 6)
    #expect(places.contains { $0.0 == "Twin" && $0.1 == door })
    #expect(report.diagnostics.allSatisfy { $0.severity == .note })
  }

  @Test func `one mapped from outside is at its main entrance, to which a way is missed`() throws {
    let (atlas, diagnostics) = try compile(
      Self.drawing, ways: [Self.street, Self.campus], nodes: ["h: entrance=main"])
    #expect(sources(.unreachedEntrance, diagnostics) == ["way/2"])
    let door = DrawnMap.coordinate(row: 2, column: 3)
    #expect(atlas.streets.places.map(\.coordinate) == [door])
    #expect(diagnostics.first { $0.code == .unreachedEntrance }?.coordinate == door)
    // Whoever is driven there gets out on the street in front of it.
    #expect(atlas.streets.handoffs.contains { $0.kind == .dropOff && $0.isAssumed })
  }

  @Test func `an entrance nowhere near a street`() throws {
    let (atlas, diagnostics) = try compile(
      "s--t" + String(repeating: " ", count: 40) + "A-h-B\n" + String(repeating: " ", count: 44) + "| i |\n"
        + String(repeating: " ", count: 44) + "D-j-C",
      ways: [
        "st: highway=residential name=Street", "AhBCjDA: amenity=hospital name=H", "hij: highway=footway",
      ],
      nodes: ["h: entrance=main"])
    #expect(sources(.venueWithoutEntrance, diagnostics) == ["way/2"] && atlas.venueParts.isEmpty)
    #expect(atlas.streets.handoffs.isEmpty)
  }

  @Test func `one without a car park that visitors may use`() throws {
    let drawing = """
      s--g-----t
      A--h--B  p
      | i-j |
      D-----C
      """
    let ways = [
      "sgt: highway=residential name=Street", Self.campus, "hij: highway=footway", "gh: highway=footway",
    ]
    for (tags, isEnough) in [
      ("amenity=bench", false), ("amenity=parking access=customers", false), ("amenity=parking", true),
      ("amenity=parking access=private", false), ("amenity=parking access=disabled", false),
    ] {
      let (atlas, diagnostics) = try compile(drawing, ways: ways, nodes: ["p: \(tags)"])
      #expect(sources(.venueWithoutCarPark, diagnostics) == (isEnough ? [] : ["way/2"]), "\(tags)")
      #expect(atlas.venueParts.count == 1)
    }
  }

  @Test func `two that overlap`() throws {
    let (atlas, diagnostics) = try compile(
      """
      s--g------k--t
      A--h--E-B-l--F
      | i-j |   m-n
      |     H------G
      D-------C
      """,
      ways: [
        "sgkt: highway=residential name=Street parking:both=lane", "AhEBCDA: amenity=hospital name=One",
        "hij: highway=footway", "EBlFGHE: amenity=hospital name=Two", "lmn: highway=footway",
        "gh: highway=footway", "kl: highway=footway",
      ])
    #expect(sources(.overlappingVenues, diagnostics) == ["way/4"])
    #expect(atlas.venueParts.map(\.network) == ["way-2", "way-4"])
    for part in atlas.venueParts { #expect(try !atlas.venue(part.network).description.portals.isEmpty) }
  }

  @Test func `one inside another is a part of it`() throws {
    let (atlas, diagnostics) = try compile(
      """
      s--g-----t
      A--h----B
      | i-j   |
      |   E-F |
      |   H-G |
      D-------C
      """,
      ways: [
        "sgt: highway=residential name=Street parking:both=lane", "AhBCDA: amenity=hospital name=One",
        "hij: highway=footway", "EFGHE: amenity=hospital name=Two", "gh: highway=footway",
      ])
    #expect(sources(.overlappingVenues, diagnostics) == ["way/4"])
    #expect(atlas.venueParts.map(\.network) == ["way-2"])
  }

  @Test func `one without a name goes by its id`() throws {
    let (atlas, diagnostics) = try compile(
      """
      s--g-----t
      A--h--B
      | i-j |
      D-----C
      """,
      ways: [
        "sgt: highway=residential name=Street parking:both=lane", "AhBCDA: amenity=hospital",
        "hij: highway=footway", "gh: highway=footway",
      ])
    #expect(sources(.unnamedVenue, diagnostics) == ["way/2"])
    #expect(try atlas.venue("way-2").description.name == "way-2")
  }

  @Test func `a point without a building stays a place, and says where it is`() throws {
    let (atlas, diagnostics) = try compile(
      Self.drawing, ways: [Self.street], nodes: ["i: amenity=hospital name=H"])
    #expect(sources(.hospitalWithoutOutline, diagnostics) == ["node/105"])
    #expect(diagnostics[0].coordinate == DrawnMap.coordinate(row: 4, column: 2))
    #expect(atlas.streets.places.count == 1)
    let dropOff = try #require(atlas.streets.handoffs.first { $0.kind == .dropOff && $0.isAssumed })
    #expect(dropOff.source == FeatureID(.node, 105))
  }

  @Test func `one of another format's version is refused by itself`() throws {
    _ = try compile(
      """
      s--g-----t
      A--h--B
      | i-j |
      D-----C
      """,
      ways: [
        "sgt: highway=residential name=Street", Self.campus, "hij: highway=footway", "gh: highway=footway",
      ])
    let part = try #require(try Atlas(opening: path).venueParts.first)
    var bytes = folder.read("atlas/\(part.file)")
    bytes[8] += 1
    folder.write(bytes, as: "atlas/\(part.file)")
    let atlas = try Atlas(opening: path)
    let error = #expect(throws: AtlasError.self) { try atlas.venue(part.network) }
    #expect(error?.code == .wrongVersion && error?.file.hasSuffix(part.file) == true)
    #expect(atlas.streets.edges.count > 0)
  }
}
