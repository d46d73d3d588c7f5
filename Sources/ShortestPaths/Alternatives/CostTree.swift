import Columns

/// The cheapest paths from some terminals to all nodes as far as a limit, by Dijkstra's algorithm.
struct CostTree: ~Copyable, Sendable {
  private(set) var space: SearchSpace
  /// The nodes by rising cost.
  private(set) var settled = SlabList<UInt32>(filler: 0)

  init(nodeCount: Int) {
    space = SearchSpace(nodeCount: nodeCount)
  }

  /// Grows the tree; `limit` is asked before each node is settled, and told the node and its cost after.
  mutating func grow(
    in graph: Graph, _ weights: Column<UInt32>, from terminals: [Terminal],
    limit: (_ settled: (node: Int, cost: UInt32)?) -> UInt32
  ) {
    space.begin(nodeCount: graph.nodeCount)
    settled.removeAll()
    for terminal in terminals {
      precondition(terminal.node < graph.nodeCount, "a terminal that is no node")
      open(Int(terminal.node), terminal.weight, by: SearchLabel.noArc)
    }
    graph.lend(weights, .none) { graph in
      var most = limit(nil)
      while space.heap.count > 0, space.heap.smallestKey <= most {
        let (node, cost) = space.heap.pop()
        if cost != space.labels[node].cost { continue }
        settled.append(UInt32(truncatingIfNeeded: node))
        most = limit((node, cost))
        for arc in graph.arcs(from: node) {
          open(
            Int(graph.head[arc]), cost.addingUpToUnreachable(graph.weight(arc)),
            by: UInt32(truncatingIfNeeded: arc))
        }
      }
    }
  }

  /// The cost of a node; `unreachable` beyond the limit.
  @inline(__always)
  func cost(_ node: Int) -> UInt32 { space.cost(node) }

  /// The arc by which a node was reached; nil at a terminal and where the tree isn't.
  @inline(__always)
  func arc(to node: Int) -> Int? {
    let label = space.labels[node]
    return label.epoch == space.epoch && label.arc != SearchLabel.noArc ? Int(label.arc) : nil
  }

  @inline(__always)
  private mutating func open(_ node: Int, _ cost: UInt32, by arc: UInt32) {
    guard cost < space.cost(node) else { return }
    space.labels[node] = SearchLabel(epoch: space.epoch, cost: cost, arc: arc)
    space.heap.push(node, key: cost)
  }
}
