import Columns
import TestSupport
import Testing

@testable import ShortestPaths

@Suite struct PartialCustomizationTests {
  /// A weight that is higher, lower or the same, free or closed.
  private func weight(instead old: UInt32, using generator: inout SeededNumbers) -> UInt32 {
    switch Int.random(in: 0...7, using: &generator) {
    case 0, 1: unreachable
    case 2: 0
    case 3: old
    case 4: old / 2
    case 5: old < 1 << 31 ? old * 2 : unreachable - 1
    default: .random(in: 0...50, using: &generator)
    }
  }

  /// Changes arcs, a few at a time, and compares with customizing all again.
  private func fault(
    _ test: TestGraph, order: [UInt32], rounds: Int, most: Int, using generator: inout SeededNumbers
  ) -> String? {
    guard test.graph.arcCount > 0 else { return nil }
    let hierarchy = CustomizableHierarchy.build(graph: test.graph, order: order)
    var metric = CustomizedMetric(hierarchy, weights: test.weights)
    var change = PartialCustomization(for: hierarchy)
    var weights = Array(test.weights)
    for round in 0..<rounds {
      let before = metric
      let arcs = (0..<Int.random(in: 0...most, using: &generator)).map { _ in
        UInt32.random(in: 0..<UInt32(weights.count), using: &generator)
      }
      let old = weights
      var changed: [UInt32] = []
      for arc in arcs {
        weights[Int(arc)] = weight(instead: weights[Int(arc)], using: &generator)
        changed.append(weights[Int(arc)])
      }
      change.change(&metric, arcs: arcs, to: changed)
      let full = CustomizedMetric(hierarchy, weights: Column(weights))
      guard metric.hasSameWeights(as: full) else { return "other weights in round \(round)" }
      guard metric.weights.hasSameWitnesses(as: full.weights) else {
        return "other witnesses in round \(round)"
      }
      guard before.hasSameWeights(as: CustomizedMetric(hierarchy, weights: Column(old))) else {
        return "a snapshot changed in round \(round)"
      }
      for arc in weights.indices where metric.weight(of: arc) != weights[arc] { return "arc \(arc)" }
      if let fault = metric.fault(of: test, pairs: 4, using: &generator) { return fault }
    }
    return nil
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `partial customization is as good as full`(seed: UInt64) {
    var generator = SeededNumbers(seed: seed ^ 0x9A27)
    for round in 0..<10 {
      let test = round % 10 > 0 ? TestGraph.nasty(using: &generator) : .scattered(using: &generator)
      let order = (0..<UInt32(test.nodeCount)).shuffled(using: &generator)
      #expect(fault(test, order: order, rounds: 10, most: 4, using: &generator) == nil, "round \(round)")
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `partial customization is as good as full in a city`(seed: UInt64) {
    var generator = SeededNumbers(seed: seed ^ 0xC17)
    let test = TestGraph.grid(width: 16, height: 14, using: &generator)
    let order = NestedDissection().order(of: test.graph, x: test.x, y: test.y)
    #expect(fault(test, order: order, rounds: 20, most: 8, using: &generator) == nil)
  }
}

extension MetricWeights {
  fileprivate func hasSameWitnesses(as other: MetricWeights) -> Bool {
    upWitness.array == other.upWitness.array && downWitness.array == other.downWitness.array
  }
}

extension TestGraph {
  /// The same graph with other weights.
  init(_ test: TestGraph, weights: [UInt32]) {
    let tails = test.graph.tails()
    self.init(
      nodeCount: test.nodeCount,
      arcs: weights.indices.map { (Int(tails[$0]), Int(test.graph.head[$0]), weights[$0]) },
      positions: zip(test.x, test.y).map { ($0, $1) })
  }
}
