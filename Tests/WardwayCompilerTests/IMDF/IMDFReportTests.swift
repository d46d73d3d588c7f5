import Foundation
import Geodesy
import Testing
import WardwayMap

@testable import WardwayCompiler

/// What is wrong in an archive is reported, and the rest is built.
@Suite struct IMDFReportTests {
  private let workshop: IMDFWorkshop

  init() throws { workshop = IMDFWorkshop() }

  private func codes(_ change: (inout IMDFHospital) -> Void) throws -> [Diagnostic.Code] {
    var hospital = IMDFHospital()
    change(&hospital)
    return try workshop.codes(hospital)
  }

  @Test func `a good hospital gives no report`() throws { #expect(try codes { _ in } == []) }

  @Test func `odd polygons are mended or left out`() throws {
    let open = [(40.0, 0.0), (45, 0), (45, 5), (40, 5)]
    #expect(
      try codes { $0.add("unit", "x", IMDFHospital.polygon(open), IMDFHospital.unit("room", "level-0")) }
        == [.imdfUnclosedRing, .imdfUnitWithoutOpening])
    let bow = [(40.0, 0.0), (45, 5), (45, 0), (40, 4), (40, 0)]
    #expect(
      try codes { $0.add("unit", "x", IMDFHospital.polygon(bow), IMDFHospital.unit("room", "level-0")) }
        == [.imdfSelfCrossing, .imdfUnitWithoutOpening])
    for ring in [[(40.0, 0.0), (45, 0), (40, 0)], [(40, 0), (40, 0), (40, 0), (40, 0)], []] {
      #expect(
        try codes { $0.add("unit", "x", IMDFHospital.polygon(ring), IMDFHospital.unit("room", "level-0")) }
          == [.imdfUnitWithoutArea, .imdfZeroArea])
    }
  }

  @Test(
    arguments: [
      ("[1e999,30]", .imdfCoordinateOffGlobe), ("[400,30]", .imdfCoordinateOffGlobe),
      ("[30,114]", .imdfSwappedCoordinates), ("[0,0]", .imdfFarFromVenue),
      (#"["a","b"]"#, .imdfMalformedGeometry), ("[1]", .imdfMalformedGeometry),
      ("[[1,2]]", .imdfMalformedGeometry), ("null", .imdfMalformedGeometry),
    ] as [(String, Diagnostic.Code)])
  func `odd coordinates leave their feature out`(position: String, code: Diagnostic.Code) throws {
    let geometry = #"{"type":"Point","coordinates":\#(position)}"#
    let found = try codes { $0.add("anchor", "x", geometry, #""unit_id":"south-1-0""#) }
    #expect(found == [code])
  }

  @Test func `references to nothing are reported`() throws {
    #expect(
      try codes { $0.add("unit", "x", IMDFHospital.box(40, 0, 45, 5), IMDFHospital.unit("room", "attic")) }
        == [.imdfDanglingReference])
    #expect(try codes { $0.remove("anchor", "ward-anchor") } == [.imdfDanglingReference])
    #expect(
      try codes { $0.addRelationship("r", "elevator", [("elevator-0", "unit"), ("no", "unit")]) }
        == [.imdfDanglingReference, .imdfUnusableRelationship])
    #expect(
      try codes { $0.addRelationship("r", "wormhole", [("elevator-0", "unit"), ("elevator-1", "unit")]) }
        == [.imdfUnknownRelationship])
  }

  @Test func `ids that come twice, wrong files and odd features are reported`() throws {
    #expect(
      try codes {
        $0.add("unit", "SOUTH-1-0", IMDFHospital.box(40, 0, 45, 5), IMDFHospital.unit("room", "level-0"))
      }
        == [.imdfDuplicateID])
    #expect(
      try codes { $0.features["unit", default: []].append(#"{"type":"Feature","properties":null}"#) }
        == [.imdfMalformedFeature])
    #expect(try codes { $0.features["unit", default: []].append("7") } == [.imdfMalformedFeature])
    #expect(
      try codes { $0.replace("amenity", #""feature_type":"amenity""#, #""feature_type":"unit""#) }
        == [.imdfWrongFile])
    #expect(try codes { $0.texts["manifest.json"] = #"{"version":"2.0.0"}"# } == [.imdfOtherVersion])
  }

  @Test func `ordinals may be negative and halves, but not anything`() throws {
    var hospital = IMDFHospital()
    hospital.replace("level", #""ordinal":1"#, #""ordinal":-1.5"#)
    let extract = try workshop.extract(hospital)
    #expect(extract.warnings.map(\.code) == [.imdfFractionalOrdinal])
    #expect(extract.ways.contains { $0.tags["level"] == "-1.5" })
    for ordinal in ["null", "1e9", #""1""#] {
      let codes = try codes { $0.replace("level", #""ordinal":1"#, #""ordinal":\#(ordinal)"#) }
      #expect(codes.contains(.imdfUnusableOrdinal) && codes.contains(.imdfDanglingReference))
    }
  }

  @Test func `openings beside all walls, into nowhere, and for cars`() throws {
    #expect(
      try codes { $0.addOpening("x", (40, 0), (41, 0), on: "level-0") } == [.imdfOpeningWithoutUnit])
    #expect(
      try codes { $0.addOpening("x", (12, 12), (13, 12), on: "level-1") } == [.imdfOpeningToNowhere])
    #expect(
      try codes { $0.add("opening", "x", "null", #""level_id":"level-0""#) } == [.imdfOpeningWithoutLine])
    #expect(
      try codes { $0.replace("opening", #""category":"pedestrian""#, #""category":"automobile""#) }
        == [.imdfDoubtfulOpening])
  }

  @Test func `what isn't known of units and levels is reported`() throws {
    #expect(
      try codes { $0.replace("unit", #""category":"room""#, #""category":"operatingtheatre""#) }
        == [.imdfUnknownCategory])
    #expect(
      try codes { $0.replace("level", #""restriction":null"#, #""restriction":"employeesonly""#) }
        == [.imdfRestrictedThroughout])
    #expect(
      try codes {
        $0.remove("unit", "elevator-1"); $0.remove("unit", "elevator-2")
      }.contains(.imdfConnectorAlone))
    #expect(try codes { $0.add("detail", "x", "null", "") } == [.imdfUnusedDetail])
    #expect(try codes { $0.texts["paths.geojson"] = "" } == [.imdfUnknownFile])
  }

  @Test func `many of a kind are one entry with examples`() throws {
    var hospital = IMDFHospital()
    for number in 0..<9 { hospital.add("detail", "x\(number)", "null", "") }
    let warning = try #require(try workshop.extract(hospital).warnings.first)
    #expect(warning.count == 9 && warning.isNote)
    #expect(warning.message.contains("x0") && warning.message.contains("and 8 more, such as x1, x2, x3"))
  }

  @Test func `hostile names are cleaned and cut`() throws {
    var hospital = IMDFHospital()
    let long = String(repeating: "长", count: 400_000)
    hospital.replace("occupant", #""en":"Pharmacy""#, #""en":"A\u0000\u001b[31m\n  B","de":"\#(long)""#)
    let node = try #require(try workshop.extract(hospital).nodes.first { $0.tags["amenity"] == "pharmacy" })
    #expect(node.tags["name:en"] == "A [31m B" && node.tags["name"] == "药房")
    #expect(node.tags["name:de"]?.utf8.count ?? 0 == 4095)
  }

  @Test func `names, doors and levels become tags`() throws {
    let extract = try workshop.extract(IMDFHospital())
    let campus = try #require(extract.ways.first { $0.tags["amenity"] == "hospital" })
    #expect(campus.tags["name"] == "海港医院" && campus.tags["name:en"] == "Harbour Hospital")
    #expect(campus.tags["name:zh"] == "海港医院" && campus.tags["addr:full"] == "1 Quay Road")
    let entrance = try #require(extract.node(FeatureID.number(ofFeature: "entrance")))
    #expect(entrance.tags["entrance"] == "main" && entrance.tags["door"] == "sliding")
    #expect(entrance.tags["width"] == "2.0" && entrance.tags["level"] == "0")
    let building = try #require(extract.ways.first { $0.tags["building"] != nil })
    #expect(building.tags["name"] == "主楼" && building.nodes.contains(entrance.id))
    let staff = try #require(extract.node(FeatureID.number(ofFeature: "staff-door-1")))
    #expect(staff.tags["access"] == "private")
    let shaft = try #require(extract.ways.first { $0.tags["highway"] == "elevator" })
    #expect(shaft.tags["level"] == "0;1;2" && shaft.tags["level:ref"] == "1F;2F;3F")
    let pharmacy = try #require(extract.node(FeatureID.number(ofFeature: "pharmacy")))
    #expect(
      pharmacy.tags["healthcare"] == "pharmacy" && pharmacy.tags["opening_hours"] == "Mo-Fr 08:00-17:00")
  }

  @Test func `connectors without openings are opened to the corridor that they touch`() throws {
    var hospital = IMDFHospital()
    for floor in 0..<3 {
      hospital.remove("opening", "elevator-door-\(floor)")
      hospital.remove("opening", "stairs-door-\(floor)")
    }
    let extract = try workshop.extract(hospital)
    #expect(extract.warnings.map(\.code) == [.imdfConnectorWithoutOpening])
    #expect(extract.warnings[0].count == 6)
    let shaft = try #require(extract.ways.first { $0.tags["highway"] == "elevator" })
    #expect(shaft.nodes.count == 3)
  }

  @Test func `large fixtures are holes in their unit, small ones are nothing`() throws {
    var hospital = IMDFHospital()
    hospital.add(
      "fixture", "pool", IMDFHospital.box(14, 9, 17, 11), #""category":"water","level_id":"level-0""#)
    hospital.add(
      "fixture", "bin", IMDFHospital.box(20, 9, 20.5, 9.5), #""category":"furniture","level_id":"level-0""#)
    let corridors = try workshop.extract(hospital).relations.filter { $0.tags["type"] == "multipolygon" }
    let corridor = try #require(corridors.first)
    #expect(corridors.count == 1 && corridor.id == FeatureID.number(ofFeature: "corridor-0"))
    #expect(corridor.tags["indoor"] == "corridor" && corridor.members.map(\.role) == ["outer", "inner"])
  }

  @Test
  func `columns and openings to below are holes in their hall, and so is an elevator that stands in it`()
    throws
  {
    var hospital = IMDFHospital()
    hospital.add(
      "unit", "column", IMDFHospital.box(14, 9, 14.5, 9.5), IMDFHospital.unit("column", "level-1"))
    hospital.add(
      "unit", "void", IMDFHospital.box(20, 9, 25, 11), IMDFHospital.unit("opentobelow", "level-1"))
    for floor in 0...1 {
      hospital.add(
        "unit", "lift-\(floor)", IMDFHospital.box(10, 9, 12, 11),
        IMDFHospital.unit("elevator", "level-\(floor)"))
      hospital.addOpening("lift-door-\(floor)", (12, 9.5), (12, 10.5), on: "level-\(floor)")
    }
    let extract = try workshop.extract(hospital)
    let corridor = try #require(
      extract.relations.first { $0.id == FeatureID.number(ofFeature: "corridor-1") })
    #expect(corridor.members.map(\.role) == ["outer", "inner", "inner", "inner"])
    // The door is in the shaft's wall, so nothing leads to the corridor's.
    let door = FeatureID.number(ofFeature: "lift-door-1")
    let walls = corridor.members.compactMap { extract.way($0.id) }.filter { $0.nodes.contains(door) }
    #expect(
      walls.count == 1 && !extract.ways.contains { $0.id == FeatureID.number(ofFeature: "lift-door-1#line") })
    #expect(extract.ways.contains { $0.tags["highway"] == "elevator" && $0.tags["level"] == "0;1" })
  }

  @Test func `an escalator leads from opening to opening, the way its relationship says`() throws {
    var hospital = IMDFHospital()
    hospital.add(
      "unit", "escalator", IMDFHospital.box(12, 12, 20, 14), IMDFHospital.unit("escalator", "level-0"))
    hospital.addOpening("foot", (12.5, 12), (13.5, 12), on: "level-0")
    hospital.addOpening("head", (18.5, 12), (19.5, 12), on: "level-1", #""category":"pedestrian.principal""#)
    hospital.addRelationship(
      "up", "escalator", [("foot", "opening"), ("escalator", "unit"), ("head", "opening")], directed: true)
    let extract = try workshop.extract(hospital)
    #expect(
      extract.warnings.isEmpty && extract.node(FeatureID.number(ofFeature: "head"))?.tags["entrance"] == nil)
    let way = try #require(extract.ways.first { $0.tags["conveying"] != nil })
    #expect(
      way.tags["conveying"] == "forward" && way.tags["level"] == "0;1" && way.tags["highway"] == "steps")
    #expect(
      way.nodes.first == FeatureID.number(ofFeature: "foot")
        && way.nodes.last == FeatureID.number(ofFeature: "head"))
  }

  @Test func `archives and files of OpenStreetMap make one map`() throws {
    let streets = workshop.path("streets.osm")
    try Data(OSMFixture.xml.utf8).write(to: URL(filePath: streets))
    let first = try IMDFHospital().write(zip: workshop.folder.appending(path: "a.zip"))
    var other = IMDFHospital()
    for (kind, features) in other.features {
      // Another hospital, with ids of its own.
      other.features[kind] = features.map {
        $0.replacing(/("(?:id|[a-z]+_id)":")/) { "\($0.1)b-" }
          .replacing(/(_ids":\[")/) { "\($0.1)b-" }
      }
    }
    let second = try other.write(zip: workshop.folder.appending(path: "b.zip"))
    let extract = try MapReader.read([first, streets, second])
    #expect(extract.way(3) != nil && extract.attribution.contains("OpenStreetMap"))
    #expect(extract.attribution.contains("海港医院"))
    for id in ["corridor-0", "b-corridor-0"] {
      let corridor = try #require(extract.way(FeatureID.number(ofFeature: id)))
      let corners = corridor.nodes.compactMap { extract.coordinate(ofNode: $0) }
      let box = BoundingBox(corners)
      #expect(corners.count == corridor.nodes.count && box.maxLatitudeE7 - box.minLatitudeE7 < 500)
    }
    #expect(extract.ways.count { $0.tags["highway"] == "elevator" } == 2)
  }
}
