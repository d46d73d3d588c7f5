import Foundation
import Testing

/// `wardway batch`: a line for each line, whatever it holds.
@Suite struct BatchTests {
  private static let good = #"{"id": "good", "from": "Main Entrance", "to": "Pharmacy"}"#

  /// The status and message of the answer to a line, which a good line follows.
  private static func refusal(_ line: String) throws -> (status: String, message: String, id: String?) {
    let answers = try Tool.batch(line, good)
    try #require(answers.count == 2)
    #expect(answers[1]["id"] as? String == "good" && answers[1]["status"] as? String == "ok")
    return (
      try #require(answers[0]["status"] as? String), try #require(answers[0]["message"] as? String),
      answers[0]["id"] as? String
    )
  }

  @Test func `the three kinds are answered`() throws {
    let answers = try Tool.batch(
      """
      {"id": "1", "kind": "route", "from": {"lat": 29.8990077, "lon": 122.8992545}, "to": "Pharmacy", \
      "via": ["Café"], "by": "walk", "as": "wheelchair", \
      "close": ["node/5"], "avoid": ["escalator"], "edges": true, "language": "zh"}
      """,
      #"{"id": "2", "kind": "table", "sources": ["Pharmacy", "Imaging"], "targets": ["Café", "8.1,9.2"]}"#,
      #"{"id": "3", "kind": "table", "sources": ["Pharmacy", "Imaging"], "targets": ["Café", "Imaging"]}"#,
      #"{"id": "4", "kind": "nearest", "at": "29.9000722,122.9004763@-1", "number": 3}"#)
    try expectRoute(answers[0])
    #expect(try #require(answers[0]["legs"] as? [Any]).count >= 2 && answers[0]["edges"] is [Any])
    #expect(answers[1]["status"] as? String == "no-edge-nearby")
    let durations = try #require(answers[2]["durations_s"] as? [[Double]])
    #expect((answers[2]["costs_s"] as? [[Double]])?.count == durations.count)
    let distances = try #require(answers[2]["distances_m"] as? [[Double]])
    #expect(durations.map(\.count) == [2, 2] && distances[1][1] == 0 && durations[0][1] > 0)
    let waypoints = try #require(answers[3]["waypoints"] as? [[String: Any]])
    #expect(waypoints.count == 3)
    for waypoint in waypoints {
      #expect(
        waypoint["level"] as? Double == -1 && waypoint["source"] is String && waypoint["name"] is String)
      #expect(["lat", "lon", "distance_m"].allSatisfy { waypoint[$0] is Double })
    }
  }

  @Test func `a table has null where there is no way`() throws {
    // The staff's rooms are beyond walkers; closing both elevators parts the wheelchair's floors.
    let answers = try Tool.batch(
      """
      {"kind": "table", "sources": ["Imaging"], "targets": ["Main Entrance", "Imaging"], "as": "wheelchair", \
      "close": ["node/5", "node/6"]}
      """)
    let durations = try #require(answers[0]["durations_s"] as? [[Any]])
    #expect(durations[0][0] is NSNull && durations[0][1] as? Double == 0)
  }

