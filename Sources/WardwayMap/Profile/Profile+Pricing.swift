import Geodesy

/// What travelling an edge takes and how it feels, in milliseconds.
package struct Price: Hashable, Sendable {
  /// What the clock shows.
  package var duration: UInt32
  /// What the search minimises: duration plus what the traveller dislikes; at least the duration.
  package var cost: UInt32

  /// Makes a price.
  package init(duration: UInt32, cost: UInt32) {
    self.duration = duration
    self.cost = cost
  }

  /// Makes a price out of seconds; both saturate below "unreachable".
  init(seconds: Double, factor: Double) {
    let limit = Double(UInt32.max - 1)
    let milliseconds = (seconds * 1000).rounded()
    duration = UInt32(min(max(milliseconds, 0), limit))
    cost = UInt32(min(max((milliseconds * factor).rounded(), 0), limit))
  }
}

extension Profile {
  /// How much worse a way is that the map reserves for residents and their visitors.
  private static let residentsFactor = 6.0
  /// What a search adds for others than staff at the door of an emergency department, in milliseconds of
  /// perceived time: whoever finds another door within ten minutes takes that.
  package static let emergencyPenalty: UInt32 = 600_000
  /// How much worse the carriageway of a trunk road is.
  private static let trunkFactor = 4.0
  /// What a search adds for each piece of a car ramp, in seconds of perceived time: whoever finds another way within
  /// five minutes takes that.
  private static let carRampSeconds = 300.0
  /// The height of a storey in steps where the map says nothing.
  private static let stepsPerLevel = 20.0
  /// The tread of a step in metres.
  private static let tread = 0.3
  /// The speed of an escalator along the horizontal, in metres a second.
  private static let escalatorSpeed = 0.45
  /// What a moving walk adds to one's own speed, in metres a second.
  private static let beltSpeed = 0.5
  /// A ferry without a stated duration, in metres a second.
  private static let ferrySpeed = 4.0

  /// Returns the price of an edge in one direction; nil where this traveller can't or mayn't use it.
  ///
  /// - Parameters:
  ///   - edge: The edge.
  ///   - forward: Whether it is travelled from tail to head.
  ///   - tail: The level at the edge's tail.
  ///   - head: The level at the edge's head.
  package func price(of edge: EdgeRecord, forward: Bool, tail: Level, head: Level) -> Price? {
    guard forward ? edge.isOpenForward : edge.isOpenBackward, admits(edge) else { return nil }
    let climb = (head.value - tail.value) * (forward ? 1 : -1)
    let metres = Double(edge.length) / 1000
    guard var (seconds, factor) = effort(on: edge, metres: metres, climb: climb, forward: forward) else {
      return nil
    }
    if edge.fixedDuration > 0 { seconds = Double(edge.fixedDuration) / 1000 }
    factor *= discomfort(of: edge)
    var price = Price(seconds: seconds, factor: factor)
    if edge.attributes.isCarRamp {
      price.cost = Price(seconds: Double(price.cost) / 1000 + Self.carRampSeconds, factor: 1).cost
    }
    return price
  }

  /// Hard limits that don't depend on the direction.
  private func admits(_ edge: EdgeRecord) -> Bool {
    let attributes = edge.attributes
    if attributes.access == .staff && !isStaff { return false }
    if needsWheelchairAccess && attributes.wheelchair == .no { return false }
    if rolls && attributes.stopsWheels { return false }
    // Who knows that a wheelchair gets over it is believed.
    if stopsAtRaisedKerbs && edge.kind.isPassage && attributes.kerb == .raised
      && attributes.wheelchair != .yes
    {
      return false
    }
    if edge.kind.isPassage && edge.stepCount > 0 && secondsPerStepUp == nil { return false }
    // Whole centimetres divided so are what the same numbers are as literals.
    if edge.width > 0 && Double(edge.width) / 100 < minimumWidth { return false }
    if edge.kind.isElevator {
      if let minimumCabinLength, attributes.cabinLength > 0,
        Double(attributes.cabinLength) / 100 < minimumCabinLength
      {
        return false
      }
      if let minimumElevatorLoad, attributes.elevatorLoad > 0, attributes.elevatorLoad < minimumElevatorLoad {
        return false
      }
      switch attributes.elevator {
      case .everyone: if !usesPublicElevators { return false }
      case .bed: if !usesBedElevators { return false }
      case .staff: if !isStaff { return false }
      }
    }
    return true
  }

