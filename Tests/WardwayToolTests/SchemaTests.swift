import TestSupport
import Testing

/// What the tool prints beside the answers of `batch`, compared with the schema.
@Suite struct SchemaTests {
  private let schema: JSONSchema

  init() throws { schema = try ContractSchema.read() }

  /// Runs the tool and compares each line that it prints.
  private func expect(
    _ definition: String, _ code: Int32 = 0, from arguments: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let run = try Tool.run(arguments)
    #expect(run.code == code && !run.lines.isEmpty, "\(run)", sourceLocation: sourceLocation)
    for line in run.lines {
      #expect(
        schema.faults(inText: line, as: definition) == [], "\(line.prefix(2000))",
        sourceLocation: sourceLocation)
    }
  }

  @Test func `journeys, places, isochrones and what an atlas holds`() throws {
    let atlas = try Tool.atlas()
    let trip = ["--from", "12 Willow Street", "--to", "Pharmacy"]
    for language in ["en", "zh"] {
      let asked = ["route", atlas] + trip + ["--language", language, "--format"]
      try expect("route-answer", from: asked + ["json", "--edges", "--alternatives", "3"])
      try expect("route-geojson", from: asked + ["geojson"])
      try expect("place", from: ["places", atlas, "--language", language, "--format", "json"])
    }
    try expect(
      "route-geojson",
      from: ["route", atlas, "--from", "Pharmacy", "--to", "Pharmacy", "--format", "geojson"])
    try expect(
      "refusal", 3, from: ["route", atlas, "--from", "Atlantis", "--to", "Pharmacy", "--format", "json"])
    try expect("place", from: ["places", atlas, "--format", "json"])
    try expect("isochrone-geojson", from: ["isochrone", atlas, "--to", "Pharmacy", "--within", "1,3"])
    try expect(
      "isochrone-geojson",
      from: ["isochrone", atlas, "--from", "Main Entrance", "--within", "2", "--by", "car", "--cell", "20"])
    try expect("atlas", from: ["info", atlas, "--format", "json"])
  }

  @Test func `reports of maps with and without faults`() throws {
    let folder = TemporaryFolder()
    let atlas = folder.path("atlas")
    let streets = folder.write(
      """
      <osm version="0.6">
      <node id="1" lat="30.000" lon="120.000"/><node id="2" lat="30.000" lon="120.004"/>
      <way id="90"><nd ref="1"/><nd ref="2"/><nd ref="404"/><tag k="highway" v="residential"/></way>
      <way id="91"><nd ref="1"/><nd ref="2"/><tag k="highway" v="steps"/><tag k="level" v="up"/></way>
      <way id="92"><nd ref="1"/><nd ref="2"/><tag k="amenity" v="hospital"/></way>
      </osm>
      """, as: "streets.osm")
    try expect("compilation", from: ["compile", streets, "-o", atlas, "--format", "json"])
    try expect(
      "compilation", from: ["compile", Tool.map, "-o", folder.path("riverside"), "--format", "json"])
    let broken = folder.write("<osm", as: "broken.osm")
    try expect("addition", 4, from: ["add", atlas, broken, "--format", "json"])
    let ring = [3, 4, 5, 6, 3].map { #"<nd ref="\#($0)"/>"# }.joined()
    let hospital = folder.write(
      """
      <osm version="0.6">
      <node id="2" lat="30.000" lon="120.004"/><node id="7" lat="30.003" lon="120.002"/>
      <node id="3" lat="30.003" lon="120.001"/><node id="4" lat="30.003" lon="120.003"/>
      <node id="5" lat="30.001" lon="120.003"/><node id="6" lat="30.001" lon="120.001"/>
      <way id="11">\(ring)<tag k="amenity" v="hospital"/><tag k="name" v="Hospital"/></way>
      <way id="80"><nd ref="2"/><nd ref="7"/><tag k="highway" v="footway"/></way>
      </osm>
      """, as: "hospital.osm")
    try expect("addition", from: ["add", atlas, hospital, "--format", "json"])
    try expect("addition", from: ["add", atlas, hospital, "--format", "json"])
    try expect("atlas", from: ["info", atlas, "--format", "json"])
  }
}
