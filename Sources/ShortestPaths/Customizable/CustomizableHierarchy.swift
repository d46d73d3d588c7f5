import Columns

/// A customizable contraction hierarchy: the arcs that contracting a graph's nodes in a fixed order needs, whatever
/// the weights.
///
/// Made once for a network; ``CustomizedMetric`` gives it the weights of a profile or of a moment. Immutable; copies
/// share their memory.
///
/// Source: Dibbelt, Strasser and Wagner 2016, *Customizable Contraction Hierarchies*.
package struct CustomizableHierarchy: Sendable {
  /// What a file stores.
  package let columns: CustomizableColumns
  /// The number of arcs of the graph.
  package let graphArcCount: Int
  /// The arcs that lead up to each position: where they start, and, at the end, their number.
  let firstLower: Column<UInt32>
  /// By rising position of the lower end.
  let lower: Column<LowerArc>
  /// The arcs of the graph whose lower end is each position: where they start, and, at the end, their number.
  let firstOrigin: Column<UInt32>
  let origins: Column<OriginArc>
  /// For each arc of the graph, its upward arc, or `noArc` for a loop.
  let slots: Column<UInt32>
  /// The number of positions from each on that are below it, itself included.
  let sizes: Column<UInt32>
  /// Where the third arcs of triangles are.
  let triangles: Triangles

  /// The number of nodes of the graph.
  package var nodeCount: Int { columns.positions.count }
  /// The number of upward arcs, each of them in both directions.
  package var arcCount: Int { columns.heads.count }

  /// The memory that it takes, in bytes.
  package var byteCount: Int {
    let words = columns.positions.count + columns.firstArc.count + columns.heads.count
    let lookups = firstLower.count + firstOrigin.count + slots.count + sizes.count
    return (words + lookups + (lower.count + origins.count + triangles.first.count) * 2) * 4
      + triangles.skips.count * 2
  }

  /// Contracts a graph's nodes in an order, which ``NestedDissection`` finds.
  ///
  /// - Parameter order: All nodes, the first to be contracted first.
  /// - Complexity: O(*n* + *m* log *m* + *m* *d*) for *m* upward arcs, at most *d* a node.
  package static func build(graph: Graph, order: [UInt32]) -> CustomizableHierarchy {
    CustomizableHierarchy(valid: CustomizableColumns(graph: graph, order: order), graph)!
  }

  /// Makes a hierarchy of `graph` out of columns that may come out of a file.
  ///
  /// Afterwards every customization and query is right for `graph`, whatever the columns hold.
  ///
  /// - Throws: A `GraphError` that names the column and the index.
  /// - Complexity: O(*n* + *m* *d*) for *m* upward arcs, at most *d* a node.
  package init(columns: CustomizableColumns, graph: Graph) throws(GraphError) {
    try columns.validate(graph)
    guard let hierarchy = CustomizableHierarchy(valid: columns, graph) else {
      throw GraphError(message: "heads: an arc of the graph is missing")
    }
    self = hierarchy
  }

  private init?(valid columns: CustomizableColumns, _ graph: Graph) {
    self.columns = columns
    graphArcCount = graph.arcCount
    let count = graph.nodeCount
    let (firstArc, heads) = (columns.firstArc, columns.heads)
    var first = [UInt32](repeating: 0, count: count + 1)
    for head in heads { first[Int(head) + 1] += 1 }
    for position in 0..<count { first[position + 1] += first[position] }
    var next = first
    var lower = [LowerArc](repeating: LowerArc(tail: 0, arc: 0), count: heads.count)
    var sizes = [UInt32](repeating: 1, count: count)
    for position in 0..<count {
      for arc in firstArc[position]..<firstArc[position + 1] {
        let head = Int(heads[Int(arc)])
        lower[Int(next[head])] = LowerArc(tail: UInt32(position), arc: arc)
        next[head] += 1
      }
    }
    for position in stride(from: count - 1, through: 0, by: -1)
    where firstArc[position] < firstArc[position + 1] {
      sizes[Int(heads[Int(firstArc[position + 1]) - 1])] += sizes[position]
    }
    firstLower = Column(first)
    self.lower = Column(lower)
    self.sizes = Column(sizes)
    triangles = Triangles(firstArc: firstArc, heads: heads)
    guard let origins = OriginArcs(columns, graph) else { return nil }
    firstOrigin = Column(origins.first)
    self.origins = Column(origins.arcs)
    slots = Column(origins.slots)
  }

  static let noArc: UInt32 = .max
}

/// An upward arc seen from its upper end.
struct LowerArc: BitwiseCopyable, Hashable, Sendable {
  /// The position of the lower end.
  var tail: UInt32
  var arc: UInt32
}

/// An arc of the graph, at the lower of its ends.
struct OriginArc: BitwiseCopyable, Hashable, Sendable {
  /// The upward arc, times two, plus one if the arc of the graph leads down.
  var slot: UInt32
  /// The arc of the graph.
  var arc: UInt32
}

/// The arcs of a graph by their lower ends.
private struct OriginArcs {
  var first: [UInt32]
  var arcs: [OriginArc]
  var slots: [UInt32]

