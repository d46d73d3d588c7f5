import Columns

/// The search for a cheapest path by walks up the elimination tree from both its ends.
///
/// All that lies above a node is on its way to the root, so there is no queue: a walk looks at one position after the
/// other, and what it knows of each is final when it gets there. A workspace to keep; walks clean up behind them.
///
/// Source: Dibbelt, Strasser and Wagner 2016, *Customizable Contraction Hierarchies*; the pruning is that of Buchhold,
/// Sanders and Wagner 2019, *Real-time Traffic Assignment Using Engineered Customizable Contraction Hierarchies*.
struct TreeSearch<Label: WalkLabel>: ~Copyable, Sendable {
  let nodeCount: Int
  /// The cost of the cheapest path found last, and the position at its top, or −1.
  private(set) var best = unreachable
  private(set) var meeting = -1
  /// What is known of each position, from the sources and from the targets side by side.
  private let labels: Slab<Label>
  private var ascent = Ascent()

  init(nodeCount: Int) {
    precondition(nodeCount >= 0 && nodeCount <= Graph.capacity)
    self.nodeCount = nodeCount
    labels = Slab(zeroedCount: nodeCount * 2)
  }

  /// Searches, and leaves the outcome in `best` and `meeting`.
  mutating func run<Upward: UpwardGraph>(
    _ view: Upward, from sources: [Terminal], to targets: [Terminal]
  ) {
    precondition(view.nodeCount <= nodeCount, "a workspace for a smaller hierarchy")
    best = unreachable
    meeting = -1
    guard !sources.isEmpty && !targets.isEmpty else { return }
    var position: Int
    if sources.count == 1 && targets.count == 1 {
      var (source, target) = (view.position(of: sources[0]), view.position(of: targets[0]))
      begin(FromSource.self, source, sources[0].weight)
      begin(FromTarget.self, target, targets[0].weight)
      // Below the first common position nothing meets.
      while source != target {
        if source > target {
          leave(FromSource.self, view, source)
          source = view.parent(of: source)
        } else {
          leave(FromTarget.self, view, target)
          target = view.parent(of: target)
        }
      }
      position = source
    } else {
      for terminal in sources { join(FromSource.self, view.position(of: terminal), terminal.weight) }
      for terminal in targets { join(FromTarget.self, view.position(of: terminal), terminal.weight) }
      while ascent.count > 1 { meet(view, ascent.next(view)) }
      position = ascent.last()
    }
    while position >= 0 {
      meet(view, position)
      position = view.parent(of: position)
    }
  }

  @inline(__always)
  private func begin<E: HierarchyEnd>(_: E.Type, _ position: Int, _ cost: UInt32) {
    let place = position &* 2 &+ E.offset
    labels[place] = labels[place].cheaper(Label(cost: cost, tail: TracedLabel.noTail))
  }

  private mutating func join<E: HierarchyEnd>(_: E.Type, _ position: Int, _ cost: UInt32) {
    begin(E.self, position, cost)
    ascent.begin(at: position)
  }

  @inline(__always)
  private mutating func meet<Upward: UpwardGraph>(_ view: Upward, _ position: Int) {
    let place = position &* 2
    let whole = labels[place &+ FromSource.offset].cost.addingUpToUnreachable(
      labels[place &+ FromTarget.offset].cost)
    if whole < best {
      best = whole
      meeting = position
    }
    leave(FromSource.self, view, position)
    leave(FromTarget.self, view, position)
  }

  /// Takes the cost of a position, which is final, to all above it, unless it is no cheaper than the best path.
  ///
  /// Where it came from stays, for `trace`.
  @inline(__always)
  private func leave<E: HierarchyEnd, Upward: UpwardGraph>(_: E.Type, _ view: Upward, _ position: Int) {
    let place = position &* 2 &+ E.offset
    let cost = labels[place].cost
    labels[place] = labels[place].left
    if cost >= best { return }
    let arcs = view.arcs(from: position)
    let row = view.row(arcs)
    let here = Label(cost: cost, tail: UInt32(truncatingIfNeeded: position))
    var arc = arcs.lowerBound
    while arc < arcs.upperBound {
      let place = row.head(of: arc) &* 2 &+ E.offset
      labels[place] = labels[place].cheaper(here.after(E.ascent(row, arc)))
      arc &+= 1
    }
  }
}

