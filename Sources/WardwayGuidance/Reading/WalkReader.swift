import WardwayRouting

/// Reads what to say on the edges of one walk, edge by edge; what is too much is taken out later.
struct WalkReader {
  let leg: LegReading
  let range: Range<Int>
  /// The walls that are passed on it.
  let changes: [BuildingChange]
  /// The ride before, unless the leg starts here.
  let previous: Stretch?

  /// No name that holds for less is said, in metres.
  static let shortestName = 8.0
  /// Crossings nearer to each other are one, in metres.
  private static let widestIsland = 6.0

  private var result: [Cue] = []
  /// The name that the traveller was last told to follow.
  private var name = ""
  /// Where the last crossing ended, and its bearing.
  private var crossed: (end: Double, direction: Direction)?

  init(_ leg: LegReading, range: Range<Int>, changes: [BuildingChange], previous: Stretch?) {
    self.leg = leg
    self.range = range
    self.changes = changes
    self.previous = previous
  }

  /// The cues in order; the first starts where the walk does.
  consuming func read() -> [Cue] {
    let moves = range.filter { leg.extends($0) }
    begin(moves)
    for joint in leg.joints(range) { read(joint) }
    let last = moves.last ?? range.lowerBound - 1
    for change in changes where change.edge > last && !moves.isEmpty {
      pass(change, portal: leg.portal(at: change.edge), joint: nil, into: .none)
    }
    for portal in portals(after: moves.isEmpty ? range.upperBound : last, upTo: range.upperBound - 1) {
      pass(portal, joint: nil, into: .none)
    }
    return result
  }

  /// The portals at edges behind one and up to another that no wall is passed at.
  private func portals(after first: Int, upTo last: Int) -> [LegReading.Portal] {
    leg.portals.filter { portal in
      first < portal.edge && portal.edge <= last && range.contains(portal.edge)
        && !changes.contains { $0.edge == portal.edge }
    }
  }

  private mutating func begin(_ moves: [Int]) {
    let first = moves.first
    let way = first.map(way) ?? .none
    let initial = changes.filter { $0.edge <= first ?? range.upperBound }
    let portals = portals(after: range.lowerBound - 1, upTo: first ?? range.upperBound - 1)
    var isAfterElevator = false
    if let previous {
      if initial.isEmpty, portals.isEmpty { follow(previous, on: way, first: first) }
      if case .ride(let ride) = previous.kind { isAfterElevator = ride.connector == .elevator }
    } else {
      let isIndoor = first.map { leg.edges[$0].attributes.isIndoor } ?? true
      let bearing = isIndoor ? nil : first.flatMap { leg.departure(edge: $0)?.bearing }
      add(.depart(bearing: bearing), at: range.lowerBound, way: initial.isEmpty ? way : .none)
    }
    var joint: Joint?
    if let previous, !isAfterElevator, let first, let last = lastMove(previous) {
      joint = Joint(before: last, after: first)
    }
    for change in initial { pass(change, portal: leg.portal(at: change.edge), joint: joint, into: way) }
    for portal in portals { pass(portal, joint: joint, into: way) }
    if let first, leg.isCrossing(first) { markCrossing(first) }
    name = way.name
  }

  private func lastMove(_ stretch: Stretch) -> Int? {
    if case .ferry = stretch.kind { return nil }
    return stretch.edges.last { leg.extends($0) }
  }

  /// Goes on from a ride.
  private mutating func follow(_ previous: Stretch, on way: Way, first: Int?) {
    guard case .ride(let ride) = previous.kind, let first else {
      add(.goOn, at: range.lowerBound, way: way)
      return
    }
    var turn: Modifier?
    var joint: Joint?
    if ride.connector != .elevator, let last = lastMove(previous), leg.choices(at: first) > 0 {
      let here = Joint(before: last, after: first)
      joint = here
      turn = Modifier(angle: leg.corner(here))
    }
    let turns = turn != nil && turn != .straight
    add(
      turns ? .turn(stays: false) : .goOn, at: range.lowerBound, turn: turn, way: way, after: ride.connector,
      joint: joint)
  }

  private mutating func read(_ joint: Joint) {
    let next = way(joint.after)
    if let change = changes.first(where: { joint.before < $0.edge && $0.edge <= joint.after }) {
      pass(change, portal: leg.portal(at: change.edge), joint: joint, into: next)
      arrive(at: joint, on: next)
      return
    }
    if let portal = portals(after: joint.before, upTo: joint.after).first {
      pass(portal, joint: joint, into: next)
      arrive(at: joint, on: next)
      return
    }
    let fork = WalkFork(leg, joint, name: name, isOutOfElevator: isOutOfElevator(joint))
    if leg.isCrossing(joint.after) {
      let modifier = Modifier(angle: fork.angle)
      cross(joint, turn: fork.hasChoice && !modifier.isSlight ? modifier : .straight)
    } else if let modifier = fork.modifier(isNewName: isNewName(joint.after)) {
      let stays = !next.name.isEmpty && next.name == name
      let isSame =
        next.character == way(joint.before).character && (next.name.isEmpty || stays && next.isOpen)
      let keepsName = stays && !isSame
      add(
        fork.isFork ? .fork(stays: keepsName) : .turn(stays: keepsName), at: joint.before + 1, turn: modifier,
        way: isSame ? .none : next, joint: joint)
      name = next.name
    } else if isNewName(joint.after) {
      add(.goOn, at: joint.before + 1, turn: .straight, way: next, joint: joint)
      name = next.name
    }
  }

