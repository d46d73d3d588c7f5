import WardwayMap

extension Notice {
  /// What a traveller should know about the edges of a journey, each thing once.
  ///
  /// - Complexity: O(edges).
  static func about(_ legs: [Leg], for profile: Profile, unknownElements: [FeatureID]) -> [Notice] {
    var found: [Notice] = []
    var assumed: Set<FeatureID> = []
    func note(_ code: String, _ source: FeatureID) {
      if let index = found.firstIndex(where: { $0.code == code }) {
        found[index].count += 1
      } else {
        found.append(Notice(code: code, count: 1, source: source))
      }
    }
    for source in unknownElements { note("unknown-element", source) }
    // An edge as a whole takes long to copy.
    func read(_ index: Int, of edges: [TravelledEdge]) {
      let (kind, source, attributes) = (edges[index].kind, edges[index].source, edges[index].attributes)
      if attributes.access == .residents, !profile.isStaff { note("private-way", source) }
      if attributes.isTrunkRoad { note("busy-road", source) }
      if attributes.isCarRamp { note("car-ramp", source) }
      // Several pieces of a way through one room are one door.
      if attributes.isEntryAssumed, assumed.insert(source).inserted { note("assumed-door", source) }
      if profile.needsWheelchairAccess {
        if attributes.wheelchair == .limited { note("limited-wheelchair", source) }
        let isCritical =
          kind.isElevator || kind == .ramp || kind == .barrier && !source.isEmpty
        if isCritical, attributes.wheelchair == .unknown { note("unknown-wheelchair", source) }
        if kind == .door, edges[index].width == 0, attributes.wheelchair != .yes {
          note("unknown-width", source)
        }
        if kind == .path, attributes.surface == .unknown { note("unknown-surface", source) }
      }
      if profile.rolls {
        if kind == .kerb { note("kerb", source) }
        if kind == .door, edges[index].stepCount > 0 { note("door-steps", source) }
        let isSloped = kind != .stairs && !kind.isElevator && attributes.rises != .unknown
        if isSloped, edges[index].incline == nil { note("unknown-incline", source) }
      }
      if let incline = edges[index].incline, abs(Int(incline)) > profile.comfortableIncline, kind != .stairs {
        note("steep", source)
      }
      if kind == .escalator, attributes.rises == .unknown, edges[index].fromLevel == edges[index].toLevel {
        note("escalator-direction-unknown", source)
      }
    }
    for leg in legs where leg.mode == .walk { for index in leg.edges.indices { read(index, of: leg.edges) } }
    return found
  }
}

extension FeatureID {
  fileprivate var isEmpty: Bool { self == .none }
}
