import ShortestPaths
import WardwayMap

/// What a table says of a pair of places.
public struct TableCell: Hashable, Sendable {
  /// What the clock shows, in seconds.
  public var duration: Double
  /// Length on the ground in metres.
  public var distance: Double

  init(_ amounts: WalkAmounts) {
    duration = Double(amounts[0]) / 1000
    distance = Double(amounts[1]) / 1000
  }
}

/// The milliseconds that the clock shows for a walk, and its millimetres on the ground.
typealias WalkAmounts = PathSums.Amounts

extension WalkNetwork {
  /// What an arc of the graph comes to.
  func amounts(ofArc arc: Int, for profile: Profile) -> WalkAmounts {
    let directed = Int(arcEdge[arc])
    let span = edges[directed >> 1].span
    let isForward = directed & 1 == 0
    return amounts(
      of: Piece(
        edge: directed >> 1, isForward: isForward, from: isForward ? 0 : span, to: isForward ? span : 0),
      for: profile)
  }

  func amounts(of piece: Piece, for profile: Profile) -> WalkAmounts {
    let record = edges[piece.edge]
    let part = max(piece.from, piece.to) - min(piece.from, piece.to)
    let price = price(of: piece.edge, forward: piece.isForward, for: profile)
    return [
      UInt64(Share.of(price?.duration ?? 0, part, in: record.span)), record.length > 0 ? UInt64(part) : 0,
    ]
  }

  func amounts(across area: Int, millimetres: UInt32, for profile: Profile) -> WalkAmounts {
    [UInt64(price(across: area, millimetres: millimetres, for: profile)?.duration ?? 0), UInt64(millimetres)]
  }

  func amounts(of way: FoundWay, for profile: Profile) -> WalkAmounts {
    let crossings = [way.first(in: self), way.last(in: self)].compactMap { $0 }
    return crossings.reduce(
      way.pieces.reduce(WalkAmounts()) { $0 &+ amounts(of: $1, for: profile) }
    ) { $0 &+ amounts(across: $1.area, millimetres: $1.millimetres, for: profile) }
  }
}
