import Geodesy

/// Gives sidewalks that are mapped as ways of their own the name of the street that they belong to.
///
/// A sidewalk belongs to the nearest named road that runs along it, which nobody calls by another name.
struct SidewalkNamer {
  /// The farthest that a sidewalk lies from the middle of its street, in metres.
  private static let reach = 25.0
  /// The largest angle between a sidewalk and its street, in degrees.
  private static let parallel = 25.0

  /// Names what can be named.
  ///
  /// - Complexity: O(*n* log *n*) for *n* features.
  static func name(_ features: inout [WalkFeature], coordinate: (Int) -> Coordinate) {
    let roads = features.indices.filter { features[$0].isRoad && !features[$0].name.isEmpty }
    guard !roads.isEmpty, features.contains(where: \.isSidewalk) else { return }
    let lines = roads.map { features[$0].nodes.map(coordinate) }
    let tree = PackedRTree(lines.map { BoundingBox($0) })
    var search = NearestSearch()
    for index in features.indices where features[index].isSidewalk {
      let line = features[index].nodes.map(coordinate)
      guard let middle = Self.middle(of: line) else { continue }
      let frame = LocalFrame(origin: middle.place)
      search.nearest(
        to: middle.place, in: tree, maximumMetres: reach,
        metres: { Self.distance(frame, alongside: middle.bearing, lines[Int($0)]) },
        visit: { road, _ in
          features[index].name = features[roads[Int(road)]].name
          return false
        })
    }
  }

  /// The middle of a line's longest segment, and where that leads.
  private static func middle(of line: [Coordinate]) -> (place: Coordinate, bearing: Double)? {
    let longest = zip(line, line.dropFirst()).max { Segment($0.0, $0.1).length < Segment($1.0, $1.1).length }
    return longest.map { (Segment($0.0, $0.1).coordinate(at: 0.5), bearing($0.0, $0.1)) }
  }

  /// The distance of the nearest segment that runs in about the same direction, or the opposite one.
  private static func distance(_ frame: LocalFrame, alongside direction: Double, _ line: [Coordinate])
    -> Double?
  {
    var best: Double?
    for (a, b) in zip(line, line.dropFirst()) {
      let angle = abs(bearing(a, b) - direction).truncatingRemainder(dividingBy: 180)
      guard min(angle, 180 - angle) <= parallel else { continue }
      best = min(best ?? .infinity, Segment(a, b).nearest(toOriginOf: frame).metres)
    }
    return best
  }
}
