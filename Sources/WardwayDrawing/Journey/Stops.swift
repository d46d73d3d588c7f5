import Geodesy
import WardwayGuidance
import WardwayRouting

/// A stop on the way of a journey, between its start and its end.
struct StopOnWay {
  /// Its number in the journey, from 1.
  var number: Int
  var place: PathPoint
  /// What the map calls it, or "".
  var name: String

  /// The stops of a journey in order: where guidance says that one has arrived, but at the very end.
  static func all(of journey: Journey) -> [StopOnWay] {
    var found: [StopOnWay] = []
    for (index, leg) in journey.legs.enumerated().dropLast() {
      guard journey.steps(of: index, in: .english).last?.maneuver == .arrive else { continue }
      found.append(
        StopOnWay(
          number: found.count + 1, place: journey.geometry[leg.geometryRange.upperBound],
          name: leg.destination))
    }
    return found
  }
}
