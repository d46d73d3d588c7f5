import Geodesy
import TestSupport
import Testing

@Suite struct NearestSearchTests {
  /// Where to look, how wide the places are spread, and how far to look.
  static let regions: [(latitude: Double, longitude: Double, degrees: Double, metres: Double)] = [
    (49.4, 8.7, 0.05, 2_000), (49.4, 8.7, 5, .infinity), (0, 0, 0.5, 40_000), (-79.9, 30, 2, 50_000),
    (89, 0, 1.5, 20_000), (-89.5, 100, 3, .infinity), (60, 179.9, 1, 30_000), (-20, -179.99, 30, .infinity),
    (0, 0, 180, .infinity), (85, 10, 20, 2_000_000), (81, 0, 4, 45_000),
  ]

  @Test(arguments: 0..<220 as Range<UInt64>)
  func `places come in the order that sorting all of them gives`(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let region = Self.regions[Int(seed) % Self.regions.count]
    let places = (0..<400).map { _ in
      Coordinate.random(
        around: region.latitude, region.longitude, degrees: region.degrees, using: &random)
    }
    let tree = PackedRTree(places.map { BoundingBox($0) })
    var search = NearestSearch()
    for _ in 0..<5 {
      let from = Coordinate.random(
        around: region.latitude, region.longitude, degrees: region.degrees, using: &random)
      var expected = places.indices.map { (UInt32($0), distance(from, places[$0])) }
      expected.removeAll { $0.0 % 7 == 3 || $0.1 > region.metres }
      expected.sort { ($0.1, $0.0) < ($1.1, $1.0) }
      var found: [(UInt32, Double)] = []
      search.nearest(to: from, in: tree, maximumMetres: region.metres) { item in
        item % 7 == 3 ? nil : distance(from, places[Int(item)])
      } visit: { item, metres in
        found.append((item, metres))
        return true
      }
      #expect(found.map(\.0) == expected.map(\.0))
      #expect(found.map(\.1) == expected.map(\.1))
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `the nearest segment is the one that a look at all finds`(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let latitude = Double.random(in: -79...79, using: &random)
    let segments = (0..<500).map { _ in
      let start = Coordinate.random(around: latitude, 10, degrees: 0.1, using: &random)
      return Segment(
        start, .random(around: start.latitude, start.longitude, degrees: 0.01, using: &random))
    }
    let tree = PackedRTree(segments.map { BoundingBox([$0.start, $0.end]) })
    for _ in 0..<10 {
      let place = Coordinate.random(around: latitude, 10, degrees: 0.12, using: &random)
      let frame = LocalFrame(origin: place)
      let metres = segments.map { $0.nearest(toOriginOf: frame).metres }
      let expected = metres.indices.min { (metres[$0], $0) < (metres[$1], $1) }!
      var (found, asked): (UInt32?, Int) = (nil, 0)
      tree.nearest(to: place, maximumMetres: 40_000) { item in
        asked += 1
        return metres[Int(item)]
      } visit: { item, _ in
        found = item
        return false
      }
      #expect(found == UInt32(expected))
      #expect(asked < 100, "the bounds are too loose")
    }
  }

  @Test func `an empty tree has nothing near`() {
    PackedRTree([]).nearest(to: Coordinate(latitudeE7: 0, longitudeE7: 0)) { _ in
      0
    } visit: { _, _ in
      Issue.record("nothing can be visited")
      return true
    }
  }

  @Test func `items at one distance come by number`() {
    let place = Coordinate(latitudeE7: 5, longitudeE7: 5)
    let tree = PackedRTree(Array(repeating: BoundingBox(place), count: 500))
    var found: [UInt32] = []
    tree.nearest(
      to: place, maximumMetres: 0, metres: { _ in 0 },
      visit: { item, _ in
        found.append(item)
        return found.count < 400
      })
    #expect(found == Array(0..<400))
  }
}
