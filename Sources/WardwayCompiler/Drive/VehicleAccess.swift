import WardwayMap

/// Whether cars may use something, as its access tags say.
enum VehicleAccess: Equatable {
  /// The tags don't say, or say something unheard of.
  case unstated
  case open
  /// Only for those whose journey ends there.
  case endsOnly
  case closed

  /// The keys that speak of cars, the most particular first.
  static let keys = ["motorcar", "motor_vehicle", "vehicle", "access"]

  /// Reads the most particular key that says something.
  ///
  /// - Parameter suffix: `:forward` or `:backward`, which go before the plain key; "" for neither.
  init(_ tags: OSMTags, suffix: String = "") {
    self = .unstated
    for key in Self.keys {
      if !suffix.isEmpty, let value = tags[key + suffix] {
        self = Self.read(value)
        if self != .unstated { return }
      }
      if let value = tags[key] {
        self = Self.read(value)
        if self != .unstated { return }
      }
    }
  }

  /// Reads a value; of several the one that opens most.
  static func read(_ text: String) -> VehicleAccess {
    var best = VehicleAccess.unstated
    for part in text.split(separator: ";") {
      switch (one(part.drop { $0 == " " }), best) {
      case (.open, _): best = .open
      case (.endsOnly, .unstated), (.endsOnly, .closed): best = .endsOnly
      case (.closed, .unstated): best = .closed
      default: break
      }
    }
    return best
  }

  /// Whether the most particular key admits only deliveries, or those who have a permit.
  static func needsPermit(_ tags: OSMTags) -> Bool {
    guard let value = keys.lazy.compactMap({ tags[$0] }).first else { return false }
    return value.split(separator: ";").allSatisfy {
      ["delivery", "loading", "permit", "license", "members", "restricted"].contains($0.drop { $0 == " " })
    }
  }

  private static func one(_ value: some StringProtocol) -> VehicleAccess {
    switch value {
    case "yes", "permissive", "designated", "public", "official", "permission", "discouraged": .open
    case "private", "destination", "customers", "customer", "residents", "residential", "resident",
      "delivery",
      "permit", "employees", "employee", "staff", "visitors", "visitor", "guests", "members", "restricted",
      "students", "tenants", "loading", "license", "privat":
      .endsOnly
    case "no", "agricultural", "forestry", "military", "emergency", "psv", "bus", "taxi", "hov", "hgv",
      "use_sidepath", "dismount", "bicycle", "foot", "agricultural,forestry", "none", "service",
      "disabled":
      .closed
    default: .unstated
    }
  }
}

/// Whether emergency vehicles may use something although cars mayn't; nil where the tags don't say.
enum EmergencyAccess {
  static func of(_ tags: OSMTags) -> Bool? {
    switch tags["emergency"] {
    case "yes", "designated", "official", "permissive", "private", "destination": true
    case "no": false
    default: nil
    }
  }
}

/// In which directions vehicles may drive: bit 0 along the way as it is drawn, bit 1 against it.
enum OnewayTag {
  /// - Parameter isRoundabout: Whether it is one; those go one way unless the map says otherwise.
  static func directions(_ tags: OSMTags, isRoundabout: Bool) -> UInt8 {
    for key in ["oneway:motorcar", "oneway:motor_vehicle", "oneway:vehicle", "oneway"] {
      if let value = tags[key], let stated = read(value) { return stated }
    }
    return isRoundabout || tags["highway"] == "motorway" ? 1 : 3
  }

  static func read(_ value: String) -> UInt8? {
    switch value {
    case "yes", "1", "true": 1
    case "-1", "reverse": 2
    case "no", "0", "false", "alternating": 3
    // Which way it goes depends on the hour; a static map can't tell.
    case "reversible": 0
    default: nil
    }
  }
}
