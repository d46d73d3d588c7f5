import Columns
import ShortestPaths

/// Dijkstra's algorithm: no preparation.
struct DijkstraBench: PointToPoint, ~Copyable {
  private let graph: Graph
  private let weights: Column<UInt32>
  private var search: Dijkstra
  private var arcs: [UInt32] = []

  static func run(_ problem: Problem, _ options: Options, _ report: inout Report) {
    report.addPreparation(cpu: 0, wall: 0, indexBytes: 0)
    var bench = DijkstraBench(
      graph: problem.graph, weights: problem.weights, search: Dijkstra(nodeCount: problem.graph.nodeCount))
    report.measure(&bench, problem, options)
  }

  mutating func distance(_ source: UInt32, _ target: UInt32) -> UInt32 {
    Self.find(&search, graph, weights, source, target, &arcs)
  }

  mutating func path(_ source: UInt32, _ target: UInt32, _ arcs: inout [UInt32]) -> UInt32? {
    Self.find(&search, graph, weights, source, target, &arcs)
  }

  private static func find(
    _ search: inout Dijkstra, _ graph: Graph, _ weights: Column<UInt32>, _ source: UInt32, _ target: UInt32,
    _ arcs: inout [UInt32]
  ) -> UInt32 {
    search.shortestPath(
      in: graph, weights: weights, from: [Terminal(node: source)], to: [Terminal(node: target)], arcs: &arcs
    )?.cost ?? unreachable
  }
}
