import Columns

/// Contracts a graph's nodes one after the other, the least important first.
///
/// The order is by edge difference, hops and depth, updated lazily: what is on top of the queue is looked at again,
/// and goes back if others have become less important. Ties fall to the smaller node.
///
/// Several threads may look for shortcuts: the nodes on top of the queue are taken together as a round, each of them
/// given a turn. Who comes later in the round is looked at as if those before were gone; so any of the round that
/// aren't neighbours can be contracted. Nothing depends on how many threads there are.
///
/// Source: Geisberger, Sanders, Schultes and Vetter 2012, *Exact Routing in Large Road Networks Using Contraction
/// Hierarchies*. The terms of the order are those of RoutingKit, weighted anew.
struct Contraction: ~Copyable {
  private(set) var remaining: RemainingGraph
  /// The nodes in the order of their contraction.
  private(set) var order: [UInt32] = []
  private var queue: MinHeap
  private let round = Round()
  private let nodes: Slab<Node>
  /// When in the round it is a node's turn; `.max` for nodes that aren't in it.
  private let turns: Slab<UInt32>
  private let workers: [Worker]

  struct Node: BitwiseCopyable {
    /// The most nodes that lie below this one in a chain.
    var depth: UInt32 = 0
    /// True if a neighbour was contracted since the importance was computed, or that was but a first look.
    var isStale = false
  }

  /// A node of the round, and what was found out about it.
  struct Candidate: BitwiseCopyable, Sendable {
    var node: UInt32 = 0
    var importance: UInt32 = 0
    /// Which worker holds the shortcuts, and where.
    var worker: UInt32 = 0
    var firstShortcut: UInt32 = 0
    var endShortcut: UInt32 = 0
  }

  /// Nodes that are looked at together, so many of them that are counted.
  private final class Round: @unchecked Sendable {
    let candidates = Slab(repeating: Candidate(), count: largestRound)
    var count = 0

    func append(_ node: Int) {
      candidates[count] = Candidate(node: UInt32(node))
      count += 1
    }
  }

  /// What one thread works with.
  private final class Worker: @unchecked Sendable {
    var search: ShortcutSearch

    init(nodeCount: Int) { search = ShortcutSearch(nodeCount: nodeCount) }
  }

  /// How many nodes a search for a witness may settle.
  private static let firstLimit = 50
  private static let limit = 500
  private static let largestRound = 256
  /// The share of the nodes that are left which makes a round.
  private static let roundShare = 1000
  /// How many nodes a thread takes at once.
  private static let chunk = 16

  init(_ graph: Graph, _ weights: Column<UInt32>, threads: Int) {
    let count = graph.nodeCount
    remaining = RemainingGraph(graph, weights)
    queue = MinHeap(capacity: count)
    nodes = Slab(repeating: Node(), count: count)
    turns = Slab(repeating: .max, count: count)
    let useful = max(1, min(threads, (count + Self.chunk - 1) / Self.chunk))
    workers = (0..<useful).map { _ in Worker(nodeCount: count) }
  }

  mutating func run(progress: ((Double) -> Void)?) {
    let count = remaining.nodeCount
    order.reserveCapacity(count)
    for start in stride(from: 0, to: count, by: Self.largestRound) {
      round.count = 0
      for node in start..<min(start + Self.largestRound, count) { round.append(node) }
      evaluate(limit: Self.firstLimit, isFirst: true)
      for index in 0..<round.count {
        queue.push(Int(round.candidates[index].node), key: round.candidates[index].importance)
        if ShortcutSearch.isWeighedLater(Int(round.candidates[index].node), remaining.lent) {
          nodes[Int(round.candidates[index].node)].isStale = true
        }
      }
    }
    var told = 0
    while queue.count > 0 {
      if isDense {
        contractCore()
        break
      }
      gather()
      evaluate(limit: Self.limit)
      contractRound()
      if let progress, order.count - told >= 1024 {
        progress(Double(order.count) / Double(count))
        told = order.count
      }
    }
    progress?(1)
  }

  /// What a node's search for shortcuts takes for each of its neighbours, in steps of a ``DenseCore``; and the most nodes
  /// of one.
  private static let (searchSteps, largestCore) = (60_000, 2048)
  /// Road networks have fewer neighbours than that until the very last.
  private static let denseDegree = 25

  /// Whether contracting all that is left at once takes less than going on.
  private var isDense: Bool {
    let count = queue.count
    return count <= Self.largestCore && remaining.slotCount > count * Self.denseDegree
      && count * count * count < remaining.slotCount * Self.searchSteps
  }

  /// Contracts all that is left at once.
  private mutating func contractCore() {
    var core: [UInt32] = []
    while queue.count > 0 { core.append(UInt32(queue.pop().node)) }
    DenseCore(core, of: remaining).run(into: &remaining)
    order += core
  }

  /// Takes the round from the queue.
  private mutating func gather() {
    round.count = 0
    let size = min(max(queue.count / Self.roundShare, 1), Self.largestRound)
    for turn in 0..<size {
      let node = queue.pop().node
      round.append(node)
      turns[node] = UInt32(turn)
    }
  }

  /// Finds the importance and the shortcuts of all nodes of the round.
  private mutating func evaluate(limit: Int, isFirst: Bool = false) {
    for worker in workers { worker.search.removeAll() }
    let (graph, turns, nodes, workers) = (remaining.lent, turns.lent, nodes.lent, workers)
    let (round, count) = (round, round.count)
    concurrently((count + Self.chunk - 1) / Self.chunk, threads: workers.count) { job, worker in
      let search = workers[worker]
      for index in job * Self.chunk..<min((job + 1) * Self.chunk, count) {
        var candidate = round.candidates[index]
        let node = Int(candidate.node)
        candidate.worker = UInt32(worker)
        candidate.firstShortcut = UInt32(search.search.shortcuts.count)
        candidate.importance = search.search.importance(
          of: node, depth: nodes[node].depth, in: graph, turns: turns, limit: limit,
          isFirst: isFirst)
        candidate.endShortcut = UInt32(search.search.shortcuts.count)
        round.candidates[index] = candidate
      }
    }
  }

  /// Contracts those of the round that are no more important than what is left in the queue, but no neighbours of
  /// each other; the rest goes back.
  private mutating func contractRound() {
    let next = queue.smallestKey
    for index in 0..<round.count {
      let candidate = round.candidates[index]
      let node = Int(candidate.node)
      let isNeighbour = turns[node] == .max
      turns[node] = .max
      if isNeighbour || (nodes[node].isStale && candidate.importance > next) {
        nodes[node].isStale = isNeighbour
        queue.push(node, key: candidate.importance)
      } else {
        contract(candidate)
      }
    }
  }

  private mutating func contract(_ candidate: Candidate) {
    let node = Int(candidate.node)
    order.append(candidate.node)
    for slot in remaining.slots(node) {
      let neighbour = Int(remaining[slot].head)
      remaining.remove(node, from: neighbour)
      nodes[neighbour].depth = max(nodes[neighbour].depth, nodes[node].depth + 1)
      nodes[neighbour].isStale = true
      // Not in this round any more.
      turns[neighbour] = .max
    }
    remaining.close(node)
    let worker = workers[Int(candidate.worker)]
    for index in candidate.firstShortcut..<candidate.endShortcut {
      let shortcut = worker.search.shortcuts[Int(index)]
      remaining.offer(
        Int(shortcut.tail), Int(shortcut.head), weight: shortcut.weight,
        origin: candidate.node | ArcOrigin.shortcut, hops: shortcut.hops)
    }
  }
}
