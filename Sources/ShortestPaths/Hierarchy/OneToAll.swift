import Columns

/// The costs from one end to all nodes, or from all nodes to one, on a hierarchy.
///
/// A search upwards from the end, then one sweep over all nodes from the top down: each takes what is cheapest by
/// way of its upper neighbours. The sweep reads the hierarchy in the order in which it lies in memory. A workspace
/// to keep; it serves any hierarchies of its size.
///
/// Source: Delling, Goldberg, Nowatzyk and Werneck 2013, *PHAST: Hardware-Accelerated Shortest Path Trees*.
package struct OneToAll: ~Copyable, Sendable {
  private var search: UpwardSearch<CostLabel>
  /// The cost at each position.
  private let costs: Slab<UInt32>

  /// Makes a workspace for hierarchies of up to `nodeCount` nodes.
  package init(nodeCount: Int) {
    search = UpwardSearch(nodeCount: nodeCount)
    costs = Slab(repeating: unreachable, count: nodeCount)
  }

  /// The cost of the cheapest path from the sources to every node, or ``unreachable``.
  ///
  /// - Complexity: O(*n* + *m*) for *n* nodes and *m* arcs of the hierarchy.
  package mutating func costs(from sources: [Terminal], in hierarchy: ContractionHierarchy) -> [UInt32] {
    hierarchy.lend { view in
      search.run(view, from: sources, .away)
      return sweep(FromSource.self, view)
    }
  }

  /// The cost of the cheapest path from every node to the targets, or ``unreachable``.
  ///
  /// - Complexity: O(*n* + *m*) for *n* nodes and *m* arcs of the hierarchy.
  package mutating func costs(to targets: [Terminal], in hierarchy: ContractionHierarchy) -> [UInt32] {
    hierarchy.lend { view in
      search.run(view, from: targets, .towards)
      return sweep(FromTarget.self, view)
    }
  }

  private func sweep<E: HierarchyEnd>(_: E.Type, _ view: HierarchyView) -> [UInt32] {
    costs.fill(unreachable)
    for index in 0..<search.settled.count {
      costs[Int(search.settled[index].position)] = search.settled[index].cost
    }
    var arc = 0
    for position in 0..<view.nodeCount {
      var cost = UInt64(costs[position])
      let end = Int(view.firstArc[position &+ 1])
      while arc < end {
        cost = min(cost, UInt64(costs[Int(view.arcs[arc].head)]) &+ UInt64(E.descent(view, arc)))
        arc &+= 1
      }
      costs[position] = UInt32(truncatingIfNeeded: cost)
    }
    return (0..<view.nodeCount).map { costs[view.position(of: $0)] }
  }
}
