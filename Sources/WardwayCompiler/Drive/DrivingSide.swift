import Geodesy
import WardwayMap

/// Finds out on which side of the road one drives.
enum DrivingSide {
  /// Whether most roundabouts go round clockwise; right where there are none.
  ///
  /// A roundabout may be drawn in parts: an arc turns the same way as the whole.
  ///
  /// - Complexity: O(nodes of roundabouts).
  static func isLeft(_ draft: RoadDraft) -> Bool {
    var votes = 0
    for road in draft.roads.features where road.traits.contains(.roundabout) {
      guard road.nodes.count > 2, road.directions & 3 == 1 || road.directions & 3 == 2 else { continue }
      let arc = road.nodes.map { draft.extract.node(at: $0).coordinate }
      let frame = LocalFrame(origin: arc[0])
      let points = (arc + [arc[0]]).map { frame.point($0) }
      let area = zip(points, points.dropFirst()).reduce(0.0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
      guard abs(area) > 1 else { continue }
      votes += (area < 0) == (road.directions & 3 == 1) ? 1 : -1
    }
    return votes > 0
  }
}
