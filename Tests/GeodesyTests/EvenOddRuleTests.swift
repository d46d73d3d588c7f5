import Foundation
import TestSupport
import Testing

@testable import Geodesy

@Suite struct EvenOddRuleTests {
  private typealias Point = (x: Int64, y: Int64)

  private static func contains(_ ring: [Point], _ point: Point, isUpward: Bool = false) -> Bool {
    var isInside = false
    for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
      let (from, to) = isUpward && b.y < a.y ? (b, a) : (a, b)
      if EvenOddRule.crosses(from, to, from: point) { isInside.toggle() }
    }
    return isInside
  }

  @Test func `a ray through corners counts each wall once`() {
    let diamond: [Point] = [(0, -2), (2, 0), (0, 2), (-2, 0)]
    #expect(Self.contains(diamond, (0, 0)))
    #expect(!Self.contains(diamond, (-3, 0)) && !Self.contains(diamond, (3, 0)))
    #expect(!Self.contains(diamond, (-3, 2)) && !Self.contains(diamond, (-3, -2)))
    // A wall along the ray.
    let step: [Point] = [(0, 0), (4, 0), (4, 2), (2, 2), (2, 4), (0, 4)]
    #expect(Self.contains(step, (1, 2)) && !Self.contains(step, (-1, 2)) && !Self.contains(step, (5, 2)))
  }

  @Test func `with sides upward a point on a wall is in one of two squares, whichever way they run`() {
    let west: [Point] = [(0, 0), (2, 0), (2, 2), (0, 2)]
    let east: [Point] = [(2, 0), (4, 0), (4, 2), (2, 2)]
    for (a, b) in [(west, east), (west.reversed(), east), (west, east.reversed())] {
      #expect(!Self.contains(a, (2, 1), isUpward: true) && Self.contains(b, (2, 1), isUpward: true))
      #expect(
        Self.contains(a, (0, 1), isUpward: true) && Self.contains(a, (1, 0), isUpward: true)
          && !Self.contains(a, (1, 2), isUpward: true))
    }
  }

  /// Oracle: how often the ring winds around the point, by the sum of angles.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func `the rule agrees with angles, on whole numbers and on others`(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    func place() -> Point { (.random(in: -20...20, using: &numbers), .random(in: -20...20, using: &numbers)) }
    let ring = (0..<Int.random(in: 3...9, using: &numbers)).map { _ in place() }
    for _ in 0..<50 {
      let point = place()
      let sides = Array(zip(ring, ring.dropFirst() + ring.prefix(1)))
      let isOnWall = sides.contains { a, b in
        (b.x - a.x) * (point.y - a.y) == (point.x - a.x) * (b.y - a.y)
          && (min(a.x, b.x)...max(a.x, b.x)).contains(point.x)
          && (min(a.y, b.y)...max(a.y, b.y)).contains(point.y)
      }
      if isOnWall { continue }
      let angles = sides.map { a, b in
        let (p, q) = ((x: a.x - point.x, y: a.y - point.y), (x: b.x - point.x, y: b.y - point.y))
        return atan2(Double(p.x * q.y - p.y * q.x), Double(p.x * q.x + p.y * q.y))
      }
      let turns = Int((angles.reduce(0, +) / (2 * .pi)).rounded())
      #expect(Self.contains(ring, point) == !turns.isMultiple(of: 2), "\(ring) \(point)")
      let crossings = sides.count { a, b in
        EvenOddRule.crosses(
          (Double(a.x), Double(a.y)), (Double(b.x), Double(b.y)), from: (Double(point.x), Double(point.y)))
      }
      #expect(!crossings.isMultiple(of: 2) == !turns.isMultiple(of: 2))
    }
  }
}
