import Geodesy

/// The place of a line that is nearest to another place, found segment by segment.
struct NaiveLine {
  /// How far along the line it is, in millimetres.
  var offset: UInt32
  var coordinate: Coordinate
  /// How far from the place, in metres.
  var distance: Double

  /// Looks between two positions along a line, in millimetres; nil if the line has nothing there.
  init?(_ points: [Coordinate], nearestTo place: Coordinate, within allowed: ClosedRange<UInt32>) {
    let frame = LocalFrame(origin: place)
    let (low, high) = (Double(allowed.lowerBound) / 1000, Double(allowed.upperBound) / 1000)
    var best: (metres: Double, along: Double, coordinate: Coordinate)?
    var before = 0.0
    for (start, end) in zip(points, points.dropFirst()) {
      let segment = Segment(start, end)
      let length = segment.length
      defer { before += length }
      // Lengths are rounded to a millimetre.
      guard before - 0.001 <= high, before + length + 0.001 >= low else { continue }
      var (fraction, metres) = { ($0.fraction, $0.metres) }(segment.nearest(to: place))
      let along = before + fraction * length
      if length > 0, along < low || along > high + 0.001 {
        fraction = min(max((min(max(along, low), high) - before) / length, 0), 1)
        let point = frame.point(segment.coordinate(at: fraction))
        metres = (point.x * point.x + point.y * point.y).squareRoot()
      }
      if metres < best?.metres ?? .infinity {
        best = (metres, before + fraction * length, segment.coordinate(at: fraction))
      }
    }
    guard let best else { return nil }
    offset = UInt32(min(max(best.along * 1000, low * 1000), high * 1000).rounded())
    coordinate = best.coordinate
    distance = best.metres
  }

  /// What a part of something takes that is proportional to length, to the nearest millisecond.
  static func share(_ whole: UInt32, _ part: UInt32, of span: UInt32) -> UInt32 {
    UInt32((UInt64(whole) * UInt64(part) * 2 + UInt64(span)) / (UInt64(span) * 2))
  }
}
