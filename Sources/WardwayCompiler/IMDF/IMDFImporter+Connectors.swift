import Geodesy
import WardwayMap

extension IMDFImporter {
  /// Joins the levels: by relationships, and where connectors of a kind lie above each other.
  mutating func joinLevels() {
    for index in units.indices where units[index].connector != nil && units[index].doors.isEmpty {
      assumeDoor(of: index)
    }
    let relationships = relationships()
    addShafts(relationships.filter { $0.connector == .elevator })
    var flights: [IMDFFlight] = []
    for relationship in relationships where relationship.connector != .elevator {
      guard let kind = relationship.connector else {
        // A traversal says something of an opening, or nothing that can be used.
        let hasOpening = relationship.stops.contains { if case .opening = $0 { true } else { false } }
        if !hasOpening { unusable(relationship) }
        continue
      }
      let stated = self.flights(of: relationship, kind)
      if !stated.isEmpty { for unit in connectors(of: relationship, kind) { units[unit].isPassed = true } }
      flights += stated
    }
    for flight in flights + stackedFlights(beside: flights) { add(flight) }
    for unit in units where unit.connector != nil && unit.landing == nil && !unit.isPassed {
      let isFlat = [.steps, .ramp, .movingwalkway].contains(unit.connector)
      if !isFlat {
        report.add(
          .imdfConnectorAlone, unit.feature.file, unit.id,
          "no unit of its kind is above or below it, and no relationship names it; it leads to no other level"
        )
      }
    }
  }

  /// Opens a connector without openings to the corridor or hall that it touches.
  private mutating func assumeDoor(of index: Int) {
    let unit = units[index]
    var best: (unit: Int, point: LocalFrame.Point, metres: Double)?
    for (a, b) in unit.area.rings[0].sides {
      let middle = a.toward(b, 0.5)
      for other in unitsOn[unit.level.level] ?? [] where other != index {
        guard case .open = units[other].use, units[other].isNear(middle, within: Self.tolerance) else {
          continue
        }
        let metres = units[other].area.metres(to: middle)
        if metres <= Self.tolerance, metres < best?.metres ?? .infinity { best = (other, middle, metres) }
      }
    }
    guard let best else { return }
    report.add(
      .imdfConnectorWithoutOpening, unit.feature.file, unit.id,
      "no opening leads into it; one is assumed where it touches \(units[best.unit].id). Draw its doors")
    let tags = ["indoor": "door", "door": "yes"].merging(unit.level.tags) { first, _ in first }
    let node = addNode("\(unit.id)#door", at: best.point, tags)
    insert(node, at: best.point, into: index)
    insert(node, at: best.point, into: best.unit)
  }

  // MARK: The units themselves

  /// Adds the line from the doors of stairs and the like to where its flights end.
  mutating func addLandings(of unit: IMDFUnit) {
    guard let landing = unit.landing, landing.up != 0 else { return }
    var line = unit.doors.prefix(1).map(\.node) + [landing.up, landing.down]
    for (index, door) in unit.doors.dropFirst().enumerated() {
      line += index == 0 ? [door.node] : [landing.down, door.node]
    }
    var tags = tags(of: unit)
    if unit.level.isOutdoor { tags["highway"] = "footway" } else { tags["indoor"] = "corridor" }
    builder.addWay(unit.id, through: line, tags)
  }

  /// Adds a unit that doesn't leave its level: steps, or the landing of stairs whose flights aren't known.
  mutating func addFlatSteps(_ unit: IMDFUnit, _ connector: UnitUse.Connector) {
    guard unit.doors.count > 1 else { return }
    let middle = addNode(at: unit.area.middle)
    var line = [unit.doors[0].node]
    for door in unit.doors.dropFirst() { line += [middle, door.node] }
    var tags = tags(of: unit)
    let isLanding = connector == .stairs
    tags["highway"] = isLanding ? unit.level.isOutdoor ? "footway" : "corridor" : "steps"
    tags["indoor"] = unit.level.isOutdoor ? "no" : "yes"
    if connector == .escalator { tags["conveying"] = "yes" }
    builder.addWay(unit.id, through: line, tags)
  }
}
