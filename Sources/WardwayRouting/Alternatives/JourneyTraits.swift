import Geodesy
import WardwayMap

/// What people compare journeys by.
struct JourneyTraits {
  /// From which angle on, in degrees, a bend where other ways leave is a turn.
  private static let turn = 40.0

  /// Elevators that are ridden.
  var elevators: Set<FeatureID> = []
  /// How many times one turns off.
  var turns = 0
  /// The metres that are travelled on each name.
  var names: [String: Double] = [:]
  /// Where it changes between the streets and a venue.
  var gates: Set<Coordinate> = []
  var hasStairs = false
  var hasFerry = false

  init(_ journey: Journey) {
    for (number, leg) in journey.legs.enumerated() {
      var before: TravelledEdge?
      for edge in leg.edges {
        if edge.kind.isElevator { elevators.insert(edge.source) }
        if edge.kind == .stairs { hasStairs = true }
        if edge.kind == .ferry { hasFerry = true }
        names[edge.name, default: 0] += Double(edge.length) / 1000
        guard edge.length > 0 else { continue }
        if let before, edge.choices > 0, Self.bends(journey.geometry, before, edge) { turns += 1 }
        before = edge
      }
      if number > 0, leg.network != journey.legs[number - 1].network {
        gates.insert(journey.geometry[leg.geometryRange.lowerBound].coordinate)
      }
    }
  }

  private static func bends(_ line: [PathPoint], _ first: TravelledEdge, _ second: TravelledEdge) -> Bool {
    let (from, to) = (first.geometryRange, second.geometryRange)
    guard from.count > 1, to.count > 1, from.upperBound == to.lowerBound else { return false }
    let points = [from.upperBound - 1, from.upperBound, to.lowerBound + 1].map { line[$0].coordinate }
    return abs(turnAngle(points[0], points[1], points[2])) >= turn
  }
}
