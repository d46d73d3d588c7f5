import Columns
import ShortestPaths
import TestSupport
import Testing

/// Searches between one and many, and between many and many.
@Suite struct ManyTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `one to all, selections and the nearest agree with Bellman and Ford`(seed: UInt64) {
    var generator = SeededNumbers(seed: seed ^ 0xA77)
    for round in 0..<15 {
      let test = TestGraph.nasty(using: &generator)
      let hierarchy = ContractionHierarchy.build(graph: test.graph, weights: test.weights)
      let all = (0..<UInt32(test.nodeCount)).map { [Terminal(node: $0)] }
      var oneToAll = OneToAll(nodeCount: test.nodeCount)
      var sweeps = SelectionSearch(nodeCount: test.nodeCount)
      var buckets = OneToMany(nodeCount: test.nodeCount)
      for _ in 0..<2 {
        let one = test.terminals(using: &generator)
        #expect(oneToAll.costs(from: one, in: hierarchy) == test.bellmanFord(from: one), "round \(round)")
        let towards = all.map { test.cost(from: $0, to: one) }
        #expect(oneToAll.costs(to: one, in: hierarchy) == towards, "round \(round)")

        let many = (0..<6).map { _ in test.terminals(using: &generator) }
        let costs = many.map { test.cost(from: one, to: $0) }
        let targets = Selection(targets: many, in: hierarchy)
        #expect(sweeps.costs(one, targets, in: hierarchy) == costs, "round \(round)")
        let sources = Selection(sources: many, in: hierarchy)
        let back = sweeps.costs(one, sources, in: hierarchy)
        #expect(back == many.map { test.cost(from: $0, to: one) }, "round \(round)")

        let order = costs.indices.filter { costs[$0] != unreachable }.sorted {
          (costs[$0], $0) < (costs[$1], $1)
        }
        let known = buckets.buckets(of: many, in: hierarchy)
        for count in 1...3 {
          let nearest = buckets.nearest(
            count, from: one, to: known.keepingNearest(count), in: hierarchy)
          #expect(nearest.map(\.target) == Array(order.prefix(count)), "round \(round)")
          #expect(nearest.map(\.cost) == order.prefix(count).map { costs[$0] }, "round \(round)")
        }
      }
      #expect(sweeps.costs([], Selection(targets: [], in: hierarchy), in: hierarchy).isEmpty)
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `a matrix agrees with Dijkstra, whatever the number of threads`(seed: UInt64) {
    var generator = SeededNumbers(seed: seed ^ 0x3A7)
    let test = TestGraph.grid(width: 20, height: 14, using: &generator)
    let hierarchy = ContractionHierarchy.build(graph: test.graph, weights: test.weights)
    // More rows than columns, and fewer: either way of doing it.
    for (rows, columns) in [(30, 9), (4, 25), (0, 3), (3, 0)] {
      let sources = (0..<rows).map { _ in test.terminals(using: &generator) }
      let targets = (0..<columns).map { _ in test.terminals(using: &generator) }
      var dijkstra = Dijkstra(nodeCount: test.nodeCount)
      let expected = sources.map { source in
        let costs = dijkstra.costs(in: test.graph, weights: test.weights, from: source)
        return targets.map { target in
          target.map { min(UInt64(costs[Int($0.node)]) + UInt64($0.weight), UInt64(unreachable)) }.min()
            ?? UInt64(unreachable)
        }
      }
      for threads in [1, 2, 5] {
        let matrix = CostMatrix(from: sources, to: targets, in: hierarchy, threads: threads)
        #expect(matrix.rowCount == rows && matrix.columnCount == columns)
        for row in 0..<rows {
          #expect((0..<columns).map { UInt64(matrix[row, $0]) } == expected[row], "row \(row)")
        }
      }
    }
  }
}
