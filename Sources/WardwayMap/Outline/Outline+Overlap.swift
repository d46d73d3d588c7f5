import Geodesy

extension Outline {
  /// Whether two areas share more than a line; exact on integers.
  ///
  /// - Complexity: O(corners of one × corners of the other).
  package func overlaps(_ other: Outline) -> Bool {
    guard box.intersects(other.box) else { return false }
    if crosses(other) || holdsCorner(of: other) || other.holdsCorner(of: self) { return true }
    // Lines that run along each other all the way.
    return [box.center, other.box.center].contains { contains($0) && other.contains($0) }
  }

  /// The lines of all rings.
  private var lines: [Segment] {
    (0..<ringCount).flatMap { index in
      let ring = Array(ring(index))
      return ring.indices.map { Segment(ring[$0], ring[($0 + 1) % ring.count]) }
    }
  }

  private func crosses(_ other: Outline) -> Bool {
    let theirs = other.lines
    return lines.contains { a in
      let box = BoundingBox([a.start, a.end])
      return theirs.contains { b in
        box.intersects(BoundingBox([b.start, b.end]))
          && Self.side(a, b.start) * Self.side(a, b.end) < 0
          && Self.side(b, a.start) * Self.side(b, a.end) < 0
      }
    }
  }

  /// Whether a corner of another area is inside, not on the line.
  private func holdsCorner(of other: Outline) -> Bool {
    let own = lines
    return other.corners.contains { corner in
      contains(corner)
        && !own.contains {
          Self.side($0, corner) == 0 && BoundingBox([$0.start, $0.end]).contains(corner)
        }
    }
  }

  /// On which side of a line a place is: 1, −1, or 0 on it.
  private static func side(_ line: Segment, _ place: Coordinate) -> Int64 {
    let (x, y) = (Int64(line.start.longitudeE7), Int64(line.start.latitudeE7))
    let cross =
      (Int64(line.end.longitudeE7) - x) * (Int64(place.latitudeE7) - y)
      - (Int64(line.end.latitudeE7) - y) * (Int64(place.longitudeE7) - x)
    return cross.signum()
  }
}
