import Geodesy
import WardwayMap

/// The line of a journey, asked how far other lines stay away from it.
struct JourneyOverlap {
  /// Who walks this near to a line, in metres, walks along it: a street and its sidewalks, elevators side by side.
  private static let near = 15.0
  /// How much of another journey has to lie apart, in shares and in metres.
  private static let least = (share: 0.1, metres: 15.0)
  /// How many places of a line to look at, and how far apart at least, in metres.
  private static let samples = (most: 400.0, spacing: 3.0)

  private let segments: [(line: Segment, box: BoundingBox, level: Level)]

  init(_ journey: Journey) {
    segments = zip(journey.geometry, journey.geometry.dropFirst()).compactMap { a, b in
      guard a.level == b.level else { return nil }
      let box = BoundingBox([a.coordinate, b.coordinate]).expanded(byMetres: Self.near)
      return (Segment(a.coordinate, b.coordinate), box, a.level)
    }
  }

  /// Whether another journey is somewhere else for a good part of it.
  ///
  /// - Complexity: O(segments × places looked at).
  func isApart(_ other: Journey) -> Bool {
    let spacing = max(Self.samples.spacing, other.distance / Self.samples.most)
    var (apart, rest) = (0.0, spacing / 2)
    for (a, b) in zip(other.geometry, other.geometry.dropFirst()) where a.level == b.level {
      let segment = Segment(a.coordinate, b.coordinate)
      let length = distance(a.coordinate, b.coordinate)
      while rest < length {
        if !isNear(segment.coordinate(at: rest / length), a.level) { apart += spacing }
        rest += spacing
      }
      rest -= length
    }
    return apart >= Self.least.metres && apart >= other.distance * Self.least.share
  }

  private func isNear(_ place: Coordinate, _ level: Level) -> Bool {
    segments.contains { segment in
      segment.level == level && segment.box.contains(place)
        && segment.line.nearest(to: place).metres <= Self.near
    }
  }
}
