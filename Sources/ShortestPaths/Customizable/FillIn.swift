import Columns

extension CustomizableColumns {
  /// Contracts all nodes of a graph in an order, without regard to weights.
  init(graph: Graph, order: [UInt32]) {
    let count = graph.nodeCount
    precondition(order.count == count, "an order of all nodes")
    var ranks = [UInt32](repeating: .max, count: count)
    for (rank, node) in order.enumerated() {
      precondition(ranks[Int(node)] == .max, "an order that has a node twice")
      ranks[Int(node)] = UInt32(rank)
    }
    var edges = UndirectedEdges(graph, names: ranks)
    let tree = EliminationTree(count: count) { rank, body in
      for neighbour in edges.neighbours(rank) where neighbour < rank { body(Int(neighbour)) }
    }
    let byRank = tree.positions()
    let positions = ranks.map { byRank[Int($0)] }
    edges = UndirectedEdges(graph, names: positions)
    let (firstArc, heads) = Self.fill(edges, count)
    self.init(positions: Column(positions), firstArc: Column(firstArc), heads: Column(heads))
  }

  /// The upward arcs of each position: to its neighbours in the graph above it, and to those of its children.
  private static func fill(_ edges: UndirectedEdges, _ count: Int) -> (first: [UInt32], heads: [UInt32]) {
    // Lists are made from the last position on, each after those of its children.
    var starts = [Int](repeating: 0, count: count + 1)
    var made: [UInt32] = []
    made.reserveCapacity(edges.all.count * 2)
    var seen = [UInt32](repeating: .max, count: count)
    var lastChild = [Int32](repeating: -1, count: count)
    var nextSibling = lastChild
    var sizes = [UInt32](repeating: 0, count: count)
    var row: [UInt32] = []
    for position in stride(from: count - 1, through: 0, by: -1) {
      row.removeAll(keepingCapacity: true)
      let mark = UInt32(position)
      for head in edges.neighbours(position) where head < position && seen[Int(head)] != mark {
        seen[Int(head)] = mark
        row.append(head)
      }
      var child = lastChild[position]
      while child >= 0 {
        let start = starts[Int(child)]
        for index in start..<(start + Int(sizes[Int(child)]) - 1) where seen[Int(made[index])] != mark {
          seen[Int(made[index])] = mark
          row.append(made[index])
        }
        child = nextSibling[Int(child)]
      }
      row.sort()
      starts[position] = made.count
      sizes[position] = UInt32(row.count)
      made.append(contentsOf: row)
      if let parent = row.last {
        nextSibling[position] = lastChild[Int(parent)]
        lastChild[Int(parent)] = Int32(position)
      }
    }
    precondition(made.count <= Graph.capacity, "a hierarchy of more arcs than can be numbered")
    var first: [UInt32] = [0]
    first.reserveCapacity(count + 1)
    var heads: [UInt32] = []
    heads.reserveCapacity(made.count)
    for position in 0..<count {
      heads.append(contentsOf: made[starts[position]..<(starts[position] + Int(sizes[position]))])
      first.append(UInt32(heads.count))
    }
    return (first, heads)
  }
}

/// A graph's neighbours in both directions, loops left out, under other names.
private struct UndirectedEdges {
  private(set) var first: [UInt32]
  private(set) var all: [UInt32]

  init(_ graph: Graph, names: [UInt32]) {
    var first = [UInt32](repeating: 0, count: graph.nodeCount + 1)
    let tails = graph.tails()
    for (arc, head) in graph.head.enumerated() where head != tails[arc] {
      first[Int(names[Int(head)]) + 1] += 1
      first[Int(names[Int(tails[arc])]) + 1] += 1
    }
    for node in 0..<graph.nodeCount { first[node + 1] += first[node] }
    var next = first
    var all = [UInt32](repeating: 0, count: Int(first[graph.nodeCount]))
    for (arc, head) in graph.head.enumerated() where head != tails[arc] {
      let (tail, head) = (names[Int(tails[arc])], names[Int(head)])
      all[Int(next[Int(tail)])] = head
      next[Int(tail)] += 1
      all[Int(next[Int(head)])] = tail
      next[Int(head)] += 1
    }
    self.first = first
    self.all = all
  }

  func neighbours(_ node: Int) -> ArraySlice<UInt32> { all[Int(first[node])..<Int(first[node + 1])] }
}
