import WardwayMap
import WardwayRouting

extension LegReading {
  /// What to say on the way, in order; the first is a departure.
  func instructions() -> [Instruction] {
    let stretches = stretches()
    let changes = buildingChanges()
    var result: [Instruction] = []
    if let first = stretches.first, first.kind != .walk { result.append(departure(into: first)) }
    for (index, stretch) in stretches.enumerated() {
      let inside = changes.filter { stretch.edges.contains($0.edge) }
      if case .walk = stretch.kind {
        let previous = index > 0 ? stretches[index - 1] : nil
        if isCar {
          let drive = DriveReader(self, range: stretch.edges).read(afterFerry: previous != nil)
          result += CarParkReader(leg: self, range: stretch.edges).read(drive)
          continue
        }
        if previous != nil, inside.isEmpty, length(stretch.edges) < Self.shortestWalk { continue }
        let walk = WalkReader(self, range: stretch.edges, changes: inside, previous: previous).read()
        result += Condenser(self, end: end(of: stretch.edges.upperBound - 1)).condense(walk)
      } else {
        // A wall without a door, right at the foot of the stairs.
        if let change = inside.first, change.edge == stretch.edges.lowerBound, index > 0 {
          let action: Instruction.Action =
            change.entersBuilding
            ? .enter(door: "", turnsBefore: false) : .leave(door: "", turnsBefore: false)
          result.append(instruction(action, at: stretch.edges.lowerBound))
        }
        result.append(instruction(for: stretch))
      }
    }
    return result
  }

  /// No walk between two rides is said if it is shorter, in metres: it belongs to the ride before.
  private static let shortestWalk = 2.0

  private func instruction(for stretch: Stretch) -> Instruction {
    let first = stretch.edges.lowerBound
    guard case .ride(let ride) = stretch.kind else {
      return instruction(.ferry(cleanName(edges[first].name)), at: first)
    }
    var result = instruction(.ride(ride), at: first)
    result.turn = ride.leadsUp.map { $0 ? .up : .down }
    return result
  }

  /// Setting out right at a connector or a ferry.
  private func departure(into stretch: Stretch) -> Instruction {
    instruction(.depart(bearing: nil), at: stretch.edges.lowerBound)
  }

  private func instruction(_ action: Instruction.Action, at edge: Int) -> Instruction {
    Instruction(action: action, way: .none, edge: edge, position: start(of: edge))
  }
}
