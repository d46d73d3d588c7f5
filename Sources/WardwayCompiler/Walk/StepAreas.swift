import Geodesy
import WardwayMap

/// Steps that are drawn as areas on one level: up to a terrace, across a square.
///
/// They are walked over like other open ground, but as stairs. Those between levels are stairwells.
enum StepAreas {
  /// Makes open ground of areas with steps that touch one level at most; drops outlines that only show how wide a
  /// flight between levels is.
  static func settle(_ features: inout [WalkFeature]) {
    let areas = features.indices.filter { features[$0].isStepArea }
    guard !areas.isEmpty else { return }
    var touched: [Int: Set<Level>] = [:]
    for area in areas { for node in features[area].nodes { touched[node] = [] } }
    for feature in features where !feature.isStepArea && !feature.stated.isEmpty {
      for node in feature.nodes where touched[node] != nil { touched[node]!.formUnion(feature.stated) }
    }
    var dropped: Set<Int> = []
    for area in areas {
      let levels = features[area].nodes.reduce(into: Set(features[area].stated)) {
        $0.formUnion(touched[$1] ?? [])
      }
      if levels.count < 2 {
        features[area].role = .flat
      } else if features[area].isOutlineOfWay {
        dropped.insert(area)
      }
    }
    if !dropped.isEmpty {
      features = features.indices.filter { !dropped.contains($0) }.map { features[$0] }
    }
  }
}

extension WalkFeature {
  /// Whether it is open ground that one climbs, on one level of the map.
  var isOpenSteps: Bool { kind == .stairs && role == .flat && !outerRings.isEmpty }
}

/// A flight of steps that is drawn as a line and may cross an area on one level: wheels have to go round.
struct AreaFlight {
  /// How far the walls beside steps are looked for, in metres.
  private static let reach = 5.0
  /// Half the width of steps that nobody states, in metres, where no wall is near.
  private static let halfWidth = 1.0
  /// A gap between steps and a wall that is no way for anybody, in metres.
  private static let gap = 0.8

  var places: [Coordinate]
  /// The width in metres; nil where it isn't stated.
  var width: Double?
  var level: Level
  var source: FeatureID

  /// The ground that the steps take, as far as the walls beside them.
  ///
  /// - Parameter walls: What stands in the way on either side: the area's own walls, and those on it.
  func polygons(between walls: [Segment]) -> [PolygonRings] {
    zip(places, places.dropFirst()).compactMap { a, b in
      let frame = LocalFrame(origin: a)
      let end = frame.point(b)
      let length = (end.x * end.x + end.y * end.y).squareRoot()
      guard length > 0.05 else { return nil }
      let along = (x: end.x / length, y: end.y / length)
      let beside = walls.compactMap { Self.side(of: $0, frame, along, length) }
      let sides = [1.0, -1.0].map { side in
        let own = width.map { $0 / 2 } ?? Self.halfWidth
        let wall = beside.map { $0 * side }.filter { $0 > 0.01 }.min()
        guard let wall, wall <= (width == nil ? Self.reach : own + Self.gap) else { return own }
        // A little into the wall, lest a slit be left.
        return wall + 0.05
      }
      let corners = [(0.0, sides[0]), (length, sides[0]), (length, -sides[1]), (0.0, -sides[1])]
      return [
        corners.map { distance, side in
          frame.coordinate(
            LocalFrame.Point(
              x: along.x * distance - along.y * side, y: along.y * distance + along.x * side))
        }
      ]
    }
  }

  /// How far to the left of a flight a wall comes nearest to it, negative to the right; nil where it runs across it or
  /// lies before or behind it.
  private static func side(
    of wall: Segment, _ frame: LocalFrame, _ along: (x: Double, y: Double), _ length: Double
  ) -> Double? {
    let (p, q) = (frame.point(wall.start), frame.point(wall.end))
    var ends = [p, q].map { (u: $0.x * along.x + $0.y * along.y, v: $0.y * along.x - $0.x * along.y) }
    ends.sort { $0.u < $1.u }
    let (low, high) = (ends[0], ends[1])
    let (from, to) = (max(low.u, 0.05), min(high.u, length - 0.05))
    guard from <= to else { return nil }
    func across(_ u: Double) -> Double {
      high.u - low.u < 1e-9 ? low.v : low.v + (high.v - low.v) * (u - low.u) / (high.u - low.u)
    }
    let found = high.u - low.u < 1e-9 ? [low.v, high.v] : [across(from), across(to)]
    guard found[0] * found[1] > 0 else { return nil }
    return abs(found[0]) < abs(found[1]) ? found[0] : found[1]
  }
}

extension WalkNetworkBuilder {
  /// A feature as a flight that stays on one level of the map; nil where it is none, or leads to a bridge or a tunnel.
  func flight(_ index: Int) -> AreaFlight? {
    let feature = found.features[index]
    guard feature.kind == .stairs, feature.role == .climb, !feature.isRing,
      let level = stitcher.levels[index].first, stitcher.levels[index].allSatisfy({ $0 == level })
    else { return nil }
    let ends = [feature.nodes[0], feature.nodes[feature.nodes.count - 1]]
    let leavesGround = ends.contains { uses[$0].contains { found.features[$0.feature].isOffGround } }
    if leavesGround { return nil }
    return AreaFlight(
      places: feature.nodes.map { extract.node(at: $0).coordinate },
      width: feature.width > 0 ? Double(feature.width) / 100 : nil, level: level, source: feature.source)
  }
}