extension TreeSearch<TracedLabel> {
  /// Calls `body` with the steps of a walk to the meeting, the uppermost first; returns the position where it began.
  @inline(__always)
  func trace<E: HierarchyEnd>(_: E.Type, _ body: (_ tail: Int, _ head: Int) -> Void) -> Int {
    var head = meeting
    while true {
      let tail = labels[head &* 2 &+ E.offset].tail
      // Walks come from below; a damaged file may say otherwise.
      guard tail != TracedLabel.noTail && tail > head else { return head }
      body(Int(tail), head)
      head = Int(tail)
    }
  }
}

/// What a walk knows of a position; all zero where none has been.
///
/// In one word, so that keeping the cheaper of two takes no branch, which couldn't be guessed.
protocol WalkLabel: BitwiseCopyable, Sendable {
  init(cost: UInt32, tail: UInt32)
  var cost: UInt32 { get }
  /// The position below from which the walk came; ``TracedLabel/noTail`` at a terminal, or if the label doesn't know.
  var tail: UInt32 { get }
  /// The label after the walk has gone on: without its cost.
  var left: Self { get }
  /// The same at a higher cost, or nowhere.
  func after(_ weight: UInt32) -> Self
  func cheaper(_ other: Self) -> Self
}

/// What a position costs.
struct CostLabel: WalkLabel {
  /// What is left to ``unreachable``.
  private var bits: UInt32

  private init(bits: UInt32) { self.bits = bits }

  @inline(__always)
  init(cost: UInt32, tail: UInt32) { bits = ~cost }
  @inline(__always)
  var cost: UInt32 { ~bits }
  @inline(__always)
  var tail: UInt32 { TracedLabel.noTail }
  @inline(__always)
  var left: CostLabel { CostLabel(bits: 0) }
  @inline(__always)
  func after(_ weight: UInt32) -> CostLabel { CostLabel(bits: bits > weight ? bits &- weight : 0) }
  @inline(__always)
  func cheaper(_ other: CostLabel) -> CostLabel { CostLabel(bits: max(bits, other.bits)) }
}

/// What a position costs, and the position below from which the walk came.
struct TracedLabel: WalkLabel {
  /// In the upper half what is left to ``unreachable``, in the lower one the tail: of what costs the same the lowest
  /// counts, so that no path goes in a circle for free.
  private var bits: UInt64

  /// In place of a tail: a terminal.
  static let noTail: UInt32 = .max

  private init(bits: UInt64) { self.bits = bits }

  @inline(__always)
  init(cost: UInt32, tail: UInt32) { bits = UInt64(~cost) << 32 | UInt64(tail) }
  @inline(__always)
  var cost: UInt32 { ~UInt32(truncatingIfNeeded: bits >> 32) }
  @inline(__always)
  var tail: UInt32 { UInt32(truncatingIfNeeded: bits) }
  @inline(__always)
  var left: TracedLabel { TracedLabel(bits: bits & 0xFFFF_FFFF) }
  @inline(__always)
  func after(_ weight: UInt32) -> TracedLabel {
    let (difference, isBeyond) = bits.subtractingReportingOverflow(UInt64(weight) << 32)
    return TracedLabel(bits: isBeyond ? 0 : difference)
  }
  @inline(__always)
  func cheaper(_ other: TracedLabel) -> TracedLabel { TracedLabel(bits: max(bits, other.bits)) }
}

extension [Terminal] {
  /// The index of the cheapest terminal at a position.
  func cheapest(at position: Int, _ positions: Column<UInt32>) -> Int {
    guard count > 1 else { return 0 }
    guard let terminal = first(where: { positions[Int($0.node)] == position }) else { return 0 }
    return cheapest(at: Int(terminal.node))
  }
}
