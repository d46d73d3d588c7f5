import Columns

/// Dijkstra's algorithm: needs no preparation, and is the oracle for everything that does.
///
/// A workspace to keep from query to query; nothing is allocated or cleared a query.
///
/// Source: Dijkstra 1959, *A note on two problems in connexion with graphs*.
package struct Dijkstra: ~Copyable, Sendable {
  private var space: SearchSpace

  /// What may end a search early.
  package var interruption: Interruption? {
    get { space.interruption }
    set { space.interruption = newValue }
  }

  /// Makes a workspace for graphs of up to `nodeCount` nodes.
  package init(nodeCount: Int) {
    space = SearchSpace(nodeCount: nodeCount)
  }

  /// Finds the cheapest path from any source to any target, the weights of both terminals included.
  ///
  /// - Parameters:
  ///   - adjustments: What is added to the weights of some arcs.
  ///   - arcs: Replaced by the arcs of the path in the order of travel; empty if there is no path.
  /// - Returns: The path's cost and ends, or `nil` where there is none.
  /// - Complexity: O((*n* + *m*) log *m*) at worst; nothing beyond the target's cost is looked at.
  package mutating func shortestPath(
    in graph: Graph, weights: Column<UInt32>, from sources: [Terminal], to targets: [Terminal],
    adjustments: borrowing ArcAdjustments, arcs: inout [UInt32]
  ) -> FoundPath? {
    find(in: graph, weights, adjustments.lent, sources, targets, &arcs)
  }

  /// Finds the cheapest path from any source to any target, the weights of both terminals included.
  package mutating func shortestPath(
    in graph: Graph, weights: Column<UInt32>, from sources: [Terminal], to targets: [Terminal],
    arcs: inout [UInt32]
  ) -> FoundPath? {
    find(in: graph, weights, .none, sources, targets, &arcs)
  }

  /// The cost of getting from the sources to every node; ``unreachable`` where there is no path.
  ///
  /// - Parameter limit: What costs more is ``unreachable`` too, and isn't searched for.
  /// - Complexity: O((*n* + *m*) log *m*).
  package mutating func costs(
    in graph: Graph, weights: Column<UInt32>, from sources: [Terminal], limit: UInt32 = unreachable - 1
  ) -> [UInt32] {
    let bound = min(limit, unreachable - 1) + 1
    _ = graph.lend(weights, .none) {
      search($0, nodeCount: graph.nodeCount, from: sources, below: bound)
    }
    return (0..<graph.nodeCount).map { node in
      let cost = space.cost(node)
      return cost < bound ? cost : unreachable
    }
  }

  private mutating func find(
    in graph: Graph, _ weights: Column<UInt32>, _ extra: Lent<UInt32>, _ sources: [Terminal],
    _ targets: [Terminal], _ arcs: inout [UInt32]
  ) -> FoundPath? {
    arcs.removeAll(keepingCapacity: true)
    space.mark(targets, nodeCount: min(graph.nodeCount, space.targets.count))
    let end = graph.lend(weights, extra) { search($0, nodeCount: graph.nodeCount, from: sources) }
    space.unmark(targets)
    guard let end else { return nil }
    return space.trace(to: end.node, cost: end.cost, in: graph, from: sources, to: targets, arcs: &arcs)
  }

  /// Settles nodes until no target can be cheaper; returns the cheapest target's node and the whole cost.
  private mutating func search(
    _ graph: GraphView, nodeCount: Int, from sources: [Terminal], below bound: UInt32 = unreachable
  ) -> (node: Int, cost: UInt32)? {
    space.begin(nodeCount: nodeCount)
    let epoch = space.epoch
    for source in sources {
      let node = Int(source.node)
      precondition(node < nodeCount, "a source that is no node")
      guard source.weight < space.cost(node) else { continue }
      space.labels[node] = SearchLabel(epoch: epoch, cost: source.weight)
      space.heap.push(node, key: source.weight)
    }
    var best = bound
    var end = -1
    while let (node, cost) = space.pop(below: best) {
      if cost != space.labels[node].cost { continue }
      let whole = cost.addingUpToUnreachable(space.targets[node])
      if whole < best {
        best = whole
        end = node
      }
      for arc in graph.arcs(from: node) {
        let head = Int(graph.head[arc])
        let next = cost.addingUpToUnreachable(graph.weight(arc))
        guard next < space.cost(head) else { continue }
        space.labels[head] = SearchLabel(epoch: epoch, cost: next, arc: UInt32(truncatingIfNeeded: arc))
        space.heap.push(head, key: next)
      }
    }
    return end < 0 ? nil : (end, best)
  }
}
