/// Who travels: speeds, dislikes and hard limits.
///
/// Plain data: start from a standard profile and change it, make one, or read one out of JSON.
///
/// ```swift
/// var profile = Profile.olderWalker
/// profile.name = "walking-frame"
/// profile.speed = 0.6
/// ```
///
/// Values have bounds. Whatever takes a profile checks them with ``validate()``: planners refuse a request, the compiler a
/// compilation, readers of JSON the text; all name the property, its value and what it may be.
///
/// Durations are what the clock shows; costs are perceived time, which the search minimises. A *factor*
/// multiplies a duration into a cost and is at least 1. Lengths are metres, loads kilograms.
public struct Profile: Hashable, Sendable {
  /// A short word for it, as on the command line: 1 to 16 letters a to z, digits or hyphens.
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
  /// The least clear width in metres, to whole centimetres, where the map says one.
  public var minimumWidth: Double
  /// The least length of an elevator's cabin in metres, to whole centimetres, where the map says one; nil for any.
  public var minimumCabinLength: Double?
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
  /// The factor on ways outdoors that aren't lit, for those who walk by night: where the map says so, and on paths
  /// unless it says that they are.
  public var unlitFactor: Double
  /// The factor on ways without tactile paving, for those whom it guides; where the map doesn't say, there is none.
  public var unguidedFactor: Double
  /// Seconds to open and pass a door by hand.
  public var doorSeconds: Double
  /// Seconds of waiting at traffic lights.
  public var signalSeconds: Double

  /// Makes a profile; what isn't given is as for ``walker``.
  ///
  /// It isn't checked before it is used, see ``validate()``.
  public init(
    name: String, speed: Double = 1.33, secondsPerStepUp: Double? = 0.6, secondsPerStepDown: Double? = 0.45,
    stairsFactor: Double = 1.8, escalatorFactor: Double? = 1, elevatorWait: Double = 40,
    secondsPerLevel: Double = 2.5, usesBedElevators: Bool = false, usesPublicElevators: Bool = true,
    isStaff: Bool = false, minimumWidth: Double = 0.3, minimumCabinLength: Double? = nil,
    minimumElevatorLoad: Int? = nil, maximumIncline: Int = 1000, comfortableIncline: Int = 60,
    inclineSensitivity: Double = 2, needsWheelchairAccess: Bool = false, rolls: Bool = false,
    stopsAtRaisedKerbs: Bool = false, bumpyFactor: Double = 1, looseFactor: Double = 1.1,
    unlitFactor: Double = 1, unguidedFactor: Double = 1, doorSeconds: Double = 2, signalSeconds: Double = 15
  ) {
    self.name = name
    self.speed = speed
    self.secondsPerStepUp = secondsPerStepUp
    self.secondsPerStepDown = secondsPerStepDown
    self.stairsFactor = stairsFactor
    self.escalatorFactor = escalatorFactor
    self.elevatorWait = elevatorWait
    self.secondsPerLevel = secondsPerLevel
    self.usesBedElevators = usesBedElevators
    self.usesPublicElevators = usesPublicElevators
    self.isStaff = isStaff
    self.minimumWidth = minimumWidth
    self.minimumCabinLength = minimumCabinLength
    self.minimumElevatorLoad = minimumElevatorLoad
    self.maximumIncline = maximumIncline
    self.comfortableIncline = comfortableIncline
    self.inclineSensitivity = inclineSensitivity
    self.needsWheelchairAccess = needsWheelchairAccess
    self.rolls = rolls
    self.stopsAtRaisedKerbs = stopsAtRaisedKerbs
    self.bumpyFactor = bumpyFactor
    self.looseFactor = looseFactor
    self.unlitFactor = unlitFactor
    self.unguidedFactor = unguidedFactor
    self.doorSeconds = doorSeconds
    self.signalSeconds = signalSeconds
  }
}
