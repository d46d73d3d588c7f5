/// Asks a ``PreparedGraph``, again and again.
///
/// A workspace to keep, one a task; it grows with the graphs that it asks, and then allocates nothing but answers. One
/// query may ask any graphs in turn, such as one graph with different weights.
public struct PathQuery: ~Copyable, Sendable {
  /// What ends a search around changed arcs early, which is the only one that may take long; the answer then means
  /// nothing.
  public var interruption: Interruption?

  private var arcs: [UInt32] = []
  private var adjustments = ArcAdjustments(arcCount: 0)
  // Made when they are first needed, and anew for larger graphs.
  private var nodeCount = 0
  private var hierarchy: HierarchyQuery?
  private var many: OneToMany?
  private var all: OneToAll?
  private var changed: PotentialSearch?

  /// Makes a workspace.
  public init() {}

  /// Finds the cheapest path between two nodes; nil if there is none.
  public mutating func path(from source: Int, to target: Int, in graph: PreparedGraph) -> GraphPath? {
    path(from: [Terminal(at: source)], to: [Terminal(at: target)], in: graph)
  }

  /// Finds the cheapest path from any source to any target, the weights of both terminals included; nil if there is none.
  public mutating func path(
    from sources: [Terminal], to targets: [Terminal], in graph: PreparedGraph
  ) -> GraphPath? {
    makeRoom(for: graph)
    if hierarchy == nil { hierarchy = HierarchyQuery(nodeCount: nodeCount) }
    let found = hierarchy?.shortestPath(in: graph.hierarchy, from: sources, to: targets, arcs: &arcs)
    return found.map { graph.path($0, from: sources, arcs) }
  }

  /// Finds the cheapest path while some arcs cost more than they do in the graph; nil if there is none.
  ///
  /// For what is closed or avoided by one question alone, or for a short while. It takes no preparation: the path of the
  /// graph is looked at first, and where something on it has changed, a search around it is drawn towards the targets by
  /// what it cost before.
  ///
  /// - Parameter extra: What is added to the weights of some arcs, by index; ``unreachable`` closes one.
  ///
  /// Source: Strasser and Zeitz 2021, *A Fast and Tight Heuristic for A\* in Road Networks*.
  public mutating func path(
    from sources: [Terminal], to targets: [Terminal], in graph: PreparedGraph, adding extra: [Int: UInt32]
  ) -> GraphPath? {
    makeRoom(for: graph)
    if adjustments.arcCount < graph.arcCount { adjustments = ArcAdjustments(arcCount: graph.arcCount) }
    if changed == nil { changed = PotentialSearch(nodeCount: nodeCount) }
    changed?.interruption = interruption
    for (arc, weight) in extra { adjustments.add(weight, to: graph.place(of: arc)) }
    let found = changed?.shortestPath(
      in: graph.graph, weights: graph.weights, above: graph.hierarchy, from: sources, to: targets,
      adjustments: adjustments, arcs: &arcs)
    adjustments.reset()
    return found.map { graph.path($0, from: sources, arcs) }
  }

  /// What the cheapest path between two nodes costs; ``unreachable`` if there is none.
  public mutating func cost(from source: Int, to target: Int, in graph: PreparedGraph) -> UInt32 {
    cost(from: [Terminal(at: source)], to: [Terminal(at: target)], in: graph)
  }

  /// What the cheapest path from any source to any target costs; ``unreachable`` if there is none.
  public mutating func cost(
    from sources: [Terminal], to targets: [Terminal], in graph: PreparedGraph
  ) -> UInt32 {
    makeRoom(for: graph)
    if hierarchy == nil { hierarchy = HierarchyQuery(nodeCount: nodeCount) }
    return hierarchy?.cost(in: graph.hierarchy, from: sources, to: targets) ?? unreachable
  }

  /// The costs of the cheapest paths from a node to some others, ``unreachable`` where there is no path.
  ///
  /// For many sources see `costMatrix` of ``PreparedGraph``.
  ///
  /// - Complexity: A search up the hierarchy a node.
  public mutating func costs(from source: Int, to targets: [Int], in graph: PreparedGraph) -> [UInt32] {
    makeRoom(for: graph)
    if many == nil { many = OneToMany(nodeCount: nodeCount) }
    guard let buckets = many?.buckets(of: targets.map { [Terminal(at: $0)] }, in: graph.hierarchy) else {
      return []
    }
    return many?.costs(from: [Terminal(at: source)], to: buckets, in: graph.hierarchy) ?? []
  }

  /// The costs of the cheapest paths from any of the sources to every node, ``unreachable`` where there is no path.
  ///
  /// - Complexity: O(*n* + *m*) for *n* nodes and *m* arcs of the hierarchy: one sweep through memory.
  ///
  /// Source: Delling, Goldberg, Nowatzyk and Werneck 2013, *PHAST: Hardware-Accelerated Shortest Path Trees*.
  public mutating func costsToAll(from sources: [Terminal], in graph: PreparedGraph) -> [UInt32] {
    makeRoom(for: graph)
    if all == nil { all = OneToAll(nodeCount: nodeCount) }
    return all?.costs(from: sources, in: graph.hierarchy) ?? []
  }

  /// Lets go of what is too small for a graph.
  private mutating func makeRoom(for graph: PreparedGraph) {
    guard graph.nodeCount > nodeCount else { return }
    nodeCount = graph.nodeCount
    hierarchy = nil
    many = nil
    all = nil
    changed = nil
  }
}
