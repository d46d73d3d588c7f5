/// A place on the WGS84 ellipsoid, to 10⁻⁷ degrees (about 1 cm).
@frozen
public struct Coordinate: BitwiseCopyable, Hashable, Sendable {
  /// The latitude in units of 10⁻⁷ degrees, north positive.
  public let latitudeE7: Int32
  /// The longitude in units of 10⁻⁷ degrees, east positive.
  public let longitudeE7: Int32

  /// Takes both angles in units of 10⁻⁷ degrees, unchecked: see ``isValid``.
  @inlinable
  public init(latitudeE7: Int32, longitudeE7: Int32) {
    self.latitudeE7 = latitudeE7
    self.longitudeE7 = longitudeE7
  }

  /// Rounds degrees to the nearest 10⁻⁷; nil if an angle is not finite or not on the globe.
  public init?(latitude: Double, longitude: Double) {
    guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
    latitudeE7 = Int32((latitude * 1e7).rounded())
    longitudeE7 = Int32((longitude * 1e7).rounded())
  }

  /// The latitude in degrees.
  @inlinable public var latitude: Double { Double(latitudeE7) / 1e7 }

  /// The longitude in degrees.
  @inlinable public var longitude: Double { Double(longitudeE7) / 1e7 }

  /// Whether both angles lie on the globe.
  @inlinable public var isValid: Bool {
    -900_000_000...900_000_000 ~= latitudeE7 && -1_800_000_000...1_800_000_000 ~= longitudeE7
  }
}

extension Coordinate: CustomStringConvertible {
  /// Latitude and longitude in degrees, separated by a comma.
  public var description: String { "\(latitude), \(longitude)" }
}
