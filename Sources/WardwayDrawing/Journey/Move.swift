import Geodesy
import WardwayGuidance
import WardwayMap
import WardwayRouting

/// A change of floor, as guidance says it: an elevator ride, or flights of stairs one after the other.
struct Move {
  /// Its number in the journey, from 1.
  var number: Int
  var connector: Connector
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

  /// The changes of floor of those on foot, in order.
  static func all(on journey: Journey, _ parts: [Route.Part]) -> [Move] {
    let rides = journey.instructions().compactMap { instruction -> Ride? in
      if case .ride(let ride) = instruction.facts, ride.changesLevel { ride } else { nil }
    }
    var moves: [Move] = []
    var rest = rides[...]
    var index = 0
    while index < parts.count {
      let part = parts[index]
      let (edge, first) = (part.edge, index)
      index += 1
      if let ride = rest.first, ride.geometryRange.lowerBound == edge.geometryRange.lowerBound {
        rest = rest.dropFirst()
        while index < parts.count,
          parts[index].edge.geometryRange.upperBound <= ride.geometryRange.upperBound
        {
          index += 1
        }
        moves.append(
          Move(
            number: moves.count + 1, connector: ride.connector, name: ride.name, source: ride.source,
            from: ride.from.level, to: ride.to.level,
            fromPlace: journey.geometry[ride.geometryRange.lowerBound].coordinate,
            toPlace: journey.geometry[ride.geometryRange.upperBound].coordinate, parts: first...index - 1))
      } else if part.mode == .walk, edge.fromLevel != edge.toLevel, let start = part.points.first,
        let end = part.points.last
      {
        // A way that slopes from floor to floor is no ride.
        moves.append(
          Move(
            number: moves.count + 1, connector: .ramp, name: edge.name, source: edge.source,
            from: edge.fromLevel, to: edge.toLevel, fromPlace: start, toPlace: end, parts: first...first))
      }
    }
    return moves
  }
}
