import Columns

/// Answers point-to-point questions on a hierarchy, by a search upwards from both ends.
///
/// A workspace to keep from query to query; nothing is allocated or cleared a query.
public struct HierarchyQuery: ~Copyable, Sendable {
  private let nodeCount: Int
  /// The cost of each position, from the sources and from the targets side by side.
  ///
  /// `unreachable` where the query hasn't been. So small that a hierarchy's upper part stays in the cache.
  private let costs: Slab<UInt32>
  /// For each cost, the position below from which the search came up, or `noTail` at a terminal.
  private let tails: Slab<UInt32>
  /// The costs that the query has written.
  private var touched = SlabList<UInt32>(filler: 0, capacity: 1024)
  private var sourceHeap = MinHeap()
  private var targetHeap = MinHeap()
  private var best = unreachable
  private var meeting = -1
  /// Upward arcs still to be unpacked, the next on top; the lowest bit tells whether it is travelled down.
  private var pending = SlabList<UInt32>(filler: 0)

  private static let noTail: UInt32 = .max

  /// Makes a workspace for hierarchies of up to `nodeCount` nodes.
  public init(nodeCount: Int) {
    precondition(nodeCount >= 0 && nodeCount <= Graph.capacity)
    self.nodeCount = nodeCount
    costs = Slab(repeating: unreachable, count: nodeCount * 2)
    tails = Slab(repeating: Self.noTail, count: nodeCount * 2)
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
    for index in 0..<touched.count { costs[Int(touched[index])] = unreachable }
    touched.removeAll()
    sourceHeap.removeAll()
    targetHeap.removeAll()
    best = unreachable
    meeting = -1
    for terminal in sources {
      open(FromSource.self, view.position(of: terminal), terminal.weight, from: Self.noTail)
    }
    for terminal in targets {
      open(FromTarget.self, view.position(of: terminal), terminal.weight, from: Self.noTail)
    }
    while true {
      let (source, target) = (sourceHeap.smallestKey, targetHeap.smallestKey)
      guard min(source, target) < best else { return }
      if source <= target { settle(FromSource.self, view) } else { settle(FromTarget.self, view) }
    }
  }

  @inline(__always)
  private mutating func open<E: End>(_: E.Type, _ node: Int, _ cost: UInt32, from tail: UInt32) {
    let slot = node &* 2 &+ E.offset
    let known = costs[slot]
    guard cost < known && cost < best else { return }
    if known == unreachable { touched.append(UInt32(truncatingIfNeeded: slot)) }
    costs[slot] = cost
    tails[slot] = tail
    if E.offset == 0 { sourceHeap.push(node, key: cost) } else { targetHeap.push(node, key: cost) }
  }

  @inline(__always)
  private mutating func settle<E: End>(_: E.Type, _ view: HierarchyView) {
    let (node, key) = E.offset == 0 ? sourceHeap.pop() : targetHeap.pop()
    guard key == costs[node &* 2 &+ E.offset] else { return }
    let whole = total(key, costs[node &* 2 &+ 1 &- E.offset])
    if whole < best {
      best = whole
      meeting = node
    }
    let arcs = view.arcs(from: node)
    // Stalled: a way that comes down from above is cheaper, so nothing optimal goes up from here.
    for index in arcs {
      let arc = view.arcs[index]
      if total(costs[Int(arc.head) &* 2 &+ E.offset], E.descent(arc)) < key { return }
    }
    for index in arcs {
      let arc = view.arcs[index]
      open(E.self, Int(arc.head), total(key, E.ascent(arc)), from: UInt32(truncatingIfNeeded: node))
    }
  }

  /// Writes the arcs of the path through the meeting node; returns the positions of its ends.
  ///
  /// Returns nothing for a path that is longer than any that was built could be.
  private mutating func unpack(_ view: HierarchyView, _ arcs: inout [UInt32]) -> (Int, Int)? {
    let limit = 4 * view.nodeCount + 16
    pending.removeAll()
    var first = meeting
    while tails[first * 2] != Self.noTail {
      let tail = Int(tails[first * 2])
      pending.append(view.arc(from: tail, to: first) << 1)
      first = tail
    }
    guard expand(view, &arcs, limit) else { return nil }
    var last = meeting
    while tails[last * 2 + 1] != Self.noTail {
      let tail = Int(tails[last * 2 + 1])
      pending.append(view.arc(from: tail, to: last) << 1 | 1)
      guard expand(view, &arcs, limit) else { return nil }
      last = tail
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

/// One of the two ends that a search goes up from.
private protocol End {
  /// The place of its costs beside those of the other.
  static var offset: Int { get }
  /// The weight of an upward arc in the direction of the search, and against it.
  static func ascent(_ arc: HierarchyArc) -> UInt32
  static func descent(_ arc: HierarchyArc) -> UInt32
}

private enum FromSource: End {
  static var offset: Int { 0 }
  static func ascent(_ arc: HierarchyArc) -> UInt32 { arc.up }
  static func descent(_ arc: HierarchyArc) -> UInt32 { arc.down }
}

private enum FromTarget: End {
  static var offset: Int { 1 }
  static func ascent(_ arc: HierarchyArc) -> UInt32 { arc.down }
  static func descent(_ arc: HierarchyArc) -> UInt32 { arc.up }
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
