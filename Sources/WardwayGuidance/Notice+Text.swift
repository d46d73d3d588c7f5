import WardwayRouting

extension Notice {
  /// What to tell the traveller; the bare ``WardwayRouting/Notice/code`` if there are no words for it.
  public func text(in language: Language) -> String {
    guard let warning = Warning(rawValue: code) else { return cleanName(code) }
    return language.phrasebook.warn(warning, count: max(count, 1))
  }
}

/// A notice that there are words for.
enum Warning: String, CaseIterable {
  case unknownWheelchair = "unknown-wheelchair"
  case unknownWidth = "unknown-width"
  case unknownSurface = "unknown-surface"
  case limitedWheelchair = "limited-wheelchair"
  case privateWay = "private-way"
  case steep
  case busyRoad = "busy-road"
  case kerb
  case unknownIncline = "unknown-incline"
  case escalatorDirection = "escalator-direction-unknown"
  case carRamp = "car-ramp"
  case assumedDoor = "assumed-door"
  case doorSteps = "door-steps"
  case unknownElement = "unknown-element"
  case distantCarPark = "distant-car-park"
  case assumedDropOff = "assumed-drop-off"
  case farFromPlace = "far-from-place"
  case otherLevel = "other-level"
  case restrictedRoad = "restricted-road"
}
