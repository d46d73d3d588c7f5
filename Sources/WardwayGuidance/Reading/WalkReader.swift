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

  private var result: [Instruction] = []
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

  /// The instructions in order; the first starts where the walk does.
  consuming func read() -> [Instruction] {
    let moves = range.filter { leg.extends($0) }
    begin(moves)
    for joint in leg.joints(range) { read(joint) }
    let last = moves.last ?? range.lowerBound - 1
    for change in changes where change.edge > last && !moves.isEmpty {
      pass(change, joint: nil, into: .none)
    }
    return result
  }

  private mutating func begin(_ moves: [Int]) {
    let first = moves.first
    let way = first.map(way) ?? .none
    let initial = changes.filter { $0.edge <= first ?? range.upperBound }
    var isAfterElevator = false
    if let previous {
      if initial.isEmpty { follow(previous, on: way, first: first) }
      if case .ride(let ride) = previous.kind { isAfterElevator = ride.connector == .elevator }
    } else {
      let isIndoor = first.map { leg.edges[$0].attributes.isIndoor } ?? true
      let bearing = isIndoor ? nil : first.flatMap { leg.departure(edge: $0)?.bearing }
      add(.depart(bearing: bearing), at: range.lowerBound, way: initial.isEmpty ? way : .none)
    }
    for change in initial {
      var joint: Joint?
      if let previous, !isAfterElevator, let first, let last = lastMove(previous) {
        joint = Joint(before: last, after: first)
      }
      pass(change, joint: joint, into: way)
    }
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
      turn = Modifier(angle: leg.angle(here))
    }
    let turns = turn != nil && turn != .straight
    add(
      turns ? .turn(stays: false) : .goOn, at: range.lowerBound, turn: turn, way: way, after: ride.connector,
      joint: joint)
  }

  private mutating func read(_ joint: Joint) {
    let next = way(joint.after)
    if let change = changes.first(where: { joint.before < $0.edge && $0.edge <= joint.after }) {
      pass(change, joint: joint, into: next)
      name = next.name
      if leg.isCrossing(joint.after) { markCrossing(joint.after) }
      return
    }
    let modifier = Modifier(angle: leg.angle(joint))
    let hasChoice = leg.choices(at: joint.after) > 0
    if leg.isCrossing(joint.after) {
      cross(joint, turn: hasChoice && !modifier.isSlight ? modifier : .straight)
    } else if turns(joint, modifier: modifier, hasChoice: hasChoice, into: next) {
      let stays = !next.name.isEmpty && next.name == name
      let isSame =
        next.character == way(joint.before).character && (next.name.isEmpty || stays && next.isOpen)
      add(
        .turn(stays: stays && !isSame), at: joint.before + 1, turn: modifier, way: isSame ? .none : next,
        joint: joint)
      name = next.name
    } else if isNewName(joint.after) {
      add(.goOn, at: joint.before + 1, turn: .straight, way: next, joint: joint)
      name = next.name
    }
  }

  /// Whether a change of direction is to be said.
  private func turns(_ joint: Joint, modifier: Modifier, hasChoice: Bool, into next: Way) -> Bool {
    if modifier == .straight { return false }
    let keepsName = !next.name.isEmpty && next.name == name
    if modifier.isSlight {
      let isLoose = way(joint.before).isOpen && next.isOpen || leg.isCrossing(joint.before)
      return hasChoice && !keepsName && !isLoose
    }
    return hasChoice || isNewName(joint.after)
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
  }

  private mutating func markCrossing(_ index: Int) {
    crossed = leg.departure(edge: index).map { (leg.end(of: index), $0) }
  }

  private mutating func pass(_ change: BuildingChange, joint: Joint?, into way: Way) {
    var turn: Modifier?
    var turnsBefore = false
    if let joint {
      let modifier = Modifier(angle: leg.angle(joint))
      turnsBefore = leg.choices(at: change.edge) > 0
      let hasChoice = turnsBefore || leg.choices(at: joint.after) > 0
      if hasChoice, !modifier.isSlight, modifier != .straight { turn = modifier }
    }
    let action: Instruction.Action =
      change.entersBuilding
      ? .enter(door: change.door, turnsBefore: turnsBefore)
      : .leave(door: change.door, turnsBefore: turnsBefore)
    add(action, at: change.edge, turn: turn, way: way, joint: joint)
    if change.entersBuilding { result[result.count - 1].building = change.building }
  }

  private func way(_ index: Int) -> Way { leg.ways[index] }

  private mutating func add(
    _ action: Instruction.Action, at edge: Int, turn: Modifier? = nil, way: Way, after: Connector? = nil,
    joint: Joint? = nil
  ) {
    let position = edge < leg.edges.count ? leg.start(of: edge) : leg.end(of: edge - 1)
    result.append(
      Instruction(
        action: action, turn: turn, way: way, after: after, edge: edge, position: position, joint: joint,
        nameBefore: name))
  }
}
