import JSONText

extension VehicleProfile {
  private static var numbers:
    [(name: String, property: WritableKeyPath<VehicleProfile, Double>, range: ClosedRange<Double>)]
  {
    let seconds = 0.0...600
    return [
      ("speedFactor", \.speedFactor, 0.1...3), ("topSpeed", \.topSpeed, 5...300),
      ("nearTurnSeconds", \.nearTurnSeconds, seconds), ("farTurnSeconds", \.farTurnSeconds, seconds),
      ("uTurnSeconds", \.uTurnSeconds, seconds), ("straightSeconds", \.straightSeconds, seconds),
      ("roundaboutSeconds", \.roundaboutSeconds, seconds), ("signalSeconds", \.signalSeconds, seconds),
      ("stopSeconds", \.stopSeconds, seconds), ("giveWaySeconds", \.giveWaySeconds, seconds),
      ("gateSeconds", \.gateSeconds, seconds), ("boothSeconds", \.boothSeconds, seconds),
    ]
  }

  /// Reads a vehicle out of JSON and checks that it makes sense.
  ///
  /// - Parameters:
  ///   - json: An object with a member for each property of a vehicle, and no others.
  ///   - file: What to call it in an error.
  /// - Throws: `badProfile`, naming the member and its bounds.
  package init(json: [UInt8], file: String) throws(AtlasError) {
    self = try AtlasError.explained(.badProfile, file: file) {
      let allowed = ["name", "isEmergency"] + Self.numbers.map(\.name)
      let fields = try JSONFields(try JSONReader.value(of: json), allowed: allowed)
      var vehicle = VehicleProfile.car
      vehicle.name = try fields.profileName()
      vehicle.isEmergency = try fields.needed("isEmergency", try fields.flag("isEmergency"))
      for (name, property, range) in Self.numbers {
        vehicle[keyPath: property] = try fields.needed(name, try fields.number(name, in: range))
      }
      return vehicle
    }
  }

  /// The vehicle as JSON: the same vehicle gives the same bytes.
  package var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("name")
      writer.string(name)
      writer.key("isEmergency")
      writer.bool(isEmergency)
      for (name, property, _) in Self.numbers {
        writer.key(naming: name)
        writer.exactly(self[keyPath: property])
      }
    }
    return writer.bytes
  }
}
