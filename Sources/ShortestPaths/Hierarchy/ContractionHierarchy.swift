import Columns

/// A contraction hierarchy: a graph with shortcuts, in which every cheapest path goes up and then down.
///
/// Immutable; copies share their memory, and any number of queries may run on it at once.
///
/// Source: Geisberger, Sanders, Schultes and Vetter 2012, *Exact Routing in Large Road Networks Using
/// Contraction Hierarchies*.
public struct ContractionHierarchy: Sendable {
  /// What a file stores.
  public let columns: HierarchyColumns

  /// The number of nodes of the graph.
  public var nodeCount: Int { columns.positions.count }
  /// The number of upward arcs, each of them in one direction or both.
  public var arcCount: Int { columns.arcs.count }

  /// Contracts a graph; the same input makes the same columns, whatever the number of threads.
  ///
  /// - Parameter threads: How many threads may work at once.
  /// - Parameter progress: Told now and then which share of the nodes is contracted.
  public static func build(
    graph: Graph, weights: Column<UInt32>, threads: Int = 1, progress: ((Double) -> Void)? = nil
  ) -> ContractionHierarchy {
    precondition(weights.count == graph.arcCount, "a weight for every arc")
    var contraction = Contraction(graph, weights, threads: threads)
    contraction.run(progress: progress)
    return ContractionHierarchy(columns: HierarchyAssembly(contraction).columns())
  }

  /// Makes a hierarchy of `graph` out of columns that may come out of a file.
  ///
  /// Afterwards every query ends and every path is one of `graph`, whatever the columns hold; that they were
  /// built with particular weights is not checked.
  ///
  /// - Throws: A `GraphError` that names the column and the index.
  /// - Complexity: O(*n* + *m*).
  public init(columns: HierarchyColumns, graph: Graph) throws(GraphError) {
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
  let positions: Lent<UInt32>
  let firstArc: Lent<UInt32>
  let arcs: Lent<HierarchyArc>
  let parts: Lent<ArcParts>

  @inline(__always)
  func arcs(from position: Int) -> Range<Int> {
    let first = Int(firstArc[position])
    // A damaged file may have offsets fall.
    return unsafe Range(uncheckedBounds: (first, max(first, Int(firstArc[position &+ 1]))))
  }

  @inline(__always)
  func position(of terminal: Terminal) -> Int {
    precondition(terminal.node < nodeCount, "a terminal that is no node")
    return Int(positions[Int(terminal.node)])
  }
}

extension ContractionHierarchy {
  /// Lends the columns to `body`.
  @inline(__always)
  func lend<Result>(_ body: (HierarchyView) -> Result) -> Result {
    columns.positions.lend { positions in
      columns.firstArc.lend { firstArc in
        columns.arcs.lend { arcs in
          columns.parts.lend { parts in
            body(
              HierarchyView(
                nodeCount: columns.positions.count, positions: positions, firstArc: firstArc, arcs: arcs,
                parts: parts))
          }
        }
      }
    }
  }
}
