import Columns
import ShortestPaths
import TestSupport
import Testing

@Suite struct AlternativesTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `alternatives keep all rules on random graphs`(seed: UInt64) {
    var generator = SeededNumbers(seed: seed ^ 0xA17)
    for round in 0..<20 {
      let test = TestGraph.nasty(using: &generator)
      let hierarchy = ContractionHierarchy.build(graph: test.graph, weights: test.weights)
      var fast = HierarchyAlternatives(hierarchy, graph: test.graph, weights: test.weights)
      var plain = GraphAlternatives(test.graph)
      for _ in 0..<4 {
        let (sources, targets) = (test.terminals(using: &generator), test.terminals(using: &generator))
        let rules = AlternativeRules(
          sharing: [0, 0.5, 0.8].randomElement(using: &generator)!,
          localOptimality: [0, 0.25, 0.6].randomElement(using: &generator)!,
          stretch: [0, 0.25, 1].randomElement(using: &generator)!)
        let ways = fast.paths(from: sources, to: targets, rules: rules)
        #expect(test.fault(of: ways, from: sources, to: targets, rules) == nil, "round \(round)")
        let others = plain.paths(weights: test.weights, from: sources, to: targets, rules: rules)
        #expect(test.fault(of: others, from: sources, to: targets, rules) == nil, "round \(round)")
      }
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `alternatives keep all rules on streets, and there are some`(seed: UInt64) {
    var generator = SeededNumbers(seed: seed ^ 0xA18)
    let test = TestGraph.streets(width: 24, height: 18, using: &generator)
    let hierarchy = ContractionHierarchy.build(graph: test.graph, weights: test.weights)
    var fast = HierarchyAlternatives(hierarchy, graph: test.graph, weights: test.weights)
    var plain = GraphAlternatives(test.graph)
    let rules = AlternativeRules()
    var (found, possible) = (0, 0)
    for _ in 0..<12 {
      let ends = (0..<2).map { _ in Terminal(node: .random(in: 0..<UInt32(test.nodeCount), using: &generator))
      }
      let ways = fast.paths(from: [ends[0]], to: [ends[1]])
      #expect(test.fault(of: ways, from: [ends[0]], to: [ends[1]], rules) == nil)
      let others = plain.paths(weights: test.weights, from: [ends[0]], to: [ends[1]])
      #expect(test.fault(of: others, from: [ends[0]], to: [ends[1]], rules) == nil)
      found += ways.count
      possible += others.count
      #expect(fast.paths(from: [ends[0]], to: [ends[1]]) == ways)
      #expect(fast.paths(from: [ends[0]], to: [ends[1]], rules: AlternativeRules(count: 1)).count == 1)
      #expect(plain.paths(weights: test.weights, from: [ends[0]], to: [ends[1]]) == others)
    }
    #expect(found >= 16 && possible >= 16)
  }

  @Test func `both sides of a block are good, a spur is not`() {
    // 0 ─10─ 1 ─10─ 3,  0 ─11─ 2 ─11─ 3,  1 ─1─ 4 (a dead end),  0 ─15─ 5 ─15─ 3 (too long)
    let edges = [(0, 1, 10), (1, 3, 10), (0, 2, 11), (2, 3, 11), (1, 4, 1), (0, 5, 15), (5, 3, 15)]
    let arcs = edges.flatMap { [($0.0, $0.1, UInt32($0.2)), ($0.1, $0.0, UInt32($0.2))] }
    let test = TestGraph(nodeCount: 6, arcs: arcs.map { (tail: $0.0, head: $0.1, weight: $0.2) })
    let hierarchy = ContractionHierarchy.build(
      graph: test.graph, weights: test.weights, order: [4, 0, 3, 1, 5, 2])
    var fast = HierarchyAlternatives(hierarchy, graph: test.graph, weights: test.weights)
    var plain = GraphAlternatives(test.graph)
    let (from, to) = ([Terminal(node: 0)], [Terminal(node: 3)])
    #expect(fast.paths(from: from, to: to).map(\.path.cost) == [20, 22])
    #expect(plain.paths(weights: test.weights, from: from, to: to).map(\.path.cost) == [20, 22])
    let generous = AlternativeRules(stretch: 0.5)
    #expect(fast.paths(from: from, to: to, rules: generous).map(\.path.cost) == [20, 22, 30])
    #expect(fast.paths(from: from, to: to, rules: AlternativeRules(count: 0)).isEmpty)
    #expect(fast.paths(from: from, to: [Terminal(node: 0)]).map(\.path.cost) == [0])
    #expect(fast.paths(from: from, to: []).isEmpty)
  }
}

extension TestGraph {
  /// Streets of three classes on a grid: fast roads on every sixth line, ordinary ones, slow lanes; and holes.
  static func streets(width: Int, height: Int, using generator: inout SeededNumbers) -> TestGraph {
    var arcs: [(tail: Int, head: Int, weight: UInt32)] = []
    for node in 0..<(width * height) {
      let (column, row) = (node % width, node / width)
      for isRight in [true, false] {
        guard isRight ? column + 1 < width : row + 1 < height else { continue }
        let line = isRight ? row : column
        let pace: UInt32 = line % 6 == 3 ? 40 : line % 2 == 1 ? 70 : 110
        if pace == 110, Int.random(in: 0..<4, using: &generator) == 0 { continue }
        let weight = pace * .random(in: 8...12, using: &generator)
        let other = isRight ? node + 1 : node + width
        arcs.append((node, other, weight))
        arcs.append((other, node, weight + .random(in: 0...30, using: &generator)))
      }
    }
    return TestGraph(nodeCount: width * height, arcs: arcs)
  }

