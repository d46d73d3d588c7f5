import Geodesy

/// How one gets out of a car.
public enum HandoffKind: UInt8, Sendable {
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
}

/// Where a journey changes from the car to walking, or back.
///
/// 40 bytes.
///
/// It knows where that is, not what is there in any network: both sides are found when an atlas is opened.
public struct HandoffRecord: Sendable, BitwiseCopyable {
  /// The feature that it comes from; its name is that of the place from the same source.
  public var source: Source
  /// Where cars stop.
  public var drive: Coordinate
  /// Where people walk on.
  public var walk: Coordinate
  /// What changing takes, in milliseconds: ticket, search for a space, payment; or stepping out.
  public var transfer: UInt32
  /// The number of spaces for disabled people; 65535 where the map doesn't say.
  public var disabledCapacity: UInt16
  /// The level where people walk on.
  public var level: Level
  var kindValue: UInt8
  /// 1 where the map says that it costs something.
  var feeValue: UInt8
  /// 1 where the map says the level.
  var levelKnown: UInt16
  var reserved: UInt32 = 0

  /// What ``disabledCapacity`` is where the map doesn't say.
  public static let unknownCapacity = UInt16.max

  /// Makes a handoff.
  public init(
    _ kind: HandoffKind, source: Source, drive: Coordinate, walk: Coordinate, level: Level?, transfer: UInt32,
    disabledCapacity: UInt16 = unknownCapacity, hasFee: Bool = false
  ) {
    self.source = source
    self.drive = drive
    self.walk = walk
    self.transfer = transfer
    self.disabledCapacity = disabledCapacity
    self.level = level ?? .ground
    kindValue = kind.rawValue
    feeValue = hasFee ? 1 : 0
    levelKnown = level == nil ? 0 : 1
  }

  /// How one gets out of the car.
  public var kind: HandoffKind { HandoffKind(rawValue: kindValue) ?? .parkingLot }
  /// Whether the map says that it costs something.
  public var hasFee: Bool { feeValue != 0 }
  /// The level, where the map says one.
  public var statedLevel: Level? { levelKnown == 0 ? nil : level }
}
