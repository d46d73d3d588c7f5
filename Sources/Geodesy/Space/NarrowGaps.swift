#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Android)
  import Android
#endif

/// The narrow places of an open space: where walls, columns or pieces of furniture come close to each other.
///
/// A gap is a straight line across free space: from a corner to another wall where that is nearest, or between two
/// walls that face each other. Who is wider than a gap is long can't cross it, as each of its points is nearer to
/// an end than half that width. Gaps are all that a wide traveller has to keep away from.
///
/// Source: Demyen and Buro 2006, *Efficient Triangulation-Based Pathfinding*, on the width of a way through
/// triangles. Differs: gaps lie between corners and walls themselves, so that no triangulation has a say.
package struct NarrowGaps: Sendable {
  fileprivate typealias Point = LocalFrame.Point

  fileprivate struct Gap {
    var from: Point
    var to: Point
    /// Its ends, moved into the walls where those are behind them: who walks along a wall crosses it too.
    var reach: (Point, Point)
    /// The corners at both ends, -1 for a place within a wall.
    var corners: (Int, Int)
    var metres: Double
    /// For each end the side of the gap on which one can turn around its corner: 1 to the left, -1 to the right, 0
    /// for none.
    var turns = (0, 0)
  }

  /// What counts as on a gap, in metres: rounding.
  fileprivate static let rounding = 0.02
  /// Shorter gaps, in metres, are walls that touch.
  private static let shortest = 0.01
  /// How far gaps reach into walls, in metres.
  private static let depth = 0.05
  /// The cosine of the smallest angle between a gap and the walls at its ends: people don't draw quite square.
  private static let leastAngle = 0.34
  /// The cosine of the largest angle between walls that face each other.
  private static let mostFacing = -0.966

  private let frame: LocalFrame
  private let space: FreeSpace
  private let points: [Point]
  private let cornerAt: [Coordinate: Int]
  private var gaps: [Gap] = []
  /// The gaps by where they are.
  private var tree = PackedRTree([])

  /// Finds the gaps of a space that are narrower than some metres.
  ///
  /// - Complexity: O(*n* log *n*) for *n* corners, of which few are near each other.
  package init(_ space: FreeSpace, below metres: Double) {
    self.space = space
    let frame = LocalFrame(origin: space.box.center)
    self.frame = frame
    points = space.corners.map { frame.point($0) }
    cornerAt = Dictionary(zip(space.corners, space.corners.indices)) { first, _ in first }
    let walls = PackedRTree(
      space.corners.indices.map {
        BoundingBox([space.corners[$0], space.corners[Int(space.next[$0])]]).expanded(byMetres: metres)
      })
    for corner in points.indices where juts(corner) { addGaps(at: corner, walls, below: metres) }
    for wall in points.indices { addGaps(along: wall, walls, below: metres) }
    tree = PackedRTree(
      gaps.map {
        BoundingBox([frame.coordinate($0.reach.0), frame.coordinate($0.reach.1)])
          .expanded(byMetres: Self.rounding * 2)
      })
  }

  /// Whether there are none.
  package var isEmpty: Bool { gaps.isEmpty }

  /// Returns the length of the shortest gap that a straight way crosses, in metres; nil where there is none.
  ///
  /// A way that starts or ends on a gap crosses it. Where a gap ends at a corner, though, there may be room on one
  /// side of it to turn around the corner, and ways there leave it alone.
  ///
  /// - Complexity: O(gaps in the box around the way).
  package func width(from start: Coordinate, to end: Coordinate) -> Double? {
    if gaps.isEmpty { return nil }
    let (a, b) = (frame.point(start), frame.point(end))
    let (atStart, atEnd) = (cornerAt[start] ?? -1, cornerAt[end] ?? -1)
    var least: Double?
    for number in Self.numbers(in: BoundingBox([start, end]), tree) {
      let gap = gaps[number]
      guard gap.metres < least ?? .infinity else { continue }
      let (startsAtEnd, endsAtEnd) = (gap.ends(at: atStart), gap.ends(at: atEnd))
      let crosses =
        switch (startsAtEnd, endsAtEnd) {
        case (false, false): gap.isCrossed(a, b)
        case (true, false): !isBeside(gap, atStart, towards: b)
        case (false, true): !isBeside(gap, atEnd, towards: a)
        // Along it, where there is room beside it.
        case (true, true): gap.turns.0 == 0 || gap.turns.0 != gap.turns.1
        }
      if crosses { least = gap.metres }
    }
    return least
  }

  /// Whether a way from a corner leaves a gap that ends there on the side on which one can turn around the corner.
  private func isBeside(_ gap: Gap, _ corner: Int, towards place: Point) -> Bool {
    let isFirst = gap.corners.0 == corner
    let (before, after) = sectors(of: corner, by: isFirst ? gap.to : gap.from)
    var angle = (points[Int(space.next[corner])] - points[corner]).turn(to: place - points[corner])
    // By rounding a way along the next wall may be behind it.
    if angle > (before + after + 2 * .pi) / 2 { angle = 0 }
    return (isFirst ? gap.turns.0 : gap.turns.1) == ((angle > before) == isFirst ? 1 : -1)
  }

  /// The angles into which a line divides the free space at a corner, the one at the next wall first.
  private func sectors(of corner: Int, by place: Point) -> (Double, Double) {
    let at = points[corner]
    let wall = points[Int(space.next[corner])] - at
    let before = wall.turn(to: place - at)
    return (before, max(wall.turn(to: points[Int(space.previous[corner])] - at) - before, 0))
  }

  // MARK: Finding them

  /// Whether a corner juts into the space, by more than rounding bends a straight wall at a door.
  private func juts(_ corner: Int) -> Bool {
    let (before, after) = (
      points[Int(space.previous[corner])] - points[corner], points[Int(space.next[corner])] - points[corner]
    )
    return space.isReflex(corner) && after.cross(before) < -0.03 * before.length * after.length
  }

  private mutating func addGaps(at corner: Int, _ walls: PackedRTree, below metres: Double) {
    let at = points[corner]
    for wall in Self.numbers(in: BoundingBox(space.corners[corner]), walls) {
      let other = Int(space.next[wall])
      guard wall != corner, other != corner else { continue }
      let (start, end) = (points[wall], points[other])
      let (fraction, length) = (at.fraction(along: start, end), (end - start).length)
      // Another corner is met as the first of its wall.
      guard fraction * length < length - Self.rounding else { continue }
      let isCorner = fraction * length <= Self.rounding
      let foot = isCorner ? start : start + (end - start) * fraction
      guard (foot - at).length < metres, isClear(corner, towards: foot) else { continue }
      if isCorner, !isClear(wall, towards: at) { continue }
      add(at, foot, corners: (corner, isCorner ? wall : -1))
    }
  }

  /// Whether both walls of a corner lead away from a line that starts there.
  private func isClear(_ corner: Int, towards place: Point) -> Bool {
    let at = points[corner]
    let line = place - at
    return [space.previous[corner], space.next[corner]].allSatisfy {
      let wall = points[Int($0)] - at
      return line.dot(wall) <= Self.leastAngle * line.length * wall.length
    }
  }

  /// Adds a gap in the middle of what of two walls faces each other: between walls without corners there is no
  /// other.
  private mutating func addGaps(along wall: Int, _ walls: PackedRTree, below metres: Double) {
    let start = points[wall]
    let line = points[Int(space.next[wall])] - start
    let length = line.length
    guard length > 0 else { return }
    let box = BoundingBox([space.corners[wall], space.corners[Int(space.next[wall])]])
    for other in Self.numbers(in: box, walls) where other > wall {
      let far = points[other]
      let facing = points[Int(space.next[other])] - far
      guard line.dot(facing) <= Self.mostFacing * length * facing.length else { continue }
      // Positions along the wall; the other one runs the other way.
      let (last, first) = (line.dot(far - start) / length, line.dot(far + facing - start) / length)
      let (low, high) = (max(first, 0), min(last, length))
      guard high - low > 0.05 else { continue }
      let middle = (low + high) / 2
      let place = start + line * (middle / length)
      let opposite = far + facing * ((last - middle) / (last - first))
      guard line.cross(opposite - place) > 0, (opposite - place).length < metres else { continue }
      add(place, opposite, corners: (-1, -1))
    }
  }

  /// The numbers of the boxes that meet a box, rising.
  private static func numbers(in box: BoundingBox, _ tree: PackedRTree) -> [Int] {
    var numbers: [Int] = []
    tree.search(in: box) { numbers.append(Int($0)) }
    return numbers.sorted()
  }

  /// Adds a gap, unless a wall is in it.
  private mutating func add(_ from: Point, _ to: Point, corners: (Int, Int)) {
    let line = to - from
    let length = line.length
    guard length >= Self.shortest else { return }
    // Its ends are on walls, and on either side of them by rounding.
    let inward = line * min(0.03 / length, 0.25)
    guard space.sees(frame.coordinate(from + inward), frame.coordinate(to - inward)) else { return }
    var gap = Gap(from: from, to: to, reach: (from, to), corners: corners, metres: length)
    gap.turns = (turningSide(at: corners.0, of: to), -turningSide(at: corners.1, of: from))
    let outward = line * (Self.depth / length)
    if gap.turns.0 == 0 { gap.reach.0 = from - outward }
    if gap.turns.1 == 0 { gap.reach.1 = to + outward }
    gaps.append(gap)
  }

  /// The side of a line from a corner on which there is room to turn around the corner: 1 to its left, -1 to its
  /// right, 0 for neither.
  private func turningSide(at corner: Int, of place: Point) -> Int {
    if corner < 0 { return 0 }
    let (right, left) = sectors(of: corner, by: place)
    let half = Double.pi - Self.rounding
    return max(left, right) < half || min(left, right) >= half ? 0 : left > right ? 1 : -1
  }
}

