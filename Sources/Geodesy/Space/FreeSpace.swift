/// Open space that one can walk about in: a polygon with holes, and what sees what in it.
///
/// Corners are whole 10⁻⁷ degrees, and every answer is exact on them: nothing is ever seen through a wall.
/// Straight means straight on the plane of longitude and latitude, which over a campus is straight on the ground
/// to well under a millimetre.
package struct FreeSpace: Sendable {
  /// The longest side of a box that differences, doubled, may be multiplied in: some 53 degrees.
  private static let widest: Int64 = 1 << 29

  /// A corner relative to the south-west corner of the box.
  struct Point: Hashable, Sendable {
    var x: Int64
    var y: Int64
  }

  /// The corners of all rings; the outer ring runs counterclockwise, holes clockwise, so that what is free is on
  /// the left.
  package let corners: [Coordinate]
  /// For each ring its first corner, and the number of corners at the end; the first ring is the outer one.
  package let starts: [Int]
  /// The box around all.
  package let box: BoundingBox
  let points: [Point]
  /// For each corner the next one along its ring.
  let next: [Int32]
  /// For each corner the one before it along its ring.
  let previous: [Int32]
  let grid: EdgeGrid

  /// Makes the space inside the first ring and outside all others.
  ///
  /// Rings are open (their first corner isn't repeated) and may run either way round. They should not cross each
  /// other; what is asked of rings that do is answered somehow.
  ///
  /// - Returns: nil where a ring has fewer than three corners, or all of it spans half the globe.
  /// - Complexity: O(*n*).
  package init?(rings: [[Coordinate]]) {
    guard !rings.isEmpty, rings.allSatisfy({ $0.count > 2 }) else { return nil }
    let box = BoundingBox(rings.joined())
    guard !box.isEmpty, Int64(box.maxLongitudeE7) - Int64(box.minLongitudeE7) < Self.widest,
      Int64(box.maxLatitudeE7) - Int64(box.minLatitudeE7) < Self.widest
    else { return nil }
    self.box = box
    var corners: [Coordinate] = []
    var starts = [0]
    var next: [Int32] = []
    var previous: [Int32] = []
    for (number, ring) in rings.enumerated() {
      let isReversed = Self.isCounterclockwise(ring) != (number == 0)
      let first = corners.count
      corners += isReversed ? ring.reversed() : ring
      starts.append(corners.count)
      for corner in first..<corners.count {
        next.append(Int32(corner + 1 == corners.count ? first : corner + 1))
        previous.append(Int32(corner == first ? corners.count - 1 : corner - 1))
      }
    }
    self.corners = corners
    self.starts = starts
    self.next = next
    self.previous = previous
    let points = corners.map { Self.point($0, in: box) }
    self.points = points
    grid = EdgeGrid(points, next: next)
  }

  /// Whether a ring, its first corner not repeated, runs counterclockwise.
  ///
  /// - Complexity: O(*n*).
  package static func isCounterclockwise(_ ring: [Coordinate]) -> Bool { doubleArea(ring) > 0 }

  /// Twice the area of a ring, positive where it runs counterclockwise.
  private static func doubleArea(_ ring: [Coordinate]) -> Double {
    guard let origin = ring.first else { return 0 }
    var sum = 0.0
    for (a, b) in zip(ring, ring.dropFirst() + [origin]) {
      let (ax, ay) = (
        Double(a.longitudeE7) - Double(origin.longitudeE7), Double(a.latitudeE7) - Double(origin.latitudeE7)
      )
      let (bx, by) = (
        Double(b.longitudeE7) - Double(origin.longitudeE7), Double(b.latitudeE7) - Double(origin.latitudeE7)
      )
      sum += ax * by - ay * bx
    }
    return sum
  }

  private static func point(_ place: Coordinate, in box: BoundingBox) -> Point {
    Point(
      x: Int64(place.longitudeE7) - Int64(box.minLongitudeE7),
      y: Int64(place.latitudeE7) - Int64(box.minLatitudeE7))
  }

  /// Positive where `c` lies to the left of the line from `a` to `b`, zero on it.
  @inline(__always)
  static func turn(_ a: Point, _ b: Point, _ c: Point) -> Int64 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }

  // MARK: Questions

  /// The rings, the outer one first.
  package var rings: [[Coordinate]] {
    zip(starts, starts.dropFirst()).map { Array(corners[$0..<$1]) }
  }

  /// Whether a place is inside or on a wall.
  ///
  /// - Complexity: O(√*n*) typical.
  package func contains(_ place: Coordinate) -> Bool {
    guard box.contains(place) else { return false }
    let point = Self.point(place, in: box)
    return contains(doubled: Point(x: point.x * 2, y: point.y * 2))
  }

  /// Whether the straight way from one place to another stays inside; it may touch walls and run along them.
  ///
  /// - Complexity: O(√*n*) typical.
  package func sees(_ a: Coordinate, _ b: Coordinate) -> Bool {
    guard box.contains(a), box.contains(b) else { return false }
    return sees(Self.point(a, in: box), Self.point(b, in: box))
  }

  /// Whether one place sees another, and touches no corner in between that ways may turn at: else it is seen by way of
  /// that corner, and the way there and on is the same.
  ///
  /// - Complexity: O(√*n*) typical.
  package func seesDirectly(_ a: Coordinate, _ b: Coordinate) -> Bool {
    guard box.contains(a), box.contains(b) else { return false }
    return sees(Self.point(a, in: box), Self.point(b, in: box), isDirect: true)
  }

  /// A corner that a straight way touches, and where it is.
  private typealias Touch = (point: Point, corner: Int)

  private func sees(_ a: Point, _ b: Point, isDirect: Bool = false) -> Bool {
    if a == b { return contains(doubled: Point(x: a.x * 2, y: a.y * 2)) }
    var touched: [Touch] = []
    // Whether a wall passes an end that isn't one of its corners.
    var (isOnWallAtA, isOnWallAtB) = (false, false)
    let isFree = grid.forEachEdge(along: a, b) { edge in
      let (p, q) = (points[edge], points[Int(next[edge])])
      let (sideP, sideQ) = (Self.turn(a, b, p), Self.turn(a, b, q))
      if sideP == 0 {
        let along = (p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)
        let whole = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)
        if isDirect, along > 0, along < whole, isReflex(edge) { return false }
        if along >= 0, along <= whole { touched.append((p, edge)) }
      }
      guard sideP > 0 && sideQ < 0 || sideP < 0 && sideQ > 0 else { return true }
      let (sideA, sideB) = (Self.turn(p, q, a), Self.turn(p, q, b))
      if sideA == 0 { isOnWallAtA = true }
      if sideB == 0 { isOnWallAtB = true }
      return !(sideA > 0 && sideB < 0 || sideA < 0 && sideB > 0)
    }
    guard isFree else { return false }
    // Between the corners that it touches, the way is all inside or all outside.
    func along(_ point: Point) -> Int64 { (point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y) }
    if isOnWallAtA { touched.removeAll { $0.point == a } }
    if isOnWallAtB { touched.removeAll { $0.point == b } }
    touched.sort { along($0.point) < along($1.point) }
    var corners = touched[...]
    // The corners at a place, which is the next on the way.
    func takeCorners(at point: Point) -> ArraySlice<Touch> {
      let here = corners.prefix { $0.point == point }
      corners = corners.dropFirst(here.count)
      return here
    }
    var (last, lastCorners) = (a, takeCorners(at: a))
    while last != b {
      let next = corners.first?.point ?? b
      let nextCorners = takeCorners(at: next)
      guard isInside(last, lastCorners, next, nextCorners) else { return false }
      (last, lastCorners) = (next, nextCorners)
    }
    return true
  }

  /// Whether a straight way that touches nothing but the corners at its ends is inside.
  private func isInside(
    _ a: Point, _ cornersA: ArraySlice<Touch>, _ b: Point, _ cornersB: ArraySlice<Touch>
  ) -> Bool {
    // What a corner says of a direction spares looking at all walls of a row.
    if let says = opens(cornersA, to: b) ?? opens(cornersB, to: a) { return says }
    return contains(doubled: Point(x: a.x + b.x, y: a.y + b.y))
  }

  /// Whether the corner at a place lets one go straight from there towards a point; nil where it doesn't tell.
  private func opens(_ corners: ArraySlice<Touch>, to point: Point) -> Bool? {
    // Where rings meet, one corner doesn't know of the other wall.
    guard let corner = corners.first?.corner, corners.allSatisfy({ $0.corner == corner }) else { return nil }
    let (before, at, after) = (points[Int(previous[corner])], points[corner], points[Int(next[corner])])
    let turn = Self.turn(before, at, after)
    let isLeftOfBefore = Self.turn(before, at, point) >= 0
    if turn == 0 {
      // A wall that goes back along itself tells nothing.
      let goesOn = (at.x - before.x) * (after.x - at.x) + (at.y - before.y) * (after.y - at.y) > 0
      return goesOn ? isLeftOfBefore : nil
    }
    let isLeftOfAfter = Self.turn(at, after, point) >= 0
    return turn > 0 ? isLeftOfBefore && isLeftOfAfter : isLeftOfBefore || isLeftOfAfter
  }

  /// Whether a point, its numbers doubled, is inside or on a wall.
  private func contains(doubled point: Point) -> Bool {
    var isInside = false
    let isDecided = !grid.forEachEdge(atHeight: point.y) { edge in
      let p = Point(x: points[edge].x * 2, y: points[edge].y * 2)
      let end = points[Int(next[edge])]
      let q = Point(x: end.x * 2, y: end.y * 2)
      if Self.turn(p, q, point) == 0, min(p.x, q.x) <= point.x, point.x <= max(p.x, q.x),
        min(p.y, q.y) <= point.y,
        point.y <= max(p.y, q.y)
      {
        return false
      }
      if EvenOddRule.crosses((p.x, p.y), (q.x, q.y), from: (point.x, point.y)) { isInside.toggle() }
      return true
    }
    return isDecided || isInside
  }

  // MARK: Corners

  /// Whether a corner juts into the space, so that shortest ways may turn there.
  package func isReflex(_ corner: Int) -> Bool {
    Self.turn(points[Int(previous[corner])], points[corner], points[Int(next[corner])]) < 0
  }

  /// Whether a straight way from `place` to a corner can go on around it: both its walls are on one side.
  package func isTangent(from place: Coordinate, at corner: Int) -> Bool {
    let (from, at) = (Self.point(place, in: box), points[corner])
    let before = Self.turn(from, at, points[Int(previous[corner])])
    let after = Self.turn(from, at, points[Int(next[corner])])
    return before >= 0 && after >= 0 || before <= 0 && after <= 0
  }

  /// Returns the neighbours of a corner along its ring, the one before and the one after it.
  package func neighbours(of corner: Int) -> (previous: Coordinate, next: Coordinate) {
    (corners[Int(previous[corner])], corners[Int(next[corner])])
  }

  /// Returns the place of the space that is nearest to `place`, and how far that is in metres: the place itself
  /// where it is inside.
  ///
  /// - Complexity: O(*n*) outside.
  package func nearest(to place: Coordinate) -> (coordinate: Coordinate, metres: Double) {
    if contains(place) { return (place, 0) }
    let frame = LocalFrame(origin: place)
    var best = (corner: 0, fraction: 0.0, metres: Double.infinity)
    for corner in corners.indices {
      let found = Segment(corners[corner], corners[Int(next[corner])]).nearest(toOriginOf: frame)
      if found.metres < best.metres { best = (corner, found.fraction, found.metres) }
    }
    let wall = Segment(corners[best.corner], corners[Int(next[best.corner])])
    let foot = wall.coordinate(at: best.fraction)
    // Rounding may have put it behind the wall.
    for (east, north) in Self.around {
      let (latitude, longitude) = (Int64(foot.latitudeE7) + north, Int64(foot.longitudeE7) + east)
      guard let y = Int32(exactly: latitude), let x = Int32(exactly: longitude) else { continue }
      let moved = Coordinate(latitudeE7: y, longitudeE7: x)
      if contains(moved) { return (moved, best.metres) }
    }
    return (best.fraction < 0.5 ? wall.start : wall.end, best.metres)
  }

  /// Returns how far a place is from the nearest wall, in metres, inside or outside.
  ///
  /// - Complexity: O(*n*).
  package func wallDistance(of place: Coordinate) -> Double {
    let frame = LocalFrame(origin: place)
    return corners.indices.reduce(.infinity) {
      min($0, Segment(corners[$1], corners[Int(next[$1])]).nearest(toOriginOf: frame).metres)
    }
  }

  /// Steps to a place's neighbours and theirs, the nearest first.
  private static let around: [(Int64, Int64)] = {
    var steps: [(Int64, Int64)] = []
    for distance: Int64 in 0...8 {
      for x: Int64 in -2...2 {
        for y: Int64 in -2...2 where x * x + y * y == distance { steps.append((x, y)) }
      }
    }
    return steps
  }()
}
