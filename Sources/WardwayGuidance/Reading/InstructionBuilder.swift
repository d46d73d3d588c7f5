import Geodesy
import WardwayMap
import WardwayRouting

/// Makes instructions of what is read of a drive, or of a walk over several legs, and measures what each covers.
struct InstructionBuilder {
  let legs: [Leg]
  /// The number of the first of them in the journey.
  let firstLeg: Int
  let reading: LegReading
  /// The level where it starts.
  let startLevel: Level
  /// What comes before it.
  let start: Start
  let names: NameTable

  private var edges: [TravelledEdge] { reading.edges }
  private var last: Leg { legs[legs.count - 1] }

  /// What is no walk, in metres.
  private static let atTheDoor = 1.0
  /// How far beside the way a place lies at least to be on one side of it, and from when on it isn't reached, in
  /// metres.
  private static let beside = 1.5
  private static let away = 12.0
  /// Who sets out from a place this far beside the way at most has it behind, in metres.
  private static let behind = 40.0

  /// The instructions in order, the arrival last.
  func instructions(ending goal: Goal) -> [Instruction] {
    var cues = reading.cues()
    if cues.first?.isDeparture != true {
      cues.insert(Cue(action: .depart(bearing: nil), way: .none, edge: 0, position: 0), at: 0)
    }
    // Somebody who gets out at the door is there.
    if start == .dropOff, cues.count == 1, reading.length(edges.indices) < Self.atTheDoor { cues = [] }
    let ends = cues.dropFirst().map(\.edge) + [edges.count]
    var instructions = cues.indices.map { index in
      let cue = cues[index]
      return instruction(
        cue, covering: cue.edge..<max(cue.edge, ends[index]),
        before: index + 1 < cues.count ? cues[index + 1] : nil)
    }
    // Where cues come from another leg's edge, each leg still has its own together.
    if legs.count > 1 { instructions.sort { $0.leg < $1.leg } }
    instructions.append(arrival(goal, hasTicket: cues.contains { $0.roadTurn?.takesTicket ?? false }))
    return instructions
  }

  private func instruction(_ cue: Cue, covering range: Range<Int>, before next: Cue?) -> Instruction {
    let ground = reading.length(range)
    let onward = Onward(way: cue.way, distance: ground, bends: reading.bends(range))
    var instruction = place(range)
    instruction.maneuver = cue.maneuver
    instruction.modifier = cue.modifier
    instruction.leg = firstLeg + (reading.legStarts.lastIndex { $0 <= cue.edge } ?? 0)
    instruction.name = cue.name
    instruction.distance = ground
    instruction.durationMilliseconds = edges[range].reduce(0) { $0 + UInt64($1.durationMilliseconds) }
    instruction.facts = facts(cue, onward, instruction, next)
    names.translate(
      &instruction, on: edges[max(range.lowerBound - 1, 0)..<min(range.upperBound + 1, edges.count)])
    return instruction
  }

  // MARK: The end

  private func arrival(_ goal: Goal, hasTicket: Bool) -> Instruction {
    var instruction = place(edges.count..<edges.count)
    instruction.maneuver = goal.maneuver
    instruction.leg = firstLeg + legs.count - 1
    instruction.durationMilliseconds = UInt64(last.transferMilliseconds)
    instruction.name = cleanName(last.destination)
    let charges = last.change?.parking?.charges == true && !hasTicket
    switch goal {
    case .stop: (instruction.facts, instruction.modifier) = arrival(at: instruction)
    case .parking(let floor): instruction.facts = .park(on: floor, charges: charges)
    case .dropOff: instruction.facts = .getOut
    case .car: instruction.facts = .getIn(charges: charges)
    case .pickUp: instruction.facts = .bePickedUp
    }
    names.translate(&instruction, on: edges.suffix(1))
    return instruction
  }

  private func arrival(at instruction: Instruction) -> (Facts, Modifier?) {
    let floor = floor(at: instruction)
    guard let goal = last.goal, goal.distance >= Self.beside, let side = side(of: goal.coordinate) else {
      return (.arrive(on: floor, side: nil), nil)
    }
    let modifier: Modifier? = side == .left ? .left : side == .right ? .right : nil
    if goal.distance > Self.away {
      return (.arriveBefore(metres: goal.distance, side: side, on: floor), modifier)
    }
    return (.arrive(on: floor, side: side == .behind ? nil : side), modifier)
  }

  /// On which side a place lies for somebody who comes to the end.
  private func side(of place: Coordinate) -> Side? {
    guard let move = edges.indices.last(where: { reading.extends($0) }) else { return nil }
    let end = edges[move].geometryRange.upperBound
    guard let arrival = reading.arrival(Joint(before: move, after: move)),
      let direction = reading.line.direction(from: end, to: place)
    else { return nil }
    return Side(angle: arrival.turn(into: direction))
  }

  /// The floor on which one arrives, if it is worth a word.
  private func floor(at arrival: Instruction) -> Floor? {
    let floor = Floor(arrival.toLevel, posted: arrival.toLevelName)
    let isIndoor = isIndoor(edges.indices.last { !reading.isPassage($0) })
    return isIndoor || !floor.posted.isEmpty || floor.level != .ground ? floor : nil
  }

  private func isIndoor(_ edge: Int?) -> Bool {
    edge.map { edges[$0].attributes.isIndoor || edges[$0].kind.isElevator } ?? false
  }

