import Geodesy
import WardwayMap

/// What areas have to do with each other and with what lies in them, before any of them is meshed.
struct AreaPlan {
  /// An area on one of its levels.
  struct Key: Hashable {
    var feature: Int
    var level: Level
  }

  /// Nodes in an area, or on its ring where it overlaps another one, that are entries although nothing else
  /// shares them.
  var extraNodes: [Key: Set<Int>] = [:]
  /// The open areas that each side of a ring belongs to.
  var openSides: [RingSide: [Neighbour]] = [:]

  /// An open area at a side.
  struct Neighbour {
    var feature: Int
    /// Whether it lies to the left of the way from the lower to the higher node.
    var isLeft: Bool
  }
  /// The open areas of each level over which so many others lie that they aren't joined to all of them.
  var crowds: [Level: Set<Int>] = [:]
  /// The sides of steps that lie in an area: there one goes up or down, from the area and from the steps.
  var stepSides: [Key: Set<RingSide>] = [:]
  let obstacles: AreaObstacles
  let repair = PolygonRepair()
}

extension WalkNetworkBuilder {
  /// Whether a feature is an area that one walks about in on its levels.
  func isArea(_ index: Int) -> Bool { found.features[index].isArea && !stitcher.isClimb(index) }

  /// Finds what lies in which area, and which areas are open to each other.
  mutating func planAreas() {
    let neighbours = AreaNeighbours(self)
    var plan = AreaPlan(obstacles: AreaObstacles(self))
    var entered: Set<FeatureID> = []
    for (index, feature) in found.features.enumerated() where isArea(index) {
      let spaces = feature.outerRings.compactMap {
        FreeSpace(rings: [PolygonRepair.open($0.map(coordinate))])
      }
      let own = Set(feature.nodes)
      let saysLevel = feature.attributes.isIndoor && !feature.stated.isEmpty
      for level in stitcher.levels[index] {
        var overlaps: [Int: [Int]] = [:]
        for number in Set(spaces.flatMap({ neighbours.numbers(in: $0, level: level) })).sorted() {
          let candidate = neighbours.candidates[number]
          guard candidate.feature != index, !own.contains(candidate.node) else { continue }
          // A door beside the area whose line comes in elsewhere is reached by that line alone.
          if candidate.isDoor, touches(candidate.feature, own),
            !spaces.contains(where: { $0.contains(coordinate(candidate.node)) })
          {
            continue
          }
          // Where no level is stated, what lies there may be above or below; what comes over the ring is not.
          guard
            saysLevel && candidate.saysLevel
              || candidate.staysLevel && touches(candidate.feature, own)
              || isFlight(candidate.feature, within: spaces)
          else { continue }
          if candidate.isOpenRing {
            // Open areas that overlap are one, as are those that share a side; rooms are not open.
            guard !feature.attributes.isRoom, !touches(candidate.feature, own) else { continue }
            overlaps[candidate.feature, default: []].append(candidate.node)
          } else {
            entered.insert(feature.source)
            plan.extraNodes[AreaPlan.Key(feature: index, level: level), default: []].insert(candidate.node)
          }
        }
        join(index, over: overlaps, level: level, &plan)
      }
    }
    doorless.subtract(entered)
    for (level, crowd) in plan.crowds.sorted(by: { $0.key < $1.key }) {
      let sources = crowd.sorted().map { found.features[$0].source }
      diagnostics.append(
        Diagnostic(
          .overlappingAreas, .warning, sources[0], with: Array(sources.dropFirst()),
          at: found.features[crowd.min()!].nodes.first.map(coordinate), on: level,
          "over \(sources.count) areas lie more than \(Self.mostOverlaps) others; each is joined to the nearest alone",
          fix: "draw what is one as one area"))
    }
    planSteps(&plan)
    for (index, feature) in found.features.enumerated() where isArea(index) && isOpen(feature) {
      for (number, ring) in (feature.outerRings + feature.innerRings).enumerated() {
        let isHole = number >= feature.outerRings.count
        let isLeft = FreeSpace.isCounterclockwise(ring.dropLast().map(coordinate)) != isHole
        for (a, b) in zip(ring, ring.dropFirst()) {
          plan.openSides[RingSide(a, b), default: []].append(
            AreaPlan.Neighbour(feature: index, isLeft: isLeft == (a < b)))
        }
      }
    }
    for (side, features) in plan.openSides where features.count > 1 {
      guard Segment(coordinate(side.low), coordinate(side.high)).length > Self.shortestSide,
        !plan.obstacles.walledSides.contains(side)
      else { continue }
      for room in features where isRoom(room.feature) {
        let hasHall = features.contains {
          !isRoom($0.feature) && $0.isLeft != room.isLeft
            && !Set(stitcher.levels[$0.feature]).isDisjoint(with: stitcher.levels[room.feature])
        }
        if hasHall { roomsAtHalls.insert(room.feature) }
      }
    }
    areaPlan = plan
  }

