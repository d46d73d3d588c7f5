import Geodesy
import WardwayMap

extension IMDFImporter {
  /// How far from a wall an opening may be drawn, in metres.
  static let tolerance = 0.6
  /// How far from the outside of a building an opening to nowhere may be, in metres, to be an entrance.
  private static let façade = 2.5

  /// Joins units by their openings.
  mutating func readOpenings() {
    let oneWay = oneWayOpenings()
    // What a relationship leads to or from isn't the end.
    let related = Set(
      collection["relationship"].flatMap { IMDFRelationship.references(of: $0) }.map { $0.lowercased() })
    for feature in collection["opening"] {
      guard let level = level(of: feature) else { continue }
      guard case .lines(let lines) = feature.shape, let line = lines.first, line.count >= 2 else {
        report.add(.imdfOpeningWithoutLine, feature.file, feature.id, "it has no line; it is left out")
        continue
      }
      let points = line.map { frame.point($0) }
      let (start, end) = (points[0], points[points.count - 1])
      let middle = start.toward(end, 0.5)
      let sides = self.sides(of: start, end, on: level)
      guard let first = sides.first else {
        report.add(
          .imdfOpeningWithoutUnit, feature.file, feature.id,
          "no unit's wall is within \(Self.tolerance) m; it is left out. Draw it on the wall that it opens")
        continue
      }
      var tags = IMDFTags.door(feature).merging(names.tags(feature)) { first, _ in first }
      let width = zip(points, points.dropFirst()).reduce(0) { $0 + $1.0.metres(to: $1.1) }
      if width >= 0.3 { tags["width"] = "\((width * 100).rounded() / 100)" }
      if feature.category == "automobile" { closeToWalkers(feature, sides, &tags) }
      if sides.count == 1, !related.contains(feature.id.lowercased()) {
        openOutward(feature, first, (start, end), level, &tags)
      }
      if sides.count == 2, units[sides[0]].level.isOutdoor != units[sides[1]].level.isOutdoor {
        tags["entrance"] = Self.entrance(feature)
      }
      let node = addNode(feature.id, at: middle, tags.merging(level.tags) { first, _ in first })
      openings[feature.id.lowercased()] = (node, sides)
      let from = oneWay[feature.id.lowercased()]
      for side in sides {
        guard let from, side != from, sides.contains(from) else {
          insert(node, at: middle, into: side, lineBy: feature.id)
          continue
        }
        // Beyond the door lies a node of its own, that one gets to but not back from.
        let beyond = addNode(at: middle.toward(units[side].area.middle, 0.05))
        var way = ["indoor": "corridor", "oneway:foot": "yes"]
        way.merge(level.tags) { first, _ in first }
        builder.addWay("\(feature.id)#way", through: [node, beyond], way)
        insert(beyond, at: middle, into: side)
      }
    }
  }

  /// Puts a door into the wall of a unit; from a door in its midst, a line leads to the wall.
  mutating func insert(
    _ node: Int64, at point: LocalFrame.Point, into unit: Int, lineBy id: String? = nil
  ) {
    units[unit].doors.append((node, point))
    let walls = units[unit].area.rings.map { $0.nearest(to: point) }
    guard let id, units[unit].connector == nil, let wall = walls.min(by: { $0.metres < $1.metres }),
      wall.metres > Self.tolerance
    else {
      units[unit].insert(node, at: point)
      return
    }
    let foot = addNode(at: wall.point)
    let tags = tags(of: units[unit]).merging(["indoor": "corridor"]) { $1 }
    builder.addWay("\(id)#line", through: [node, foot], tags)
    units[unit].insert(foot, at: wall.point)
  }

  /// The units on the two sides of an opening: those that lie beside it, else those whose walls are nearest.
  private func sides(of start: LocalFrame.Point, _ end: LocalFrame.Point, on level: IMDFLevel) -> [Int] {
    let middle = start.toward(end, 0.5)
    var near: [(unit: Int, metres: Double)] = []
    for index in unitsOn[level.level] ?? [] where units[index].isNear(middle, within: Self.tolerance) {
      let unit = units[index]
      // A unit in the middle of another one, which has no hole for it, opens into that.
      guard unit.area.metres(to: middle) <= Self.tolerance || unit.area.contains(middle) else { continue }
      let metres = [0.25, 0.5, 0.75].reduce(0) { $0 + unit.area.metres(to: start.toward(end, $1)) }
      near.append((index, metres))
    }
    near.sort { ($0.metres, $0.unit) < ($1.metres, $1.unit) }
    let length = start.metres(to: end)
    guard near.count > 2, length > 0 else { return near.prefix(2).map(\.unit) }
    let step = (x: -(end.y - start.y) / length * 0.4, y: (end.x - start.x) / length * 0.4)
    let sides = [1.0, -1.0].map { sign in
      let beside = LocalFrame.Point(x: middle.x + step.x * sign, y: middle.y + step.y * sign)
      return near.first { units[$0.unit].area.contains(beside) }?.unit
    }
    let found = sides.compactMap { $0 }
    if found.count == 2, found[0] != found[1] { return found }
    let rest = near.map(\.unit).filter { !found.contains($0) }
    return Array((found.prefix(1) + rest).prefix(2))
  }

