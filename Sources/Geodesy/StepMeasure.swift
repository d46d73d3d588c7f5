/// Measures one step after the other of a line whose points are near each other.
///
/// The scale of a latitude serves for all steps whose middle is within a thousandth of a degree of it, some 100 m: up
/// to 70 degrees north and south, no length is wrong by more than 1 in 20,000.
package struct StepMeasure {
  private static let reachE7 = 10_000.0

  private var latitudeE7 = Double.infinity
  private var scale = (east: 0.0, north: 0.0)

  /// Begins a line.
  package init() {}

  /// How far east and north `b` lies of `a`, in metres on the ellipsoid at their middle latitude.
  package mutating func offset(from a: Coordinate, to b: Coordinate) -> (east: Double, north: Double) {
    let middle = (Double(a.latitudeE7) + Double(b.latitudeE7)) / 2
    if abs(middle - latitudeE7) > Self.reachE7 {
      latitudeE7 = middle
      scale = Ellipsoid.metresPerE7(latitudeE7: middle)
    }
    return (
      Double(longitudeStep(from: a, to: b)) * scale.east,
      Double(Int64(b.latitudeE7) - Int64(a.latitudeE7)) * scale.north
    )
  }
}
