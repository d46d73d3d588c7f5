import Columns
import ShortestPaths

/// A customizable hierarchy: order, topology, customization on one thread and on several, and queries.
struct CustomizableBench: PointToPoint, ~Copyable {
  private let metric: CustomizedMetric
  private var query: CustomizableQuery

  static func run(_ problem: Problem, _ options: Options, _ report: inout Report) {
    var metric = prepare(problem, options, &report)
    let alone = customize(&metric, problem, threads: 1, options)
    report.add("customize_ms", alone.cpu * 1e3)
    let together = customize(&metric, problem, threads: max(options.threads, 2), options)
    report.add("customize_parallel_ms", together.wall * 1e3)
    var bench = CustomizableBench(
      metric: metric, query: CustomizableQuery(nodeCount: problem.graph.nodeCount))
    report.measure(&bench, problem, options)
  }

  /// Orders the nodes, builds the hierarchy, gives it weights, and adds what that took.
  static func prepare(_ problem: Problem, _ options: Options, _ report: inout Report) -> CustomizedMetric {
    let order = Meter.time { problem.order(threads: options.threads) }
    let built = Meter.time { CustomizableHierarchy.build(graph: problem.graph, order: order.result) }
    let hierarchy = built.result
    let metric = Meter.time {
      CustomizedMetric(hierarchy, weights: problem.weights, threads: options.threads)
    }
    report.addPreparation(
      cpu: order.cpu + built.cpu + metric.cpu, wall: order.wall + built.wall + metric.wall,
      indexBytes: hierarchy.byteCount + metric.result.byteCount)
    report.add("order_cpu_s", order.cpu)
    report.add("order_wall_s", order.wall)
    report.add("order_arcs", hierarchy.arcCount)
    report.order = order.result
    return metric.result
  }

  /// The fastest of some rounds.
  private static func customize(
    _ metric: inout CustomizedMetric, _ problem: Problem, threads: Int, _ options: Options
  ) -> (cpu: Double, wall: Double) {
    var best = (cpu: Double.infinity, wall: Double.infinity)
    for _ in 0..<max(options.repeatCount, 3) {
      let time = Meter.time { metric.customize(weights: problem.weights, threads: threads) }
      best = (min(best.cpu, time.cpu), min(best.wall, time.wall))
    }
    return best
  }

  mutating func distance(_ source: UInt32, _ target: UInt32) -> UInt32 {
    query.cost(in: metric, from: [Terminal(node: source)], to: [Terminal(node: target)])
  }

  mutating func path(_ source: UInt32, _ target: UInt32, _ arcs: inout [UInt32]) -> UInt32? {
    query.shortestPath(
      in: metric, from: [Terminal(node: source)], to: [Terminal(node: target)], arcs: &arcs)?.cost
      ?? unreachable
  }
}
