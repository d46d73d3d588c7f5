/// Looks for paths around a node that are as cheap as those through it.
///
/// Bounded: what it doesn't find costs a needless shortcut, never a wrong answer.
struct WitnessSearch: ~Copyable {
  struct Label: BitwiseCopyable {
    var epoch: UInt32 = 0
    var cost: UInt32 = unreachable
  }

  /// How many arcs may be looked at for each node that may be settled.
  private static let arcsForEach = 12

  private let labels: Slab<Label>
  /// The weight from the node in the middle to each of its heads; `unreachable` elsewhere.
  private let targets: Slab<UInt32>
  /// For each slot of the node in the middle, the least weight of an arc that enters its head otherwise.
  private var lastArcs = SlabList(filler: unreachable)
  private var heap = MinHeap()
  private var epoch: UInt32 = 0

  init(nodeCount: Int) {
    labels = Slab(repeating: Label(), count: nodeCount)
    targets = Slab(repeating: unreachable, count: nodeCount)
  }

  @inline(__always)
  func cost(_ node: Int) -> UInt32 { labels[node].epoch == epoch ? labels[node].cost : unreachable }

  /// Makes the heads of the arcs out of one node the targets of the next searches.
  mutating func target(_ graph: RemainingView, around node: Int, _ slots: Range<Int>) {
    lastArcs.removeAll()
    for slot in slots {
      let head = Int(graph.arcs[slot].head)
      targets[head] = graph.arcs[slot].out
      var last = unreachable
      if graph.arcs[slot].out != unreachable {
        for other in graph.slots(head) where graph.arcs[other].head != node {
          last = min(last, graph.arcs[other].back)
        }
      }
      lastArcs.append(last)
    }
  }

  func untarget(_ graph: RemainingView, _ slots: Range<Int>) {
    for slot in slots { targets[Int(graph.arcs[slot].head)] = unreachable }
  }

  /// Searches from the head of `entry`, an arc of `node`; afterwards `cost` holds upper bounds.
  ///
  /// No path leads through nodes whose turn comes before that of `node`. Returns false if there is nothing to look
  /// for.
  mutating func search(
    _ graph: RemainingView, from entry: RemainingArc, around node: Int, _ slots: Range<Int>,
    _ turns: Lent<UInt32>, _ limit: Int
  ) -> Bool {
    let turn = turns[node]
    let source = Int(entry.head)
    var pending = 0
    var furthest: UInt32 = 0
    var last: UInt32 = 0
    for slot in slots where graph.arcs[slot].out != unreachable && graph.arcs[slot].head != entry.head {
      let weight = total(entry.back, graph.arcs[slot].out)
      guard weight != unreachable else { continue }
      pending &+= 1
      furthest = max(furthest, weight)
      let lastArc = lastArcs[slot &- slots.lowerBound]
      if lastArc <= weight { last = max(last, weight &- lastArc) }
    }
    guard pending > 0 else { return false }
    heap.removeAll()
    epoch &+= 1
    if epoch == 0 {
      labels.fill(Label())
      epoch = 1
    }
    labels[source] = Label(epoch: epoch, cost: 0)
    heap.push(source, key: 0)
    var settled = 0
    // Where all is joined to all, few nodes have many arcs.
    var scannable = limit &* Self.arcsForEach
    while heap.smallestKey <= last && settled < limit && scannable > 0 {
      let (tail, cost) = heap.pop()
      if cost != labels[tail].cost { continue }
      settled &+= 1
      if turns[tail] < turn && tail != source { continue }
      let leaving = graph.slots(tail)
      scannable &-= leaving.count
      for slot in leaving {
        let arc = graph.arcs[slot]
        let head = Int(arc.head)
        let next = total(cost, arc.out)
        let known = self.cost(head)
        guard next <= furthest && next < known && head != node else { continue }
        labels[head] = Label(epoch: epoch, cost: next)
        if next <= last { heap.push(head, key: next) }
        let out = targets[head]
        if out != unreachable {
          let bar = total(entry.back, out)
          if next <= bar && known > bar {
            pending &-= 1
            if pending == 0 { return true }
          }
        }
      }
    }
    return true
  }
}
