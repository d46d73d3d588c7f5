import Geodesy
import WardwayMap

/// A walk over stops, in order.
struct StopWalk: Sendable {
  /// The stops, those on the way settled on a point.
  var stops: [Stop]
  /// The hops between one stop and the next.
  var hops: [[WalkHop]]
  /// The whole cost in milliseconds.
  var cost: UInt64

  /// How far the first stop's place is from where the walk begins, in metres.
  var snapFrom: Double {
    distance(stops[0].place.coordinate, hops[0][0].way.start.coordinate)
  }

  /// How far the last stop's place is from where the walk ends, in metres.
  var snapTo: Double {
    let last = hops[hops.count - 1]
    return distance(stops[stops.count - 1].place.coordinate, last[last.count - 1].way.end.coordinate)
  }
}