  /// Seconds and factor by what the edge is; nil where it is forbidden.
  private func effort(
    on edge: EdgeRecord, metres: Double, climb: Double, forward: Bool
  ) -> (seconds: Double, factor: Double)? {
    switch edge.kind {
    case .stairs: return stairs(edge, metres: metres, climb: climb, forward: forward)
    case .escalator:
      guard let escalatorFactor else { return nil }
      if edge.attributes.mayStandStill {
        // Whoever counts on it has to be able to climb it.
        guard let climbed = stairs(edge, metres: metres, climb: climb, forward: forward) else { return nil }
        return (climbed.seconds, max(climbed.factor, escalatorFactor))
      }
      return (max(metres / Self.escalatorSpeed, abs(climb) * 12), escalatorFactor)
    case .movingWalk:
      return (metres / (speed + (edge.attributes.mayStandStill ? 0 : Self.beltSpeed)), 1)
    case .elevatorBoard: return (elevatorWait, 1)
    case .elevatorRide: return (abs(climb) * secondsPerLevel, 1)
    case .elevatorAlight: return (metres / speed, 1)
    case .door:
      let opening = edge.attributes.automatic == .yes ? 1 : doorSeconds
      guard edge.stepCount > 0 else { return (opening, 1) }
      // Steps in front of a door are as steps elsewhere; which way they lead isn't known.
      guard let climbed = stairs(edge, metres: metres, climb: 0, forward: forward) else { return nil }
      let seconds = opening + climbed.seconds
      return (seconds, (opening + climbed.seconds * climbed.factor) / max(seconds, 0.001))
    case .barrier: return (edge.attributes.stopsWheels ? 4 : 1, 1)
    case .kerb: return (0, rolls ? 1.2 : 1)
    case .ferry: return (metres / Self.ferrySpeed, 1)
    case .connector: return (0, 1)
    case .crossing:
      return (metres / speed + (edge.attributes.signals == .yes ? signalSeconds : 2), 1)
    case .road, .footway, .path, .corridor, .area, .platform, .ramp:
      return slope(edge, metres: metres, forward: forward)
    }
  }

  private func stairs(
    _ edge: EdgeRecord, metres: Double, climb: Double, forward: Bool
  ) -> (seconds: Double, factor: Double)? {
    guard let secondsPerStepUp, let secondsPerStepDown else { return nil }
    let guess = max(metres / Self.tread, abs(climb) * Self.stepsPerLevel)
    let steps = edge.stepCount > 0 ? Double(edge.stepCount) : guess
    let rises: Bool? = climb != 0 ? climb > 0 : edge.attributes.rises.flag.map { $0 == forward }
    let each =
      switch rises {
      case true?: secondsPerStepUp
      case false?: secondsPerStepDown
      case nil: (secondsPerStepUp + secondsPerStepDown) / 2
      }
    let bare = edge.attributes.handrail == .no ? 1.1 : 1
    return (max(steps * each, metres / speed), stairsFactor * bare)
  }

  private func slope(
    _ edge: EdgeRecord, metres: Double, forward: Bool
  ) -> (seconds: Double, factor: Double)? {
    guard edge.incline != EdgeRecord.unknownIncline else { return (metres / speed, 1) }
    let rise = Int(edge.incline) * (forward ? 1 : -1)
    guard abs(rise) <= maximumIncline else { return nil }
    let slower = rise > 0 ? 1 + Double(rise) / 1000 * 3 : 1
    let excess = Double(max(abs(rise) - comfortableIncline, 0)) / 1000
    return (metres / speed * slower, 1 + excess * inclineSensitivity)
  }

  /// The factor for what is disliked about an edge whatever its kind.
  private func discomfort(of edge: EdgeRecord) -> Double {
    let attributes = edge.attributes
    var factor = 1.0
    switch attributes.surface {
    case .bumpy: factor *= bumpyFactor
    case .loose: factor *= looseFactor
    case .unknown, .smooth, .firm: break
    }
    if needsWheelchairAccess && attributes.wheelchair == .limited { factor *= 1.5 }
    if attributes.access == .residents && !isStaff { factor *= Self.residentsFactor }
    if attributes.isUncomfortable { factor *= 1.2 }
    if attributes.isTrunkRoad { factor *= Self.trunkFactor }
    if edge.isDark { factor *= unlitFactor }
    if edge.kind.isWalkedOn, attributes.tactilePaving != .yes { factor *= unguidedFactor }
    return factor
  }
}

extension EdgeRecord {
  /// Whether it is dark there by night.
  ///
  /// Who maps a street or a footway without saying so mostly maps one that is lit; a path, one that isn't.
  fileprivate var isDark: Bool {
    guard !attributes.isIndoor else { return false }
    return attributes.lit == .no || attributes.lit == .unknown && kind == .path
  }
}

extension EdgeKind {
  /// Whether one walks along it on one's own feet, so that it matters what leads them.
  fileprivate var isWalkedOn: Bool {
    switch self {
    case .road, .footway, .path, .crossing, .corridor, .area, .platform, .ramp, .stairs: true
    case .escalator, .movingWalk, .elevatorBoard, .elevatorRide, .elevatorAlight, .door, .barrier, .kerb,
      .ferry,
      .connector:
      false
    }
  }
}
