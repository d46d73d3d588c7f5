/// Makes one sentence of what one would say in one, and takes out what nobody would say.
///
/// No turn at a place where one may go another way is lost: it goes into the sentence before it or behind it.
struct Condenser {
  let leg: LegReading
  /// Where all of it ends, in metres along the line.
  let end: Double
  private var kept: [Cue] = []

  /// So near to each other, two turns are said at once, in metres.
  private static let together = 6.5
  /// So near, two turns that cancel out are none, and two to the same side round a cut corner are one.
  private static let oneCorner = 3.5
  /// Up to so many degrees two turns to the same side are one.
  private static let oneTurn = 110.0
  /// So short, a piece only joins what lies before and behind it.
  private static let connecting = 8.0
  /// So near before a door, a gate or a crossing, a turn leads to it.
  private static let atOnce = 5.0
  /// So near behind a connector, a turn is told with getting out of it.
  private static let gettingOut = 9.0
  /// So long is a crossing at most that is told with the turn at its end.
  private static let crossing = 20.0
  /// So near before a connector, a turn tells on which side it is.
  private static let atConnector = 8.0
  /// So near, a portal and the door behind it are one.
  private static let forecourt = 12.0
  /// So near to the start or the end, a turn isn't worth saying.
  private static let tip = 3.0

  init(_ leg: LegReading, end: Double) {
    self.leg = leg
    self.end = end
  }

  /// The cues that are left, in order.
  consuming func condense(_ cues: [Cue]) -> [Cue] {
    for cue in cues { add(cue) }
    return kept
  }

  private mutating func add(_ next: Cue) {
    if next.isMinor, end - next.position < Self.tip, !kept.isEmpty { return }
    if case .ride = next.action { return add(ride: next) }
    guard let last = kept.last else {
      kept.append(next)
      return
    }
    let gap = next.position - last.position
    if next.isTurn, last.isDeparture, gap < Self.tip, let joint = next.joint {
      if case .depart(let bearing?) = last.action {
        let later = leg.departure(joint)?.bearing ?? bearing
        replaceLast { $0.action = .depart(bearing: later) }
      } else {
        replaceLast { $0.turn = next.turn }
      }
      replaceLast { $0.way = next.way.name.isEmpty && next.way.character == .other ? $0.way : next.way }
    } else if next.action == .goOn, next.after == nil, last.takesName(within: gap, Self.connecting) {
      replaceLast { $0.way = next.way }
    } else if next.isTurn, next.after == nil, addsTurn(next, to: last, gap) {
      return
    } else if leads(last, to: next, gap) {
      addTurned(next, last)
    } else if !joinsPortal(next, last, gap) {
      kept.append(next)
    }
  }

  private mutating func replaceLast(_ change: (inout Cue) -> Void) {
    change(&kept[kept.count - 1])
  }

  // MARK: Turns

  /// Puts a turn into the sentence before it; false if it is one of its own.
  private mutating func addsTurn(_ next: Cue, to last: Cue, _ gap: Double) -> Bool {
    guard last.then == nil else { return false }
    func adds() -> Bool {
      replaceLast {
        $0.then = next.turn
        $0.way = next.way
      }
      return true
    }
    switch last.action {
    case .turn where gap <= Self.together:
      return last.after != nil && last.turn == nil ? false : join(next, gap: gap) || adds()
    case .goOn where last.after != nil && gap <= Self.gettingOut:
      replaceLast {
        $0.action = next.action
        $0.turn = next.turn
        $0.way = next.way
        $0.joint = next.joint
      }
      return true
    case .pass where gap <= Self.together, .portal where gap <= Self.together: return adds()
    case .cross where gap <= Self.crossing:
      return next.joint.map { leg.isCrossing($0.before) } ?? false ? adds() : false
    default: return false
    }
  }

  /// Makes one turn or none of the last and the next; false if they stay two.
  private mutating func join(_ next: Cue, gap: Double) -> Bool {
    let last = kept[kept.count - 1]
    guard gap <= Self.oneCorner, let first = last.joint, let second = next.joint,
      let whole = leg.angle(from: first, to: second)
    else { return false }
    let modifier = Modifier(angle: whole)
    let isSameSide = (leg.angle(first) > 0) == (leg.angle(second) > 0)
    if modifier == .straight, last.after == nil {
      kept.removeLast()
      if !next.way.name.isEmpty, next.way.name != last.nameBefore {
        var straight = next
        straight.action = .goOn
        straight.turn = .straight
        straight.edge = last.edge
        straight.position = last.position
        straight.nameBefore = last.nameBefore
        add(straight)
      }
      return true
    }
    guard isSameSide, abs(whole) <= Self.oneTurn else { return false }
    let stays = !next.way.name.isEmpty && next.way.name == last.nameBefore
    replaceLast {
      $0.action = .turn(stays: stays)
      $0.turn = modifier
      $0.way = next.way
      $0.joint = Joint(before: first.before, after: second.after)
    }
    return true
  }

