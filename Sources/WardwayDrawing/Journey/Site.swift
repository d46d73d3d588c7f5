import Geodesy
import WardwayMap

/// A building, or several close together, that a journey passes through, with its floors in order.
struct Site {
  /// What to show of every floor.
  var box: BoundingBox
  /// The floors, in the order in which the journey comes to them.
  var levels: [Level]

  /// What to show of a floor: the journey on it, and enough around it to know where one is.
  func box(of level: Level, on route: Route) -> BoundingBox {
    let near = box.expanded(byMetres: 15)
    var seen = Route.box(
      route.parts.filter { part in
        let isHere =
          part.isInside ? part.points.contains(where: box.contains) : part.points.allSatisfy(near.contains)
        // Ramps and streets say little about a floor: they are seen in the overview.
        let isStreet = part.mode == .car && (level == .ground || part.edge.fromLevel != part.edge.toLevel)
        return isHere && !isStreet && part.touches(level)
      })
    if seen.isEmpty { seen = box }
    let size = Viewport.size(of: seen)
    let missing = max(Self.leastExtent - max(size.width, size.height), 0) / 2
    return seen.expanded(byMetres: missing)
  }

  /// How many metres of a floor are seen at least.
  private static let leastExtent = 70.0
  /// How much way outdoors lies between two buildings that are shown as one, in metres.
  private static let shortestGap = 40.0

  /// The buildings that a route passes through.
  static func all(on route: Route) -> [Site] {
    let climbs = Set(route.moves.flatMap { $0.parts })
    var sites: [Site] = []
    var first: Int?
    var last = 0
    var gap = 0.0
    func finish() {
      if let first { add(site(of: first...last, on: route, climbs), to: &sites) }
    }
    for (index, part) in route.parts.enumerated() {
      if part.isInside {
        if gap > shortestGap {
          finish()
          first = nil
        }
        if first == nil { first = index }
        last = index
        gap = 0
      } else if first != nil {
        gap += part.length
      }
    }
    finish()
    // Who is there already still wants to see where.
    if sites.isEmpty, route.end.level != .ground {
      sites.append(Site(box: route.box, levels: [route.end.level]))
    }
    return sites
  }

  private static func add(_ site: Site, to sites: inout [Site]) {
    let near = site.box.expanded(byMetres: 20)
    if let same = sites.firstIndex(where: { $0.box.intersects(near) }) {
      sites[same].box.expand(to: site.box)
      for level in site.levels where !sites[same].levels.contains(level) { sites[same].levels.append(level) }
    } else {
      sites.append(site)
    }
  }

  /// The floors where one walks or drives, and those where one gets on and off.
  private static func site(of range: ClosedRange<Int>, on route: Route, _ climbs: Set<Int>) -> Site {
    var levels: [Level] = []
    func add(_ level: Level) {
      if !levels.contains(level) { levels.append(level) }
    }
    let isTip = (start: range.lowerBound == 0, end: range.upperBound == route.parts.count - 1)
    if isTip.start { add(route.start.level) }
    for index in range {
      let part = route.parts[index]
      let move = route.moves.first { $0.parts.contains(index) }
      if let move {
        add(move.from)
        add(move.to)
      } else if part.length > 0, part.edge.fromLevel == part.edge.toLevel {
        add(part.edge.fromLevel)
      }
    }
    if isTip.end { add(route.end.level) }
    return Site(box: Route.box(route.parts[range]), levels: levels)
  }
}
