import Columns

/// A search up a hierarchy that may also go down, but not below all of the last few nodes it came through.
///
/// So it sees ways beside the best one, which a hierarchy otherwise leaves out. What it finds are paths, not
/// always cheapest ones.
///
/// Source: Abraham, Delling, Goldberg and Werneck 2013 (x-CHV), with levels of the hierarchy in place of the
/// order of contraction.
struct RelaxedSearch: ~Copyable, Sendable {
  /// How many nodes back the lowest is looked for.
  private static let relaxation = 3

  struct Label: BitwiseCopyable {
    var epoch: UInt32 = 0
    var cost: UInt32 = unreachable
    /// The position from which the search came, or `noTail` at a terminal.
    var tail: UInt32 = noTail
    /// The weight of the arc from there.
    var step: UInt32 = 0
  }

  static let noTail: UInt32 = .max

  let labels: Slab<Label>
  /// The positions by rising cost.
  private(set) var settled = SlabList<UInt32>(filler: 0)
  private var heap = MinHeap()
  private var epoch: UInt32 = 0

  init(nodeCount: Int) {
    labels = Slab(zeroedCount: nodeCount)
  }

  /// Searches from `terminals` as far as `limit`.
  mutating func run(
    _ view: HierarchyView, _ index: DescentIndex, from terminals: [Terminal],
    _ direction: Direction, limit: UInt32
  ) {
    heap.removeAll()
    settled.removeAll()
    epoch &+= 1
    if epoch == 0 {
      labels.fill(Label())
      epoch = 1
    }
    for terminal in terminals {
      open(view.position(of: terminal), terminal.weight, Self.noTail, 0, limit)
    }
    defer { withExtendedLifetime(index) {} }
    let (first, descents, level) = unsafe (index.first.lent, index.arcs.lent, index.level.lent)
    while heap.count > 0 {
      let (node, key) = heap.pop()
      if key != labels[node].cost { continue }
      settled.append(UInt32(truncatingIfNeeded: node))
      for arc in view.arcs(from: node) {
        let record = view.arcs[arc]
        let step = direction == .away ? record.up : record.down
        let cost = key.addingUpToUnreachable(step)
        open(Int(record.head), cost, UInt32(truncatingIfNeeded: node), step, limit)
      }
      let floor = lowest(from: node, level)
      for slot in Int(first[node])..<Int(first[node &+ 1]) {
        let descent = descents[slot]
        guard level[Int(descent.tail)] >= floor else { continue }
        let record = view.arcs[Int(descent.arc)]
        let step = direction == .away ? record.down : record.up
        let cost = key.addingUpToUnreachable(step)
        open(Int(descent.tail), cost, UInt32(truncatingIfNeeded: node), step, limit)
      }
    }
  }

  /// What the last search knows of a position; nil if it wasn't there.
  @inline(__always)
  func label(_ position: Int) -> Label? {
    let label = labels[position]
    return label.epoch == epoch ? label : nil
  }

  /// The lowest level among a position and those before it.
  @inline(__always)
  private func lowest(from position: Int, _ level: Lent<UInt32>) -> UInt32 {
    var lowest = level[position]
    var tail = labels[position].tail
    for _ in 0..<Self.relaxation where tail != Self.noTail {
      lowest = min(lowest, level[Int(tail)])
      tail = labels[Int(tail)].tail
    }
    return lowest
  }

  @inline(__always)
  private mutating func open(
    _ node: Int, _ cost: UInt32, _ tail: UInt32, _ step: UInt32, _ limit: UInt32
  ) {
    guard cost <= limit, cost < label(node)?.cost ?? unreachable else { return }
    labels[node] = Label(epoch: epoch, cost: cost, tail: tail, step: step)
    heap.push(node, key: cost)
  }
}
