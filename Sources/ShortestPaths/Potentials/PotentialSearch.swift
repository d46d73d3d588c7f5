import Columns

/// A* on a graph whose arcs cost more than they did when a hierarchy was made: drawn towards the targets by the
/// exact costs of then.
///
/// Closures, penalties and costs that depend on the moment need no preparation, and nothing is lost: the answer
/// is exact while no arc costs less than in the hierarchy. It is fast as long as little has changed on the way.
/// A workspace to keep from query to query.
///
/// Source: Strasser and Zeitz 2021, *A Fast and Tight Heuristic for A\* in Road Networks*; Zeitz 2022, *Using
/// Incremental Many-to-One Queries to Build a Fast and Tight Heuristic for A\* in Road Networks* (nodes with one
/// way on aren't queued).
public struct PotentialSearch: ~Copyable, Sendable {
  private var space: SearchSpace
  private var potential: HierarchyPotential
  /// The node from which each node that has a label with an arc was reached.
  private let tails: Slab<UInt32>

  /// Makes a workspace for graphs of up to `nodeCount` nodes.
  public init(nodeCount: Int) {
    space = SearchSpace(nodeCount: nodeCount)
    potential = HierarchyPotential(nodeCount: nodeCount)
    tails = Slab(repeating: 0, count: nodeCount)
  }

  /// Finds the cheapest path from any source to any target, the weights of both terminals included.
  ///
  /// - Parameters:
  ///   - weights: None of them below that of the same arc in the hierarchy.
  ///   - adjustments: What is added to the weights of some arcs.
  ///   - hierarchy: A hierarchy of this graph.
  ///   - arcs: Replaced by the arcs of the path in the order of travel; empty if there is no path.
  /// - Returns: The path's cost and ends, or `nil` where there is none.
  /// - Complexity: That of Dijkstra's algorithm at worst; little more than the path's length if it didn't change.
  public mutating func shortestPath(
    in graph: Graph, weights: Column<UInt32>, above hierarchy: ContractionHierarchy, from sources: [Terminal],
    to targets: [Terminal], adjustments: borrowing ArcAdjustments, arcs: inout [UInt32]
  ) -> FoundPath? {
    precondition(hierarchy.nodeCount == graph.nodeCount, "a hierarchy of another graph")
    let extra = adjustments.lent
    let end = hierarchy.lend { base in
      graph.lend(weights, extra) { search(graph, $0, FixedTiming(graph: $0), base, sources, targets) }
    }
    return trace(end, sources, targets, &arcs)
  }

  /// Finds the cheapest path from any source to any target, the weights of both terminals included.
  ///
  /// - Parameter metric: A metric of this graph, none of whose weights is above that of the same arc.
  public mutating func shortestPath(
    in graph: Graph, weights: Column<UInt32>, above metric: CustomizedMetric, from sources: [Terminal],
    to targets: [Terminal], adjustments: borrowing ArcAdjustments, arcs: inout [UInt32]
  ) -> FoundPath? {
    precondition(metric.hierarchy.nodeCount == graph.nodeCount, "a hierarchy of another graph")
    let extra = adjustments.lent
    let end = metric.lend { base in
      graph.lend(weights, extra) { search(graph, $0, FixedTiming(graph: $0), base, sources, targets) }
    }
    return trace(end, sources, targets, &arcs)
  }

  /// Finds the path from any source to any target that arrives first.
  ///
  /// - Parameters:
  ///   - timing: What arcs take, never less than they weigh in the hierarchy.
  ///   - sources: Their weights are the moments of departure.
  ///   - arcs: Replaced by the arcs of the path in the order of travel; empty if there is no path.
  /// - Returns: The moment of arrival, as a cost, and the path's ends, or `nil` where there is none.
  public mutating func earliestArrival<Timing: ArcTiming>(
    in graph: Graph, timing: Timing, above hierarchy: ContractionHierarchy, from sources: [Terminal],
    to targets: [Terminal], arcs: inout [UInt32]
  ) -> FoundPath? {
    precondition(hierarchy.nodeCount == graph.nodeCount, "a hierarchy of another graph")
    let end = hierarchy.lend { base in
      graph.lend { search(graph, $0, timing, base, sources, targets) }
    }
    return trace(end, sources, targets, &arcs)
  }

