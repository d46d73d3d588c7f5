/// The straight way between two places.
@usableFromInline
package struct Segment: BitwiseCopyable, Hashable, Sendable {
  /// Where the segment starts.
  @usableFromInline package let start: Coordinate
  /// Where the segment ends.
  @usableFromInline package let end: Coordinate

  /// The place of a segment that lies nearest to another place.
  package struct Projection: BitwiseCopyable, Hashable, Sendable {
    /// How far along the segment it lies: 0 at the start, 1 at the end.
    package let fraction: Double
    /// How far away it is, in metres.
    package let metres: Double
  }

  /// Joins two places.
  @inlinable
  package init(_ start: Coordinate, _ end: Coordinate) {
    self.start = start
    self.end = end
  }

  /// The segment's length, in metres.
  package var length: Double { distance(start, end) }

  /// Returns the place of the segment nearest to `place`, measured on a flat map around `place`.
  ///
  /// A segment without length answers with its start.
  package func nearest(to place: Coordinate) -> Projection {
    nearest(toOriginOf: LocalFrame(origin: place))
  }

  /// Returns the place of the segment nearest to the origin of `frame`.
  ///
  /// The same as ``nearest(to:)``; spares the trigonometry when many segments are asked about one place.
  package func nearest(toOriginOf frame: LocalFrame) -> Projection {
    let a = frame.point(start)
    // From the start on the shorter way around, so that a segment across the antimeridian stays short.
    let dx = Double(longitudeStep(from: start, to: end)) * frame.metresPerE7East
    let dy = Double(Int64(end.latitudeE7) - Int64(start.latitudeE7)) * frame.metresPerE7North
    let squared = dx * dx + dy * dy
    let fraction = squared > 0 ? min(1, max(0, -(a.x * dx + a.y * dy) / squared)) : 0
    let (x, y) = (a.x + fraction * dx, a.y + fraction * dy)
    return Projection(fraction: fraction, metres: (x * x + y * y).squareRoot())
  }

  /// The place at a fraction of the way, which is clamped to 0…1.
  package func coordinate(at fraction: Double) -> Coordinate {
    if !(fraction > 0) { return start }
    if fraction >= 1 { return end }
    let north = Double(Int64(end.latitudeE7) - Int64(start.latitudeE7)) * fraction
    let east = Double(longitudeStep(from: start, to: end)) * fraction
    return Coordinate(
      latitudeE7: Int32((Double(start.latitudeE7) + north).rounded()),
      longitudeE7: Int32(shorterWayAround(Int64((Double(start.longitudeE7) + east).rounded()))))
  }
}
