import WardwayMap
import WardwayRouting

/// Reads what to say to a driver, junction by junction.
struct DriveReader {
  let leg: LegReading
  let range: Range<Int>
  let joints: [Joint]
  private var condenser: DriveCondenser
  /// The name that the driver was last told to follow.
  private var name = ""

  /// No name that comes without a turn and holds for less is said, in metres.
  private static let shortestName = 500.0
  /// A ramp that is shorter is a lane for turning, in metres.
  private static let longestLane = 120.0
  /// From so many degrees on, a road with another name is turned into, whether there is a choice or not.
  private static let bend = 50.0
  /// How far behind a junction a road's name may begin, in metres.
  private static let nameReach = 60.0

  init(_ leg: LegReading, range: Range<Int>) {
    self.leg = leg
    self.range = range
    joints = leg.joints(range)
    condenser = DriveCondenser(leg, end: leg.end(of: range.upperBound - 1))
  }

  /// The cues in order; the first starts where the drive does, or behind a ferry.
  consuming func read(afterFerry: Bool) -> [Cue] {
    let first = range.first { leg.extends($0) }
    let way = first.map { leg.ways[$0] } ?? .none
    if afterFerry {
      condenser.add(cue(.goOn, at: range.lowerBound, way: way))
    } else {
      let bearing = first.flatMap { leg.departure(edge: $0)?.bearing }
      condenser.add(cue(.depart(bearing: bearing), at: range.lowerBound, way: way))
    }
    name = way.name
    var index = 0
    while index < joints.count { index = read(index) }
    return condenser.cues
  }

  private func road(_ edge: Int) -> RoadFacts { leg.roads[edge] }

  /// Reads a joint; returns the next that is to be read.
  private mutating func read(_ index: Int) -> Int {
    let joint = joints[index]
    let (before, after) = (road(joint.before), road(joint.after))
    if before.isRoundabout { return readRoundabout(index, isInside: true) }
    if after.isRoundabout { return readRoundabout(index, isInside: false) }
    if after.isMiniRoundabout, after.hasBranches {
      say(.roundabout(exit: 1 + exits(before: joint)), Modifier(angle: leg.angle(joint)), joint)
    } else if after.roadClass.isLink, !before.roadClass.isLink {
      return readRamp(index)
    } else if before.roadClass.isLink, !after.roadClass.isLink, let modifier = merge(joint) {
      say(.merge, modifier, joint)
    } else {
      readJunction(joint)
    }
    return index + 1
  }

  private mutating func readJunction(_ joint: Joint) {
    let junction = Junction(leg, joint)
    if let found = junction.maneuver() {
      say(found.kind, found.modifier, joint)
    } else if leg.edges[joint.before].ref.isEmpty
      || leg.edges[joint.before].ref != leg.edges[joint.after].ref,
      isNewName(joint.after)
    {
      let way = leg.ways[joint.after]
      if abs(junction.angle) >= Self.bend { return say(.turn, Modifier(angle: junction.angle), joint) }
      condenser.add(cue(.goOn, at: joint.before + 1, turn: .straight, way: way, joint: joint))
      name = way.name
    } else if !road(joint.after).hasBranches {
      let modifier = Modifier(angle: junction.angle)
      guard modifier != .straight else { return }
      let bend = cue(.turn, modifier, joint)
      if condenser.bend(bend) { name = bend.way.name }
    }
  }

  // MARK: Roundabouts

  /// Reads a roundabout up to where it is left.
  private mutating func readRoundabout(_ index: Int, isInside: Bool) -> Int {
    var passed = 0
    var last = index
    while last < joints.count, road(joints[last].after).isRoundabout {
      if last > index || isInside {
        passed += leg.branches(at: joints[last].after).count { !$0.isRoundabout }
      }
      last += 1
    }
    guard last < joints.count else {
      if !isInside { say(.roundabout(exit: 0), nil, joints[index]) }
      return last
    }
    let whole = Joint(before: joints[index].before, after: joints[last].after)
    let exit = passed + 1 + exits(before: joints[last])
    say(.roundabout(exit: exit), leg.angle(from: joints[index], to: joints[last]).map(Modifier.init), whole)
    return last + 1
  }

  /// The number of exits at a joint that one passes before the one taken.
  private func exits(before joint: Joint) -> Int {
    guard let arrival = leg.arrival(joint)?.bearing, let departure = leg.departure(joint)?.bearing else {
      return 0
    }
    // Round counterclockwise the rightmost comes first; turning back comes last on either side.
    func order(_ bearing: Double) -> Double {
      let angle = turnAngle(from: arrival, into: bearing)
      let turn = leg.drivesOnLeft ? angle : -angle
      return turn < -170 ? turn + 360 : turn
    }
    return leg.branches(at: joint.after).count { !$0.isRoundabout && order($0.bearing) < order(departure) }
  }

