import Geodesy

/// A plan whose points are given in metres, for what a drawing of letters is too coarse for.
///
/// Nodes and ways are numbered from 1; equal points are one node.
struct DrawnPlan {
  private var nodes: [String] = []
  private var ways: [String] = []
  private var known: [[Double]: Int] = [:]

  /// Adds a point with tags as in ``DrawnMap``.
  mutating func node(_ x: Double, _ y: Double, _ tags: String = "") {
    precondition(known[[x, y]] == nil, "tag a point before a way uses it")
    known[[x, y]] = known.count + 1
    let frame = LocalFrame(origin: Coordinate(latitude: 30.58, longitude: 114.27)!)
    let place = frame.coordinate(LocalFrame.Point(x: x, y: y))
    nodes.append(
      "<node id=\"\(known.count)\" lat=\"\(place.latitude)\" lon=\"\(place.longitude)\">"
        + DrawnMap.tags(tags).joined() + "</node>")
  }

  /// Adds a way through points.
  mutating func way(_ points: [(Double, Double)], _ tags: String) {
    let refs = points.map { x, y in
      if known[[x, y]] == nil { node(x, y) }
      return "<nd ref=\"\(known[[x, y]]!)\"/>"
    }
    ways.append("<way id=\"\(ways.count + 1)\">\((refs + DrawnMap.tags(tags)).joined())</way>")
  }

  /// Adds a closed way.
  mutating func ring(_ points: [(Double, Double)], _ tags: String) { way(points + [points[0]], tags) }

  /// Adds a rectangle from its lower left to its upper right corner.
  mutating func box(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ tags: String) {
    ring([(x1, y1), (x2, y1), (x2, y2), (x1, y2)], tags)
  }

  /// The plan, compiled.
  func map() throws -> DrawnMap {
    try DrawnMap(xml: "<osm version=\"0.6\">\((nodes + ways).joined())</osm>")
  }
}
