import Geodesy
import Testing

@testable import WardwayCompiler

@Suite struct PlacementFileTests {
  private static func read(_ entry: String) throws(PlacementError) -> [String: Placement] {
    try PlacementFile.placements(
      json: Array("{\"inputs\": [\(entry)]}".utf8), inputs: ["plans/a.gml", "plans/b.gml", "x/b.gml"])
  }

  @Test func `an entry declares all there is`() throws {
    let found = try Self.read(
      #"""
      {"input": "a.gml", "datum": "gcj-02", "fit": "affine", "tolerance": 0.5, "mirror": false,
       "metres_per_unit": 0.001,
       "control_points": [{"plan": [0, 1.5], "lat": 31.2, "lon": 121.4, "name": "north-west corner"}]},
      {"input": "plans/b.gml", "crs": "EPSG:4549", "axes": "north-east"}, {"input": "x/b.gml", "datum": "bd-09"}
      """#)
    let position = try #require(Coordinate(latitude: 31.2, longitude: 121.4))
    let point = ControlPoint(plan: PlanPoint(0, 1.5), position: Datum.gcj02.wgs84(position))
    #expect(
      found["plans/a.gml"]
        == Placement(.points([point], .affine, mayMirror: false, tolerance: 0.5), metresPerUnit: 0.001))
    #expect(found["plans/b.gml"] == Placement(.system("EPSG:4549", northFirst: true)))
    #expect(found["x/b.gml"] == Placement(datum: .bd09))
  }

  @Test(arguments: [
    (#"{"input": "c.gml"}"#, "inputs[0].input"), (#"{"input": "b.gml"}"#, "inputs[0].input"),
    ("7", "inputs[0]"),
    (#"{"input": "a.gml", "datum": "gcj"}"#, "inputs[0].datum"), (#"{"input": "a.gml", "crs": 4547}"#, "crs"),
    (#"{"input": "a.gml", "colour": 1}"#, "colour"), (#"{"input": "a.gml", "fit": "affine"}"#, "fit"),
    (#"{"input": "a.gml", "axes": "east-north"}"#, "axes"),
    (#"{"input": "a.gml", "metres_per_unit": 0}"#, "metres_per_unit"),
    (#"{"input": "a.gml", "metres_per_unit": true}"#, "metres_per_unit"),
    (#"{"input": "a.gml", "control_points": 1}"#, "control_points"),
    (#"{"input": "a.gml", "control_points": [{"plan": [1], "lat": 0, "lon": 0}]}"#, "control_points[0].plan"),
    (
      #"{"input": "a.gml", "control_points": [{"plan": [1, 2], "lat": 91, "lon": 0}]}"#,
      "control_points[0].lat"
    ),
    (#"{"input": "a.gml", "control_points": [{"plan": [1, 2], "lat": 1}]}"#, "control_points[0].lon"),
    (#"{"input": "a.gml", "crs": "EPSG:4547", "control_points": []}"#, "crs"),
    (#"{"input": "a.gml", "control_points": [], "mirror": 1}"#, "mirror"),
    (#"{"input": "a.gml"}, {"input": "a.gml"}"#, "inputs[1].input"),
  ])
  func `an error names the field`(entry: String, field: String) {
    let error = #expect(throws: PlacementError.self) { try Self.read(entry) }
    #expect(error?.message.contains(field) ?? false, "\(error?.message ?? "")")
  }

  @Test(arguments: ["", "[", "[]", "{}", #"{"inputs": {}}"#, "null", "1e999"])
  func `what is no placement is refused`(text: String) {
    let error = #expect(throws: PlacementError.self) {
      try PlacementFile.placements(json: Array(text.utf8), inputs: [])
    }
    #expect(error?.code == .badPlacement)
  }

  /// Gauss–Krüger on CGCS2000, central meridian 120°; the expected position is PROJ's `cs2cs` for EPSG:4549.
  @Test func `a coordinate reference system is placed by its axes`() throws {
    let system = try CoordinateSystem("EPSG:4549")
    let middle = try system.coordinate(PlanPoint(500_000, 3_320_113.398))
    #expect(abs(middle.longitude - 120) < 1e-6 && abs(middle.latitude - 30) < 1e-4)
    let turned = try CoordinateSystem("EPSG:4549", northFirst: true)
    #expect(try turned.coordinate(PlanPoint(3_320_113.398, 500_000)) == middle)
    let long = try CoordinateSystem("urn:ogc:def:crs:EPSG::4549")
    #expect(try long.coordinate(PlanPoint(3_320_113.398, 500_000)) == middle)
    let address = try CoordinateSystem("http://www.opengis.net/def/crs/EPSG/0/4326")
    #expect(try address.coordinate(PlanPoint(30, 120)) == Coordinate(latitude: 30, longitude: 120))
  }

  /// CGCS2000's zones: three and six degrees wide, with and without the zone's number before the easting.
  @Test(arguments: [
    ("EPSG:4549", 500_000.0, 120.0), ("EPSG:4528", 40_500_000, 120), ("EPSG:4547", 500_000, 114),
    ("EPSG:4526", 38_500_000, 114), ("EPSG:4507", 500_000, 105), ("EPSG:4496", 18_500_000, 105),
  ])
  func `every zone has its central meridian`(name: String, easting: Double, meridian: Double) throws {
    let place = try CoordinateSystem(name).coordinate(PlanPoint(easting, 3_320_113.398))
    #expect(abs(place.longitude - meridian) < 1e-6 && abs(place.latitude - 30) < 1e-4)
  }

  @Test(arguments: [
    "", "EPSG:0", "EPSG:404000", "local", "urn:ogc:def:crs:EPSG::", "\u{0}", "+proj=", "http://x",
    "+proj=longlat +nadgrids=/etc/passwd +type=crs", "+init=/etc/passwd:1",
  ])
  func `an unknown system is refused by name`(name: String) {
    let error = #expect(throws: PlacementError.self) { try CoordinateSystem(name) }
    #expect(error?.code == .unknownSystem)
  }

  @Test func `a point outside its system is refused`() throws {
    let system = try CoordinateSystem("EPSG:4549")
    for point in [PlanPoint(1e300, 0), PlanPoint(.nan, 0), PlanPoint(0, .infinity), PlanPoint(1e9, 1e9)] {
      let error = #expect(throws: PlacementError.self) { try system.coordinate(point) }
      #expect(error?.code == .outsideSystem)
    }
  }
}
