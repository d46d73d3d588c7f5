import Columns
import Geodesy

/// The area of a venue: rings, of which a place is inside an odd number.
package struct Outline: Sendable {
  /// The corners of all rings, one ring after the other; the last corner of a ring isn't repeated.
  package let corners: Column<Coordinate>
  /// For each ring its first corner, and the number of corners at the end.
  package let starts: Column<UInt32>
  /// The box around all rings.
  package let box: BoundingBox

  /// Makes an outline of rings; rings of fewer than three corners are left out.
  package init(rings: [[Coordinate]]) {
    var corners: [Coordinate] = []
    var starts: [UInt32] = [0]
    for ring in rings {
      let open = ring.count > 1 && ring.first == ring.last ? ring.dropLast() : ring[...]
      guard open.count > 2 else { continue }
      corners += open
      starts.append(UInt32(corners.count))
    }
    self.init(corners: Column(corners), starts: Column(starts))!
  }

  /// Takes over columns; nil if an offset is out of order or a corner lies nowhere on Earth.
  init?(corners: Column<Coordinate>, starts: Column<UInt32>) {
    guard starts.count >= 1, starts[0] == 0, Int(starts[starts.count - 1]) == corners.count,
      zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }), corners.allSatisfy(\.isValid)
    else { return nil }
    self.corners = corners
    self.starts = starts
    box = BoundingBox(corners)
  }

  /// The corners of a ring.
  package func ring(_ index: Int) -> Slice<Column<Coordinate>> {
    corners[starts.range(index)]
  }

  /// The number of rings.
  package var ringCount: Int { starts.count - 1 }

  /// Whether a place is inside; exact on integers, a place on the line is on either side.
  ///
  /// - Complexity: O(corners).
  package func contains(_ place: Coordinate) -> Bool {
    guard box.contains(place) else { return false }
    let point = (x: Int64(place.longitudeE7), y: Int64(place.latitudeE7))
    var isInside = false
    for index in 0..<ringCount {
      let ring = ring(index)
      guard let last = ring.last else { continue }
      var before = (x: Int64(last.longitudeE7), y: Int64(last.latitudeE7))
      for corner in ring {
        let here = (x: Int64(corner.longitudeE7), y: Int64(corner.latitudeE7))
        if EvenOddRule.crosses(before, here, from: point) { isInside.toggle() }
        before = here
      }
    }
    return isInside
  }
}
