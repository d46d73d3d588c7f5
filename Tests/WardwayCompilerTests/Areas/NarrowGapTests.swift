import Geodesy
import Testing

@testable import WardwayCompiler

/// Meshes of halls with columns for travellers that don't fit through everywhere.
@Suite struct NarrowGapTests {
  /// In cells of 30 nodes, too.
  @Test(arguments: 0..<40 as Range<UInt64>, [80, 110] as [UInt16])
  func `ways of the wide are hardly longer than in a hall whose narrow gaps are closed`(
    seed: UInt64, width: UInt16
  ) throws {
    for mostNodes in [AreaCells.mostNodes, 30] {
      try expectShortWays(RandomHall(seed: seed), width: width, mostNodes: mostNodes)
    }
  }

  private func expectShortWays(_ hall: RandomHall, width: UInt16, mostNodes: Int) throws {
    let gaps = hall.gaps()
    // What is as narrow as the limit to a few centimetres may count as either.
    guard !gaps.contains(where: { abs($0.metres * 100 - Double(width)) < 3 }) else { return }
    let closed = gaps.filter { $0.metres * 100 < Double(width) }
    let entries = hall.plan.entries.indices.filter { entry in
      closed.allSatisfy { distance(hall.plan.entries[entry], to: $0) > 0.1 }
    }
    let space = try #require(FreeSpace(rings: hall.plan.rings))
    let mesh = AreaMesher.mesh(space, entries: hall.plan.entries, mostNodes: mostNodes)
    for edge in mesh.edges { #expect(!hall.plan.isBlocked(mesh.nodes[edge.a], mesh.nodes[edge.b])) }
    let fast = Distances(mesh, width: width)
    let parts = PolygonRepair().polygons(
      outer: [hall.plan.rings[0]], without: hall.columns + closed.map(\.wall)
    )
    .polygons.map { rings in
      // Cutting moves walls by a rounding.
      let part = FreeSpace(rings: rings)!
      return RandomPlan(
        rings: rings,
        entries: hall.plan.entries.map { entry in
          let nearest = part.nearest(to: entry)
          return nearest.metres < 0.03 ? nearest.coordinate : entry
        })
    }
    let slow = parts.map { VisibilityOracle($0) }
    for from in entries {
      let found = fast.distances(from: from)
      let all = slow.map { $0.distances(from: from) }
      for to in entries where to != from {
        let shortest = all.map { $0[to] }.min() ?? .infinity
        #expect(
          found[to] <= shortest * 1.02 + 0.05, "\(from) to \(to): \(found[to]) m, \(shortest) m without gaps")
        #expect(
          found[to] >= shortest - 0.1 || found[to] == shortest,
          "\(from) to \(to): \(found[to]) m, \(shortest) m without gaps")
      }
    }
  }

  private func distance(_ place: Coordinate, to gap: RandomHall.Gap) -> Double {
    Segment(gap.from, gap.to).nearest(to: place).metres
  }
}

/// A hall with columns in it, some near walls and near each other.
struct RandomHall {
  /// A line across a narrow place.
  struct Gap {
    var from: Coordinate
    var to: Coordinate
    var metres: Double
    /// A thin wall along it that reaches into the walls at its ends.
    var wall: PolygonRings
  }

  private typealias Point = LocalFrame.Point

  private(set) var plan: RandomPlan
  private(set) var columns: [PolygonRings] = []
  private let frame = LocalFrame(origin: Coordinate(latitude: 30.58, longitude: 114.27)!)

