import Geodesy
import WardwayMap

/// Decides by its tags what a way or an area is to people on foot.
struct WalkClassifier {
  /// Everything about a feature except where it lies; nil where nobody walks.
  ///
  /// - Parameters:
  ///   - tags: The feature's tags.
  ///   - isClosed: Whether its line ends where it begins.
  ///   - isMultipolygon: Whether it is an area by its very type.
  static func classify(_ tags: OSMTags, isClosed: Bool, isMultipolygon: Bool = false) -> WalkFeature? {
    guard let (kind, role, isArea) = nature(tags, isClosed: isClosed, isMultipolygon: isMultipolygon) else {
      return nil
    }
    let isMachine = role == .shaft || kind == .escalator || kind == .movingWalk
    if isMachine, ServiceTags.isOut(tags) { return nil }
    if kind == .crossing, tags["crossing"] == "no", !["yes", "designated"].contains(tags["foot"]) {
      return nil
    }
    let indoor = isIndoor(tags, kind: kind)
    let access = FootAccess(tags, indoor: indoor || role == .shaft)
    let byDefault = isOpenByDefault(tags)
    guard access != .closed, byDefault || access != .unstated else { return nil }
    // A motorway is not for walkers just because "everyone" may drive on it.
    if !byDefault, tags["foot"] == nil { return nil }
    var feature = WalkFeature(source: .none, nodes: [], isRing: isArea, kind: kind, role: role)
    feature.directions = FootDirection.of(tags, isConveyor: kind == .escalator || kind == .movingWalk)
    feature.attributes = AttributeTags.attributes(tags)
    if case .open(let access) = access { feature.attributes.access = access }
    feature.attributes.isIndoor = indoor
    feature.attributes.isRoom = isRoom(tags)
    feature.attributes.isUncomfortable = isUncomfortable(tags, kind: kind)
    feature.attributes.isTrunkRoad = isTrunkRoad(tags)
    feature.attributes.isLane = tags["highway"] == "service" && tags["service"] == "parking_aisle"
    if role == .shaft { ElevatorTags.apply(tags, to: &feature.attributes) }
    if kind == .crossing { feature.attributes.signals = signals(tags) }
    feature.width = role == .shaft ? ElevatorTags.width(tags) : AttributeTags.width(tags)
    if kind == .escalator || kind == .movingWalk {
      feature.attributes.mayStandStill = ServiceTags.mayStandStill(tags)
    }
    if kind != .road { feature.incline = AttributeTags.incline(tags) }
    feature.stepCount = AttributeTags.stepCount(tags)
    if kind == .stairs, role == .climb { feature.ramp = RampTags.besideSteps(tags) }
    if role == .stairwell, !IndoorTags.isStairwell(tags) {
      feature.isStepArea = true
      feature.isOutlineOfWay = isOutlineOfSteps(tags)
    }
    feature.isServiceRoad = kind == .road && tags["highway"] == "service"
    feature.seconds = kind == .ferry || role != .flat ? Measure.seconds(tags["duration"]) : nil
    feature.name = name(tags)
    feature.isSidewalk = feature.name.isEmpty && isSidewalk(tags)
    feature.ref = tags["ref"] ?? ""
    feature.isOffGround = ["bridge", "tunnel", "layer"].contains { !["no", "0"].contains(tags[$0] ?? "no") }
    feature.isBuilding = tags["building"].map { $0 != "no" } ?? false
    feature.layer = tags["layer"].flatMap { LevelTag($0).levels.first }
    applyLevels(tags, to: &feature)
    return feature
  }

  // MARK: What it is

  private static func nature(
    _ tags: OSMTags, isClosed: Bool, isMultipolygon: Bool
  ) -> (EdgeKind, WalkFeature.Role, isArea: Bool)? {
    let highway = tags["highway"]
    let isArea = isMultipolygon || isClosed && tags["area"] == "yes"
    let indoor = IndoorTags.kind(tags)
    let isIndoorArea =
      (isClosed || isMultipolygon) && ["room", "area", "corridor", "yes"].contains(indoor ?? "")
    if highway == "elevator" || (isClosed || isMultipolygon) && IndoorTags.isElevator(tags) {
      return (.elevatorRide, .shaft, isClosed || isMultipolygon)
    }
    let hasStairs = IndoorTags.isStairwell(tags) || highway == "steps" && isArea || isOutlineOfSteps(tags)
    if hasStairs, isClosed || isMultipolygon { return (.stairs, .stairwell, true) }
    if let highway, let kind = kind(ofHighway: highway, tags, isArea: isArea) {
      let climbs = kind == .stairs || kind == .escalator || kind == .ramp
      let area = isArea || kind == .platform && isClosed || highway == "corridor" && isIndoorArea
      return (area && kind != .platform ? .area : kind, climbs ? .climb : .flat, area)
    }
    if isIndoorArea, indoor != "yes" || highway == nil { return (.area, .flat, true) }
    if indoor == "corridor" { return (.corridor, .flat, false) }
    if tags["railway"] == "platform" || tags["public_transport"] == "platform" {
      return (.platform, .flat, isClosed || isMultipolygon)
    }
    if tags["man_made"] == "pier" { return (.footway, .flat, isClosed && tags["area"] != "no") }
    if tags["route"] == "ferry" { return (.ferry, .flat, false) }
    if isClosed || isMultipolygon, tags["place"] == "square", tags["area"] != "no" {
      return (.area, .flat, true)
    }
    return nil
  }

