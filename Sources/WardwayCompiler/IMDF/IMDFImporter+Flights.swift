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

/// Stairs, escalators, ramps and moving walks between levels.
extension IMDFImporter {
  /// The share of the smaller of two units above each other that has to be common to both.
  private static let overlap = 0.3

  /// The flights that a relationship states: from each connector to the next one, or between openings.
  mutating func flights(
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

  mutating func unusable(_ relationship: IMDFRelationship) {
    report.add(
      .imdfUnusableRelationship, relationship.feature.file, relationship.feature.id,
      "it doesn't join two levels by units or openings that are there; it isn't used")
  }

  /// The flights between units of a kind above each other on neighbouring levels, where no relationship says
  /// otherwise.
  func stackedFlights(beside stated: [IMDFFlight]) -> [IMDFFlight] {
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

  func isAbove(_ a: Int, _ b: Int) -> Bool {
    units[a].level.level != units[b].level.level && units[a].area.overlap(with: units[b].area) >= Self.overlap
  }

  func level(of stop: IMDFRelationship.Stop) -> IMDFLevel {
    switch stop {
    case .unit(let unit): units[unit].level
    case .opening(let id): units[openings[id]!.units[0]].level
    }
  }

  mutating func add(_ flight: IMDFFlight) {
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
}