  /// How far behind an elevator the first corner is told, whether one could go another way or not, in metres.
  private static let gettingOut = 9.0

  /// Whether nothing was said yet since one got out of an elevator close by.
  private func isOutOfElevator(_ joint: Joint) -> Bool {
    guard case .ride(let ride)? = previous?.kind, ride.connector == .elevator, result.count == 1 else {
      return false
    }
    return leg.start(of: joint.after) - leg.start(of: range.lowerBound) <= Self.gettingOut
  }

  private mutating func arrive(at joint: Joint, on way: Way) {
    name = way.name
    if leg.isCrossing(joint.after) { markCrossing(joint.after) }
  }

  /// Whether an edge starts a way with another name that holds for a while.
  private func isNewName(_ index: Int) -> Bool {
    let new = way(index).name
    if new.isEmpty || new == name { return false }
    var end = index
    while end < range.upperBound, way(end).name == new || leg.isPassage(end) { end += 1 }
    return leg.length(index..<end) >= Self.shortestName
  }

  private mutating func cross(_ joint: Joint, turn modifier: Modifier) {
    defer { markCrossing(joint.after) }
    if let crossed, let departure = leg.departure(joint),
      leg.start(of: joint.after) - crossed.end < Self.widestIsland,
      abs(crossed.direction.turn(into: departure)) < 45
    {
      return
    }
    add(.cross, at: joint.before + 1, turn: modifier, way: way(joint.after), joint: joint)
    // One goes on along the street behind it.
    if let behind = (joint.after..<range.upperBound).first(where: { !leg.isCrossing($0) && leg.extends($0) }),
      abs(leg.corner(Joint(before: behind - 1, after: behind))) < 30
    {
      result[result.count - 1].way.name = way(behind).name
      if !way(behind).name.isEmpty { name = way(behind).name }
    }
  }

  private mutating func markCrossing(_ index: Int) {
    crossed = leg.departure(edge: index).map { (leg.end(of: index), $0) }
  }

  // MARK: Walls and portals

  private mutating func pass(
    _ change: BuildingChange, portal: LegReading.Portal?, joint: Joint?, into way: Way
  ) {
    var doorway = Doorway(
      entersBuilding: change.entersBuilding, door: change.door,
      building: change.entersBuilding ? change.building : "", gateway: portal?.gateway)
    doorway.turnsBefore = joint != nil && leg.choices(at: change.edge) > 0
    let turned = joint.flatMap { turn(at: $0, isChoice: doorway.turnsBefore) }
    add(.pass(doorway), at: change.edge, turn: turned, way: way, joint: joint)
  }

  private mutating func pass(_ portal: LegReading.Portal, joint: Joint?, into way: Way) {
    var gateway = portal.gateway
    // The sign on a gate or a door in the place.
    if gateway.name.isEmpty, let joint {
      let passed = (joint.before + 1..<joint.after).first { leg.isPassage($0) && !leg.edges[$0].name.isEmpty }
      gateway.name = passed.map { cleanName(leg.edges[$0].name) } ?? ""
    }
    let turned = joint.flatMap { turn(at: $0, isChoice: true) }
    add(.portal(gateway), at: portal.edge, turn: turned, way: way, joint: joint)
  }

  /// Which way one turns at a door or a gate; nil where there is nothing to say.
  private func turn(at joint: Joint, isChoice: Bool) -> Modifier? {
    guard isChoice || leg.choices(at: joint.after) > 0 else { return nil }
    let modifier = Modifier(angle: leg.corner(joint))
    return modifier.isSlight || modifier == .straight ? nil : modifier
  }

  private func way(_ index: Int) -> Way { leg.ways[index] }

  private mutating func add(
    _ action: Cue.Action, at edge: Int, turn: Modifier? = nil, way: Way, after: Connector? = nil,
    joint: Joint? = nil
  ) {
    let position = edge < leg.edges.count ? leg.start(of: edge) : leg.end(of: edge - 1)
    result.append(
      Cue(
        action: action, turn: turn, way: way, after: after, edge: edge, position: position, joint: joint,
        nameBefore: name))
  }
}
