import Columns

/// A*: Dijkstra's algorithm, drawn towards the targets by a lower bound of what remains.
///
/// Exact with any admissible potential: a node that is reached more cheaply later is opened again, and the
/// search ends only when nothing in the queue can beat the best path found.
///
/// Source: Hart, Nilsson and Raphael 1968, *A Formal Basis for the Heuristic Determination of Minimum Cost
/// Paths*.
package struct AStar: ~Copyable, Sendable {
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
  ///   - potential: Made for this graph and these weights, or for smaller weights.
  ///   - adjustments: What is added to the weights of some arcs; the potential stays a lower bound.
  ///   - arcs: Replaced by the arcs of the path in the order of travel; empty if there is no path.
  /// - Returns: The path's cost and ends, or `nil` where there is none.
  package mutating func shortestPath(
    in graph: Graph, weights: Column<UInt32>, potential: PlanarPotential, from sources: [Terminal],
    to targets: [Terminal], adjustments: borrowing ArcAdjustments, arcs: inout [UInt32]
  ) -> FoundPath? {
    find(in: graph, weights, potential, adjustments.lent, sources, targets, &arcs)
  }

  /// Finds the cheapest path from any source to any target, the weights of both terminals included.
  package mutating func shortestPath(
    in graph: Graph, weights: Column<UInt32>, potential: PlanarPotential, from sources: [Terminal],
    to targets: [Terminal], arcs: inout [UInt32]
  ) -> FoundPath? {
    find(in: graph, weights, potential, .none, sources, targets, &arcs)
  }

  /// What it cost the last search to get to a node: the least that it costs, if that and the potential there came to less
  /// than the path that was found; else perhaps more, and ``unreachable`` where it didn't get to.
  package func cost(ofReaching node: UInt32) -> UInt32 { space.cost(Int(node)) }

  private mutating func find(
    in graph: Graph, _ weights: Column<UInt32>, _ potential: PlanarPotential, _ extra: Lent<UInt32>,
    _ sources: [Terminal], _ targets: [Terminal], _ arcs: inout [UInt32]
  ) -> FoundPath? {
    precondition(potential.x.count == graph.nodeCount, "a potential of another graph")
    arcs.removeAll(keepingCapacity: true)
    space.mark(targets, nodeCount: min(graph.nodeCount, space.targets.count))
    let end = graph.lend(weights, extra) { graph in
      defer { withExtendedLifetime(potential) {} }
      return search(graph, unsafe BoundPotential(potential, targets: targets), from: sources)
    }
    space.unmark(targets)
    guard let end else { return nil }
    return space.trace(to: end.node, cost: end.cost, in: graph, from: sources, to: targets, arcs: &arcs)
  }

  private mutating func search(
    _ graph: GraphView, _ potential: BoundPotential, from sources: [Terminal]
  ) -> (node: Int, cost: UInt32)? {
    let nodeCount = potential.x.count
    space.begin(nodeCount: nodeCount)
    for source in sources {
      precondition(source.node < nodeCount, "a source that is no node")
      open(Int(source.node), cost: source.weight, arc: SearchLabel.noArc, potential)
    }
    var best = unreachable
    var end = -1
    while let (node, key) = space.pop(below: best) {
      let label = space.labels[node]
      if key != label.cost.addingUpToUnreachable(label.bound) { continue }
      let whole = label.cost.addingUpToUnreachable(space.targets[node])
      if whole < best {
        best = whole
        end = node
      }
      for arc in graph.arcs(from: node) {
        let cost = label.cost.addingUpToUnreachable(graph.weight(arc))
        open(Int(graph.head[arc]), cost: cost, arc: UInt32(truncatingIfNeeded: arc), potential)
      }
    }
    return end < 0 ? nil : (end, best)
  }

  /// Queues a node that is reached for the first time, or more cheaply than before.
  @inline(__always)
  private mutating func open(_ node: Int, cost: UInt32, arc: UInt32, _ potential: BoundPotential) {
    guard cost < space.cost(node) else { return }
    let known = space.labels[node].epoch == space.epoch
    let bound = known ? space.labels[node].bound : potential.bound(node)
    space.labels[node] = SearchLabel(epoch: space.epoch, cost: cost, arc: arc, bound: bound)
    let key = cost.addingUpToUnreachable(bound)
    if key != unreachable { space.heap.push(node, key: key) }
  }
}
