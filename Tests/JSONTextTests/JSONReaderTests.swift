import Foundation
import TestSupport
import Testing

@testable import JSONText

/// JSON as strictly as RFC 8259 has it.
@Suite struct JSONReaderTests {
  private func read(_ text: String) throws(JSONError) -> JSONValue {
    try JSONReader.value(of: Array(text.utf8))
  }

  private func reason(_ text: String) -> JSONError.Reason? {
    do throws(JSONError) {
      _ = try read(text)
      return nil
    } catch { return error.reason }
  }

  @Test func `values are read`() throws {
    let value = try read(#" {"a": [1, -2.5e3, true, false, null], "ü": "\u00e9\n\"\ud83c\udfe5", "b": {}} "#)
    #expect(value["a"] == .array([.number(1), .number(-2500), .bool(true), .bool(false), .null]))
    #expect(value["ü"].string == "é\n\"🏥" && value["b"] == .object([:]) && value["c"].isNull)
    #expect(try read("\u{FEFF}[]") == .array([]))
    #expect(try read("1e999").number == .infinity)
    #expect(try read("-0.0").number == 0 && read("1234567890123456789").number == 1.234567890123456789e18)
  }

  @Test(arguments: [
    "", " ", "{", "[", "[1", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "nul", "+1", ".5", "-",
    "NaN", "01", "-01", "1.", "1.e5", "1e", "1e+", "\"\\ud83c\"", "\"\\udfe5\\ud83c\"", "\"a\u{1}\"",
    "\"\n\"",
    "Infinity", "\"", "\"\\x\"", "\"\\u12\"", "\"\\u+123\"", "[] []", "'a'", "\\", "0x10", "1..2",
  ])
  func `what is no JSON is refused`(text: String) { #expect(reason(text) == .syntax) }

  @Test func `keys that come twice and deep nesting are refused, with the line`() throws {
    #expect(reason(#"{"a":1,"b":2,"a":3}"#) == .duplicateKey)
    #expect(reason(#"{"a":1,"\u0061":3}"#) == .duplicateKey)
    #expect(reason(String(repeating: "[", count: 60) + String(repeating: "]", count: 60)) == nil)
    #expect(reason(String(repeating: "[", count: 1_000_000)) == .depth)
    #expect(reason(String(repeating: "{\"a\":", count: 1_000_000)) == .depth)
    do throws(JSONError) {
      _ = try read("[\n1,\n]")
      Issue.record("it was read")
    } catch { #expect(error.line == 3) }
  }

  @Test func `it agrees with Foundation, and no cut traps`() throws {
    for number in 0..<200 {
      var random = SeededNumbers(seed: 1)
      let bytes = Array(Self.random(number % 5, &random).utf8)
      let own = try JSONReader.value(of: bytes)
      let theirs = try JSONDecoder().decode(Oracle.self, from: Data(bytes)).value
      #expect(own == theirs)
    }
    let bytes = Array(#"{"a":["\u00e9\ud83c\udfe5",1e5,true,null],"b":"\\"}"#.utf8)
    for cut in 0..<bytes.count {
      #expect(throws: JSONError.self) { try JSONReader.value(of: Array(bytes[..<cut])) }
    }
  }

  /// Some JSON.
  private static func random(_ depth: Int, _ random: inout SeededNumbers) -> String {
    switch Int.random(in: depth == 0 ? 2...6 : 0...6, using: &random) {
    case 0: "[\((0..<3).map { _ in Self.random(depth - 1, &random) }.joined(separator: ", "))]"
    case 1: "{\((0..<3).map { "\"\($0)ü\": " + Self.random(depth - 1, &random) }.joined(separator: ","))}"
    case 2: "\(Double.random(in: -1e6...1e6, using: &random))"
    case 3: "\(Int.random(in: -1_000_000...1_000_000, using: &random))"
    case 4: "true"
    case 5: "null"
    default: "\"药\\n\\u00e9\\ud83c\\udfe5\""
    }
  }

  /// What Foundation reads.
  private struct Oracle: Decodable {
    var value: JSONValue

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        value = .null
      } else if let bool = try? container.decode(Bool.self) {
        value = .bool(bool)
      } else if let number = try? container.decode(Double.self) {
        value = .number(number)
      } else if let text = try? container.decode(String.self) {
        value = .string(text)
      } else if let list = try? container.decode([Oracle].self) {
        value = .array(list.map(\.value))
      } else {
        value = .object(try container.decode([String: Oracle].self).mapValues(\.value))
      }
    }
  }

  @Test func `a member comes as it is spelt`() throws {
    let text = #"{"a": {"id": 1}, "id" : 123456789012345678901.50, "b": [2]}"#
    let (value, spelling) = try JSONReader.value(of: Array(text.utf8), spelling: "id")
    #expect(spelling == "123456789012345678901.50" && value["a"]["id"].number == 1)
    #expect(try JSONReader.value(of: Array(text.utf8), spelling: "c").spelling == nil)
  }
}