  /// What is wrong with a list of alternatives, or nothing: every rule checked from its definition.
  func fault(
    of ways: [AlternativePath], from sources: [Terminal], to targets: [Terminal], _ rules: AlternativeRules
  ) -> String? {
    let optimum = cost(from: sources, to: targets)
    guard let best = ways.first else {
      return optimum == unreachable ? nil : "no path, but one of \(optimum)"
    }
    if ways.count > rules.count { return "\(ways.count) paths" }
    if let fault = fault(of: best.path, best.arcs, from: sources, to: targets, cost: optimum) { return fault }
    let lines = ways.map { line($0, sources, targets) }
    for (number, way) in ways.enumerated().dropFirst() {
      let line = lines[number]
      let fault = fault(of: way.path, way.arcs, from: sources, to: targets, cost: way.path.cost)
      if let fault { return "\(number): \(fault)" }
      if Set(line.nodes).count < line.nodes.count { return "\(number) has a loop" }
      func shared(_ with: ArraySlice<Line>) -> Double {
        let used = Set(with.flatMap(\.pieces))
        return zip(line.pieces, line.weights).reduce(0) { $0 + (used.contains($1.0) ? Double($1.1) : 0) }
      }
      if shared(lines[..<number]) > rules.sharing * Double(optimum) { return "\(number) shares too much" }
      let common = shared(lines[..<1])
      if Double(way.path.cost) - common > (1 + rules.stretch) * (Double(optimum) - common) {
        return "\(number) is too long"
      }
      if !isLocallyOptimal(line, sources, targets, within: rules.localOptimality * Double(optimum)) {
        return "\(number) has a detour"
      }
    }
    return nil
  }

  /// A path with its ends as arcs of their own.
  private struct Line {
    /// Arcs; ends as negative numbers.
    var pieces: [Int]
    var weights: [UInt32]
    var nodes: [UInt32]
  }

  private func line(_ way: AlternativePath, _ sources: [Terminal], _ targets: [Terminal]) -> Line {
    let (source, target) = (sources[way.path.source], targets[way.path.target])
    return Line(
      pieces: [-1 - 2 * way.path.source] + way.arcs.map(Int.init) + [-2 - 2 * way.path.target],
      weights: [source.weight] + way.arcs.map { weights[Int($0)] } + [target.weight],
      nodes: [source.node] + way.arcs.map { graph.head[Int($0)] })
  }

  /// Whether all parts of a path up to a length are cheapest paths.
  private func isLocallyOptimal(
    _ line: Line, _ sources: [Terminal], _ targets: [Terminal], within reach: Double
  ) -> Bool {
    var dijkstra = Dijkstra(nodeCount: nodeCount)
    for first in line.pieces.indices {
      let start = first == 0 ? sources : [Terminal(node: line.nodes[first - 1])]
      let costs = dijkstra.costs(in: graph, weights: weights, from: start)
      var sum: UInt64 = 0
      for last in first..<line.pieces.count {
        sum += UInt64(line.weights[last])
        guard Double(sum) <= reach else { break }
        let isEnd = last == line.pieces.count - 1
        let ends = isEnd ? targets : [Terminal(node: line.nodes[last])]
        let least = ends.map { UInt64(costs[Int($0.node)]) + UInt64($0.weight) }.min()
        if least != sum { return false }
      }
    }
    return true
  }
}
