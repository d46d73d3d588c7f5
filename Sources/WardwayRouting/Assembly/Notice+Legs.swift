import WardwayMap

extension Notice {
  /// What a traveller should know about the edges of a journey, each thing once.
  ///
  /// - Complexity: O(edges).
  static func about(_ legs: [Leg], for profile: Profile, unknownElements: [FeatureID]) -> [Notice] {
    var found: [Notice] = []
    var assumed: Set<FeatureID> = []
    func note(_ code: Code, _ source: FeatureID) {
      if let index = found.firstIndex(where: { $0.code == code }) {
        found[index].count += 1
      } else {
        found.append(Notice(code, source: source))
      }
    }
    for source in unknownElements { note(.unknownElement, source) }
    // An edge as a whole takes long to copy.
    func read(_ index: Int, of edges: [TravelledEdge]) {
      let (kind, source, attributes) = (edges[index].kind, edges[index].source, edges[index].attributes)
      if attributes.access == .residents, !profile.isStaff { note(.privateWay, source) }
      if attributes.isTrunkRoad { note(.busyRoad, source) }
      if attributes.isCarRamp { note(.carRamp, source) }
      // Several pieces of a way through one room are one door.
      if attributes.isEntryAssumed, assumed.insert(source).inserted { note(.assumedDoor, source) }
      if profile.needsWheelchairAccess {
        if attributes.wheelchair == .limited { note(.limitedWheelchair, source) }
        let isCritical =
          kind.isElevator || kind == .ramp || kind == .barrier && !source.isEmpty
        if isCritical, attributes.wheelchair == .unknown { note(.unknownWheelchair, source) }
        if kind == .door, edges[index].width == 0, attributes.wheelchair != .yes {
          note(.unknownWidth, source)
        }
        if kind == .path, attributes.surface == .unknown { note(.unknownSurface, source) }
      }
      if profile.rolls {
        if kind == .kerb { note(.kerb, source) }
        if kind == .door, edges[index].stepCount > 0 { note(.doorSteps, source) }
        let isSloped = kind != .stairs && !kind.isElevator && attributes.rises != .unknown
        if isSloped, edges[index].incline == nil { note(.unknownIncline, source) }
      }
      if let incline = edges[index].incline, abs(Int(incline)) > profile.comfortableIncline, kind != .stairs {
        note(.steep, source)
      }
      if kind == .escalator, attributes.rises == .unknown, edges[index].fromLevel == edges[index].toLevel {
        note(.escalatorDirection, source)
      }
    }
    for leg in legs where leg.mode == .walk { for index in leg.edges.indices { read(index, of: leg.edges) } }
    return found
  }
}

extension FeatureID {
  fileprivate var isEmpty: Bool { self == .none }
}
