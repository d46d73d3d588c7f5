import Geodesy
import WardwayMap
import WardwayRouting

/// Puts a leg's instructions in words and measures what each covers.
struct StepBuilder {
  let leg: Leg
  let reading: LegReading
  let phrasebook: any Phrasebook
  /// The level where the leg starts.
  let startLevel: Level
  /// What comes before the leg.
  let start: Start

  /// What is no walk, in metres.
  private static let atTheDoor = 1.0

  func steps(ending goal: Goal) -> [Step] {
    var instructions = reading.instructions()
    if instructions.first?.isDeparture != true {
      let departure = Instruction(action: .depart(bearing: nil), way: .none, edge: 0, position: 0)
      instructions.insert(departure, at: 0)
    }
    // Somebody who gets out at the door is there.
    if start == .dropOff, instructions.count == 1, reading.length(leg.edges.indices) < Self.atTheDoor {
      instructions = []
    }
    let ends = instructions.dropFirst().map(\.edge) + [leg.edges.count]
    var steps = zip(instructions, ends).map { instruction, end in
      step(instruction, covering: instruction.edge..<max(instruction.edge, end))
    }
    steps.append(
      arrival(goal, hasTicket: instructions.contains { $0.roadTurn?.takesTicket ?? false }))
    return steps
  }

  private func step(_ instruction: Instruction, covering edges: Range<Int>) -> Step {
    var step = place(edges)
    step.maneuver = instruction.maneuver
    step.modifier = instruction.modifier
    step.name = instruction.name
    let ground = reading.length(edges)
    step.distance = ground
    step.duration = Double(leg.edges[edges].reduce(0) { $0 + UInt64($1.duration) }) / 1000
    step.text = text(instruction, distance: ground, from: Floor(step.fromLevel, posted: step.fromLevelName))
    if !instruction.building.isEmpty {
      let floor = Floor(step.toLevel, posted: step.toLevelName)
      step.text += phrasebook.whereabouts(
        in: instruction.building, on: floor.posted.isEmpty && floor.level == .ground ? nil : floor)
    }
    return step
  }

  private func arrival(_ goal: Goal, hasTicket: Bool) -> Step {
    var step = place(leg.edges.count..<leg.edges.count)
    step.maneuver = goal.maneuver
    step.duration = Double(leg.transfer) / 1000
    step.name = cleanName(leg.destination)
    step.text = goal.text(
      in: phrasebook, at: step.name, on: floor(at: step), charges: leg.parking?.charges == true && !hasTicket)
    return step
  }

  /// The floor on which one arrives, if it is worth a word.
  private func floor(at arrival: Step) -> Floor? {
    let floor = Floor(arrival.toLevel, posted: arrival.toLevelName)
    let isIndoor = isIndoor(leg.edges.indices.last { !reading.isPassage($0) })
    return isIndoor || !floor.posted.isEmpty || floor.level != .ground ? floor : nil
  }

  private func isIndoor(_ edge: Int?) -> Bool {
    edge.map { leg.edges[$0].attributes.isIndoor || leg.edges[$0].kind.isElevator } ?? false
  }

  /// A step without words on some edges, or between two.
  private func place(_ edges: Range<Int>) -> Step {
    let all = leg.edges
    let first = edges.isEmpty ? nil : edges.lowerBound
    let last = edges.isEmpty ? nil : edges.upperBound - 1
    let before = edges.lowerBound > 0 ? edges.lowerBound - 1 : nil
    let after = edges.lowerBound < all.count ? edges.lowerBound : nil
    let from =
      first.map { all[$0].fromLevel } ?? before.map { all[$0].toLevel } ?? after.map { all[$0].fromLevel }
      ?? startLevel
    let fromName =
      first.map { all[$0].fromLevelName } ?? before.map { all[$0].toLevelName }
      ?? after.map { all[$0].fromLevelName } ?? ""
    let lower =
      after.map { all[$0].geometryRange.lowerBound } ?? before.map { all[$0].geometryRange.upperBound }
      ?? leg.geometryRange.lowerBound
    let upper = last.map { all[$0].geometryRange.upperBound } ?? lower
    return Step(
      maneuver: .depart, modifier: nil, text: "", name: "", fromLevel: from,
      toLevel: last.map { all[$0].toLevel } ?? from, fromLevelName: cleanName(fromName),
      toLevelName: cleanName(last.map { all[$0].toLevelName } ?? fromName), distance: 0, duration: 0,
      geometryRange: lower...max(lower, upper))
  }

  private func text(_ instruction: Instruction, distance: Double, from floor: Floor) -> String {
    var way = instruction.way
    if way.isBareNumber { way.name = phrasebook.road(numbered: way.name) }
    let turn = instruction.turn.flatMap { $0 == .straight ? nil : $0 }
    switch instruction.action {
    case .depart(let bearing?):
      let text = phrasebook.depart(
        Heading(bearing: bearing), along: way, distance: distance, byCar: reading.isCar)
      return start == .parking ? phrasebook.leaveCar(text, along: way) : text
    case .depart(nil):
      if start == .parking { return phrasebook.leaveCar(nil, along: way) }
      let isIndoor = isIndoor(leg.edges.indices.first { !reading.isPassage($0) })
      let isWorthAWord = isIndoor || !floor.posted.isEmpty || floor.level != .ground
      if isIndoor, case .entrance(let venue) = start, !venue.isEmpty {
        return phrasebook.inside(venue, on: isWorthAWord ? floor : nil, along: way)
      }
      return phrasebook.start(on: isWorthAWord ? floor : nil, along: way)
    case .turn(let stays):
      return phrasebook.turn(turn ?? .straight, into: way, stays: stays, after: instruction.after)
    case .goOn:
      return phrasebook.goOn(along: way, distance: distance, after: instruction.after)
    case .drive(let road): return phrasebook.drive(road, turning: instruction.turn, into: way)
    case .cross: return phrasebook.cross(turning: turn)
    case .enter(let door, let isBefore):
      return phrasebook.enter(
        through: door, turning: turn.map { DoorTurn(modifier: $0, isBefore: isBefore) }, into: way)
    case .leave(let door, let isBefore):
      return phrasebook.leave(
        through: door, turning: turn.map { DoorTurn(modifier: $0, isBefore: isBefore) }, into: way)
    case .ride(let ride): return phrasebook.take(ride)
    case .ferry(let name): return phrasebook.ferry(name)
    }
  }
}
