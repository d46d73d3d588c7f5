import Geodesy

extension DriveEdgeRecord {
  /// How far along a road its bearing is taken, in metres: roads for speed part slowly.
  private var sight: Double {
    switch roadClass {
    case .motorway, .motorwayLink, .trunk, .trunkLink: 30
    default: 15
    }
  }

  /// The bearing in which the edge leaves its tail or its head, seen some metres on, in degrees.
  package func bearing(leavingTail: Bool) -> Double {
    Double(leavingTail ? bearingAtTail : bearingAtHead) * 360 / 0x1p32
  }

  /// Takes the bearings at both ends from the edge's line, tail first.
  package mutating func takeBearings(from line: [Coordinate]) {
    bearingAtTail = Self.bearing(along: line, sight)
    bearingAtHead = Self.bearing(along: line.reversed(), sight)
  }

  private static func bearing(along line: [Coordinate], _ sight: Double) -> UInt32 {
    var left = sight
    var seen = line[line.count - 1]
    for (a, b) in zip(line, line.dropFirst()) {
      let length = distance(a, b)
      if length >= left, length > 0 {
        seen = Segment(a, b).coordinate(at: left / length)
        break
      }
      left -= length
    }
    return UInt32(truncatingIfNeeded: Int((Geodesy.bearing(line[0], seen) / 360 * 0x1p32).rounded()))
  }
}
