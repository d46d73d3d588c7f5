import Geodesy

@testable import WardwayCompiler

/// Plans: archives of IMDF and files of IndoorGML.
extension DiagnosticCase {
  /// A hospital in IMDF, changed.
  private static func imdf(
    _ code: Diagnostic.Code, _ change: @escaping @Sendable (inout IMDFHospital) -> Void
  ) -> DiagnosticCase {
    DiagnosticCase(code) {
      var hospital = IMDFHospital()
      change(&hospital)
      return try IMDFWorkshop().extract(hospital).warnings.map { Diagnostic($0) }
    }
  }

  /// A hospital in IMDF with one more room.
  private static func room(
    _ code: Diagnostic.Code, _ ring: [(Double, Double)], on level: String = "level-0"
  ) -> DiagnosticCase {
    imdf(code) { $0.add("unit", "x", IMDFHospital.polygon(ring), IMDFHospital.unit("room", level)) }
  }

  /// A hospital in IMDF with an anchor at some coordinates.
  private static func anchor(_ code: Diagnostic.Code, at position: String) -> DiagnosticCase {
    imdf(code) {
      $0.add(
        "anchor", "x", #"{"type":"Point","coordinates":\#(position)}"#, #""unit_id":"south-1-0""#)
    }
  }

  private static let square = [(40.0, 0.0), (45, 0), (45, 5), (40, 5), (40, 0)]

  static let imdf: [DiagnosticCase] = [
    imdf(.imdfConnectorAlone) {
      $0.remove("unit", "elevator-1")
      $0.remove("unit", "elevator-2")
    },
    imdf(.imdfConnectorWithoutOpening) { $0.remove("opening", "elevator-door-0") },
    anchor(.imdfCoordinateOffGlobe, at: "[400,30]"),
    room(.imdfDanglingReference, square, on: "attic"),
    imdf(.imdfDoubtfulOpening) {
      $0.replace("opening", #""category":"pedestrian""#, #""category":"automobile""#)
    },
    imdf(.imdfDuplicateID) {
      $0.add("unit", "SOUTH-1-0", IMDFHospital.polygon(square), IMDFHospital.unit("room", "level-0"))
    },
    anchor(.imdfFarFromVenue, at: "[0,0]"),
    imdf(.imdfFractionalOrdinal) { $0.replace("level", #""ordinal":1"#, #""ordinal":-1.5"#) },
    imdf(.imdfMalformedFeature) { $0.features["unit", default: []].append("7") },
    anchor(.imdfMalformedGeometry, at: "[1]"),
    imdf(.imdfOpeningToNowhere) { $0.addOpening("x", (12, 12), (13, 12), on: "level-1") },
    imdf(.imdfOpeningWithoutLine) { $0.add("opening", "x", "null", #""level_id":"level-0""#) },
    imdf(.imdfOpeningWithoutUnit) { $0.addOpening("x", (40, 0), (41, 0), on: "level-0") },
    imdf(.imdfOtherVersion) { $0.texts["manifest.json"] = #"{"version":"2.0.0"}"# },
    imdf(.imdfRestrictedThroughout) {
      $0.replace("level", #""restriction":null"#, #""restriction":"employeesonly""#)
    },
    room(.imdfSelfCrossing, [(40, 0), (45, 5), (45, 0), (40, 4), (40, 0)]),
    anchor(.imdfSwappedCoordinates, at: "[30,114]"),
    room(.imdfUnclosedRing, square.dropLast()),
    room(.imdfUnitWithoutArea, [(40, 0), (45, 0), (40, 0)]),
    room(.imdfUnitWithoutOpening, square),
    imdf(.imdfUnknownCategory) {
      $0.replace("unit", #""category":"room""#, #""category":"operatingtheatre""#)
    },
    imdf(.imdfUnknownFile) { $0.texts["paths.geojson"] = "" },
    imdf(.imdfUnknownRelationship) {
      $0.addRelationship("r", "wormhole", [("elevator-0", "unit"), ("elevator-1", "unit")])
    },
    imdf(.imdfUnusableOrdinal) { $0.replace("level", #""ordinal":1"#, #""ordinal":null"#) },
    imdf(.imdfUnusableRelationship) {
      $0.addRelationship("r", "elevator", [("elevator-0", "unit"), ("no", "unit")])
    },
    imdf(.imdfUnusedDetail) { $0.add("detail", "x", "null", "") },
    imdf(.imdfUnusedGeofence) { $0.add("geofence", "x", "null", "") },
    imdf(.imdfVenueWithoutArea) {
      $0.remove("venue", "campus")
      $0.add("venue", "campus", "null", #""category":"healthcarefacility","name":{"en":"Harbour Hospital"}"#)
    },
    imdf(.imdfWrongFile) { $0.replace("amenity", #""feature_type":"amenity""#, #""feature_type":"unit""#) },
    room(.imdfZeroArea, [(40, 0), (45, 0), (40, 0)]),
  ]

  // MARK: IndoorGML

  private typealias Room = SmallIndoorGML.Room

  /// A plan in IndoorGML, perhaps with another file beside it.
  private static func plan(
    _ codes: Diagnostic.Code..., of xml: @autoclosure @escaping @Sendable () -> String,
    with osm: String? = nil
  ) -> [DiagnosticCase] {
    codes.map { code in
      DiagnosticCase(code) { try IndoorGMLTests.compile(xml(), with: osm).diagnostics }
    }
  }

  /// The clinic with some more rooms and passages.
  private static func clinic(_ rooms: [Room] = [], _ passages: [(String, String, String)] = []) -> String {
    SmallIndoorGML.xml(SmallIndoorGML.clinic + rooms, SmallIndoorGML.passages + passages)
  }

  /// Two rooms, with one on another layer.
  private static func layers(
    _ connections: [(String, String)], height: Double = 0, _ relation: String = "EQUALS"
  ) -> String {
    SmallIndoorGML.xml(
      [
        Room(id: "a", x: 0, y: 0, z: 0), Room(id: "b", x: 5, y: 0, z: 0),
        Room(id: "c", x: 2, y: 0, z: height, layer: "L2"),
      ], [("T", "a", "b")], connections: IndoorGMLTests.connections(connections, relation))
  }

  /// A street in front of the clinic's door, at a longitude.
  private static func street(at longitude: Double) -> String {
    """
    <osm version="0.6"><node id="1" lat="0" lon="\(longitude)"/><node id="2" lat="0.001" lon="\(longitude)"/>
    <way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way></osm>
    """
  }

  static let indoorGML: [DiagnosticCase] = [
    plan(.storeysFromHeights, .unplacedPlan, of: clinic()),
    plan(.isolatedState, of: clinic([Room(id: "alone", x: 50, y: 0, z: 0)])),
    plan(.danglingTransition, of: clinic([], [("T9", "hall", "gone")])),
    plan(.selfLoop, of: clinic([], [("T10", "hall", "hall")])),
    plan(.twinTransition, of: clinic([], [("T2-REVERSE", "lab", "hall")])),
    plan(.unknownConnector, of: clinic([Room(id: "attic", x: 10, y: 8, z: 4)], [("T11", "lab", "attic")])),
    plan(
      .elevatorJoined,
      of: clinic(
        [Room(id: "lift2", x: 10, y: -5, z: 8, kind: "Elevator", name: "Lift A")],
        [("T12", "lift1", "lift2")])),
    plan(.unreadableStorey, of: clinic([Room(id: "odd", x: 10, y: 16, z: 0, storey: "moon")])),
    plan(
      .cellWithoutState,
      of: clinic().replacing(
        "</PrimalSpaceFeatures>",
        with: "<cellSpaceMember><CellSpace gml:id=\"lonely\"/></cellSpaceMember></PrimalSpaceFeatures>")),
    plan(.danglingDuality, of: clinic().replacing("#C-lab", with: "#gone")),
    plan(
      .stateWithoutPlace,
      of: clinic().replacing(
        "<geometry><gml:Point><gml:pos>10.0 8.0 0.0</gml:pos></gml:Point></geometry>", with: "")),
    plan(.connectionNotWalked, of: layers([("c", "a"), ("c", "b")], "CONTAINS")),
    plan(.connectionBetweenStoreys, of: layers([("a", "c")], height: 4)),
    plan(.danglingConnection, of: layers([("a", "gone")])),
    plan(.unknownSystem, of: SmallIndoorGML.xml(srs: #" srsName="my:own""#)),
    plan(
      .severalSystems,
      of: SmallIndoorGML.xml(
        [Room(id: "a", x: 5_444_906, y: 3_445_536, z: 0), Room(id: "b", x: 5_444_916, y: 3_445_536, z: 0)],
        [("T", "a", "b")], srs: #" srsName="urn:ogc:def:crs:EPSG::31467""#
      ).replacing("EPSG::31467", with: "EPSG::31468", maxReplacements: 1)),
    plan(
      .implausibleUnit,
      of: SmallIndoorGML.xml(
        SmallIndoorGML.clinic.map { Room(id: $0.id, x: $0.x * 1000, y: $0.y * 1000, z: $0.z * 1000) })),
    plan(.entranceLinkAssumed, of: SmallIndoorGML.xml(), with: street(at: -0.00018)),
    plan(.entranceNotLinked, of: SmallIndoorGML.xml(), with: street(at: 0.01)),
    [
      DiagnosticCase(.idsRenamed) {
        try IndoorGMLTests.compile(SmallIndoorGML.xml(), SmallIndoorGML.xml()).diagnostics
      },
      DiagnosticCase(.placedPlan) {
        let frame = LocalFrame(origin: Coordinate(latitude: 31.2, longitude: 121.4)!)
        let points = [(0.0, 0.0), (50, 0), (0, 30)].map { x, y in
          ControlPoint(plan: PlanPoint(x, y), position: frame.coordinate(LocalFrame.Point(x: -y, y: x)))
        }
        let placement = Placement(.points(points, .helmert, mayMirror: true, tolerance: 0.5))
        return try IndoorGMLTests.compile(SmallIndoorGML.xml(), placements: [placement]).diagnostics
      },
    ],
  ].flatMap { $0 }
}
