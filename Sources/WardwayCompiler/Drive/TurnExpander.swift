import Columns
import ShortestPaths
import WardwayMap

/// Makes the turn-expanded graph: states of directed edges, and the turns between them.
///
/// A restriction over several edges is followed by a copy of each edge that it runs along: the state says how
/// much of it has been driven. Copies are made only where they are reached.
///
/// A road that is open at the ends of a journey only has two copies: one for journeys that start on such
/// roads and haven't left them, one for those that end there. From the first one gets to ordinary roads, from
/// these to the second, and from there never back: so no hierarchy can lead through. For emergency vehicles
/// that last turn exists.
struct TurnExpander {
  /// What distinguishes the states of a directed edge.
  private struct Copy: Hashable {
    /// Whether the journey ends on roads like this.
    var isEnding: Bool
    /// Restrictions of which two or more edges have been driven: number × 256 + how many.
    var driven: [UInt32]
  }

  private struct Turn {
    var from: UInt32
    var fromCopy: UInt32
    var into: UInt32
    var intoCopy: UInt32
    var traits: TurnTraits
  }

  let edges: [DriveEdgeRecord]
  let leavingStart: [UInt32]
  let leaving: [UInt32]
  let passages: [RoadNode.Passage]
  let restrictions: [EdgeRestriction]
  /// The restrictions that begin with a directed edge.
  private var beginning: [UInt32: [UInt32]] = [:]
  private var copies: [[Copy]]
  private var turns: [Turn] = []
  private var pending: [(directed: UInt32, copy: UInt32)] = []

  init(
    edges: [DriveEdgeRecord], leavingStart: [UInt32], leaving: [UInt32], passages: [RoadNode.Passage],
    restrictions: [EdgeRestriction]
  ) {
    self.edges = edges
    self.leavingStart = leavingStart
    self.leaving = leaving
    self.passages = passages
    self.restrictions = restrictions.filter { $0.path.count < 256 }
    copies = Array(repeating: [], count: edges.count * 2)
    for (number, restriction) in self.restrictions.enumerated() {
      beginning[restriction.path[0], default: []].append(UInt32(number))
    }
  }

  /// The columns of the expanded graph.
  struct Expansion {
    var graph: Graph
    var turns: [TurnTraits]
    var stateEdge: [UInt32]
    var stateStart: [UInt32]
  }

  /// Expands everything.
  ///
  /// - Complexity: O(turns), times the restrictions that overlap.
  mutating func expand() -> Expansion {
    for directed in 0..<UInt32(edges.count * 2) where isOpen(directed) {
      _ = copy(Copy(isEnding: false, driven: []), of: directed)
    }
    while let (directed, number) = pending.popLast() { addTurns(from: directed, number) }
    var stateStart: [UInt32] = [0]
    var stateEdge: [UInt32] = []
    for (directed, copies) in copies.enumerated() {
      stateEdge += Array(repeating: UInt32(directed), count: copies.count)
      stateStart.append(UInt32(stateEdge.count))
    }
    let tails = turns.map { stateStart[Int($0.from)] + $0.fromCopy }
    let heads = turns.map { stateStart[Int($0.into)] + $0.intoCopy }
    let (graph, order) = Graph.sorting(nodeCount: stateEdge.count, tails: tails, heads: heads)
    return Expansion(
      graph: graph, turns: order.map { turns[Int($0)].traits }, stateEdge: stateEdge, stateStart: stateStart)
  }

  // MARK: Edges

  private func isOpen(_ directed: UInt32) -> Bool {
    edges[Int(directed >> 1)].isOpen(forward: directed & 1 == 0)
  }

  private func isEndsOnly(_ directed: UInt32) -> Bool { edges[Int(directed >> 1)].access == .endsOnly }

  private func end(_ directed: UInt32) -> UInt32 {
    let edge = edges[Int(directed >> 1)]
    return directed & 1 == 0 ? edge.head : edge.tail
  }

