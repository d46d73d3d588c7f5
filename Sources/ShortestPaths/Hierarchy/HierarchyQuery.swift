import Columns

/// Answers point-to-point questions on a hierarchy, by a search upwards from both ends.
///
/// A workspace to keep from query to query; nothing is allocated or cleared a query.
public struct HierarchyQuery: ~Copyable, Sendable {
  /// What a search from one end knows of a node; the labels of both ends lie side by side, 32 bytes in all.
  struct Label: BitwiseCopyable {
    /// The query that wrote the label; any other's is as good as none.
    var epoch: UInt32 = 0
    var cost: UInt32 = unreachable
    /// The upward arc by which the node was reached, and its lower end; `noArc` at a terminal.
    var arc: UInt32 = noArc
    var tail: UInt32 = 0

    static let noArc: UInt32 = .max
  }

  /// The search from the sources, and the one from the targets; also the offset of its labels.
  private enum End: Int { case source, target }

  private let nodeCount: Int
  private let labels: Slab<Label>
  private var epoch: UInt32 = 0
  private var sourceHeap = MinHeap()
  private var targetHeap = MinHeap()
  private var best = unreachable
  private var meeting = -1
  /// Upward arcs still to be unpacked, the next on top; the lowest bit tells whether it is travelled down.
  private var pending = SlabList<UInt32>(filler: 0)

  /// Makes a workspace for hierarchies of up to `nodeCount` nodes.
  public init(nodeCount: Int) {
    precondition(nodeCount >= 0 && nodeCount <= Graph.capacity)
    self.nodeCount = nodeCount
    labels = Slab(repeating: Label(), count: nodeCount * 2)
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
    epoch &+= 1
    if epoch == 0 {
      labels.fill(Label())
      epoch = 1
    }
    sourceHeap.removeAll()
    targetHeap.removeAll()
    best = unreachable
    meeting = -1
    for terminal in sources { open(view.position(of: terminal), terminal.weight, Label.noArc, 0, .source) }
    for terminal in targets { open(view.position(of: terminal), terminal.weight, Label.noArc, 0, .target) }
    while true {
      let (source, target) = (sourceHeap.smallestKey, targetHeap.smallestKey)
      guard min(source, target) < best else { return }
      if source <= target {
        let (node, key) = sourceHeap.pop()
        settle(view, node, key, .source)
      } else {
        let (node, key) = targetHeap.pop()
        settle(view, node, key, .target)
      }
    }
  }

  @inline(__always)
  private func cost(_ node: Int, _ end: End) -> UInt32 {
    let label = labels[node &* 2 &+ end.rawValue]
    return label.epoch == epoch ? label.cost : unreachable
  }

  @inline(__always)
  private mutating func open(_ node: Int, _ cost: UInt32, _ arc: UInt32, _ tail: Int, _ end: End) {
    guard cost < self.cost(node, end) else { return }
    labels[node &* 2 &+ end.rawValue] = Label(
      epoch: epoch, cost: cost, arc: arc, tail: UInt32(truncatingIfNeeded: tail))
    if end == .source { sourceHeap.push(node, key: cost) } else { targetHeap.push(node, key: cost) }
  }

  @inline(__always)
  private mutating func settle(_ view: HierarchyView, _ node: Int, _ key: UInt32, _ end: End) {
    guard key == labels[node &* 2 &+ end.rawValue].cost else { return }
    let whole = total(key, cost(node, end == .source ? .target : .source))
    if whole < best {
      best = whole
      meeting = node
    }
    let arcs = view.arcs(from: node)
    // Stalled: a way that comes down from above is cheaper, so nothing optimal goes up from here.
    for index in arcs {
      let arc = view.arcs[index]
      let above = cost(Int(arc.head), end)
      if total(above, end == .source ? arc.down : arc.up) < key { return }
    }
    for index in arcs {
      let arc = view.arcs[index]
      let next = total(key, end == .source ? arc.up : arc.down)
      open(Int(arc.head), next, UInt32(truncatingIfNeeded: index), node, end)
    }
  }

  /// Writes the arcs of the path through the meeting node; returns the positions of its ends.
  ///
  /// Returns nothing for a path that is longer than any that was built could be.
  private mutating func unpack(_ view: HierarchyView, _ arcs: inout [UInt32]) -> (Int, Int)? {
    let limit = 4 * view.nodeCount + 16
    pending.removeAll()
    var first = meeting
    while labels[first * 2].arc != Label.noArc {
      pending.append(labels[first * 2].arc << 1)
      first = Int(labels[first * 2].tail)
    }
    guard expand(view, &arcs, limit) else { return nil }
    var last = meeting
    while labels[last * 2 + 1].arc != Label.noArc {
      pending.append(labels[last * 2 + 1].arc << 1 | 1)
      guard expand(view, &arcs, limit) else { return nil }
      last = Int(labels[last * 2 + 1].tail)
    }
    return (first, last)
  }

  private mutating func expand(_ view: HierarchyView, _ arcs: inout [UInt32], _ limit: Int) -> Bool {
    while pending.count > 0 {
      let item = pending.removeLast()
      let parts = item & 1 == 0 ? view.up[Int(item >> 1)] : view.down[Int(item >> 1)]
      if parts.first == ArcParts.original {
        guard arcs.count < limit else {
          arcs.removeAll(keepingCapacity: true)
          return false
        }
        arcs.append(parts.second)
      } else {
        pending.append(parts.second << 1)
        pending.append(parts.first << 1 | 1)
      }
    }
    return true
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
