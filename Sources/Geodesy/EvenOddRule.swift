/// Tells inside from outside: a point is inside rings where a ray from it to the east crosses their sides an odd number
/// of times.
///
/// The answer is exact where numbers are; a point on a side is on either side of it.
@usableFromInline
package enum EvenOddRule {
  /// A point in any plane: whole 10⁻⁷ degrees, or metres.
  @usableFromInline package typealias Point<Number> = (x: Number, y: Number)

  /// Whether the ray to the east of a point crosses the side from `a` to `b`.
  ///
  /// A side has its lower end and not its upper one, so that a ray through a corner crosses one of the sides there, or
  /// both or neither at a peak. A ray crosses the side that it starts on if that runs down, and not if it runs up: whoever
  /// gives all sides upward has the same answer whichever way rings run. Products of differences have to be in `Number`'s
  /// range.
  @inlinable
  package static func crosses<Number: SignedNumeric & Comparable>(
    _ a: Point<Number>, _ b: Point<Number>, from point: Point<Number>
  ) -> Bool {
    guard (a.y > point.y) != (b.y > point.y) else { return false }
    let side = (b.x - a.x) * (point.y - a.y) - (point.x - a.x) * (b.y - a.y)
    return (side > 0) == (b.y > a.y)
  }
}
