import JSONText

/// The reason why nobody can travel by a profile.
public struct ProfileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The property, as in `speed`.
  public let property: String
  /// Its value and what it has to be; completes "'speed' …".
  public let message: String

  init(_ error: JSONFieldError) {
    property = error.path
    message = error.message
  }

  /// The whole sentence.
  public var description: String { "'\(property)' \(message)" }
}

extension Profile {
  /// Checks that all values are within their bounds.
  ///
  /// Planners, the compiler and the readers of JSON do so of themselves; an app calls it to show a fault where
  /// somebody made it.
  ///
  /// - Throws: The first fault, with the property, its value and what it may be.
  public func validate() throws(ProfileError) {
    if let fault { throw ProfileError(fault) }
  }

  private var fault: JSONFieldError? {
    if !JSONFields.isProfileName(name) {
      return JSONFieldError(
        path: "name", message: "is '\(name.prefix(40))', it \(JSONFields.profileNameRule)")
    }
    for field in Self.numbers + Self.optionalFactors {
      if let fault = JSONFieldError(field.name, self[keyPath: field.property], outside: field.range) {
        return fault
      }
    }
    for field in Self.optionalNumbers {
      guard let value = self[keyPath: field.property] else { continue }
      if let fault = JSONFieldError(field.name, value, outside: field.range) { return fault }
    }
    for field in Self.lengths {
      if let fault = Self.fault(field.name, self[keyPath: field.property], field.range) { return fault }
    }
    for field in Self.integers {
      let value = self[keyPath: field.property]
      if let fault = JSONFieldError(field.name, value, outside: field.wholeRange) { return fault }
    }
    for field in Self.optionalLengths {
      guard let value = self[keyPath: field.property] else { continue }
      if let fault = Self.fault(field.name, value, field.range) { return fault }
    }
    for field in Self.optionalIntegers {
      guard let value = self[keyPath: field.property] else { continue }
      if let fault = JSONFieldError(field.name, value, outside: field.wholeRange) { return fault }
    }
    return nil
  }

  /// The fault of a length in metres; parts of a centimetre are one, as neither the map nor the JSON has them.
  private static func fault(
    _ name: String, _ metres: Double, _ range: ClosedRange<Double>
  ) -> JSONFieldError? {
    if range.contains(metres), (metres * 100).rounded() / 100 == metres { return nil }
    return JSONFieldError(
      path: name,
      message:
        "is \(metres), it has to be metres from \(Int(range.lowerBound)) to \(Int(range.upperBound)), to whole centimetres"
    )
  }
}
