import Geodesy
import WardwayRouting

/// A stop on the way of a journey, between its start and its end.
struct StopOnWay {
  /// Its number in the journey, from 1.
  var number: Int
  var place: PathPoint
  /// What the map calls it, or "".
  var name: String

  /// The stops of a journey in order: where one arrives, but at the very end.
  static func all(of journey: Journey) -> [StopOnWay] {
    var found: [StopOnWay] = []
    for leg in journey.legs.dropLast() {
      guard case .stop = leg.end else { continue }
      found.append(
        StopOnWay(
          number: found.count + 1, place: journey.geometry[leg.geometryRange.upperBound],
          name: leg.destination))
    }
    return found
  }
}
