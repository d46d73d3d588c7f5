import Geodesy
import WardwayMap
import WardwayRouting

/// Puts the instructions of a drive, or of a walk over several legs, in words, and measures what each covers.
struct StepBuilder {
  let legs: [Leg]
  let reading: LegReading
  let phrasebook: any Phrasebook
  /// The level where it starts.
  let startLevel: Level
  /// What comes before it.
  let start: Start

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

  /// The steps of each leg.
  func steps(ending goal: Goal) -> [[Step]] {
    var instructions = reading.instructions()
    if instructions.first?.isDeparture != true {
      let departure = Instruction(action: .depart(bearing: nil), way: .none, edge: 0, position: 0)
      instructions.insert(departure, at: 0)
    }
    // Somebody who gets out at the door is there.
    if start == .dropOff, instructions.count == 1, reading.length(edges.indices) < Self.atTheDoor {
      instructions = []
    }
    let ends = instructions.dropFirst().map(\.edge) + [edges.count]
    var steps: [[Step]] = legs.map { _ in [] }
    for (index, instruction) in instructions.enumerated() {
      let leg = reading.legStarts.lastIndex { $0 <= instruction.edge } ?? 0
      steps[leg].append(
        step(
          instruction, covering: instruction.edge..<max(instruction.edge, ends[index]),
          before: index + 1 < instructions.count ? instructions[index + 1] : nil))
    }
    let hasTicket = instructions.contains { $0.roadTurn?.takesTicket ?? false }
    steps[legs.count - 1].append(arrival(goal, hasTicket: hasTicket))
    return steps
  }

  private func step(_ instruction: Instruction, covering edges: Range<Int>, before next: Instruction?) -> Step
  {
    var step = place(edges)
    step.maneuver = instruction.maneuver
    step.modifier = instruction.modifier
    step.name = instruction.name
    let ground = reading.length(edges)
    step.distance = ground
    step.duration = Double(self.edges[edges].reduce(0) { $0 + UInt64($1.duration) }) / 1000
    var onward = Onward(way: instruction.way, distance: ground)
    if onward.way.isBareNumber { onward.way.name = phrasebook.road(numbered: onward.way.name) }
    onward.bends = reading.bends(edges)
    step.text = text(instruction, onward, from: Floor(step.fromLevel, posted: step.fromLevelName), step, next)
    let length = phrasebook.length(ground)
    step.saysDistance = !length.isEmpty && step.text.holds(length)
    return step
  }

  // MARK: The end

  private func arrival(_ goal: Goal, hasTicket: Bool) -> Step {
    var step = place(edges.count..<edges.count)
    step.maneuver = goal.maneuver
    step.duration = Double(last.transfer) / 1000
    step.name = cleanName(last.destination)
    let charges = last.parking?.charges == true && !hasTicket
    switch goal {
    case .stop: (step.text, step.modifier) = arrivalText(at: step)
    case .parking(let floor):
      step.text = phrasebook.park(
        at: step.name, on: floor.flatMap { $0.isNamed(in: step.name) ? nil : $0 }, charges: charges)
    case .dropOff: step.text = phrasebook.getOut(at: step.name)
    case .car: step.text = phrasebook.getIn(at: step.name, charges: charges)
    case .pickUp: step.text = phrasebook.beingPickedUp(at: step.name)
    }
    return step
  }

