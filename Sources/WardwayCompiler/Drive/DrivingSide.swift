import Geodesy
import WardwayMap

/// Finds out on which side of the road one drives.
enum DrivingSide {
  /// Whether most roundabouts go round clockwise; right where there are none.
  ///
  /// - Complexity: O(nodes of roundabouts).
  static func isLeft(_ draft: RoadDraft) -> Bool {
    var votes = 0
    for road in draft.roads.features where road.traits.contains(.roundabout) {
      guard road.nodes.first == road.nodes.last, road.directions & 3 == 1 || road.directions & 3 == 2 else {
        continue
      }
      let ring = road.nodes.map { draft.extract.node(at: $0).coordinate }
      let frame = LocalFrame(origin: ring[0])
      let points = ring.map { frame.point($0) }
      let area = zip(points, points.dropFirst()).reduce(0.0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
      votes += (area < 0) == (road.directions & 3 == 1) ? 1 : -1
    }
    return votes > 0
  }
}
