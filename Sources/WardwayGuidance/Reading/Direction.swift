import Geodesy

/// A direction on the plane of a line.
struct Direction {
  /// How far it leads east and north, in metres; not both zero.
  var east: Double
  var north: Double

  var opposite: Direction { Direction(east: -east, north: -north) }

  /// The bearing, in 0..<360 degrees.
  var bearing: Double { degreesClockwise(east: east, north: north) }

  /// How far one turns from here into another direction, in degrees: right positive, left negative.
  func turn(into other: Direction) -> Double {
    let turn = degreesClockwise(
      east: other.east * north - other.north * east, north: other.east * east + other.north * north)
    return turn > 180 ? turn - 360 : turn
  }
}
