import Columns

/// A search up a hierarchy from one end, to its very top.
struct UpwardSearch: ~Copyable, Sendable {
  /// The way that paths run which the search follows upwards.
  enum Direction { case away, towards }

  struct Label: BitwiseCopyable {
    var epoch: UInt32 = 0
    var cost: UInt32 = unreachable
  }

  /// A position and the cost at which it was settled.
  struct Settled: BitwiseCopyable, Sendable {
    var position: UInt32 = 0
    var cost: UInt32 = 0
  }

  let nodeCount: Int
  /// What the last search settled, but for positions to which a cheaper way comes from above.
  private(set) var settled = SlabList(filler: Settled())
  private let labels: Slab<Label>
  private var heap = MinHeap()
  private var epoch: UInt32 = 0

  init(nodeCount: Int) {
    precondition(nodeCount >= 0 && nodeCount <= Graph.capacity)
    self.nodeCount = nodeCount
    labels = Slab(zeroedCount: nodeCount)
  }

  /// Searches from `terminals`, and leaves the outcome in `settled`.
  mutating func run(_ view: HierarchyView, from terminals: [Terminal], _ direction: Direction) {
    precondition(view.nodeCount <= nodeCount, "a workspace for a smaller hierarchy")
    heap.removeAll()
    settled.removeAll()
    epoch &+= 1
    if epoch == 0 {
      labels.fill(Label())
      epoch = 1
    }
    for terminal in terminals { open(view.position(of: terminal), terminal.weight) }
    while heap.count > 0 {
      let (node, key) = heap.pop()
      if key != labels[node].cost { continue }
      let arcs = view.arcs(from: node)
      if isStalled(view, arcs, key, direction) { continue }
      settled.append(Settled(position: UInt32(truncatingIfNeeded: node), cost: key))
      for index in arcs {
        let arc = view.arcs[index]
        open(Int(arc.head), total(key, direction == .away ? arc.up : arc.down))
      }
    }
  }

  @inline(__always)
  private func cost(_ node: Int) -> UInt32 {
    labels[node].epoch == epoch ? labels[node].cost : unreachable
  }

  @inline(__always)
  private mutating func open(_ node: Int, _ cost: UInt32) {
    guard cost < self.cost(node) else { return }
    labels[node] = Label(epoch: epoch, cost: cost)
    heap.push(node, key: cost)
  }

  @inline(__always)
  private func isStalled(
    _ view: HierarchyView, _ arcs: Range<Int>, _ key: UInt32, _ direction: Direction
  ) -> Bool {
    for index in arcs {
      let arc = view.arcs[index]
      if total(cost(Int(arc.head)), direction == .away ? arc.down : arc.up) < key { return true }
    }
    return false
  }
}
