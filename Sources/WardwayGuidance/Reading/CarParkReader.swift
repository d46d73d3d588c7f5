import WardwayMap
import WardwayRouting

/// Says where a drive comes into a car park and out of one.
///
/// Aisles are where the map says so; a garage begins at its barrier, or where one leaves the ground. A car park
/// that shows none of these begins at the last turn before its end. Inside nothing is said: one looks for a
/// space.
struct CarParkReader {
  let leg: LegReading
  let range: Range<Int>

  /// How far before its end a drive may turn into a car park without aisles, in metres.
  private static let drivewayReach = 120.0
  /// How far before its end a drive passes the car park's barrier, in metres.
  private static let barrierReach = 400.0
  /// So near, a barrier is said with the turn into the car park, in metres.
  private static let atEntrance = 40.0

  /// Adds to what is said on a drive.
  func read(_ instructions: [Instruction]) -> [Instruction] {
    var result = instructions
    if leg.startsAtCar { leave(&result) }
    if leg.parking != nil, leg.endsAtHandoff { enter(&result) }
    return result
  }

  private func isAisle(_ edge: Int) -> Bool { leg.roads[edge].roadClass == .parkingAisle }

  private func isAccess(_ edge: Int) -> Bool {
    leg.roads[edge].roadClass.rank >= RoadClass.service.rank
  }

  /// Whether an edge lies in a garage, behind its barrier or off the ground.
  private func isInGarage(_ edge: Int) -> Bool {
    leg.roads[edge].hasGate || leg.edges[edge].fromLevel != .ground || leg.edges[edge].toLevel != .ground
  }

  private func leave(_ instructions: inout [Instruction]) {
    let lane = range.first { !isAccess($0) && leg.extends($0) } ?? range.upperBound
    let inside = leg.startsInCarPark ? (range.lowerBound..<lane).last { isInGarage($0) } : nil
    // A barrier stands where its edge begins: that one is outside.
    let behind = inside.map { leg.edges[$0].toLevel == .ground ? $0 : $0 + 1 } ?? range.lowerBound
    guard let out = (behind..<range.upperBound).first(where: { !isAisle($0) && leg.extends($0) }) else {
      return
    }
    // A lane that isn't known for a part of the car park may still be one.
    let isUnknown = out == range.lowerBound
    if isUnknown, !leg.startsInCarPark || !isAccess(out) { return }
    instructions.removeAll { $0.edge < out && !$0.isDeparture }
    let reach = isUnknown ? Self.drivewayReach : Self.atEntrance
    if let next = instructions.firstIndex(where: { $0.roadTurn?.kind.isPlainTurn ?? false }),
      instructions[next].position - leg.start(of: out) < reach
    {
      instructions[next].change { $0.carPark = .leave }
    } else if !isUnknown {
      mark(out, .leave, &instructions)
    }
  }

  /// The first edge inside the car park, as far as the map tells.
  private func entrance(of parking: ParkingFacts, end: Double) -> Int? {
    if parking.kind.isBuilt {
      let lane = range.last { !isAccess($0) && leg.extends($0) } ?? range.lowerBound
      let inside = (lane..<range.upperBound).dropFirst().first { isInGarage($0) }
      if let inside, end - leg.start(of: inside) < Self.barrierReach { return inside }
    }
    guard let outside = range.last(where: { !isAisle($0) && leg.extends($0) }) else { return nil }
    return outside + 1 < range.upperBound ? outside + 1 : nil
  }

  private func enter(_ instructions: inout [Instruction]) {
    guard let parking = leg.parking, parking.kind != .streetParking else { return }
    let end = leg.end(of: range.upperBound - 1)
    var isMarked = false
    if let inside = entrance(of: parking, end: end) {
      instructions.removeAll { $0.edge > inside && $0.roadTurn != nil }
      mark(inside, .enter(leg.destination, takesTicket: false), &instructions)
      isMarked = true
    } else if let last = instructions.indices.last, case .turn? = instructions[last].roadTurn?.kind,
      isAccess(instructions[last].edge), end - instructions[last].position < Self.drivewayReach,
      parking.kind.isParking
    {
      instructions[last].change { $0.carPark = .enter(leg.destination, takesTicket: false) }
      instructions[last].way = .none
      isMarked = true
    }
    guard parking.kind.isParking else { return }
    addBarrier(parking, end: end, isMarked: isMarked, &instructions)
  }

  /// Says where to take the ticket: at the barrier if there is one, else on coming into a garage.
  private func addBarrier(
    _ parking: ParkingFacts, end: Double, isMarked: Bool, _ instructions: inout [Instruction]
  ) {
    let gate = range.dropFirst().last {
      leg.roads[$0].hasGate && end - leg.start(of: $0) < Self.barrierReach && isAccess($0)
    }
    let entrance = isMarked ? instructions.lastIndex { $0.roadTurn?.carPark != nil } : nil
    if let gate {
      let position = leg.start(of: gate)
      if let entrance, abs(instructions[entrance].position - position) < Self.atEntrance {
        if parking.charges { instructions[entrance].takeTicket() }
        return
      }
      let barrier = Instruction(
        action: .drive(RoadTurn(kind: .barrier(takesTicket: parking.charges))), way: .none, edge: gate,
        position: position)
      let place = instructions.firstIndex { $0.edge >= gate } ?? instructions.count
      instructions.insert(barrier, at: place)
    } else if let entrance, parking.charges, parking.kind.isBuilt {
      instructions[entrance].takeTicket()
    }
  }

  /// Puts a car park into what is said at an edge, or says it.
  private func mark(_ edge: Int, _ carPark: RoadTurn.CarPark, _ instructions: inout [Instruction]) {
    let isEntering = carPark != .leave
    if let index = instructions.firstIndex(where: { $0.edge == edge && $0.roadTurn != nil }) {
      instructions[index].change { $0.carPark = carPark }
      if isEntering { instructions[index].way = .none }
      return
    }
    // What leads a few metres on to the aisle is the same turn.
    if isEntering, let last = instructions.indices.last(where: { instructions[$0].edge < edge }),
      let turn = instructions[last].roadTurn, turn.kind.isPlainTurn, isAccess(instructions[last].edge),
      leg.start(of: edge) - instructions[last].position < Self.atEntrance
    {
      instructions[last].change { $0.carPark = carPark }
      instructions[last].way = .none
      return
    }
    let joint = leg.joints(range).first { $0.after == edge }
    let turn = joint.map { Modifier(angle: leg.angle($0)) } ?? .straight
    var instruction = Instruction(
      action: .drive(RoadTurn(kind: turn == .straight ? .straight : .turn)), turn: turn,
      way: isEntering ? .none : leg.ways[edge], edge: edge, position: leg.start(of: edge), joint: joint)
    instruction.change { $0.carPark = carPark }
    instructions.insert(instruction, at: instructions.firstIndex { $0.edge > edge } ?? instructions.count)
  }
}

extension HandoffKind {
  /// Whether it has a door, where a ticket is taken.
  fileprivate var isBuilt: Bool { self == .parkingGarage || self == .undergroundParking }
}

extension Instruction {
  fileprivate mutating func takeTicket() {
    change {
      if case .enter(let name, _)? = $0.carPark { $0.carPark = .enter(name, takesTicket: true) }
    }
  }
}
