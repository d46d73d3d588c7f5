import Geodesy

/// A closed line in the plane of a floor, in metres; its last corner isn't its first one again.
struct PlanRing {
  /// Corners nearer to each other than this, in metres, are one.
  private static let sameCorner = 0.005
  /// Areas smaller than this, in square metres, are none.
  private static let least = 0.01
  /// Rings with more corners aren't checked for crossings.
  private static let mostChecked = 3000

  typealias Point = LocalFrame.Point

  var points: [Point]

  /// What was wrong with a ring as it was written.
  enum Fault: Hashable { case unclosed, zeroArea, selfCrossing }

  /// Makes a ring of what was written; nil if it has no area.
  init?(_ line: [Coordinate], _ frame: LocalFrame, _ faults: inout Set<Fault>) {
    var points: [Point] = []
    for place in line {
      let point = frame.point(place)
      if let last = points.last, last.metres(to: point) < Self.sameCorner { continue }
      points.append(point)
    }
    if line.count > 1, line.first != line.last { faults.insert(.unclosed) }
    if points.count > 1, points[0].metres(to: points[points.count - 1]) < Self.sameCorner {
      points.removeLast()
    }
    self.points = points
    guard points.count >= 3, area >= Self.least else {
      faults.insert(.zeroArea)
      return nil
    }
    if crossesItself { faults.insert(.selfCrossing) }
  }

  /// The sides, each from a corner to the next one.
  var sides: some Sequence<(Point, Point)> { zip(points, points.dropFirst() + points.prefix(1)) }

  /// The area in square metres.
  var area: Double { abs(sides.reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }) / 2 }

  /// The middle of the corners' box.
  var box: (low: Point, high: Point) {
    points.reduce((points[0], points[0])) { box, point in
      (
        Point(x: min(box.0.x, point.x), y: min(box.0.y, point.y)),
        Point(x: max(box.1.x, point.x), y: max(box.1.y, point.y))
      )
    }
  }

  /// Whether a point is inside, by the even-odd rule; on a wall that doesn't depend on which way the ring runs.
  func contains(_ point: Point) -> Bool {
    var isInside = false
    for (a, b) in sides {
      let (low, high) = a.y < b.y ? (a, b) : (b, a)
      if EvenOddRule.crosses((low.x, low.y), (high.x, high.y), from: (point.x, point.y)) { isInside.toggle() }
    }
    return isInside
  }

  /// The place on the ring nearest to a point: the side, the share of it, and how far it is.
  func nearest(to point: Point) -> (side: Int, share: Double, point: Point, metres: Double) {
    var best = (side: 0, share: 0.0, point: points[0], metres: Double.infinity)
    for (side, (a, b)) in sides.enumerated() {
      let share = point.share(along: a, b)
      let foot = a.toward(b, share)
      let metres = foot.metres(to: point)
      if metres < best.metres { best = (side, share, foot, metres) }
    }
    return best
  }

  private var crossesItself: Bool {
    guard points.count > 3, points.count <= Self.mostChecked else { return false }
    let sides = Array(sides)
    for i in sides.indices {
      let (a, b) = sides[i]
      for j in sides.indices.dropFirst(i + 2) where !(i == 0 && j == sides.count - 1) {
        let (c, d) = sides[j]
        guard min(c.x, d.x) < max(a.x, b.x), min(a.x, b.x) < max(c.x, d.x) else { continue }
        let crosses = a.turn(b, c) * a.turn(b, d) < 0 && c.turn(d, a) * c.turn(d, b) < 0
        if crosses { return true }
      }
    }
    return false
  }
}

/// An area in the plane of a floor: outer rings and holes.
struct PlanArea {
  var rings: [PlanRing] = []
  /// For each ring whether it is a hole.
  var holes: [Bool] = []

  func contains(_ point: LocalFrame.Point) -> Bool {
    rings.reduce(false) { $0 != $1.contains(point) }
  }

  /// The distance to the nearest wall, in metres.
  func metres(to point: LocalFrame.Point) -> Double {
    rings.map { $0.nearest(to: point).metres }.min() ?? .infinity
  }

  var area: Double { zip(rings, holes).reduce(0) { $0 + ($1.1 ? -$1.0.area : $1.0.area) } }

  var box: (low: LocalFrame.Point, high: LocalFrame.Point) {
    var box = rings[0].box
    for other in rings.dropFirst().map(\.box) {
      box.low = LocalFrame.Point(x: min(box.low.x, other.low.x), y: min(box.low.y, other.low.y))
      box.high = LocalFrame.Point(x: max(box.high.x, other.high.x), y: max(box.high.y, other.high.y))
    }
    return box
  }

  var middle: LocalFrame.Point { box.low.toward(box.high, 0.5) }

  /// The share of the smaller of two areas that is common to both, measured at some hundred points.
  func overlap(with other: PlanArea) -> Double {
    let (a, b) = (box, other.box)
    let low = LocalFrame.Point(x: max(a.low.x, b.low.x), y: max(a.low.y, b.low.y))
    let high = LocalFrame.Point(x: min(a.high.x, b.high.x), y: min(a.high.y, b.high.y))
    let (width, height) = (high.x - low.x, high.y - low.y)
    let smaller = min(area, other.area)
    guard width > 0, height > 0, smaller > 0 else { return 0 }
    let grid = 20
    var common = 0
    for row in 0..<grid {
      for column in 0..<grid {
        let point = LocalFrame.Point(
          x: low.x + width * (Double(column) + 0.5) / Double(grid),
          y: low.y + height * (Double(row) + 0.5) / Double(grid))
        if contains(point), other.contains(point) { common += 1 }
      }
    }
    return Double(common) / Double(grid * grid) * width * height / smaller
  }
}