  init(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 7
    func random(_ range: ClosedRange<Double>) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Double(state >> 33) / Double(1 << 31) * (range.upperBound - range.lowerBound)
    }
    let turn = random(0...1.5)
    func turned(_ x: Double, _ y: Double, by angle: Double) -> Point {
      let (c, s) = (cosine(angle), cosine(angle - .pi / 2))
      return Point(x: x * c - y * s, y: x * s + y * c)
    }
    let (length, depth) = (random(10...24), random(6...14))
    // Corners and doors around the walls.
    var outline: [(Double, Double)] = []
    var doors: [(Double, Double)] = []
    let corners = [(0.0, 0.0), (length, 0.0), (length, depth), (0.0, depth)]
    for (a, b) in zip(corners, corners.dropFirst() + [corners[0]]) {
      outline.append(a)
      for part in 0..<3 where random(0...1) < 0.7 {
        let share = (Double(part) + random(0.1...0.9)) / 3
        doors.append((a.0 + (b.0 - a.0) * share, a.1 + (b.1 - a.1) * share))
        outline.append(doors[doors.count - 1])
      }
    }
    var solid: [[Point]] = [corners.map { Point(x: $0.0, y: $0.1) }]
    for _ in 0..<14 {
      let (width, height) = (random(0.4...2.5), random(0.4...1.6))
      let angle = random(0...1) < 0.6 ? 0 : random(0...3)
      var (x, y) = (random(0.5...length - 0.5), random(0.5...depth - 0.5))
      // Near a wall, or beside what stands already.
      if random(0...1) < 0.4 { y = random(0...1) < 0.5 ? height / 2 + random(0.2...1.4) : depth - height }
      if solid.count > 1, random(0...1) < 0.4 {
        let beside = solid[solid.count - 1]
        (x, y) = (beside[1].x + width / 2 + random(0.2...1.4), beside[0].y + height / 2)
      }
      let column = [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1)].map { side -> Point in
        let point = turned(side.0 * width / 2, side.1 * height / 2, by: angle)
        return Point(x: point.x + x, y: point.y + y)
      }
      let isFree =
        column.allSatisfy { $0.x > 0.1 && $0.y > 0.1 && $0.x < length - 0.1 && $0.y < depth - 0.1 }
        && solid.dropFirst().allSatisfy { Self.distance(column, $0) > 0.15 }
      if isFree { solid.append(column) }
    }
    for _ in 0..<4 {
      let point = Point(x: random(0.5...length - 0.5), y: random(0.5...depth - 0.5))
      // Out of the way of the columns, and not in them.
      if solid.dropFirst().allSatisfy({
        Self.distance([point, point], $0) > 0.8 && !Self.isInside(point, $0)
      }) {
        doors.append((point.x, point.y))
      }
    }
    let frame = frame
    func place(_ x: Double, _ y: Double) -> Coordinate { frame.coordinate(turned(x, y, by: turn)) }
    columns = solid.dropFirst().map { [$0.map { place($0.x, $0.y) }] }
    plan = RandomPlan(
      rings: [outline.map { place($0.0, $0.1) }] + columns.map { $0[0].reversed() },
      entries: doors.map { place($0.0, $0.1) })
  }

  private static func distance(_ a: [Point], _ b: [Point]) -> Double {
    var least = Double.infinity
    for (first, second) in [(a, b), (b, a)] {
      for point in first {
        for (start, end) in zip(second, second.dropFirst() + [second[0]]) {
          let (x, y) = (end.x - start.x, end.y - start.y)
          let squared = x * x + y * y
          let share =
            squared == 0 ? 0 : min(max(((point.x - start.x) * x + (point.y - start.y) * y) / squared, 0), 1)
          let (dx, dy) = (start.x + x * share - point.x, start.y + y * share - point.y)
          least = min(least, (dx * dx + dy * dy).squareRoot())
        }
      }
    }
    return isInside(a[0], b) || isInside(b[0], a) ? 0 : least
  }

  private static func isInside(_ point: Point, _ ring: [Point]) -> Bool {
    zip(ring, ring.dropFirst() + [ring[0]]).allSatisfy { a, b in
      (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x) > 0
    }
  }

  /// All narrow places, found the plainest way: from every corner of a column straight to every wall that it sees,
  /// and between walls that run along each other.
  func gaps() -> [Gap] {
    var found: [Gap] = []
    func add(_ from: Coordinate, _ to: Coordinate) {
      let metres = Geodesy.distance(from, to)
      let line = Segment(from, to)
      guard metres > 0.01, metres < 2,
        !plan.isBlocked(line.coordinate(at: 0.2), line.coordinate(at: 0.8)),
        plan.contains(line.coordinate(at: 0.5))
      else { return }
      found.append(Gap(from: from, to: to, metres: metres, wall: wall(from, to, metres)))
    }
    let sides = plan.sides()
    for column in columns {
      for corner in column[0] {
        for (a, b) in sides where a != corner && b != corner {
          let wall = Segment(a, b)
          let nearest = wall.nearest(to: corner)
          guard nearest.metres < 2 else { continue }
          let foot = wall.coordinate(at: nearest.fraction)
          // Nearest of all places of both walls, or nearly: else it only looks along them.
          let isEnd = nearest.fraction == 0 || nearest.fraction == 1
          if leads(from: corner, to: foot, sides), !isEnd || leads(from: foot, to: corner, sides) {
            add(corner, foot)
          }
        }
      }
    }
    for (a, b) in sides {
      let frame = LocalFrame(origin: a)
      let along = frame.point(b)
      let length = (along.x * along.x + along.y * along.y).squareRoot()
      for (c, d) in sides where c != a {
        let (p, q) = (frame.point(c), frame.point(d))
        let (x, y) = (q.x - p.x, q.y - p.y)
        guard along.x * x + along.y * y < -0.966 * length * (x * x + y * y).squareRoot() else { continue }
        let from = max(0, (q.x * along.x + q.y * along.y) / length / length)
        let to = min(1, (p.x * along.x + p.y * along.y) / length / length)
        guard (to - from) * length > 0.05 else { continue }
        let middle = Segment(a, b).coordinate(at: (from + to) / 2)
        add(middle, Segment(c, d).coordinate(at: Segment(c, d).nearest(to: middle).fraction))
      }
    }
    return found
  }

  /// Whether the walls at a corner lead away from a line, as far as drawing by hand goes.
  private func leads(from corner: Coordinate, to place: Coordinate, _ sides: [(Coordinate, Coordinate)])
    -> Bool
  {
    let frame = LocalFrame(origin: corner)
    let line = frame.point(place)
    return sides.allSatisfy { a, b in
      guard a == corner || b == corner else { return true }
      let wall = frame.point(a == corner ? b : a)
      let product = ((line.x * line.x + line.y * line.y) * (wall.x * wall.x + wall.y * wall.y)).squareRoot()
      return line.x * wall.x + line.y * wall.y <= 0.34 * product
    }
  }

  private func wall(_ from: Coordinate, _ to: Coordinate, _ metres: Double) -> PolygonRings {
    let (a, b) = (frame.point(from), frame.point(to))
    let (x, y) = ((b.x - a.x) / metres, (b.y - a.y) / metres)
    let corners = [(-0.05, 1.0), (metres + 0.05, 1.0), (metres + 0.05, -1.0), (-0.05, -1.0)]
    return [
      corners.map { along, side in
        frame.coordinate(Point(x: a.x + x * along - y * side * 0.02, y: a.y + y * along + x * side * 0.02))
      }
    ]
  }
}
