/// Yes, no, or what the map doesn't say.
public enum Trilean: UInt8, Sendable {
  /// The map doesn't say.
  case unknown = 0
  /// Yes.
  case yes = 1
  /// No.
  case no = 2

  /// The value as an optional.
  public var flag: Bool? {
    switch self {
    case .unknown: nil
    case .yes: true
    case .no: false
    }
  }
}

/// How a wheelchair copes, as the map states it.
public enum WheelchairAccess: UInt8, Sendable {
  /// The map doesn't say.
  case unknown = 0
  /// Fully accessible.
  case yes = 1
  /// With help or with difficulty.
  case limited = 2
  /// Not accessible.
  case no = 3
}

/// What lies underfoot.
public enum Surface: UInt8, Sendable {
  /// The map doesn't say.
  case unknown = 0
  /// Smooth and hard: asphalt, concrete, tiles, paving stones.
  case smooth = 1
  /// Hard but bumpy: sett, cobblestone, grids.
  case bumpy = 2
  /// Firm: compacted or fine gravel, wood.
  case firm = 3
  /// Loose or soft: gravel, earth, grass, sand.
  case loose = 4
}

/// Who may go here.
public enum AccessClass: UInt8, Sendable {
  /// Everyone.
  case everyone = 0
  /// Those who live or have business there.
  case residents = 1
  /// Staff only.
  case staff = 2
  /// Patients on their way to the emergency department, and staff.
  ///
  /// Visitors may pass in need: at night it's often the only door that is open. So it is the last resort of a
  /// search rather than closed.
  case emergency = 3
}

/// Whom an elevator carries.
public enum ElevatorClass: UInt8, Sendable {
  /// The public; what else fits isn't said.
  case everyone = 0
  /// Beds, with staff.
  case bed = 1
  /// Staff and goods.
  case staff = 2
}

/// How a kerb meets the road.
public enum Kerb: UInt8, Sendable {
  /// The map doesn't say.
  case unknown = 0
  /// No step at all, or at most 3 cm.
  case lowered = 1
  /// A step.
  case raised = 2
  /// Rounded or sloped: 3 to 10 cm.
  case rolled = 3
}

/// What else the map says of an edge, packed into 8 bytes; all zero is "nothing known".
public struct EdgeAttributes: Codable, Hashable, Sendable, BitwiseCopyable {
  /// The packed bits.
  package private(set) var rawValue: UInt64 = 0

  /// Nothing known.
  public init() {}

  private subscript(shift: UInt64, width: UInt64) -> UInt8 {
    get { UInt8(truncatingIfNeeded: rawValue >> shift & (1 << width - 1)) }
    set {
      let mask: UInt64 = (1 << width - 1) << shift
      rawValue = rawValue & ~mask | UInt64(newValue) << shift & mask
    }
  }