  /// With how many others an open area is joined that lie over each other there.
  private static let mostOverlaps = 16

  /// Joins an open area to those that overlap it, at the nodes of their rings inside it: to the nearest ones, where that
  /// many lie over each other.
  private mutating func join(_ index: Int, over overlaps: [Int: [Int]], level: Level, _ plan: inout AreaPlan)
  {
    var others = overlaps.keys.sorted()
    if others.count > Self.mostOverlaps {
      func middle(_ feature: Int) -> Coordinate {
        BoundingBox(found.features[feature].nodes.map(coordinate)).center
      }
      let own = middle(index)
      let byDistance = others.map { (metres: distance(own, middle($0)), feature: $0) }
        .sorted { ($0.metres, $0.feature) < ($1.metres, $1.feature) }
      others = byDistance.prefix(Self.mostOverlaps).map(\.feature)
      plan.crowds[level, default: []].insert(index)
    }
    for other in others {
      for key in [AreaPlan.Key(feature: other, level: level), AreaPlan.Key(feature: index, level: level)] {
        plan.extraNodes[key, default: []].formUnion(overlaps[other] ?? [])
      }
    }
  }

  /// Whether a feature is a flight of steps that begins and ends in the same area.
  private func isFlight(_ index: Int, within spaces: [FreeSpace]) -> Bool {
    guard index >= 0, let flight = flight(index) else { return false }
    return spaces.contains { space in
      [flight.places[0], flight.places[flight.places.count - 1]].allSatisfy { space.contains($0) }
    }
  }

  /// Finds the sides at which one steps from an area onto steps that are drawn as an area in it.
  private func planSteps(_ plan: inout AreaPlan) {
    let steps = found.features.indices.filter { isArea($0) && found.features[$0].isOpenSteps }
    guard !steps.isEmpty else { return }
    func box(_ index: Int) -> BoundingBox { BoundingBox(found.features[index].nodes.map(coordinate)) }
    let boxes = steps.map(box)
    for area in found.features.indices where isArea(area) && !found.features[area].isOpenSteps {
      let own = box(area)
      for (flight, other) in zip(steps, boxes) where other.intersects(own) {
        let levels = Set(stitcher.levels[area]).intersection(stitcher.levels[flight])
        guard !levels.isEmpty else { continue }
        let rings = found.features[area].outerRings + found.features[area].innerRings
        let walls = Set(rings.flatMap { zip($0, $0.dropFirst()).map { RingSide($0, $1) } })
        let space = FreeSpace(rings: rings.map { PolygonRepair.open($0.map(coordinate)) })
        for ring in found.features[flight].outerRings {
          for (a, b) in zip(ring, ring.dropFirst()) where !walls.contains(RingSide(a, b)) {
            let middle = Segment(coordinate(a), coordinate(b)).coordinate(at: 0.5)
            guard space?.contains(middle) ?? false else { continue }
            for level in levels {
              for index in [area, flight] {
                plan.stepSides[AreaPlan.Key(feature: index, level: level), default: []].insert(RingSide(a, b))
              }
            }
          }
        }
      }
    }
  }

  func isRoom(_ index: Int) -> Bool { found.features[index].attributes.isRoom }

  /// Whether one walks from an open area into another one that touches it: not from room to room, where a hall
  /// leads into both of them.
  func isOpen(_ index: Int, to other: Int) -> Bool {
    guard isRoom(index), isRoom(other) else { return true }
    return !(roomsAtHalls.contains(index) && roomsAtHalls.contains(other))
  }

  /// The shortest side, in metres, over which one walks.
  static let shortestSide = 1.0

  private func touches(_ feature: Int, _ nodes: Set<Int>) -> Bool {
    feature >= 0 && found.features[feature].nodes.contains { nodes.contains($0) }
  }

  /// Whether nothing but air divides an area from what it touches.
  func isOpen(_ feature: WalkFeature) -> Bool {
    !feature.attributes.isRoom || doorless.contains(feature.source)
  }

  /// Whether a node is a door of which only one side is drawn: the other one is beyond a thick wall.
  func isHalfDoor(_ node: Int) -> Bool { found.passages[node]?.kind != nil && uses.count(of: node) == 1 }
}
