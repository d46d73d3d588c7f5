/// Takes out of a walk's instructions what nobody would say.
struct Condenser {
  let leg: LegReading
  /// Where the walk ends, in metres along the line.
  let end: Double
  private var kept: [Instruction] = []

  /// So near to each other, two turns that cancel out are none.
  private static let cancelling = 6.0
  /// So short, an unnamed piece only joins what lies before and behind it.
  private static let connecting = 8.0
  /// So near, a turn and what follows it are one sentence.
  private static let atOnce = 5.0
  /// So near to the start or the end, a turn isn't worth saying.
  private static let start = 3.0
  private static let tail = 2.0
  /// Up to so many degrees two turns the same way are one.
  private static let oneTurn = 110.0

  init(_ leg: LegReading, end: Double) {
    self.leg = leg
    self.end = end
  }

  /// The instructions that are left, in order.
  consuming func condense(_ instructions: [Instruction]) -> [Instruction] {
    for instruction in instructions { add(instruction) }
    return kept
  }

  private mutating func add(_ next: Instruction) {
    let isMinor = next.isTurn || next.action == .goOn
    if isMinor, end - next.position < Self.tail, !kept.isEmpty { return }
    guard let last = kept.last else {
      kept.append(next)
      return
    }
    let gap = next.position - last.position
    if last.isDeparture, next.isTurn, gap < Self.start, let joint = next.joint {
      if case .depart(let bearing?) = last.action {
        let later = leg.departure(joint)?.bearing ?? bearing
        replaceLast { $0.action = .depart(bearing: later) }
      }
      replaceLast { $0.way = next.way }
    } else if next.action == .goOn, next.after == nil, gap < Self.connecting, last.takesName {
      replaceLast { $0.way = next.way }
    } else if last.isTurn, last.way.name.isEmpty, gap < Self.atOnce, next.takesTurn {
      let after = last.after
      kept.removeLast()
      var whole = next.turning(last.turn)
      whole.after = after
      whole.edge = last.edge
      whole.position = last.position
      add(whole)
    } else if last.isTurn, last.after == nil, next.isTurn, gap < Self.connecting, join(next, gap: gap) {
      return
    } else {
      kept.append(next)
    }
  }

  private mutating func replaceLast(_ change: (inout Instruction) -> Void) {
    change(&kept[kept.count - 1])
  }

  /// Makes one turn or none of the last and the next; false if they stay two.
  private mutating func join(_ next: Instruction, gap: Double) -> Bool {
    let last = kept[kept.count - 1]
    guard let first = last.joint, let second = next.joint else { return false }
    guard last.way.name.isEmpty || gap < Self.cancelling else { return false }
    guard let whole = leg.angle(from: first, to: second) else { return false }
    let modifier = Modifier(angle: whole)
    let isSameWay = (leg.angle(first) > 0) == (leg.angle(second) > 0)
    if modifier == .straight, gap < Self.cancelling {
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
    if isSameWay, abs(whole) <= Self.oneTurn {
      let stays = !next.way.name.isEmpty && next.way.name == last.nameBefore
      replaceLast {
        $0.action = .turn(stays: stays)
        $0.turn = modifier
        $0.way = next.way
        $0.joint = Joint(before: first.before, after: second.after)
      }
      return true
    }
    separate(first, next: next, second)
    return true
  }

  /// Keeps two near turns, each measured only up to the other.
  private mutating func separate(_ first: Joint, next: Instruction, _ second: Joint) {
    var next = next
    if let between = leg.direction(from: first, to: second), let arrival = leg.arrival(first),
      let departure = leg.departure(second)
    {
      let angles = (arrival.turn(into: between), between.turn(into: departure))
      let modifiers = (Modifier(angle: angles.0), Modifier(angle: angles.1))
      if modifiers.0 != .straight, modifiers.1 != .straight {
        replaceLast { $0.turn = modifiers.0 }
        next.turn = modifiers.1
      }
    }
    kept.append(next)
  }
}

extension Instruction {
  /// Whether the name of what follows straight on may be said with it.
  fileprivate var takesName: Bool {
    switch action {
    case .depart, .turn, .goOn, .enter, .leave: way.name.isEmpty
    case .cross, .ride, .ferry, .drive: false
    }
  }

  /// Whether a turn right before it may be said with it.
  fileprivate var takesTurn: Bool {
    switch action {
    case .cross: turn == .straight
    case .enter, .leave: turn == nil
    default: false
    }
  }
}