extension NarrowGaps.Gap {
  func ends(at corner: Int) -> Bool { corner >= 0 && (corners.0 == corner || corners.1 == corner) }

  /// Whether a way between other places than its corners crosses it, or ends on it.
  func isCrossed(_ a: LocalFrame.Point, _ b: LocalFrame.Point) -> Bool {
    let (p, q) = reach
    let rounding = NarrowGaps.rounding
    guard max(a.x, b.x) + rounding >= min(p.x, q.x), max(p.x, q.x) + rounding >= min(a.x, b.x),
      max(a.y, b.y) + rounding >= min(p.y, q.y), max(p.y, q.y) + rounding >= min(a.y, b.y)
    else { return false }
    let (way, line) = (b - a, q - p)
    return way.cross(p - a) * way.cross(q - a) < 0 && line.cross(a - p) * line.cross(b - p) < 0
      || min(a.away(from: from, to), b.away(from: from, to)) <= rounding
  }
}

extension LocalFrame.Point {
  fileprivate static func + (a: Self, b: Self) -> Self { Self(x: a.x + b.x, y: a.y + b.y) }
  fileprivate static func - (a: Self, b: Self) -> Self { Self(x: a.x - b.x, y: a.y - b.y) }
  fileprivate static func * (a: Self, factor: Double) -> Self { Self(x: a.x * factor, y: a.y * factor) }
  fileprivate func dot(_ other: Self) -> Double { x * other.x + y * other.y }
  fileprivate func cross(_ other: Self) -> Double { x * other.y - y * other.x }
  fileprivate var length: Double { dot(self).squareRoot() }

  /// How far along a segment its nearest place to this one is, beyond 0 and 1 outside it.
  fileprivate func fraction(along start: Self, _ end: Self) -> Double {
    let line = end - start
    let squared = line.dot(line)
    return squared > 0 ? (self - start).dot(line) / squared : 0
  }

  /// How far a segment is away.
  fileprivate func away(from start: Self, _ end: Self) -> Double {
    (start + (end - start) * min(max(fraction(along: start, end), 0), 1) - self).length
  }

  /// The angle of a turn to the left into another direction, from 0 to 2π.
  fileprivate func turn(to other: Self) -> Double {
    let angle = atan2(cross(other), dot(other))
    return angle < 0 ? angle + 2 * .pi : angle
  }
}
