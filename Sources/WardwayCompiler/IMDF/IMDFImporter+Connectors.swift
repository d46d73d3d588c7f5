import Geodesy
import WardwayMap

/// A way between two levels: stairs, an escalator, a ramp or a moving walk.
struct IMDFFlight {
  var from: IMDFRelationship.Stop
  var to: IMDFRelationship.Stop
  var kind: UnitUse.Connector
  var isDirected = false
  /// The relationship that states it; nil if it is one because units lie above each other.
  var relationship: String?
}

extension IMDFImporter {
  /// The share of the smaller of two units above each other that has to be common to both.
  private static let overlap = 0.3

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
          "imdf-connector-alone", unit.feature.file, unit.id,
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
      for other in units.indices where other != index && units[other].level.level == unit.level.level {
        guard case .open = units[other].use, units[other].isNear(middle, within: Self.tolerance) else {
          continue
        }
        let metres = units[other].area.metres(to: middle)
        if metres <= Self.tolerance, metres < best?.metres ?? .infinity { best = (other, middle, metres) }
      }
    }
    guard let best else { return }
    report.add(
      "imdf-connector-without-opening", unit.feature.file, unit.id,
      "no opening leads into it; one is assumed where it touches \(units[best.unit].id). Draw its doors")
    let tags = ["indoor": "door", "door": "yes"].merging(unit.level.tags) { first, _ in first }
    let node = addNode("\(unit.id)#door", at: best.point, tags)
    insert(node, at: best.point, into: index)
    insert(node, at: best.point, into: best.unit)
  }

  // MARK: Elevators

  private mutating func addShafts(_ relationships: [IMDFRelationship]) {
    var groups = UnionFind(count: units.count)
    var stated: [Int: String] = [:]
    for relationship in relationships {
      let cars = connectors(of: relationship, .elevator)
      guard cars.count > 1 else {
        unusable(relationship)
        continue
      }
      for car in cars {
        groups.join(cars[0], car)
        stated[car] = stated[car] ?? relationship.feature.id
      }
    }
    let cars = units.indices.filter { units[$0].connector == .elevator }
    for (position, a) in cars.enumerated() {
      for b in cars[(position + 1)...] where stated[a] == nil || stated[b] == nil {
        if isAbove(a, b) { groups.join(a, b) }
      }
    }
    for (root, shaft) in Dictionary(grouping: cars, by: { groups.root(of: $0) }).sorted(by: {
      $0.key < $1.key
    }) {
      let shaft = shaft.sorted { (units[$0].level.level, $0) < (units[$1].level.level, $1) }
      guard Set(shaft.map { units[$0].level.level }).count > 1 else { continue }
      addShaft(shaft, id: shaft.compactMap { stated[$0] }.first ?? "\(units[root].id)#shaft")
    }
  }

  /// Adds an elevator: a shaft through the points where one boards behind each door of its units.
  private mutating func addShaft(_ shaft: [Int], id: String) {
    var boarding: [Int64] = []
    var tags = ["highway": "elevator"]
    for index in shaft {
      let unit = units[index]
      tags.merge(names.tags(unit.feature)) { first, _ in first }
      if unit.feature.isWheelchairAccessible { tags["wheelchair"] = "yes" }
      var line: [Int64] = []
      for door in unit.doors {
        let node = addNode(at: door.point.toward(unit.area.middle, 0.5))
        boarding.append(node)
        // One doesn't walk through a car from door to door.
        if line.isEmpty {
          line = [door.node, node]
        } else {
          line += [addNode(at: unit.area.middle, ["barrier": "wall"]), node, door.node]
        }
      }
      units[index].landing = (0, 0)
      guard line.count == 2 || line.count > 2 else { continue }
      var way = self.tags(of: unit)
      way["indoor"] = "corridor"
      builder.addWay(unit.id, through: line, way)
    }
    let levels = shaft.map { units[$0].level }
    tags["level"] = levels.map(\.level.description).joined(separator: ";")
    if !levels.contains(where: { $0.name.isEmpty }), Set(levels.map(\.level)).count == levels.count {
      tags["level:ref"] = levels.map { $0.tags["level:ref"] ?? "" }.joined(separator: ";")
    }
    // For staff alone if it is so on all levels.
    let access = Set(shaft.map { self.tags(of: units[$0])["access"] })
    if access.count == 1, let access = access.first { tags["access"] = access }
    if !boarding.isEmpty { builder.addWay(id, through: boarding, tags) }
  }

  // MARK: Stairs, escalators, ramps

  /// The flights that a relationship states: from each connector to the next one, or between openings.
  private mutating func flights(
    of relationship: IMDFRelationship, _ kind: UnitUse.Connector
  ) -> [IMDFFlight] {
    var stops = connectors(of: relationship, kind).map { IMDFRelationship.Stop.unit($0) }
    if Set(stops.map { level(of: $0).level }).count < 2 {
      stops = relationship.stops.filter { if case .opening = $0 { true } else { false } }
    }
    let flights = zip(stops, stops.dropFirst()).filter { level(of: $0).level != level(of: $1).level }.map {
      IMDFFlight(
        from: $0, to: $1, kind: kind, isDirected: relationship.isDirected,
        relationship: relationship.feature.id)
    }
    if flights.isEmpty { unusable(relationship) }
    return flights
  }

  private mutating func unusable(_ relationship: IMDFRelationship) {
    report.add(
      "imdf-unusable-relationship", relationship.feature.file, relationship.feature.id,
      "it doesn't join two levels by units or openings that are there; it isn't used")
  }

  /// The flights between units of a kind above each other on neighbouring levels, where no relationship says
  /// otherwise.
  private func stackedFlights(beside stated: [IMDFFlight]) -> [IMDFFlight] {
    let ordinals = Set(levels.values.map(\.level)).sorted()
    let above = Dictionary(uniqueKeysWithValues: zip(ordinals, ordinals.dropFirst()))
    // What a relationship leads up from, or down from, needs no guess in that direction.
    var known: Set<[Int]> = []
    for flight in stated {
      let (from, to) = (level(of: flight.from).level, level(of: flight.to).level)
      if case .unit(let unit) = flight.from { known.insert([unit, from < to ? 1 : -1]) }
      if case .unit(let unit) = flight.to { known.insert([unit, from < to ? -1 : 1]) }
    }
    var byLevel: [Level: [Int]] = [:]
    for index in units.indices where units[index].connector != nil && units[index].connector != .elevator {
      byLevel[units[index].level.level, default: []].append(index)
    }
    var found: [IMDFFlight] = []
    for low in units.indices {
      guard let kind = units[low].connector, kind != .elevator, !known.contains([low, 1]),
        let next = above[units[low].level.level]
      else { continue }
      for high in byLevel[next] ?? [] where units[high].connector == kind && !known.contains([high, -1]) {
        if isAbove(low, high) { found.append(IMDFFlight(from: .unit(low), to: .unit(high), kind: kind)) }
      }
    }
    return found
  }

  private func isAbove(_ a: Int, _ b: Int) -> Bool {
    units[a].level.level != units[b].level.level && units[a].area.overlap(with: units[b].area) >= Self.overlap
  }

  private func level(of stop: IMDFRelationship.Stop) -> IMDFLevel {
    switch stop {
    case .unit(let unit): units[unit].level
    case .opening(let id): units[openings[id]!.units[0]].level
    }
  }

  private mutating func add(_ flight: IMDFFlight) {
    let (low, high) = (level(of: flight.from), level(of: flight.to))
    let rises = low.level < high.level
    let start = end(flight.from, isLeavingUp: rises)
    let stop = end(flight.to, isLeavingUp: !rises)
    var line = [start.node]
    // Stairs that end above where they begin go there and back.
    if start.point.metres(to: stop.point) < 1.5, case .unit(let unit) = flight.from {
      line.append(addNode(at: units[unit].farPoint))
    }
    line.append(stop.node)
    var tags: [String: String] = [:]
    for case .unit(let unit) in [flight.from, flight.to] {
      let own = self.tags(of: units[unit])
      tags.merge(own) { first, _ in first }
    }
    tags["level"] = "\(low.level);\(high.level)"
    tags["level:ref"] =
      low.name.isEmpty || high.name.isEmpty ? nil : "\(low.tags["level:ref"]!);\(high.tags["level:ref"]!)"
    tags["indoor"] = low.isOutdoor && high.isOutdoor ? "no" : "yes"
    tags["highway"] = flight.kind == .ramp || flight.kind == .movingwalkway ? "footway" : "steps"
    switch flight.kind {
    case .escalator, .movingwalkway: tags["conveying"] = flight.isDirected ? "forward" : "yes"
    case .ramp: tags["ramp"] = "yes"
    default: break
    }
    if flight.isDirected { tags["oneway:foot"] = "yes" }
    if tags["conveying"] == nil, flight.kind != .ramp { tags["incline"] = rises ? "up" : "down" }
    builder.addWay(
      flight.relationship.map { "\($0)#\(name(flight.from))" } ?? "\(name(flight.from))>\(name(flight.to))",
      through: line, tags)
  }

  private func name(_ stop: IMDFRelationship.Stop) -> String {
    switch stop {
    case .unit(let unit): units[unit].id
    case .opening(let id): id
    }
  }

  /// The node where a flight begins or ends.
  private mutating func end(
    _ stop: IMDFRelationship.Stop, isLeavingUp: Bool
  ) -> (node: Int64, point: LocalFrame.Point) {
    switch stop {
    case .opening(let id):
      let (node, sides) = openings[id]!
      return (node, units[sides[0]].doors.first { $0.node == node }?.point ?? units[sides[0]].area.middle)
    case .unit(let index):
      let unit = units[index]
      let middle = unit.landingPoint
      // Flights up and down end beside each other, so that who passes a level walks over its landing.
      let (up, down) = (middle, LocalFrame.Point(x: middle.x + 0.5, y: middle.y))
      if unit.landing == nil { units[index].landing = (addNode(at: up), addNode(at: down)) }
      let landing = units[index].landing!
      return isLeavingUp ? (landing.up, up) : (landing.down, down)
    }
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
