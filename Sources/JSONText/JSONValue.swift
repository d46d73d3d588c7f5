/// A value of a JSON text.
package enum JSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number, as near as a `Double` comes to it.
  case number(Double)
  /// A text.
  case string(String)
  /// Values in their order.
  case array([JSONValue])
  /// Members by name.
  case object([String: JSONValue])

  /// The member of an object; null where there is none.
  package subscript(key: String) -> JSONValue {
    if case .object(let members) = self { members[key] ?? .null } else { .null }
  }

  /// The text; nil if it is none.
  package var string: String? { if case .string(let text) = self { text } else { nil } }
  /// The number; nil if it is none.
  package var number: Double? { if case .number(let value) = self { value } else { nil } }
  /// The truth value; nil if it is none.
  package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  /// The values of an array; nil if it is none.
  package var array: [JSONValue]? { if case .array(let values) = self { values } else { nil } }
  /// The members of an object; nil if it is none.
  package var object: [String: JSONValue]? { if case .object(let members) = self { members } else { nil } }
  /// Whether it is `null`.
  package var isNull: Bool { self == .null }
}

/// The reason why a text is no JSON that can be trusted.
package struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of fault it is.
  package enum Reason: Sendable { case syntax, depth, duplicateKey }

  /// What kind of fault it is.
  package var reason: Reason
  /// The line, from 1.
  package var line: Int
  /// Completes "line 5: …".
  package var message: String

  /// The line and the message.
  package var description: String { "line \(line): \(message)" }
}
