import Geodesy
import WardwayMap

/// The point of an edge that is nearest to a place.
struct EdgeProjection {
  var edge: Int
  /// How far along the edge from its tail, in millimetres.
  var millimetres: UInt32
  /// Where that is.
  var coordinate: Coordinate
  /// How far from the place, in metres.
  var metres: Double
}

// A network is large: whoever searches calls these from where its type is known, as a closure over any network would
// copy it at each call.
extension EdgeNetwork {
  /// How far an edge is from a frame's origin, in metres.
  ///
  /// - Parameter part: The part of the edge that counts, in millimetres from its tail; nil for all of it.
  /// - Complexity: O(points of the edge).
  func metres(from frame: LocalFrame, to edge: Int, within part: ClosedRange<UInt32>?) -> Double {
    if let part { return projection(of: frame, onto: edge, within: part).metres }
    var best = Double.infinity
    forEachSegment(of: edge) { a, b in best = min(best, Segment(a, b).nearest(toOriginOf: frame).metres) }
    return best
  }

  /// Projects a frame's origin onto an edge.
  ///
  /// - Parameter part: The part of the edge that counts, in millimetres from its tail; nil for all of it.
  /// - Complexity: O(points of the edge).
  func projection(of frame: LocalFrame, onto edge: Int, within part: ClosedRange<UInt32>?) -> EdgeProjection {
    var best = Double.infinity
    var before = 0.0
    var offset = 0.0
    var coordinate = frame.origin
    forEachSegment(of: edge) { a, b in
      let segment = Segment(a, b)
      let length = segment.length
      var found: (fraction: Double, metres: Double)?
      if let part {
        found = segment.nearest(
          length, to: frame, from: Double(part.lowerBound) / 1000 - before,
          through: Double(part.upperBound) / 1000 - before)
      } else {
        let projection = segment.nearest(toOriginOf: frame)
        found = (projection.fraction, projection.metres)
      }
      if let found, found.metres < best {
        best = found.metres
        offset = before + found.fraction * length
        coordinate = segment.coordinate(at: found.fraction)
      }
      before += length
    }
    let bounds = part ?? 0...edges[edge].length
    let (low, high) = (Double(bounds.lowerBound), Double(bounds.upperBound))
    return EdgeProjection(
      edge: edge, millimetres: UInt32(min(max(offset * 1000, low), high).rounded()), coordinate: coordinate,
      metres: best)
  }
}

extension Segment {
  /// The point between two positions, in metres from the start, that is nearest to the frame's origin; nil if the
  /// segment has nothing there.
  fileprivate func nearest(
    _ length: Double, to frame: LocalFrame, from low: Double, through high: Double
  ) -> (fraction: Double, metres: Double)? {
    // Lengths are rounded to a millimetre.
    let rounding = 0.001
    guard low <= length + rounding, high >= -rounding else { return nil }
    let projection = nearest(toOriginOf: frame)
    let along = projection.fraction * length
    guard along < low || along > high + rounding, length > 0 else {
      return (projection.fraction, projection.metres)
    }
    let fraction = min(max(min(max(along, low), high) / length, 0), 1)
    let point = frame.point(coordinate(at: fraction))
    return (fraction, (point.x * point.x + point.y * point.y).squareRoot())
  }
}
