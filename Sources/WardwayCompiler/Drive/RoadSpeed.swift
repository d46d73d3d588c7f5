import WardwayMap

/// How fast ordinary traffic gets along a road.
///
/// Traffic averages less than the limit even on an empty road: bends, crossings, people. The figures are
/// averages over whole roads between junctions; what turns, lights and signs cost comes on top.
enum RoadSpeed {
  /// What a road is driven at, and the most that any limit allows on it in practice, in km/h.
  private static func usual(_ roadClass: RoadClass) -> (speed: Double, most: Double) {
    switch roadClass {
    case .motorway: (105, 120)
    case .motorwayLink: (50, 80)
    case .trunk: (80, 105)
    case .trunkLink: (45, 70)
    case .primary: (60, 95)
    case .primaryLink: (38, 60)
    case .secondary: (52, 85)
    case .secondaryLink: (32, 50)
    case .tertiary: (40, 75)
    case .tertiaryLink: (28, 45)
    case .unclassified: (28, 65)
    case .residential: (25, 45)
    case .livingStreet: (10, 15)
    case .service: (15, 30)
    case .parkingAisle: (8, 15)
    case .driveway: (8, 15)
    case .track: (15, 30)
    case .pedestrian: (7, 15)
    case .busway: (40, 60)
    case .ferry: (12, 60)
    case .unknown: (25, 60)
    }
  }

  /// The share of a limit that traffic averages.
  private static let shareOfLimit = 0.82

  /// The speeds in both directions, in km/h.
  static func of(_ tags: OSMTags, _ roadClass: RoadClass) -> (forward: Double, backward: Double) {
    (speed(tags, roadClass, forward: true), speed(tags, roadClass, forward: false))
  }

  private static func speed(_ tags: OSMTags, _ roadClass: RoadClass, forward: Bool) -> Double {
    let (usual, most) = usual(roadClass)
    var speed = usual
    if let limit = SpeedLimit.kmh(tags, forward: forward) { speed = min(limit * shareOfLimit, most) }
    if let advised = SpeedLimit.kmh(tags["maxspeed:advisory"]) { speed = min(speed, advised) }
    speed = min(speed, cap(surface: tags["surface"]), cap(smoothness: tags["smoothness"]))
    if roadClass == .track || tags["tracktype"] != nil {
      speed = min(speed, cap(tracktype: tags["tracktype"]))
    }
    if tags["ford"].map({ $0 != "no" }) ?? false { speed = min(speed, 8) }
    if isNarrow(tags) { speed *= 0.75 }
    return max(speed, 1)
  }

  /// Whether two cars can't pass each other.
  private static func isNarrow(_ tags: OSMTags) -> Bool {
    guard OnewayTag.directions(tags, isRoundabout: false) == 3 else { return false }
    if let width = Measure.metres(tags["width"]) { return width < 3.5 }
    return tags["lanes"] == "1" && tags["narrow"] != "no" || tags["narrow"] == "yes"
  }

  private static func cap(surface: String?) -> Double {
    switch surface {
    case "cobblestone", "unhewn_cobblestone", "gravel", "pebblestone", "stone", "rock": 25
    case "sett", "cobblestone:flattened", "grass_paver", "metal_grid", "wood", "bricks": 40
    case "compacted", "fine_gravel", "paving_stones", "concrete:lanes": 50
    case "unpaved", "dirt", "ground", "earth", "woodchips": 25
    case "grass", "sand", "clay": 12
    case "mud", "snow", "ice": 8
    default: .infinity
    }
  }

  private static func cap(smoothness: String?) -> Double {
    switch smoothness {
    case "intermediate": 80
    case "bad": 35
    case "very_bad": 18
    case "horrible": 10
    case "very_horrible": 5
    default: .infinity
    }
  }

  private static func cap(tracktype: String?) -> Double {
    switch tracktype {
    case "grade1": 30
    case "grade2": 20
    case "grade3": 15
    case "grade4": 10
    case "grade5": 6
    default: 20
    }
  }
}
