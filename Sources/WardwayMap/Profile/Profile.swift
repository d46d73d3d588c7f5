/// Who travels: speeds, dislikes and hard limits.
///
/// Plain data; an app can make its own out of JSON.
///
/// Durations are what the clock shows; costs are perceived time, which the search minimises. A *factor*
/// multiplies a duration into a cost and is at least 1.
public struct Profile: Hashable, Sendable {
  /// A short word for it, as on the command line.
  public var name: String
  /// Walking speed on the flat, in metres a second.
  public var speed: Double
  /// Seconds for a step of stairs upwards; nil forbids stairs.
  public var secondsPerStepUp: Double?
  /// Seconds for a step of stairs downwards; nil forbids stairs.
  public var secondsPerStepDown: Double?
  /// How much worse climbing stairs is than walking for the same time.
  public var stairsFactor: Double
  /// How much worse an escalator is than walking for the same time; nil forbids it.
  public var escalatorFactor: Double?
  /// Seconds of waiting for an elevator, its doors included.
  public var elevatorWait: Double
  /// Seconds that an elevator takes for a level.
  public var secondsPerLevel: Double
  /// Whether elevators for beds may be used.
  public var usesBedElevators: Bool
  /// Whether elevators for the public may be used.
  public var usesPublicElevators: Bool
  /// Whether corridors and elevators for staff may be used.
  public var isStaff: Bool
  /// The least clear width in centimetres, where the map says one.
  public var minimumWidth: Int
  /// The least length of an elevator's cabin in centimetres, where the map says one; nil for any.
  public var minimumCabinLength: Int?
  /// What an elevator has to carry in kilograms, where the map says what it carries: the traveller with what rolls
  /// and who comes along; nil for any.
  public var minimumElevatorLoad: Int?
  /// The steepest slope in thousandths of the length, where the map says one.
  public var maximumIncline: Int
  /// The slope from which on it gets arduous, in thousandths.
  public var comfortableIncline: Int
  /// How much a slope slows and tires: the growth of the factor for each 100 % of slope beyond comfort.
  public var inclineSensitivity: Double
  /// Whether what the map calls inaccessible to wheelchairs is forbidden, and limited access disliked.
  public var needsWheelchairAccess: Bool
  /// Whether the traveller rolls: kerbs, stiles and bumpy or loose ground matter.
  public var rolls: Bool
  /// Whether a raised kerb, where the map says there is one, can't be passed.
  public var stopsAtRaisedKerbs: Bool
  /// The factor on bumpy ground.
  public var bumpyFactor: Double
  /// The factor on loose ground.
  public var looseFactor: Double
  /// Seconds to open and pass a door by hand.
  public var doorSeconds: Double
  /// Seconds of waiting at traffic lights.
  public var signalSeconds: Double

  /// The profiles that an atlas is compiled for, by name: `walker` and its kin.
  public static let standard: [Profile] = [.walker, .olderWalker, .stroller, .wheelchair, .bed, .staff]

  /// Returns the standard profile of this name.
  public static func named(_ name: String) -> Profile? { standard.first { $0.name == name } }
}
