/// Finds room for labels: none covers another, or what must stay visible.
struct LabelBoard {
  private let area: Rect
  private var taken: [Rect] = []
  /// Squares that labels cover only where there is no other room.
  private var avoided: Set<Cell> = []

  private struct Cell: Hashable {
    var column: Int
    var row: Int
  }

  private static let cellSize = 5.0

  /// Starts with an empty area.
  init(_ area: Rect) { self.area = area.inset(4) }

  /// Keeps labels away from a rectangle.
  mutating func block(_ rect: Rect) { taken.append(rect) }

  /// Keeps labels away from a line.
  mutating func block(_ line: [Pixel], width: Double) {
    Self.visit(line, every: width, in: area) { taken.append(Rect(around: $0, width: width, height: width)) }
  }

  /// Leads labels around a line where there is room.
  mutating func avoid(_ line: [Pixel]) {
    Self.visit(line, every: Self.cellSize, in: area) { avoided.insert(Self.cell(of: $0)) }
  }

  private static func visit(_ line: [Pixel], every distance: Double, in area: Rect, _ body: (Pixel) -> Void) {
    for (a, b) in zip(line, line.dropFirst()) {
      let count = max(Int(min(a.distance(to: b) / distance, 4000).rounded(.up)), 1)
      for step in 0...count {
        let share = Double(step) / Double(count)
        let place = Pixel(x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share)
        if area.contains(place) { body(place) }
      }
    }
  }

  private static func cell(of place: Pixel) -> Cell {
    Cell(column: Int((place.x / cellSize).rounded(.down)), row: Int((place.y / cellSize).rounded(.down)))
  }

  private func isFree(_ rect: Rect, avoiding: Bool) -> Bool {
    guard area.contains(rect), !taken.contains(where: { $0.overlaps(rect) }) else { return false }
    guard avoiding else { return true }
    let first = Self.cell(of: Pixel(x: rect.x, y: rect.y))
    let last = Self.cell(of: Pixel(x: rect.right, y: rect.bottom))
    return (first.row...last.row).allSatisfy { row in
      (first.column...last.column).allSatisfy { !avoided.contains(Cell(column: $0, row: row)) }
    }
  }

  /// Takes several rectangles if all of them are free.
  mutating func take(_ rects: [Rect]) -> Bool {
    guard rects.allSatisfy({ isFree($0, avoiding: false) }) else { return false }
    taken += rects
    return true
  }

  /// Takes a free rectangle of a size beside a place: below, above, right, left, then at the corners.
  ///
  /// - Parameters:
  ///   - gap: How many pixels lie between.
  ///   - direction: Which way to go from the place if that is possible, as a vector.
  ///   - far: Whether it may also be further away.
  mutating func take(
    width: Double, height: Double, beside place: Pixel, gap: Double, toward direction: Pixel? = nil, far: Bool
  ) -> Rect? {
    guard area.contains(place) else { return nil }
    var sides: [(x: Double, y: Double)] = [
      (0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, 1), (1, -1), (-1, -1),
    ]
    if let direction {
      let turned = sides.enumerated().map { index, side in
        let length = (side.x * side.x + side.y * side.y).squareRoot()
        return (side: side, order: -(side.x * direction.x + side.y * direction.y) / length, index: index)
      }
      sides = turned.sorted { ($0.order, $0.index) < ($1.order, $1.index) }.map(\.side)
    }
    for avoiding in [true, false] {
      for distance in far ? [gap, gap + 12, gap + 26, gap + 44, gap + 66] : [gap] {
        for side in sides {
          let center = Pixel(
            x: place.x + side.x * (width / 2 + distance), y: place.y + side.y * (height / 2 + distance))
          let rect = Rect(around: center, width: width, height: height)
          if isFree(rect, avoiding: avoiding) {
            taken.append(rect)
            return rect
          }
        }
      }
    }
    return nil
  }
}
