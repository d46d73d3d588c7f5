import ShortestPaths
import TestSupport
import Testing

/// The front door: what a newcomer uses, against a plain search of the same arcs.
@Suite struct PreparedGraphTests {
  /// The arcs of a test graph in an order of their own, so that their numbers aren't those of the graph.
  private static func arcs(of test: TestGraph, using generator: inout SeededNumbers) -> [Arc] {
    let tails = test.graph.tails()
    return (0..<test.graph.arcCount).shuffled(using: &generator).map {
      Arc(from: Int(tails[$0]), to: Int(test.graph.head[$0]), weight: test.weights[$0])
    }
  }

  /// What is wrong with a path, or nothing.
  private static func fault(
    of path: GraphPath?, _ arcs: [Arc], _ sources: [Terminal], _ targets: [Terminal], cost: UInt32,
    extra: [Int: UInt32] = [:]
  ) -> String? {
    guard let path else { return cost == unreachable ? nil : "no path, but one costs \(cost)" }
    guard path.cost == cost else { return "costs \(path.cost) instead of \(cost)" }
    guard path.nodes.count == path.arcs.count + 1 else { return "\(path.nodes) over \(path.arcs)" }
    var sum = UInt64(sources[path.source].weight) + UInt64(targets[path.target].weight)
    for (index, arc) in path.arcs.enumerated() {
      guard arcs[arc].tail == path.nodes[index] && arcs[arc].head == path.nodes[index + 1] else {
        return "arc \(arc) isn't between \(path.nodes[index]) and \(path.nodes[index + 1])"
      }
      sum += UInt64(arcs[arc].weight) + UInt64(extra[arc] ?? 0)
    }
    let ends = (Int(sources[path.source].node), Int(targets[path.target].node))
    guard path.nodes.first == ends.0 && path.nodes.last == ends.1 else { return "between other ends" }
    return sum == UInt64(cost) ? nil : "arcs sum to \(sum) instead of \(cost)"
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `paths and costs are those of Bellman and Ford, whatever the order of arcs`(seed: UInt64) {
    var generator = SeededNumbers(seed: seed ^ 0xD008)
    var query = PathQuery()
    for _ in 0..<12 {
      let test = TestGraph.nasty(using: &generator)
      let arcs = Self.arcs(of: test, using: &generator)
      let graph =
        Bool.random(using: &generator)
        ? PreparedGraph(arcs: arcs, nodeCount: test.nodeCount)
        : PreparedGraph(arcs: arcs, x: Array(test.x), y: Array(test.y))
      #expect(graph.nodeCount == test.nodeCount && graph.arcCount == arcs.count)
      #expect(arcs.indices.allSatisfy { graph.weight(of: $0) == arcs[$0].weight })
      for _ in 0..<6 {
        let (sources, targets) = (test.terminals(using: &generator), test.terminals(using: &generator))
        let cost = test.cost(from: sources, to: targets)
        let path = query.path(from: sources, to: targets, in: graph)
        #expect(Self.fault(of: path, arcs, sources, targets, cost: cost) == nil)
        #expect(query.cost(from: sources, to: targets, in: graph) == cost)
        #expect(query.costsToAll(from: sources, in: graph) == test.bellmanFord(from: sources))
      }
      let (source, target) = (Int.random(in: 0..<test.nodeCount, using: &generator), test.nodeCount - 1)
      let costs = test.bellmanFord(from: [Terminal(at: source)])
      #expect(graph.path(from: source, to: target)?.cost ?? unreachable == costs[target])
      #expect(query.path(from: source, to: target, in: graph) == graph.path(from: source, to: target))
      #expect(query.cost(from: source, to: target, in: graph) == costs[target])
      #expect(graph.costs(from: source, to: Array(0..<test.nodeCount)) == costs)
      #expect(graph.hubLabels().cost(from: source, to: target) == costs[target])
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `other weights and added ones are as good as a graph made of them`(seed: UInt64) {
    var generator = SeededNumbers(seed: seed ^ 0xC057)
    var query = PathQuery()
    let test = TestGraph.grid(width: 12, height: 9, using: &generator)
    let arcs = Self.arcs(of: test, using: &generator)
    let graph = PreparedGraph(arcs: arcs)
    var extra: [Int: UInt32] = [:]
    for _ in 0..<20 {
      extra[.random(in: arcs.indices, using: &generator)] = [5, 60, unreachable].randomElement(
        using: &generator)
    }
    let changed = arcs.enumerated().map { index, arc in
      var arc = arc
      arc.weight =
        arc.weight.addingReportingOverflow(extra[index] ?? 0).overflow
        ? unreachable : arc.weight + (extra[index] ?? 0)
      return arc
    }
    let customized = graph.customized(weights: changed.map(\.weight), threads: 2)
    let anew = PreparedGraph(arcs: changed)
    for _ in 0..<40 {
      let (sources, targets) = (test.terminals(using: &generator), test.terminals(using: &generator))
      let cost = query.cost(from: sources, to: targets, in: anew)
      let path = query.path(from: sources, to: targets, in: customized)
      #expect(Self.fault(of: path, changed, sources, targets, cost: cost) == nil)
      let around = query.path(from: sources, to: targets, in: graph, adding: extra)
      #expect(Self.fault(of: around, arcs, sources, targets, cost: cost, extra: extra) == nil)
      // What was added for one question is gone for the next.
      let plain = query.path(from: sources, to: targets, in: graph, adding: [:])
      #expect(plain?.cost ?? unreachable == test.cost(from: sources, to: targets))
    }
  }

  @Test func `a matrix has the costs of all pairs, on one thread and on several`() {
    var generator = SeededNumbers(seed: 0x3A7)
    let test = TestGraph.grid(width: 14, height: 11, using: &generator)
    let graph = PreparedGraph(arcs: Self.arcs(of: test, using: &generator))
    let (sources, targets) = ([3, 140, 3, 77], [0, 1, 150])
    for threads in 1...2 {
      let matrix = graph.costMatrix(from: sources, to: targets, threads: threads)
      #expect(matrix.rowCount == 4 && matrix.columnCount == 3)
      for (row, source) in sources.enumerated() {
        #expect((0..<3).map { matrix[row, $0] } == graph.costs(from: source, to: targets))
      }
    }
    let doors = [[Terminal(at: 3, plus: 5), Terminal(at: 4)], []]
    let matrix = graph.costMatrix(from: doors, to: [[Terminal(at: 9)]])
    var query = PathQuery()
    #expect(matrix[0, 0] == query.cost(from: doors[0], to: [Terminal(at: 9)], in: graph))
    #expect(matrix[1, 0] == unreachable)
  }

  @Test func `an interrupted search ends`() {
    var generator = SeededNumbers(seed: 0x1A7)
    let test = TestGraph.grid(width: 80, height: 80, using: &generator)
    let graph = PreparedGraph(arcs: Self.arcs(of: test, using: &generator))
    var query = PathQuery()
    query.interruption = Interruption()
    query.interruption?.raise()
    _ = query.path(from: [Terminal(at: 0)], to: [Terminal(at: 6399)], in: graph, adding: [:])
    query.interruption = nil
    let path = query.path(from: [Terminal(at: 0)], to: [Terminal(at: 6399)], in: graph, adding: [:])
    #expect(path == query.path(from: 0, to: 6399, in: graph))
  }

  @Test func `a graph without arcs or nodes is one`() {
    let none = PreparedGraph(arcs: [])
    #expect(none.nodeCount == 0 && none.arcCount == 0)
    let apart = PreparedGraph(arcs: [], nodeCount: 3)
    #expect(apart.path(from: 0, to: 2) == nil)
    #expect(apart.path(from: 1, to: 1)?.nodes == [1])
    #expect(apart.costs(from: 0, to: [0, 2]) == [0, unreachable])
  }
}
