import Columns
import ShortestPaths
import WardwayMap

/// Points of a network at the far end of many searches, each of them any of some points; what searches prepare
/// for them stays with them.
final class PointSet: Sendable {
  let points: [[SnapPoint]]
  private let buckets = Kept<Key, Buckets>(most: 256)

  private struct Key: Hashable {
    var profile: Profile
    var towards: Bool
  }

  init(_ points: [[SnapPoint]]) { self.points = points }

  /// What was prepared for a profile and a direction, or else is now.
  fileprivate func buckets(for profile: Profile, towards: Bool, or prepare: () -> Buckets) -> Buckets {
    buckets.value(for: Key(profile: profile, towards: towards), or: prepare)
  }
}

extension WalkStage {
  /// Up to so many searches that a hierarchy steers are quicker than a sweep over a prices.network.
  private static let fewMembers = 64

  /// Returns what it costs between a place and each member of a set, `unreachable` where there is no way.
  ///
  /// - Parameters:
  ///   - points: What the place may be.
  ///   - towards: Whether the set is where one goes, not where one comes from.
  ///   - limit: What costs more need not be found.
  /// - Throws: That the request is to end.
  /// - Complexity: One upward search where a hierarchy serves; a search a member where a customizable one does, or
  ///   the members are few; else a sweep towards the set, or a search a member from it.
  func costs(
    _ points: [SnapPoint], _ set: PointSet, towards: Bool, below limit: UInt32 = unreachable - 1,
    _ memory: inout SearchMemory
  ) throws(PlanningError) -> [UInt32] {
    try memory.goOn()
    guard let hierarchy = currentHierarchy else {
      if let customized { return try costs(points, set, towards: towards, on: customized, &memory) }
      let isFast = method == .fastest && prices.openHierarchy != nil
      if towards, !isFast || set.points.count > Self.fewMembers {
        return try sweep(points, set, below: limit, &memory)
      }
      return try set.points.map { member throws(PlanningError) in
        let (from, to) = towards ? (points, member) : (member, points)
        return try way(from: from, to: to, &memory)?.cost ?? unreachable
      }
    }
    let ends = terminals(of: points, leaving: towards).map(\.terminal)
    guard !ends.isEmpty else { return set.points.map { _ in unreachable } }
    memory.prepare(for: prices.network.graph)
    memory.needOneToMany()
    let buckets = set.buckets(for: prices.profile, towards: towards) {
      let members = set.points.map { terminals(of: $0, leaving: !towards).map(\.terminal) }
      return towards
        ? memory.oneToMany!.buckets(of: members, in: hierarchy)
        : memory.oneToMany!.buckets(ofSources: members, in: hierarchy)
    }
    var costs =
      towards
      ? memory.oneToMany!.costs(from: ends, to: buckets, in: hierarchy)
      : memory.oneToMany!.costs(from: buckets, to: ends, in: hierarchy)
    // What lies on one edge needs no node in between.
    for (index, member) in set.points.enumerated() {
      let (from, to) = towards ? (points, member) : (member, points)
      costs[index] = min(costs[index], direct(from, to)?.cost ?? unreachable)
    }
    return costs
  }

  /// The same by a search a member on a customized hierarchy.
  private func costs(
    _ points: [SnapPoint], _ set: PointSet, towards: Bool, on customized: CustomizedMetric,
    _ memory: inout SearchMemory
  ) throws(PlanningError) -> [UInt32] {
    memory.prepare(for: prices.network.graph)
    memory.needCustomizableQuery()
    let ends = terminals(of: points, leaving: towards).map(\.terminal)
    return try set.points.map { member throws(PlanningError) in
      try memory.goOn()
      let others = terminals(of: member, leaving: !towards).map(\.terminal)
      let (from, to) = towards ? (points, member) : (member, points)
      let near = direct(from, to)?.cost ?? unreachable
      let (sources, targets) = towards ? (ends, others) : (others, ends)
      return min(near, memory.customizableQuery!.cost(in: customized, from: sources, to: targets))
    }
  }

  /// The same towards the set by one search over the whole network as it is for this request.
  private func sweep(
    _ points: [SnapPoint], _ set: PointSet, below limit: UInt32, _ memory: inout SearchMemory
  ) throws(PlanningError) -> [UInt32] {
    memory.prepare(for: prices.network.graph)
    memory.needDijkstra()
    let starts = terminals(of: points, leaving: true).map(\.terminal)
    let reached = memory.dijkstra!.costs(
      in: prices.network.graph, weights: prices.weights, from: starts, limit: limit)
    try memory.goOn()
    return set.points.map { member in
      let ends = terminals(of: member, leaving: false).map(\.terminal)
      let near = direct(points, member)?.cost ?? unreachable
      return ends.reduce(near) { min($0, reached[Int($1.node)].addingUpToUnreachable($1.weight)) }
    }
  }
}