  // MARK: The start

  /// Which way somebody looks who sets out, where the place and the way tell it.
  private func facing(_ cue: Cue, _ next: Cue?) -> Facing {
    var facing = Facing(turn: cue.turn)
    guard start == .stop, let origin = legs[0].origin, Self.beside...Self.behind ~= origin.distance,
      !origin.name.isEmpty,
      let move = edges.indices.first(where: { reading.extends($0) }),
      let departure = reading.departure(edge: move),
      let out = reading.line.direction(from: edges[move].geometryRange.lowerBound, to: origin.coordinate)
    else {
      guard cue.turn == nil, let next else { return facing }
      if case .ride(let ride) = next.action {
        facing.ride = ride
      } else if next.way.name != cue.way.name {
        facing.towards = next.way.name
      }
      return facing
    }
    facing.behind = cleanName(origin.name)
    let angle = out.opposite.turn(into: departure)
    facing.turn = abs(angle) < 35 ? nil : Modifier(angle: angle)
    return facing
  }

  private func departure(_ cue: Cue, _ onward: Onward, from floor: Floor, _ next: Cue?) -> Facts {
    if case .depart(let bearing?) = cue.action {
      return .depart(Heading(bearing: bearing), along: onward, byCar: reading.isCar)
    }
    let isIndoor = isIndoor(edges.indices.first { !reading.isPassage($0) })
    let isWorthAWord = isIndoor || !floor.posted.isEmpty || floor.level != .ground
    return .start(on: isWorthAWord ? floor : nil, facing: facing(cue, next), along: onward)
  }

  /// Setting out from the car; where one stands was said with the parking.
  private func leavingCar(_ cue: Cue, _ onward: Onward) -> Facts {
    if case .depart(let bearing?) = cue.action {
      return .leaveCar(Heading(bearing: bearing), turning: nil, along: onward)
    }
    return .leaveCar(nil, turning: cue.turn, along: onward)
  }

  // MARK: Between

  private func facts(_ cue: Cue, _ onward: Onward, _ place: Instruction, _ next: Cue?) -> Facts {
    let turn = cue.turn.flatMap { $0 == .straight ? nil : $0 }
    let then = cue.then
    switch cue.action {
    case .depart:
      if start == .parking { return leavingCar(cue, onward) }
      return departure(cue, onward, from: Floor(place.fromLevel, posted: place.fromLevelName), next)
    case .turn(let stays):
      let turns = [turn ?? .straight] + (then.map { [$0] } ?? [])
      return .turn(turns, into: onward, stays: stays, after: cue.after)
    case .fork(let stays): return .keep(turn ?? .slightRight, on: onward, stays: stays)
    case .goOn: return .goOn(along: onward, after: cue.after)
    case .drive(let road): return .drive(road, turning: cue.turn, into: onward.way)
    case .cross: return .cross(turning: turn, then: then, along: onward)
    case .pass(let doorway):
      let floor = Floor(place.toLevel, posted: place.toLevelName)
      let isWorthAWord = !floor.posted.isEmpty || floor.level != .ground
      return .passWall(doorway, on: isWorthAWord ? floor : nil, turning: turn, then: then, along: onward)
    case .portal(let gateway): return .passPortal(gateway, turning: turn, then: then, along: onward)
    case .ride(let ride): return .ride(ride)
    case .ferry(let name): return .ferry(name)
    }
  }

  /// An instruction on some edges, or between two, that says nothing yet.
  private func place(_ range: Range<Int>) -> Instruction {
    let all = edges
    let first = range.isEmpty ? nil : range.lowerBound
    let last = range.isEmpty ? nil : range.upperBound - 1
    let before = range.lowerBound > 0 ? range.lowerBound - 1 : nil
    let after = range.lowerBound < all.count ? range.lowerBound : nil
    let from =
      first.map { all[$0].fromLevel } ?? before.map { all[$0].toLevel } ?? after.map { all[$0].fromLevel }
      ?? startLevel
    let fromName =
      first.map { all[$0].fromLevelName } ?? before.map { all[$0].toLevelName }
      ?? after.map { all[$0].fromLevelName } ?? ""
    let lower =
      after.map { all[$0].geometryRange.lowerBound } ?? before.map { all[$0].geometryRange.upperBound }
      ?? legs[0].geometryRange.lowerBound
    let upper = last.map { all[$0].geometryRange.upperBound } ?? lower
    return Instruction(
      maneuver: .depart, modifier: nil, leg: firstLeg, name: "", fromLevel: from,
      toLevel: last.map { all[$0].toLevel } ?? from, fromLevelName: cleanName(fromName),
      toLevelName: cleanName(last.map { all[$0].toLevelName } ?? fromName), distance: 0,
      durationMilliseconds: 0,
      geometryRange: lower...max(lower, upper), translations: [:], facts: .getOut)
  }
}

extension LegReading {
  /// Whether what one follows turns on the way by so much that one can't go straight on.
  func bends(_ range: Range<Int>) -> Bool {
    let points =
      range.isEmpty
      ? nil
      : (
        edges[range.lowerBound].geometryRange.lowerBound, edges[range.upperBound - 1].geometryRange.upperBound
      )
    return points.map { line.bends(from: $0.0, to: $0.1) } ?? false
  }
}
