import WardwayMap

extension Notice {
  /// What a traveller should know about the edges of a journey, each thing once.
  ///
  /// - Complexity: O(edges).
  static func about(_ legs: [Leg], for profile: Profile, unknownElements: [Source]) -> [Notice] {
    var found: [Notice] = []
    var assumed: Set<Source> = []
    func note(_ code: String, _ source: Source) {
      if let index = found.firstIndex(where: { $0.code == code }) {
        found[index].count += 1
      } else {
        found.append(Notice(code: code, count: 1, source: source))
      }
    }
    for source in unknownElements { note("unknown-element", source) }
    for edge in legs.lazy.filter({ $0.mode == .walk }).flatMap(\.edges) {
      let attributes = edge.attributes
      if attributes.access == .residents, !profile.isStaff { note("private-way", edge.source) }
      if attributes.isTrunkRoad { note("busy-road", edge.source) }
      if attributes.isCarRamp { note("car-ramp", edge.source) }
      // Several pieces of a way through one room are one door.
      if attributes.isEntryAssumed, assumed.insert(edge.source).inserted { note("assumed-door", edge.source) }
      if profile.needsWheelchairAccess {
        if attributes.wheelchair == .limited { note("limited-wheelchair", edge.source) }
        let isCritical =
          edge.kind.isElevator || edge.kind == .ramp || edge.kind == .barrier && !edge.source.isEmpty
        if isCritical, attributes.wheelchair == .unknown { note("unknown-wheelchair", edge.source) }
        if edge.kind == .door, edge.width == 0, attributes.wheelchair != .yes {
          note("unknown-width", edge.source)
        }
        if edge.kind == .path, attributes.surface == .unknown { note("unknown-surface", edge.source) }
      }
      if profile.rolls {
        if edge.kind == .kerb { note("kerb", edge.source) }
        if edge.kind == .door, edge.stepCount > 0 { note("door-steps", edge.source) }
        let isSloped = edge.kind != .stairs && !edge.kind.isElevator && attributes.rises != .unknown
        if isSloped, edge.incline == nil { note("unknown-incline", edge.source) }
      }
      if let incline = edge.incline, abs(Int(incline)) > profile.comfortableIncline, edge.kind != .stairs {
        note("steep", edge.source)
      }
      if edge.kind == .escalator, attributes.rises == .unknown, edge.fromLevel == edge.toLevel {
        note("escalator-direction-unknown", edge.source)
      }
    }
    return found
  }
}

extension Source {
  fileprivate var isEmpty: Bool { self == .none }
}
