import Geodesy
import WardwayMap

/// A change of floor: an elevator ride, or flights of stairs one after the other.
struct Move {
  /// What carries or leads from floor to floor.
  enum Kind {
    case elevator, stairs, escalator, ramp
  }

  /// Its number in the journey, from 1.
  var number: Int
  var kind: Kind
  /// The name of the elevator or the stairs, or "".
  var name: String
  /// The feature that it is.
  var source: FeatureID
  var from: Level
  var to: Level
  var fromPlace: Coordinate
  var toPlace: Coordinate
  /// The first and the last of its parts in the route.
  var parts: ClosedRange<Int>

  var isUp: Bool { to > from }

  /// How much level way between two flights still belongs to them, in metres.
  private static let longestLanding = 8.0

  /// The changes of floor of those on foot, in order.
  static func all(in parts: [Route.Part]) -> [Move] {
    var moves: [Move] = []
    var landing = 0.0
    for (index, part) in parts.enumerated() {
      let edge = part.edge
      guard part.mode == .walk, edge.fromLevel != edge.toLevel, let first = part.points.first,
        let last = part.points.last
      else {
        landing += part.length
        continue
      }
      let kind = kind(of: edge.kind)
      if let open = moves.last, open.kind == kind, kind != .elevator, open.to == edge.fromLevel,
        open.isUp == (edge.toLevel > edge.fromLevel), landing <= longestLanding
      {
        moves[moves.count - 1].to = edge.toLevel
        moves[moves.count - 1].toPlace = last
        moves[moves.count - 1].parts = open.parts.lowerBound...index
      } else {
        moves.append(
          Move(
            number: moves.count + 1, kind: kind, name: edge.name, source: edge.source, from: edge.fromLevel,
            to: edge.toLevel, fromPlace: first, toPlace: last, parts: index...index))
      }
      landing = 0
    }
    return moves
  }

  private static func kind(of kind: EdgeKind) -> Kind {
    switch kind {
    case .elevatorBoard, .elevatorRide, .elevatorAlight: .elevator
    case .escalator: .escalator
    case .stairs: .stairs
    default: .ramp
    }
  }
}
