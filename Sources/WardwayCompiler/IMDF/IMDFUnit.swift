import Geodesy
import WardwayMap

/// A level of the archive.
struct IMDFLevel {
  var id: String
  var level: Level
  /// The name posted in the building.
  var name: String
  var isOutdoor: Bool
  var restriction: String?
  var area: PlanArea

  var tags: [String: String] {
    var tags = ["level": level.description]
    if !name.isEmpty { tags["level:ref"] = name.replacing(";", with: ",") }
    return tags
  }
}

/// A unit as it is put into the map.
struct IMDFUnit {
  /// A door or another node in a wall.
  struct Corner {
    var ring: Int
    var side: Int
    var share: Double
    var node: Int64
    var point: LocalFrame.Point
  }

  var feature: IMDFFeature
  var level: IMDFLevel
  var use: UnitUse
  var area: PlanArea
  /// The box around it.
  let box: (low: LocalFrame.Point, high: LocalFrame.Point)
  /// The nodes in its walls that its neighbours share.
  var corners: [Corner] = []
  /// Which of these are doors, in the order of the openings.
  var doors: [(node: Int64, point: LocalFrame.Point)] = []
  /// Where stairs and the like arrive from below and leave upward; made when needed.
  var landing: (up: Int64, down: Int64)?
  /// Whether a relationship leads through it from opening to opening.
  var isPassed = false

  init(feature: IMDFFeature, level: IMDFLevel, use: UnitUse, area: PlanArea) {
    self.feature = feature
    self.level = level
    self.use = use
    self.area = area
    box = area.box
  }

  var id: String { feature.id }

  /// Whether a point is in the unit's box, or not farther outside than so many metres.
  func isNear(_ point: LocalFrame.Point, within metres: Double) -> Bool {
    point.x > box.low.x - metres && point.x < box.high.x + metres && point.y > box.low.y - metres
      && point.y < box.high.y + metres
  }

  var connector: UnitUse.Connector? { if case .connector(let connector) = use { connector } else { nil } }

  /// The way in which people enter, from the doors inward.
  var landingPoint: LocalFrame.Point {
    guard let door = doorMiddle else { return area.middle }
    return door.toward(area.middle, 0.4)
  }

  /// The end that is far from the doors.
  var farPoint: LocalFrame.Point {
    let middle = area.middle
    guard let door = doorMiddle, door.metres(to: middle) > 0.5 else {
      return LocalFrame.Point(x: middle.x, y: middle.y + 1.5)
    }
    return door.toward(middle, 1.7)
  }

  private var doorMiddle: LocalFrame.Point? {
    guard !doors.isEmpty else { return nil }
    let sum = doors.reduce((0.0, 0.0)) { ($0.0 + $1.point.x, $0.1 + $1.point.y) }
    return LocalFrame.Point(x: sum.0 / Double(doors.count), y: sum.1 / Double(doors.count))
  }

  /// Puts a node into the wall nearest to it.
  mutating func insert(_ node: Int64, at point: LocalFrame.Point) {
    var best = (ring: 0, side: 0, share: 0.0, metres: Double.infinity)
    for (index, ring) in area.rings.enumerated() {
      let near = ring.nearest(to: point)
      if near.metres < best.metres { best = (index, near.side, near.share, near.metres) }
    }
    corners.append(Corner(ring: best.ring, side: best.side, share: best.share, node: node, point: point))
  }
}
