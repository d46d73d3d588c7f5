import Columns
import TestSupport
import Testing

@testable import ShortestPaths

@Suite struct NestedDissectionTests {
  /// Dissections down to single nodes, so that small graphs are cut too.
  private static func plans(threads: Int = 1) -> [NestedDissection] {
    [1, 4, 64].map {
      var plan = NestedDissection(threads: threads)
      plan.leafSize = $0
      return plan
    }
  }

  private func isPermutation(_ order: [UInt32], count: Int) -> Bool {
    order.sorted() == Array(0..<UInt32(count))
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `an order has every node once`(seed: UInt64) {
    var generator = SeededNumbers(seed: seed ^ 0x0D)
    for plan in Self.plans() {
      for test in [TestGraph.nasty(using: &generator), .scattered(using: &generator)] {
        let order = plan.order(of: test.graph, x: test.x, y: test.y)
        #expect(isPermutation(order, count: test.nodeCount))
        #expect(isPermutation(plan.order(of: test.graph), count: test.nodeCount))
      }
    }
  }

  @Test func `an order is the same whatever the number of threads`() {
    for seed in 0..<4 as Range<UInt64> {
      var generator = SeededNumbers(seed: seed)
      let test = TestGraph.grid(width: 30, height: 20 + Int(seed), using: &generator)
      for (one, many) in zip(Self.plans(), Self.plans(threads: 5)) {
        #expect(
          one.order(of: test.graph, x: test.x, y: test.y) == many.order(of: test.graph, x: test.x, y: test.y))
        #expect(one.order(of: test.graph) == many.order(of: test.graph))
      }
    }
  }

  @Test func `a grid is cut across, with and without positions`() {
    // Contracted row by row, the same grid needs 110,000 arcs.
    var generator = SeededNumbers(seed: 3)
    let test = TestGraph.grid(width: 48, height: 48, using: &generator)
    let dissection = NestedDissection()
    for order in [dissection.order(of: test.graph, x: test.x, y: test.y), dissection.order(of: test.graph)] {
      let hierarchy = CustomizableHierarchy.build(graph: test.graph, order: order)
      #expect(hierarchy.arcCount < 36_000)
    }
  }

  @Test func `what can't be cut is ordered all the same`() {
    // A complete graph, a star, a ring, two parts, and nothing.
    let complete = (0..<70).flatMap { tail in (0..<70).map { (tail, $0, 1 as UInt32) } }
    let star = (1..<300).map { (0, $0, 1 as UInt32) }
    let wheel = star + (1..<300).map { ($0, $0 % 299 + 1, 1 as UInt32) }
    let bipartite = (0..<20).flatMap { tail in (20..<90).map { (tail, $0, 1 as UInt32) } }
    for (count, arcs) in [
      (700, complete), (300, star), (300, wheel), (90, bipartite), (700, complete), (0, []),
    ] {
      let test = TestGraph(nodeCount: count, arcs: arcs)
      for plan in Self.plans() {
        #expect(isPermutation(plan.order(of: test.graph, x: test.x, y: test.y), count: count))
        #expect(isPermutation(plan.order(of: test.graph), count: count))
      }
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `separators separate, and none is smaller that keeps the ends apart`(seed: UInt64) {
    var generator = SeededNumbers(seed: seed ^ 0x5E9)
    for _ in 0..<10 {
      let test = TestGraph.scattered(using: &generator)
      var elimination = LowDegreeElimination(test.graph)
      elimination.run()
      let core = elimination.remainder { Cell.Place(x: test.x[$0], y: test.y[$0]) }
      for cell in core.parts(without: Slab(repeating: false, count: core.count)) where cell.count > 3 {
        let (first, last) = HopDistances.ends(of: cell)
        let projection = Projection(count: cell.count, from: first, to: last)
        var cutter = FlowCutter(cell.edges, count: cell.count, keys: projection.keys.lent)
        guard cutter.begin(low: 0, high: 2) else { continue }
        cutter.run(Separation.Policy(share: 0)) { _ in false }
        let separator = cutter.separator()
        let best = cutter.best
        let marks = Slab(repeating: false, count: cell.count)
        for node in separator { marks[Int(node)] = true }
        let parts = cell.parts(without: marks)
        #expect(separator.count == best.size && parts.count > 1)
        #expect(parts.reduce(separator.count) { $0 + $1.count } == cell.count)
        // Menger: as many paths that share no node as the smallest separator has nodes.
        #expect(best.size >= disjointPaths(cell, first, last))
      }
    }
  }

  /// The number of paths between two nodes that share no other node, found one by one on a plain flow network.
  private func disjointPaths(_ cell: Cell, _ source: Int, _ target: Int) -> Int {
    var residual: [[Int: Int]] = Array(repeating: [:], count: cell.count * 2)
    for node in 0..<cell.count {
      residual[node * 2][node * 2 + 1] = node == source || node == target ? cell.count : 1
      for index in cell.edges.range(node) {
        residual[node * 2 + 1][Int(cell.edges.neighbours[index]) * 2] = cell.count
      }
    }
    var flow = 0
    while true {
      var parents = [Int](repeating: -1, count: cell.count * 2)
      parents[source * 2] = source * 2
      var queue = [source * 2]
      while let state = queue.popLast() {
        for (next, capacity) in residual[state] where capacity > 0 && parents[next] < 0 {
          parents[next] = state
          queue.append(next)
        }
      }
      var state = target * 2 + 1
      guard parents[state] >= 0 else { return flow }
      while state != source * 2 {
        residual[parents[state]][state, default: 0] -= 1
        residual[state][parents[state], default: 0] += 1
        state = parents[state]
      }
      flow += 1
    }
  }
}

extension TestGraph {
  /// Up to 50 nodes, each joined to a few that lie near, in one part or several.
  static func scattered(using generator: inout SeededNumbers) -> TestGraph {
    let nodeCount = Int.random(in: 1...50, using: &generator)
    let positions = (0..<nodeCount).map { _ in
      (Int32.random(in: -50...50, using: &generator), Int32.random(in: -50...50, using: &generator))
    }
    let reach = Int32.random(in: 200...900, using: &generator)
    let limit: UInt32 = [3, 1000, .max].randomElement(using: &generator) ?? 1
    var arcs: [(tail: Int, head: Int, weight: UInt32)] = []
    for tail in 0..<nodeCount {
      for head in 0..<nodeCount {
        let (dx, dy) = (positions[tail].0 - positions[head].0, positions[tail].1 - positions[head].1)
        guard dx * dx + dy * dy < reach && Int.random(in: 0..<4, using: &generator) > 0 else { continue }
        arcs.append((tail, head, .random(in: 0...limit, using: &generator)))
      }
    }
    return TestGraph(nodeCount: nodeCount, arcs: arcs, positions: positions)
  }
}