  private mutating func trace(
    _ end: (node: Int, cost: UInt32)?, _ sources: [Terminal], _ targets: [Terminal], _ arcs: inout [UInt32]
  ) -> FoundPath? {
    arcs.removeAll(keepingCapacity: true)
    space.unmark(targets)
    guard let end else { return nil }
    var root = end.node
    while space.labels[root].arc != SearchLabel.noArc {
      arcs.append(space.labels[root].arc)
      root = Int(tails[root])
    }
    arcs.reverse()
    return FoundPath(
      cost: end.cost, source: sources.cheapest(at: root), target: targets.cheapest(at: end.node))
  }

  private mutating func search<Timing: ArcTiming, Upward: UpwardGraph>(
    _ whole: Graph, _ graph: GraphView, _ timing: Timing, _ base: Upward, _ sources: [Terminal],
    _ targets: [Terminal]
  ) -> (node: Int, cost: UInt32)? {
    space.begin(nodeCount: whole.nodeCount)
    space.mark(targets, nodeCount: whole.nodeCount)
    potential.begin(base, targets)
    for source in sources {
      let node = Int(source.node)
      precondition(node < whole.nodeCount, "a source that is no node")
      guard source.weight < space.cost(node) else { continue }
      space.labels[node] = SearchLabel(epoch: space.epoch, cost: source.weight)
      enqueue(node, cost: source.weight, base)
    }
    var best = unreachable
    var end = -1
    while space.heap.smallestKey < best {
      let (node, key) = space.heap.pop()
      let label = space.labels[node]
      if key != total(label.cost, label.bound) { continue }
      let cost = total(label.cost, space.targets[node])
      if cost < best {
        best = cost
        end = node
      }
      for arc in graph.arcs(from: node) { follow(arc, from: node, label.cost, graph, timing, base) }
    }
    return end < 0 ? nil : (end, best)
  }

  /// Travels an arc, and on while there is one way to go on; queues the node where there are several.
  @inline(__always)
  private mutating func follow<Timing: ArcTiming, Upward: UpwardGraph>(
    _ first: Int, from start: Int, _ cost: UInt32, _ graph: GraphView, _ timing: Timing, _ base: Upward
  ) {
    var (arc, tail, cost) = (first, start, cost)
    while true {
      let head = Int(graph.head[arc])
      cost = timing.arrival(over: arc, at: cost)
      guard cost < space.cost(head) else { return }
      let isKnown = space.labels[head].epoch == space.epoch
      space.labels[head] = SearchLabel(
        epoch: space.epoch, cost: cost, arc: UInt32(truncatingIfNeeded: arc),
        // Not asked for yet, or known to be none.
        bound: isKnown ? space.labels[head].bound : unreachable)
      tails[head] = UInt32(truncatingIfNeeded: tail)
      let exits = graph.arcs(from: head)
      // Few arcs, and no end of the search: perhaps there's one way on, or none.
      guard exits.count <= 2, space.targets[head] == unreachable else {
        enqueue(head, cost: cost, base)
        return
      }
      var onward = -1
      var count = 0
      for exit in exits where Int(graph.head[exit]) != tail && Int(graph.head[exit]) != head {
        onward = exit
        count &+= 1
      }
      if count == 0 { return }
      if count > 1 {
        enqueue(head, cost: cost, base)
        return
      }
      (arc, tail) = (onward, head)
    }
  }

  /// Queues a node whose label was just written.
  @inline(__always)
  private mutating func enqueue<Upward: UpwardGraph>(_ node: Int, cost: UInt32, _ base: Upward) {
    var bound = space.labels[node].bound
    if bound == unreachable {
      bound = potential.cost(base, from: node)
      space.labels[node].bound = bound
    }
    let key = total(cost, bound)
    if key != unreachable { space.heap.push(node, key: key) }
  }
}
