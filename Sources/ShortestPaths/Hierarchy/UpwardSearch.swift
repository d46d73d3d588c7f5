import Columns

/// The way that paths run which a search follows upwards.
enum Direction { case away, towards }

/// A search up a hierarchy from one end, to its very top.
struct UpwardSearch<Label: WalkLabel>: ~Copyable, Sendable {

  let nodeCount: Int
  /// What the last search settled, the uppermost first: the positions to which no cheaper way comes down from above.
  private(set) var settled = SlabList(filler: Settled())
  /// All zero where no search is: each cleans up behind it.
  private let labels: Slab<Label>
  /// All positions above the terminals, the lowest first.
  private var above = SlabList<UInt32>(filler: 0)
  private var ascent = Ascent()

  init(nodeCount: Int) {
    precondition(nodeCount >= 0 && nodeCount <= Graph.capacity)
    self.nodeCount = nodeCount
    labels = Slab(zeroedCount: nodeCount)
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
      labels[position] = labels[position].cheaper(Label(cost: terminal.weight, tail: TracedLabel.noTail))
      ascent.begin(at: position)
    }
    above.removeAll()
    while true {
      let position = ascent.next(view)
      if position < 0 { break }
      above.append(UInt32(truncatingIfNeeded: position))
      let cost = labels[position].cost
      if cost == unreachable { continue }
      let here = Label(cost: cost, tail: UInt32(truncatingIfNeeded: position))
      let arcs = view.arcs(from: position)
      let row = view.row(arcs)
      for arc in arcs {
        let head = row.head(of: arc)
        labels[head] = labels[head].cheaper(here.after(E.ascent(row, arc)))
      }
    }
    // From the top down: there the costs of all above are those of cheapest paths.
    var index = above.count
    while index > 0 {
      index &-= 1
      let position = Int(above[index])
      let label = labels[position]
      let cost = label.cost
      var least = cost
      let arcs = view.arcs(from: position)
      let row = view.row(arcs)
      for arc in arcs {
        least = min(least, labels[row.head(of: arc)].cost.addingUpToUnreachable(E.descent(row, arc)))
      }
      if least == cost {
        if cost < unreachable {
          settled.append(Settled(position: above[index], cost: cost, tail: label.tail))
        }
      } else {
        labels[position] = Label(cost: least, tail: label.tail)
      }
    }
    for index in 0..<above.count { labels[Int(above[index])] = Label(cost: unreachable, tail: 0) }
  }
}

/// A position and what it costs between it and the end.
struct Settled: BitwiseCopyable, Sendable {
  var position: UInt32 = 0
  var cost: UInt32 = 0
  /// The position below over which that is, or ``TracedLabel/noTail``, also where the search didn't ask.
  var tail = TracedLabel.noTail
}
