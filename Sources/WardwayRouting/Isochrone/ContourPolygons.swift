import Geodesy
import ShortestPaths

/// Makes polygons with holes of the rings of a contour.
enum ContourPolygons {
  /// How far a ring may be moved to simplify it, in cells.
  private static let tolerance = 0.1
  /// Up to how many cells a hole is none.
  private static let smallestHole = 2.0

  typealias Ring = [LocalFrame.Point]

  /// The polygons of a grid, largest first.
  static func polygons(
    of grid: DistanceGrid, _ interruption: Interruption?
  ) throws(PlanningError) -> [(outer: Ring, holes: [Ring])] {
    var outers: [(ring: Ring, area: Double, holes: [Ring])] = []
    var holes: [Ring] = []
    for ring in try ContourTracer.rings(of: grid, interruption) {
      try interruption.goOn()
      let simple = simplified(ring, tolerance * grid.cell)
      let area = area(simple)
      if area > 0 { outers.append((simple, area, [])) }
      if area < -smallestHole * grid.cell * grid.cell { holes.append(simple) }
    }
    outers.sort { $0.area > $1.area }
    for hole in holes {
      // The smallest outline around it.
      if let outer = outers.lastIndex(where: { contains($0.ring, hole[0]) }) {
        outers[outer].holes.append(hole)
      }
    }
    return outers.map { ($0.ring, $0.holes) }
  }

  /// The area within a ring, negative if it runs clockwise.
  static func area(_ ring: Ring) -> Double {
    var sum = 0.0
    for (index, a) in ring.enumerated() {
      let b = ring[index + 1 == ring.count ? 0 : index + 1]
      sum += (a.x - ring[0].x) * (b.y - ring[0].y) - (b.x - ring[0].x) * (a.y - ring[0].y)
    }
    return sum / 2
  }

  static func contains(_ ring: Ring, _ point: LocalFrame.Point) -> Bool {
    var isInside = false
    for (index, a) in ring.enumerated() {
      let b = ring[index + 1 == ring.count ? 0 : index + 1]
      // Upward, so that a point on a side is treated alike whichever way the ring runs.
      let (low, high) = a.y < b.y ? (a, b) : (b, a)
      if EvenOddRule.crosses((low.x, low.y), (high.x, high.y), from: (point.x, point.y)) { isInside.toggle() }
    }
    return isInside
  }

  /// A ring without the points that lie within `tolerance` of the line through those that stay.
  ///
  /// Source: Douglas and Peucker 1973, *Algorithms for the reduction of the number of points required to
  /// represent a digitized line or its caricature*.
  static func simplified(_ ring: Ring, _ tolerance: Double) -> Ring {
    guard ring.count > 4 else { return ring }
    let far = ring.indices.max { squared(ring[$0], ring[0]) < squared(ring[$1], ring[0]) } ?? 0
    guard far > 0 else { return ring }
    let closed = ring + [ring[0]]
    var keeps = Array(repeating: false, count: closed.count)
    for index in [0, far, ring.count] { keeps[index] = true }
    var open = [0...far, far...ring.count]
    while let range = open.popLast() {
      guard range.count > 2 else { continue }
      let (a, b) = (closed[range.lowerBound], closed[range.upperBound])
      var worst = (index: 0, distance: tolerance)
      for index in range.lowerBound + 1..<range.upperBound {
        let distance = distance(closed[index], a, b)
        if distance > worst.distance { worst = (index, distance) }
      }
      guard worst.index > 0 else { continue }
      keeps[worst.index] = true
      open += [range.lowerBound...worst.index, worst.index...range.upperBound]
    }
    let kept = ring.indices.filter { keeps[$0] }.map { ring[$0] }
    return kept.count > 2 ? kept : ring
  }

  private static func squared(_ a: LocalFrame.Point, _ b: LocalFrame.Point) -> Double {
    (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
  }

  private static func distance(
    _ point: LocalFrame.Point, _ a: LocalFrame.Point, _ b: LocalFrame.Point
  ) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let length = dx * dx + dy * dy
    let along = length > 0 ? min(1, max(0, ((point.x - a.x) * dx + (point.y - a.y) * dy) / length)) : 0
    return squared(point, LocalFrame.Point(x: a.x + along * dx, y: a.y + along * dy)).squareRoot()
  }
}
