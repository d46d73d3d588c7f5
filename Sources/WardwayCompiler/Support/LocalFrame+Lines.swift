import Geodesy

extension LocalFrame.Point {
  /// How far it is to another point, in metres.
  func metres(to other: Self) -> Double {
    ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
  }

  /// The point at a share of the way to another one; beyond it above 1.
  func toward(_ other: Self, _ share: Double) -> Self {
    Self(x: x + (other.x - x) * share, y: y + (other.y - y) * share)
  }

  /// Twice the signed area of the triangle with two other points.
  func turn(_ b: Self, _ c: Self) -> Double { (b.x - x) * (c.y - y) - (b.y - y) * (c.x - x) }

  /// The share of a line at which it is nearest to this point.
  func share(along a: Self, _ b: Self) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let square = dx * dx + dy * dy
    return square > 0 ? min(max(((x - a.x) * dx + (y - a.y) * dy) / square, 0), 1) : 0
  }
}
