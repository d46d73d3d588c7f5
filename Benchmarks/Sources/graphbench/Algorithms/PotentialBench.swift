import DIMACS
import SeededRandom
import ShortestPaths

/// A* steered by the costs of a hierarchy: on the graph as it is, and with arcs closed.
///
/// The queries of the file are asked undisturbed. Then sets of arcs are closed, always as many, and some queries are
/// asked again under each; and queries are asked with one arc of their cheapest path closed. Answers are compared
/// with Dijkstra's.
struct PotentialBench: PointToPoint, ~Copyable {
  /// What steers the search.
  enum Base {
    case contracted(ContractionHierarchy)
    case customized(CustomizedMetric)
  }

  private static let closedCount = 100
  private static let closureCount = 20
  private static let queriesEach = 50
  private static let detourCount = 500

  private let problem: Problem
  private let base: Base
  private var search: PotentialSearch
  private var closed: ArcAdjustments

  /// Steered by a contraction hierarchy.
  static func contracted(_ problem: Problem, _ options: Options, _ report: inout Report) {
    let (hierarchy, cpu, wall) = Meter.time {
      ContractionHierarchy.build(problem, options)
    }
    report.addPreparation(cpu: cpu, wall: wall, indexBytes: hierarchy.byteCount)
    measure(problem, .contracted(hierarchy), options, &report)
  }

  /// Steered by a customized hierarchy.
  static func customized(_ problem: Problem, _ options: Options, _ report: inout Report) {
    let metric = CustomizableBench.prepare(problem, options, &report)
    measure(problem, .customized(metric), options, &report)
  }

  private static func measure(_ problem: Problem, _ base: Base, _ options: Options, _ report: inout Report) {
    var bench = PotentialBench(
      problem: problem, base: base, search: PotentialSearch(nodeCount: problem.graph.nodeCount),
      closed: ArcAdjustments(arcCount: problem.graph.arcCount))
    report.measure(&bench, problem, options)
    bench.measureClosures(&report)
    bench.measureDetours(&report)
  }

  mutating func distance(_ source: UInt32, _ target: UInt32) -> UInt32 {
    var arcs: [UInt32] = []
    return path(source, target, &arcs) ?? unreachable
  }

  mutating func path(_ source: UInt32, _ target: UInt32, _ arcs: inout [UInt32]) -> UInt32? {
    let (from, to) = ([Terminal(node: source)], [Terminal(node: target)])
    let path =
      switch base {
      case .contracted(let hierarchy):
        search.shortestPath(
          in: problem.graph, weights: problem.weights, above: hierarchy, from: from, to: to,
          adjustments: closed, arcs: &arcs)
      case .customized(let metric):
        search.shortestPath(
          in: problem.graph, weights: problem.weights, above: metric, from: from, to: to, adjustments: closed,
          arcs: &arcs)
      }
    return path?.cost ?? unreachable
  }

  /// Many arcs closed, none of them chosen with a query in mind.
  private mutating func measureClosures(_ report: inout Report) {
    guard problem.graph.arcCount > 0, !problem.queries.isEmpty else { return }
    var random = SeededRandom(seed: 20_260_101)
    var times: [Double] = []
    var cpu = 0.0
    for closure in 0..<Self.closureCount {
      closed.reset()
      for _ in 0..<Self.closedCount {
        closed.add(unreachable, to: random.next(below: problem.graph.arcCount))
      }
      for number in 0..<Self.queriesEach {
        let query = problem.queries[(closure * Self.queriesEach + number) % problem.queries.count]
        time(query, isChecked: number < 5, &times, &cpu, &report)
      }
    }
    closed.reset()
    report.addTimes("closures_\(Self.closedCount)", mean: cpu / Double(times.count), each: times)
  }

  /// One arc closed, on the cheapest path.
  private mutating func measureDetours(_ report: inout Report) {
    var random = SeededRandom(seed: 20_260_102)
    var times: [Double] = []
    var cpu = 0.0
    var arcs: [UInt32] = []
    for (number, query) in problem.queries.prefix(Self.detourCount).enumerated() {
      _ = path(query.source, query.target, &arcs)
      guard !arcs.isEmpty else { continue }
      closed.add(unreachable, to: Int(arcs[random.next(below: arcs.count)]))
      time(query, isChecked: number % 10 == 0, &times, &cpu, &report)
      closed.reset()
    }
    guard !times.isEmpty else { return }
    report.addTimes("detour", mean: cpu / Double(times.count), each: times)
  }

  private mutating func time(
    _ query: QueryFile.Query, isChecked: Bool, _ times: inout [Double], _ cpu: inout Double,
    _ report: inout Report
  ) {
    var arcs: [UInt32] = []
    let (cpuStart, start) = (Meter.cpuSeconds, Meter.wallSeconds)
    let cost = path(query.source, query.target, &arcs)
    times.append(Meter.wallSeconds - start)
    cpu += Meter.cpuSeconds - cpuStart
    guard isChecked else { return }
    var dijkstra = Dijkstra(nodeCount: problem.graph.nodeCount)
    let right = dijkstra.shortestPath(
      in: problem.graph, weights: problem.weights, from: [Terminal(node: query.source)],
      to: [Terminal(node: query.target)], adjustments: closed, arcs: &arcs)
    if right?.cost ?? unreachable != cost { report.mismatches += 1 }
  }
}
