import JSONText

/// A JSON Schema (draft 2020-12), as far as this package's own schemas go: references lead to `#/$defs/…`, and a keyword
/// that isn't known is an error, not an annotation.
public struct JSONSchema {
  /// What is wrong with a schema.
  public struct Fault: Error, Hashable, CustomStringConvertible {
    /// Where and what.
    public var description: String
  }

  let root: JSONValue
  let patterns: [String: Regex<AnyRegexOutput>]

  /// Reads a schema and checks all of it.
  ///
  /// - Throws: A `JSONError`, or a ``Fault`` that names the place in the schema.
  public init(json: [UInt8]) throws {
    root = try JSONReader.value(of: json)
    var checker = SchemaChecker(definitions: root["$defs"].object ?? [:])
    try checker.check(root, at: "#")
    patterns = checker.patterns
  }

  /// The names of its definitions, sorted.
  public var definitions: [String] { (root["$defs"].object ?? [:]).keys.sorted() }

  /// The texts that a definition allows by `enum`.
  public func words(of definition: String) -> Set<String> {
    Set((root["$defs"][definition]["enum"].array ?? []).compactMap(\.string))
  }

  /// The least and the greatest number that a member may be.
  public func bounds(of member: String, in definition: String) -> (least: Double, most: Double)? {
    var schema = root["$defs"][definition]["properties"][member]
    if schema["$ref"].string != nil { schema = self.definition(schema["$ref"]) }
    guard let least = schema["minimum"].number, let most = schema["maximum"].number else { return nil }
    return (least, most)
  }

  /// What keeps a value from being what a definition says, or the whole schema if none is named; empty where it fits.
  package func faults(in value: JSONValue, as definition: String? = nil) -> [String] {
    let schema = definition.map { root["$defs"][$0] } ?? root
    if schema.isNull { return ["there is no definition '\(definition ?? "")'"] }
    return SchemaReader(schema: self).verdict(on: value, schema, at: "").faults
  }

  /// What keeps a JSON text from being what a definition says; empty where it fits.
  public func faults(inText text: String, as definition: String? = nil) -> [String] {
    do { return faults(in: try JSONReader.value(of: Array(text.utf8)), as: definition) } catch {
      return ["\(error)"]
    }
  }

  /// The schema that a reference stands for.
  func definition(_ reference: JSONValue) -> JSONValue {
    root["$defs"][String((reference.string ?? "").dropFirst(Self.prefix.count))]
  }

  static let prefix = "#/$defs/"
}
