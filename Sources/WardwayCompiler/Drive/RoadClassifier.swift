import Geodesy
import WardwayMap

/// Decides by its tags what a way is to vehicles.
enum RoadClassifier {
  /// The size of an ordinary car with what it needs around it, in metres.
  private static let height = 1.9, width = 1.9

  /// Everything about a road except where it lies; nil where no vehicle drives.
  static func classify(_ tags: OSMTags) -> RoadFeature? {
    guard let roadClass = roadClass(tags), !isImpassable(tags) else { return nil }
    let junction = tags["junction"]
    let isRoundabout = junction == "roundabout" || junction == "circular"
    let byDefault = defaultAccess(roadClass, tags)
    let forward = access(tags, ":forward", byDefault)
    let backward = access(tags, ":backward", byDefault)
    let oneway = OnewayTag.directions(tags, isRoundabout: isRoundabout)
    var feature = RoadFeature(roadClass: roadClass)
    let open = oneway & ((forward == .closed ? 0 : 1) | (backward == .closed ? 0 : 2))
    feature.directions = open | emergencyDirections(tags, roadClass, oneway, open: open) << 2
    guard feature.directions != 0 else { return nil }
    feature.access = open == 0 ? .nobody : forward == .open || backward == .open ? .everyone : .endsOnly
    feature.speed = RoadSpeed.of(tags, roadClass)
    feature.seconds = roadClass == .ferry ? Measure.seconds(tags["duration"]) : nil
    feature.traits = traits(tags, isRoundabout: isRoundabout, oneway: oneway)
    feature.surface = AttributeTags.attributes(tags).surface
    feature.name = tags["name"] ?? ""
    feature.ref = tags["ref"] ?? ""
    feature.signs = (
      RoadSigns(tags, suffix: ":forward", isOnly: open == 1),
      RoadSigns(tags, suffix: ":backward", isOnly: open == 2)
    )
    let levels = LevelTag(tags["level"] ?? "").levels
    if let low = levels.first, let high = levels.last { feature.levels = low...high }
    return feature
  }

  // MARK: What it is

  static func roadClass(_ tags: OSMTags) -> RoadClass? {
    guard let highway = tags["highway"] else {
      let route = tags["route"]
      return route == "ferry" || route == "shuttle_train" ? .ferry : nil
    }
    if tags["area"] == "yes" { return nil }
    switch highway {
    case "motorway": return .motorway
    case "motorway_link": return .motorwayLink
    case "trunk": return .trunk
    case "trunk_link": return .trunkLink
    case "primary": return .primary
    case "primary_link": return .primaryLink
    case "secondary": return .secondary
    case "secondary_link": return .secondaryLink
    case "tertiary": return .tertiary
    case "tertiary_link": return .tertiaryLink
    case "unclassified": return .unclassified
    case "residential": return .residential
    case "living_street": return .livingStreet
    case "service":
      switch tags["service"] {
      case "parking_aisle", "parking", "drive-through", "drive_through": return .parkingAisle
      case "driveway": return .driveway
      default: return .service
      }
    case "track": return .track
    case "pedestrian": return .pedestrian
    case "busway": return .busway
    case "road": return .unknown
    default: return nil
    }
  }

  /// What nobody drives on, whatever its access.
  private static func isImpassable(_ tags: OSMTags) -> Bool {
    if tags["smoothness"] == "impassable" || tags["ford"] == "stepping_stones" { return true }
    if tags["construction"] == "yes" || tags["abandoned"] == "yes" || tags["disused"] == "yes" { return true }
    return isTooSmall(tags)
  }

  /// Whether an ordinary car doesn't fit through or is too heavy.
  static func isTooSmall(_ tags: OSMTags) -> Bool {
    for key in ["maxheight", "maxheight:physical"] {
      if let metres = Measure.metres(tags[key]), metres < height { return true }
    }
    for key in ["maxwidth", "maxwidth:physical"] {
      if let metres = Measure.metres(tags[key]), metres < width { return true }
    }
    if let tons = tags["maxweight"].flatMap({ Double($0.prefix { $0.isNumber || $0 == "." }) }), tons > 0 {
      return tons < 1.2
    }
    return false
  }

  // MARK: Who may use it

  private static func access(
    _ tags: OSMTags, _ suffix: String, _ byDefault: VehicleAccess
  ) -> VehicleAccess {
    let stated = VehicleAccess(tags, suffix: suffix)
    if stated == .unstated { return byDefault }
    // What is `access=yes` is open to all who use such ways, and cars don't use these.
    let saysVehicle = VehicleAccess.keys.dropLast().contains { tags[$0] != nil || tags[$0 + suffix] != nil }
    if byDefault == .closed, !saysVehicle { return .closed }
    return stated
  }

  /// Who may use a road that has no access tags.
  private static func defaultAccess(_ roadClass: RoadClass, _ tags: OSMTags) -> VehicleAccess {
    switch roadClass {
    case .pedestrian, .busway, .ferry: return .closed
    case .track:
      // A track is as good as its surface, and no way through.
      let isFirm = ["grade1", "grade2"].contains(tags["tracktype"])
      let isPaved = ["asphalt", "paved", "concrete", "paving_stones"].contains(tags["surface"])
      return isFirm || isPaved ? .endsOnly : VehicleAccess(tags) == .open ? .open : .closed
    case .service where tags["service"] == "emergency_access": return .closed
    default: return .open
    }
  }

  /// Where emergency vehicles may drive: where cars may, and on any other road unless it says no.
  private static func emergencyDirections(
    _ tags: OSMTags, _ roadClass: RoadClass, _ oneway: UInt8, open: UInt8
  ) -> UInt8 {
    let directions = tags["oneway:emergency"].flatMap { OnewayTag.read($0) } ?? oneway
    switch EmergencyAccess.of(tags) {
    case true?: return directions
    case false?: return open
    case nil: return roadClass == .ferry || roadClass == .track ? open : directions
    }
  }

  private static func traits(
    _ tags: OSMTags, isRoundabout: Bool, oneway: UInt8
  ) -> DriveEdgeRecord.Traits {
    var traits = DriveEdgeRecord.Traits()
    func says(_ key: String) -> Bool { tags[key].map { $0 != "no" } ?? false }
    if isRoundabout { traits.insert(.roundabout) }
    if says("tunnel") || tags["covered"] == "yes" { traits.insert(.tunnel) }
    if says("bridge") { traits.insert(.bridge) }
    if says("toll") { traits.insert(.toll) }
    if tags["level"] != nil { traits.insert(.hasLevel) }
    if oneway != 3 { traits.insert(.oneway) }
    if VehicleAccess.needsPermit(tags) { traits.insert(.permit) }
    return traits
  }
}