  /// Doors for cars are none for people, except where no car can be behind them.
  private mutating func closeToWalkers(
    _ feature: IMDFFeature, _ sides: [Int], _ tags: inout [String: String]
  ) {
    let isForCars =
      sides.count < 2 || sides.contains { ["road", "parking"].contains(units[$0].feature.category) }
    if isForCars {
      tags["access"] = "no"
    } else {
      report.add(
        .imdfDoubtfulOpening, feature.file, feature.id, isNote: true,
        "it is for automobiles but joins no road or parking; it is taken for a door")
    }
  }

  /// What an opening with a unit on one side leads to: outdoors, if it is in the outside of its floor.
  private mutating func openOutward(
    _ feature: IMDFFeature, _ unit: Int, _ line: (start: LocalFrame.Point, end: LocalFrame.Point),
    _ level: IMDFLevel, _ tags: inout [String: String]
  ) {
    let middle = line.start.toward(line.end, 0.5)
    let isOutside =
      level.area.rings.isEmpty
      ? !isEnclosed(line.start, line.end, unit)
      : level.area.metres(to: middle) <= Self.façade || !level.area.contains(middle)
    guard !level.isOutdoor, isOutside else {
      report.add(
        .imdfOpeningToNowhere, feature.file, feature.id,
        "it has a unit on one side only, inside the building; draw what is behind it")
      return
    }
    tags["entrance"] = Self.entrance(feature)
    let streets = GroundStorey.outside(of: level.level, ground: ground)
    if streets != level.level { tags[OwnTags.outsideLevel] = "\(streets)" }
    guard !addWayOutdoors(feature, middle, level), tags["access"] != "no", tags["exit"] == nil else { return }
    builder.outerDoors.append(
      OuterDoor(
        id: feature.id, node: FeatureID.number(ofFeature: feature.id), place: frame.coordinate(middle),
        level: level.level, outside: streets))
  }

  /// The storey that lies on the ground.
  var ground: Level { GroundStorey.of(levels.values.lazy.filter { !$0.isOutdoor }.map(\.level)) }

  /// Whether another unit of its storey lies behind an opening of a unit; asked where the storey has no outline.
  private func isEnclosed(_ start: LocalFrame.Point, _ end: LocalFrame.Point, _ unit: Int) -> Bool {
    let (middle, length) = (start.toward(end, 0.5), start.metres(to: end))
    guard length > 0 else { return false }
    let beside = [-Self.façade, -1, 1, Self.façade].map { metres in
      LocalFrame.Point(
        x: middle.x - (end.y - start.y) / length * metres, y: middle.y + (end.x - start.x) / length * metres)
    }
    return (unitsOn[units[unit].level.level] ?? []).contains { other in
      other != unit
        && beside.contains { units[other].isNear($0, within: 0) && units[other].area.contains($0) }
    }
  }

  /// The kind of an entrance.
  private static func entrance(_ feature: IMDFFeature) -> String {
    switch feature.category {
    case "emergencyexit": "emergency"
    case "pedestrian.principal": "main"
    case "service": "service"
    default: "yes"
    }
  }

  /// Leads from an entrance to the outdoor unit that is around it or in front of it on its level; false if there
  /// is none.
  private mutating func addWayOutdoors(
    _ feature: IMDFFeature, _ middle: LocalFrame.Point, _ level: IMDFLevel
  ) -> Bool {
    let reach = 5.0
    let near = (unitsOn[level.level] ?? []).filter { units[$0].level.isOutdoor && units[$0].connector == nil }
      .map { (unit: $0, metres: units[$0].area.contains(middle) ? 0 : units[$0].area.metres(to: middle)) }
      .filter { $0.metres <= reach }.min { ($0.metres, $0.unit) < ($1.metres, $1.unit) }
    guard let near else { return false }
    let walls = units[near.unit].area.rings.map { $0.nearest(to: middle) }
    guard let foot = walls.min(by: { $0.metres < $1.metres })?.point else { return false }
    let door = FeatureID.number(ofFeature: feature.id)
    let node = addNode(at: foot)
    insert(node, at: foot, into: near.unit)
    let tags = ["highway": "footway"].merging(level.tags) { first, _ in first }
    builder.addWay("\(feature.id)#outdoors", through: [door, node], tags)
    return true
  }
}
