import JSONText

/// Checks that a schema has no keyword that its reader passes over, and no reference that leads nowhere.
struct SchemaChecker {
  let definitions: [String: JSONValue]
  private(set) var patterns: [String: Regex<AnyRegexOutput>] = [:]

  private static let annotations: Set = ["$schema", "$comment", "title", "description", "deprecated"]
  private static let types: Set = ["null", "boolean", "object", "array", "number", "integer", "string"]

  init(definitions: [String: JSONValue]) { self.definitions = definitions }

  mutating func check(_ schema: JSONValue, at place: String) throws {
    if schema.bool != nil { return }
    guard let members = schema.object else { throw fault(place, "is no schema") }
    for (keyword, value) in members.sorted(by: { $0.key < $1.key }) where !Self.annotations.contains(keyword)
    {
      try check(keyword, value, at: "\(place)/\(keyword)")
    }
  }

  private mutating func check(_ keyword: String, _ value: JSONValue, at place: String) throws {
    switch keyword {
    case "$ref":
      guard let text = value.string, text.hasPrefix(JSONSchema.prefix),
        definitions[String(text.dropFirst(JSONSchema.prefix.count))] != nil
      else { throw fault(place, "leads nowhere") }
    case "allOf", "anyOf", "oneOf", "prefixItems":
      guard let schemas = value.array, !schemas.isEmpty else { throw fault(place, "has to list schemas") }
      for (number, schema) in schemas.enumerated() { try check(schema, at: "\(place)/\(number)") }
    case "not", "items", "additionalProperties", "unevaluatedProperties": try check(value, at: place)
    case "$defs", "properties":
      guard let schemas = value.object else { throw fault(place, "has to hold schemas") }
      for (name, schema) in schemas { try check(schema, at: "\(place)/\(name)") }
    case "type":
      let names = value.array?.map(\.string) ?? [value.string]
      guard names.allSatisfy({ $0.map(Self.types.contains) == true }) else {
        throw fault(place, "is no type")
      }
    case "pattern":
      guard let text = value.string else { throw fault(place, "has to be a text") }
      patterns[text] = try Regex(text).matchingSemantics(.unicodeScalar)
    case "required":
      guard value.array?.allSatisfy({ $0.string != nil }) == true else {
        throw fault(place, "has to list names")
      }
    case "dependentRequired":
      guard value.object?.values.allSatisfy({ $0.array != nil }) == true else {
        throw fault(place, "has to list names by name")
      }
    case "enum": guard value.array != nil else { throw fault(place, "has to list values") }
    case "const": break
    case "minimum", "maximum", "exclusiveMinimum", "minItems", "maxItems", "minLength":
      guard value.number != nil else { throw fault(place, "has to be a number") }
    default: throw fault(place, "isn't known")
    }
  }

  private func fault(_ place: String, _ message: String) -> JSONSchema.Fault {
    JSONSchema.Fault(description: "\(place) \(message)")
  }
}
