import TestSupport
import Testing

@testable import Geodesy

@Suite struct FreeSpaceTests {
  /// A square with blocks in it that touch each other at sides and corners, everything in even numbers.
  private struct Blocks {
    static let side: Int32 = 8
    static let count: Int32 = 5
    var rings: [[Coordinate]]

    init(seed: UInt64) {
      var random = SeededNumbers(seed: seed)
      func place(_ x: Int32, _ y: Int32) -> Coordinate { Coordinate(latitudeE7: y, longitudeE7: x) }
      let end = Self.side * Self.count
      rings = [[place(0, 0), place(end, 0), place(end, end), place(0, end)]]
      for column in 0..<Self.count {
        for row in 0..<Self.count {
          let (x, y) = (column * Self.side, row * Self.side)
          switch Int.random(in: 0..<8, using: &random) {
          case 0: rings.append([place(x, y), place(x + 8, y), place(x + 8, y + 8), place(x, y + 8)])
          case 1: rings.append([place(x + 4, y), place(x + 8, y + 4), place(x + 4, y + 8), place(x, y + 4)])
          case 2: rings.append([place(x, y), place(x + 4, y), place(x + 8, y), place(x + 2, y + 6)])
          case 3:
            rings.append([place(x + 2, y + 2), place(x + 6, y + 2), place(x + 6, y + 4), place(x + 2, y + 6)])
          default: break
          }
        }
      }
    }
  }

  /// Looks at all walls, and at the middle of every piece between two corners that are touched.
  private func seesSlowly(_ space: FreeSpace, _ a: Coordinate, _ b: Coordinate) -> Bool {
    func turn(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate) -> Int64 {
      Int64(b.longitudeE7 - a.longitudeE7) * Int64(c.latitudeE7 - a.latitudeE7)
        - Int64(b.latitudeE7 - a.latitudeE7) * Int64(c.longitudeE7 - a.longitudeE7)
    }
    func along(_ c: Coordinate) -> Int64 {
      Int64(c.longitudeE7 - a.longitudeE7) * Int64(b.longitudeE7 - a.longitudeE7)
        + Int64(c.latitudeE7 - a.latitudeE7) * Int64(b.latitudeE7 - a.latitudeE7)
    }
    var stops = [a, b]
    for corner in space.corners.indices {
      let (p, q) = (space.corners[corner], space.neighbours(of: corner).next)
      if turn(a, b, p).signum() * turn(a, b, q).signum() < 0,
        turn(p, q, a).signum() * turn(p, q, b).signum() < 0
      {
        return false
      }
      if turn(a, b, p) == 0, 0...along(b) ~= along(p) { stops.append(p) }
    }
    stops.sort { along($0) < along($1) }
    return zip(stops, stops.dropFirst()).allSatisfy { p, q in
      space.contains(
        Coordinate(
          latitudeE7: (p.latitudeE7 + q.latitudeE7) / 2, longitudeE7: (p.longitudeE7 + q.longitudeE7) / 2))
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `what sees what is the same with a look at all walls`(seed: UInt64) throws {
    let space = try #require(FreeSpace(rings: Blocks(seed: seed).rings))
    var random = SeededNumbers(seed: seed)
    func place() -> Coordinate {
      Coordinate(
        latitudeE7: Int32.random(in: 0...20, using: &random) * 2,
        longitudeE7: Int32.random(in: 0...20, using: &random) * 2)
    }
    for _ in 0..<300 {
      let a = Bool.random(using: &random) ? place() : space.corners.randomElement(using: &random)!
      let b = Bool.random(using: &random) ? place() : space.corners.randomElement(using: &random)!
      if a != b { #expect(space.sees(a, b) == seesSlowly(space, a, b), "\(a) to \(b)") }
    }
  }
}
