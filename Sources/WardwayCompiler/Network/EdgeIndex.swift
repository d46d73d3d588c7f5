import Geodesy
import WardwayMap

/// Where the edges of a settled network are, and which of them leave a node.
struct EdgeIndex {
  /// The boxes of the edges.
  let tree: PackedRTree
  /// For each node the first of the edges that leave it, and the number of them at the end.
  private let starts: [UInt32]
  private let leaving: [UInt32]

  /// - Complexity: O(*n* log *n*).
  init(_ network: SettledNetwork) {
    tree = PackedRTree(
      network.edges.indices.map { edge in
        let ends = [network.edges[edge].tail, network.edges[edge].head]
        return BoundingBox(ends.map { network.nodes[Int($0)].coordinate } + network.points(of: edge))
      })
    func forEachTail(_ body: (_ node: Int, _ edge: Int) -> Void) {
      for (number, edge) in network.edges.enumerated() {
        if edge.isOpenForward { body(Int(edge.tail), number) }
        if edge.isOpenBackward, !edge.isOpenForward || edge.tail != edge.head { body(Int(edge.head), number) }
      }
    }
    var starts = [UInt32](repeating: 0, count: network.nodes.count + 1)
    forEachTail { node, _ in starts[node + 1] += 1 }
    for node in network.nodes.indices { starts[node + 1] += starts[node] }
    var next = starts
    var leaving = [UInt32](repeating: 0, count: Int(starts[network.nodes.count]))
    forEachTail { node, edge in
      leaving[Int(next[node])] = UInt32(edge)
      next[node] += 1
    }
    self.starts = starts
    self.leaving = leaving
  }

  /// The edges that may be used from a node, each once, ascending.
  func edges(from node: Int) -> [Int] {
    leaving[Int(starts[node])..<Int(starts[node + 1])].map { Int($0) }
  }
}
