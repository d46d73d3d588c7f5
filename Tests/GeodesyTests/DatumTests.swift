import TestSupport
import Testing

@testable import Geodesy

@Suite struct DatumTests {
  /// Positions that the tests of other converters agree on.
  @Test(arguments: [
    (31.1774276, 121.5272106, 31.17530398364597, 121.531541859215),
    (22.543847, 113.912316, 22.540796131694766, 113.9171764808363),
    (39.911954, 116.377817, 39.91334545536069, 116.38404722455657),
  ])
  func `GCJ-02 is displaced as published`(
    latitude: Double, longitude: Double, shiftedLatitude: Double, shiftedLongitude: Double
  ) throws {
    let place = try #require(Coordinate(latitude: latitude, longitude: longitude))
    let shifted = try #require(Coordinate(latitude: shiftedLatitude, longitude: shiftedLongitude))
    #expect(distance(Datum.gcj02.position(place), shifted) < 0.05)
    #expect(distance(Datum.gcj02.wgs84(shifted), place) < 0.05)
  }

  /// A position that the tests of other converters agree on, in both directions.
  @Test func `BD-09 is displaced as published`() throws {
    let place = try #require(Coordinate(latitude: 39.915, longitude: 116.404))
    let state = try #require(Coordinate(latitude: 39.90865673957631, longitude: 116.39762729119315))
    let baidu = try #require(Coordinate(latitude: 39.92133699351021, longitude: 116.41036949371029))
    #expect(distance(Datum.gcj02.position(Datum.bd09.wgs84(place)), state) < 1)
    #expect(distance(Datum.bd09.position(Datum.gcj02.wgs84(place)), baidu) < 0.05)
  }

  @Test(arguments: [Datum.gcj02, .bd09], 0..<20 as Range<UInt64>)
  func `there and back is within a centimetre`(datum: Datum, seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    for _ in 0..<200 {
      let place = try #require(
        Coordinate(
          latitude: .random(in: 1...55, using: &random), longitude: .random(in: 73...137, using: &random)))
      let shifted = datum.position(place)
      #expect(5...3000 ~= distance(shifted, place))
      // Rounding to 10⁻⁷ degrees there and back makes up to 1.2 cm.
      #expect(distance(datum.wgs84(shifted), place) < 0.02)
    }
  }

  @Test(arguments: Datum.allCases)
  func `nothing is displaced elsewhere`(datum: Datum) throws {
    for (latitude, longitude) in [(52.5, 13.4), (-33.9, 151.2), (37.8, -122.4), (90, 0), (-90, 180)] {
      let place = try #require(Coordinate(latitude: latitude, longitude: longitude))
      #expect(datum.position(place) == place)
      #expect(datum.wgs84(place) == place)
    }
  }

  @Test func `nothing is displaced on WGS 84, and the edge of China is bearable`() throws {
    let beijing = try #require(Coordinate(latitude: 39.9, longitude: 116.4))
    #expect(Datum.wgs84.position(beijing) == beijing)
    for longitude in stride(from: 72.0, through: 72.02, by: 0.0005) {
      let place = try #require(Coordinate(latitude: 35, longitude: longitude))
      for datum in Datum.allCases { #expect(distance(datum.wgs84(place), place) < 5000) }
    }
  }
}
