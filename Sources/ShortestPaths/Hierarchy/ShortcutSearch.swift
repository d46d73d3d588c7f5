/// A shortcut that a contraction needs.
struct Shortcut: BitwiseCopyable {
  var tail: UInt32 = 0
  var head: UInt32 = 0
  var weight: UInt32 = 0
  var hops: UInt32 = 0
}

/// Finds the shortcuts that contractions need; one thread's workspace.
struct ShortcutSearch: ~Copyable {
  /// What was found since the last time that this was emptied.
  private(set) var shortcuts = SlabList(filler: Shortcut())
  private var witnesses: WitnessSearch

  /// So many neighbours are looked at only when it is a node's turn.
  private static let many = 200

  init(nodeCount: Int) {
    witnesses = WitnessSearch(nodeCount: nodeCount)
  }

  /// Whether a first look at a node doesn't look at its shortcuts.
  static func isWeighedLater(_ node: Int, _ graph: RemainingView) -> Bool { graph.slots(node).count > many }

  mutating func removeAll() { shortcuts.removeAll() }

  /// Appends the shortcuts that a contraction of `node` would need, and weighs them against what it removes.
  ///
  /// The nodes whose turn comes before are taken for contracted, but for their own shortcuts.
  ///
  /// - Parameter isFirst: Whether the node comes up again before it is contracted: then one with many neighbours is
  ///   weighed without a look at its shortcuts, as if all were needed.
  mutating func importance(
    of node: Int, depth: UInt32, in graph: RemainingView, turns: Lent<UInt32>, limit: Int, isFirst: Bool
  ) -> UInt32 {
    let start = shortcuts.count
    let slots = graph.slots(node)
    if isFirst, Self.isWeighedLater(node, graph) { return UInt32(clamping: 6000 * slots.count / 2) }
    var removed = 0
    var removedHops = 0
    for slot in slots {
      let (arc, origin) = (graph.arcs[slot], graph.origins[slot])
      if arc.out != unreachable {
        removed += 1
        removedHops += Int(origin.outHops)
      }
      if arc.back != unreachable {
        removed += 1
        removedHops += Int(origin.backHops)
      }
    }
    witnesses.target(graph, around: node, slots)
    var addedHops = 0
    for entry in slots where graph.arcs[entry].back != unreachable {
      let from = graph.arcs[entry]
      guard witnesses.search(graph, from: from, around: node, slots, turns, limit) else { continue }
      for exit in slots where exit != entry && graph.arcs[exit].out != unreachable {
        let weight = total(from.back, graph.arcs[exit].out)
        let head = graph.arcs[exit].head
        guard weight != unreachable && witnesses.cost(Int(head)) > weight else { continue }
        let hops = total(graph.origins[entry].backHops, graph.origins[exit].outHops)
        shortcuts.append(Shortcut(tail: from.head, head: head, weight: weight, hops: hops))
        addedHops += Int(hops)
      }
    }
    witnesses.untarget(graph, slots)
    // The factors leave the fewest arcs to look at in a query, on a city's roads and on its footways.
    let below = 1000 * Int(depth)
    guard removed > 0 else { return UInt32(clamping: min(below, Int(UInt32.max) - 1)) }
    let importance = below + 4000 * (shortcuts.count - start) / removed + 1000 * addedHops / removedHops
    return UInt32(clamping: min(importance, Int(UInt32.max) - 1))
  }
}
