extension PreparedGraph {
  /// Finds the cheapest path between two nodes; nil if there is none.
  ///
  /// Makes a workspace as large as the graph: who asks more than once keeps a ``PathQuery``.
  public func path(from source: Int, to target: Int) -> GraphPath? {
    var query = PathQuery()
    return query.path(from: source, to: target, in: self)
  }

  /// The costs of the cheapest paths from a node to some others, ``unreachable`` where there is no path.
  ///
  /// Makes a workspace as large as the graph: who asks more than once keeps a ``PathQuery``.
  public func costs(from source: Int, to targets: [Int]) -> [UInt32] {
    var query = PathQuery()
    return query.costs(from: source, to: targets, in: self)
  }

  /// The costs of the cheapest paths between all sources and all targets.
  ///
  /// - Parameter threads: The most threads to work on; the result is the same.
  /// - Complexity: A search a source and a target, and as much as there are nodes above both.
  ///
  /// Sources: Knopp, Sanders, Schultes, Schulz and Wagner 2007, *Computing Many-to-Many Shortest Paths Using Highway
  /// Hierarchies*; for many targets Delling, Goldberg and Werneck 2011, *Faster Batched Shortest Paths in Road Networks*.
  public func costMatrix(from sources: [Int], to targets: [Int], threads: Int = 1) -> CostMatrix {
    costMatrix(
      from: sources.map { [Terminal(at: $0)] }, to: targets.map { [Terminal(at: $0)] }, threads: threads)
  }

  /// The costs of the cheapest paths between all sources and all targets, each left or reached through any of its
  /// terminals.
  ///
  /// - Parameter threads: The most threads to work on; the result is the same.
  public func costMatrix(from sources: [[Terminal]], to targets: [[Terminal]], threads: Int = 1) -> CostMatrix
  {
    CostMatrix(from: sources, to: targets, in: hierarchy, threads: threads)
  }

  /// Labels that answer what a path costs by table look-up.
  public func hubLabels() -> HubLabels { HubLabels(hierarchy) }
}
