/// The length of the straight way between two places, in metres.
///
/// Measured on the ellipsoid below 100 km and on the sphere beyond; across the antimeridian where that is
/// the shorter way.
public func distance(_ a: Coordinate, _ b: Coordinate) -> Double {
  let (east, north) = offset(from: a, to: b)
  if abs(east) + abs(north) < 100_000 { return (east * east + north * north).squareRoot() }
  let unit = Ellipsoid.radiansPerE7
  return Ellipsoid.meanRadius
    * Sphere.angle(
      Double(a.latitudeE7) * unit, Double(b.latitudeE7) * unit,
      longitudes: Double(longitudeStep(from: a, to: b)) * unit)
}

/// The course at `a` of the straight way to `b`, in degrees clockwise from north, in 0..<360.
///
/// Zero if both are the same place.
public func bearing(_ a: Coordinate, _ b: Coordinate) -> Double {
  let (east, north) = offset(from: a, to: b)
  if abs(east) + abs(north) < 100_000 { return degreesClockwise(east: east, north: north) }
  let unit = Ellipsoid.radiansPerE7
  let course = Sphere.course(
    Double(a.latitudeE7) * unit, Double(b.latitudeE7) * unit,
    longitudes: Double(longitudeStep(from: a, to: b)) * unit)
  return inCircle(course * 180 / .pi)
}

/// How far one turns at `b` on the way from `a` to `c`, in degrees: right positive, left negative.
///
/// Between −180 (exclusive) and 180; 180 is a U-turn. Zero if two neighbours are the same place.
public func turnAngle(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate) -> Double {
  if a == b || b == c { return 0 }
  let turn = inCircle(bearing(b, c) - bearing(a, b))
  return turn > 180 ? turn - 360 : turn
}

/// How far east and north `b` lies of `a`, in metres on the ellipsoid at their middle latitude.
func offset(from a: Coordinate, to b: Coordinate) -> (east: Double, north: Double) {
  let (east, north) = Ellipsoid.metresPerE7(
    latitudeE7: (Double(a.latitudeE7) + Double(b.latitudeE7)) / 2)
  return (
    Double(longitudeStep(from: a, to: b)) * east,
    Double(Int64(b.latitudeE7) - Int64(a.latitudeE7)) * north
  )
}

/// The shorter way around in longitude, in 10⁻⁷ degrees: between −180 (exclusive) and 180 degrees.
func longitudeStep(from a: Coordinate, to b: Coordinate) -> Int64 {
  shorterWayAround(Int64(b.longitudeE7) - Int64(a.longitudeE7))
}

/// The same difference of longitudes, between −180 (exclusive) and 180 degrees, in 10⁻⁷ degrees.
func shorterWayAround(_ longitudes: Int64) -> Int64 {
  if longitudes > 1_800_000_000 { return longitudes - 3_600_000_000 }
  return longitudes <= -1_800_000_000 ? longitudes + 3_600_000_000 : longitudes
}
