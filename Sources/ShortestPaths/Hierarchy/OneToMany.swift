import Columns

/// The costs from one end to many, or from many to one, on a hierarchy.
///
/// Prepare the many once; each of them leaves its cost in a bucket at every node above it. Then each search
/// from the one end reads the buckets that it passes. This is the workspace; it serves any number of
/// prepared ends and of hierarchies of its size.
///
/// Source: Knopp, Sanders, Schultes, Schulz and Wagner 2007, *Computing Many-to-Many Shortest Paths Using
/// Highway Hierarchies*.
package struct OneToMany: ~Copyable, Sendable {
  private var search: UpwardSearch<CostLabel>

  /// Makes a workspace for hierarchies of up to `nodeCount` nodes.
  package init(nodeCount: Int) {
    search = UpwardSearch(nodeCount: nodeCount)
  }

  /// Prepares targets, each of them reached through any of its terminals.
  ///
  /// - Complexity: An upward search a target.
  package mutating func buckets(
    of targets: [[Terminal]], in hierarchy: ContractionHierarchy
  ) -> Buckets {
    prepare(targets, hierarchy, .away)
  }

  /// Prepares sources, each of them left through any of its terminals.
  ///
  /// - Complexity: An upward search a source.
  package mutating func buckets(
    ofSources sources: [[Terminal]], in hierarchy: ContractionHierarchy
  ) -> Buckets {
    prepare(sources, hierarchy, .towards)
  }

  /// The cost of the cheapest path to each target, or ``unreachable``, terminal weights included.
  ///
  /// - Precondition: The targets were prepared on this hierarchy.
  package mutating func costs(
    from sources: [Terminal], to targets: Buckets, in hierarchy: ContractionHierarchy
  ) -> [UInt32] {
    precondition(targets.direction == .away, "these are sources, not targets")
    precondition(targets.nearestCount == .max, "only the nearest targets are known")
    return scan(sources, targets, hierarchy)
  }

  /// The cost of the cheapest path from each source, or ``unreachable``, terminal weights included.
  ///
  /// - Precondition: The sources were prepared on this hierarchy.
  package mutating func costs(
    from sources: Buckets, to targets: [Terminal], in hierarchy: ContractionHierarchy
  ) -> [UInt32] {
    precondition(sources.direction == .towards, "these are targets, not sources")
    precondition(sources.nearestCount == .max, "only the nearest sources are known")
    return scan(targets, sources, hierarchy)
  }

  /// The `count` nearest of the targets that can be reached, the nearest first, the first of equals before.
  ///
  /// - Precondition: The targets were prepared on this hierarchy, and know at least `count` of the nearest.
  package mutating func nearest(
    _ count: Int, from sources: [Terminal], to targets: Buckets, in hierarchy: ContractionHierarchy
  ) -> [(target: Int, cost: UInt32)] {
    precondition(targets.direction == .away, "these are sources, not targets")
    precondition(count <= targets.nearestCount, "fewer of the nearest targets are known")
    let costs = scan(sources, targets, hierarchy)
    let reached = costs.indices.filter { costs[$0] != unreachable }
    return reached.sorted { (costs[$0], $0) < (costs[$1], $1) }.prefix(count).map { ($0, costs[$0]) }
  }

  private mutating func prepare(
    _ ends: [[Terminal]], _ hierarchy: ContractionHierarchy, _ direction: Direction
  ) -> Buckets {
    var found: [(position: UInt32, entry: Buckets.Entry)] = []
    hierarchy.lend { view in
      for (end, terminals) in ends.enumerated() {
        search.run(view, from: terminals, direction == .away ? .towards : .away)
        for index in 0..<search.settled.count {
          let settled = search.settled[index]
          found.append((settled.position, Buckets.Entry(end: UInt32(end), cost: settled.cost)))
        }
      }
    }
    return Buckets(count: ends.count, direction: direction, found)
  }

  private mutating func scan(
    _ terminals: [Terminal], _ buckets: Buckets, _ hierarchy: ContractionHierarchy
  ) -> [UInt32] {
    var costs = Array(repeating: unreachable, count: buckets.count)
    hierarchy.lend { search.run($0, from: terminals, buckets.direction) }
    for index in 0..<search.settled.count {
      let settled = search.settled[index]
      buckets.forEach(at: settled.position) { entry in
        let whole = settled.cost.addingUpToUnreachable(entry.cost)
        if whole < costs[Int(entry.end)] { costs[Int(entry.end)] = whole }
      }
    }
    return costs
  }
}
