import TestSupport
import Testing

/// What compares answers with the schema has to see what is wrong with them.
@Suite struct JSONSchemaTests {
  private func faults(_ text: String, _ schema: String) throws -> [String] {
    try JSONSchema(json: Array(schema.utf8)).faults(inText: text)
  }

  @Test(arguments: [
    (#"{"type": "integer"}"#, "3", "3.5"), (#"{"type": ["string", "null"]}"#, "null", "0"),
    (#"{"type": "number"}"#, "3.5", "true"), (#"{"type": "boolean"}"#, "false", "0"),
    (#"{"const": {"a": 1}}"#, #"{"a": 1.0}"#, #"{"a": 1, "b": 1}"#), (#"{"enum": [1, null]}"#, "null", "2"),
    (#"{"minimum": 1, "maximum": 2}"#, "2", "2.1"), (#"{"exclusiveMinimum": 1}"#, "1.1", "1"),
    (#"{"minLength": 2}"#, #""药房""#, #""药""#), (#"{"pattern": "^a+$"}"#, #""aa""#, #""ab""#),
    (#"{"pattern": "b"}"#, #""abc""#, #""ac""#), (#"{"minItems": 1, "maxItems": 1}"#, "[1]", "[]"),
    (#"{"items": {"type": "number"}}"#, "[1, 2]", #"[1, "2"]"#),
    (#"{"prefixItems": [{"const": 1}], "items": {"const": 2}}"#, "[1, 2, 2]", "[1, 1]"),
    (#"{"required": ["a"]}"#, #"{"a": null}"#, "{}"),
    (#"{"dependentRequired": {"a": ["b"]}}"#, #"{"b": 1}"#, #"{"a": 1}"#),
    (#"{"properties": {"a": {"type": "null"}}}"#, #"{"b": 1}"#, #"{"a": 1}"#),
    (#"{"properties": {"a": true}, "additionalProperties": false}"#, #"{"a": 1}"#, #"{"a": 1, "b": 1}"#),
    (#"{"additionalProperties": {"type": "string"}}"#, #"{"a": ""}"#, #"{"a": 1}"#),
    (#"{"anyOf": [{"const": 1}, {"minimum": 5}]}"#, "6", "2"),
    (#"{"oneOf": [{"minimum": 1}, {"minimum": 5}]}"#, "2", "6"),
    (#"{"not": {"const": 1}}"#, "2", "1"), (#"{"properties": {"a": false}}"#, "{}", #"{"a": 1}"#),
    (##"{"$ref": "#/$defs/x", "maximum": 3, "$defs": {"x": {"minimum": 2}}}"##, "3", "1"),
    (##"{"$ref": "#/$defs/x", "maximum": 3, "$defs": {"x": {"minimum": 2}}}"##, "2", "4"),
  ])
  func `a value fits, another doesn't`(schema: String, good: String, bad: String) throws {
    #expect(try faults(good, schema) == [])
    #expect(try faults(bad, schema).count == 1)
  }

  @Test func `members that only parts of a schema know are known`() throws {
    let schema = """
      {"allOf": [{"$ref": "#/$defs/a"}], "anyOf": [{"properties": {"b": {"const": 1}}}, {"required": ["d"]}],
       "properties": {"c": true}, "unevaluatedProperties": false, "$defs": {"a": {"properties": {"a": true}}}}
      """
    #expect(try faults(#"{"a": 1, "b": 1, "c": 1}"#, schema) == [])
    #expect(try faults(#"{"a": 1, "e": 1}"#, schema) == ["'e' mustn't be there"])
    // What is said by a part that doesn't fit isn't said.
    #expect(try faults(#"{"b": 2, "d": 1}"#, schema).count == 2)
  }

  @Test func `a fault is found where it is`() throws {
    let schema = #"{"properties": {"a": {"items": {"properties": {"b": {"type": "null"}}}}}}"#
    #expect(try faults(#"{"a": [{}, {"b": 1}]}"#, schema) == ["'a[1].b' is no null"])
  }

  @Test(arguments: [
    #"{"maxProperties": 1}"#, #"{"items": {"format": "uri"}}"#, ##"{"$ref": "#/$defs/none"}"##,
    #"{"allOf": []}"#,
    #"{"$ref": "other.json"}"#, #"{"type": "text"}"#, #"{"properties": {"a": 1}}"#, #"{"minimum": "1"}"#,
    "[]",
    #"{"required": "a"}"#, #"{"pattern": "("}"#, "{",
  ])
  func `a schema that can't be read is refused`(schema: String) {
    #expect(throws: (any Error).self) { try JSONSchema(json: Array(schema.utf8)) }
  }
}
