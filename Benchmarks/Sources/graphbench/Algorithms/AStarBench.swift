import Columns
import ShortestPaths

/// A*, drawn by the distance as the crow flies.
struct AStarBench: PointToPoint, ~Copyable {
  private let graph: Graph
  private let weights: Column<UInt32>
  private let potential: PlanarPotential
  private var search: AStar
  private var arcs: [UInt32] = []

  static func run(_ problem: Problem, _ options: Options, _ report: inout Report) throws {
    guard let x = problem.x, let y = problem.y else {
      throw MissingInput(description: "astar needs --coordinates")
    }
    let (potential, cpu, wall) = Meter.time {
      PlanarPotential(graph: problem.graph, weights: problem.weights, x: x, y: y)
    }
    report.addPreparation(cpu: cpu, wall: wall, indexBytes: (x.count + y.count) * 4)
    var bench = AStarBench(
      graph: problem.graph, weights: problem.weights, potential: potential,
      search: AStar(nodeCount: problem.graph.nodeCount))
    report.measure(&bench, problem, options)
  }

  mutating func distance(_ source: UInt32, _ target: UInt32) -> UInt32 {
    Self.find(&search, graph, weights, potential, source, target, &arcs)
  }

  mutating func path(_ source: UInt32, _ target: UInt32, _ arcs: inout [UInt32]) -> UInt32? {
    Self.find(&search, graph, weights, potential, source, target, &arcs)
  }

  private static func find(
    _ search: inout AStar, _ graph: Graph, _ weights: Column<UInt32>, _ potential: PlanarPotential,
    _ source: UInt32, _ target: UInt32, _ arcs: inout [UInt32]
  ) -> UInt32 {
    search.shortestPath(
      in: graph, weights: weights, potential: potential, from: [Terminal(node: source)],
      to: [Terminal(node: target)], arcs: &arcs
    )?.cost ?? unreachable
  }
}
