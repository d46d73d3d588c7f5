import Geodesy
import Testing

@Suite struct CoordinateTests {
  @Test(arguments: [
    (90.0000001, 0), (-90.0000001, 0), (0, 180.0000001), (0, -180.0000001), (.nan, 0), (0, .nan),
    (.infinity, 0), (0, -.infinity),
  ])
  func `no coordinate lies off the globe`(latitude: Double, longitude: Double) {
    #expect(Coordinate(latitude: latitude, longitude: longitude) == nil)
  }

  @Test func `degrees are rounded to seven decimals`() throws {
    let place = try #require(Coordinate(latitude: 48.12345674, longitude: -180))
    #expect(place == Coordinate(latitudeE7: 481_234_567, longitudeE7: -1_800_000_000))
    #expect(place.description == "48.1234567, -180.0")
    #expect(MemoryLayout<Coordinate>.stride == 8)
  }

  @Test func `an unchecked coordinate says whether it is valid`() {
    #expect(Coordinate(latitudeE7: -900_000_000, longitudeE7: 1_800_000_000).isValid)
    #expect(!Coordinate(latitudeE7: 900_000_001, longitudeE7: 0).isValid)
    #expect(!Coordinate(latitudeE7: 0, longitudeE7: .min).isValid)
  }
}

@Suite struct LevelTests {
  @Test(arguments: [
    (0.0, "0"), (2, "2"), (-1, "-1"), (0.5, "0.5"), (-0.5, "-0.5"), (1.25, "1.25"), (0.1, "0.1"),
    (10.05, "10.05"), (300, "300"), (-300, "-300"),
  ])
  func `a level prints as people write it`(value: Double, text: String) throws {
    let level = try #require(Level(value))
    #expect(level.description == text)
    #expect(level.value == value)
  }

  @Test(arguments: [0.001, 1.0 / 3, 300.01, -301, .nan, .infinity, 1e300])
  func `a number with more than two decimals or out of range is no level`(value: Double) {
    #expect(Level(value) == nil)
  }

  @Test func `levels are ordered from below`() throws {
    #expect(try #require(Level(-0.5)) < .ground)
    #expect(Level.lowest < .highest)
    #expect(Level(hundredths: 300_01) == nil)
    #expect(MemoryLayout<Level>.size == 2)
  }
}
