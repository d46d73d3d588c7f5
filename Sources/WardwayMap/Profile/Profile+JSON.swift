#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Profile {
  /// Reads a profile out of JSON and checks that it makes sense.
  ///
  /// - Parameters:
  ///   - json: An object with a field for each property of a profile.
  ///   - file: What to call it in an error.
  /// - Throws: `badProfile`, naming the field and its bounds.
  public init(json: [UInt8], file: String) throws(AtlasError) {
    do {
      self = try JSONDecoder().decode(Profile.self, from: Data(json))
    } catch let error as DecodingError {
      throw AtlasError(.badProfile, file: file, Self.explain(error))
    } catch {
      throw AtlasError(.badProfile, file: file, "it is not JSON: \(error)")
    }
    try validate(file: file)
  }

  /// The profile as JSON, its fields sorted: the same profile gives the same bytes.
  public var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    return (try? [UInt8](encoder.encode(self))) ?? []
  }

  private static func explain(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, _):
      "the field '\(key.stringValue)' is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "the field '\(context.codingPath.map(\.stringValue).joined(separator: "."))' has another type"
    // The decoder doesn't say which number it can't represent.
    default: "it is not the JSON of a profile, or a number in it is too large or not whole"
    }
  }

  private func validate(file: String) throws(AtlasError) {
    func check(_ field: String, _ value: Double?, _ range: ClosedRange<Double>) throws(AtlasError) {
      guard let value else { return }
      guard value.isFinite, range.contains(value) else {
        throw AtlasError(
          .badProfile, file: file,
          "'\(field)' is \(value), it has to be from \(range.lowerBound) to \(range.upperBound)")
      }
    }
    guard !name.isEmpty, name.utf8.count <= 16,
      name.utf8.allSatisfy({ $0 == 45 || 48...57 ~= $0 || 97...122 ~= $0 })
    else {
      throw AtlasError(.badProfile, file: file, "'name' has to be 1 to 16 letters a to z, digits or hyphens")
    }
    try check("speed", speed, 0.1...3)
    try check("secondsPerStepUp", secondsPerStepUp, 0.1...60)
    try check("secondsPerStepDown", secondsPerStepDown, 0.1...60)
    try check("stairsFactor", stairsFactor, 1...100)
    try check("escalatorFactor", escalatorFactor, 1...100)
    try check("elevatorWait", elevatorWait, 0...3600)
    try check("secondsPerLevel", secondsPerLevel, 0...600)
    try check("minimumWidth", Double(minimumWidth), 0...1000)
    try check("minimumCabinLength", minimumCabinLength.map(Double.init), 0...1000)
    try check("minimumElevatorLoad", minimumElevatorLoad.map(Double.init), 0...6000)
    try check("maximumIncline", Double(maximumIncline), 0...1000)
    try check("comfortableIncline", Double(comfortableIncline), 0...1000)
    try check("inclineSensitivity", inclineSensitivity, 0...100)
    try check("bumpyFactor", bumpyFactor, 1...100)
    try check("looseFactor", looseFactor, 1...100)
    try check("doorSeconds", doorSeconds, 0...600)
    try check("signalSeconds", signalSeconds, 0...600)
  }
}
