import WardwayMap

/// Something that the traveller should know: the journey relied on what the map doesn't say, or isn't easy.
public struct Notice: Codable, Hashable, Sendable {
  /// What it is about; its raw value is its word in JSON.
  public enum Code: String, Codable, Hashable, Sendable, CaseIterable {
    /// The map doesn't say whether a wheelchair can pass.
    case unknownWheelchair = "unknown-wheelchair"
    /// The map doesn't say how wide a door is.
    case unknownWidth = "unknown-width"
    /// The map doesn't say what lies underfoot.
    case unknownSurface = "unknown-surface"
    /// A wheelchair passes only with difficulty or help.
    case limitedWheelchair = "limited-wheelchair"
    /// The way is private.
    case privateWay = "private-way"
    /// The slope is steep for who travels.
    case steep
    /// One walks along a busy road without a sidewalk.
    case busyRoad = "busy-road"
    /// There is a kerb.
    case kerb
    /// The map doesn't say how steep a slope is.
    case unknownIncline = "unknown-incline"
    /// The map doesn't say which way an escalator runs.
    case escalatorDirection = "escalator-direction-unknown"
    /// One walks on a ramp for cars.
    case carRamp = "car-ramp"
    /// The map doesn't show the door of a room that one passes.
    case assumedDoor = "assumed-door"
    /// There are steps at a door.
    case doorSteps = "door-steps"
    /// What was said to be closed isn't on the map.
    case unknownElement = "unknown-element"
    /// The map shows no car park nearer to there.
    case distantCarPark = "distant-car-park"
    /// The map doesn't say where cars may stop there.
    case assumedDropOff = "assumed-drop-off"
    /// The ways end far from the place.
    case farFromPlace = "far-from-place"
    /// The ways end on another level than that of the place.
    case otherLevel = "other-level"
    /// The drive uses a road that isn't for everybody.
    case restrictedRoad = "restricted-road"
    /// What is nearer to there is too low for the car.
    case lowCarPark = "low-car-park"
    /// The map doesn't say how high a car may be where it is left under a roof.
    case unknownHeight = "unknown-height"
  }

  /// What it is about.
  public var code: Code
  /// How many places it is about.
  public var count: Int
  /// The first feature that it is about.
  public var source: FeatureID

  /// Makes a notice.
  package init(_ code: Code, count: Int = 1, source: FeatureID = .none) {
    self.code = code
    self.count = count
    self.source = source
  }
}
