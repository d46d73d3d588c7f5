import Columns

/// An arc of the graph that remains while nodes are contracted; both directions between two nodes in one.
struct RemainingArc: BitwiseCopyable {
  var head: UInt32 = 0
  /// The weight of going to the head, and of coming from it.
  var out: UInt32 = unreachable
  var back: UInt32 = unreachable
}

/// Where the two directions of a remaining arc come from.
struct ArcOrigin: BitwiseCopyable {
  /// An arc of the graph, or the node that a shortcut bypasses, flagged by `shortcut`.
  var out: UInt32 = 0
  var back: UInt32 = 0
  /// How many arcs of the graph each direction stands for.
  var outHops: UInt32 = 0
  var backHops: UInt32 = 0

  static let shortcut: UInt32 = 1 << 31
}

/// Where the remaining arcs of a node are.
struct RemainingExtent: BitwiseCopyable {
  var start = 0
  var count: Int32 = 0
  var capacity: Int32 = 0
}

/// A remaining graph lent to searches while it doesn't change.
struct RemainingView {
  let extents: Lent<RemainingExtent>
  let arcs: Lent<RemainingArc>
  let origins: Lent<ArcOrigin>

  @inline(__always)
  func slots(_ node: Int) -> Range<Int> {
    let extent = extents[node]
    return unsafe Range(uncheckedBounds: (extent.start, extent.start &+ Int(extent.count)))
  }
}

/// The graph among the nodes that are not yet contracted.
///
/// The arcs of a contracted node stay as they were then: they are its upward arcs in the hierarchy.
struct RemainingGraph: ~Copyable {
  let nodeCount: Int
  private let extents: Slab<RemainingExtent>
  private var arcs: SlabList<RemainingArc>
  private var origins: SlabList<ArcOrigin>
  /// The number of slots of all nodes that are not yet contracted.
  private(set) var slotCount = 0

  /// Collapses parallel arcs to the cheapest, the first of equals, and drops loops and missing arcs.
  init(_ graph: Graph, _ weights: Column<UInt32>) {
    nodeCount = graph.nodeCount
    extents = Slab(repeating: RemainingExtent(), count: nodeCount)
    arcs = SlabList(filler: RemainingArc(), capacity: graph.arcCount * 3)
    origins = SlabList(filler: ArcOrigin(), capacity: graph.arcCount * 3)
    var degree = [Int32](repeating: 0, count: nodeCount)
    for tail in 0..<nodeCount {
      for arc in graph.arcs(from: UInt32(tail)) {
        degree[tail] += 1
        degree[Int(graph.head[arc])] += 1
      }
    }
    for node in 0..<nodeCount {
      extents[node] = RemainingExtent(start: arcs.count, capacity: degree[node])
      arcs.extend(by: Int(degree[node]))
      origins.extend(by: Int(degree[node]))
    }
    for tail in 0..<nodeCount {
      for arc in graph.arcs(from: UInt32(tail)) {
        let head = Int(graph.head[arc])
        guard head != tail && weights[arc] != unreachable else { continue }
        offer(tail, head, weight: weights[arc], origin: UInt32(arc), hops: 1)
      }
    }
  }

  @inline(__always)
  func slots(_ node: Int) -> Range<Int> {
    let extent = extents[node]
    return unsafe Range(uncheckedBounds: (extent.start, extent.start &+ Int(extent.count)))
  }

  @inline(__always)
  subscript(slot: Int) -> RemainingArc { arcs[slot] }

  @inline(__always)
  func origin(_ slot: Int) -> ArcOrigin { origins[slot] }

  /// The same memory for reading, until the graph changes.
  var lent: RemainingView {
    RemainingView(extents: extents.lent, arcs: arcs.slab.lent, origins: origins.slab.lent)
  }

  /// Makes the arc from `tail` to `head` no dearer than `weight`.
  mutating func offer(_ tail: Int, _ head: Int, weight: UInt32, origin: UInt32, hops: UInt32) {
    let out = slot(tail, head)
    guard weight < arcs[out].out else { return }
    let back = slot(head, tail)
    arcs.slab[out].out = weight
    origins.slab[out].out = origin
    origins.slab[out].outHops = hops
    arcs.slab[back].back = weight
    origins.slab[back].back = origin
    origins.slab[back].backHops = hops
  }

  /// Takes the arc to `head`, which is being contracted, away from `node`.
  mutating func remove(_ head: Int, from node: Int) {
    let slots = slots(node)
    for slot in slots where arcs[slot].head == head {
      arcs[slot] = arcs[slots.upperBound - 1]
      origins[slot] = origins[slots.upperBound - 1]
      extents[node].count = Int32(slots.count - 1)
      slotCount -= 1
      return
    }
  }

  /// Leaves the arcs of `node`, which is contracted, out of the count.
  mutating func close(_ node: Int) { slotCount -= Int(extents[node].count) }

  /// Gives `node` other arcs.
  mutating func replace(_ node: Int, by row: [(RemainingArc, ArcOrigin)]) {
    let start = arcs.count
    arcs.extend(by: row.count)
    origins.extend(by: row.count)
    for (offset, (arc, origin)) in row.enumerated() {
      arcs[start + offset] = arc
      origins[start + offset] = origin
    }
    extents[node] = RemainingExtent(start: start, count: Int32(row.count), capacity: Int32(row.count))
  }

  /// The slot of the arc between `node` and `head` at `node`, made if there is none.
  private mutating func slot(_ node: Int, _ head: Int) -> Int {
    for slot in slots(node) where arcs[slot].head == head { return slot }
    if extents[node].count == extents[node].capacity { move(node) }
    let slot = slots(node).upperBound
    extents[node].count = extents[node].count + 1
    slotCount += 1
    arcs[slot] = RemainingArc(head: UInt32(truncatingIfNeeded: head))
    origins[slot] = ArcOrigin()
    return slot
  }

  /// Gives `node` twice the room at the end.
  private mutating func move(_ node: Int) {
    let old = extents[node]
    let capacity = max(old.capacity * 2, 4)
    let start = arcs.count
    arcs.extend(by: Int(capacity))
    origins.extend(by: Int(capacity))
    for offset in 0..<Int(old.count) {
      arcs[start + offset] = arcs[old.start + offset]
      origins[start + offset] = origins[old.start + offset]
    }
    extents[node] = RemainingExtent(start: start, count: old.count, capacity: capacity)
  }
}
