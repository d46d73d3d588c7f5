/// A Hilbert curve of 2¹⁶ × 2¹⁶ cells over a box, to put near things near each other.
struct HilbertCurve {
  let box: BoundingBox

  init(around boxes: [BoundingBox]) {
    box = boxes.reduce(into: .empty) { $0.expand(to: $1) }
  }

  /// The positions of `boxes` sorted by their centres along the curve, and by position in one cell.
  func order(_ boxes: [BoundingBox]) -> [UInt32] {
    var keys = boxes.indices.map { UInt64(position(of: boxes[$0])) << 32 | UInt64($0) }
    keys.sort()
    return keys.map { UInt32(truncatingIfNeeded: $0) }
  }

  private func position(of other: BoundingBox) -> UInt32 {
    let x = cell(other.minLongitudeE7, other.maxLongitudeE7, of: box.minLongitudeE7, box.maxLongitudeE7)
    let y = cell(other.minLatitudeE7, other.maxLatitudeE7, of: box.minLatitudeE7, box.maxLatitudeE7)
    return Self.position(x: x, y: y)
  }

  /// The cell of the middle of `low...high`, whatever their order, in 0...65535.
  private func cell(_ low: Int32, _ high: Int32, of least: Int32, _ most: Int32) -> UInt32 {
    let width = 2 * (Int64(most) - Int64(least))
    guard width > 0 else { return 0 }
    let middle = Int64(low) + Int64(high) - 2 * Int64(least)
    return UInt32(min(65_535, max(0, middle * 65_535 / width)))
  }

  /// The position along the curve of a cell.
  static func position(x: UInt32, y: UInt32) -> UInt32 {
    var (x, y, position) = (x, y, UInt32(0))
    var side = UInt32(1) << 15
    while side > 0 {
      let (right, upper) = (x & side > 0, y & side > 0)
      position += side * side * (right ? (upper ? 2 : 3) : (upper ? 1 : 0))
      if !upper {
        if right { (x, y) = (~x & 65_535, ~y & 65_535) }
        (x, y) = (y, x)
      }
      side >>= 1
    }
    return position
  }
}
