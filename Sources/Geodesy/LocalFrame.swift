/// A flat map around a place: metres east (x) and north (y) of it on the ellipsoid.
///
/// Good to about a millimetre over a campus and to a few metres over 10 km.
public struct LocalFrame: BitwiseCopyable, Hashable, Sendable {
  /// A place on the map.
  @frozen
  public struct Point: BitwiseCopyable, Hashable, Sendable {
    /// Metres east of the origin.
    public var x: Double
    /// Metres north of the origin.
    public var y: Double

    /// Takes metres east and north of the origin.
    @inlinable
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }

    /// The same in whole decimetres, as what orders and steers searches takes it; what is too far is at the border.
    package var decimetres: (x: Int32, y: Int32) {
      func whole(_ metres: Double) -> Int32 { Int32(max(min(metres * 10, 1e9), -1e9)) }
      return (whole(x), whole(y))
    }
  }

  /// The place at x = 0, y = 0.
  public let origin: Coordinate
  let metresPerE7East: Double
  let metresPerE7North: Double

  /// Lays a map around `origin`.
  public init(origin: Coordinate) {
    self.origin = origin
    (metresPerE7East, metresPerE7North) = Ellipsoid.metresPerE7(latitudeE7: Double(origin.latitudeE7))
  }

  /// Where `coordinate` lies on the map, the shorter way around the globe.
  public func point(_ coordinate: Coordinate) -> Point {
    Point(
      x: Double(longitudeStep(from: origin, to: coordinate)) * metresPerE7East,
      y: Double(Int64(coordinate.latitudeE7) - Int64(origin.latitudeE7)) * metresPerE7North)
  }

  /// The place at `point`, which must be finite; beyond a pole it is the pole.
  public func coordinate(_ point: Point) -> Coordinate {
    precondition(point.x.isFinite && point.y.isFinite, "a point of a local frame must be finite")
    let north = (Double(origin.latitudeE7) + point.y / metresPerE7North).rounded()
    let east = metresPerE7East > 1e-9 ? point.x / metresPerE7East : 0
    let longitude = shorterWayAround(
      Int64(origin.longitudeE7) + Int64(east.remainder(dividingBy: 3_600_000_000).rounded()))
    return Coordinate(
      latitudeE7: Int32(min(900_000_000, max(-900_000_000, north))), longitudeE7: Int32(longitude))
  }
}
