/// How near anything in a box can be to a place, never overestimated.
struct DistanceBound {
  private let place: Coordinate
  /// Metres a unit, at their least within the search's radius; nil for a search that the sphere must judge.
  private let flat: (east: Double, north: Double)?

  /// Prepares for boxes that matter up to `maximumMetres` around `place`.
  init(_ place: Coordinate, maximumMetres: Double) {
    self.place = place
    let equator = Ellipsoid.metresPerE7(latitudeE7: 0)
    let reach = maximumMetres / equator.north
    let latitude = abs(Double(place.latitudeE7))
    // Up to 50 km away and 80 degrees high, the way east is shortest at the circle's far edge. Elsewhere
    // a way across the pole or a great circle may be shorter.
    guard maximumMetres <= 50_000, latitude <= 800_000_000 else {
      flat = nil
      return
    }
    // A little less, so that rounding never puts a bound above a distance.
    let east = Ellipsoid.metresPerE7(latitudeE7: latitude + reach).east
    flat = (east * (1 - 1e-12), equator.north * (1 - 1e-12))
  }

  /// At most the distance from the place to any place of `box`, as far as that lies within the radius.
  func metres(to box: BoundingBox) -> Double {
    let latitude = Int64(place.latitudeE7)
    let north = max(0, Int64(box.minLatitudeE7) - latitude, latitude - Int64(box.maxLatitudeE7))
    let east = meridian(of: box)
    if let flat {
      let (x, y) = (Double(east) * flat.east, Double(north) * flat.north)
      return (x * x + y * y).squareRoot()
    }
    let unit = Ellipsoid.radiansPerE7
    let angle = Sphere.angle(
      Double(latitude) * unit, south: Double(box.minLatitudeE7) * unit,
      north: Double(box.maxLatitudeE7) * unit, longitudes: Double(east) * unit)
    // The ellipsoid is nowhere flatter than this against the sphere; the millimetre covers rounding at a pole.
    return max(0, 0.994 * Ellipsoid.meanRadius * angle - 0.001)
  }

  /// The least way in longitude to the box, east or west.
  private func meridian(of box: BoundingBox) -> Int64 {
    let longitude = Int64(place.longitudeE7)
    let west = Int64(box.minLongitudeE7) - longitude
    let east = longitude - Int64(box.maxLongitudeE7)
    if west <= 0 && east <= 0 { return 0 }
    // Going the other way around the globe may be shorter.
    return max(0, min(west > 0 ? west : west + 3_600_000_000, east > 0 ? east : east + 3_600_000_000))
  }
}
