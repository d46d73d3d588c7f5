import Foundation
import Testing

@testable import WardwayCompiler

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
    #expect(try read(#""\ud83c""#).string == "\u{FFFD}")
  }

  @Test(arguments: [
    "", " ", "{", "[", "[1", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "nul", "+1", ".5", "-",
    "NaN",
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
    for (_, bytes) in IMDFHospital().files {
      let own = try JSONReader.value(of: bytes)
      let theirs = try JSONDecoder().decode(Oracle.self, from: Data(bytes)).value
      #expect(own == theirs)
    }
    let bytes = Array(#"{"a":["\u00e9\ud83c\udfe5",1e5,true,null],"b":"\\"}"#.utf8)
    for cut in 0..<bytes.count {
      #expect(throws: JSONError.self) { try JSONReader.value(of: Array(bytes[..<cut])) }
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
}
