/// A rectangle of latitudes and longitudes, its edges included.
///
/// It never reaches across the antimeridian: what would, spans all longitudes.
@frozen
public struct BoundingBox: BitwiseCopyable, Hashable, Sendable {
  /// The southern edge, in units of 10⁻⁷ degrees.
  public var minLatitudeE7: Int32
  /// The western edge, in units of 10⁻⁷ degrees.
  public var minLongitudeE7: Int32
  /// The northern edge, in units of 10⁻⁷ degrees.
  public var maxLatitudeE7: Int32
  /// The eastern edge, in units of 10⁻⁷ degrees.
  public var maxLongitudeE7: Int32

  /// The box that contains nothing, where a union starts.
  public static let empty = BoundingBox(
    minLatitudeE7: .max, minLongitudeE7: .max, maxLatitudeE7: .min, maxLongitudeE7: .min)

  /// Takes the four edges in units of 10⁻⁷ degrees.
  @inlinable
  public init(minLatitudeE7: Int32, minLongitudeE7: Int32, maxLatitudeE7: Int32, maxLongitudeE7: Int32) {
    self.minLatitudeE7 = minLatitudeE7
    self.minLongitudeE7 = minLongitudeE7
    self.maxLatitudeE7 = maxLatitudeE7
    self.maxLongitudeE7 = maxLongitudeE7
  }

  /// The box of one place.
  @inlinable
  public init(_ place: Coordinate) {
    self.init(
      minLatitudeE7: place.latitudeE7, minLongitudeE7: place.longitudeE7,
      maxLatitudeE7: place.latitudeE7, maxLongitudeE7: place.longitudeE7)
  }

  /// The smallest box around all of `places`; ``empty`` if there are none.
  @inlinable
  public init(_ places: some Sequence<Coordinate>) {
    self = .empty
    for place in places { expand(to: place) }
  }

  /// Whether the box contains nothing at all.
  @inlinable public var isEmpty: Bool {
    minLatitudeE7 > maxLatitudeE7 || minLongitudeE7 > maxLongitudeE7
  }

  /// The place in the middle.
  public var center: Coordinate {
    Coordinate(
      latitudeE7: Int32((Int64(minLatitudeE7) + Int64(maxLatitudeE7)) / 2),
      longitudeE7: Int32((Int64(minLongitudeE7) + Int64(maxLongitudeE7)) / 2))
  }

  /// Whether `place` lies in the box or on its edge.
  @inlinable
  public func contains(_ place: Coordinate) -> Bool {
    minLatitudeE7 <= place.latitudeE7 && place.latitudeE7 <= maxLatitudeE7
      && minLongitudeE7 <= place.longitudeE7 && place.longitudeE7 <= maxLongitudeE7
  }

  /// The place of the box next to `place` by latitude and longitude: itself where it lies inside.
  package func nearest(to place: Coordinate) -> Coordinate {
    if isEmpty { return place }
    return Coordinate(
      latitudeE7: min(max(place.latitudeE7, minLatitudeE7), maxLatitudeE7),
      longitudeE7: min(max(place.longitudeE7, minLongitudeE7), maxLongitudeE7))
  }

  /// Whether all of `other` lies in the box.
  @inlinable
  public func contains(_ other: BoundingBox) -> Bool {
    minLatitudeE7 <= other.minLatitudeE7 && other.maxLatitudeE7 <= maxLatitudeE7
      && minLongitudeE7 <= other.minLongitudeE7 && other.maxLongitudeE7 <= maxLongitudeE7
  }

  /// Whether the two boxes share a place.
  @inlinable
  public func intersects(_ other: BoundingBox) -> Bool {
    minLatitudeE7 <= other.maxLatitudeE7 && other.minLatitudeE7 <= maxLatitudeE7
      && minLongitudeE7 <= other.maxLongitudeE7 && other.minLongitudeE7 <= maxLongitudeE7
  }

  /// Grows the box until it contains `place`.
  @inlinable
  public mutating func expand(to place: Coordinate) {
    expand(to: BoundingBox(place))
  }

  /// Grows the box until it contains `other`.
  @inlinable
  public mutating func expand(to other: BoundingBox) {
    minLatitudeE7 = min(minLatitudeE7, other.minLatitudeE7)
    minLongitudeE7 = min(minLongitudeE7, other.minLongitudeE7)
    maxLatitudeE7 = max(maxLatitudeE7, other.maxLatitudeE7)
    maxLongitudeE7 = max(maxLongitudeE7, other.maxLongitudeE7)
  }

  /// The smallest box that contains both.
  @inlinable
  public func union(_ other: BoundingBox) -> BoundingBox {
    var both = self
    both.expand(to: other)
    return both
  }

  /// Returns a box that contains every place within `metres` of this one, and a little more.
  ///
  /// All longitudes if that reaches a pole or across the antimeridian.
  public func expanded(byMetres metres: Double) -> BoundingBox {
    if isEmpty || !(metres >= 0) { return self }
    let pole = 900_000_000.0
    let edge = 1_800_000_000.0
    let north = (metres * 1.01 / Ellipsoid.metresPerE7(latitudeE7: 0).north).rounded(.up)
    var box = self
    let (south, top) = (Double(minLatitudeE7) - north, Double(maxLatitudeE7) + north)
    box.minLatitudeE7 = Int32(max(-pole, south))
    box.maxLatitudeE7 = Int32(min(pole, top))
    let widest = max(abs(south), abs(top))
    // The sphere that long distances are measured on is smaller than the ellipsoid: 1 % more covers both.
    let east = (metres * 1.01 / Ellipsoid.metresPerE7(latitudeE7: min(widest, pole)).east).rounded(.up)
    let (west, right) = (Double(minLongitudeE7) - east, Double(maxLongitudeE7) + east)
    if widest >= pole || !(west >= -edge && right <= edge) {
      box.minLongitudeE7 = Int32(-edge)
      box.maxLongitudeE7 = Int32(edge)
    } else {
      box.minLongitudeE7 = Int32(west)
      box.maxLongitudeE7 = Int32(right)
    }
    return box
  }
}