  /// Whether it shows how much ground steps take that are drawn as a line too, perhaps.
  private static func isOutlineOfSteps(_ tags: OSMTags) -> Bool {
    tags["area:highway"] == "steps" && tags["highway"] == nil
  }

  private static func kind(ofHighway highway: String, _ tags: OSMTags, isArea: Bool) -> EdgeKind? {
    let conveys = ["yes", "forward", "backward", "reversible"].contains(tags["conveying"] ?? "no")
    switch highway {
    case "steps": return conveys ? .escalator : .stairs
    case "footway", "path", "pedestrian", "corridor", "cycleway", "bridleway", "track":
      if conveys { return .movingWalk }
      if tags["footway"] == "crossing" || tags["path"] == "crossing" || tags["cycleway"] == "crossing" {
        return .crossing
      }
      if tags["ramp"] == "yes" || tags["footway"] == "ramp" || tags["room"] == "ramp" { return .ramp }
      switch highway {
      case "footway", "pedestrian": return .footway
      case "corridor": return .corridor
      default: return .path
      }
    case "platform": return .platform
    case "motorway", "motorway_link", "trunk", "trunk_link", "primary", "primary_link", "secondary",
      "secondary_link", "tertiary", "tertiary_link", "unclassified", "residential", "living_street",
      "service", "road", "busway":
      return .road
    default: return nil
    }
  }

  private static func isOpenByDefault(_ tags: OSMTags) -> Bool {
    if tags["motorroad"] == "yes" { return false }
    switch tags["highway"] {
    case "motorway", "motorway_link", "busway": return false
    default: return true
    }
  }

  private static func isRoom(_ tags: OSMTags) -> Bool {
    IndoorTags.kind(tags) == "room"
      || tags["room"] != nil && tags["indoor"] != "corridor" && tags["indoor"] != "area"
  }

  private static func isIndoor(_ tags: OSMTags, kind: EdgeKind) -> Bool {
    if let indoor = IndoorTags.kind(tags) { return indoor != "no" }
    return tags["highway"] == "corridor"
      || tags["tunnel"] == "building_passage"
        && kind != .road
      || tags["room"] != nil
  }

  private static func isUncomfortable(_ tags: OSMTags, kind: EdgeKind) -> Bool {
    guard kind == .road else { return tags["highway"] == "cycleway" && tags["foot"] == nil }
    let isBusy = ["trunk", "primary", "secondary", "tertiary"].contains {
      tags["highway"] == $0 || tags["highway"] == $0 + "_link"
    }
    let sidewalk = tags["sidewalk"] ?? tags["sidewalk:both"]
    return isBusy && (sidewalk == nil || sidewalk == "no" || sidewalk == "none" || sidewalk == "separate")
      || sidewalk == "separate"
  }

  /// Whether one would walk on the carriageway of a trunk road; legal in most countries, pleasant nowhere.
  private static func isTrunkRoad(_ tags: OSMTags) -> Bool {
    guard tags["highway"] == "trunk" || tags["highway"] == "trunk_link" else { return false }
    let hasSidewalk = ["sidewalk", "sidewalk:both", "sidewalk:left", "sidewalk:right"].contains {
      ["yes", "both", "left", "right"].contains(tags[$0] ?? "no")
    }
    return !hasSidewalk && tags["foot"] != "designated"
  }

  private static func signals(_ tags: OSMTags) -> Trilean {
    switch tags["crossing"] {
    case "traffic_signals": .yes
    case nil: tags["crossing:signals"].map { $0 == "no" ? .no : .yes } ?? .unknown
    default: .no
    }
  }

  private static func name(_ tags: OSMTags) -> String {
    if let name = tags["name"] { return name }
    guard isSidewalk(tags) || tags["is_sidepath:of:name"] != nil else { return "" }
    return tags["is_sidepath:of:name"] ?? tags["street:name"] ?? ""
  }

  private static func isSidewalk(_ tags: OSMTags) -> Bool {
    tags["footway"] == "sidewalk" || tags["path"] == "sidewalk" || tags["cycleway"] == "sidewalk"
      || tags["is_sidepath"] == "yes"
  }

  // MARK: Levels

  private static func applyLevels(_ tags: OSMTags, to feature: inout WalkFeature) {
    let level = LevelTag(tags["level"] ?? "")
    let repeated = LevelTag(tags["repeat_on"] ?? "")
    feature.repeats = !repeated.levels.isEmpty && feature.role == .flat
    feature.stated = Array(Set(level.levels + repeated.levels)).sorted()
    if feature.role == .shaft || feature.role == .stairwell {
      let missing = LevelTag(tags["non_existent_levels"] ?? "").levels
      feature.stated.removeAll { missing.contains($0) }
    }
    if let names = tags["level:ref"] {
      let names = names.split(separator: ";").map { String($0.drop { $0 == " " }) }
      let written = level.asWritten
      // Names follow the levels as they are written; here they follow the levels as they are sorted.
      feature.levelNames =
        names.count == written.count && written.count == feature.stated.count
        ? zip(written, names).sorted { $0.0 < $1.0 }.map(\.1) : names
    }
  }
}
