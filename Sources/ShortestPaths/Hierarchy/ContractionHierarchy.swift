import Columns

/// A contraction hierarchy: a graph with shortcuts, in which every cheapest path goes up and then down.
///
/// Immutable; copies share their memory, and any number of queries may run on it at once.
///
/// Sources: Geisberger, Sanders, Schultes and Vetter 2012, *Exact Routing in Large Road Networks Using
/// Contraction Hierarchies*; Dibbelt, Strasser and Wagner 2016, *Customizable Contraction Hierarchies*, for the order,
/// which knows no weights, and for the arcs that may go.
package struct ContractionHierarchy: Sendable {
  /// What a file stores.
  package let columns: HierarchyColumns

  /// The number of nodes of the graph.
  package var nodeCount: Int { columns.positions.count }
  /// The number of upward arcs, each of them in one direction or both.
  package var arcCount: Int { columns.arcs.count }

  /// Makes a hierarchy of `graph` out of columns that may come out of a file.
  ///
  /// Afterwards every query ends and every path is one of `graph`, whatever the columns hold; that they were
  /// built with particular weights is not checked.
  ///
  /// - Throws: A `GraphError` that names the column and the index.
  /// - Complexity: O(*n* + *m*).
  package init(columns: HierarchyColumns, graph: Graph) throws(GraphError) {
    try columns.validate(graph)
    self.init(columns: columns)
  }

  /// Makes a hierarchy of columns that are known to be sound.
  @unsafe package init(unchecked columns: HierarchyColumns) { self.init(columns: columns) }

  private init(columns: HierarchyColumns) {
    self.columns = columns
  }
}

/// A hierarchy lent to a search.
struct HierarchyView {
  let nodeCount: Int
  let positions: LentColumn<UInt32>
  let parents: LentColumn<UInt32>
  let firstArc: LentColumn<UInt32>
  let arcs: LentColumn<HierarchyArc>
  let parts: LentColumn<ArcParts>

  /// Must not outlive the hierarchy.
  @inline(__always)
  @unsafe init(of hierarchy: ContractionHierarchy) {
    nodeCount = hierarchy.nodeCount
    positions = unsafe hierarchy.columns.positions.lentUnread
    parents = unsafe hierarchy.columns.parents.lentUnread
    firstArc = unsafe hierarchy.columns.firstArc.lentUnread
    arcs = unsafe hierarchy.columns.arcs.lentUnread
    parts = unsafe hierarchy.columns.parts.lentUnread
  }

  @inline(__always)
  func arcs(from position: Int) -> Range<Int> {
    let first = Int(firstArc[position])
    // A damaged file may have offsets fall.
    return unsafe Range(uncheckedBounds: (first, max(first, Int(firstArc[position &+ 1]))))
  }

  @inline(__always)
  func parent(of position: Int) -> Int {
    let parent = Int(parents[position])
    // A root's is above all; a damaged file may have others that don't lead up.
    return parent < position ? parent : -1
  }

  /// The upward arc between two positions, or nil.
  func arc(from tail: Int, to head: Int) -> UInt32? {
    let all = arcs(from: tail)
    let arc = all.partitioningIndex { arcs[$0].head >= head }
    return arc < all.upperBound && arcs[arc].head == head ? UInt32(truncatingIfNeeded: arc) : nil
  }
}

extension ContractionHierarchy {
  /// Lends the columns to `body`.
  @inline(__always)
  func lend<Result>(_ body: (HierarchyView) -> Result) -> Result {
    defer { withExtendedLifetime(self) {} }
    return body(unsafe HierarchyView(of: self))
  }
}
