import Columns

/// The arcs of a hierarchy by their upper ends, and how high each position is.
///
/// A hierarchy stores arcs at their lower ends alone; searches that now and then go down again need both.
struct DescentIndex: Sendable {
  /// Where each position's arcs from below start in ``arcs``.
  let first: Column<UInt32>
  /// Upward arcs and their lower ends, one upper end after the other.
  let arcs: Column<Descent>
  /// One more than the highest neighbour below.
  let level: Column<UInt32>
  /// The node at each position.
  let nodes: Column<UInt32>

  struct Descent: BitwiseCopyable {
    var arc: UInt32
    var tail: UInt32
  }

  /// - Complexity: O(*n* + *m*).
  init(_ hierarchy: ContractionHierarchy) {
    let columns = hierarchy.columns
    let count = hierarchy.nodeCount
    var first = [UInt32](repeating: 0, count: count + 1)
    for arc in columns.arcs { first[Int(arc.head) + 1] += 1 }
    for position in 0..<count { first[position + 1] += first[position] }
    var next = first
    var descents = [Descent](repeating: Descent(arc: 0, tail: 0), count: columns.arcs.count)
    var level = [UInt32](repeating: 0, count: count)
    // Lower positions stand behind, so each is done before those above it.
    for tail in (0..<count).reversed() {
      for arc in columns.firstArc.range(tail) {
        let head = Int(columns.arcs[arc].head)
        level[head] = max(level[head], level[tail] + 1)
        descents[Int(next[head])] = Descent(arc: UInt32(arc), tail: UInt32(tail))
        next[head] += 1
      }
    }
    var nodes = [UInt32](repeating: 0, count: count)
    for node in 0..<count { nodes[Int(columns.positions[node])] = UInt32(node) }
    self.first = Column(first)
    arcs = Column(descents)
    self.level = Column(level)
    self.nodes = Column(nodes)
  }
}
