import Columns
import ShortestPaths
import TestSupport
import Testing

/// A* steered by a hierarchy, against Dijkstra's algorithm and Bellman and Ford.
@Suite struct PotentialSearchTests {
  @Test(arguments: 0..<100 as Range<UInt64>)
  func `whatever is closed or dearer than in the hierarchy, the costs are exact`(seed: UInt64) {
    var generator = SeededNumbers(seed: seed ^ 0xB0B)
    var search = PotentialSearch(nodeCount: 12)
    var arcs: [UInt32] = []
    for round in 0..<30 {
      let test = TestGraph.nasty(using: &generator)
      let (graph, weights) = (test.graph, test.weights)
      let hierarchy = ContractionHierarchy.build(graph: graph, weights: weights)
      let order = (0..<UInt32(graph.nodeCount)).shuffled(using: &generator)
      let metric = CustomizedMetric(
        CustomizableHierarchy.build(graph: graph, order: order), weights: weights)
      var adjustments = ArcAdjustments(arcCount: graph.arcCount)
      for _ in 0..<3 {
        for arc in 0..<graph.arcCount where Int.random(in: 0..<3, using: &generator) == 0 {
          adjustments.add([unreachable, 1, 50].randomElement(using: &generator) ?? 0, to: arc)
        }
        let extra = (0..<graph.arcCount).map { adjustments[$0] }
        let sources = test.terminals(using: &generator)
        let targets = test.terminals(using: &generator)
        let cost = test.cost(from: sources, to: targets, extra: extra)
        var path = search.shortestPath(
          in: graph, weights: weights, above: hierarchy, from: sources, to: targets,
          adjustments: adjustments, arcs: &arcs)
        var fault = test.fault(of: path, arcs, from: sources, to: targets, cost: cost, extra: extra)
        #expect(fault == nil, "contracted, round \(round)")
        path = search.shortestPath(
          in: graph, weights: weights, above: metric, from: sources, to: targets, adjustments: adjustments,
          arcs: &arcs)
        fault = test.fault(of: path, arcs, from: sources, to: targets, cost: cost, extra: extra)
        #expect(fault == nil, "customized, round \(round)")
        if Bool.random(using: &generator) { adjustments.reset() }
      }
    }
  }

  /// Doors that open at times, and stretches that take longer at some.
  private struct Timetable: ArcTiming {
    let weights: Column<UInt32>
    /// For each arc the moment until which it is shut.
    let opening: [UInt32]
    /// For each arc what is added before that moment, falling by one a unit, so that nobody overtakes.
    let crowding: [UInt32]

    func arrival(over arc: Int, at departure: UInt32) -> UInt32 {
      let entered = max(departure, opening[arc])
      let delay = crowding[arc] > entered ? crowding[arc] - entered : 0
      let (sum, overflow) = entered.addingReportingOverflow(weights[arc])
      guard !overflow else { return unreachable }
      let (late, isLate) = sum.addingReportingOverflow(delay)
      return isLate ? unreachable : late
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `the earliest arrival is that of a search without a hierarchy`(seed: UInt64) {
    var generator = SeededNumbers(seed: seed ^ 0x71E)
    var search = PotentialSearch(nodeCount: 12)
    var arcs: [UInt32] = []
    for round in 0..<30 {
      let test = TestGraph.nasty(using: &generator)
      let graph = test.graph
      let hierarchy = ContractionHierarchy.build(graph: graph, weights: test.weights)
      let timetable = Timetable(
        weights: test.weights,
        opening: (0..<graph.arcCount).map { _ in
          [0, 0, 40, 1000].randomElement(using: &generator) ?? 0
        },
        crowding: (0..<graph.arcCount).map { _ in [0, 0, 30].randomElement(using: &generator) ?? 0 })
      let sources = test.terminals(using: &generator)
      let targets = test.terminals(using: &generator)
      let path = search.earliestArrival(
        in: graph, timing: timetable, above: hierarchy, from: sources, to: targets, arcs: &arcs)
      let arrivals = Self.arrivals(graph, timetable, from: sources)
      let earliest =
        targets.map { target in
          let (sum, overflow) = arrivals[Int(target.node)].addingReportingOverflow(target.weight)
          return overflow ? unreachable : sum
        }.min() ?? unreachable
      #expect(path?.cost ?? unreachable == earliest, "round \(round)")
      guard let path else { continue }
      var (node, moment) = (sources[path.source].node, sources[path.source].weight)
      for arc in arcs {
        #expect(graph.tail(of: Int(arc)) == node, "round \(round)")
        moment = timetable.arrival(over: Int(arc), at: moment)
        node = graph.head[Int(arc)]
      }
      #expect(node == targets[path.target].node && moment + targets[path.target].weight == path.cost)
    }
  }

  /// When each node is reached first: every arc over and over, until nothing gets earlier.
  private static func arrivals(_ graph: Graph, _ timing: Timetable, from sources: [Terminal]) -> [UInt32] {
    var arrivals = [UInt32](repeating: unreachable, count: graph.nodeCount)
    for source in sources { arrivals[Int(source.node)] = min(arrivals[Int(source.node)], source.weight) }
    for _ in 0..<graph.nodeCount {
      for node in 0..<graph.nodeCount where arrivals[node] < unreachable {
        for arc in graph.arcs(from: UInt32(node)) {
          let head = Int(graph.head[arc])
          arrivals[head] = min(arrivals[head], timing.arrival(over: arc, at: arrivals[node]))
        }
      }
    }
    return arrivals
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `long chains, dead ends and rings are passed as Dijkstra passes them`(seed: UInt64) {
    var generator = SeededNumbers(seed: seed ^ 0xC4A1)
    // A few crossings, joined by chains one way or both ways, with dead ends and rings hanging on.
    var arcs: [(tail: Int, head: Int, weight: UInt32)] = []
    var count = 8
    func join(_ a: Int, _ b: Int, _ isBothWays: Bool) {
      let weight = UInt32.random(in: 0...9, using: &generator)
      arcs.append((a, b, weight))
      if isBothWays { arcs.append((b, a, weight)) }
    }
    for _ in 0..<20 {
      let isBothWays = Bool.random(using: &generator)
      var last = Int.random(in: 0..<8, using: &generator)
      let first = last
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        join(last, count, isBothWays)
        last = count
        count += 1
      }
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: break
      case 1: join(last, first, isBothWays)
      default: join(last, Int.random(in: 0..<8, using: &generator), isBothWays)
      }
    }
    let test = TestGraph(nodeCount: count, arcs: arcs)
    let hierarchy = ContractionHierarchy.build(graph: test.graph, weights: test.weights)
    var search = PotentialSearch(nodeCount: count)
    var dijkstra = Dijkstra(nodeCount: count)
    var (found, expected): ([UInt32], [UInt32]) = ([], [])
    for _ in 0..<100 {
      var adjustments = ArcAdjustments(arcCount: test.graph.arcCount)
      for _ in 0..<4 { adjustments.add(unreachable, to: Int.random(in: 0..<arcs.count, using: &generator)) }
      let ends = (0..<2).map { _ in [Terminal(node: UInt32.random(in: 0..<UInt32(count), using: &generator))]
      }
      let path = search.shortestPath(
        in: test.graph, weights: test.weights, above: hierarchy, from: ends[0], to: ends[1],
        adjustments: adjustments, arcs: &found)
      let oracle = dijkstra.shortestPath(
        in: test.graph, weights: test.weights, from: ends[0], to: ends[1], adjustments: adjustments,
        arcs: &expected)
      #expect(path == oracle)
    }
  }
}
