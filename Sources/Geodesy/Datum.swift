#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Android)
  import Android
#endif

/// The system that latitudes and longitudes are given in.
///
/// Maps that are made in China show positions that are displaced by some hundred metres, in ways that nothing in
/// the numbers gives away: so a datum is always declared, never guessed. Nothing is displaced outside the
/// rectangle that the published formulas call China, which cuts across its neighbours.
public enum Datum: String, CaseIterable, Hashable, Sendable {
  /// What satellites, OpenStreetMap and this library use; CGCS2000 is the same to a few centimetres.
  case wgs84 = "wgs-84"
  /// The displaced system of the State Bureau of Surveying, used by AutoNavi (Amap) and Tencent.
  case gcj02 = "gcj-02"
  /// Baidu's own displacement of ``gcj02``.
  case bd09 = "bd-09"

  /// Returns the position on WGS 84 of a position on this datum.
  ///
  /// Inverts the published formulas by iteration, to well under a centimetre.
  public func wgs84(_ position: Coordinate) -> Coordinate {
    guard self != .wgs84 else { return position }
    return Degrees(position).inverted(by: shifted).coordinate
  }

  /// Returns the position on this datum of a position on WGS 84.
  public func position(_ wgs84: Coordinate) -> Coordinate {
    self == .wgs84 ? wgs84 : shifted(Degrees(wgs84)).coordinate
  }

  private func shifted(_ wgs84: Degrees) -> Degrees {
    guard wgs84.isInChina else { return wgs84 }
    switch self {
    case .wgs84: return wgs84
    case .gcj02: return wgs84.stateOffset
    case .bd09: return wgs84.stateOffset.baiduOffset
    }
  }
}

/// A position in whole precision.
private struct Degrees {
  var latitude: Double
  var longitude: Double

  init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  init(_ coordinate: Coordinate) {
    self.init(latitude: coordinate.latitude, longitude: coordinate.longitude)
  }

  /// Displacements don't lead over a pole: the rectangle ends far from it.
  var coordinate: Coordinate {
    Coordinate(
      latitudeE7: Int32((latitude * 1e7).rounded()), longitudeE7: Int32((longitude * 1e7).rounded()))
  }

  var isInChina: Bool { 0.8293...55.8271 ~= latitude && 72.004...137.8347 ~= longitude }

  /// Finds the position that `shift` leads from to here; positions that nothing leads to stay.
  func inverted(by shift: (Degrees) -> Degrees) -> Degrees {
    var guess = self
    for _ in 0..<32 {
      let found = shift(guess)
      let (north, east) = (latitude - found.latitude, longitude - found.longitude)
      if max(abs(north), abs(east)) < 1e-10 { return guess }
      guess.latitude += north
      guess.longitude += east
    }
    // At the rectangle's edge the displacement begins abruptly; there the iteration jumps to and fro.
    return isInChina ? guess : self
  }

  /// From WGS 84 to GCJ-02.
  ///
  /// Source: the formulas as published in "ChinaMapShift" (2010) and used by all converters since, on the
  /// Krasovsky ellipsoid of 1940.
  var stateOffset: Degrees {
    let (x, y) = (longitude - 105, latitude - 35)
    let ripple = 20 * sin(6 * x * .pi) + 20 * sin(2 * x * .pi)
    var north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * abs(x).squareRoot()
    north += (ripple + 20 * sin(y * .pi) + 40 * sin(y / 3 * .pi)) * 2 / 3
    north += (160 * sin(y / 12 * .pi) + 320 * sin(y * .pi / 30)) * 2 / 3
    var east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * abs(x).squareRoot()
    east += (ripple + 20 * sin(x * .pi) + 40 * sin(x / 3 * .pi)) * 2 / 3
    east += (150 * sin(x / 12 * .pi) + 300 * sin(x / 30 * .pi)) * 2 / 3
    let (radius, eccentricitySquared) = (6_378_245.0, 0.00669342162296594323)
    let sine = sin(latitude * .pi / 180)
    let w = 1 - eccentricitySquared * sine * sine
    let metresNorth = radius * (1 - eccentricitySquared) / (w * w.squareRoot()) * .pi / 180
    let metresEast = radius / w.squareRoot() * cos(latitude * .pi / 180) * .pi / 180
    return Degrees(latitude: latitude + north / metresNorth, longitude: longitude + east / metresEast)
  }

  /// From GCJ-02 to BD-09.
  var baiduOffset: Degrees {
    let wave = Double.pi * 3000 / 180
    let radius =
      (longitude * longitude + latitude * latitude).squareRoot() + 0.00002 * sin(latitude * wave)
    let angle = atan2(latitude, longitude) + 0.000003 * cos(longitude * wave)
    return Degrees(latitude: radius * sin(angle) + 0.006, longitude: radius * cos(angle) + 0.0065)
  }
}
