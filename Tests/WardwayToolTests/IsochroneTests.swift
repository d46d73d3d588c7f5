import Testing

/// `wardway isochrone`, in every format.
@Suite struct IsochroneTests {
  @Test func `GeoJSON is a polygon with closed rings for each limit`() throws {
    let run = try Tool.run("isochrone", Tool.atlas(), "--to", "Pharmacy", "--within", "3, 1,2", "--as", "bed")
    #expect(run.code == 0 && run.diagnostics.isEmpty)
    let collection = try Tool.object(run.output)
    #expect(collection["type"] as? String == "FeatureCollection")
    let features = try #require(collection["features"] as? [[String: Any]])
    let properties = features.compactMap { $0["properties"] as? [String: Any] }
    #expect(properties.map { $0["limit_s"] as? Double } == [60, 120, 180])
    for name in ["nodes", "edge_m", "places", "cell_m"] {
      #expect(properties.allSatisfy { ($0[name] as? Double ?? -1) >= 0 })
    }
    for feature in features {
      let geometry = try #require(feature["geometry"] as? [String: Any])
      #expect(geometry["type"] as? String == "MultiPolygon")
      let polygons = try #require(geometry["coordinates"] as? [[[[Double]]]])
      #expect(!polygons.isEmpty)
      for ring in polygons.joined() { #expect(ring.count > 3 && ring.first == ring.last) }
    }
  }

  @Test func `text says what is reached`() throws {
    let run = try Tool.run(
      "isochrone", Tool.atlas(), "--from", "Main Entrance", "--within", "1,5", "--format", "text")
    #expect(run.code == 0 && run.lines.count == 2)
    #expect(run.lines[0].contains(/^1 min  \d+ nodes, [\d.]+ km of ways, \d+ places$/))
  }

  @Test func `what makes no sense is refused`() throws {
    let refused = [
      ["--to", "Pharmacy", "--within", "x"], ["--to", "Pharmacy", "--within", "0"],
      ["--to", "Pharmacy", "--within", ""], ["--to", "Pharmacy", "--within", "1,nan"],
      ["--within", "5"], ["--to", "Pharmacy", "--from", "Pharmacy", "--within", "5"],
      ["--to", "Pharmacy", "--within", "5", "--by", "boat"],
      ["--to", "Pharmacy", "--within", "5", "--cell", "0"],
    ]
    for arguments in refused {
      let run = try Tool.run(["isochrone", try Tool.atlas()] + arguments)
      #expect(run.code == 2 && run.output.isEmpty && !run.diagnostics.isEmpty, "\(arguments)")
    }
    let run = try Tool.run("isochrone", Tool.atlas(), "--to", "Nowhere Land", "--within", "5")
    #expect(run.code == 3)
  }
}
