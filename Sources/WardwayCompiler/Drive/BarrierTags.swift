import WardwayMap

/// What a node does to vehicles that come through it.
struct RoadNode {
  /// Who gets through.
  enum Passage {
    case everyone
    /// Ordinary vehicles only where their journey starts or ends behind it; emergency vehicles always.
    case endsOnly
    /// Emergency vehicles only.
    case emergencyOnly
    case nobody
  }

  var passage = Passage.everyone
  var traits = JunctionTraits()
  /// Lights and signs, to be counted where the node lies inside an edge.
  var wait: DriveEdgeRecord.Wait?
  /// For which directions of the way they are: bit 0 along it, bit 1 against it; nil where nobody says.
  var waitDirections: UInt8?

  /// The number of the motorway exit that begins here, or "".
  var exit = ""

  /// Reads a node's tags; nil where vehicles don't notice the node.
  init?(_ tags: OSMTags) {
    guard !tags.isEmpty else { return nil }
    let barrier = tags["barrier"]
    if let barrier { readBarrier(barrier, tags) }
    if barrier != nil || tags["highway"] == nil, RoadClassifier.isTooSmall(tags) { passage = .nobody }
    readSigns(tags)
    if tags["highway"] == "mini_roundabout" { traits.insert(.miniRoundabout) }
    if tags["highway"] == "motorway_junction" { exit = tags["ref"] ?? "" }
    if passage == .everyone, traits.isEmpty, wait == nil, exit.isEmpty { return nil }
  }

  /// Whether edges have to end here.
  var cutsEdges: Bool { passage != .everyone || traits.contains(.gate) || traits.contains(.booth) }

  private mutating func readBarrier(_ barrier: String, _ tags: OSMTags) {
    let stated = VehicleAccess(tags)
    let emergency = EmergencyAccess.of(tags)
    switch barrier {
    case "no", "entrance", "kerb", "cattle_grid", "height_restrictor", "sally_port", "checkpoint", "arch",
      "speed_bump", "bump_gate", "opening":
      passage = stated == .closed ? .emergencyOnly : stated == .endsOnly ? .endsOnly : .everyone
    case "toll_booth", "border_control":
      traits.insert(.booth)
      passage = stated == .closed ? .emergencyOnly : .everyone
    case "gate", "lift_gate", "swing_gate", "sliding_gate", "sliding_beam", "hampshire_gate",
      "rising_bollard":
      traits.insert(.gate)
      let isLocked = tags["locked"] == "yes"
      switch stated {
      case .open: passage = .everyone
      case .endsOnly: passage = .endsOnly
      case .closed: passage = .emergencyOnly
      case .unstated: passage = isLocked || barrier == "rising_bollard" ? .emergencyOnly : .everyone
      }
    case "bollard", "chain", "rope", "bus_trap", "sump_buster":
      let moves =
        ["removable", "rising", "foldable", "flexible"].contains(tags["bollard"])
        || barrier == "chain" || barrier == "rope"
      switch stated {
      case .open: passage = .everyone
      case .endsOnly: passage = .endsOnly
      case .closed, .unstated: passage = moves || emergency == true ? .emergencyOnly : .nobody
      }
    default:
      switch stated {
      case .open: passage = .everyone
      case .endsOnly: passage = .endsOnly
      case .closed, .unstated: passage = emergency == true ? .emergencyOnly : .nobody
      }
    }
    if emergency == false, passage == .emergencyOnly { passage = .nobody }
  }

  private mutating func readSigns(_ tags: OSMTags) {
    switch tags["highway"] {
    case "traffic_signals": wait = .signals
    case "crossing" where tags["crossing"] == "traffic_signals" || tags["crossing:signals"] == "yes":
      wait = .signals
    case "stop": wait = .stop
    case "give_way": wait = .giveWay
    default: return
    }
    switch tags["traffic_signals:direction"] ?? tags["direction"] {
    case "forward": waitDirections = 1
    case "backward": waitDirections = 2
    case "both": waitDirections = 3
    default: waitDirections = wait == .signals ? 3 : nil
    }
    switch wait {
    case .signals: traits.insert(.signals)
    case .stop where tags["stop"] == "all": traits.insert(.stop)
    default: break
    }
  }
}
