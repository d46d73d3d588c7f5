/// What one walks, rides or passes on an edge.
public enum EdgeKind: UInt8, Codable, Sendable, CaseIterable {
  /// A road that vehicles use too.
  case road = 0
  /// A footway, sidewalk or pedestrian street.
  case footway = 1
  /// A path, track, cycleway or bridleway.
  case path = 2
  /// A marked place to cross a road.
  case crossing = 3
  /// A corridor inside a building.
  case corridor = 4
  /// A straight way across an open area, or along its outline: a square, a hall, a room.
  case area = 5
  /// A platform.
  case platform = 6
  /// Stairs.
  case stairs = 7
  /// An escalator.
  case escalator = 8
  /// A moving walk: flat or gently sloped.
  case movingWalk = 9
  /// A ramp.
  case ramp = 10
  /// Waiting for an elevator and stepping in.
  case elevatorBoard = 11
  /// Riding an elevator to the next floor that it serves.
  case elevatorRide = 12
  /// Stepping out of an elevator.
  case elevatorAlight = 13
  /// A door or an entrance.
  case door = 14
  /// A gate, turnstile, bollard or another barrier that one can pass.
  case barrier = 15
  /// A kerb.
  case kerb = 16
  /// A ferry.
  case ferry = 17
  /// A join without length between two parts of a map that meet.
  case connector = 18

  /// The word for this kind in the JSON contract; the three parts of an elevator ride are one.
  public var name: String {
    switch self {
    case .road: "road"
    case .footway: "footway"
    case .path: "path"
    case .crossing: "crossing"
    case .corridor: "corridor"
    case .area: "crossing-area"
    case .platform: "platform"
    case .stairs: "stairs"
    case .escalator: "escalator"
    case .movingWalk: "moving-walk"
    case .ramp: "ramp"
    case .elevatorBoard, .elevatorRide, .elevatorAlight: "elevator"
    case .door: "door"
    case .barrier: "barrier"
    case .kerb: "kerb"
    case .ferry: "ferry"
    case .connector: "connector"
    }
  }

  /// Whether this is a part of an elevator ride.
  public var isElevator: Bool { self == .elevatorBoard || self == .elevatorRide || self == .elevatorAlight }

  /// Whether one passes it rather than walks along it: a door, a gate, a kerb.
  var isPassage: Bool { self == .door || self == .barrier || self == .kerb }

  /// Whether a place may be snapped to an edge of this kind: one can't start in an elevator or on a ferry.
  @inlinable package var isSnappable: Bool {
    switch self {
    case .elevatorBoard, .elevatorRide, .elevatorAlight, .door, .barrier, .kerb, .ferry, .connector: false
    default: true
    }
  }
}
