import Columns

/// A graph with its weights, lent to a search.
struct GraphView {
  let firstOut: LentColumn<UInt32>
  let head: LentColumn<UInt32>
  let weights: LentColumn<UInt32>
  /// Extra weights, or nothing.
  let extra: Lent<UInt32>

  @inline(__always)
  func arcs(from node: Int) -> Range<Int> {
    let first = Int(firstOut[node])
    // A damaged file may have offsets fall.
    return unsafe Range(uncheckedBounds: (first, max(first, Int(firstOut[node &+ 1]))))
  }

  @inline(__always)
  func weight(_ arc: Int) -> UInt32 {
    extra.count == 0 ? weights[arc] : weights[arc].addingUpToUnreachable(extra[arc])
  }
}

extension Graph {
  /// Lends the graph without weights to `body`.
  @inline(__always)
  func lend<Result>(_ body: (GraphView) -> Result) -> Result {
    defer { withExtendedLifetime(self) {} }
    return body(
      unsafe GraphView(
        firstOut: firstOut.lentUnread, head: head.lentUnread, weights: .none, extra: .none))
  }

  /// Lends the graph and its weights to `body`.
  @inline(__always)
  func lend<Result>(
    _ weights: Column<UInt32>, _ extra: Lent<UInt32>, _ body: (GraphView) -> Result
  ) -> Result {
    precondition(weights.count == arcCount, "a weight for every arc")
    precondition(extra.count == 0 || extra.count >= arcCount, "adjustments of a smaller graph")
    defer {
      withExtendedLifetime(self) {}
      withExtendedLifetime(weights) {}
    }
    return body(
      unsafe GraphView(
        firstOut: firstOut.lentUnread, head: head.lentUnread, weights: weights.lentUnread, extra: extra))
  }
}

/// What a search knows of a node.
struct SearchLabel: BitwiseCopyable {
  /// The query that wrote the label; any other's is as good as none.
  var epoch: UInt32 = 0
  var cost: UInt32 = unreachable
  /// The arc by which the node was reached, or `noArc` at a source.
  var arc: UInt32 = noArc
  /// A lower bound of the cost that remains, for A*.
  var bound: UInt32 = 0

  static let noArc: UInt32 = .max
}

/// The memory that a search from one end works in, kept from query to query.
struct SearchSpace: ~Copyable {
  let labels: Slab<SearchLabel>
  /// The weight of the cheapest target at each node; `unreachable` everywhere between queries.
  let targets: CostSlab
  var heap = MinHeap()
  private(set) var epoch: UInt32 = 0
  /// What may end the search early.
  var interruption: Interruption?
  private var patience = 0

  /// How many nodes are looked at before the next look at ``interruption``.
  private static let mostPatience = 2048

  init(nodeCount: Int) {
    precondition(nodeCount >= 0 && nodeCount <= Graph.capacity)
    labels = Slab(zeroedCount: nodeCount)
    targets = CostSlab(count: nodeCount)
  }

  /// Forgets the last query.
  mutating func begin(nodeCount: Int) {
    precondition(nodeCount <= labels.count, "a workspace for a smaller graph")
    heap.removeAll()
    patience = interruption == nil ? .max : Self.mostPatience
    epoch &+= 1
    if epoch == 0 {
      labels.fill(SearchLabel())
      epoch = 1
    }
  }

  /// Takes the cheapest node from the heap if it is cheaper than `bound`, and nobody interrupts the search.
  @inline(__always)
  mutating func pop(below bound: UInt32) -> (node: Int, key: UInt32)? {
    guard heap.smallestKey < bound else { return nil }
    patience &-= 1
    if patience == 0, isInterrupted() { return nil }
    return heap.pop()
  }

  @inline(never)
  private mutating func isInterrupted() -> Bool {
    patience = Self.mostPatience
    return interruption?.isRaised == true
  }

  @inline(__always)
  func cost(_ node: Int) -> UInt32 { labels[node].epoch == epoch ? labels[node].cost : unreachable }

  func mark(_ terminals: [Terminal], nodeCount: Int) {
    for terminal in terminals {
      let node = Int(terminal.node)
      precondition(node < nodeCount, "a target that is no node")
      targets[node] = min(targets[node], terminal.weight)
    }
  }

  func unmark(_ terminals: [Terminal]) {
    for terminal in terminals { targets[Int(terminal.node)] = unreachable }
  }

  /// Writes the arcs that lead to `node` and returns the path between the cheapest terminals at its ends.
  func trace(
    to node: Int, cost: UInt32, in graph: Graph, from sources: [Terminal], to targets: [Terminal],
    arcs: inout [UInt32]
  ) -> FoundPath {
    var root = node
    while labels[root].arc != SearchLabel.noArc {
      arcs.append(labels[root].arc)
      root = Int(graph.tail(of: Int(labels[root].arc)))
    }
    arcs.reverse()
    return FoundPath(cost: cost, source: sources.cheapest(at: root), target: targets.cheapest(at: node))
  }
}
