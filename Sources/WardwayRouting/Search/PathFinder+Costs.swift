import Columns
import ShortestPaths
import WardwayMap

/// Points of a network at the far end of many searches, each of them any of some points; what searches prepare
/// for them stays with them.
final class PointSet {
  let points: [[SnapPoint]]
  private var buckets: [Key: Buckets] = [:]

  private struct Key: Hashable {
    var profile: Profile
    var towards: Bool
  }

  init(_ points: [[SnapPoint]]) { self.points = points }

  /// What was prepared for a profile and a direction, or else is now.
  fileprivate func buckets(
    for profile: Profile, towards: Bool, or prepare: () -> Buckets
  ) -> Buckets {
    let key = Key(profile: profile, towards: towards)
    if let known = buckets[key] { return known }
    let made = prepare()
    buckets[key] = made
    return made
  }
}

/// What each arc costs with what a request adds.
struct RestrictedWeights {
  fileprivate struct Key: Equatable {
    var profile: Profile
    var closed: Set<Int>
    var avoiding: Set<JourneyRequest.Avoidable>
  }

  fileprivate var key: Key
  fileprivate var weights: Column<UInt32>
}

extension PathFinder {
  /// Up to so many searches that a hierarchy steers are quicker than a sweep over a network.
  private static let fewMembers = 64

  /// Returns what it costs between a place and each member of a set, `unreachable` where there is no way.
  ///
  /// - Parameters:
  ///   - points: What the place may be.
  ///   - towards: Whether the set is where one goes, not where one comes from.
  /// - Complexity: One upward search where a hierarchy serves; a search a member where a customizable one does, or
  ///   the members are few; else a sweep towards the set, or a search a member from it.
  func costs(
    _ points: [SnapPoint], _ set: PointSet, towards: Bool, metric: Metric, restrictions: Restrictions,
    method: SearchMethod
  ) -> [UInt32] {
    guard let hierarchy = metric.hierarchy, restrictions.isEmpty, method == .fastest else {
      if method == .fastest, let live = live(metric, restrictions) {
        return costs(points, set, towards: towards, live, metric, restrictions)
      }
      let isFast = method == .fastest && metric.hierarchy != nil
      if towards, !isFast || set.points.count > Self.fewMembers {
        return sweep(points, set, metric, restrictions)
      }
      return set.points.map { member in
        let (from, to) = towards ? (points, member) : (member, points)
        return way(from: from, to: to, metric: metric, restrictions: restrictions, method: method)?.cost
          ?? unreachable
      }
    }
    let ends = terminals(of: points, leaving: towards, metric, restrictions).map(\.terminal)
    guard !ends.isEmpty else { return set.points.map { _ in unreachable } }
    var oneToMany = oneToMany.take() ?? OneToMany(nodeCount: network.graph.nodeCount)
    let buckets = set.buckets(for: metric.profile, towards: towards) {
      let members = set.points.map {
        terminals(of: $0, leaving: !towards, metric, restrictions).map(\.terminal)
      }
      return towards
        ? oneToMany.buckets(of: members, in: hierarchy)
        : oneToMany.buckets(ofSources: members, in: hierarchy)
    }
    var costs =
      towards
      ? oneToMany.costs(from: ends, to: buckets, in: hierarchy)
      : oneToMany.costs(from: buckets, to: ends, in: hierarchy)
    self.oneToMany = consume oneToMany
    // What lies on one edge needs no node in between.
    for (index, member) in set.points.enumerated() {
      let (from, to) = towards ? (points, member) : (member, points)
      costs[index] = min(costs[index], direct(from, to, metric, restrictions)?.cost ?? unreachable)
    }
    return costs
  }

  /// The same by a search a member on a customized hierarchy.
  private func costs(
    _ points: [SnapPoint], _ set: PointSet, towards: Bool, _ live: CustomizedMetric, _ metric: Metric,
    _ restrictions: Restrictions
  ) -> [UInt32] {
    let ends = terminals(of: points, leaving: towards, metric, restrictions).map(\.terminal)
    return set.points.map { member in
      let others = terminals(of: member, leaving: !towards, metric, restrictions).map(\.terminal)
      let (from, to) = towards ? (points, member) : (member, points)
      let near = direct(from, to, metric, restrictions)?.cost ?? unreachable
      let (sources, targets) = towards ? (ends, others) : (others, ends)
      return min(near, cost(in: live, from: sources, to: targets))
    }
  }

  /// The same towards the set by one search over the whole network as it is for this request.
  private func sweep(
    _ points: [SnapPoint], _ set: PointSet, _ metric: Metric, _ restrictions: Restrictions
  ) -> [UInt32] {
    var dijkstra = Dijkstra(nodeCount: network.graph.nodeCount)
    let starts = terminals(of: points, leaving: true, metric, restrictions).map(\.terminal)
    let reached = dijkstra.costs(in: network.graph, weights: weights(metric, restrictions), from: starts)
    return set.points.map { member in
      let ends = terminals(of: member, leaving: false, metric, restrictions).map(\.terminal)
      let near = direct(points, member, metric, restrictions)?.cost ?? unreachable
      return ends.reduce(near) { min($0, add(reached[Int($1.node)], $1.weight)) }
    }
  }

  /// What each arc costs with what a request adds; kept from one sweep of the request to the next.
  func weights(_ metric: Metric, _ restrictions: Restrictions) -> Column<UInt32> {
    if restrictions.isEmpty { return metric.weights }
    let key = RestrictedWeights.Key(
      profile: metric.profile, closed: restrictions.closedEdges, avoiding: restrictions.avoiding)
    if let known = restricted, known.key == key { return known.weights }
    let made = Column(
      metric.weights.indices.map { arc in
        add(metric.weights[arc], restrictions.extra(on: Int(network.arcEdge[arc] >> 1), in: network))
      })
    restricted = RestrictedWeights(key: key, weights: made)
    return made
  }
}
