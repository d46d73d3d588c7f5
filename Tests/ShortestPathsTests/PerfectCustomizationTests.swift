import Columns
import TestSupport
import Testing

@testable import ShortestPaths

@Suite struct PerfectCustomizationTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `a perfect hierarchy agrees with Bellman and Ford, and every arc costs what its ends are apart`(
    seed: UInt64
  ) throws {
    var generator = SeededNumbers(seed: seed ^ 0x9E2F)
    var query = HierarchyQuery(nodeCount: 50)
    var arcs: [UInt32] = []
    for round in 0..<20 {
      let test = round % 15 > 0 ? TestGraph.nasty(using: &generator) : .scattered(using: &generator)
      let order = (0..<UInt32(test.nodeCount)).shuffled(using: &generator)
      let customizable = CustomizableHierarchy.build(graph: test.graph, order: order)
      let metric = CustomizedMetric(customizable, weights: test.weights)
      let hierarchy = try ContractionHierarchy(
        columns: metric.contractionHierarchy().columns, graph: test.graph)
      #expect(hierarchy.arcCount <= customizable.arcCount)
      for _ in 0..<4 {
        let sources = test.terminals(using: &generator)
        let targets = test.terminals(using: &generator)
        let cost = test.cost(from: sources, to: targets)
        let path = query.shortestPath(in: hierarchy, from: sources, to: targets, arcs: &arcs)
        let fault = test.fault(of: path, arcs, from: sources, to: targets, cost: cost)
        #expect(fault == nil, "round \(round)")
      }
      guard test.nodeCount <= 12 else { continue }
      let columns = hierarchy.columns
      var nodes = [UInt32](repeating: 0, count: test.nodeCount)
      for (node, position) in columns.positions.enumerated() { nodes[Int(position)] = UInt32(node) }
      let costs = nodes.map { test.bellmanFord(from: [Terminal(node: $0)]) }
      for position in nodes.indices {
        for arc in columns.arcs[Int(columns.firstArc[position])..<Int(columns.firstArc[position + 1])] {
          let (up, down) = (
            costs[position][Int(nodes[Int(arc.head)])], costs[Int(arc.head)][Int(nodes[position])]
          )
          #expect(arc.up == up || arc.up == unreachable)
          #expect(arc.down == down || arc.down == unreachable)
        }
      }
    }
  }
}
