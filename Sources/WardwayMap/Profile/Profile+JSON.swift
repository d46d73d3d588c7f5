import JSONText

extension Profile {
  /// A member of the JSON and the property that it is for.
  private struct Field<Value> {
    var name: String
    var property: WritableKeyPath<Profile, Value>
    var range: ClosedRange<Double>

    init(_ name: String, _ property: WritableKeyPath<Profile, Value>, _ range: ClosedRange<Double>) {
      self.name = name
      self.property = property
      self.range = range
    }

    var wholeRange: ClosedRange<Int> { Int(range.lowerBound)...Int(range.upperBound) }
  }

  private static var numbers: [Field<Double>] {
    [
      Field("speed", \.speed, 0.1...3), Field("stairsFactor", \.stairsFactor, 1...100),
      Field("elevatorWait", \.elevatorWait, 0...3600), Field("secondsPerLevel", \.secondsPerLevel, 0...600),
      Field("inclineSensitivity", \.inclineSensitivity, 0...100),
      Field("bumpyFactor", \.bumpyFactor, 1...100),
      Field("looseFactor", \.looseFactor, 1...100), Field("doorSeconds", \.doorSeconds, 0...600),
      Field("signalSeconds", \.signalSeconds, 0...600),
    ]
  }

  private static var optionalNumbers: [Field<Double?>] {
    [
      Field("secondsPerStepUp", \.secondsPerStepUp, 0.1...60),
      Field("secondsPerStepDown", \.secondsPerStepDown, 0.1...60),
      Field("escalatorFactor", \.escalatorFactor, 1...100),
    ]
  }

  private static var integers: [Field<Int>] {
    [
      Field("minimumWidth", \.minimumWidth, 0...1000), Field("maximumIncline", \.maximumIncline, 0...1000),
      Field("comfortableIncline", \.comfortableIncline, 0...1000),
    ]
  }

  private static var optionalIntegers: [Field<Int?>] {
    [
      Field("minimumCabinLength", \.minimumCabinLength, 0...1000),
      Field("minimumElevatorLoad", \.minimumElevatorLoad, 0...6000),
    ]
  }

  private static var flags: [(name: String, property: WritableKeyPath<Profile, Bool>)] {
    [
      ("usesBedElevators", \.usesBedElevators), ("usesPublicElevators", \.usesPublicElevators),
      ("isStaff", \.isStaff), ("needsWheelchairAccess", \.needsWheelchairAccess), ("rolls", \.rolls),
      ("stopsAtRaisedKerbs", \.stopsAtRaisedKerbs),
    ]
  }

  private static var memberNames: [String] {
    ["name"] + numbers.map(\.name) + optionalNumbers.map(\.name) + integers.map(\.name)
      + optionalIntegers.map(\.name) + flags.map(\.name)
  }

  /// Reads a profile out of JSON and checks that it makes sense.
  ///
  /// - Parameters:
  ///   - json: An object with a member for each property of a profile, and no others; those of properties that may be
  ///     nil may be left out.
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
      for field in Self.optionalNumbers {
        profile[keyPath: field.property] = try fields.number(field.name, in: field.range)
      }
      for field in Self.integers {
        profile[keyPath: field.property] = try fields.needed(
          field.name, try fields.integer(field.name, in: field.wholeRange))
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
      for field in Self.optionalNumbers {
        guard let value = self[keyPath: field.property] else { continue }
        writer.key(naming: field.name)
        writer.exactly(value)
      }
      for field in Self.integers {
        writer.key(naming: field.name)
        writer.integer(self[keyPath: field.property])
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
    guard !name.isEmpty, name.utf8.count <= 16,
      name.utf8.allSatisfy({ $0 == 45 || 48...57 ~= $0 || 97...122 ~= $0 })
    else { throw wrong("name", "has to be 1 to 16 letters a to z, digits or hyphens") }
    return name
  }
}

extension AtlasError {
  /// Reads JSON with `body`, whose errors become one about the file.
  static func explained<Value>(
    _ code: Code, file: String, _ body: () throws -> Value
  ) throws(AtlasError) -> Value {
    do { return try body() } catch {
      switch error {
      case let error as AtlasError: throw error
      case let error as JSONError: throw AtlasError(code, file: file, "it is not JSON: \(error)")
      default: throw AtlasError(code, file: file, "\(error)")
      }
    }
  }
}
