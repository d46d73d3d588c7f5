/// The reason why a member of an object can't be used.
package struct JSONFieldError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where it stands: `inputs[0].crs`.
  package var path: String
  /// What is wrong, and what it has to be: completes "'inputs[0].crs' …".
  package var message: String

  /// Makes an error.
  package init(path: String, message: String) {
    self.path = path
    self.message = message
  }

  /// Says that a number is out of its bounds; nil if it isn't.
  package init?(_ path: String, _ number: Double, outside range: ClosedRange<Double>) {
    if range.contains(number) { return nil }
    self.init(path: path, message: "is \(number), it has to be \(Self.bounds(range))")
  }

  /// Says that a whole number is out of its bounds; nil if it isn't.
  package init?(_ path: String, _ number: Int, outside range: ClosedRange<Int>) {
    if range.contains(number) { return nil }
    self.init(path: path, message: "is \(number), it has to be \(Self.bounds(range))")
  }

  static func bounds(_ range: ClosedRange<Double>) -> String {
    "from \(shown(range.lowerBound)) to \(shown(range.upperBound))"
  }

  static func bounds(_ range: ClosedRange<Int>) -> String {
    "a whole number from \(range.lowerBound) to \(range.upperBound)"
  }

  static func shown(_ bound: Double) -> String { Int(exactly: bound).map(String.init) ?? "\(bound)" }

  /// The whole sentence.
  package var description: String { path.isEmpty ? "it \(message)" : "'\(path)' \(message)" }
}

/// An object of JSON that has to have just the members that are known; errors name the member with the path to it.
///
/// A member that is `null` counts as one that isn't there.
package struct JSONFields: Sendable {
  /// Where the object stands; empty for the outermost.
  package let path: String
  private let members: [String: JSONValue]

  /// Takes an object.
  ///
  /// - Parameters:
  ///   - path: Where it stands; empty for the outermost.
  ///   - allowed: The names of all members that there may be.
  /// - Throws: If it is no object or has a member that isn't known.
  package init(_ value: JSONValue, at path: String = "", allowed: [String]) throws(JSONFieldError) {
    guard case .object(let members) = value else {
      throw JSONFieldError(path: path, message: "has to be an object")
    }
    self.path = path
    self.members = members.filter { !$0.value.isNull }
    for name in members.keys.sorted() where !allowed.contains(name) {
      throw wrong(name, "isn't known; the fields here are \(allowed.joined(separator: ", "))")
    }
  }

  /// An error about a member.
  ///
  /// - Parameter message: Completes "'name' …".
  package func wrong(_ name: String, _ message: String) -> JSONFieldError {
    JSONFieldError(path: path(to: name), message: message)
  }

  /// Where a member stands.
  package func path(to name: String) -> String {
    path.isEmpty ? Self.shown(name) : "\(path).\(Self.shown(name))"
  }

  /// A name that anybody may have written, at a length that one reads.
  private static func shown(_ name: String) -> String {
    name.unicodeScalars.count > 40 ? "\(String(name.unicodeScalars.prefix(40)))…" : name
  }

  /// Whether there is a member.
  package func has(_ name: String) -> Bool { members[name] != nil }

  /// A member as it is.
  package func value(_ name: String) -> JSONValue? { members[name] }

  /// A text.
  package func text(_ name: String) throws(JSONFieldError) -> String? {
    guard let value = members[name] else { return nil }
    guard case .string(let text) = value else { throw wrong(name, "has to be a text") }
    return text
  }

  /// A truth value.
  package func flag(_ name: String) throws(JSONFieldError) -> Bool? {
    guard let value = members[name] else { return nil }
    guard case .bool(let flag) = value else { throw wrong(name, "has to be true or false") }
    return flag
  }

  /// A number.
  package func number(_ name: String, in range: ClosedRange<Double>) throws(JSONFieldError) -> Double? {
    guard let value = members[name] else { return nil }
    guard case .number(let number) = value else {
      throw wrong(name, "has to be a number \(JSONFieldError.bounds(range))")
    }
    if let error = JSONFieldError(path(to: name), number, outside: range) { throw error }
    return number
  }

  /// A whole number.
  package func integer(_ name: String, in range: ClosedRange<Int>) throws(JSONFieldError) -> Int? {
    guard let value = members[name] else { return nil }
    let bounds = JSONFieldError.bounds(range)
    guard case .number(let number) = value else { throw wrong(name, "has to be \(bounds)") }
    guard let integer = Int(exactly: number), range.contains(integer) else {
      throw wrong(name, "is \(JSONFieldError.shown(number)), it has to be \(bounds)")
    }
    return integer
  }

  /// A list.
  package func list(_ name: String, most: Int = .max) throws(JSONFieldError) -> [JSONValue]? {
    guard let value = members[name] else { return nil }
    guard case .array(let list) = value else { throw wrong(name, "has to be a list") }
    guard list.count <= most else { throw wrong(name, "has \(list.count) entries, \(most) is the most") }
    return list
  }

  /// A list of texts.
  package func texts(_ name: String, most: Int = .max) throws(JSONFieldError) -> [String]? {
    try list(name, most: most)?.map { value throws(JSONFieldError) in
      guard case .string(let text) = value else { throw wrong(name, "has to be a list of texts") }
      return text
    }
  }

  /// A text out of a few.
  package func choice<Choice>(
    _ name: String, _: Choice.Type
  ) throws(JSONFieldError) -> Choice?
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    guard let text = try text(name) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      throw wrong(name, "has to be one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return choice
  }

  /// A member that has to be there.
  package func needed<Value>(_ name: String, _ value: Value?) throws(JSONFieldError) -> Value {
    guard let value else { throw wrong(name, "is missing") }
    return value
  }
}
