import Geodesy
import TestSupport
import Testing

@Suite struct BoundingBoxTests {
  @Test func `an empty box contains nothing and adds nothing`() {
    let place = Coordinate(latitudeE7: 1, longitudeE7: 2)
    #expect(BoundingBox.empty.isEmpty)
    #expect(!BoundingBox.empty.contains(place))
    #expect(BoundingBox.empty.union(BoundingBox(place)) == BoundingBox(place))
    #expect(BoundingBox.empty.expanded(byMetres: 5) == .empty)
    #expect(BoundingBox([Coordinate]()) == .empty)
  }

  @Test func `a box holds its edges`() {
    let box = BoundingBox([.init(latitudeE7: 0, longitudeE7: 0), .init(latitudeE7: 10, longitudeE7: 20)])
    #expect(box.contains(Coordinate(latitudeE7: 10, longitudeE7: 0)))
    #expect(!box.contains(Coordinate(latitudeE7: 11, longitudeE7: 0)))
    #expect(box.intersects(BoundingBox(Coordinate(latitudeE7: 10, longitudeE7: 20))))
    #expect(box.center == Coordinate(latitudeE7: 5, longitudeE7: 10))
    #expect(box.contains(box) && !BoundingBox(box.center).contains(box))
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func `an expanded box holds every place within the distance`(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let place = Coordinate.random(degrees: 180, using: &random)
    let degrees = [0.001, 0.1, 1, 30][Int(seed % 4)]
    for _ in 0..<50 {
      let other = Coordinate.random(around: place.latitude, place.longitude, degrees: degrees, using: &random)
      let box = BoundingBox(place).expanded(byMetres: distance(place, other))
      #expect(box.contains(other), "\(place) \(other)")
    }
  }

  @Test(arguments: [-1, 0, .nan]) func `a box expanded by nothing stays`(metres: Double) {
    let box = BoundingBox(Coordinate(latitudeE7: 5, longitudeE7: 5))
    #expect(box.expanded(byMetres: metres) == box)
  }

  @Test func `a box expanded without measure is the globe`() {
    let box = BoundingBox(Coordinate(latitudeE7: 5, longitudeE7: 5)).expanded(byMetres: .infinity)
    #expect(box.contains(Coordinate(latitudeE7: 900_000_000, longitudeE7: -1_800_000_000)))
    #expect(box.contains(Coordinate(latitudeE7: -900_000_000, longitudeE7: 1_800_000_000)))
  }
}
