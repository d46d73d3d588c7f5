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
  func read(_ cues: [Cue]) -> [Cue] {
    var result = cues
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

  private func leave(_ cues: inout [Cue]) {
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
    cues.removeAll { $0.edge < out && !$0.isDeparture }
    let reach = isUnknown ? Self.drivewayReach : Self.atEntrance
    if let next = cues.firstIndex(where: { $0.roadTurn?.kind.isPlainTurn ?? false }),
      cues[next].position - leg.start(of: out) < reach
    {
      cues[next].change { $0.carPark = .leave }
    } else if !isUnknown {
      mark(out, .leave, &cues)
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

  private func enter(_ cues: inout [Cue]) {
    guard let parking = leg.parking, parking.kind != .streetParking else { return }
    let end = leg.end(of: range.upperBound - 1)
    var isMarked = false
    if let inside = entrance(of: parking, end: end) {
      cues.removeAll { $0.edge > inside && $0.roadTurn != nil }
      mark(inside, .enter(leg.destination, takesTicket: false), &cues)
      isMarked = true
    } else if let last = cues.indices.last, case .turn? = cues[last].roadTurn?.kind,
      isAccess(cues[last].edge), end - cues[last].position < Self.drivewayReach,
      parking.kind.isParking
    {
      cues[last].change { $0.carPark = .enter(leg.destination, takesTicket: false) }
      cues[last].way = .none
      isMarked = true
    }
    guard parking.kind.isParking else { return }
    addBarrier(parking, end: end, isMarked: isMarked, &cues)
  }

  /// Says where to take the ticket: at the barrier if there is one, else on coming into a garage.
  private func addBarrier(
    _ parking: ParkingFacts, end: Double, isMarked: Bool, _ cues: inout [Cue]
  ) {
    let gate = range.dropFirst().last {
      leg.roads[$0].hasGate && end - leg.start(of: $0) < Self.barrierReach && isAccess($0)
    }
    let entrance = isMarked ? cues.lastIndex { $0.roadTurn?.carPark != nil } : nil
    if let gate {
      let position = leg.start(of: gate)
      if let entrance, abs(cues[entrance].position - position) < Self.atEntrance {
        if parking.charges { cues[entrance].takeTicket() }
        return
      }
      let barrier = Cue(
        action: .drive(RoadTurn(kind: .barrier(takesTicket: parking.charges))), way: .none, edge: gate,
        position: position)
      let place = cues.firstIndex { $0.edge >= gate } ?? cues.count
      cues.insert(barrier, at: place)
    } else if let entrance, parking.charges, parking.kind.isBuilt {
      cues[entrance].takeTicket()
    }
  }

  /// Puts a car park into what is said at an edge, or says it.
  private func mark(_ edge: Int, _ carPark: RoadTurn.CarPark, _ cues: inout [Cue]) {
    let isEntering = carPark != .leave
    if let index = cues.firstIndex(where: { $0.edge == edge && $0.roadTurn != nil }) {
      cues[index].change { $0.carPark = carPark }
      if isEntering { cues[index].way = .none }
      return
    }
    // What leads a few metres on to the aisle is the same turn.
    if isEntering, let last = cues.indices.last(where: { cues[$0].edge < edge }),
      let turn = cues[last].roadTurn, turn.kind.isPlainTurn, isAccess(cues[last].edge),
      leg.start(of: edge) - cues[last].position < Self.atEntrance
    {
      cues[last].change { $0.carPark = carPark }
      cues[last].way = .none
      return
    }
    let joint = leg.joints(range).first { $0.after == edge }
    let turn = joint.map { Modifier(angle: leg.angle($0)) } ?? .straight
    var cue = Cue(
      action: .drive(RoadTurn(kind: turn == .straight ? .straight : .turn)), turn: turn,
      way: isEntering ? .none : leg.ways[edge], edge: edge, position: leg.start(of: edge), joint: joint)
    cue.change { $0.carPark = carPark }
    cues.insert(cue, at: cues.firstIndex { $0.edge > edge } ?? cues.count)
  }
}

extension HandoffKind {
  /// Whether it has a door, where a ticket is taken.
  fileprivate var isBuilt: Bool { self == .parkingGarage || self == .undergroundParking }
}

extension Cue {
  fileprivate mutating func takeTicket() {
    change {
      if case .enter(let name, _)? = $0.carPark { $0.carPark = .enter(name, takesTicket: true) }
    }
  }
}
