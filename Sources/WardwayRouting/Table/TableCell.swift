import ShortestPaths
import WardwayMap

/// What a table says of a pair of places.
public struct TableCell: Hashable, Sendable {
  /// What the clock shows.
  public var duration: Duration
  /// Perceived time, the way to and from the map included: that of the journey between the two.
  public var cost: Duration
  /// Length on the ground in metres.
  public var distance: Double

  init(cost: UInt64, _ amounts: WalkAmounts) {
    self.cost = .milliseconds(cost)
    duration = .milliseconds(amounts[0])
    distance = Double(amounts[1]) / 1000
  }
}

/// The milliseconds that the clock shows for a walk, and its millimetres on the ground.
typealias WalkAmounts = PathSums.Amounts

extension WalkPrices {
  /// What an arc of the graph comes to.
  func amounts(ofArc arc: Int) -> WalkAmounts {
    let directed = Int(network.arcEdge[arc])
    let span = network.edges[directed >> 1].span
    let isForward = directed & 1 == 0
    return amounts(
      of: Piece(
        edge: directed >> 1, isForward: isForward, from: isForward ? 0 : span, to: isForward ? span : 0))
  }

  func amounts(of piece: Piece) -> WalkAmounts {
    let hasLength = network.edges[piece.edge].length > 0
    return [UInt64(price(of: piece)?.duration ?? 0), hasLength ? UInt64(piece.length) : 0]
  }

  func amounts(across area: Int, millimetres: UInt32) -> WalkAmounts {
    [UInt64(price(across: area, millimetres: millimetres)?.duration ?? 0), UInt64(millimetres)]
  }

  func amounts(of way: FoundWay) -> WalkAmounts {
    let crossings = [way.first(in: network), way.last(in: network)].compactMap { $0 }
    return crossings.reduce(way.pieces.reduce(WalkAmounts()) { $0 &+ amounts(of: $1) }) {
      $0 &+ amounts(across: $1.area, millimetres: $1.millimetres)
    }
  }
}
