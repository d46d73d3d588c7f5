import WardwayMap

/// Whether people on foot may use something, as `foot` and `access` say.
enum FootAccess: Equatable {
  /// The tags don't say, or say something unheard of.
  case unstated
  /// For a class of people.
  case open(AccessClass)
  /// For no one on foot.
  case closed

  /// Reads `foot`, else `access`.
  ///
  /// - Parameter indoor: Whether it lies inside a building, where `private` means staff.
  init(_ tags: OSMTags, indoor: Bool) {
    let foot = Self.read(tags["foot"], indoor: indoor)
    self = foot == .unstated ? Self.read(tags["access"], indoor: indoor) : foot
  }

  /// Whether a value of `foot` or `access` is known.
  static func knows(_ value: String) -> Bool { read(value, indoor: true) != .unstated }

  private static func read(_ value: String?, indoor: Bool) -> FootAccess {
    switch value {
    case "yes", "designated", "permissive", "official", "public", "customers", "destination", "permit",
      "visitors", "limited":
      .open(.everyone)
    case "private", "residents":
      .open(indoor ? .staff : .residents)
    case "employees", "staff", "employee":
      .open(.staff)
    case "no", "use_sidepath", "agricultural", "forestry", "delivery", "military", "emergency":
      .closed
    default: .unstated
    }
  }
}

/// In which directions people may walk: bit 0 along the way as it is drawn, bit 1 against it.
enum FootDirection {
  static func of(_ tags: OSMTags, isConveyor: Bool) -> UInt8 {
    if let stated = direction(tags["oneway:foot"]) { return stated }
    if let stated = direction(tags["foot:oneway"]) { return stated }
    if isConveyor {
      if tags["oneway"] == "no" { return 3 }
      switch tags["conveying"] {
      case "forward": return 1
      case "backward": return 2
      default: return direction(tags["oneway"]) ?? 3
      }
    }
    return 3
  }

  private static func direction(_ value: String?) -> UInt8? {
    switch value {
    case "yes", "1", "true": 1
    case "-1", "reverse": 2
    case "no", "0", "false": 3
    default: nil
    }
  }
}
