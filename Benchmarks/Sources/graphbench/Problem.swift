import Columns
import DIMACS
import ShortestPaths

/// A graph, and questions about it.
struct Problem {
  let graph: Graph
  let weights: Column<UInt32>
  /// Where nodes lie, if that was given.
  let x: Column<Int32>?
  let y: Column<Int32>?
  let queries: [QueryFile.Query]

  init(graph path: String, coordinates: String?, queries: String, limit: Int?) throws {
    let file = try GraphFile(path: path)
    let sorted = Graph.sorting(nodeCount: file.nodeCount, tails: file.tails, heads: file.heads)
    graph = sorted.graph
    weights = Column(sorted.order.map { file.weights[Int($0)] })
    let places = try coordinates.map { try CoordinateFile(path: $0, nodeCount: file.nodeCount) }
    x = places.map { Column($0.x) }
    y = places.map { Column($0.y) }
    let all = try QueryFile(path: queries, nodeCount: file.nodeCount).queries
    self.queries = Array(all.prefix(limit ?? all.count))
  }

  /// The nodes in the order of contraction, by where they lie if that was given.
  func order(threads: Int) -> [UInt32] {
    let dissection = NestedDissection(threads: threads)
    return if let x, let y { dissection.order(of: graph, x: x, y: y) } else { dissection.order(of: graph) }
  }

  /// True if `arcs` are a path between the ends of a query that costs `distance`.
  func isPath(_ arcs: [UInt32], for query: QueryFile.Query, costing distance: UInt32) -> Bool {
    if distance == unreachable { return arcs.isEmpty }
    var node = query.source
    var sum: UInt64 = 0
    for arc in arcs {
      guard graph.arcs(from: node).contains(Int(arc)) else { return false }
      node = graph.head[Int(arc)]
      sum += UInt64(weights[Int(arc)])
    }
    return node == query.target && sum == UInt64(distance)
  }
}
