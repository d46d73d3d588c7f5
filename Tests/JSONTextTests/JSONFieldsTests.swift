import Testing

@testable import JSONText

/// Objects that have to have just the members that are known.
@Suite struct JSONFieldsTests {
  private func fields(_ text: String, at path: String = "") throws -> JSONFields {
    try JSONFields(JSONReader.value(of: Array(text.utf8)), at: path, allowed: ["a", "b"])
  }

  private func message(_ body: () throws -> Any?) -> String {
    do {
      _ = try body()
      return ""
    } catch { return "\(error)" }
  }

  @Test func `what isn't known is refused by name`() {
    #expect(message { try fields(#"{"a": 1, "aa": 2}"#) } == "'aa' isn't known; the fields here are a, b")
    #expect(
      message { try fields(#"{"c": 2}"#, at: "x[1]") } == "'x[1].c' isn't known; the fields here are a, b")
    #expect(message { try fields("[]", at: "x") } == "'x' has to be an object")
    #expect(message { try fields("7") } == "it has to be an object")
    #expect(message { try fields("{\"\(String(repeating: "z", count: 999))\": 1}") }.count < 100)
  }

  @Test func `null is nothing`() throws {
    let fields = try fields(#"{"a": null}"#)
    #expect(try !fields.has("a") && fields.text("a") == nil && fields.number("a", in: 0...1) == nil)
    #expect(message { try self.fields(#"{"zz": null}"#) } == "'zz' isn't known; the fields here are a, b")
    #expect(message { try fields.needed("a", try fields.text("a")) } == "'a' is missing")
  }

  @Test func `a value of another type, or out of bounds, is refused by name`() throws {
    let fields = try fields(#"{"a": 1.5, "b": ["x", 2]}"#)
    #expect(try fields.number("a", in: 0...2) == 1.5)
    #expect(message { try fields.number("a", in: 2...3) } == "'a' is 1.5, it has to be from 2 to 3")
    #expect(message { try fields.number("b", in: 2...3) } == "'b' has to be a number from 2 to 3")
    #expect(
      message { try fields.integer("a", in: 0...9) } == "'a' is 1.5, it has to be a whole number from 0 to 9")
    #expect(message { try fields.text("a") } == "'a' has to be a text")
    #expect(message { try fields.flag("a") } == "'a' has to be true or false")
    #expect(message { try fields.list("a") } == "'a' has to be a list")
    #expect(message { try fields.texts("b") } == "'b' has to be a list of texts")
    #expect(message { try fields.list("b", most: 1) } == "'b' has 2 entries, 1 is the most")
  }
}