  private func arrivalText(at step: Step) -> (String, Modifier?) {
    let floor = floor(at: step)
    guard let goal = last.goal, goal.distance >= Self.beside, let side = side(of: goal.coordinate) else {
      return (phrasebook.arrive(at: step.name, on: floor, side: nil), nil)
    }
    let modifier: Modifier? = side == .left ? .left : side == .right ? .right : nil
    if goal.distance > Self.away {
      return (
        phrasebook.arrive(before: step.name, metres: goal.distance, side: side, on: floor), modifier
      )
    }
    return (phrasebook.arrive(at: step.name, on: floor, side: side == .behind ? nil : side), modifier)
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
  private func floor(at arrival: Step) -> Floor? {
    let floor = Floor(arrival.toLevel, posted: arrival.toLevelName)
    let isIndoor = isIndoor(edges.indices.last { !reading.isPassage($0) })
    return isIndoor || !floor.posted.isEmpty || floor.level != .ground ? floor : nil
  }

  private func isIndoor(_ edge: Int?) -> Bool {
    edge.map { edges[$0].attributes.isIndoor || edges[$0].kind.isElevator } ?? false
  }

  // MARK: The start

  /// Which way somebody looks who sets out, where the place and the way tell it.
  private func facing(_ instruction: Instruction, _ next: Instruction?) -> Facing {
    var facing = Facing(turn: instruction.turn)
    guard start == .stop, let origin = legs[0].origin, Self.beside...Self.behind ~= origin.distance,
      !origin.name.isEmpty,
      let move = edges.indices.first(where: { reading.extends($0) }),
      let departure = reading.departure(edge: move),
      let out = reading.line.direction(from: edges[move].geometryRange.lowerBound, to: origin.coordinate)
    else {
      guard instruction.turn == nil, let next else { return facing }
      if case .ride(let ride) = next.action {
        facing.ride = ride
      } else if next.way.name != instruction.way.name {
        facing.towards = next.way.name
      }
      return facing
    }
    facing.behind = cleanName(origin.name)
    let angle = out.opposite.turn(into: departure)
    facing.turn = abs(angle) < 35 ? nil : Modifier(angle: angle)
    return facing
  }

  private func departure(
    _ instruction: Instruction, _ onward: Onward, from floor: Floor, _ next: Instruction?
  )
    -> String
  {
    if case .depart(let bearing?) = instruction.action {
      return phrasebook.depart(Heading(bearing: bearing), along: onward, byCar: reading.isCar)
    }
    let isIndoor = isIndoor(edges.indices.first { !reading.isPassage($0) })
    let isWorthAWord = isIndoor || !floor.posted.isEmpty || floor.level != .ground
    return phrasebook.start(on: isWorthAWord ? floor : nil, facing: facing(instruction, next), along: onward)
  }

  /// Setting out from the car; where one stands was said with the parking.
  private func leavingCar(_ instruction: Instruction, _ onward: Onward) -> String {
    if case .depart(let bearing?) = instruction.action {
      let text = phrasebook.depart(Heading(bearing: bearing), along: onward, byCar: false)
      return phrasebook.leaveCar(text, turning: nil, along: onward)
    }
    return phrasebook.leaveCar(nil, turning: instruction.turn, along: onward)
  }

  // MARK: Between

  private func text(
    _ instruction: Instruction, _ onward: Onward, from floor: Floor, _ step: Step, _ next: Instruction?
  ) -> String {
    let turn = instruction.turn.flatMap { $0 == .straight ? nil : $0 }
    let then = instruction.then
    switch instruction.action {
    case .depart:
      if start == .parking { return leavingCar(instruction, onward) }
      return departure(instruction, onward, from: floor, next)
    case .turn(let stays):
      return phrasebook.turn(
        [turn ?? .straight] + (then.map { [$0] } ?? []), into: onward, stays: stays, after: instruction.after)
    case .fork(let stays): return phrasebook.keep(turn ?? .slightRight, on: onward, stays: stays)
    case .goOn: return phrasebook.goOn(along: onward, after: instruction.after)
    case .drive(let road): return phrasebook.drive(road, turning: instruction.turn, into: onward.way)
    case .cross: return phrasebook.cross(turning: turn, then: then, along: onward)
    case .pass(let doorway):
      let floor = Floor(step.toLevel, posted: step.toLevelName)
      let isWorthAWord = !floor.posted.isEmpty || floor.level != .ground
      return phrasebook.pass(
        doorway, on: isWorthAWord ? floor : nil, turning: turn, then: then, along: onward)
    case .portal(let portal): return phrasebook.pass(portal, turning: turn, then: then, along: onward)
    case .ride(let ride): return phrasebook.take(ride)
    case .ferry(let name): return phrasebook.ferry(name)
    }
  }

  /// A step without words on some edges, or between two.
  private func place(_ range: Range<Int>) -> Step {
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
    return Step(
      maneuver: .depart, modifier: nil, text: "", name: "", fromLevel: from,
      toLevel: last.map { all[$0].toLevel } ?? from, fromLevelName: cleanName(fromName),
      toLevelName: cleanName(last.map { all[$0].toLevelName } ?? fromName), distance: 0, duration: 0,
      geometryRange: lower...max(lower, upper))
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

extension String {
  /// Whether it has a part, byte for byte.
  fileprivate func holds(_ part: String) -> Bool {
    let (text, part) = (Array(utf8), Array(part.utf8))
    guard let first = part.first, text.count >= part.count else { return part.isEmpty }
    return (0...text.count - part.count).contains { start in
      text[start] == first && text[start..<start + part.count].elementsEqual(part)
    }
  }
}
