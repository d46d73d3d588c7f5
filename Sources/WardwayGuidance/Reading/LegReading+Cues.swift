import WardwayMap
import WardwayRouting

extension LegReading {
  /// What to say on the way, in order; the first is a departure.
  func cues() -> [Cue] {
    let stretches = stretches()
    let changes = buildingChanges()
    var result: [Cue] = []
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
        let isPlain = inside.isEmpty && !portals.contains { stretch.edges.contains($0.edge) }
        if previous != nil, isPlain, length(stretch.edges) < Self.shortestWalk { continue }
        result += WalkReader(self, range: stretch.edges, changes: inside, previous: previous).read()
      } else {
        // A wall without a door, right at the foot of the stairs.
        if let change = inside.first, change.edge == stretch.edges.lowerBound, index > 0 {
          let doorway = Doorway(
            entersBuilding: change.entersBuilding, gateway: portal(at: change.edge)?.gateway)
          result.append(cue(.pass(doorway), at: stretch.edges.lowerBound))
        }
        result.append(cue(for: stretch))
      }
    }
    if isCar || edges.isEmpty { return result }
    return withPortals(Condenser(self, end: end(of: edges.count - 1)).condense(result))
  }

  /// No walk between two rides is said if it is shorter, in metres: it belongs to the ride before.
  private static let shortestWalk = 2.0

  /// Adds the portals at which nothing else is said: there a leg begins, and with it a step.
  private func withPortals(_ cues: [Cue]) -> [Cue] {
    var result = cues
    for portal in portals where !result.contains(where: { $0.edge == portal.edge }) {
      let place = result.firstIndex { $0.edge > portal.edge } ?? result.count
      result.insert(cue(.portal(portal.gateway), at: portal.edge), at: place)
    }
    return result
  }

  private func cue(for stretch: Stretch) -> Cue {
    let first = stretch.edges.lowerBound
    guard case .ride(let ride) = stretch.kind else {
      return cue(.ferry(cleanName(edges[first].name)), at: first)
    }
    return cue(.ride(ride), at: first)
  }

  /// Setting out right at a connector or a ferry.
  private func departure(into stretch: Stretch) -> Cue {
    cue(.depart(bearing: nil), at: stretch.edges.lowerBound)
  }

  private func cue(_ action: Cue.Action, at edge: Int) -> Cue {
    let position = edge < edges.count ? start(of: edge) : end(of: edges.count - 1)
    return Cue(action: action, way: .none, edge: edge, position: position)
  }
}
