import Columns
import Geodesy
import ShortestPaths
import WardwayMap

/// The cheapest way between two places of a network, as pieces of edges.
struct FoundWay: StageWay {
  /// What is travelled, in order; empty where both places mean the same point.
  var pieces: [Piece]
  /// Cost in milliseconds, with what it costs to get to and from the network.
  var cost: UInt32
  /// The points of the network that stand for the places.
  var start: SnapPoint
  var end: SnapPoint

  /// A straight way across an area, from or to a place in it.
  struct Crossing {
    var area: Int
    var from: Coordinate
    var to: Coordinate
    /// The nodes of the network at its ends, where there are.
    var fromNode: UInt32?
    var toNode: UInt32?
    /// Its length.
    var millimetres: UInt32
  }

  /// The way from a place in an area to the first node, or to another place in the same area.
  func first(in network: WalkNetwork) -> Crossing? {
    guard let area = start.area else { return nil }
    guard let node = start.node else {
      let metres = distance(start.coordinate, end.coordinate)
      return metres == 0
        ? nil
        : Crossing(
          area: area, from: start.coordinate, to: end.coordinate,
          millimetres: UInt32(min((metres * 1000).rounded(), 4e9)))
    }
    return start.stretch == 0
      ? nil
      : Crossing(
        area: area, from: start.coordinate, to: network.nodes[Int(node)].coordinate, toNode: node,
        millimetres: start.stretch)
  }

  /// The way from the last node to a place in an area.
  func last(in network: WalkNetwork) -> Crossing? {
    guard let area = end.area, let node = end.node, end.stretch > 0 else { return nil }
    return Crossing(
      area: area, from: network.nodes[Int(node)].coordinate, to: end.coordinate, fromNode: node,
      millimetres: end.stretch)
  }

  /// Whether nothing is travelled.
  var isEmpty: Bool {
    pieces.isEmpty && start.stretch == 0 && end.stretch == 0
      && (start.area == nil || start.coordinate == end.coordinate)
  }
}

/// Walking one network at its prices.
struct WalkStage: Stage {
  static let mode = Leg.Mode.walk

  let prices: WalkPrices
  var method = SearchMethod.fastest

  var network: NetworkID { prices.joined.id }
  private var restrictions: Restrictions { prices.restrictions }

  /// Where a search begins or ends for a point: a node, and which way along the point's edge that is.
  struct End: StageEnd {
    var terminal: Terminal
    var point: Int
    var isForward: Bool
  }

  func terminals(of points: [SnapPoint], leaving: Bool) -> [End] {
    var ends: [End] = []
    for (index, point) in points.enumerated() {
      if point.area != nil, point.node == nil || restrictions.closes(point) { continue }
      let access = prices.access(to: point)
      if access == unreachable { continue }
      if let node = point.node {
        ends.append(End(terminal: Terminal(node: node, weight: access), point: index, isForward: true))
        continue
      }
      guard let point = point.onEdge else { continue }
      for isForward in [true, false] {
        guard let whole = prices.weight(point.edge, forward: isForward) else { continue }
        let edge = prices.network.edges[point.edge]
        let isTowardsHead = isForward == leaving
        let part = isTowardsHead ? edge.span - point.offset : point.offset
        let weight = Share.of(whole, part, in: edge.span).addingUpToUnreachable(access)
        let node = isTowardsHead ? edge.head : edge.tail
        ends.append(End(terminal: Terminal(node: node, weight: weight), point: index, isForward: isForward))
      }
    }
    return ends
  }

  // MARK: Without the network

  func access(to point: SnapPoint) -> UInt32 { prices.access(to: point) }

  func cost(of piece: Piece) -> UInt32? {
    // Whoever doesn't move needs no way.
    if piece.length == 0 { return 0 }
    return prices.weight(piece.edge, forward: piece.isForward).map {
      Share.of($0, piece.length, in: prices.network.edges[piece.edge].span)
    }
  }

  func direct(_ starts: [SnapPoint], _ ends: [SnapPoint]) -> FoundWay? {
    let straight = straight(starts, ends)
    guard let along = alongEdge(starts, ends), along.cost < straight?.cost ?? unreachable else {
      return straight
    }
    return FoundWay(
      pieces: along.piece.length == 0 ? [] : [along.piece], cost: along.cost, start: starts[along.start],
      end: ends[along.end])
  }

  /// The cheapest straight way between places in one area that see each other.
  private func straight(_ starts: [SnapPoint], _ ends: [SnapPoint]) -> FoundWay? {
    var best: FoundWay?
    for start in starts where start.node == nil && start.area != nil && !restrictions.closes(start) {
      for end in ends where end.node == nil && end.area == start.area {
        guard let area = start.area, let space = prices.network.areas.space(of: area),
          space.sees(start.coordinate, end.coordinate),
          prices.profile.gaps(in: space)?.width(from: start.coordinate, to: end.coordinate) == nil
        else { continue }
        let metres = distance(start.coordinate, end.coordinate)
        let millimetres = UInt32(min((metres * 1000).rounded(), 4e9))
        guard let along = prices.weight(across: area, millimetres: millimetres) else { continue }
        let accesses = prices.access(to: start).addingUpToUnreachable(prices.access(to: end))
        let cost = along.addingUpToUnreachable(accesses)
        guard cost < best?.cost ?? unreachable else { continue }
        best = FoundWay(pieces: [], cost: cost, start: start, end: end)
      }
    }
    return best
  }

  // MARK: Along a path

  func way(
    along arcs: [UInt32], cost: UInt32, from start: SnapPoint, _ first: End, to end: SnapPoint, _ last: End
  ) -> FoundWay {
    FoundWay(
      pieces: pieces(along: arcs, from: start, first.isForward, to: end, last.isForward), cost: cost,
      start: start, end: end)
  }

  /// The pieces of a path, with the parts of edges at both ends.
  private func pieces(
    along arcs: [UInt32], from start: SnapPoint, _ leaves: Bool, to end: SnapPoint, _ arrives: Bool
  ) -> [Piece] {
    var pieces: [Piece] = []
    pieces.reserveCapacity(arcs.count + 2)
    func add(_ edge: Int, _ isForward: Bool, _ from: UInt32, _ to: UInt32) {
      // A point at the very end of an edge travels nothing of it.
      if from != to { pieces.append(Piece(edge: edge, isForward: isForward, from: from, to: to)) }
    }
    func span(_ edge: Int) -> UInt32 { prices.network.edges[edge].span }
    if let start = start.onEdge { add(start.edge, leaves, start.offset, leaves ? span(start.edge) : 0) }
    for arc in arcs {
      let directed = prices.network.arcEdge[Int(arc)]
      let edge = Int(directed >> 1)
      let isForward = directed & 1 == 0
      add(edge, isForward, isForward ? 0 : span(edge), isForward ? span(edge) : 0)
    }
    if let end = end.onEdge { add(end.edge, arrives, arrives ? 0 : span(end.edge), end.offset) }
    return pieces
  }
}
