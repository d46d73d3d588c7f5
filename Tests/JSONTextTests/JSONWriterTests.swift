import Foundation
import TestSupport
import Testing

@testable import JSONText

/// JSON that anybody can read.
@Suite struct JSONWriterTests {
  @Test func `structure`() {
    let text = JSONWriter.text {
      $0.object {
        $0.key("a")
        $0.array {
          $0.integer(-7)
          $0.null()
          $0.array { _ in }
          $0.object { _ in }
        }
        $0.key(naming: "\"ü\"")
        $0.bool(true)
        $0.key("c")
        $0.array(of: [1, 2]) { $0.integer($1) }
      }
    }
    #expect(text == #"{"a":[-7,null,[],{}],"\"ü\"":true,"c":[1,2]}"#)
  }

  @Test(arguments: [
    (0, 3, "0"), (5, 3, "0.005"), (-5, 3, "-0.005"), (1500, 3, "1.5"), (-12_000, 3, "-12"), (7, 0, "7"),
    (100, 0, "100"), (-100, 2, "-1"), (90, 1, "9"), (Int.max, 0, "9223372036854775807"),
    (1_216_543_210, 7, "121.654321"), (-1_800_000_000, 7, "-180"), (Int.min, 18, "-9.223372036854775808"),
  ])
  func `decimals`(value: Int, decimals: Int, text: String) {
    #expect(JSONWriter.text { $0.decimal(value, decimals) } == text)
  }

  @Test func `decimals of any size are what they stand for`() throws {
    var random = SeededNumbers(seed: 2)
    for _ in 0..<20_000 {
      let value = Int.random(in: .min ... .max, using: &random) >> Int.random(in: 0...63, using: &random)
      let decimals = Int.random(in: 0...18, using: &random)
      var digits = String(value.magnitude)
      digits = String(repeating: "0", count: max(decimals + 1 - digits.count, 0)) + digits
      let fraction = digits.suffix(decimals).reversed().drop { $0 == "0" }.reversed()
      let whole = digits.dropLast(decimals)
      let text = (value < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + String(fraction))
      #expect(JSONWriter.text { $0.decimal(value, decimals) } == text)
    }
  }

  @Test(arguments: [
    (0.0, "0"), (1.23456, "1.235"), (-0.0004, "0"), (1e300, "1e+300"), (.infinity, "null"), (.nan, "null"),
    (812.4, "812.4"), (9e15, "9000000000000000"),
  ])
  func `numbers`(value: Double, text: String) {
    let written = JSONWriter.text { $0.number(value) }
    #expect(written == text || Double(written) == Double(text), "\(written)")
  }

  @Test func `texts come back, whatever is in them`() throws {
    var random = SeededNumbers(seed: 1)
    for _ in 0..<500 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...20) {
        let limit: UInt32 = [0x80, 0x600, 0x3000, 0x1_0000, 0x11_0000].randomElement(using: &random)!
        if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) { text.append(scalar) }
      }
      let written = JSONWriter.text { $0.string(String(text)) }
      #expect(try JSONReader.value(of: Array(written.utf8)).string == String(text))
      #expect(try JSONDecoder().decode(String.self, from: Data(written.utf8)) == String(text))
      for scalar in written.unicodeScalars {
        #expect(scalar.value >= 0x20 && scalar.value != 0x7F && scalar != "<")
        #expect(
          ![.control, .format, .lineSeparator, .paragraphSeparator].contains(
            scalar.properties.generalCategory))
      }
    }
  }

  @Test func `what was read is written back`() throws {
    let text = #"{"a":[1.5,-2.0,true,null,"药"],"b":{"c":{}}}"#
    let value = try JSONReader.value(of: Array(text.utf8))
    let written = JSONWriter.text { $0.value(value) }
    #expect(try JSONReader.value(of: Array(written.utf8)) == value)
  }
}
