import Geodesy
import WardwayMap

/// Why one gets from one level to another in a node that ways on both share.
///
/// That ways share a node is no reason: floors that are drawn above one another do.
enum LevelJoint {
  /// Stairs, a ramp or the like begin here.
  case climb
  /// The node itself lies on both.
  case listed
  /// A line comes here that doesn't state its level; it may lead up or down.
  case silent
}

extension WalkNetworkBuilder {
  /// The reason why two levels are joined in a node; nil if there is none.
  func joint(of a: Level, and b: Level, at node: Int) -> LevelJoint? {
    let own = ownLevels[node] ?? []
    // A door lists the floors that it is drawn on; whoever stands in front of it is on one.
    if own.contains(a), own.contains(b), found.passages[node] == nil { return .listed }
    let isDoor = found.passages[node]?.isDoor ?? false
    var best: LevelJoint?
    for use in uses[node] {
      let feature = found.features[use.feature]
      for level in stitcher.levels(of: use.feature, at: use.position) where level == a || level == b {
        let other = level == a ? b : a
        if stitcher.isClimb(use.feature) {
          let leads =
            feature.stated.count < 2 ? !hasFlat(on: level, at: node) : leads(feature, to: other, at: node)
          if leads { return .climb }
        } else if feature.isRing, !(feature.stated.isEmpty && isDoor) {
          // An area lies on one level, and what merely touches its corner may be on another one. A door leads in.
          continue
        } else if feature.attributes.rises != .unknown {
          return .climb
        } else if feature.stated.isEmpty, own.isEmpty || own.contains(other) {
          best = .silent
        }
      }
    }
    if best == nil, own.contains(a), own.contains(b) { return .listed }
    return best
  }

  /// Whether something flat in a node lies on a level: stairs that state one level, or none, have arrived there.
  private func hasFlat(on level: Level, at node: Int) -> Bool {
    uses[node].contains { use in
      !stitcher.isClimb(use.feature) && stitcher.levels[use.feature].contains(level)
    }
  }

  /// Whether what climbs leads to a level: one of those that it states, or the next one if a line ends here that has
  /// nowhere else to go.
  private func leads(_ climb: WalkFeature, to level: Level, at node: Int) -> Bool {
    let (low, high) = (climb.stated[0], climb.stated[climb.stated.count - 1])
    if low <= level, level <= high { return true }
    guard max(low.value - level.value, level.value - high.value) <= 1 else { return false }
    return uses[node].contains { use in
      let other = found.features[use.feature]
      let isEnd = use.position == 0 || use.position == other.nodes.count - 1
      return isEnd && !other.isRing && !stitcher.isClimb(use.feature)
        && stitcher.levels[use.feature].contains(level)
    }
  }

  /// Says what was joined for want of a level, or wasn't joined although ways share the node.
  mutating func report(_ groups: [[Int]], of spots: [Int], at node: Int) {
    let place = extract.node(at: node)
    let levels = Set(spots.map { registry[$0].level }).sorted()
    let features = uses[node].map { found.features[$0.feature] }
    let names = levels.map(\.description).joined(separator: " and ")
    for group in groups {
      let joined = Set(group.map { registry[$0].level }).sorted()
      guard let low = joined.first, let high = joined.last, low != high,
        let reason = joint(of: low, and: joined[1], at: node), reason != .listed
      else { continue }
      let isIndoor = group.contains { registry[$0].isIndoor }
      let why =
        reason == .climb ? "what climbs here doesn't state both" : "one of them doesn't state its level"
      diagnostics.append(
        Diagnostic(
          .levelsJoined, isIndoor ? .warning : .note, FeatureID(.node, place.id),
          with: features.map(\.source),
          at: place.coordinate, on: low,
          "ways on levels \(joined.map(\.description).joined(separator: " and ")) meet here and are joined, since \(why)",
          fix: "Give each of these ways its level, and what climbs the levels that it joins."))
    }
    guard groups.count > 1, isSuspicious(groups, at: node) else { return }
    let endsHere = groups.contains { group in
      group.reduce(0) { $0 + registry[$1].arms } == 1 && registry[group[0]].hasLine
    }
    diagnostics.append(
      Diagnostic(
        .levelsNotJoined, endsHere ? .warning : .note, FeatureID(.node, place.id),
        with: features.map(\.source),
        at: place.coordinate, on: levels[0],
        "ways on levels \(names) share this node, but nothing here leads from one to the other; they are not joined",
        fix: "Map the stairs, ramp or elevator that joins the levels, or give each level a node of its own."))
  }

  /// Whether levels that stay apart may have been meant to be joined: not floors that are drawn above one another,
  /// which have more nodes in common than this one.
  private func isSuspicious(_ groups: [[Int]], at node: Int) -> Bool {
    let here = uses[node].map { (feature: found.features[$0.feature], levels: levels(of: $0)) }
    guard !here.contains(where: \.feature.repeats) else { return false }
    let isBlind = groups.contains { group in
      group.reduce(0) { $0 + registry[$1].arms } == 1 || group.allSatisfy { !registry[$0].isStated }
    }
    return here.indices.contains { first in
      here.indices.dropFirst(first + 1).contains { second in
        let (a, b) = (here[first], here[second])
        if a.feature.isRing && b.feature.isRing || !isBlind && (a.feature.isRing || b.feature.isRing) {
          return false
        }
        return a.levels.isDisjoint(with: b.levels)
          && Set(a.feature.nodes).intersection(b.feature.nodes).count == 1
      }
    }
  }

  private func levels(of use: NodeUse) -> Set<Level> {
    Set(stitcher.levels(of: use.feature, at: use.position))
  }
}