  /// Whether the last turn is only there to get to the next door, gate or crossing.
  private func leads(_ last: Cue, to next: Cue, _ gap: Double) -> Bool {
    guard last.isTurn, last.then == nil, last.after == nil, next.takesTurn,
      last.way.name.isEmpty || gap < Self.tip
    else { return false }
    // What begins at a portal has to begin there.
    return gap < (next.portal == nil ? Self.atOnce : Self.tip)
  }

  private mutating func addTurned(_ next: Cue, _ last: Cue) {
    kept.removeLast()
    var whole = next
    whole.turn = last.turn
    whole.nameBefore = last.nameBefore
    if case .pass(var doorway) = next.action {
      doorway.turnsBefore = true
      whole.action = .pass(doorway)
    }
    if next.portal == nil {
      whole.edge = last.edge
      whole.position = last.position
    }
    add(whole)
  }

  // MARK: Portals

  /// Makes one of a portal and the door of a building that is there; false if they are two.
  private mutating func joinsPortal(_ next: Cue, _ last: Cue, _ gap: Double) -> Bool {
    guard gap <= Self.forecourt else { return false }
    switch (last.action, next.action) {
    case (.portal(let gateway), .pass(var doorway)):
      guard doorway.gateway == nil, doorway.entersBuilding == gateway.entersVenue, last.turns.isEmpty else {
        return false
      }
      doorway.gateway = gateway
      var whole = next
      whole.action = .pass(doorway)
      whole.edge = last.edge
      whole.position = last.position
      kept[kept.count - 1] = whole
    case (.pass(var doorway), .portal(let gateway)):
      guard doorway.gateway == nil, doorway.entersBuilding == gateway.entersVenue, last.then == nil else {
        return false
      }
      doorway.gateway = gateway
      replaceLast {
        $0.action = .pass(doorway)
        $0.edge = next.edge
        $0.position = next.position
        $0.then = next.turn
        $0.way = next.way
      }
    default: return false
    }
    return true
  }

  // MARK: Connectors

  /// Adds a ride; turns right before it tell on which side it is.
  private mutating func add(ride next: Cue) {
    var whole = next
    guard case .ride(var ride) = next.action else { return }
    if let last = kept.last, last.action == .goOn, last.after == nil, last.portal == nil,
      next.position - last.position < Self.atOnce
    {
      kept.removeLast()
    }
    var reach = Self.atConnector
    while let last = kept.last, last.isTurn, last.after == nil, last.portal == nil,
      whole.position - last.position <= reach, ride.approach.count + last.turns.count <= 2,
      !leg.portals.contains(where: { last.edge < $0.edge && $0.edge <= next.edge })
    {
      kept.removeLast()
      ride.approach = last.turns + ride.approach
      whole.edge = last.edge
      whole.position = last.position
      reach = Self.atOnce
    }
    whole.action = .ride(ride)
    kept.append(whole)
  }
}

extension Cue {
  /// Whether nobody misses it right before the end.
  fileprivate var isMinor: Bool {
    switch action {
    case .turn, .fork, .goOn: after == nil
    default: false
    }
  }

  /// The portal that it stands for.
  fileprivate var portal: Gateway? {
    switch action {
    case .portal(let gateway): gateway
    case .pass(let doorway): doorway.gateway
    default: nil
    }
  }

  /// Whether the name of what follows straight on some metres later may be said with it.
  fileprivate func takesName(within gap: Double, _ most: Double) -> Bool {
    switch action {
    case .depart, .turn, .goOn, .pass, .portal: gap < (way.name.isEmpty ? most : most - 2)
    case .fork, .cross, .ride, .ferry, .drive: false
    }
  }

  /// Whether a turn right before it may be said with it.
  fileprivate var takesTurn: Bool {
    switch action {
    case .cross: turn == .straight
    case .pass, .portal: turn == nil
    default: false
    }
  }
}