  @Test func `order is kept and empty lines are no requests`() throws {
    let lines = (0..<40).map { $0 % 4 == 3 ? "{" : #"{"id": "\#($0)", "from": "Pharmacy", "to": "Imaging"}"# }
    let input = "\n  \n" + lines.joined(separator: "\n\n\t\n") + "\r\n\r\n"
    let run = try Tool.run("batch", Tool.atlas(), input: input)
    #expect(run.code == 0)
    let answers = try run.lines.map { try Tool.object($0) }
    #expect(answers.count == 40)
    for (number, answer) in answers.enumerated() {
      #expect(answer["id"] as? String == (number % 4 == 3 ? nil : "\(number)"))
    }
  }

  @Test func `no input is no answer`() throws {
    let run = try Tool.run("batch", Tool.atlas())
    #expect(run.code == 0 && run.output.isEmpty)
  }

  @Test(arguments: [
    "{", "[]", "7", "null", "\"route\"", "{}", "nonsense",
    #"{"from": "Pharmacy"}"#,
    #"{"kind": "table"}"#,
    #"{"kind": "nearest"}"#,
    #"{"kind": "fly", "from": "Pharmacy", "to": "Imaging"}"#,
    #"{"kind": 7, "from": "Pharmacy", "to": "Imaging"}"#,
    #"{"from": 7, "to": "Imaging"}"#,
    #"{"from": [], "to": "Imaging"}"#,
    #"{"from": {}, "to": "Imaging"}"#,
    #"{"from": {"lat": "x", "lon": 1}, "to": "Imaging"}"#,
    #"{"from": {"lat": 1}, "to": "Imaging"}"#,
    #"{"from": {"lat": NaN, "lon": 1}, "to": "Imaging"}"#,
    #"{"from": {"lat": 1e999, "lon": 1}, "to": "Imaging"}"#,
    #"{"from": {"lat": 91, "lon": 1}, "to": "Imaging"}"#,
    #"{"from": {"lat": 1, "lon": -181}, "to": "Imaging"}"#,
    #"{"from": {"lat": 1, "lon": 1, "level": 0.001}, "to": "Imaging"}"#,
    #"{"from": {"lat": 1, "lon": 1, "level": 1e9}, "to": "Imaging"}"#,
    #"{"from": "nan,nan", "to": "Imaging"}"#,
    #"{"kind": "nearest", "at": "Pharmacy", "number": 0}"#,
    #"{"kind": "nearest", "at": "Pharmacy", "number": -1}"#,
    #"{"kind": "nearest", "at": "Pharmacy", "number": 1.5}"#,
    #"{"kind": "nearest", "at": "Pharmacy", "number": 99999999999999999999}"#,
    #"{"from": "Pharmacy", "to": "Imaging", "as": "horse"}"#,
    #"{"from": "Pharmacy", "to": "Imaging", "as": ""}"#,
    #"{"from": "Pharmacy", "to": "Imaging", "by": "boat"}"#,
    #"{"from": "Pharmacy", "to": "Imaging", "language": "tlh"}"#,
    #"{"from": "Pharmacy", "to": "Imaging", "depart": "tomorrow"}"#,
    #"{"from": "Pharmacy", "to": "Imaging", "depart": "2026-11-23T08:00:00+08:00"}"#,
    #"{"from": "Pharmacy", "to": "Imaging", "arrive": "2026-11-23T08:00:00+08:00"}"#,
    #"{"from": "Pharmacy", "to": "Imaging", "close": [""]}"#,
    #"{"from": "Pharmacy", "to": "Imaging", "close": ["node/x"]}"#,
    #"{"from": "Pharmacy", "to": "Imaging", "close": "node/5"}"#,
    #"{"from": "Pharmacy", "to": "Imaging", "avoid": ["people"]}"#,
    #"{"from": "Pharmacy", "to": "Imaging", "edges": "yes"}"#,
    #"{"kind": "table", "sources": "Pharmacy", "targets": []}"#,
  ])
  func `a request that makes no sense is refused, and the next one answered`(line: String) throws {
    let refusal = try Self.refusal(line)
    #expect(refusal.status == "invalid-request" && !refusal.message.isEmpty, "\(refusal)")
  }

  @Test func `deep nesting is refused`() throws {
    let depth = 100_000
    let nested = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(try Self.refusal(nested).status == "invalid-request")
    let objects = String(repeating: #"{"a":"#, count: depth)
    #expect(try Self.refusal(objects).status == "invalid-request")
    let inside = #"{"from": "Pharmacy", "to": "Imaging", "extra": \#(nested)}"#
    #expect(try Self.refusal(inside).status == "invalid-request")
  }

  @Test func `a long line is answered, one beyond the limit refused`() throws {
    let name = String(repeating: "药", count: 300_000)
    let refusal = try Self.refusal(#"{"id": "big", "from": "\#(name)", "to": "Imaging"}"#)
    #expect(refusal.status == "unknown-place" && refusal.id == "big")
    let longer = try Self.refusal(#"{"id": "big", "from": "\#(name)\#(name)", "to": "Imaging"}"#)
    #expect(longer.status == "invalid-request" && longer.message.contains("1048576 bytes"))
  }

  @Test func `more than a request may ask for is refused by name`() throws {
    func list(_ count: Int) -> String {
      "[" + Array(repeating: #""Pharmacy""#, count: count).joined(separator: ",") + "]"
    }
    for (line, name) in [
      (#"{"from": "Pharmacy", "to": "Imaging", "via": \#(list(101))}"#, "via"),
      (#"{"from": "Pharmacy", "to": "Imaging", "close": \#(list(1001))}"#, "close"),
      (#"{"kind": "table", "sources": \#(list(1001)), "targets": ["Imaging"]}"#, "sources"),
      (#"{"kind": "table", "sources": ["Imaging"], "targets": \#(list(1001))}"#, "targets"),
      (#"{"kind": "nearest", "at": "Imaging", "number": 1001}"#, "number"),
    ] {
      let refusal = try Self.refusal(line)
      #expect(refusal.status == "invalid-request" && refusal.message.contains("'\(name)'"), "\(refusal)")
    }
    let help = try Tool.run("batch", "--help").output
    #expect(["1048576 bytes", "100 stops", "1000 sources"].allSatisfy { help.contains($0) }, "\(help)")
  }

  @Test func `a table with the same places twice is the table of each`() throws {
    let answers = try Tool.batch(
      #"{"kind": "table", "sources": ["Pharmacy", "Imaging", "Pharmacy"], "targets": ["Café", "Imaging", "Café"]}"#
    )
    let rows = try #require(answers[0]["durations_s"] as? [[Double]])
    #expect(rows.count == 3 && rows[0] == rows[2] && rows.allSatisfy { $0.count == 3 && $0[0] == $0[2] })
  }

  @Test func `what is closed by its name is left out, and what has none is an error`() throws {
    let request = #""from": "Main Entrance", "to": "Imaging", "as": "wheelchair", "edges": true"#
    let answers = try Tool.batch(
      "{\(request), \"close\": [\"Elevator A\"]}", "{\(request), \"close\": [\"a号 电梯\"]}",
      "{\(request), \"close\": [\"node/5\"]}", "{\(request), \"close\": [\"Elevator Z\"]}",
      "{\(request), \"close\": [\"node/987654321\"]}", "{\(request), \"close\": [\"Ward Corridor\"]}")
    #expect(answers.prefix(3).allSatisfy { $0["status"] as? String == "ok" })
    let ways = answers.prefix(3).map {
      ($0["edges"] as? [[String: Any]] ?? []).compactMap { $0["source"] as? String }
    }
    #expect(ways[0] == ways[1] && ways[1] == ways[2] && !ways[0].contains("node/5"))
    #expect(answers[3]["status"] as? String == "unknown-place")
    #expect(answers[4]["status"] as? String == "unknown-place")
    // One on each floor.
    #expect(answers[5]["status"] as? String == "ambiguous-place")
  }

  @Test func `a name that fits several places is answered in the language asked for`() throws {
    let answers = try Tool.batch(
      #"{"from": "Pharmacy", "to": "骨科", "language": "zh"}"#, #"{"from": "Pharmacy", "to": "骨科"}"#,
      #"{"from": "Pharmacy", "to": "没有", "language": "zh"}"#)
    #expect(answers[0]["status"] as? String == "ambiguous-place")
    #expect((answers[0]["message"] as? String)?.contains("骨科门诊") == true)
    #expect((answers[1]["message"] as? String)?.contains("Orthopaedics Clinic") == true)
    #expect(answers[2]["status"] as? String == "unknown-place")
    #expect((answers[2]["message"] as? String)?.contains("没有叫“没有”的地点") == true)
  }

  @Test(arguments: [
    #""药-1""#, "7", "-3", "null", "true", "1.50", "123456789012345678901234567890", "1e400", #""\u0041\n""#,
  ])
  func `an id comes back as it was`(id: String) throws {
    for rest in [
      #""from": "Pharmacy", "to": "Imaging""#, #""from": "Atlantis", "to": "Imaging""#, #""kind": 5"#,
      #""from": {"lat": 99, "lon": 0}, "to": "Imaging""#, #""colour": 1"#,
    ] {
      let run = try Tool.run("batch", Tool.atlas(), input: #"{\#(rest), "id": \#(id)}"#)
      let same = id.replacing("\\u0041", with: "A")
      #expect(run.output.hasPrefix(#"{"id":\#(same),"status":"#), "\(run.output.prefix(200))")
    }
  }

  @Test(arguments: [#"["x"]"#, "{}", "01", "+1"])
  func `an id that is neither text nor number is refused`(id: String) throws {
    let refusal = try Self.refusal(#"{"id": \#(id), "from": "Pharmacy", "to": "Imaging"}"#)
    #expect(refusal.status == "invalid-request" && refusal.id == nil)
  }

  @Test(arguments: [
    (#"{"from": "Pharmacy", "to": "Imaging", "profile": "wheelchair"}"#, "'profile'"),
    (#"{"from": "Pharmacy", "to": "Imaging", "aviod": ["elevator"]}"#, "'aviod'"),
    (#"{"from": "Pharmacy", "to": "Imaging", "As": "wheelchair"}"#, "'As'"),
    (#"{"from": {"lat": 29.9, "lon": 122.9, "levl": 1}, "to": "Imaging"}"#, "'from.levl'"),
    (#"{"from": "Pharmacy", "to": "Imaging", "via": ["Café", {"lat": 1, "lng": 1}]}"#, "'via[1].lng'"),
    (#"{"kind": "nearest", "at": "Imaging", "to": "Pharmacy"}"#, "'to'"),
    (#"{"from": "Pharmacy", "from": "Imaging", "to": "Imaging"}"#, "\"from\" comes twice"),
    (#"{"from": {"lat": 1, "lat": 2, "lon": 3}, "to": "Imaging"}"#, "\"lat\" comes twice"),
    (#"{"from": "Pharmacy", "to": "Imaging", "roles": ["staff"]}"#, "'roles'"),
    (#"{"from": "Pharmacy", "to": "Imaging", "conditions": [{}]}"#, "'conditions'"),
  ])
  func `a member that is misspelt, of another kind or doubled is refused by name`(line: String, name: String)
    throws
  {
    let refusal = try Self.refusal(line)
    #expect(refusal.status == "invalid-request" && refusal.message.contains(name), "\(refusal)")
  }

  @Test func `nulls are defaults`() throws {
    let answers = try Tool.batch(
      """
      {"id": "1", "from": "Pharmacy", "to": "Imaging", "as": null, "via": null, "kind": null, "close": null, \
      "language": null, "conditions": [], "roles": []}
      """)
    #expect(answers[0]["status"] as? String == "ok")
  }

  @Test func `many requests are answered in order, by one and by several at a time`() throws {
    let lines = (0..<300).map { number in
      number % 7 == 0
        ? #"{"id": \#(number), "kind": "table", "sources": ["Pharmacy"], "targets": ["Imaging", "Café"]}"#
        : #"{"id": \#(number), "from": "Main Entrance", "to": "\#(["Pharmacy", "Café", "Nowhere"][number % 3])"}"#
    }
    let input = lines.joined(separator: "\n")
    let one = try Tool.run(["batch", Tool.atlas(), "--jobs", "1"], input: input)
    let several = try Tool.run(["batch", Tool.atlas(), "--jobs", "5"], input: input)
    #expect(one.output == several.output && one.lines.count == 300)
    for (number, line) in one.lines.enumerated() { #expect(line.hasPrefix(#"{"id":\#(number),"#)) }
  }

  @Test func `control characters are refused or part of a name`() throws {
    #expect(try Self.refusal("{\"from\": \"\u{0}\", \"to\": \"Imaging\"}").status == "invalid-request")
    #expect(try Self.refusal(#"{"from": "\u0000\u007f\ud800", "to": "Imaging"}"#).status == "invalid-request")
    #expect(try Self.refusal(#"{"from": "\u0000\u007f", "to": "Imaging"}"#).status == "unknown-place")
  }

  @Test func `Chinese names and texts are understood`() throws {
    let answers = try Tool.batch(#"{"from": "柳树街12号", "to": "骨科门诊", "language": "zh", "as": "older-walker"}"#)
    try expectRoute(answers[0])
    let legs = try #require(answers[0]["legs"] as? [[String: Any]])
    let steps = try #require(legs.last?["steps"] as? [[String: Any]])
    #expect((steps.last?["text"] as? String)?.hasPrefix("已到达") == true)
  }
}
