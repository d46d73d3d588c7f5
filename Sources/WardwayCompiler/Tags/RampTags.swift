import WardwayMap

/// What tags say of ramps beside steps, and of the steps at doors.
enum RampTags {
  /// What a value of `ramp`, `ramp:wheelchair` or `ramp:stroller` says; what is mapped as a way of its own isn't here.
  static func hasRamp(_ value: String?) -> Trilean {
    switch value {
    case "yes", "designated", "automatic", "portable", "removable": .yes
    case "no", "incorrect", "separate": .no
    default: .unknown
    }
  }

  /// Whether wheels of some kind get by beside steps, and which: `yes` for wheelchairs too, `no` for strollers alone.
  static func besideSteps(_ tags: OSMTags) -> WheelchairAccess? {
    if tags["ramp"] == "no" || tags["ramp"] == "separate" { return nil }
    if hasRamp(tags["ramp:wheelchair"]) == .yes { return .yes }
    return hasRamp(tags["ramp:stroller"]) == .yes ? .no : nil
  }

  /// What a ramp beside steps takes, in milliseconds; 0 where it is no longer than the steps.
  ///
  /// It rises as they do, at most 1 in 12 (ISO 21542), and so is longer: walkers take the steps.
  static func milliseconds(besideSteps count: Int, metres: Double, levels: Double) -> UInt32 {
    let steps = count > 0 ? Double(count) : max(metres / 0.3, levels * 20)
    let length = min(steps * 0.16 * 12, 10_000)
    return length > metres ? UInt32(length * 1000) : 0
  }

  /// The number of steps that one has to climb at a door or an entrance; 0 where there are none, nobody says so, or
  /// wheels get by.
  static func stepCount(atDoor tags: OSMTags) -> UInt16 {
    let stated = ["entrance:step_count", "step_count", "entrance:steps"].lazy
      .compactMap { tags[$0].flatMap { UInt16($0) } }.first
    guard let stated, stated > 0, AttributeTags.wheelchair(tags["wheelchair"]) != .yes else { return 0 }
    let ramps = ["ramp", "ramp:wheelchair", "entrance:ramp", "wheelchair:ramp"]
    return ramps.contains { hasRamp(tags[$0]) == .yes } ? 0 : min(stated, 10_000)
  }
}
