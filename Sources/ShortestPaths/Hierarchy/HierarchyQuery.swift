import Columns

/// Answers point-to-point questions on a hierarchy.
///
/// A workspace to keep from query to query; nothing is allocated or cleared a query.
package struct HierarchyQuery: ~Copyable, Sendable {
  private var search: TreeSearch<TracedLabel>
  private var measure: TreeSearch<CostLabel>
  private var unpacking = Unpacking()

  /// Makes a workspace for hierarchies of up to `nodeCount` nodes.
  package init(nodeCount: Int) {
    search = TreeSearch(nodeCount: nodeCount)
    measure = TreeSearch(nodeCount: nodeCount)
  }

  /// Finds the cheapest path from any source to any target, the weights of both terminals included.
  ///
  /// - Parameter arcs: Replaced by the arcs of the graph in the order of travel; empty if there is no path.
  /// - Returns: The path's cost and ends, or `nil` where there is none.
  package mutating func shortestPath(
    in hierarchy: ContractionHierarchy, from sources: [Terminal], to targets: [Terminal],
    arcs: inout [UInt32]
  ) -> FoundPath? {
    arcs.removeAll(keepingCapacity: true)
    let ends = hierarchy.lend { view -> (Int, Int)? in
      search.run(view, from: sources, to: targets)
      return search.meeting < 0 ? nil : unpack(view, &arcs)
    }
    guard let (first, last) = ends else { return nil }
    let positions = hierarchy.columns.positions
    return FoundPath(
      cost: search.best, source: sources.cheapest(at: first, positions),
      target: targets.cheapest(at: last, positions))
  }

  /// The cost of the cheapest path from any source to any target, or ``unreachable``.
  package mutating func cost(
    in hierarchy: ContractionHierarchy, from sources: [Terminal], to targets: [Terminal]
  ) -> UInt32 {
    hierarchy.lend { measure.run($0, from: sources, to: targets) }
    return measure.best
  }

  /// Writes the arcs of the path through the meeting node; returns the positions of its ends.
  ///
  /// Returns nothing for a path that none that was built could be.
  private mutating func unpack(_ view: HierarchyView, _ arcs: inout [UInt32]) -> (Int, Int)? {
    unpacking.begin(limit: 4 * view.nodeCount + 16)
    var isWhole = true
    let first = search.trace(FromSource.self) { tail, head in
      guard let arc = view.arc(from: tail, to: head) else {
        isWhole = false
        return
      }
      unpacking.push(arc, travelledDown: false)
    }
    isWhole = unpacking.run(view, &arcs) && isWhole
    let last = search.trace(FromTarget.self) { tail, head in
      guard isWhole, let arc = view.arc(from: tail, to: head) else {
        isWhole = false
        return
      }
      unpacking.push(arc, travelledDown: true)
      isWhole = unpacking.run(view, &arcs)
    }
    return isWhole ? (first, last) : nil
  }
}
