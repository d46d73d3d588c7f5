import Geodesy
import WardwayMap

/// The entrances that the map shows, to be asked for those of a hospital.
struct HospitalDoors {
  private let doors: PointIndex<OSMNode>

  init(_ extract: OSMExtract) {
    let nodes = extract.taggedNodes.map { extract.node(at: $0) }.filter { Self.isPublic($0.tags) }
    doors = PointIndex(nodes.map { ($0.coordinate, $0) })
  }

  /// Returns the main entrances of a hospital, the one nearest to its middle first; where none is called so,
  /// all that are open to the public.
  func main(of outline: Outline) -> [OSMNode] {
    let middle = outline.box.center
    // Doors are drawn on the wall, and that may be the outline.
    let all = doors.within(outline.box).map(\.element).filter {
      outline.contains($0.coordinate) || outline.corners.contains($0.coordinate)
    }
    let called = all.filter { $0.tags["entrance"] == "main" }
    return (called.isEmpty ? all : called).sorted {
      (distance($0.coordinate, middle), $0.id) < (distance($1.coordinate, middle), $1.id)
    }
  }

  private static func isPublic(_ tags: OSMTags) -> Bool {
    guard ["main", "yes", "secondary"].contains(tags["entrance"]), !EmergencyTags.isWardEntrance(tags),
      let passage = Passage(tags)
    else { return false }
    return passage.kind == .door && passage.attributes.access == .everyone
  }
}
