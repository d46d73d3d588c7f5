import Foundation
import TestSupport
import Testing

/// `wardway route` and `wardway places`, in every format.
@Suite struct RouteTests {
  @Test func `text is for people`() throws {
    let run = try Tool.run(
      "route", Tool.atlas(), "--from", "12 Willow Street", "--to", "Pharmacy", "--as", "wheelchair")
    #expect(run.code == 0 && run.diagnostics.isEmpty)
    #expect(run.lines[0].contains(/^\d+ min, \d+ m$/))
    #expect(run.output.contains("up to 2F"))
    #expect(run.output.contains("You have arrived at Pharmacy"))
  }

  @Test func `text comes in Chinese`() throws {
    let run = try Tool.run(
      "route", Tool.atlas(), "--from", "柳树街12号", "--to", "药房", "--language", "zh")
    #expect(run.code == 0 && run.lines[0].contains(/^约 \d+ 分钟，\d+ 米$/))
    #expect(run.output.contains("已到达"))
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"], [:]])
  func `no colour where nobody looks`(environment: [String: String]) throws {
    let run = try Tool.run(
      "route", Tool.atlas(), "--from", "Main Entrance", "--to", "Pharmacy", environment: environment)
    #expect(run.code == 0 && !run.output.contains("\u{1B}"))
  }

  @Test func `JSON has the contract's fields`() throws {
    let run = try Tool.run(
      "route", Tool.atlas(), "--from", "12 Willow Street", "--to", "Pharmacy", "--format", "json", "--edges")
    #expect(run.code == 0 && run.lines.count == 1)
    let answer = try Tool.object(run.output)
    try expectRoute(answer)
    let edges = try #require(answer["edges"] as? [[String: Any]])
    let total = edges.reduce(0) { $0 + ($1["distance_m"] as? Double ?? .nan) }
    #expect(abs(total - (answer["distance_m"] as? Double ?? 0)) < 0.01)
    for edge in edges {
      #expect(["source", "kind", "name"].allSatisfy { edge[$0] is String })
      #expect(["from_level", "to_level", "distance_m", "duration_s"].allSatisfy { edge[$0] is Double })
      #expect(["from_node", "to_node"].allSatisfy { edge.keys.contains($0) })
    }
  }

  @Test func `GeoJSON is a collection of lines`() throws {
    let run = try Tool.run(
      "route", Tool.atlas(), "--from", "12 Willow Street", "--to", "Pharmacy", "--format", "geojson")
    #expect(run.code == 0)
    let collection = try Tool.object(run.output)
    #expect(collection["type"] as? String == "FeatureCollection")
    let features = try #require(collection["features"] as? [[String: Any]])
    #expect(features.count > 5)
    for feature in features {
      #expect(feature["type"] as? String == "Feature" && feature["properties"] is [String: Any])
      let geometry = try #require(feature["geometry"] as? [String: Any])
      #expect(geometry["type"] as? String == "LineString")
      #expect(try #require(geometry["coordinates"] as? [[Double]]).count > 1)
    }
  }

  @Test func `a place to itself is a route in every format`() throws {
    for format in ["text", "json", "geojson"] {
      let run = try Tool.run(
        "route", Tool.atlas(), "--from", "Pharmacy", "--to", "Pharmacy", "--format", format)
      #expect(run.code == 0 && !run.output.isEmpty)
    }
  }

  @Test(arguments: [
    ("Atlantis", "unknown-place"), ("Toilets", "ambiguous-place"), ("0,0", "no-edge-nearby"),
    ("29.9,122.9@77", "no-edge-nearby"), ("node/99999", "unknown-place"),
  ])
  func `no route is 3, with the reason`(place: String, status: String) throws {
    let atlas = try Tool.atlas()
    let run = try Tool.run("route", atlas, "--from", place, "--to", "Pharmacy")
    #expect(run.code == 3 && run.output.isEmpty && run.diagnostics.hasPrefix("wardway: could not plan: "))
    let json = try Tool.run("route", atlas, "--from", place, "--to", "Pharmacy", "--format", "json")
    #expect(json.code == 3)
    let answer = try Tool.object(json.output)
    #expect(answer["status"] as? String == status)
    #expect((answer["message"] as? String)?.isEmpty == false)
  }

  @Test func `what is closed is left out`() throws {
    let atlas = try Tool.atlas()
    func route(_ closed: String...) throws -> Tool.Run {
      let request = ["route", atlas, "--from", "Main Entrance", "--to", "Imaging", "--as", "wheelchair"]
      return try Tool.run(request + closed.flatMap { ["--close", $0] })
    }
    #expect(try route("node/5").output.contains("Elevator B"))
    #expect(try route("Elevator A").output.contains("Elevator B"))
    #expect(try route("Elevator A").output == route("node/5").output)
    #expect(try route("Elevator Z").code == 3 && route("node/4242").code == 3)
    let none = try route("node/5", "node/6")
    #expect(none.code == 3 && none.diagnostics.contains("node/5, node/6"))
  }

  @Test func `a profile may be a file`() throws {
    let folder = TemporaryFolder()
    let path = "\(folder.path)/profile.json"
    for text in ["", "{}", "[", "{\"name\": \"x\", \"speed\": -1}"] {
      try Data(text.utf8).write(to: URL(filePath: path))
      let run = try Tool.run(
        "route", Tool.atlas(), "--from", "Pharmacy", "--to", "Imaging", "--as", path)
      #expect(run.code == 4 && run.diagnostics.contains(path), "\(run)")
    }
  }

  @Test func `places are listed and found`() throws {
    let atlas = try Tool.atlas()
    #expect(try Tool.run("places", atlas).lines.count > 50)
    #expect(try Tool.run("places", atlas, "--limit", "3").lines.count == 3)
    let found = try Tool.run("places", atlas, "pharmacy", "--format", "json")
    #expect(found.code == 0 && found.lines.count == 1)
    let place = try Tool.object(found.output)
    #expect(place["name"] as? String == "Pharmacy" && place["level"] as? Double == 1)
    #expect(place["level_name"] as? String == "2F" && (place["names"] as? [String: String])?["zh"] == "药房")
    let chinese = try Tool.run("places", atlas, "pharmacy", "--language", "zh")
    #expect(chinese.output.hasPrefix("药房"))
    #expect(try Tool.run("places", atlas, "harmac").code == 3)
    #expect(try Tool.run("places", atlas, "--kind", "toilets").lines.count == 8)
    #expect(try Tool.run("places", atlas, "atlantis").code == 3)
  }
}

/// The fields that every route has.
func expectRoute(_ answer: [String: Any]) throws {
  #expect(answer["status"] as? String == "ok" && answer["message"] as? String == "")
  for field in ["duration_s", "cost_s", "distance_m"] { #expect(try #require(answer[field] as? Double) >= 0) }
  let snap = try #require(answer["snap"] as? [String: Double])
  #expect(snap.keys.sorted() == ["from_m", "from_s", "to_m", "to_s"])
  #expect(answer["notices"] is [[String: Any]])
  let geometry = try #require(answer["geometry"] as? [[Double]])
  #expect(!geometry.isEmpty && geometry.allSatisfy { $0.count == 3 })
  let legs = try #require(answer["legs"] as? [[String: Any]])
  for leg in legs {
    #expect(leg["by"] as? String == "walk" && leg["network"] is String)
    #expect(leg["duration_s"] is Double && leg["distance_m"] is Double)
    let steps = try #require(leg["steps"] as? [[String: Any]])
    #expect(!steps.isEmpty)
    for step in steps {
      #expect(["maneuver", "text", "name"].allSatisfy { step[$0] is String })
      #expect(["from_level", "to_level", "distance_m", "duration_s"].allSatisfy { step[$0] is Double })
      #expect(step["modifier"] is String || step["modifier"] is NSNull)
      let range = try #require(step["geometry_range"] as? [Int])
      #expect(range.count == 2 && 0 <= range[0] && range[0] <= range[1] && range[1] < geometry.count)
    }
  }
}
