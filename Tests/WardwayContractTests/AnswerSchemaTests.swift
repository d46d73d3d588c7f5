import JSONText
import TestSupport
import Testing
import Wardway
import WardwayContract

/// Real answers of the demo maps, compared with the schema: a member that it doesn't know is a fault.
@Suite struct AnswerSchemaTests {
  private let schema: JSONSchema

  init() throws { schema = try ContractSchema.read() }

  /// The answers to requests, each of them and each request as the schema has it.
  private func answers(_ lines: [String], on map: DemoAtlas, as kind: String) throws -> [JSONValue] {
    try zip(lines, map.answers(lines)).map { line, answer in
      #expect(schema.faults(inText: line, as: "request") == [], "\(line)")
      #expect(schema.faults(inText: answer, as: "answer") == [], "\(line)\n\(answer.prefix(2000))")
      #expect(schema.faults(inText: answer, as: kind) == [], "\(line)\n\(answer.prefix(2000))")
      return try JSONReader.value(of: Array(answer.utf8))
    }
  }

  @Test(arguments: DemoAtlas.allCases, ["en", "zh"])
  func `journeys on foot and by car, with stops, edges and alternatives`(map: DemoAtlas, language: String)
    throws
  {
    let ends =
      switch map {
      case .riverside: (home: "12 Willow Street", clinic: "Cardiology Clinic", stop: "Pharmacy")
      case .lakeside:
        (home: "Willow Bank Apartments", clinic: "Cardiology Clinic", stop: "Outpatient Pharmacy")
      }
    let there = #""from": "\#(ends.home)", "to": "\#(ends.clinic)", "language": "\#(language)""#
    let back = #""from": "\#(ends.clinic)", "to": "\#(ends.home)", "language": "\#(language)""#
    var lines = [
      "{\(there)}", #"{\#(there), "id": 7, "edges": true, "via": ["\#(ends.stop)"]}"#,
      #"{\#(there), "id": null, "as": "wheelchair", "edges": true, "avoid": ["elevator", "ferry"]}"#,
      #"{\#(there), "as": "stroller", "alternatives": 3, "kind": "route", "by": "walk"}"#,
      #"{\#(back), "as": "bed", "close": ["node/5"], "edges": false}"#,
    ]
    if map == .lakeside {
      let garage = #"{"lat": 29.9017591, "lon": 122.8009728, "level": -1}"#
      lines += [
        #"{\#(there), "by": "car", "edges": true, "id": true}"#,
        #"{\#(there), "by": "car", "alternatives": 3}"#,
        #"{\#(there), "by": "car", "drop_off": true, "via": ["\#(ends.stop)"]}"#,
        #"{\#(back), "by": "car", "pick_up": true, "drop_off": false}"#,
        #"{\#(back), "by": "car", "car_at": "Hospital Garage B1"}"#,
        #"{\#(back), "by": "car", "car_at": \#(garage)}"#,
      ]
    }
    let answers = try answers(lines, on: map, as: "route-answer")
    #expect(answers.contains { $0["alternatives"].array?.isEmpty == false })
    #expect(answers.contains { $0["edges"].array?.isEmpty == false })
    #expect(answers.contains { $0["handoff"].object != nil } == (map == .lakeside))
    #expect(answers[1]["id"].number == 7 && answers[2].object?["id"] == .null)
  }

  @Test(arguments: DemoAtlas.allCases)
  func `tables and nearest points`(map: DemoAtlas) throws {
    let places = try map.places().prefix(5).map { #""\#($0.source)""# }.joined(separator: ", ")
    let position = try #require(try map.places().first).coordinate
    _ = try answers(
      [
        #"{"id": "t", "kind": "table", "sources": [\#(places)], "targets": [\#(places)], "as": "older-walker"}"#,
        #"{"kind": "table", "sources": [], "targets": [\#(places)], "by": null}"#,
      ], on: map, as: "table-answer")
    _ = try answers(
      [
        #"{"kind": "nearest", "at": "\#(position)", "number": 20}"#,
        #"{"kind": "nearest", "at": {"lat": \#(position.latitude), "lon": \#(position.longitude)}}"#,
      ], on: map, as: "nearest-answer")
  }

  @Test(arguments: DemoAtlas.allCases, ["en", "zh"])
  func `refusals say why`(map: DemoAtlas, language: String) throws {
    let home = map == .riverside ? "12 Willow Street" : "Willow Bank Apartments"
    let answers = try answers(
      [
        #"{"from": "Atlantis", "to": "\#(home)", "language": "\#(language)"}"#,
        #"{"from": "Toilets", "to": "\#(home)", "language": "\#(language)"}"#,
        #"{"from": "\#(home)", "to": "0,0", "language": "\#(language)"}"#,
        #"{"from": "\#(home)", "to": "nan,nan", "language": "\#(language)"}"#,
      ], on: map, as: "refusal")
    #expect(
      answers.map { $0["status"].string } == [
        "unknown-place", "ambiguous-place", "no-edge-nearby", "invalid-request",
      ])
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `whatever is asked, request and answer are as the schema has them`(seed: UInt64) throws {
    let map = DemoAtlas.allCases[Int(seed % 2)]
    var requests = RandomLines(places: try map.places(), seed: seed)
    _ = try answers((0..<40).map { _ in requests.line() }, on: map, as: "answer")
  }

  @Test func `the schema's words are those of the code`() {
    #expect(schema.words(of: "maneuver") == Set(Maneuver.allCases.map(\.rawValue)))
    #expect(schema.words(of: "modifier") == Set(Modifier.allCases.map(\.rawValue)))
    #expect(schema.words(of: "edge-kind") == Set(EdgeKind.allCases.map(\.name)))
    #expect(schema.words(of: "handoff-kind") == Set(HandoffKind.allCases.map(\.name)))
    #expect(schema.words(of: "reason") == Set(Alternative.Reason.allCases.map(\.rawValue)))
    #expect(schema.words(of: "avoidable") == Set(JourneyRequest.Avoidable.allCases.map(\.rawValue)))
    #expect(schema.words(of: "severity") == Set(Finding.Severity.allCases.map(\.rawValue)))
  }
}
