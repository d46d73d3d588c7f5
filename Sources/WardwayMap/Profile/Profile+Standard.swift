/// The standard profiles and where their figures come from.
///
/// Speeds: comfortable gait is 1.27 to 1.46 m/s for adults (Bohannon 1997) and 0.94 to 1.26 m/s from 70
/// years on (Bohannon and Andrews 2011); manual wheelchairs are pushed at 0.8 to 1.1 m/s. Stairs: 0.51 m/s up
/// and 0.67 m/s down along the horizontal (Fruin 1971), which with a tread of 0.3 m is 0.6 and 0.45 s a step.
/// Elevators: hospitals are planned for intervals of 30 to 50 s (CIBSE Guide D); 2.5 s a level is 1.6 m/s.
/// Width and slope for wheelchairs: ISO 21542 and the ADA ask for 0.8 to 0.915 m and at most 1:12; a hospital
/// bed is about 1.0 m wide. Cabins: a wheelchair is up to 1.2 m long (ISO 7176-5), a bed 2.2 m (IEC 60601-2-52).
/// Loads: a manual wheelchair with a heavy user weighs up to 200 kg, and lifting platforms are built for 250 kg and
/// more (EN 81-41); a bed with its patient weighs up to 350 kg (IEC 60601-2-52 asks for a safe working load of at least
/// 170 kg above its own weight), with two people beside it 500 kg.
extension Profile {
  /// An adult on foot, nothing hard to do.
  public static let walker = Profile(
    name: "walker", speed: 1.33, secondsPerStepUp: 0.6, secondsPerStepDown: 0.45, stairsFactor: 1.8,
    escalatorFactor: 1, elevatorWait: 40, secondsPerLevel: 2.5, usesBedElevators: false,
    usesPublicElevators: true, isStaff: false, minimumWidth: 0.3, maximumIncline: 1000,
    comfortableIncline: 60, inclineSensitivity: 2, needsWheelchairAccess: false, rolls: false,
    stopsAtRaisedKerbs: false, bumpyFactor: 1, looseFactor: 1.1, doorSeconds: 2, signalSeconds: 15)

  /// An older or weaker person on foot: slower, and stairs are a burden.
  public static let olderWalker = Profile(
    name: "older-walker", speed: 0.9, secondsPerStepUp: 1.1, secondsPerStepDown: 1.1, stairsFactor: 3,
    escalatorFactor: 1.5, elevatorWait: 40, secondsPerLevel: 2.5, usesBedElevators: false,
    usesPublicElevators: true, isStaff: false, minimumWidth: 0.3, maximumIncline: 200,
    comfortableIncline: 40, inclineSensitivity: 8, needsWheelchairAccess: false, rolls: false,
    stopsAtRaisedKerbs: false, bumpyFactor: 1.2, looseFactor: 1.3, doorSeconds: 4, signalSeconds: 20)

  /// A parent with a stroller: stairs only where there is no other way, no escalators.
  public static let stroller = Profile(
    name: "stroller", speed: 1.1, secondsPerStepUp: 2, secondsPerStepDown: 2, stairsFactor: 20,
    escalatorFactor: nil, elevatorWait: 45, secondsPerLevel: 2.5, usesBedElevators: false,
    usesPublicElevators: true, isStaff: false, minimumWidth: 0.6, minimumCabinLength: 1, maximumIncline: 200,
    comfortableIncline: 60, inclineSensitivity: 8, needsWheelchairAccess: false, rolls: true,
    stopsAtRaisedKerbs: false, bumpyFactor: 1.3, looseFactor: 1.6, doorSeconds: 5, signalSeconds: 15)

  /// A person in a manual wheelchair: no steps at all.
  public static let wheelchair = Profile(
    name: "wheelchair", speed: 0.9, secondsPerStepUp: nil, secondsPerStepDown: nil, stairsFactor: 1,
    escalatorFactor: nil, elevatorWait: 45, secondsPerLevel: 2.5, usesBedElevators: false,
    usesPublicElevators: true, isStaff: false, minimumWidth: 0.8, minimumCabinLength: 1.2,
    minimumElevatorLoad: 200,
    maximumIncline: 125,
    comfortableIncline: 40, inclineSensitivity: 15, needsWheelchairAccess: true, rolls: true,
    stopsAtRaisedKerbs: true, bumpyFactor: 1.5, looseFactor: 2, doorSeconds: 6, signalSeconds: 15)

  /// A hospital bed, pushed by staff: wide doors, bed elevators rather than the public's.
  public static let bed = Profile(
    name: "bed", speed: 0.8, secondsPerStepUp: nil, secondsPerStepDown: nil, stairsFactor: 1,
    escalatorFactor: nil, elevatorWait: 45, secondsPerLevel: 2.5, usesBedElevators: true,
    usesPublicElevators: true, isStaff: true, minimumWidth: 1.1, minimumCabinLength: 2.2,
    minimumElevatorLoad: 500,
    maximumIncline: 83,
    comfortableIncline: 30, inclineSensitivity: 20, needsWheelchairAccess: true, rolls: true,
    stopsAtRaisedKerbs: true, bumpyFactor: 2, looseFactor: 4, doorSeconds: 8, signalSeconds: 15)

  /// A member of the hospital's staff: every door and elevator opens.
  public static let staff = Profile(
    name: "staff", speed: 1.4, secondsPerStepUp: 0.55, secondsPerStepDown: 0.42, stairsFactor: 1,
    escalatorFactor: 1, elevatorWait: 40, secondsPerLevel: 2.5, usesBedElevators: true,
    usesPublicElevators: true, isStaff: true, minimumWidth: 0.3, maximumIncline: 1000,
    comfortableIncline: 80, inclineSensitivity: 2, needsWheelchairAccess: false, rolls: false,
    stopsAtRaisedKerbs: false, bumpyFactor: 1, looseFactor: 1, doorSeconds: 2, signalSeconds: 15)

  /// The profiles that an atlas is compiled for, by name: `walker` and its kin.
  public static let standard: [Profile] = [.walker, .olderWalker, .stroller, .wheelchair, .bed, .staff]

  /// Returns the standard profile of this name.
  public static func named(_ name: String) -> Profile? { standard.first { $0.name == name } }
}
