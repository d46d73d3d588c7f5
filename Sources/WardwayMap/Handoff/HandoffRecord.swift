import Geodesy

/// How one gets out of a car.
public enum HandoffKind: UInt8, Codable, Sendable, CaseIterable {
  /// A car park in the open.
  case parkingLot = 0
  /// A car park on several floors.
  case parkingGarage = 1
  /// A car park below ground.
  case undergroundParking = 2
  /// Along a street.
  case streetParking = 3
  /// Somebody else drives on.
  case dropOff = 4

  /// A stable word for it, as it appears in JSON.
  public var name: String {
    switch self {
    case .parkingLot: "parking-lot"
    case .parkingGarage: "parking-garage"
    case .undergroundParking: "underground-parking"
    case .streetParking: "street-parking"
    case .dropOff: "drop-off"
    }
  }

  /// Whether the car stays.
  public var isParking: Bool { self != .dropOff }
  /// Whether the car stands under a roof.
  package var isCovered: Bool { self == .parkingGarage || self == .undergroundParking }
}

/// Who may leave a car somewhere.
///
/// What is for residents, permit holders, buses and the like is no handoff at all.
package enum HandoffUsers: UInt8, Sendable, Comparable {
  /// Everyone.
  case everyone = 0
  /// Those who have business at what it belongs to: patients and visitors on a hospital's campus.
  case customers = 1
  /// Those who work there.
  case staff = 2

  /// The more there are, the less it is.
  package static func < (a: HandoffUsers, b: HandoffUsers) -> Bool { a.rawValue < b.rawValue }
}

/// Where a journey changes from the car to walking, or back.
///
/// 48 bytes.
///
/// It knows where that is, not what is there in any network: both sides are found when an atlas is opened. A
/// car park that people leave in several places has a record for each; so has each stretch of a street.
package struct HandoffRecord: Sendable, BitwiseCopyable {
  /// What else holds, as bits.
  struct Traits: OptionSet, BitwiseCopyable {
    let rawValue: UInt16
    static let hasLevel = Traits(rawValue: 1)
    static let charges = Traits(rawValue: 2)
    static let assumed = Traits(rawValue: 4)
    static let onlyDisabled = Traits(rawValue: 8)
  }

  /// The feature that it comes from; its name is that of the place from the same source.
  package var source: FeatureID
  /// Where cars stop.
  package var drive: Coordinate
  /// Where people walk on.
  package var walk: Coordinate
  /// What changing takes, in milliseconds: ticket, search for a space, payment; or stepping out.
  ///
  /// See ``HandoffTimes``.
  package var transfer: UInt32
  /// What it takes those who may use a space for disabled people.
  package var disabledTransfer: UInt32
  /// The number of spaces; 0 where the map doesn't say.
  package var capacity: UInt16 = 0
  /// The number of spaces for disabled people; ``unknownCapacity`` where the map doesn't say whether there are
  /// any, ``someCapacity`` where it doesn't say how many.
  package var disabledCapacity = unknownCapacity
  /// The height that fits in, in centimetres; 0 where the map doesn't say; ``mostHeight`` in metres.
  package var maximumHeight: UInt16 = 0
  /// How long a car may stay, in minutes; 0 where the map sets no limit.
  package var maximumStay: UInt16 = 0
  /// The level where people walk on.
  package var level: Level
  var kindValue: UInt8
  var usersValue: UInt8 = 0
  var traitBits: UInt16 = 0
  var reserved: UInt16 = 0

  /// What ``disabledCapacity`` is where the map doesn't say.
  package static let unknownCapacity = UInt16.max
  /// What ``disabledCapacity`` is where the map says that there are some.
  package static let someCapacity = UInt16.max - 1
  /// How far from the end of a journey what it leads to may park its customers, in metres.
  package static let customersReach = 150.0

  /// Makes a handoff that takes the typical time.
  package init(
    _ kind: HandoffKind, source: FeatureID, drive: Coordinate, walk: Coordinate, level: Level?,
    charges: Bool = false
  ) {
    self.source = source
    self.drive = drive
    self.walk = walk
    self.level = level ?? .ground
    kindValue = kind.rawValue
    let exit = distance(drive, walk)
    transfer = HandoffTimes.milliseconds(kind, charges: charges, isReserved: false, metresToExit: exit)
    disabledTransfer = HandoffTimes.milliseconds(
      kind, charges: charges, isReserved: true, metresToExit: exit)
    if level != nil { traits.insert(.hasLevel) }
    if charges { traits.insert(.charges) }
  }

  private var traits: Traits {
    get { Traits(rawValue: traitBits) }
    set { traitBits = newValue.rawValue }
  }

  private func says(_ trait: Traits) -> Bool { traits.contains(trait) }

  private mutating func set(_ trait: Traits, _ value: Bool) {
    if value { traits.insert(trait) } else { traits.remove(trait) }
  }

  /// How one gets out of the car.
  package var kind: HandoffKind { HandoffKind(rawValue: kindValue) ?? .parkingLot }
  /// The height that fits in, in metres; nil where the map doesn't say.
  package var mostHeight: Double? { maximumHeight == 0 ? nil : Double(maximumHeight) / 100 }
  /// Whom it is meant for.
  package var users: HandoffUsers {
    get { HandoffUsers(rawValue: usersValue) ?? .staff }
    set { usersValue = newValue.rawValue }
  }
  /// Whether one pays or takes a ticket there, as far as the map says.
  package var charges: Bool { says(.charges) }
  /// The level, where the map says one.
  package var statedLevel: Level? { says(.hasLevel) ? level : nil }
  /// Whether the map doesn't show it: a place on a road near a door, where stopping isn't known to be forbidden.
  package var isAssumed: Bool {
    get { says(.assumed) }
    set { set(.assumed, newValue) }
  }
  /// Whether all its spaces are for disabled people.
  package var isForDisabledOnly: Bool {
    get { says(.onlyDisabled) }
    set { set(.onlyDisabled, newValue) }
  }
  /// Whether the map shows spaces for disabled people.
  package var hasDisabledSpaces: Bool {
    isForDisabledOnly || disabledCapacity > 0 && disabledCapacity != Self.unknownCapacity
  }
}

extension HandoffRecord {
  /// Whether somebody may get out here.
  ///
  /// - Parameter endsHere: Whether the journey ends at what this belongs to: on the campus whose file has it,
  ///   or within ``customersReach`` of ``walk``.
  package func admits(_ profile: Profile, endsHere: Bool) -> Bool {
    if isForDisabledOnly && !profile.needsWheelchairAccess { return false }
    switch users {
    case .everyone: return true
    case .customers: return endsHere || profile.isStaff
    case .staff: return profile.isStaff
    }
  }

  /// What changing takes somebody, in milliseconds.
  package func transfer(for profile: Profile) -> UInt32 {
    profile.needsWheelchairAccess && hasDisabledSpaces ? disabledTransfer : transfer
  }
}
