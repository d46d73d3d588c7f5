import Columns

/// The cheapest paths of a graph whose arcs cost more than they did when a hierarchy was made.
///
/// Closures, penalties and costs that depend on the moment need no preparation, and nothing is lost: the answer
/// is exact while no arc costs less than in the hierarchy. The cheapest path of then is looked at first: if it costs
/// what it did, nothing is cheaper. Else its cost limits an A* search that the exact costs of then draw towards the
/// targets; that is fast as long as little has changed on the way. A workspace to keep from query to query.
///
/// Source: Strasser and Zeitz 2021, *A Fast and Tight Heuristic for A\* in Road Networks*; Zeitz 2022, *Using
/// Incremental Many-to-One Queries to Build a Fast and Tight Heuristic for A\* in Road Networks* (nodes with one
/// way on aren't queued).
package struct PotentialSearch: ~Copyable, Sendable {
  private var space: SearchSpace
  private var potential: HierarchyPotential
  /// The node from which each node that has a label with an arc was reached.
  private let tails: Slab<UInt32>
  /// The cost of the best path so far, and the node where it ends; −1 while that is the one of the hierarchy.
  private var best = unreachable
  private var end = -1
  // Made when they are first needed.
  private var hierarchyQuery: HierarchyQuery?
  private var customizableQuery: CustomizableQuery?

  /// What may end a search early.
  package var interruption: Interruption? {
    get { space.interruption }
    set { space.interruption = newValue }
  }

  /// Makes a workspace for graphs of up to `nodeCount` nodes.
  package init(nodeCount: Int) {
    space = SearchSpace(nodeCount: nodeCount)
    potential = HierarchyPotential(nodeCount: nodeCount)
    tails = Slab(zeroedCount: nodeCount)
  }

  /// Finds the cheapest path from any source to any target, the weights of both terminals included.
  ///
  /// - Parameters:
  ///   - weights: None of them below that of the same arc in the hierarchy.
  ///   - adjustments: What is added to the weights of some arcs.
  ///   - hierarchy: A hierarchy of this graph.
  ///   - arcs: Replaced by the arcs of the path in the order of travel; empty if there is no path.
  /// - Returns: The path's cost and ends, or `nil` where there is none.
  /// - Complexity: That of Dijkstra's algorithm at worst; that of a query of the hierarchy if its path didn't change.
  package mutating func shortestPath(
    in graph: Graph, weights: Column<UInt32>, above hierarchy: ContractionHierarchy, from sources: [Terminal],
    to targets: [Terminal], adjustments: borrowing ArcAdjustments, arcs: inout [UInt32]
  ) -> FoundPath? {
    let known = path(in: hierarchy, of: graph, from: sources, to: targets, &arcs)
    let extra = adjustments.lent
    return hierarchy.lend { base in
      graph.lend(weights, extra) {
        improve(known, graph, $0, FixedTiming(graph: $0), base, sources, targets, &arcs)
      }
    }
  }

  /// Finds the cheapest path from any source to any target, the weights of both terminals included.
  ///
  /// - Parameter metric: A metric of this graph, none of whose weights is above that of the same arc.
  package mutating func shortestPath(
    in graph: Graph, weights: Column<UInt32>, above metric: CustomizedMetric, from sources: [Terminal],
    to targets: [Terminal], adjustments: borrowing ArcAdjustments, arcs: inout [UInt32]
  ) -> FoundPath? {
    precondition(metric.hierarchy.nodeCount == graph.nodeCount, "a hierarchy of another graph")
    if customizableQuery == nil { customizableQuery = CustomizableQuery(nodeCount: tails.count) }
    let known = customizableQuery?.shortestPath(in: metric, from: sources, to: targets, arcs: &arcs)
    let extra = adjustments.lent
    return metric.lend { base in
      graph.lend(weights, extra) {
        improve(known, graph, $0, FixedTiming(graph: $0), base, sources, targets, &arcs)
      }
    }
  }

  /// Finds the path from any source to any target that arrives first.
  ///
  /// - Parameters:
  ///   - timing: What arcs take, never less than they weigh in the hierarchy.
  ///   - sources: Their weights are the moments of departure.
  ///   - arcs: Replaced by the arcs of the path in the order of travel; empty if there is no path.
  /// - Returns: The moment of arrival, as a cost, and the path's ends, or `nil` where there is none.
  package mutating func earliestArrival<Timing: ArcTiming>(
    in graph: Graph, timing: Timing, above hierarchy: ContractionHierarchy, from sources: [Terminal],
    to targets: [Terminal], arcs: inout [UInt32]
  ) -> FoundPath? {
    let known = path(in: hierarchy, of: graph, from: sources, to: targets, &arcs)
    return hierarchy.lend { base in
      graph.lend { improve(known, graph, $0, timing, base, sources, targets, &arcs) }
    }
  }

  private mutating func path(
    in hierarchy: ContractionHierarchy, of graph: Graph, from sources: [Terminal], to targets: [Terminal],
    _ arcs: inout [UInt32]
  ) -> FoundPath? {
    precondition(hierarchy.nodeCount == graph.nodeCount, "a hierarchy of another graph")
    if hierarchyQuery == nil { hierarchyQuery = HierarchyQuery(nodeCount: tails.count) }
    return hierarchyQuery?.shortestPath(in: hierarchy, from: sources, to: targets, arcs: &arcs)
  }

  /// Returns the cheapest path, given the one of the hierarchy with its arcs, which those of a cheaper one replace.
  private mutating func improve<Timing: ArcTiming, Upward: UpwardGraph>(
    _ known: FoundPath?, _ whole: Graph, _ graph: GraphView, _ timing: Timing, _ base: Upward,
    _ sources: [Terminal], _ targets: [Terminal], _ arcs: inout [UInt32]
  ) -> FoundPath? {
    guard let known else { return nil }
    var moment = sources[known.source].weight
    for arc in arcs where moment < unreachable {
      precondition(arc < whole.arcCount, "a hierarchy of another graph")
      moment = timing.arrival(over: Int(arc), at: moment)
    }
    best = moment.addingUpToUnreachable(targets[known.target].weight)
    end = -1
    if best > known.cost { search(whole, graph, timing, base, sources, targets) }
    if end >= 0 { return trace(sources, targets, &arcs) }
    if best < unreachable { return FoundPath(cost: best, source: known.source, target: known.target) }
    arcs.removeAll(keepingCapacity: true)
    return nil
  }

  private func trace(_ sources: [Terminal], _ targets: [Terminal], _ arcs: inout [UInt32]) -> FoundPath {
    arcs.removeAll(keepingCapacity: true)
    var root = end
    while space.labels[root].arc != SearchLabel.noArc {
      arcs.append(space.labels[root].arc)
      root = Int(tails[root])
    }
    arcs.reverse()
    return FoundPath(cost: best, source: sources.cheapest(at: root), target: targets.cheapest(at: end))
  }

  /// Looks for a path that is cheaper than the best, which it becomes.
  private mutating func search<Timing: ArcTiming, Upward: UpwardGraph>(
    _ whole: Graph, _ graph: GraphView, _ timing: Timing, _ base: Upward, _ sources: [Terminal],
    _ targets: [Terminal]
  ) {
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
    while let (node, key) = space.pop(below: best) {
      let label = space.labels[node]
      if key != label.cost.addingUpToUnreachable(label.bound) { continue }
      let cost = label.cost.addingUpToUnreachable(space.targets[node])
      if cost < best {
        best = cost
        end = node
      }
      for arc in graph.arcs(from: node) { follow(arc, from: node, label.cost, graph, timing, base) }
    }
    space.unmark(targets)
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
    let key = cost.addingUpToUnreachable(bound)
    if key < best { space.heap.push(node, key: key) }
  }
}
