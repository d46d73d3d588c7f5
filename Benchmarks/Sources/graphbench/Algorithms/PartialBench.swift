import Columns
import ShortestPaths

/// Closures in a customized hierarchy: arcs are closed and opened again, one at a time and ten at a time.
enum PartialBench {
  /// How many times arcs are closed, and as often opened.
  private static let rounds = 10_000

  static func run(_ problem: Problem, _ options: Options, _ report: inout Report) {
    var metric = CustomizableBench.prepare(problem, options, &report)
    guard problem.graph.arcCount > 0 else { return }
    var change = PartialCustomization(for: metric.hierarchy)
    var random = Splitmix(state: 1)
    for count in [1, 10] {
      var times: [Double] = []
      var cpu = 0.0
      for round in 0..<rounds {
        let arcs = (0..<count).map { _ in
          UInt32(truncatingIfNeeded: random.next() % UInt64(problem.graph.arcCount))
        }
        let open = arcs.map { problem.weights[Int($0)] }
        let closed = arcs.map { _ in unreachable }
        let closing = Meter.time { change.change(&metric, arcs: arcs, to: closed) }
        // Now and then it is customized in full, which has to come to the same.
        if round % (rounds / 8) == 0 { check(metric, problem, &report) }
        let opening = Meter.time { change.change(&metric, arcs: arcs, to: open) }
        times += [closing.wall, opening.wall]
        cpu += closing.cpu + opening.cpu
      }
      report.addTimes("partial_\(count)", mean: cpu / Double(times.count), each: times)
    }
    check(metric, problem, &report)
  }

  private static func check(_ metric: CustomizedMetric, _ problem: Problem, _ report: inout Report) {
    let weights = Column((0..<problem.graph.arcCount).map { metric.weight(of: $0) })
    if !metric.hasSameWeights(as: CustomizedMetric(metric.hierarchy, weights: weights)) {
      report.mismatches += 1
    }
  }
}

/// Numbers that are the same in every run.
private struct Splitmix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
