/// The walls of a space by the cells of a grid that they pass.
///
/// Every list is longer rather than shorter: a wall that only comes near a cell may be in it.
struct EdgeGrid: Sendable {
  private let columns: Int
  private let rows: Int
  private let width: Int64
  private let height: Int64
  /// For each cell its first edge in ``edges``, and the number of edges at the end.
  private let first: [Int32]
  private let edges: [Int32]
  /// The same for each row of cells, every edge once.
  private let firstOfRow: [Int32]
  private let edgesOfRow: [Int32]

  /// Sorts edges, each from a corner to the next, into about as many cells as there are edges.
  init(_ points: [FreeSpace.Point], next: [Int32]) {
    let (maxX, maxY) = (points.map(\.x).max() ?? 0, points.map(\.y).max() ?? 0)
    let side = max(Int(Double(points.count).squareRoot()), 1)
    (columns, rows) = points.count < 12 ? (1, 1) : (side, side)
    width = maxX / Int64(columns) + 1
    height = maxY / Int64(rows) + 1
    var cells: [[Int32]] = Array(repeating: [], count: columns * rows)
    for edge in points.indices {
      Self.cells(points[edge], points[Int(next[edge])], columns, rows, width, height) {
        cells[$0].append(Int32(edge))
        return true
      }
    }
    var first: [Int32] = [0]
    for cell in cells { first.append(first[first.count - 1] + Int32(cell.count)) }
    self.first = first
    edges = cells.flatMap { $0 }
    var lines: [[Int32]] = Array(repeating: [], count: rows)
    for edge in points.indices {
      let (a, b) = (points[edge].y / height, points[Int(next[edge])].y / height)
      for row in min(a, b)...max(a, b) { lines[Int(row)].append(Int32(edge)) }
    }
    var start: [Int32] = [0]
    for line in lines { start.append(start[start.count - 1] + Int32(line.count)) }
    firstOfRow = start
    edgesOfRow = lines.flatMap { $0 }
  }

  /// Visits the cells that a segment passes, row by row; false where `body` stopped.
  @inline(__always) @discardableResult
  private static func cells(
    _ a: FreeSpace.Point, _ b: FreeSpace.Point, _ columns: Int, _ rows: Int, _ width: Int64, _ height: Int64,
    _ body: (Int) -> Bool
  ) -> Bool {
    let (low, high) = a.y <= b.y ? (a, b) : (b, a)
    let firstRow = Int(low.y / height)
    let lastRow = min(Int(high.y / height), rows - 1)
    let slope = high.y > low.y ? Double(high.x - low.x) / Double(high.y - low.y) : 0
    let (minX, maxX) = (min(a.x, b.x), max(a.x, b.x))
    for row in min(firstRow, rows - 1)...lastRow {
      var (left, right) = (minX, maxX)
      if firstRow < lastRow {
        let bottom = Double(max(Int64(row) * height, low.y) - low.y) * slope
        let top = Double(min(Int64(row + 1) * height, high.y) - low.y) * slope
        // One unit more each way makes up for rounding.
        left = max(low.x + Int64(min(bottom, top)) - 2, minX)
        right = min(low.x + Int64(max(bottom, top)) + 2, maxX)
      }
      for column in min(Int(left / width), columns - 1)...min(Int(right / width), columns - 1)
      where !body(row * columns + column) {
        return false
      }
    }
    return true
  }

  /// Visits the edges near a segment, some more than once next to each other, until `body` returns false.
  @inline(__always)
  func forEachEdge(along a: FreeSpace.Point, _ b: FreeSpace.Point, _ body: (Int) -> Bool) -> Bool {
    Self.cells(a, b, columns, rows, width, height) { cell in
      for index in Int(first[cell])..<Int(first[cell + 1]) where !body(Int(edges[index])) { return false }
      return true
    }
  }

  /// Visits each edge that a ray at a height may meet once, until `body` returns false; `doubled` is twice the
  /// height.
  @inline(__always)
  func forEachEdge(atHeight doubled: Int64, _ body: (Int) -> Bool) -> Bool {
    let row = min(Int(doubled / 2 / height), rows - 1)
    for index in Int(firstOfRow[row])..<Int(firstOfRow[row + 1]) where !body(Int(edgesOfRow[index])) {
      return false
    }
    return true
  }
}
