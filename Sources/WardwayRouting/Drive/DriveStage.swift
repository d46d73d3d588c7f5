import ShortestPaths
import WardwayMap

/// Driving the roads at their prices.
///
/// A journey starts in the state of its edge, with what remains of the edge; in which direction is free. It ends with a
/// turn into its last edge, so in a state before that turn, with the turn and the part of the edge up to the point. So
/// nothing has to be taken off again, and no weight is negative.
package struct DriveStage: Stage {
  package static let mode = Leg.Mode.car
  /// How much of another drive may be on roads of those before it, in shares of what the best one takes.
  ///
  /// A vehicle may be in several states on a road, so that the search itself may take one road for two.
  private static let sharing = 0.8

  package let prices: RoadPrices
  package let method: SearchMethod

  package var network: NetworkID { .streets }

  /// Makes a stage.
  package init(_ prices: RoadPrices, method: SearchMethod = .fastest) {
    (self.prices, self.method) = (prices, method)
  }

  /// Driving as if nothing were closed or avoided.
  var undisturbed: DriveStage { DriveStage(prices.open) }

  // MARK: Ends

  /// Where a search begins or ends for a point: a state, and the directed edge that the point is on.
  package struct End: StageEnd {
    package let terminal: Terminal
    package let point: Int
    let directed: UInt32
    /// What the turn into that edge takes; 0 at a start.
    let turn: UInt32
  }

  package func terminals(of points: [DrivePoint], leaving: Bool) -> [End] {
    var ends: [End] = []
    for (index, point) in points.enumerated() {
      let span = prices.network.edges[point.edge].span
      for directed in [UInt32(point.edge) * 2, UInt32(point.edge) * 2 + 1] where prices.isOpen(directed) {
        let isTowardsHead = leaving == (directed & 1 == 0)
        let part = isTowardsHead ? span - min(point.offset, span) : point.offset
        let along = prices.duration(of: part, along: directed)
        if leaving {
          guard let state = prices.network.states(of: directed).first else { continue }
          ends.append(
            End(terminal: Terminal(node: state, weight: along), point: index, directed: directed, turn: 0))
        } else {
          addTurns(into: directed, with: along, point: index, to: &ends)
        }
      }
    }
    return ends
  }

  private func addTurns(into directed: UInt32, with along: UInt32, point: Int, to ends: inout [End]) {
    guard !prices.closures.nodes.contains(prices.network.start(of: directed)) else { return }
    prices.network.forEachTurn(into: directed) { state, number in
      guard let turn = prices.metric.turnWeight(number, in: prices.network),
        !prices.closures.edges.contains(Int(prices.network.stateEdge[Int(state)] >> 1))
      else { return }
      let weight = UInt64(turn) + UInt64(along) + UInt64(prices.penalty(into: directed))
      let terminal = Terminal(node: state, weight: UInt32(min(weight, UInt64(unreachable))))
      ends.append(End(terminal: terminal, point: point, directed: directed, turn: turn))
    }
  }

  // MARK: Ways

  package func access(to point: DrivePoint) -> UInt32 { 0 }

  package func cost(of piece: Piece) -> UInt32? {
    guard !prices.closures.edges.contains(piece.edge) else { return nil }
    // Whoever doesn't move needs no way.
    if piece.length == 0 { return 0 }
    let directed = UInt32(piece.edge) * 2 + (piece.isForward ? 0 : 1)
    return prices.isOpen(directed) ? prices.duration(of: piece.length, along: directed) : nil
  }

  package func direct(_ starts: [DrivePoint], _ ends: [DrivePoint]) -> DriveWay? {
    alongEdge(starts, ends).map { along in
      DriveWay(
        pieces: along.piece.length == 0
          ? [] : [DriveWay.Piece(part: along.piece, duration: along.cost, cost: along.cost)],
        cost: along.cost, start: starts[along.start], end: ends[along.end])
    }
  }

  package func way(
    along arcs: [UInt32], cost: UInt32, from start: DrivePoint, _ first: End, to end: DrivePoint, _ last: End
  ) -> DriveWay {
    let network = prices.network
    var way = DriveWay(pieces: [], cost: cost, start: start, end: end)
    way.pieces.reserveCapacity(arcs.count + 2)
    var turning: UInt32 = 0
    var penalty: UInt32 = 0
    func add(_ directed: UInt32, from: UInt32?, to: UInt32?, turn: UInt32, isEntered: Bool = true) {
      let edge = Int(directed >> 1)
      let span = network.edges[edge].span
      let isForward = directed & 1 == 0
      let part = Piece(
        edge: edge, isForward: isForward, from: from ?? (isForward ? 0 : span),
        to: to ?? (isForward ? span : 0))
      turning += turn
      if isEntered { penalty = penalty.addingUpToUnreachable(prices.penalty(into: directed)) }
      // A point at the very end of an edge drives nothing of it.
      guard part.length > 0 else { return }
      let duration = turning + prices.duration(of: part.length, along: directed)
      way.pieces.append(
        DriveWay.Piece(part: part, duration: duration, cost: duration.addingUpToUnreachable(penalty)))
      (turning, penalty) = (0, 0)
    }
    add(first.directed, from: start.offset, to: nil, turn: 0, isEntered: false)
    for arc in arcs {
      add(
        network.edge(enteredBy: Int(arc)), from: nil, to: nil,
        turn: prices.metric.turnWeight(Int(arc), in: network) ?? 0)
    }
    add(last.directed, from: nil, to: end.offset, turn: last.turn)
    if !way.pieces.isEmpty {
      let last = way.pieces.count - 1
      way.pieces[last].duration += turning
      way.pieces[last].cost = way.pieces[last].cost.addingUpToUnreachable(
        turning.addingUpToUnreachable(penalty))
    }
    return way
  }

  package func isOther(_ way: DriveWay, than found: [DriveWay]) -> Bool {
    let known = Set(found.flatMap { $0.pieces.map(\.directed) })
    let shared = way.pieces.reduce(UInt64(0)) {
      $0 + (known.contains($1.directed) ? UInt64($1.duration) : 0)
    }
    return Double(shared) <= Self.sharing * Double(found.first?.cost ?? 0)
  }
}
