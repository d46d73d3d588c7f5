import Geodesy
import WardwayRouting

/// A journey's line, laid out on a plane, to be asked for directions without the noise of digitising.
struct Line {
  private struct Point {
    /// Metres east and north of where the line starts, step by step.
    var east = 0.0
    var north = 0.0
    /// How far it lies along the line, in metres.
    var along = 0.0
  }

  private let points: [Point]
  private let places: [Coordinate]

  /// No shorter piece of a line has a direction, in metres.
  private static let shortestPiece = 0.05
  /// How near to the joint a bend is taken for noise, in metres.
  static let noise = 3.0
  /// The cosine of the 40 degrees from which on a bend ends the piece that gives a direction.
  private static let cosineOfBend = 0.766_044_443_118_978

  init(_ geometry: [PathPoint]) {
    var measure = StepMeasure()
    var point = Point()
    places = geometry.map(\.coordinate)
    points = geometry.indices.map { index in
      guard index > 0 else { return point }
      let step = measure.offset(from: geometry[index - 1].coordinate, to: geometry[index].coordinate)
      point.east += step.east
      point.north += step.north
      point.along += (step.east * step.east + step.north * step.north).squareRoot()
      return point
    }
  }

  /// How far a point lies along the line, in metres.
  func position(_ index: Int) -> Double { points[index].along }

  /// The direction from one point to another, nil if they are the same place.
  func direction(from a: Int, to b: Int) -> Direction? {
    let (east, north) = (points[b].east - points[a].east, points[b].north - points[a].north)
    return abs(east) + abs(north) < Self.shortestPiece ? nil : Direction(east: east, north: north)
  }

  /// The direction from a point to a place beside the line, nil if they are the same place.
  func direction(from a: Int, to place: Coordinate) -> Direction? {
    guard let here = places.indices.contains(a) ? places[a] : nil else { return nil }
    var measure = StepMeasure()
    let step = measure.offset(from: here, to: place)
    return abs(step.east) + abs(step.north) < Self.shortestPiece
      ? nil : Direction(east: step.east, north: step.north)
  }

  /// Whether the line leaves its first direction between two points, so that it isn't gone straight.
  func bends(from start: Int, to end: Int) -> Bool {
    guard let whole = direction(from: start, to: end) else { return end > start }
    let length = (whole.east * whole.east + whole.north * whole.north).squareRoot()
    let walked = points[end].along - points[start].along
    // Half a square angle in the middle makes a way a twelfth longer.
    return walked > length * 1.08 + 1
  }

  /// The direction in which the line leaves a point, over `reach` metres but not beyond `end`.
  func departure(from start: Int, to end: Int, reach: Double) -> Direction? {
    sight(from: start, to: end, reach: reach)
  }

  /// The direction in which the line arrives at a point, over `reach` metres but not from before `start`.
  func arrival(at end: Int, from start: Int, reach: Double) -> Direction? {
    sight(from: end, to: start, reach: reach)?.opposite
  }

  /// Where the place lies that one sees from a point when looking along the line: `reach` metres on or at a real bend.
  private func sight(from start: Int, to end: Int, reach: Double) -> Direction? {
    let step = start <= end ? 1 : -1
    let origin = points[start]
    var last = origin
    var index = start
    while index != end {
      index += step
      let next = points[index]
      let walked = abs(next.along - origin.along)
      if walked >= reach {
        let share = (reach - abs(last.along - origin.along)) / abs(next.along - last.along)
        return Direction(
          east: last.east - origin.east + (next.east - last.east) * share,
          north: last.north - origin.north + (next.north - last.north) * share)
      }
      last = next
      if walked >= Self.noise, isBend(at: index, seenFrom: start, to: end) { break }
    }
    return direction(from: start, to: index)
  }

  /// Whether one turns sharply at a point.
  private func isBend(at index: Int, seenFrom start: Int, to end: Int) -> Bool {
    let step = index <= end ? 1 : -1
    let (from, at) = (points[start], points[index])
    var next = index
    while next != end, abs(points[next].along - at.along) < Self.noise { next += step }
    let to = points[next]
    guard abs(to.along - at.along) >= 1 else { return false }
    let (east, north) = (at.east - from.east, at.north - from.north)
    let (onEast, onNorth) = (to.east - at.east, to.north - at.north)
    let lengths = (east * east + north * north) * (onEast * onEast + onNorth * onNorth)
    return east * onEast + north * onNorth < Self.cosineOfBend * lengths.squareRoot()
  }
}

/// How far one turns from one bearing into another, in degrees: right positive, left negative.
func turnAngle(from a: Double, into b: Double) -> Double {
  let turn = (b - a).remainder(dividingBy: 360)
  return turn == -180 ? 180 : turn
}

extension Modifier {
  /// The word for a turn by an angle in degrees, right positive.
  init(angle: Double) {
    let isRight = angle > 0
    switch abs(angle) {
    case ..<25: self = .straight
    case ..<55: self = isRight ? .slightRight : .slightLeft
    case ..<130: self = isRight ? .right : .left
    case ..<165: self = isRight ? .sharpRight : .sharpLeft
    default: self = .uturn
    }
  }

  /// Whether this is a turn of less than about half a square angle.
  var isSlight: Bool { self == .slightLeft || self == .slightRight }
}