  /// Whom a directed edge is closed to.
  private func closure(_ directed: UInt32) -> TurnTraits {
    let edge = edges[Int(directed >> 1)]
    var closed = TurnTraits()
    if !edge.isOpen(forward: directed & 1 == 0, toEmergency: false) { closed.insert(.closedToOrdinary) }
    if !edge.isOpen(forward: directed & 1 == 0, toEmergency: true) { closed.insert(.closedToEmergency) }
    return closed
  }

  /// The number of a copy among those of its directed edge; new ones are queued.
  private mutating func copy(_ copy: Copy, of directed: UInt32) -> UInt32 {
    if let known = copies[Int(directed)].firstIndex(of: copy) { return UInt32(known) }
    copies[Int(directed)].append(copy)
    let number = UInt32(copies[Int(directed)].count - 1)
    pending.append((directed, number))
    return number
  }

  // MARK: Turns

  private mutating func addTurns(from: UInt32, _ number: UInt32) {
    let state = copies[Int(from)][Int(number)]
    let node = Int(end(from))
    var exits: TurnTraits = []
    var back: UInt32?
    for into in leaving[Int(leavingStart[node])..<Int(leavingStart[node + 1])] where isOpen(into) {
      if into == from ^ 1 {
        back = into
        continue
      }
      let closed = closure(from).union(closure(into)).union(barrier(from, state, into, at: node))
      let traits = add(from, number, state, into, closed)
      // A road that the journey could only end on is no way out of a dead end.
      let leadsOn = isEndsOnly(from) || !isEndsOnly(into)
      if !traits.contains(.closedToOrdinary), leadsOn { exits.insert(.closedToOrdinary) }
      if !traits.contains(.closedToEmergency) { exits.insert(.closedToEmergency) }
    }
    guard let back else { return }
    let closed = closure(from).union(closure(back)).union(exits)
    _ = add(from, number, state, back, closed.union(.uTurn))
  }

  /// Adds a turn unless it is closed to all; returns what became known of it.
  private mutating func add(
    _ from: UInt32, _ number: UInt32, _ state: Copy, _ into: UInt32, _ known: TurnTraits
  ) -> TurnTraits {
    let (closed, driven) = drive(from, state, into)
    let traits = known.union(closed)
    guard !traits.isSuperset(of: .closed) else { return traits }
    let isEnding = isEndsOnly(into) && (isEndsOnly(from) ? state.isEnding : true)
    let target = copy(Copy(isEnding: isEnding, driven: driven), of: into)
    turns.append(Turn(from: from, fromCopy: number, into: into, intoCopy: target, traits: traits))
    return traits
  }

  /// Whom the node between two edges keeps back, or the rule that one mayn't drive through.
  private func barrier(_ from: UInt32, _ state: Copy, _ into: UInt32, at node: Int) -> TurnTraits {
    var closed = TurnTraits()
    if state.isEnding, !isEndsOnly(into) { closed.insert(.closedToOrdinary) }
    switch passages[node] {
    case .everyone: break
    case .endsOnly: if !isEndsOnly(from), !isEndsOnly(into) { closed.insert(.closedToOrdinary) }
    case .emergencyOnly: closed.insert(.closedToOrdinary)
    case .nobody: closed.formUnion(.closed)
    }
    return closed
  }

  /// Whom restrictions keep from a turn, and which of them have been driven further along after it.
  private func drive(
    _ from: UInt32, _ state: Copy, _ into: UInt32
  ) -> (closed: TurnTraits, driven: [UInt32]) {
    var closed = TurnTraits()
    var driven: [UInt32] = []
    func step(_ number: UInt32, _ count: Int) {
      let restriction = restrictions[Int(number)]
      let isNext = restriction.path[count] == into
      if isNext, count + 1 < restriction.path.count { driven.append(number << 8 | UInt32(count + 1)) }
      let isLast = count + 1 == restriction.path.count
      if restriction.isOnly ? !isNext : isNext && isLast { closed.formUnion(restriction.binds) }
    }
    for number in beginning[from] ?? [] { step(number, 1) }
    for match in state.driven { step(match >> 8, Int(match & 255)) }
    driven.sort()
    return (closed, driven)
  }
}