  // MARK: Ramps

  /// Reads the beginning of a ramp, or the whole of it if it is only a lane for turning.
  private mutating func readRamp(_ index: Int) -> Int {
    let joint = joints[index]
    let after = road(joint.after)
    let last = joints[index...].firstIndex { !road($0.after).roadClass.isLink }
    if let last, after.roadClass != .motorwayLink, after.hasBranches,
      leg.length(joint.after..<joints[last].after) <= Self.longestLane,
      !joints[index...last].contains(where: { road($0.after).isRoundabout })
    {
      let angle = leg.angle(from: joint, to: joints[last]) ?? 0
      if abs(angle) >= 25 {
        let modifier = Modifier(angle: angle)
        say(
          modifier == .uturn ? .uTurn : .turn, modifier,
          Joint(before: joint.before, after: joints[last].after))
        return last + 1
      }
    }
    let before = road(joint.before).roadClass.rank
    let leaves = before <= RoadClass.trunk.rank
    guard leaves || after.roadClass.rank <= RoadClass.trunkLink.rank, after.hasBranches else {
      readJunction(joint)
      return index + 1
    }
    let angle = leg.angle(joint)
    let isToTheRight = (leg.arrival(joint)?.bearing).map { arrival in
      leg.branches(at: joint.after).allSatisfy { turnAngle(from: arrival, into: $0.bearing) < angle }
    }
    let side: Modifier = isToTheRight ?? (angle > 0) ? .slightRight : .slightLeft
    let modifier = abs(angle) < 55 ? side : Modifier(angle: angle)
    say(.ramp(leaves: leaves), modifier, joint, way: last.map { leg.ways[joints[$0].after] })
    return index + 1
  }

  /// The side to which a ramp joins a larger road; nil if it doesn't.
  private func merge(_ joint: Joint) -> Modifier? {
    let after = road(joint.after)
    guard after.roadClass.rank <= RoadClass.secondary.rank, !after.hasBranches,
      abs(leg.angle(joint)) < 60, let departure = leg.departure(joint)?.bearing,
      let arrival = leg.arrival(joint)?.bearing
    else { return nil }
    let through = leg.edges[joint.after].road?.joining.first {
      abs(turnAngle(from: $0, into: departure)) < 35
    }
    return through.map { turnAngle(from: $0, into: arrival) > 0 ? .slightRight : .slightLeft }
  }

  // MARK: Names

  /// Whether an edge starts a road with another name that holds for a while.
  private func isNewName(_ index: Int) -> Bool {
    let new = leg.ways[index].name
    if new.isEmpty || new == name { return false }
    let end = (index..<range.upperBound).first { leg.ways[$0].name != new } ?? range.upperBound
    return leg.length(index..<end) >= Self.shortestName
  }

  /// The road behind a junction: its name may begin a little further on.
  private func way(from first: Int) -> Way {
    var edge = first
    while leg.ways[edge].name.isEmpty, edge + 1 < range.upperBound {
      let next = Joint(before: edge, after: edge + 1)
      guard leg.end(of: edge) - leg.start(of: first) < Self.nameReach, abs(leg.angle(next)) < 40,
        !road(edge + 1).isRoundabout
      else { break }
      edge += 1
    }
    return leg.ways[edge].name.isEmpty ? leg.ways[first] : leg.ways[edge]
  }

  private mutating func say(_ kind: RoadTurn.Kind, _ modifier: Modifier?, _ joint: Joint, way: Way? = nil) {
    let cue = cue(kind, modifier, joint, way: way)
    condenser.add(cue)
    name = cue.way.name
  }

  private func cue(
    _ kind: RoadTurn.Kind, _ modifier: Modifier?, _ joint: Joint, way: Way? = nil
  ) -> Cue {
    let way = way ?? self.way(from: joint.after)
    var turn = RoadTurn(kind: kind)
    if let view = leg.edges[joint.after].road { turn.sign = RoadSign(view) }
    turn.stays = !way.name.isEmpty && way.name == name
    switch kind {
    case .ramp: turn.stays = false
    case .merge: (turn.stays, turn.sign) = (false, RoadSign())
    default: turn.sign.exit = ""
    }
    return cue(.drive(turn), at: joint.before + 1, turn: modifier, way: way, joint: joint)
  }

  private func cue(
    _ action: Cue.Action, at edge: Int, turn: Modifier? = nil, way: Way, joint: Joint? = nil
  ) -> Cue {
    Cue(
      action: action, turn: turn, way: way, edge: edge, position: leg.start(of: edge), joint: joint,
      nameBefore: name)
  }
}
