import JSONText

extension Profile {
  /// Reads a profile out of JSON and checks that it makes sense.
  ///
  /// - Parameters:
  ///   - json: An object with a member for each property of a profile, and no others; those of properties that may be
  ///     nil may be left out, and ``unlitFactor`` and ``unguidedFactor``, which are 1 then. Lengths are whole centimetres in it.
  ///   - file: What to call it in an error.
  /// - Throws: `badProfile`, naming the member and its bounds.
  public init(json: [UInt8], file: String) throws(AtlasError) {
    self = try AtlasError.explained(.badProfile, file: file) {
      let fields = try JSONFields(try JSONReader.value(of: json), allowed: Self.memberNames)
      var profile = Profile.walker
      profile.name = try fields.profileName()
      for field in Self.numbers {
        profile[keyPath: field.property] = try fields.needed(
          field.name, try fields.number(field.name, in: field.range))
      }
      for field in Self.optionalFactors {
        profile[keyPath: field.property] = try fields.number(field.name, in: field.range) ?? 1
      }
      for field in Self.optionalNumbers {
        profile[keyPath: field.property] = try fields.number(field.name, in: field.range)
      }
      for field in Self.lengths {
        profile[keyPath: field.property] = try fields.needed(
          field.name, try fields.length(field.name, field.range))
      }
      for field in Self.integers {
        profile[keyPath: field.property] = try fields.needed(
          field.name, try fields.integer(field.name, in: field.wholeRange))
      }
      for field in Self.optionalLengths {
        profile[keyPath: field.property] = try fields.length(field.name, field.range)
      }
      for field in Self.optionalIntegers {
        profile[keyPath: field.property] = try fields.integer(field.name, in: field.wholeRange)
      }
      for (name, property) in Self.flags {
        profile[keyPath: property] = try fields.needed(name, try fields.flag(name))
      }
      return profile
    }
  }

  /// Reads a profile out of a file.
  ///
  /// - Throws: `notFound`, or what ``init(json:file:)`` throws.
  public init(contentsOf path: String) throws(AtlasError) {
    try self.init(json: try FileContents.read(path, most: 1 << 20), file: path)
  }

  /// The profile as JSON: the same profile gives the same bytes.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("name")
      writer.string(name)
      for field in Self.numbers {
        writer.key(naming: field.name)
        writer.exactly(self[keyPath: field.property])
      }
      for field in Self.optionalFactors where self[keyPath: field.property] != 1 {
        writer.key(naming: field.name)
        writer.exactly(self[keyPath: field.property])
      }
      for field in Self.optionalNumbers {
        guard let value = self[keyPath: field.property] else { continue }
        writer.key(naming: field.name)
        writer.exactly(value)
      }
      for field in Self.lengths {
        writer.key(naming: field.name)
        writer.centimetres(self[keyPath: field.property])
      }
      for field in Self.integers {
        writer.key(naming: field.name)
        writer.integer(self[keyPath: field.property])
      }
      for field in Self.optionalLengths {
        guard let value = self[keyPath: field.property] else { continue }
        writer.key(naming: field.name)
        writer.centimetres(value)
      }
      for field in Self.optionalIntegers {
        guard let value = self[keyPath: field.property] else { continue }
        writer.key(naming: field.name)
        writer.integer(value)
      }
      for (name, property) in Self.flags {
        writer.key(naming: name)
        writer.bool(self[keyPath: property])
      }
    }
    return writer.bytes
  }
}

extension JSONFields {
  /// The name of a profile or a vehicle, which is part of the names of sections in files.
  func profileName() throws(JSONFieldError) -> String {
    let name = try needed("name", try text("name"))
    guard Self.isProfileName(name) else { throw wrong("name", Self.profileNameRule) }
    return name
  }

  static let profileNameRule = "has to be 1 to 16 letters a to z, digits or hyphens"

  static func isProfileName(_ name: String) -> Bool {
    1...16 ~= name.utf8.count && name.utf8.allSatisfy { $0 == 45 || 48...57 ~= $0 || 97...122 ~= $0 }
  }

  /// A length in metres, written in whole centimetres.
  ///
  /// - Parameter range: In metres.
  fileprivate func length(_ name: String, _ range: ClosedRange<Double>) throws(JSONFieldError) -> Double? {
    try integer(name, in: Int(range.lowerBound * 100)...Int(range.upperBound * 100)).map { Double($0) / 100 }
  }
}

extension JSONWriter {
  /// Writes a length in metres as whole centimetres; one that is no length as it is, to be found by whoever reads it.
  fileprivate mutating func centimetres(_ metres: Double) {
    if let whole = Int(exactly: (metres * 100).rounded()) { integer(whole) } else { exactly(metres) }
  }
}
