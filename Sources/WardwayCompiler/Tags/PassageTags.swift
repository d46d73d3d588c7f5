import WardwayMap

/// A node that one passes rather than walks over: a door, a gate, a kerb, or something that stops one.
struct Passage {
  /// What the edge through it is; nil where nobody on foot gets through.
  var kind: EdgeKind?
  /// Whether it is a door, which has an inside and an outside, open or not.
  var isDoor = false
  var attributes = EdgeAttributes()
  var width: UInt16 = 0
  /// The number of steps at a door.
  var stepCount: UInt16 = 0
  var name = ""
  /// Whether it is a place where nobody may cross: those who walk along the road go on.
  var isForRoadsAlone = false

  /// An opening in a wall that nothing closes; nil where the tags don't say that there is one.
  init?(opening tags: OSMTags) {
    guard tags["door"] == "no", FootAccess(tags, indoor: true) != .closed else { return nil }
    kind = .connector
    isDoor = true
    attributes = AttributeTags.attributes(tags)
    if case .open(let access) = FootAccess(tags, indoor: true) { attributes.access = access }
    width = AttributeTags.width(tags)
  }

  /// Reads a node's tags; nil where the node is an ordinary point.
  init?(_ tags: OSMTags) {
    guard !tags.isEmpty else { return nil }
    isDoor =
      tags["door"].map { $0 != "no" } ?? false || tags["entrance"].map { $0 != "no" } ?? false
      || tags["indoor"] == "door" || EmergencyTags.isWardEntrance(tags) || EmergencyTags.isFireExit(tags)
    let barrier = tags["barrier"]
    let kerb = AttributeTags.kerb(tags)
    let access = FootAccess(tags, indoor: isDoor)
    let isPlace = ["amenity", "shop", "tourism", "office", "healthcare", "leisure", "public_transport"]
      .contains {
        tags[$0] != nil
      }
    attributes = AttributeTags.attributes(tags)
    if case .open(let access) = access { attributes.access = access }
    if attributes.access == .everyone, EmergencyTags.isWardEntrance(tags) { attributes.access = .emergency }
    attributes.isEntrance = tags["entrance"].map { $0 != "no" } ?? false
    width = AttributeTags.width(tags)
    name = tags["name"] ?? tags["ref"] ?? ""
    isForRoadsAlone = Self.isNoCrossing(tags)
    let isGarage = Self.isGarageEntrance(tags)
    if isForRoadsAlone {
      kind = nil
    } else if EmergencyTags.isFireExit(tags) || access == .closed && (isDoor || barrier != nil || !isPlace) {
      kind = nil
    } else if isDoor {
      kind = .door
      // Beside a revolving door there is mostly another one; a map that knows better says wheelchair=no.
      if tags["door"] == "revolving", attributes.wheelchair == .unknown { attributes.wheelchair = .limited }
      if tags["door:threshold"].map({ $0 != "no" }) ?? false, attributes.wheelchair == .unknown,
        attributes.kerb == .unknown
      {
        attributes.wheelchair = .limited
      }
      stepCount = RampTags.stepCount(atDoor: tags)
    } else if let barrier, barrier != "kerb" {
      guard let kind = Self.kind(ofBarrier: barrier, tags, access: access, &attributes) else { return nil }
      self.kind = kind == .connector ? nil : kind
    } else if kerb == .raised || kerb == .rolled || barrier == "kerb" && kerb == .unknown {
      kind = .kerb
      attributes.kerb = barrier == "kerb" && kerb == .unknown ? .raised : kerb
    } else if isGarage {
      kind = .barrier
      attributes.isCarRamp = true
    } else if case .open(let someone) = access, someone != .everyone, !isPlace {
      kind = .barrier
    } else {
      return nil
    }
  }

  /// Whether tags say that nobody crosses a road here.
  private static func isNoCrossing(_ tags: OSMTags) -> Bool {
    tags["crossing"] == "no" && !["yes", "designated"].contains(tags["foot"])
  }

  /// Whether cars come into a garage here, and nothing says that people on foot do.
  private static func isGarageEntrance(_ tags: OSMTags) -> Bool {
    tags["amenity"] == "parking_entrance" && tags["parking"] != "surface"
      && !["yes", "designated", "permissive"].contains(tags["foot"])
  }

  /// The kind of a barrier; nil where it is none to people on foot, `connector` where it is a wall to them.
  private static func kind(
    ofBarrier barrier: String, _ tags: OSMTags, access: FootAccess, _ attributes: inout EdgeAttributes
  ) -> EdgeKind? {
    let isOpen = if case .open = access { true } else { false }
    if tags["sensory"] != nil { return nil }
    switch barrier {
    case "wall", "fence", "hedge", "retaining_wall", "city_wall", "guard_rail", "jersey_barrier", "ditch",
      "cable_barrier", "handrail":
      return isOpen ? .barrier : .connector
    case "stile", "kissing_gate", "turnstile", "full-height_turnstile", "horse_stile", "squeeze",
      "motorcycle_barrier", "log", "wicket_gate", "hampshire_gate", "step", "cattle_grid":
      attributes.stopsWheels = attributes.wheelchair != .yes
      return .barrier
    case "gate", "lift_gate", "swing_gate", "sliding_gate", "sliding_beam", "door", "chain", "rope":
      return tags["locked"] == "yes" && !isOpen ? .connector : .barrier
    case "bollard", "block", "cycle_barrier", "chicane", "planter":
      return .barrier
    default: return nil
    }
  }
}