  /// Whether a wheelchair can use it.
  public package(set) var wheelchair: WheelchairAccess {
    get { WheelchairAccess(rawValue: self[0, 2]) ?? .unknown }
    set { self[0, 2] = newValue.rawValue }
  }
  /// Whether it is lit.
  public package(set) var lit: Trilean {
    get { Trilean(rawValue: self[2, 2]) ?? .unknown }
    set { self[2, 2] = newValue.rawValue }
  }
  /// Whether there is a handrail.
  public package(set) var handrail: Trilean {
    get { Trilean(rawValue: self[4, 2]) ?? .unknown }
    set { self[4, 2] = newValue.rawValue }
  }
  /// What lies underfoot.
  public package(set) var surface: Surface {
    get { Surface(rawValue: self[6, 3]) ?? .unknown }
    set { self[6, 3] = newValue.rawValue }
  }
  /// Who may go here.
  public package(set) var access: AccessClass {
    get { AccessClass(rawValue: self[9, 2]) ?? .everyone }
    set { self[9, 2] = newValue.rawValue }
  }
  /// Whom an elevator carries.
  public package(set) var elevator: ElevatorClass {
    get { ElevatorClass(rawValue: self[11, 2]) ?? .everyone }
    set { self[11, 2] = newValue.rawValue }
  }
  /// How a kerb meets the road.
  public package(set) var kerb: Kerb {
    get { Kerb(rawValue: self[13, 3]) ?? .unknown }
    set { self[13, 3] = newValue.rawValue }
  }
  /// Whether a door opens by itself.
  public package(set) var automatic: Trilean {
    get { Trilean(rawValue: self[16, 2]) ?? .unknown }
    set { self[16, 2] = newValue.rawValue }
  }
  /// Whether stairs have a ramp for wheels beside them.
  public package(set) var wheelRamp: Trilean {
    get { Trilean(rawValue: self[18, 2]) ?? .unknown }
    set { self[18, 2] = newValue.rawValue }
  }
  /// Whether a crossing has traffic lights.
  public package(set) var signals: Trilean {
    get { Trilean(rawValue: self[20, 2]) ?? .unknown }
    set { self[20, 2] = newValue.rawValue }
  }
  /// Whether there is tactile paving.
  public package(set) var tactilePaving: Trilean {
    get { Trilean(rawValue: self[22, 2]) ?? .unknown }
    set { self[22, 2] = newValue.rawValue }
  }
  /// Whether it lies inside a building.
  public package(set) var isIndoor: Bool {
    get { self[24, 1] == 1 }
    set { self[24, 1] = newValue ? 1 : 0 }
  }
  /// Whether it is the edge of a room, which walls enclose.
  public package(set) var isRoom: Bool {
    get { self[25, 1] == 1 }
    set { self[25, 1] = newValue ? 1 : 0 }
  }
  /// Whether the way is meant for others than walkers first: a busy road, a cycleway.
  public package(set) var isUncomfortable: Bool {
    get { self[26, 1] == 1 }
    set { self[26, 1] = newValue ? 1 : 0 }
  }
  /// Whether a passage is the way into or out of a building.
  public package(set) var isEntrance: Bool {
    get { self[27, 1] == 1 }
    set { self[27, 1] = newValue ? 1 : 0 }
  }
  /// Whether the slope is stated to rise (yes) or fall (no) from tail to head.
  public package(set) var rises: Trilean {
    get { Trilean(rawValue: self[28, 2]) ?? .unknown }
    set { self[28, 2] = newValue.rawValue }
  }
  /// Whether this is a barrier that wheels can't pass: a stile, a block, a turnstile.
  public package(set) var stopsWheels: Bool {
    get { self[30, 1] == 1 }
    set { self[30, 1] = newValue ? 1 : 0 }
  }
  /// Whether it is the carriageway of a trunk road without a sidewalk: for want of anything else.
  public package(set) var isTrunkRoad: Bool {
    get { self[31, 1] == 1 }
    set { self[31, 1] = newValue ? 1 : 0 }
  }
  /// How long an elevator's cabin is inside, from its door on, in centimetres; 0 where the map doesn't say.
  ///
  /// Kept in steps of 5 cm, rounded down, up to 12.75 m.
  public package(set) var cabinLength: Int {
    get { Int(self[33, 8]) * 5 }
    set { self[33, 8] = UInt8(clamping: newValue / 5) }
  }
  /// What an elevator carries, in kilograms; 0 where the map doesn't say.
  ///
  /// Kept in steps of 25 kg, rounded down, up to 6375 kg; what is less than a step is a step.
  public package(set) var elevatorLoad: Int {
    get { Int(self[42, 8]) * 25 }
    set { self[42, 8] = newValue > 0 ? UInt8(clamping: max(newValue / 25, 1)) : 0 }
  }
  /// Whether it may stand still or run the other way at times: an escalator or a moving walk.
  public package(set) var mayStandStill: Bool {
    get { self[41, 1] == 1 }
    set { self[41, 1] = newValue ? 1 : 0 }
  }
  /// Whether it leads across an open area, which knows best where one may step onto it.
  public package(set) var isMesh: Bool {
    get { self[32, 1] == 1 }
    set { self[32, 1] = newValue ? 1 : 0 }
  }
  /// Whether a road is signposted for deliveries or for those who have a permit.
  public package(set) var needsPermit: Bool {
    get { self[61, 1] == 1 }
    set { self[61, 1] = newValue ? 1 : 0 }
  }
  /// Whether a road is where cars drive to their spaces.
  public package(set) var isLane: Bool {
    get { self[60, 1] == 1 }
    set { self[60, 1] = newValue ? 1 : 0 }
  }
  /// Whether cars come down or up here from one level to another, as into a garage: no way for people on foot, but
  /// sometimes the only one.
  public package(set) var isCarRamp: Bool {
    get { self[50, 1] == 1 }
    set { self[50, 1] = newValue ? 1 : 0 }
  }
  /// Whether it is in a room whose doors the map doesn't show: where one comes in is assumed.
  public package(set) var isEntryAssumed: Bool {
    get { self[51, 1] == 1 }
    set { self[51, 1] = newValue ? 1 : 0 }
  }
}
