import WardwayRouting

/// Takes out of a drive's cues what is one maneuver to a driver, though the map draws several.
struct DriveCondenser {
  let leg: LegReading
  /// Where the drive ends, in metres along the line.
  let end: Double
  private(set) var cues: [Cue] = []

  /// So near to the start or the end, a turn isn't worth saying, in metres.
  private static let margin = 5.0
  /// Two turns this near are one, whatever lies between, in metres.
  private static let atOnce = 15.0
  /// Two turns this near are one if what lies between is only a part of the junction, in metres.
  private static let junction = 30.0
  /// A lane this near before a turn to the same side belongs to it, in metres.
  private static let lane = 60.0
  /// A name that begins this near behind a maneuver without one belongs to it, in metres.
  private static let naming = 200.0
  /// A ramp this near behind a turn is the lane for turning, in metres.
  private static let mergeReach = 150.0

  init(_ leg: LegReading, end: Double) {
    self.leg = leg
    self.end = end
  }

  mutating func add(_ next: Cue) {
    guard let last = cues.last else {
      cues.append(next)
      return
    }
    let gap = next.position - last.position
    let kind = next.roadTurn?.kind
    let margin = kind == .fork ? Self.junction : Self.margin
    if kind?.isPlainTurn ?? (next.action == .goOn), end - next.position < margin { return }
    if last.isDeparture, gap < Self.margin, kind?.isPlainTurn ?? false, let joint = next.joint {
      if case .depart(let bearing?) = last.action {
        let later = leg.departure(joint)?.bearing ?? bearing
        replaceLast { $0.action = .depart(bearing: later) }
      }
      replaceLast { $0.way = next.way }
    } else if next.action == .goOn, last.roadTurn != nil || last.isDeparture,
      gap < (last.way.name.isEmpty ? Self.naming : Self.lane)
    {
      replaceLast { $0.way = next.way }
      replaceLast { $0.setStays(!next.way.name.isEmpty && next.way.name == $0.nameBefore) }
    } else if !joins(next, last, gap) {
      cues.append(next)
    }
  }

  /// Reads a bend without a choice: right behind a turn it is a part of it; false if it is none.
  mutating func bend(_ bend: Cue) -> Bool {
    guard let last = cues.last, last.roadTurn?.kind == .turn else { return false }
    return joinsTurns(bend, last, bend.position - last.position)
  }

  private mutating func replaceLast(_ change: (inout Cue) -> Void) {
    change(&cues[cues.count - 1])
  }

  /// Makes one of two maneuvers where a driver sees only one.
  private mutating func joins(_ next: Cue, _ last: Cue, _ gap: Double) -> Bool {
    guard let first = last.roadTurn, let second = next.roadTurn else { return false }
    switch (first.kind, second.kind) {
    case (.turn, .merge), (.fork, .merge):
      guard gap < Self.mergeReach else { return false }
      replaceLast { if !next.way.name.isEmpty { $0.way = next.way } }
      return true
    case (.turn, .ramp):
      guard gap < Self.junction, last.way.name.isEmpty || last.way.name == next.way.name else { return false }
      var whole = next
      whole.turn = last.turn
      replace(last, by: whole)
      return true
    case (.fork, .fork) where second.stays && gap < Self.lane: return true
    case (.fork, .turn), (.fork, .fork), (.fork, .ramp), (.fork, .roundabout):
      let isSameSide = last.turn?.isToTheLeft == next.turn?.isToTheLeft && second.kind.isPlainTurn
      guard gap < (isSameSide ? Self.lane : Self.atOnce) else { return false }
      replace(last, by: next)
      return true
    case (.turn, .turn), (.turn, .fork), (.turn, .uTurn):
      return joinsTurns(next, last, gap)
    default: return false
    }
  }

  private mutating func replace(_ last: Cue, by next: Cue) {
    var whole = next
    whole.edge = last.edge
    whole.position = last.position
    whole.nameBefore = last.nameBefore
    whole.joint = last.joint.flatMap { first in
      next.joint.map { Joint(before: first.before, after: $0.after) }
    }
    cues.removeLast()
    add(whole)
  }

  private mutating func joinsTurns(_ next: Cue, _ last: Cue, _ gap: Double) -> Bool {
    guard let first = last.joint, let second = next.joint else { return false }
    let between = last.way.name
    let isJunction =
      between.isEmpty || between == last.nameBefore || between == next.way.name
      || leg.roads[first.after].roadClass.isLink
    guard gap < (isJunction ? Self.junction : Self.atOnce), let angle = leg.angle(from: first, to: second)
    else { return false }
    let sum = leg.angle(first) + leg.angle(second)
    let isSameSide = (leg.angle(first) > 0) == (leg.angle(second) > 0)
    var whole = next
    if isSameSide, abs(sum) > 150 {
      // Across the middle of a road and back along its other side.
      let isBack = next.way.name == last.nameBefore || last.nameBefore.isEmpty
      guard abs(angle) > 140, isBack, between.isEmpty || gap < Self.junction else { return false }
      whole.turn = .uturn
      whole.setKind(.uTurn)
    } else if isSameSide {
      guard abs(sum) < 130 else { return false }
      whole.turn = Modifier(angle: angle)
    } else {
      guard gap < Self.atOnce else { return false }
      whole.turn = Modifier(angle: angle)
      if whole.turn == .straight {
        cues.removeLast()
        if !next.way.name.isEmpty, next.way.name != last.nameBefore {
          whole.action = .goOn
          whole.edge = last.edge
          whole.position = last.position
          whole.nameBefore = last.nameBefore
          add(whole)
        }
        return true
      }
    }
    whole.setStays(!next.way.name.isEmpty && next.way.name == last.nameBefore)
    replace(last, by: whole)
    return true
  }
}

extension Cue {
  /// What a driver does at a junction.
  var roadTurn: RoadTurn? {
    if case .drive(let turn) = action { turn } else { nil }
  }

  mutating func setKind(_ kind: RoadTurn.Kind) { change { $0.kind = kind } }

  mutating func setStays(_ stays: Bool) { change { $0.stays = stays } }

  mutating func change(_ change: (inout RoadTurn) -> Void) {
    guard var turn = roadTurn else { return }
    change(&turn)
    action = .drive(turn)
  }
}

extension RoadTurn.Kind {
  /// Whether it is a mere change of direction.
  var isPlainTurn: Bool {
    switch self {
    case .turn, .fork, .uTurn, .straight: true
    default: false
    }
  }
}

extension Modifier {
  /// Whether this leads to the left.
  fileprivate var isToTheLeft: Bool { self == .left || self == .slightLeft || self == .sharpLeft }
}
