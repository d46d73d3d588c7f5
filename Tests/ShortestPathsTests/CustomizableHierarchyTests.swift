import Columns
import TestSupport
import Testing

@testable import ShortestPaths

@Suite struct CustomizableHierarchyTests {
  /// Any order will do for a hierarchy to be right; a dissection's is one of them.
  private func order(_ test: TestGraph, using generator: inout SeededNumbers) -> [UInt32] {
    if Bool.random(using: &generator) { return (0..<UInt32(test.nodeCount)).shuffled(using: &generator) }
    var plan = NestedDissection()
    plan.leafSize = Int.random(in: 1...10, using: &generator)
    return plan.order(of: test.graph, x: test.x, y: test.y)
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `a customized hierarchy agrees with Bellman and Ford`(seed: UInt64) throws {
    var generator = SeededNumbers(seed: seed ^ 0xCC4)
    var query = CustomizableQuery(nodeCount: 50)
    var arcs: [UInt32] = []
    for round in 0..<30 {
      let test = round % 15 > 0 ? TestGraph.nasty(using: &generator) : .scattered(using: &generator)
      let built = CustomizableHierarchy.build(graph: test.graph, order: order(test, using: &generator))
      let hierarchy = try CustomizableHierarchy(columns: built.columns, graph: test.graph)
      let metric = CustomizedMetric(hierarchy, weights: test.weights)
      for _ in 0..<4 {
        let sources = test.terminals(using: &generator)
        let targets = test.terminals(using: &generator)
        let cost = test.cost(from: sources, to: targets)
        #expect(query.cost(in: metric, from: sources, to: targets) == cost, "round \(round)")
        let path = query.shortestPath(in: metric, from: sources, to: targets, arcs: &arcs)
        let fault = test.fault(of: path, arcs, from: sources, to: targets, cost: cost)
        #expect(fault == nil, "round \(round)")
      }
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `weights are those of contraction in plain steps`(seed: UInt64) {
    var generator = SeededNumbers(seed: seed ^ 0x57E9)
    for _ in 0..<10 {
      let test = TestGraph.nasty(using: &generator)
      let order = order(test, using: &generator)
      let hierarchy = CustomizableHierarchy.build(graph: test.graph, order: order)
      let metric = CustomizedMetric(hierarchy, weights: test.weights)
      let count = test.nodeCount
      var plain = [[UInt32]](repeating: Array(repeating: unreachable, count: count), count: count)
      for (arc, tail) in test.graph.tails().enumerated() where tail != test.graph.head[arc] {
        let head = Int(test.graph.head[arc])
        plain[Int(tail)][head] = min(plain[Int(tail)][head], test.weights[arc])
      }
      var arcs = Set<[Int]>()
      for arc in 0..<test.graph.arcCount {
        let (tail, head) = (Int(test.graph.tail(of: arc)), Int(test.graph.head[arc]))
        if tail != head { arcs.formUnion([[tail, head], [head, tail]]) }
      }
      for (rank, middle) in order.enumerated() {
        for tail in order[(rank + 1)...] where arcs.contains([Int(tail), Int(middle)]) {
          for head in order[(rank + 1)...] where head != tail && arcs.contains([Int(middle), Int(head)]) {
            arcs.insert([Int(tail), Int(head)])
            let way = UInt64(plain[Int(tail)][Int(middle)]) + UInt64(plain[Int(middle)][Int(head)])
            plain[Int(tail)][Int(head)] = UInt32(min(UInt64(plain[Int(tail)][Int(head)]), way))
          }
        }
      }
      #expect(hierarchy.arcCount * 2 == arcs.count)
      let columns = hierarchy.columns
      var nodes = [Int](repeating: 0, count: count)
      for (node, position) in columns.positions.enumerated() { nodes[Int(position)] = node }
      for position in 0..<count {
        for arc in Int(columns.firstArc[position])..<Int(columns.firstArc[position + 1]) {
          let (lower, upper) = (nodes[position], nodes[Int(columns.heads[arc])])
          #expect(metric.weights.up[arc] == plain[lower][upper])
          #expect(metric.weights.down[arc] == plain[upper][lower])
        }
      }
    }
  }

  @Test(arguments: 0..<3 as Range<UInt64>)
  func `a hierarchy of a city's size agrees with Dijkstra`(seed: UInt64) {
    var generator = SeededNumbers(seed: seed)
    let test = TestGraph.grid(width: 28, height: 20 + Int(seed) * 3, using: &generator)
    let order = NestedDissection().order(of: test.graph, x: test.x, y: test.y)
    let hierarchy = CustomizableHierarchy.build(graph: test.graph, order: order)
    let metric = CustomizedMetric(hierarchy, weights: test.weights)
    var query = CustomizableQuery(nodeCount: test.nodeCount)
    test.expectPaths(using: &generator) { sources, targets, cost in
      var arcs: [UInt32] = []
      let path = query.shortestPath(in: metric, from: sources, to: targets, arcs: &arcs)
      #expect(query.cost(in: metric, from: sources, to: targets) == cost)
      return (path, arcs)
    }
  }

  @Test func `no path goes in a circle where arcs are free`() {
    var generator = SeededNumbers(seed: 5)
    let grid = TestGraph.grid(width: 16, height: 16, using: &generator)
    let test = TestGraph(grid, weights: grid.weights.map { _ in 0 })
    let order = (0..<UInt32(test.nodeCount)).shuffled(using: &generator)
    let hierarchy = CustomizableHierarchy.build(graph: test.graph, order: order)
    let metric = CustomizedMetric(hierarchy, weights: test.weights)
    var query = CustomizableQuery(nodeCount: test.nodeCount)
    var arcs: [UInt32] = []
    for node in 0..<UInt32(test.nodeCount) {
      _ = query.shortestPath(in: metric, from: [Terminal(node: node)], to: [Terminal(node: 100)], arcs: &arcs)
      let heads = arcs.map { test.graph.head[Int($0)] }
      #expect(Set(heads).count == heads.count && !(node != 100 && heads.contains(node)))
    }
  }

  @Test func `many threads find the weights that one finds`() {
    var generator = SeededNumbers(seed: 9)
    let test = TestGraph.grid(width: 70, height: 70, using: &generator)
    let order = NestedDissection().order(of: test.graph, x: test.x, y: test.y)
    let hierarchy = CustomizableHierarchy.build(graph: test.graph, order: order)
    let one = CustomizedMetric(hierarchy, weights: test.weights)
    for threads in [2, 3, 8] {
      let many = CustomizedMetric(hierarchy, weights: test.weights, threads: threads)
      #expect(many.hasSameWeights(as: one))
      let query = many.fault(of: test, pairs: 40, using: &generator)
      #expect(query == nil)
    }
  }

  @Test func `a graph without nodes or arcs makes a hierarchy`() throws {
    for nodeCount in [0, 3] {
      let test = TestGraph(nodeCount: nodeCount, arcs: [])
      let order = NestedDissection().order(of: test.graph)
      let built = CustomizableHierarchy.build(graph: test.graph, order: order)
      let hierarchy = try CustomizableHierarchy(columns: built.columns, graph: test.graph)
      let metric = CustomizedMetric(hierarchy, weights: test.weights, threads: 2)
      #expect(hierarchy.nodeCount == nodeCount && hierarchy.arcCount == 0)
      var query = CustomizableQuery(nodeCount: nodeCount)
      #expect(query.cost(in: metric, from: [], to: []) == unreachable)
      if nodeCount > 0 {
        #expect(query.cost(in: metric, from: [Terminal(node: 1)], to: [Terminal(node: 1)]) == 0)
      }
    }
  }
}

extension CustomizedMetric {
  /// What is wrong with one of some random paths in a graph of other weights than its own, or nothing.
  func fault(of test: TestGraph, pairs: Int, using generator: inout SeededNumbers) -> String? {
    let changed = TestGraph(test, weights: (0..<test.graph.arcCount).map { weight(of: $0) })
    var query = CustomizableQuery(nodeCount: test.nodeCount)
    var dijkstra = Dijkstra(nodeCount: test.nodeCount)
    var arcs: [UInt32] = []
    for _ in 0..<pairs {
      let sources = test.terminals(using: &generator)
      let targets = test.terminals(using: &generator)
      let expected = dijkstra.shortestPath(
        in: test.graph, weights: changed.weights, from: sources, to: targets, arcs: &arcs)
      let cost = expected?.cost ?? unreachable
      if query.cost(in: self, from: sources, to: targets) != cost { return "another cost than \(cost)" }
      let path = query.shortestPath(in: self, from: sources, to: targets, arcs: &arcs)
      if let fault = changed.fault(of: path, arcs, from: sources, to: targets, cost: cost) { return fault }
    }
    return nil
  }
}
