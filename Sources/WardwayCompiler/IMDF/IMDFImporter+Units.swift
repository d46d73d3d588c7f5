import Geodesy
import WardwayMap

extension IMDFImporter {
  /// Reads the levels: their ordinals, names and restrictions.
  mutating func readLevels() {
    let all = collection["level"]
    let closed = all.filter { $0.text("restriction") == "employeesonly" }
    // A venue that is for employees alone needs no word on each level: that's a default of the exporter.
    let isRestrictedThroughout = closed.count == all.count
    if isRestrictedThroughout, let first = closed.first {
      report.add(
        .imdfRestrictedThroughout, first.file, first.id,
        "all levels are for employees only; that is ignored")
    }
    for feature in all {
      guard let ordinal = feature.properties["ordinal"].number,
        let level = Level((ordinal * 100).rounded() / 100)
      else {
        report.add(
          .imdfUnusableOrdinal, feature.file, feature.id,
          "its ordinal is no number from -300 to 300; it is left out with all that is on it")
        continue
      }
      if ordinal.rounded() != ordinal {
        report.add(
          .imdfFractionalOrdinal, feature.file, feature.id,
          "its ordinal isn't whole; it is level \(level) here")
      }
      let buildings = feature.texts("building_ids").compactMap { id -> IMDFFeature? in
        if let building = collection.feature(id, "building") { return building }
        dangling(feature, "building", id, "it stays without that building")
        return nil
      }
      let isClosed = !buildings.isEmpty && buildings.allSatisfy { $0.text("restriction") == "employeesonly" }
      let name = names.text(feature.properties["short_name"]) ?? names.text(feature.properties["name"]) ?? ""
      levels[feature.id.lowercased()] = IMDFLevel(
        id: feature.id, level: level, name: name, isOutdoor: feature.properties["outdoor"].bool ?? false,
        restriction: isRestrictedThroughout
          ? nil : feature.text("restriction") ?? (isClosed ? "employeesonly" : nil),
        area: area(of: feature) ?? PlanArea())
    }
  }

  /// Reads the units that people can be in.
  mutating func readUnits() {
    for feature in collection["unit"] {
      guard let level = level(of: feature) else { continue }
      let use = UnitUse(feature.category)
      if use == nil {
        report.add(
          .imdfUnknownCategory, feature.file, feature.id, isNote: true,
          "'\(feature.category.prefix(40))' is no unit category of IMDF; it is taken for a room")
      }
      if case .solid? = use {
        solids.append(feature)
        continue
      }
      guard let area = area(of: feature) else {
        report.add(.imdfUnitWithoutArea, feature.file, feature.id, "it has no area; it is left out")
        continue
      }
      unitIndex[feature.id.lowercased()] = units.count
      unitsOn[level.level, default: []].append(units.count)
      units.append(IMDFUnit(feature: feature, level: level, use: use ?? .room, area: area))
    }
  }

  /// The level that a feature says it is on; what is wrong is reported.
  mutating func level(of feature: IMDFFeature) -> IMDFLevel? {
    let id = feature.text("level_id")
    if let id, let level = levels[id.lowercased()] { return level }
    dangling(feature, "level", id, "it is left out")
    return nil
  }

  mutating func dangling(_ feature: IMDFFeature, _ kind: String, _ id: String?, _ consequence: String) {
    report.add(
      .imdfDanglingReference, feature.file, feature.id,
      (id.map { "there is no usable \(kind) \($0.prefix(60))" } ?? "it names no \(kind)") + "; \(consequence)"
    )
  }

  /// Reads what one walks around: fixtures and kiosks, walls and columns, openings to the floor below, and
  /// the elevators and stairs that stand in a hall.
  mutating func readObstacles() {
    for feature in collection["fixture"] + collection["kiosk"] { addObstacle(feature, atLeast: 1) }
    for feature in solids { addObstacle(feature, atLeast: 0.05) }
    for unit in units.indices where units[unit].connector != nil {
      for (ring, isHole) in zip(units[unit].area.rings, units[unit].area.holes) where !isHole {
        guard let around = self.unit(around: ring, on: units[unit].level) else { continue }
        // Now, so that doors are put into the shaft's walls.
        units[around].area.rings.append(ring)
        units[around].area.holes.append(true)
      }
    }
  }

  private mutating func addObstacle(_ feature: IMDFFeature, atLeast squareMetres: Double) {
    guard let level = level(of: feature), let area = area(of: feature) else { return }
    for (ring, isHole) in zip(area.rings, area.holes) where !isHole && ring.area >= squareMetres {
      if let around = unit(around: ring, on: level) { obstacles[around, default: []].append(ring) }
    }
  }

  /// The room or hall that a ring lies in.
  private func unit(around ring: PlanRing, on level: IMDFLevel) -> Int? {
    unitsOn[level.level]?.first { index in
      units[index].level.id == level.id && units[index].connector == nil
        && units[index].isNear(ring.points[0], within: 0)
        && ring.points.allSatisfy { point in units[index].area.contains(point) }
    }
  }

  /// Adds rooms and corridors as areas, and units that lead to other levels as the lines to their doors.
  mutating func addUnits() {
    for index in units.indices {
      let unit = units[index]
      if unit.doors.isEmpty, unit.landing == nil {
        report.add(
          .imdfUnitWithoutOpening, unit.feature.file, unit.id,
          "no opening leads into it; nobody gets there. Draw its doors")
      }
      if unit.connector != nil, unit.landing != nil {
        addLandings(of: unit)
      } else if unit.isPassed {
        continue
      } else if let connector = unit.connector, connector != .ramp, connector != .movingwalkway {
        if connector != .elevator { addFlatSteps(unit, connector) }
      } else {
        addWalkable(unit, index)
      }
    }
  }

  private mutating func addWalkable(_ unit: IMDFUnit, _ index: Int) {
    var tags = tags(of: unit)
    if unit.level.isOutdoor {
      tags["highway"] = "pedestrian"
      tags["area"] = "yes"
    } else if case .room = unit.use {
      tags["indoor"] = "room"
    } else {
      tags["indoor"] = unit.feature.category == "walkway" ? "corridor" : "area"
    }
    if case .room = unit.use { tags.merge(IMDFTags.place(unit.feature.category)) { first, _ in first } }
    var area = unit.area
    for ring in obstacles[index] ?? [] {
      area.rings.append(ring)
      area.holes.append(true)
    }
    let rings = addArea(unit.id, area, corners: unit.corners, tags)
    guard unit.level.isOutdoor else { return }
    for (ring, isHole) in zip(rings, area.holes) where !isHole {
      builder.outerGrounds.append(
        OuterGround(
          id: unit.id, way: ring.way, nodes: ring.nodes, places: ring.places, level: unit.level.level,
          outside: GroundStorey.outside(of: unit.level.level, ground: ground)))
    }
  }

  /// The tags that all units have.
  func tags(of unit: IMDFUnit) -> [String: String] {
    var tags = unit.level.tags.merging(names.tags(unit.feature)) { first, _ in first }
    let restriction = unit.feature.text("restriction") ?? unit.level.restriction
    tags.merge(IMDFTags.access(unit.feature.category == "nonpublic" ? "employeesonly" : restriction)) {
      first, _ in
      first
    }
    if unit.feature.isWheelchairAccessible { tags["wheelchair"] = "yes" }
    return tags
  }
}
