import Geodesy
import Testing

@Suite struct MeasuresTests {
  /// Two places, and their distance by the conformance runner's own geometry.
  struct Case: Sendable {
    let a: Coordinate
    let b: Coordinate
    let metres: Double

    init(
      _ latitudeA: Double, _ longitudeA: Double, _ latitudeB: Double, _ longitudeB: Double, _ metres: Double
    ) {
      a = Coordinate(latitude: latitudeA, longitude: longitudeA)!
      b = Coordinate(latitude: latitudeB, longitude: longitudeB)!
      self.metres = metres
    }
  }

  @Test(arguments: [
    Case(52.52, 13.405, 52.5201, 13.4052, 17.55364206723451),
    Case(0, 0, 0, 0.5, 55659.74539663678),
    Case(0, 0, 0.5, 0, 55287.14848037879),
    Case(52.5, 13.4, 48.1, 11.6, 505643.72497629037),
    Case(-33.9, 151.2, 51.5, -0.1, 16994741.472856376),
    Case(69.65, 18.95, 69.651, 18.97, 784.4784807910363),
    Case(10, 179.9, 10, -179.9, 21927.872813630594),
    Case(90, 0, 90, 77, 0),
  ])
  func `distances agree with the conformance runner's`(pair: Case) {
    #expect(abs(distance(pair.a, pair.b) - pair.metres) <= 1e-9 * pair.metres + 1e-6)
    #expect(distance(pair.a, pair.b) == distance(pair.b, pair.a))
  }

  @Test(arguments: [(1.0, 0.0, 0.0), (1, 1, 45), (0, 1, 90), (-1, 1, 135), (-1, 0, 180), (0, -1, 270)])
  func `bearings turn clockwise from north`(north: Double, east: Double, degrees: Double) throws {
    for scale in [0.001, 5] {
      let origin = Coordinate(latitudeE7: 0, longitudeE7: 1_799_999_999)
      let longitude = (origin.longitude + east * scale).remainder(dividingBy: 360)
      let target = try #require(Coordinate(latitude: north * scale, longitude: longitude))
      #expect(abs(bearing(origin, target) - degrees) < 0.3)
    }
    #expect(bearing(.init(latitudeE7: 5, longitudeE7: 5), .init(latitudeE7: 5, longitudeE7: 5)) == 0)
  }

  @Test func `a turn to the right is positive`() throws {
    let places = [(0.0, 0.0), (0.001, 0), (0.001, 0.001), (0.002, 0)].map {
      Coordinate(latitude: $0, longitude: $1)!
    }
    #expect(abs(turnAngle(places[0], places[1], places[2]) - 90) < 0.01)
    #expect(abs(turnAngle(places[2], places[1], places[0]) + 90) < 0.01)
    #expect(abs(turnAngle(places[0], places[1], places[3])) < 0.01)
    #expect(turnAngle(places[0], places[1], places[0]) == 180)
    #expect(turnAngle(places[0], places[0], places[1]) == 0)
  }
}
