import Geodesy

/// A journey's line, to be asked for directions without the noise of digitising.
struct Line {
  private let points: [Coordinate]
  /// How far each point lies along the line, in metres.
  private let along: [Double]

  /// No shorter piece of a line has a direction, in metres.
  private static let shortestPiece = 0.05
  /// How near to the joint a bend is taken for noise, in metres.
  private static let noise = 3.0
  /// The cosine of the 40 degrees from which on a bend ends the piece that gives a direction.
  private static let cosineOfBend = 0.766_044_443_118_978

  init(_ points: [Coordinate]) {
    self.points = points
    var sum = 0.0
    along = points.indices.map { i in
      if i > 0, points[i] != points[i - 1] { sum += distance(points[i - 1], points[i]) }
      return sum
    }
  }

  /// How far a point lies along the line, in metres.
  func position(_ index: Int) -> Double { along[index] }

  /// The length of a part of the line, in metres.
  func length(_ range: ClosedRange<Int>) -> Double { along[range.upperBound] - along[range.lowerBound] }

  /// The bearing from one point to another, nil if they are the same place.
  func bearing(from a: Int, to b: Int) -> Double? {
    points[a] == points[b] ? nil : Geodesy.bearing(points[a], points[b])
  }

  /// The bearing in which the line leaves a point, over `reach` metres but not beyond `end`.
  func departure(from start: Int, to end: Int, reach: Double) -> Double? {
    sight(from: start, to: end, reach: reach).map { Geodesy.bearing(points[start], $0) }
  }

  /// The bearing in which the line arrives at a point, over `reach` metres but not from before `start`.
  func arrival(at end: Int, from start: Int, reach: Double) -> Double? {
    sight(from: end, to: start, reach: reach).map { Geodesy.bearing($0, points[end]) }
  }

  /// The place that one sees from a point when looking along the line: `reach` metres off or at a real bend.
  private func sight(from start: Int, to end: Int, reach: Double) -> Coordinate? {
    let step = start <= end ? 1 : -1
    var last = start
    while last != end {
      let next = last + step
      let walked = abs(along[next] - along[start])
      if walked >= reach { return place(reach, from: start, between: last, and: next) }
      last = next
      if walked >= Self.noise, isBend(at: next, seenFrom: start, to: end) { break }
    }
    return abs(along[last] - along[start]) < Self.shortestPiece ? nil : points[last]
  }

  private func isBend(at index: Int, seenFrom start: Int, to end: Int) -> Bool {
    let step = index <= end ? 1 : -1
    var next = index
    while next != end, abs(along[next] - along[index]) < Self.noise { next += step }
    guard abs(along[next] - along[index]) >= 1 else { return false }
    return turnsSharply(points[start], points[index], points[next], cosine: Self.cosineOfBend)
  }

  /// The place `metres` along the line from a point, which lies on the piece between two others.
  private func place(_ metres: Double, from start: Int, between a: Int, and b: Int) -> Coordinate {
    let piece = abs(along[b] - along[a])
    guard piece > 0 else { return points[b] }
    let share = (metres - abs(along[a] - along[start])) / piece
    let frame = LocalFrame(origin: points[a])
    let end = frame.point(points[b])
    return frame.coordinate(LocalFrame.Point(x: end.x * share, y: end.y * share))
  }
}

/// How far one turns from one bearing into another, in degrees: right positive, left negative.
func turn(from a: Double, into b: Double) -> Double {
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
