import Geodesy
import WardwayMap

/// Finds out on which side of the road one drives.
enum DrivingSide {
  /// Whether most roundabouts go round clockwise; where there are none, whether a way or an area says
  /// `driving_side=left`; else right.
  ///
  /// A roundabout may be drawn in parts: an arc turns the same way as the whole. A mark on the road may say
  /// its direction.
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
    for node in draft.extract.taggedNodes {
      let tags = draft.extract.node(at: node).tags
      guard tags["highway"] == "mini_roundabout" else { continue }
      switch tags["direction"] {
      case "clockwise": votes += 1
      case "anticlockwise", "anti-clockwise", "counterclockwise": votes -= 1
      default: break
      }
    }
    if votes != 0 { return votes > 0 }
    return draft.extract.ways.contains { $0.tags["driving_side"] == "left" }
      || draft.extract.relations.contains { $0.tags["driving_side"] == "left" }
  }
}
