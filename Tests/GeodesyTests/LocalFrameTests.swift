import Geodesy
import TestSupport
import Testing

@Suite struct LocalFrameTests {
  @Test(arguments: 0..<200 as Range<UInt64>)
  func `a place goes to the map and back`(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let origin = Coordinate.random(degrees: 180, using: &random)
    let frame = LocalFrame(origin: origin)
    let place = Coordinate.random(around: origin.latitude, origin.longitude, degrees: 0.1, using: &random)
    let back = frame.coordinate(frame.point(place))
    if abs(origin.latitude) < 89.99 {
      let difference = abs(back.longitude - place.longitude).truncatingRemainder(dividingBy: 360)
      #expect(abs(back.latitudeE7 - place.latitudeE7) <= 1)
      #expect(min(difference, 360 - difference) < 2.1e-7)
    }
    if abs(origin.latitude) < 80 {
      let point = frame.point(place)
      let metres = (point.x * point.x + point.y * point.y).squareRoot()
      #expect(abs(metres - distance(origin, place)) <= 0.011 * metres + 1e-3)
    }
  }

  @Test func `a point far off the map is a place all the same`() {
    for latitude: Int32 in [0, 900_000_000, -900_000_000] {
      let frame = LocalFrame(origin: Coordinate(latitudeE7: latitude, longitudeE7: 1_800_000_000))
      for metres in [1e3, -1e9, 1e300, -1e300] {
        #expect(frame.coordinate(.init(x: metres, y: metres)).isValid)
      }
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `no sampled place of a segment is nearer than its projection`(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let middle = Coordinate.random(degrees: 180, using: &random)
    let latitude = middle.latitude * 0.9
    let place = Coordinate.random(around: latitude, middle.longitude, degrees: 0.01, using: &random)
    let segment = Segment(
      .random(around: latitude, middle.longitude, degrees: 0.01, using: &random),
      .random(around: latitude, middle.longitude, degrees: 0.01, using: &random))
    let nearest = segment.nearest(to: place)
    let frame = LocalFrame(origin: place)
    #expect(segment.nearest(toOriginOf: frame) == nearest)
    #expect(0...1 ~= nearest.fraction)
    let foot = frame.point(segment.coordinate(at: nearest.fraction))
    #expect(abs((foot.x * foot.x + foot.y * foot.y).squareRoot() - nearest.metres) < 0.02)
    for step in 0...20 {
      let sample = frame.point(segment.coordinate(at: Double(step) / 20))
      #expect((sample.x * sample.x + sample.y * sample.y).squareRoot() > nearest.metres - 0.02)
    }
  }

  @Test func `a segment across the antimeridian stays short`() {
    let segment = Segment(
      Coordinate(latitudeE7: 0, longitudeE7: 1_799_990_000),
      Coordinate(latitudeE7: 0, longitudeE7: -1_799_990_000))
    let nearest = segment.nearest(to: Coordinate(latitudeE7: 1000, longitudeE7: -1_800_000_000))
    #expect(abs(nearest.fraction - 0.5) < 1e-9)
    #expect(abs(nearest.metres - 11.06) < 0.01)
    #expect(abs(segment.coordinate(at: 0.5).longitudeE7) == 1_800_000_000)
  }

  @Test func `a segment without length answers with its start`() {
    let place = Coordinate(latitudeE7: 0, longitudeE7: 0)
    let nearest = Segment(place, place).nearest(to: Coordinate(latitudeE7: 10, longitudeE7: 0))
    #expect(nearest.fraction == 0)
    #expect(nearest.metres > 0)
  }
}
