import JSONText

/// Compares values with a schema.
struct SchemaReader {
  let schema: JSONSchema

  /// What came of comparing a value with a schema.
  struct Verdict {
    var faults: [String] = []
    /// The members of an object that some part of the schema has a say about.
    var evaluated: Set<String> = []

    mutating func take(_ other: Verdict) {
      faults += other.faults
      evaluated.formUnion(other.evaluated)
    }
  }

  func verdict(on value: JSONValue, _ schema: JSONValue, at path: String) -> Verdict {
    var verdict = Verdict()
    guard let keywords = schema.object else {
      if schema.bool == false { verdict.faults = ["\(shown(path)) mustn't be there"] }
      return verdict
    }
    if let reference = keywords["$ref"] {
      verdict.take(self.verdict(on: value, self.schema.definition(reference), at: path))
    }
    for part in schema["allOf"].array ?? [] { verdict.take(self.verdict(on: value, part, at: path)) }
    for keyword in ["anyOf", "oneOf"] {
      if let parts = keywords[keyword]?.array {
        verdict.take(choice(of: value, parts, isSingle: keyword == "oneOf", at: path))
      }
    }
    if let other = keywords["not"], self.verdict(on: value, other, at: path).faults.isEmpty {
      verdict.faults.append("\(shown(path)) is what it mustn't be")
    }
    verdict.faults += valueFaults(value, keywords).map { "\(shown(path)) \($0)" }
    switch value {
    case .object(let members): compare(members, keywords, at: path, &verdict)
    case .array(let values): compare(values, keywords, at: path, &verdict)
    default: break
    }
    return verdict
  }

  /// Compares a value with several schemas, of which one has to fit, or one alone.
  private func choice(
    of value: JSONValue, _ parts: [JSONValue], isSingle: Bool, at path: String
  ) -> Verdict {
    let verdicts = parts.map { verdict(on: value, $0, at: path) }
    let fitting = verdicts.filter(\.faults.isEmpty)
    var all = Verdict()
    for verdict in fitting { all.evaluated.formUnion(verdict.evaluated) }
    if fitting.isEmpty {
      // The one that it is nearest to says most.
      all.faults = verdicts.min { $0.faults.count < $1.faults.count }?.faults ?? []
    } else if isSingle, fitting.count > 1 {
      all.faults = ["\(shown(path)) fits \(fitting.count) schemas of which it may fit one"]
    }
    return all
  }

  private func compare(
    _ members: [String: JSONValue], _ keywords: [String: JSONValue], at path: String, _ verdict: inout Verdict
  ) {
    for name in keywords["required"]?.array ?? [] where members[name.string ?? ""] == nil {
      verdict.faults.append("\(shown(path)) lacks '\(name.string ?? "")'")
    }
    for (name, others) in keywords["dependentRequired"]?.object ?? [:] where members[name] != nil {
      for other in others.array ?? [] where members[other.string ?? ""] == nil {
        verdict.faults.append("\(shown(path)) has '\(name)' and lacks '\(other.string ?? "")'")
      }
    }
    let properties = keywords["properties"]?.object ?? [:]
    for (name, member) in members.sorted(by: { $0.key < $1.key }) {
      let inner = path.isEmpty ? name : "\(path).\(name)"
      func take(_ schema: JSONValue) {
        verdict.faults += self.verdict(on: member, schema, at: inner).faults
        verdict.evaluated.insert(name)
      }
      if let schema = properties[name] {
        take(schema)
      } else if let schema = keywords["additionalProperties"] {
        take(schema)
      }
      if let schema = keywords["unevaluatedProperties"], !verdict.evaluated.contains(name) { take(schema) }
    }
  }

  private func compare(
    _ values: [JSONValue], _ keywords: [String: JSONValue], at path: String, _ verdict: inout Verdict
  ) {
    let first = keywords["prefixItems"]?.array ?? []
    for (number, value) in values.enumerated() {
      guard let schema = number < first.count ? first[number] : keywords["items"] else { continue }
      verdict.faults += self.verdict(on: value, schema, at: "\(path)[\(number)]").faults
    }
  }

  /// What keeps a value from fitting by itself, whatever it holds.
  private func valueFaults(_ value: JSONValue, _ keywords: [String: JSONValue]) -> [String] {
    var faults: [String] = []
    if let type = keywords["type"] {
      let names = (type.array ?? [type]).compactMap(\.string)
      if !names.contains(where: { Self.isOf($0, value) }) {
        faults.append("is no \(names.joined(separator: " or "))")
      }
    }
    if let one = keywords["const"], one != value { faults.append("is not \(text(one))") }
    if let some = keywords["enum"]?.array, !some.contains(value) {
      faults.append("is \(text(value)), none of those allowed")
    }
    func limit(_ keyword: String, _ size: Double, _ holds: (Double, Double) -> Bool) {
      if let bound = keywords[keyword]?.number, !holds(size, bound) {
        faults.append("is \(text(value)): \(keyword) \(bound)")
      }
    }
    switch value {
    case .number(let number):
      limit("minimum", number, >=)
      limit("maximum", number, <=)
      limit("exclusiveMinimum", number, >)
    case .array(let values):
      limit("minItems", Double(values.count), >=)
      limit("maxItems", Double(values.count), <=)
    case .string(let string):
      limit("minLength", Double(string.unicodeScalars.count), >=)
      if let pattern = keywords["pattern"]?.string, let regex = schema.patterns[pattern],
        !string.contains(regex)
      {
        faults.append("is \(text(value)): pattern \(pattern)")
      }
    default: break
    }
    return faults
  }

  private static func isOf(_ type: String, _ value: JSONValue) -> Bool {
    switch value {
    case .null: type == "null"
    case .bool: type == "boolean"
    case .number(let number): type == "number" || type == "integer" && number.rounded() == number
    case .string: type == "string"
    case .array: type == "array"
    case .object: type == "object"
    }
  }

  private func shown(_ path: String) -> String { path.isEmpty ? "it" : "'\(path)'" }

  private func text(_ value: JSONValue) -> String { String(JSONWriter.text { $0.value(value) }.prefix(80)) }
}
