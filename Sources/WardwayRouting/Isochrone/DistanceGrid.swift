import Columns
import Geodesy

/// How far the vertices of a grid are from some lines, less a reach: negative within it.
///
/// Beyond the grid, all is out of reach. Where a side of it is a wall (the antimeridian), it ends there in two
/// columns in the same place, the outer one out of reach, so that contours run along the wall.
struct DistanceGrid {
  /// How far around the lines is within reach, in cells: enough that the cell around each of their points is.
  static let reach = 1.5
  /// How far out of reach a vertex is at most, in cells.
  private static let far = 1.5

  let cell: Double
  /// The places of the columns and rows, in metres, rising.
  let x: [Double]
  let y: [Double]
  private let isWalled: (first: Bool, last: Bool)
  private var values: [Float]

  /// The number of vertices that a grid over a box would have.
  static func size(width: Double, height: Double, cell: Double) -> Double {
    (width / cell + 8) * (height / cell + 8)
  }

  /// Makes a grid around a box that nothing is near to yet.
  ///
  /// - Parameter walls: Where it ends although lines lead on.
  init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, cell: Double, walls: (first: Double?, last: Double?)
  ) {
    func places(_ range: ClosedRange<Double>) -> [Double] {
      let first = (range.lowerBound / cell).rounded(.down) - 3
      let last = (range.upperBound / cell).rounded(.up) + 3
      return (0...Int(last - first)).map { (first + Double($0)) * cell }
    }
    var columns = places(x)
    if let wall = walls.first { columns = [wall, wall] + columns.filter { $0 > wall } }
    if let wall = walls.last { columns = columns.filter { $0 < wall } + [wall, wall] }
    self.cell = cell
    self.x = columns
    self.y = places(y)
    isWalled = (walls.first != nil, walls.last != nil)
    values = Array(repeating: Float(Self.far * cell), count: columns.count * self.y.count)
  }

  /// Notes that a straight line is reached.
  ///
  /// - Complexity: O(vertices near it).
  mutating func add(_ a: LocalFrame.Point, _ b: LocalFrame.Point) {
    let margin = (Self.reach + Self.far) * cell
    let columns = indices(min(a.x, b.x) - margin...max(a.x, b.x) + margin, of: x)
    let rows = indices(min(a.y, b.y) - margin...max(a.y, b.y) + margin, of: y)
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let squared = dx * dx + dy * dy
    let open = (isWalled.first ? 1 : 0)..<(x.count - (isWalled.last ? 1 : 0))
    for row in rows {
      for column in columns.clamped(to: open) {
        let (px, py) = (x[column] - a.x, y[row] - a.y)
        let along = squared > 0 ? min(1, max(0, (px * dx + py * dy) / squared)) : 0
        let (ex, ey) = (px - along * dx, py - along * dy)
        let value = Float((ex * ex + ey * ey).squareRoot() - Self.reach * cell)
        let vertex = row * x.count + column
        if value < values[vertex] { values[vertex] = value }
      }
    }
  }

  /// The places of an axis that lie in a range.
  private func indices(_ range: ClosedRange<Double>, of places: [Double]) -> Range<Int> {
    places.partitioningIndex { $0 >= range.lowerBound }..<places.partitioningIndex { $0 > range.upperBound }
  }

  /// The value at a vertex.
  subscript(column: Int, row: Int) -> Double { Double(values[row * x.count + column]) }

  /// Whether a place is within reach, as the contour has it to within a cell.
  func contains(_ point: LocalFrame.Point) -> Bool {
    let columns = indices(point.x - cell...point.x + cell, of: x)
    let rows = indices(point.y - cell...point.y + cell, of: y)
    var nearest: (squared: Double, value: Double) = (.infinity, 1)
    for row in rows {
      for column in columns {
        let (dx, dy) = (x[column] - point.x, y[row] - point.y)
        let squared = dx * dx + dy * dy
        if squared < nearest.squared { nearest = (squared, self[column, row]) }
      }
    }
    return nearest.value < 0
  }
}
