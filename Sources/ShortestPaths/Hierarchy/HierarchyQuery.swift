import Columns

/// Answers point-to-point questions on a hierarchy, by a search upwards from both ends.
///
/// A workspace to keep from query to query; nothing is allocated or cleared a query.
public struct HierarchyQuery: ~Copyable, Sendable {
  private let nodeCount: Int
  /// The cost of each position, from the sources and from the targets side by side.
  ///
  /// `unreachable` where the query hasn't been. So small that a hierarchy's upper part stays in the cache.
  private let costs: CostSlab
  private var fromSource = HierarchyFront()
  private var fromTarget = HierarchyFront()
  private var best = unreachable
  private var meeting = -1
  private var unpacking = Unpacking()

  /// Makes a workspace for hierarchies of up to `nodeCount` nodes.
  public init(nodeCount: Int) {
    precondition(nodeCount >= 0 && nodeCount <= Graph.capacity)
    self.nodeCount = nodeCount
    costs = CostSlab(count: nodeCount * 2)
  }

  /// Finds the cheapest path from any source to any target, the weights of both terminals included.
  ///
  /// - Parameter arcs: Replaced by the arcs of the graph in the order of travel; empty if there is no path.
  /// - Returns: The path's cost and ends, or `nil` where there is none.
  public mutating func shortestPath(
    in hierarchy: ContractionHierarchy, from sources: [Terminal], to targets: [Terminal],
    arcs: inout [UInt32]
  ) -> FoundPath? {
    arcs.removeAll(keepingCapacity: true)
    let ends = hierarchy.lend { view -> (Int, Int)? in
      search(view, sources, targets)
      return meeting < 0 ? nil : unpack(view, &arcs)
    }
    guard let (first, last) = ends else { return nil }
    let source = sources.cheapest(at: first, hierarchy)
    return FoundPath(cost: best, source: source, target: targets.cheapest(at: last, hierarchy))
  }

  /// The cost of the cheapest path from any source to any target, or ``unreachable``.
  public mutating func cost(
    in hierarchy: ContractionHierarchy, from sources: [Terminal], to targets: [Terminal]
  ) -> UInt32 {
    hierarchy.lend { search($0, sources, targets) }
    return best
  }

  private mutating func search(_ view: HierarchyView, _ sources: [Terminal], _ targets: [Terminal]) {
    precondition(view.nodeCount <= nodeCount, "a workspace for a smaller hierarchy")
    fromSource.clear(costs)
    fromTarget.clear(costs)
    var best = unreachable
    var meeting = -1
    for terminal in sources {
      let position = view.position(of: terminal)
      fromSource.open(FromSource.self, view, costs, position, terminal.weight)
    }
    for terminal in targets {
      let position = view.position(of: terminal)
      fromTarget.open(FromTarget.self, view, costs, position, terminal.weight)
    }
    // Turn by turn: which side is nearer can't be guessed, and matters little.
    while true {
      let isSourceOpen = fromSource.heap.smallestKey < best
      if isSourceOpen { fromSource.settle(FromSource.self, view, costs, &best, &meeting) }
      let isTargetOpen = fromTarget.heap.smallestKey < best
      if isTargetOpen { fromTarget.settle(FromTarget.self, view, costs, &best, &meeting) }
      if !isSourceOpen && !isTargetOpen { break }
    }
    self.best = best
    self.meeting = meeting
  }

  /// Writes the arcs of the path through the meeting node; returns the positions of its ends.
  ///
  /// Returns nothing for a path that is longer than any that was built could be.
  private mutating func unpack(_ view: HierarchyView, _ arcs: inout [UInt32]) -> (Int, Int)? {
    unpacking.begin(limit: 4 * view.nodeCount + 16)
    let first = fromSource.trace(from: meeting) { unpacking.push($0, travelledDown: false) }
    guard unpacking.run(view, &arcs) else { return nil }
    var isWhole = true
    let last = fromTarget.trace(from: meeting) { arc in
      unpacking.push(arc, travelledDown: true)
      isWhole = unpacking.run(view, &arcs) && isWhole
    }
    return isWhole ? (first, last) : nil
  }
}

extension [Terminal] {
  /// The index of the cheapest terminal at a position.
  fileprivate func cheapest(at position: Int, _ hierarchy: ContractionHierarchy) -> Int {
    guard count > 1 else { return 0 }
    let positions = hierarchy.columns.positions
    guard let terminal = first(where: { positions[Int($0.node)] == position }) else { return 0 }
    return cheapest(at: Int(terminal.node))
  }
}
