extension Profile {
  /// A property with its bounds, and the member of the JSON that it is.
  struct Field<Value: Sendable>: Sendable {
    let name: String
    let property: WritableKeyPath<Profile, Value> & Sendable
    let range: ClosedRange<Double>

    init(
      _ name: String, _ property: WritableKeyPath<Profile, Value> & Sendable, _ range: ClosedRange<Double>
    ) {
      self.name = name
      self.property = property
      self.range = range
    }

    var wholeRange: ClosedRange<Int> { Int(range.lowerBound)...Int(range.upperBound) }
  }

  // In the order of the JSON.

  static let numbers: [Field<Double>] = [
    Field("speed", \.speed, 0.1...3), Field("stairsFactor", \.stairsFactor, 1...100),
    Field("elevatorWait", \.elevatorWait, 0...3600), Field("secondsPerLevel", \.secondsPerLevel, 0...600),
    Field("inclineSensitivity", \.inclineSensitivity, 0...100),
    Field("bumpyFactor", \.bumpyFactor, 1...100),
    Field("looseFactor", \.looseFactor, 1...100), Field("doorSeconds", \.doorSeconds, 0...600),
    Field("signalSeconds", \.signalSeconds, 0...600),
  ]

  /// Those that are 1 where the JSON has none, as that of older versions.
  static let optionalFactors: [Field<Double>] = [
    Field("unlitFactor", \.unlitFactor, 1...100), Field("unguidedFactor", \.unguidedFactor, 1...100),
  ]

  static let optionalNumbers: [Field<Double?>] = [
    Field("secondsPerStepUp", \.secondsPerStepUp, 0.1...60),
    Field("secondsPerStepDown", \.secondsPerStepDown, 0.1...60),
    Field("escalatorFactor", \.escalatorFactor, 1...100),
  ]

  /// In metres; in the JSON in whole centimetres.
  static let lengths: [Field<Double>] = [Field("minimumWidth", \.minimumWidth, 0...10)]

  static let integers: [Field<Int>] = [
    Field("maximumIncline", \.maximumIncline, 0...1000),
    Field("comfortableIncline", \.comfortableIncline, 0...1000),
  ]

  /// As ``lengths``.
  static let optionalLengths: [Field<Double?>] = [
    Field("minimumCabinLength", \.minimumCabinLength, 0...10)
  ]

  static let optionalIntegers: [Field<Int?>] = [
    Field("minimumElevatorLoad", \.minimumElevatorLoad, 0...6000)
  ]

  static let flags: [(name: String, property: WritableKeyPath<Profile, Bool> & Sendable)] = [
    ("usesBedElevators", \.usesBedElevators), ("usesPublicElevators", \.usesPublicElevators),
    ("isStaff", \.isStaff), ("needsWheelchairAccess", \.needsWheelchairAccess), ("rolls", \.rolls),
    ("stopsAtRaisedKerbs", \.stopsAtRaisedKerbs),
  ]

  static let memberNames: [String] =
    ["name"] + numbers.map(\.name) + optionalFactors.map(\.name) + optionalNumbers.map(\.name)
    + lengths.map(\.name) + integers.map(\.name) + optionalLengths.map(\.name) + optionalIntegers.map(\.name)
    + flags.map(\.name)
}
