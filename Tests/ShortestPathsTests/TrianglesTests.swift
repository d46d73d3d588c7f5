import Columns
import TestSupport
import Testing

@testable import ShortestPaths

@Suite struct TrianglesTests {
  /// Compares third arcs with those that a search through the rows finds; returns the most that are skipped.
  private func mostSkipped(_ hierarchy: CustomizableHierarchy, from start: Int = 0) -> Int {
    var most = 0
    hierarchy.lend { view in
      for position in start..<view.nodeCount {
        let row = view.arcs(from: position)
        for arc in row {
          let head = Int(view.heads[arc])
          let thirds = ThirdArcs(view, beside: arc, from: position, to: head)
          for other in row.lowerBound..<arc {
            let third = view.arc(from: head, to: Int(view.heads[other]))
            #expect(thirds[other] == third)
            most = max(most, third - Int(view.firstArc[head]) - (other - row.lowerBound))
          }
        }
      }
    }
    return most
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `third arcs are those that a search finds`(seed: UInt64) {
    var generator = SeededNumbers(seed: seed ^ 0x371)
    let test = TestGraph.nasty(using: &generator)
    let order = (0..<UInt32(test.nodeCount)).shuffled(using: &generator)
    _ = mostSkipped(CustomizableHierarchy.build(graph: test.graph, order: order))
  }

  /// A node that leads to a busy one and to some of its 290 neighbours.
  @Test func `they are found where hundreds are skipped`() {
    var generator = SeededNumbers(seed: 0x372)
    var arcs: [(tail: Int, head: Int, weight: UInt32)] = [(0, 1, 1)]
    for node in 2..<292 {
      arcs.append((1, node, .random(in: 1...99, using: &generator)))
      if node % 50 == 3 { arcs.append((node, 0, .random(in: 1...99, using: &generator))) }
    }
    let test = TestGraph(nodeCount: 292, arcs: arcs)
    let hierarchy = CustomizableHierarchy.build(graph: test.graph, order: Array(0..<292))
    #expect(mostSkipped(hierarchy, from: 291) > 255)
    var metric = CustomizedMetric(hierarchy, weights: test.weights)
    #expect(metric.fault(of: test, pairs: 20, using: &generator) == nil)
    var change = PartialCustomization(for: hierarchy)
    var weights = Array(test.weights)
    for arc in stride(from: 0, to: weights.count, by: 80) {
      weights[arc] = weights[arc] * 3 % 100
      change.change(&metric, arcs: [UInt32(arc)], to: [weights[arc]])
    }
    #expect(metric.hasSameWeights(as: CustomizedMetric(hierarchy, weights: Column(weights))))
  }
}
