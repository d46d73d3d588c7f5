#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Android)
  import Android
#endif

/// The figure of the earth: WGS84, and the sphere of its mean radius.
enum Ellipsoid {
  static let equatorialRadius = 6_378_137.0
  static let eccentricitySquared = 0.00669437999014
  static let meanRadius = 6_371_008.8
  static let radiansPerE7 = Double.pi / 180 / 1e7

  /// The metres that one 10⁻⁷ degree spans at a latitude, going east and going north.
  ///
  /// East shrinks towards the poles, north grows.
  static func metresPerE7(latitudeE7: Double) -> (east: Double, north: Double) {
    let sine = sin(latitudeE7 * radiansPerE7)
    let squared = sine * sine
    let w = 1 / (1 - eccentricitySquared * squared).squareRoot()
    let cosine = max(0, 1 - squared).squareRoot()
    return (
      east: equatorialRadius * w * cosine * radiansPerE7,
      north: equatorialRadius * (1 - eccentricitySquared) * w * w * w * radiansPerE7
    )
  }
}

/// Angles and great circles on the unit sphere, in radians.
enum Sphere {
  /// The angle between two places, by the haversine formula.
  static func angle(_ latitudeA: Double, _ latitudeB: Double, longitudes: Double) -> Double {
    let north = sin((latitudeB - latitudeA) / 2)
    let east = sin(longitudes / 2)
    let half = north * north + cos(latitudeA) * cos(latitudeB) * east * east
    return 2 * asin(min(1, half.squareRoot()))
  }

  /// The initial course from one place to another, clockwise from north.
  static func course(_ latitudeA: Double, _ latitudeB: Double, longitudes: Double) -> Double {
    atan2(
      sin(longitudes) * cos(latitudeB),
      cos(latitudeA) * sin(latitudeB) - sin(latitudeA) * cos(latitudeB) * cos(longitudes))
  }

  /// The angle from a place to the nearest place of a meridian's stretch from `south` to `north`, which lies
  /// `longitudes` east or west of it (0…π).
  static func angle(_ latitude: Double, south: Double, north: Double, longitudes: Double) -> Double {
    if longitudes == 0 { return max(0, south - latitude, latitude - north) }
    let cosine = cos(longitudes)
    // Nearest of the whole meridian is the place where the way meets it squarely.
    let foot = cosine > 0 ? atan(tan(latitude) / cosine) : .infinity
    if south <= foot && foot <= north { return asin(min(1, abs(cos(latitude) * sin(longitudes)))) }
    return min(
      angle(latitude, south, longitudes: longitudes), angle(latitude, north, longitudes: longitudes))
  }
}

/// The direction of a vector, in degrees clockwise from north, in 0..<360.
package func degreesClockwise(east: Double, north: Double) -> Double {
  inCircle(atan2(east, north) * 180 / .pi)
}

/// The same angle in 0..<360 degrees.
func inCircle(_ degrees: Double) -> Double {
  if degrees >= 0 { return degrees < 360 ? degrees : 0 }
  let turned = degrees + 360
  return turned < 360 ? turned : 0
}
