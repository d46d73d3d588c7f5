import Columns

/// Contracts a graph's nodes one after the other, the least important first.
///
/// The order is by edge difference, hops and depth, updated lazily: the node on top of the queue is looked
/// at again, and goes back if others have become less important. Ties fall to the smaller node.
///
/// Source: Geisberger, Sanders, Schultes and Vetter 2012, *Exact Routing in Large Road Networks Using
/// Contraction Hierarchies*. The terms of the order are those of RoutingKit, weighted anew.
struct Contraction: ~Copyable {
  private(set) var remaining: RemainingGraph
  /// The nodes in the order of their contraction.
  private(set) var order: [UInt32] = []
  private var witnesses: WitnessSearch
  private var shortcuts = SlabList(filler: Shortcut())
  private let nodes: Slab<Node>

  struct Node: BitwiseCopyable {
    /// The most nodes that lie below this one in a chain.
    var depth: UInt32 = 0
    /// True if a neighbour was contracted since the importance was computed.
    var isStale = false
  }

  struct Shortcut: BitwiseCopyable {
    var tail: UInt32 = 0
    var head: UInt32 = 0
    var weight: UInt32 = 0
    var hops: UInt32 = 0
  }

  init(_ graph: Graph, _ weights: Column<UInt32>) {
    remaining = RemainingGraph(graph, weights)
    witnesses = WitnessSearch(nodeCount: graph.nodeCount)
    nodes = Slab(repeating: Node(), count: graph.nodeCount)
  }

  mutating func run(progress: ((Double) -> Void)?) {
    let count = remaining.nodeCount
    order.reserveCapacity(count)
    var queue = MinHeap(capacity: count)
    for node in 0..<count { queue.push(node, key: importance(of: node, limit: Self.firstLimit)) }
    while queue.count > 0 {
      let (node, _) = queue.pop()
      let key = importance(of: node, limit: Self.limit)
      if nodes[node].isStale {
        nodes[node].isStale = false
        if key > queue.smallestKey {
          queue.push(node, key: key)
          continue
        }
      }
      contract(node)
      if let progress, order.count % 1024 == 0 { progress(Double(order.count) / Double(count)) }
    }
    progress?(1)
  }

  /// How many nodes a search for a witness may settle.
  private static let firstLimit = 50
  private static let limit = 500

  /// Collects the shortcuts that a contraction of `node` would need, and weighs them against what it removes.
  private mutating func importance(of node: Int, limit: Int) -> UInt32 {
    shortcuts.removeAll()
    let slots = remaining.slots(node)
    var removed = 0
    var removedHops = 0
    for slot in slots {
      let arc = remaining[slot]
      let origin = remaining.origin(slot)
      if arc.out != unreachable {
        removed += 1
        removedHops += Int(origin.outHops)
      }
      if arc.back != unreachable {
        removed += 1
        removedHops += Int(origin.backHops)
      }
    }
    witnesses.target(remaining, around: node, slots)
    var addedHops = 0
    for entry in slots where remaining[entry].back != unreachable {
      guard witnesses.search(remaining, from: remaining[entry], around: node, slots, limit) else { continue }
      for exit in slots where exit != entry && remaining[exit].out != unreachable {
        let weight = total(remaining[entry].back, remaining[exit].out)
        let head = remaining[exit].head
        guard weight != unreachable && witnesses.cost(Int(head)) > weight else { continue }
        let hops = total(remaining.origin(entry).backHops, remaining.origin(exit).outHops)
        shortcuts.append(Shortcut(tail: remaining[entry].head, head: head, weight: weight, hops: hops))
        addedHops += Int(hops)
      }
    }
    witnesses.untarget(remaining, slots)
    // The factors leave the fewest arcs to look at in a query, on a city's roads and on its footways.
    let depth = 1000 * Int(nodes[node].depth)
    guard removed > 0 else { return UInt32(clamping: depth) }
    let importance = depth + 4000 * shortcuts.count / removed + 1000 * addedHops / removedHops
    return UInt32(clamping: min(importance, Int(UInt32.max) - 1))
  }

  /// Contracts the node whose shortcuts were collected last.
  private mutating func contract(_ node: Int) {
    order.append(UInt32(node))
    for slot in remaining.slots(node) {
      let neighbour = Int(remaining[slot].head)
      remaining.remove(node, from: neighbour)
      nodes[neighbour].depth = max(nodes[neighbour].depth, nodes[node].depth + 1)
      nodes[neighbour].isStale = true
    }
    for index in 0..<shortcuts.count {
      let shortcut = shortcuts[index]
      remaining.offer(
        Int(shortcut.tail), Int(shortcut.head), weight: shortcut.weight,
        origin: UInt32(node) | ArcOrigin.shortcut, hops: shortcut.hops)
    }
  }
}
