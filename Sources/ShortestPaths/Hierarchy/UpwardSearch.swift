import Columns

/// A search up a hierarchy from one end, to its very top.
struct UpwardSearch: ~Copyable, Sendable {
  /// The way that paths run which the search follows upwards.
  enum Direction { case away, towards }

  /// A position and what it costs between it and the end.
  struct Settled: BitwiseCopyable, Sendable {
    var position: UInt32 = 0
    var cost: UInt32 = 0
  }

  let nodeCount: Int
  /// What the last search settled, the uppermost first: the positions to which no cheaper way comes down from above.
  private(set) var settled = SlabList(filler: Settled())
  /// `unreachable` where no search is: each cleans up behind it.
  private let costs: CostSlab
  /// All positions above the terminals, the lowest first.
  private var above = SlabList<UInt32>(filler: 0)
  private var ascent = Ascent()

  init(nodeCount: Int) {
    precondition(nodeCount >= 0 && nodeCount <= Graph.capacity)
    self.nodeCount = nodeCount
    costs = CostSlab(count: nodeCount)
  }

  /// Searches from `terminals`, and leaves the outcome in `settled`.
  mutating func run(_ view: HierarchyView, from terminals: [Terminal], _ direction: Direction) {
    switch direction {
    case .away: run(FromSource.self, view, from: terminals)
    case .towards: run(FromTarget.self, view, from: terminals)
    }
  }

  private mutating func run<E: HierarchyEnd>(_: E.Type, _ view: HierarchyView, from terminals: [Terminal]) {
    precondition(view.nodeCount <= nodeCount, "a workspace for a smaller hierarchy")
    settled.removeAll()
    for terminal in terminals {
      let position = view.position(of: terminal)
      costs[position] = min(costs[position], terminal.weight)
      ascent.begin(at: position)
    }
    above.removeAll()
    while true {
      let position = ascent.next(view)
      if position < 0 { break }
      above.append(UInt32(truncatingIfNeeded: position))
      let cost = costs[position]
      if cost == unreachable { continue }
      let arcs = view.arcs(from: position)
      let row = view.row(arcs)
      for arc in arcs {
        let head = row.head(of: arc)
        costs[head] = min(costs[head], total(cost, E.ascent(row, arc)))
      }
    }
    // From the top down: there the costs of all above are those of cheapest paths.
    var index = above.count
    while index > 0 {
      index &-= 1
      let position = Int(above[index])
      let cost = costs[position]
      var least = cost
      let arcs = view.arcs(from: position)
      let row = view.row(arcs)
      for arc in arcs { least = min(least, total(costs[row.head(of: arc)], E.descent(row, arc))) }
      if least == cost {
        if cost < unreachable { settled.append(Settled(position: above[index], cost: cost)) }
      } else {
        costs[position] = least
      }
    }
    for index in 0..<above.count { costs[Int(above[index])] = unreachable }
  }
}
