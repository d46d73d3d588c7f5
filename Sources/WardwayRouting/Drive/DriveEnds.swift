import ShortestPaths
import WardwayMap

/// Turns points of a drive network into ends of a search, for a vehicle.
///
/// A journey starts in the state of its edge, with what remains of the edge; in which direction is free. It
/// ends with a turn into its last edge, so in a state before that turn, with the turn and the part of the
/// edge up to the point. So nothing has to be taken off again, and no weight is negative.
struct DriveEnds {
  /// An end of a search and what it stands for.
  struct End {
    /// The index of the point.
    var point: Int
    /// The directed edge that the point is on.
    var directed: UInt32
    /// What the turn into that edge takes; 0 at a start.
    var turn: UInt32
  }

  private(set) var terminals: [Terminal] = []
  private(set) var ends: [End] = []

  /// The starts of a journey from one of `points`.
  static func starts(
    _ points: [DrivePoint], _ prices: RoadPrices
  ) -> DriveEnds {
    var found = DriveEnds()
    for (index, point) in points.enumerated() where !prices.closures.edges.contains(point.edge) {
      for directed in [UInt32(point.edge) * 2, UInt32(point.edge) * 2 + 1]
      where prices.metric.isOpen(directed) {
        guard let state = prices.network.states(of: directed).first else { continue }
        let span = prices.network.edges[point.edge].span
        let rest = directed & 1 == 0 ? span - min(point.offset, span) : point.offset
        let weight = Share.of(prices.metric.edgeWeights[Int(directed)], rest, in: span)
        found.terminals.append(Terminal(node: state, weight: weight))
        found.ends.append(End(point: index, directed: directed, turn: 0))
      }
    }
    return found
  }

  /// The ends of a journey to one of `points`.
  static func goals(
    _ points: [DrivePoint], _ prices: RoadPrices
  ) -> DriveEnds {
    var found = DriveEnds()
    for (index, point) in points.enumerated() where !prices.closures.edges.contains(point.edge) {
      for directed in [UInt32(point.edge) * 2, UInt32(point.edge) * 2 + 1]
      where prices.metric.isOpen(directed) {
        guard !prices.closures.nodes.contains(prices.network.start(of: directed)) else { continue }
        let span = prices.network.edges[point.edge].span
        let part = directed & 1 == 0 ? point.offset : span - min(point.offset, span)
        let along = Share.of(prices.metric.edgeWeights[Int(directed)], part, in: span)
        prices.network.forEachTurn(into: directed) { state, number in
          guard let turn = prices.metric.turnWeight(number, in: prices.network),
            !prices.closures.edges.contains(Int(prices.network.stateEdge[Int(state)] >> 1))
          else { return }
          let weight = UInt64(turn) + UInt64(along) + UInt64(prices.penalty(into: directed))
          found.terminals.append(Terminal(node: state, weight: UInt32(min(weight, UInt64(unreachable)))))
          found.ends.append(End(point: index, directed: directed, turn: turn))
        }
      }
    }
    return found
  }

  /// The cheapest way along one edge between two of the points, with the indices of both.
  static func direct(
    _ starts: [DrivePoint], _ goals: [DrivePoint], _ prices: RoadPrices
  ) -> (start: Int, goal: Int, cost: UInt32)? {
    var best: (start: Int, goal: Int, cost: UInt32)?
    for (first, start) in starts.enumerated() where !prices.closures.edges.contains(start.edge) {
      for (second, goal) in goals.enumerated() where goal.edge == start.edge {
        let isForward = start.offset <= goal.offset
        let part = isForward ? goal.offset - start.offset : start.offset - goal.offset
        var cost: UInt32 = 0
        if part > 0 {
          let directed = UInt32(start.edge) * 2 + (isForward ? 0 : 1)
          guard prices.metric.isOpen(directed) else { continue }
          cost = Share.of(
            prices.metric.edgeWeights[Int(directed)], part, in: prices.network.edges[start.edge].span)
        }
        if cost < best?.cost ?? unreachable { best = (first, second, cost) }
      }
    }
    return best
  }
}
