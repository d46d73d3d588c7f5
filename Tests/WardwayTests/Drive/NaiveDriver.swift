import ShortestPaths
import WardwayMap

@testable import WardwayRouting

/// A slow driver who knows the random town, not the turn-expanded graph.
///
/// Searches over whole histories of hops, and asks of each next hop whether the rules forbid it. An edge's
/// time and access are the network's.
struct NaiveDriver {
  /// A stretch of a street between two nodes where edges end.
  struct Hop: Hashable {
    var road: Int
    var from: Character
    var to: Character
    /// Whether it runs along the street as it is drawn.
    var isForward: Bool
    var directed: UInt32
  }

  private enum Phase { case starting, through, ending }

  private struct State: Hashable {
    var history: [Hop]
    var phase: Phase
  }

  let town: RandomRoads
  let network: DriveNetwork
  let metric: DriveMetric
  private var hops: [Character: [Hop]] = [:]
  private var hopOf: [UInt32: Hop] = [:]

  init(_ town: RandomRoads, _ network: DriveNetwork, _ metric: DriveMetric) {
    self.town = town
    self.network = network
    self.metric = metric
    func letter(_ node: UInt32) -> Character {
      Character(UnicodeScalar(UInt8(network.nodes[Int(node)].source.number)))
    }
    for edge in network.edges.indices {
      let road = Int(network.edges[edge].source.number) - 1
      for isForward in [true, false] {
        guard town.roads[road].directions & (isForward ? 1 : 2) != 0 else { continue }
        let directed = UInt32(edge * 2 + (isForward ? 0 : 1))
        let hop = Hop(
          road: road, from: letter(network.start(of: directed)), to: letter(network.end(of: directed)),
          isForward: isForward, directed: directed)
        hops[hop.from, default: []].append(hop)
        hopOf[directed] = hop
      }
    }
  }

  private func isPrivate(_ hop: Hop) -> Bool { network.edges[Int(hop.directed >> 1)].access == .endsOnly }

  private func time(_ hop: Hop) -> UInt32 { metric.edgeWeights[Int(hop.directed)] }

  // MARK: The rules

  /// How far a history has followed a restriction, if it ends inside of one: the part of the path that it is
  /// on, counted back from its last hop.
  private func follows(_ restriction: RandomRoads.Restriction, _ history: [Hop], upTo part: Int) -> Bool {
    // The last hop is on street `part` of the path; before it come that street from its joint on, and so on
    // back to the last hop of the first street.
    var index = history.count - 1
    var part = part
    while index >= 0 {
      let hop = history[index]
      guard hop.road == restriction.path[part] else { return false }
      if part == 0 { return hop.to == restriction.joints[0] && reachesEnd(hop) }
      if hop.from == restriction.joints[part - 1] { part -= 1 }
      index -= 1
    }
    return false
  }

  /// Whether a hop ends where its street does.
  private func reachesEnd(_ hop: Hop) -> Bool {
    let name = town.roads[hop.road].name
    return hop.to == (hop.isForward ? name.last! : name.first!)
  }

  private func isForbidden(_ next: Hop, after history: [Hop]) -> Bool {
    guard let last = history.last else { return false }
    for restriction in town.restrictions {
      for part in 0..<restriction.path.count - 1 {
        guard last.road == restriction.path[part], follows(restriction, history, upTo: part) else { continue }
        let isAtJoint = last.to == restriction.joints[part]
        let goesOn =
          isAtJoint
          ? next.road == restriction.path[part + 1] && next.from == restriction.joints[part]
          : next.road == last.road && next.isForward == last.isForward
        if restriction.isOnly, !isVoid(restriction), !goesOn { return true }
        let isLast = isAtJoint && part + 2 == restriction.path.count
        if !restriction.isOnly, goesOn, isLast { return true }
      }
    }
    return false
  }

  /// Whether a path can't be driven at all for its one-way streets; then nobody can be held to it.
  private func isVoid(_ restriction: RandomRoads.Restriction) -> Bool {
    for (part, road) in restriction.path.enumerated() {
      let (name, directions) = town.roads[road]
      let isForward =
        part == 0 ? name.last == restriction.joints[0] : name.first == restriction.joints[part - 1]
      if directions & (isForward ? 1 : 2) == 0 { return true }
    }
    return false
  }

  private func phase(after phase: Phase, _ hop: Hop, _ next: Hop) -> Phase? {
    switch (isPrivate(hop), isPrivate(next)) {
    case (_, true): isPrivate(hop) ? phase : .ending
    case (true, false): phase == .starting ? .through : nil
    case (false, false): .through
    }
  }

  private func exits(_ state: State) -> [(hop: Hop, phase: Phase, extra: UInt32)] {
    let last = state.history.last!
    var found: [(hop: Hop, phase: Phase, extra: UInt32)] = []
    var isDeadEnd = true
    for next in hops[last.to] ?? [] where next.directed != last.directed ^ 1 {
      guard let phase = phase(after: state.phase, last, next), !isForbidden(next, after: state.history) else {
        continue
      }
      switch town.barriers[last.to] {
      case "bollard": continue
      case "gate": if !isPrivate(last), !isPrivate(next) { continue }
      default: break
      }
      found.append((next, phase, 0))
      if isPrivate(last) || !isPrivate(next) { isDeadEnd = false }
    }
    if isDeadEnd, let back = hopOf[last.directed ^ 1], !isForbidden(back, after: state.history) {
      found.append((back, state.phase, UInt32(metric.vehicle.uTurnSeconds * 1000)))
    }
    return found
  }

  // MARK: Searching

  /// What it takes from the middle of one edge to the middle of another.
  func cost(from start: DrivePoint, to goal: DrivePoint) -> UInt32 {
    func part(_ hop: Hop, _ point: DrivePoint, isStart: Bool) -> UInt32 {
      let span = network.edges[point.edge].span
      let ahead = hop.isForward == isStart ? span - point.offset : point.offset
      return Share.of(time(hop), ahead, in: span)
    }
    var best = DriveStage(RoadPrices(network, metric)).direct([start], [goal])?.cost ?? unreachable
    var known: [State: UInt32] = [:]
    var queue: [UInt32: [State]] = [:]
    func open(_ state: State, _ cost: UInt32) {
      var state = state
      state.history = Array(state.history.suffix(Self.memory))
      guard cost < known[state] ?? unreachable else { return }
      known[state] = cost
      queue[cost, default: []].append(state)
    }
    for hop in [hopOf[UInt32(start.edge) * 2], hopOf[UInt32(start.edge) * 2 + 1]].compactMap({ $0 }) {
      open(
        State(history: [hop], phase: isPrivate(hop) ? .starting : .through), part(hop, start, isStart: true))
    }
    while let cost = queue.keys.min(), cost < best {
      for state in queue.removeValue(forKey: cost)! where known[state] == cost {
        for (hop, phase, extra) in exits(state) {
          if Int(hop.directed >> 1) == goal.edge {
            best = min(best, cost + extra + part(hop, goal, isStart: false))
          }
          open(State(history: state.history + [hop], phase: phase), cost + extra + time(hop))
        }
      }
    }
    return best
  }

  /// How many hops a restriction can span: three streets of three blocks and the last hop of the first.
  private static let memory = 10
}
