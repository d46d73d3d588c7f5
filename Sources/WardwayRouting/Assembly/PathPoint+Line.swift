import Geodesy
import WardwayMap

/// What is travelled of an edge, as a line shows it.
struct TravelledPiece {
  /// The nodes between which the edge runs, in the direction of travel.
  var enter: NodeRecord
  var leave: NodeRecord
  /// Whether it is travelled from its very start.
  var isEntered: Bool
  /// Whether it is travelled to its very end.
  var isLeft: Bool
  /// The levels where it is entered and left, at nodes or in between.
  var fromLevel: Level
  var toLevel: Level
  /// Length on the ground in millimetres.
  var length: UInt32
  /// Its first and last point of the line.
  var range: ClosedRange<Int>

  /// The feature at its start; none in the middle of an edge.
  var fromNode: FeatureID { isEntered ? enter.source : .none }
  /// The feature at its end; none in the middle of an edge.
  var toNode: FeatureID { isLeft ? leave.source : .none }
}

extension [PathPoint] {
  /// Goes on to a point, unless the line is there already.
  mutating func go(to point: PathPoint) {
    if last != point { append(point) }
  }

  /// Goes on along a piece of an edge, from where the line ends.
  ///
  /// - Parameters:
  ///   - start: Where the way starts, if it starts with this piece.
  ///   - end: Where the way ends, if it ends with this piece.
  /// - Complexity: O(points of the edge).
  mutating func go(
    along piece: Piece, from start: PathPoint?, to end: PathPoint?, in network: some EdgeNetwork
  ) -> TravelledPiece {
    let record = network.edges[piece.edge]
    let (tail, head) = (network.nodes[Int(record.tail)], network.nodes[Int(record.head)])
    let (enter, leave) = piece.isForward ? (tail, head) : (head, tail)
    let (span, length) = (record.span, record.length)
    let isEntered = piece.from == (piece.isForward ? 0 : span)
    let isLeft = piece.to == (piece.isForward ? span : 0)
    let fromLevel = isEntered ? enter.level : start?.level ?? enter.level
    let toLevel = isLeft ? leave.level : end?.level ?? leave.level
    let first = count - 1
    if length > 0 {
      network.forEachInnerPoint(of: piece, span) { go(to: PathPoint($0, level: fromLevel)) }
    }
    let last = isLeft ? leave.coordinate : end?.coordinate ?? leave.coordinate
    go(to: PathPoint(last, level: toLevel))
    return TravelledPiece(
      enter: enter, leave: leave, isEntered: isEntered, isLeft: isLeft, fromLevel: fromLevel,
      toLevel: toLevel, length: length == 0 ? 0 : piece.length,
      range: Swift.min(first, count - 1)...count - 1)
  }
}

extension EdgeNetwork {
  /// Calls `body` with the points strictly inside a piece, in the direction of travel.
  fileprivate func forEachInnerPoint(of piece: Piece, _ span: UInt32, _ body: (Coordinate) -> Void) {
    let forward = UInt32(piece.edge) << 1
    let (low, high) = (min(piece.from, piece.to), max(piece.from, piece.to))
    if low == 0, high == span { return forEachInnerPoint(of: forward | (piece.isForward ? 0 : 1), body) }
    var points: [Coordinate] = []
    var position = 0.0
    var last = nodes[Int(edges[piece.edge].tail)].coordinate
    forEachInnerPoint(of: forward) { point in
      position += distance(last, point) * 1000
      last = point
      if position > Double(low) + 0.5, position < Double(high) - 0.5 { points.append(point) }
    }
    if !piece.isForward { points.reverse() }
    points.forEach(body)
  }
}

extension PathPoint {
  /// Where a point of a network is.
  init(_ point: some NetworkPoint) { self.init(point.coordinate, level: point.level) }
}
