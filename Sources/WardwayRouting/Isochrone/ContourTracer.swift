import Geodesy
import ShortestPaths

/// Draws the line between what is within reach on a grid and what isn't, as closed rings.
///
/// What is within reach lies to the left of each ring, so that outlines run counterclockwise and holes
/// clockwise. Rings don't repeat their first point.
///
/// Source: Maple 2003, *Geometric design and space planning using the marching squares and marching cube
/// algorithms*; where two opposite corners of a cell are within reach, the mean of all four decides.
struct ContourTracer {
  private let grid: DistanceGrid
  /// Where a ring that crosses a side of a cell crosses the next; -1 where none crosses.
  private var next: [Int32]

  static func rings(
    of grid: DistanceGrid, _ interruption: Interruption?
  ) throws(PlanningError) -> [[LocalFrame.Point]] {
    var tracer = try ContourTracer(grid, interruption)
    try interruption.goOn()
    return tracer.trace()
  }

  private init(_ grid: DistanceGrid, _ interruption: Interruption?) throws(PlanningError) {
    self.grid = grid
    next = Array(repeating: -1, count: grid.x.count * grid.y.count * 2)
    for row in 0..<grid.y.count - 1 {
      try interruption.goOn()
      for column in 0..<grid.x.count - 1 { cross(column, row) }
    }
  }

  /// The side of a cell that leads east, or north, from a vertex.
  private func east(_ column: Int, _ row: Int) -> Int { (row * grid.x.count + column) * 2 }
  private func north(_ column: Int, _ row: Int) -> Int { (row * grid.x.count + column) * 2 + 1 }

  /// Joins the sides of a cell that are crossed.
  private mutating func cross(_ column: Int, _ row: Int) {
    let (a, b) = (grid[column, row], grid[column + 1, row])
    let (d, c) = (grid[column, row + 1], grid[column + 1, row + 1])
    guard min(a, b, c, d) < 0, max(a, b, c, d) >= 0 else { return }
    let corners = [a, b, c, d]
    let inside = corners.map { $0 < 0 }
    let sides = [
      east(column, row), north(column + 1, row), east(column, row + 1), north(column, row),
    ]
    // Counterclockwise around the cell, a ring leaves where one comes out of reach, and enters where one comes
    // into it.
    let leaving = (0..<4).filter { inside[$0] && !inside[($0 + 1) % 4] }
    let isJoined = leaving.count == 2 && corners.reduce(0, +) < 0
    for side in leaving {
      // Around the corner before it, which is within reach, or around the one behind it, which isn't.
      var other = side
      if isJoined {
        repeat { other = (other + 1) % 4 } while inside[other] || !inside[(other + 1) % 4]
      } else {
        repeat { other = (other + 3) % 4 } while inside[other] || !inside[(other + 1) % 4]
      }
      next[sides[side]] = Int32(sides[other])
    }
  }

  private mutating func trace() -> [[LocalFrame.Point]] {
    var rings: [[LocalFrame.Point]] = []
    for start in next.indices where next[start] >= 0 {
      var ring: [LocalFrame.Point] = []
      var side = start
      while next[side] >= 0 {
        let point = crossing(side)
        if ring.last != point { ring.append(point) }
        let following = Int(next[side])
        next[side] = -1
        side = following
      }
      while ring.count > 1, ring.last == ring.first { ring.removeLast() }
      if ring.count > 2 { rings.append(ring) }
    }
    return rings
  }

  /// Where a ring crosses a side.
  private func crossing(_ side: Int) -> LocalFrame.Point {
    let vertex = side / 2
    let (column, row) = (vertex % grid.x.count, vertex / grid.x.count)
    let isEast = side % 2 == 0
    let (a, b) = (grid[column, row], isEast ? grid[column + 1, row] : grid[column, row + 1])
    let share = a / (a - b)
    return isEast
      ? LocalFrame.Point(x: grid.x[column] + share * (grid.x[column + 1] - grid.x[column]), y: grid.y[row])
      : LocalFrame.Point(x: grid.x[column], y: grid.y[row] + share * (grid.y[row + 1] - grid.y[row]))
  }
}
