import Geodesy
import TestSupport

extension Coordinate {
  /// Any place within some degrees of a latitude and longitude, wrapped and clamped to the globe.
  static func random(
    around latitude: Double = 0, _ longitude: Double = 0, degrees: Double, using random: inout SeededNumbers
  ) -> Coordinate {
    let north = latitude + Double.random(in: -degrees...degrees, using: &random)
    let east = (longitude + Double.random(in: -degrees...degrees, using: &random))
      .remainder(dividingBy: 360)
    return Coordinate(latitude: min(90, max(-90, north)), longitude: east)!
  }
}
