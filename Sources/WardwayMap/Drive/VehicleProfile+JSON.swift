#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension VehicleProfile {
  /// Reads a vehicle out of JSON and checks that it makes sense.
  ///
  /// - Parameters:
  ///   - json: An object with a field for each property of a vehicle.
  ///   - file: What to call it in an error.
  /// - Throws: `badProfile`, naming the field and its bounds.
  public init(json: [UInt8], file: String) throws(AtlasError) {
    do {
      self = try JSONDecoder().decode(VehicleProfile.self, from: Data(json))
    } catch let DecodingError.keyNotFound(key, _) {
      throw AtlasError(.badProfile, file: file, "the field '\(key.stringValue)' is missing")
    } catch {
      throw AtlasError(.badProfile, file: file, "it is not the JSON of a vehicle")
    }
    try validate(file: file)
  }

  /// The vehicle as JSON, its fields sorted: the same vehicle gives the same bytes.
  public var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    return (try? [UInt8](encoder.encode(self))) ?? []
  }

  private func validate(file: String) throws(AtlasError) {
    guard !name.isEmpty, name.utf8.count <= 16,
      name.utf8.allSatisfy({ $0 == 45 || 48...57 ~= $0 || 97...122 ~= $0 })
    else {
      throw AtlasError(.badProfile, file: file, "'name' has to be 1 to 16 letters a to z, digits or hyphens")
    }
    let seconds = 0.0...600
    let fields: [(String, Double, ClosedRange<Double>)] = [
      ("speedFactor", speedFactor, 0.1...3), ("topSpeed", topSpeed, 5...300),
      ("nearTurnSeconds", nearTurnSeconds, seconds), ("farTurnSeconds", farTurnSeconds, seconds),
      ("uTurnSeconds", uTurnSeconds, seconds), ("straightSeconds", straightSeconds, seconds),
      ("roundaboutSeconds", roundaboutSeconds, seconds), ("signalSeconds", signalSeconds, seconds),
      ("stopSeconds", stopSeconds, seconds), ("giveWaySeconds", giveWaySeconds, seconds),
      ("gateSeconds", gateSeconds, seconds), ("boothSeconds", boothSeconds, seconds),
    ]
    for (field, value, range) in fields where !(value.isFinite && range.contains(value)) {
      throw AtlasError(
        .badProfile, file: file,
        "'\(field)' is \(value), it has to be from \(range.lowerBound) to \(range.upperBound)")
    }
  }
}
