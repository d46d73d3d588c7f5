import JSONText
import TestSupport
import Testing
import WardwayContract

/// What is refused for its shape is refused by the schema too, and what is accepted is accepted.
@Suite struct RequestSchemaTests {
  private let schema: JSONSchema

  init() throws { schema = try ContractSchema.read() }

  private static func list(_ count: Int) -> String {
    "[" + Array(repeating: #""Pharmacy""#, count: count).joined(separator: ",") + "]"
  }

  private static let route = #""from": "Pharmacy", "to": "Imaging""#

  private static let refused = [
    "[]", "7", "null", #""route""#, "{}", #"{"from": "Pharmacy"}"#, #"{"kind": "table"}"#,
    #"{"kind": "nearest"}"#,
    #"{"kind": "fly", \#(route)}"#, #"{"kind": 7, \#(route)}"#, #"{"from": 7, "to": "Imaging"}"#,
    #"{"from": null, "to": "Imaging"}"#, #"{"from": [], "to": "Imaging"}"#, #"{"from": {}, "to": "Imaging"}"#,
    #"{"from": {"lat": "x", "lon": 1}, "to": "Imaging"}"#, #"{"from": {"lat": 1}, "to": "Imaging"}"#,
    #"{"from": {"lat": 91, "lon": 1}, "to": "Imaging"}"#,
    #"{"from": {"lat": 1, "lon": -181}, "to": "Imaging"}"#,
    #"{"from": {"lat": 1, "lon": 1, "level": 1e9}, "to": "Imaging"}"#,
    #"{"from": {"lat": 29.9, "lon": 122.9, "levl": 1}, "to": "Imaging"}"#,
    #"{\#(route), "via": ["Café", {"lat": 1, "lng": 1}]}"#, #"{\#(route), "via": "Café"}"#,
    #"{"kind": "nearest", "at": "Pharmacy", "number": 0}"#,
    #"{"kind": "nearest", "at": "Pharmacy", "number": 1.5}"#,
    #"{"kind": "nearest", "at": "Pharmacy", "number": 1001}"#,
    #"{"kind": "nearest", "at": "Imaging", "to": "Café"}"#,
    #"{"kind": "nearest", "at": "Imaging", "by": "car"}"#, #"{\#(route), "by": "boat"}"#,
    #"{\#(route), "language": "tlh"}"#, #"{\#(route), "depart": "tomorrow"}"#,
    #"{\#(route), "arrive": "2026-11-23T08:00:00+08:00"}"#, #"{\#(route), "close": [""]}"#,
    #"{\#(route), "close": "node/5"}"#, #"{\#(route), "avoid": ["people"]}"#, #"{\#(route), "edges": "yes"}"#,
    #"{\#(route), "as": ""}"#, #"{\#(route), "as": 7}"#, #"{\#(route), "profile": "wheelchair"}"#,
    #"{\#(route), "As": "wheelchair"}"#, #"{\#(route), "roles": ["staff"]}"#,
    #"{\#(route), "conditions": [{}]}"#,
    #"{\#(route), "id": ["x"]}"#, #"{\#(route), "alternatives": 0}"#, #"{\#(route), "alternatives": 4}"#,
    #"{\#(route), "car_height_m": 2.1}"#, #"{\#(route), "by": "car", "car_height_m": 0.2}"#,
    #"{\#(route), "by": "car", "car_height_m": "2"}"#, #"{\#(route), "by": "car", "car_height_m": 10.5}"#,
    #"{\#(route), "drop_off": true}"#, #"{\#(route), "car_at": "Pharmacy", "by": "walk"}"#,
    #"{\#(route), "by": "car", "drop_off": true, "pick_up": true}"#,
    #"{\#(route), "by": "car", "drop_off": true, "car_at": "Pharmacy"}"#,
    #"{"kind": "table", "sources": "Pharmacy", "targets": []}"#, #"{"kind": "table", "sources": []}"#,
    #"{"kind": "table", "sources": [], "targets": [], "edges": true}"#, #"{\#(route), "via": \#(list(101))}"#,
    #"{\#(route), "close": \#(list(1001))}"#, #"{"kind": "table", "sources": \#(list(1001)), "targets": []}"#,
    #"{"kind": "table", "sources": [], "targets": \#(list(1001))}"#,
  ]

  @Test(arguments: refused)
  func `what has no shape is refused by both`(line: String) throws {
    #expect(schema.faults(inText: line, as: "request") != [])
    let answer = try DemoAtlas.riverside.answers([line])[0]
    #expect(schema.faults(inText: answer, as: "refusal") == [], "\(answer)")
    #expect(try JSONReader.value(of: Array(answer.utf8))["status"].string == "invalid-request")
  }

  @Test(arguments: ["{", "nonsense", #"{"from": {"lat": NaN, "lon": 1}, "to": "Imaging"}"#, "", "\u{FEFF}"])
  func `what is no JSON is refused`(line: String) throws {
    let answer = try DemoAtlas.riverside.answers([line])[0]
    #expect(schema.faults(inText: answer, as: "refusal") == [], "\(answer)")
  }

  @Test func `a line that is too long is refused`() {
    let answer = String(decoding: Answerer.answerToLongLine(), as: UTF8.self)
    #expect(schema.faults(inText: answer, as: "refusal") == [])
  }

  @Test(arguments: [
    #"{\#(route), "as": null, "via": null, "kind": null, "close": null, "language": null, "conditions": [], "roles": []}"#,
    #"{\#(route), "car_at": null, "drop_off": false, "pick_up": null, "by": null}"#,
    #"{"from": "12 Willow Street", "to": "Imaging", "by": "car", "drop_off": false}"#,
    #"{"from": "12 Willow Street", "to": "Imaging", "by": "car", "car_height_m": 2.1}"#,
    #"{\#(route), "car_height_m": null}"#,
    #"{\#(route), "language": "zh_CN"}"#,
    #"{"kind": "nearest", "at": {"lat": 29.9, "lon": 122.9, "level": null}, "number": null}"#,
    #"{\#(route), "via": \#(list(100))}"#,
  ])
  func `what has shape is no invalid request`(line: String) throws {
    #expect(schema.faults(inText: line, as: "request") == [])
    let answer = try DemoAtlas.riverside.answers([line])[0]
    #expect(schema.faults(inText: answer, as: "answer") == [])
    #expect(try JSONReader.value(of: Array(answer.utf8))["status"].string != "invalid-request", "\(answer)")
  }
}