  /// Fails if an arc of the graph has no upward arc.
  init?(_ columns: CustomizableColumns, _ graph: Graph) {
    let (positions, firstArc, heads) = (columns.positions, columns.firstArc, columns.heads)
    first = [UInt32](repeating: 0, count: graph.nodeCount + 1)
    slots = [UInt32](repeating: CustomizableHierarchy.noArc, count: graph.arcCount)
    let tails = graph.tails()
    for (arc, head) in graph.head.enumerated() where head != tails[arc] {
      let (tail, head) = (positions[Int(tails[arc])], positions[Int(head)])
      let (upper, position) = (min(tail, head), Int(max(tail, head)))
      let row = firstArc.range(position)
      let slot = row.partitioningIndex { heads[$0] >= upper }
      guard slot < row.upperBound && heads[slot] == upper else { return nil }
      slots[arc] = UInt32(slot) << 1 | (tail < head ? 1 : 0)
      first[position + 1] += 1
    }
    for position in 0..<graph.nodeCount { first[position + 1] += first[position] }
    var next = first
    arcs = [OriginArc](repeating: OriginArc(slot: 0, arc: 0), count: Int(first[graph.nodeCount]))
    for (arc, slot) in slots.enumerated() where slot != CustomizableHierarchy.noArc {
      let position = Int(max(positions[Int(tails[arc])], positions[Int(graph.head[arc])]))
      arcs[Int(next[position])] = OriginArc(slot: slot, arc: UInt32(arc))
      next[position] += 1
    }
  }
}

/// A hierarchy's topology lent to a kernel.
struct CustomizableView {
  let nodeCount: Int
  let positions: Lent<UInt32>
  let firstArc: Lent<UInt32>
  let heads: Lent<UInt32>
  let firstLower: Lent<UInt32>
  let lower: Lent<LowerArc>
  let firstOrigin: Lent<UInt32>
  let origins: Lent<OriginArc>
  let slots: Lent<UInt32>
  let sizes: Lent<UInt32>
  let firstTriangle: Lent<Int>
  let skips: Lent<UInt16>

  /// Must not outlive the hierarchy.
  @inline(__always)
  @unsafe init(of hierarchy: CustomizableHierarchy) {
    nodeCount = hierarchy.nodeCount
    positions = unsafe hierarchy.columns.positions.lent
    firstArc = unsafe hierarchy.columns.firstArc.lent
    heads = unsafe hierarchy.columns.heads.lent
    firstLower = unsafe hierarchy.firstLower.lent
    lower = unsafe hierarchy.lower.lent
    firstOrigin = unsafe hierarchy.firstOrigin.lent
    origins = unsafe hierarchy.origins.lent
    slots = unsafe hierarchy.slots.lent
    sizes = unsafe hierarchy.sizes.lent
    firstTriangle = unsafe hierarchy.triangles.first.lent
    skips = unsafe hierarchy.triangles.skips.lent
  }

  @inline(__always)
  func arcs(from position: Int) -> Range<Int> {
    unsafe Range(uncheckedBounds: (Int(firstArc[position]), Int(firstArc[position &+ 1])))
  }

  @inline(__always)
  func lowerArcs(of position: Int) -> Range<Int> {
    unsafe Range(uncheckedBounds: (Int(firstLower[position]), Int(firstLower[position &+ 1])))
  }

  @inline(__always)
  func origins(of position: Int) -> Range<Int> {
    unsafe Range(uncheckedBounds: (Int(firstOrigin[position]), Int(firstOrigin[position &+ 1])))
  }

  /// The lowest position above, or −1.
  @inline(__always)
  func parent(of position: Int) -> Int {
    let end = Int(firstArc[position &+ 1])
    return Int(firstArc[position]) == end ? -1 : Int(heads[end &- 1])
  }

  /// The upward arc between two positions; there is one.
  func arc(from tail: Int, to head: Int) -> Int {
    let arc = arcs(from: tail).partitioningIndex { heads[$0] >= head }
    assert(heads[arc] == head)
    return arc
  }

  /// The upward arc that leads to a position, from `arc` on in the same row; there is one.
  @inline(__always)
  func arc(to head: UInt32, from arc: Int) -> Int {
    var arc = arc
    while heads[arc] < head { arc &+= 1 }
    assert(heads[arc] == head)
    return arc
  }

  /// The lower end of an upward arc.
  func tail(of arc: Int) -> Int {
    (0..<nodeCount).partitioningIndex { firstArc[$0] > arc } &- 1
  }

  /// The arcs that lead up to `position` from positions before `end`.
  func lowerArcs(of position: Int, before end: Int) -> Range<Int> {
    let all = lowerArcs(of: position)
    return all.lowerBound..<all.partitioningIndex { lower[$0].tail >= end }
  }
}

extension CustomizableHierarchy {
  /// Lends the topology to `body`.
  @inline(__always)
  func lend<Result>(_ body: (CustomizableView) -> Result) -> Result {
    defer { withExtendedLifetime(self) {} }
    return body(unsafe CustomizableView(of: self))
  }
}
