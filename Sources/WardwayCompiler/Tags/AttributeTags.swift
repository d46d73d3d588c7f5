import WardwayMap

/// What the tags say about the quality of a way or a passage.
enum AttributeTags {
  /// Reads everything that doesn't depend on what kind of feature it is.
  static func attributes(_ tags: OSMTags) -> EdgeAttributes {
    var attributes = EdgeAttributes()
    attributes.wheelchair = wheelchair(tags["wheelchair"])
    attributes.lit = lit(tags["lit"])
    attributes.handrail = handrail(tags)
    attributes.surface = surface(tags)
    attributes.kerb = kerb(tags)
    attributes.wheelRamp = RampTags.hasRamp(tags["ramp:wheelchair"])
    attributes.tactilePaving = trilean(tags["tactile_paving"])
    attributes.automatic = automatic(tags["automatic_door"])
    attributes.rises = rises(tags["incline"])
    return attributes
  }

  /// The clear width in centimetres, 0 where it isn't stated.
  static func width(_ tags: OSMTags) -> UInt16 {
    let stated = ["maxwidth:physical", "door:width", "entrance:width", "width", "est_width"].lazy
      .compactMap { Measure.metres(tags[$0]) }.first
    return stated.map { UInt16(min(max($0 * 100, 1), 60_000)) } ?? 0
  }

  /// The rise along the way in thousandths, where it is stated as a number.
  static func incline(_ tags: OSMTags) -> Int16 {
    Measure.incline(tags["incline"]).map { Int16(($0 * 1000).rounded()) } ?? EdgeRecord.unknownIncline
  }

  /// The number of steps, 0 where it isn't stated.
  static func stepCount(_ tags: OSMTags) -> UInt16 {
    tags["step_count"].flatMap { UInt16($0) }.map { min($0, 10_000) } ?? 0
  }

  static func wheelchair(_ value: String?) -> WheelchairAccess {
    switch value {
    case "yes", "designated", "permissive": .yes
    case "limited", "bad": .limited
    case "no", "impassable": .no
    default: .unknown
    }
  }

  /// The least height in metres, that is a step to wheels.
  private static let leastStep = 0.03

  /// What `kerb` says, or a height that contradicts it.
  static func kerb(_ tags: OSMTags) -> Kerb {
    let said = kerb(tags["kerb"])
    let heights = ["kerb:height", "door:threshold:height", "threshold:height"]
    guard let height = heights.lazy.compactMap({ Measure.metres(tags[$0]) }).first else { return said }
    if height <= leastStep { return .lowered }
    return said == .rolled ? .rolled : .raised
  }

  static func kerb(_ value: String?) -> Kerb {
    switch value {
    case "lowered", "flush", "no", "none": .lowered
    case "raised", "regular", "yes": .raised
    case "rolled": .rolled
    default: .unknown
    }
  }

  private static func trilean(_ value: String?) -> Trilean {
    switch value {
    case "yes", "designated", "separate", "automatic", "primitive", "contrasted": .yes
    case "no", "incorrect": .no
    default: .unknown
    }
  }

  private static func lit(_ value: String?) -> Trilean {
    switch value {
    case nil: .unknown
    case "no", "disused": .no
    default: .yes
    }
  }

  private static func handrail(_ tags: OSMTags) -> Trilean {
    let values = ["handrail", "handrail:left", "handrail:right", "handrail:center"].compactMap { tags[$0] }
    if values.contains(where: { $0 != "no" }) { return .yes }
    return values.isEmpty ? .unknown : .no
  }

  private static func automatic(_ value: String?) -> Trilean {
    switch value {
    case nil: .unknown
    case "no": .no
    default: .yes
    }
  }

  private static func rises(_ value: String?) -> Trilean {
    if value == "up" { return .yes }
    if value == "down" { return .no }
    guard let slope = Measure.incline(value), slope != 0 else { return .unknown }
    return slope > 0 ? .yes : .no
  }

  private static func surface(_ tags: OSMTags) -> Surface {
    switch tags["smoothness"] {
    case "bad": return .bumpy
    case "very_bad", "horrible", "very_horrible", "impassable": return .loose
    case "excellent", "good": return .smooth
    default: break
    }
    switch tags["surface"] {
    case "asphalt", "paved", "concrete", "paving_stones", "concrete:plates", "tiles", "metal", "rubber",
      "bricks", "brick", "carpet", "linoleum", "stone", "granite", "marble", "tartan", "acrylic", "chipseal":
      return .smooth
    case "sett", "cobblestone", "unhewn_cobblestone", "cobblestone:flattened", "metal_grid",
      "concrete:lanes", "grass_paver", "pebblestone":
      return .bumpy
    case "compacted", "fine_gravel", "wood", "woodchips", "boardwalk":
      return .firm
    case "gravel", "unpaved", "ground", "dirt", "earth", "grass", "sand", "mud", "rock", "snow", "ice",
      "clay":
      return .loose
    default: return .unknown
    }
  }
}
