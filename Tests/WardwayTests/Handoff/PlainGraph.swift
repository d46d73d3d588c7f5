import ShortestPaths

/// A graph that grows, with Dijkstra's algorithm on it as the textbook has it.
///
/// Source: Dijkstra 1959, *A Note on Two Problems in Connexion with Graphs*.
struct PlainGraph {
  /// Whether every arc runs the other way, so that one search finds the costs *to* a node.
  let isReversed: Bool
  private var arcs: [[(head: Int, cost: UInt64)]]

  init(nodeCount: Int, isReversed: Bool) {
    self.isReversed = isReversed
    arcs = Array(repeating: [], count: nodeCount)
  }

  mutating func addNode() -> Int {
    arcs.append([])
    return arcs.count - 1
  }

  /// Adds an arc in the direction of travel; none for a cost that is `unreachable`.
  mutating func add(_ tail: Int, _ head: Int, _ cost: UInt32) {
    guard cost != unreachable else { return }
    let (from, to) = isReversed ? (head, tail) : (tail, head)
    arcs[from].append((to, UInt64(cost)))
  }

  /// The least costs between a node and all others, nil where there is no way.
  func costs(from start: Int) -> [UInt64?] {
    var costs = [UInt64?](repeating: nil, count: arcs.count)
    var queue = [(cost: UInt64(0), node: start)]
    while let (cost, node) = pop(&queue) {
      guard costs[node] == nil else { continue }
      costs[node] = cost
      for arc in arcs[node] where costs[arc.head] == nil { push((cost + arc.cost, arc.head), onto: &queue) }
    }
    return costs
  }

  private func push(_ entry: (cost: UInt64, node: Int), onto heap: inout [(cost: UInt64, node: Int)]) {
    heap.append(entry)
    var child = heap.count - 1
    while child > 0, heap[child].cost < heap[(child - 1) / 2].cost {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private func pop(_ heap: inout [(cost: UInt64, node: Int)]) -> (cost: UInt64, node: Int)? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var parent = 0
    while parent * 2 + 1 < heap.count {
      var child = parent * 2 + 1
      if child + 1 < heap.count, heap[child + 1].cost < heap[child].cost { child += 1 }
      guard heap[child].cost < heap[parent].cost else { break }
      heap.swapAt(child, parent)
      parent = child
    }
    return first
  }
}
