import Columns
import ShortestPaths
import TestSupport
import Testing

/// A hundred random graphs a seed.
@Suite struct SearchTests {
  @Test(arguments: 0..<100 as Range<UInt64>)
  func `Dijkstra, A* and a hierarchy agree with Bellman and Ford`(seed: UInt64) throws {
    var generator = SeededNumbers(seed: seed)
    var dijkstra = Dijkstra(nodeCount: 12)
    var aStar = AStar(nodeCount: 12)
    var query = HierarchyQuery(nodeCount: 12)
    var arcs: [UInt32] = []
    for round in 0..<100 {
      let test = TestGraph.nasty(using: &generator)
      let (graph, weights) = (test.graph, test.weights)
      let potential = PlanarPotential(graph: graph, weights: weights, x: test.x, y: test.y)
      let hierarchy = ContractionHierarchy.build(graph: graph, weights: weights)
      _ = try ContractionHierarchy(columns: hierarchy.columns, graph: graph)
      for _ in 0..<3 {
        let sources = test.terminals(using: &generator)
        let targets = test.terminals(using: &generator)
        let cost = test.cost(from: sources, to: targets)
        var path = dijkstra.shortestPath(
          in: graph, weights: weights, from: sources, to: targets, arcs: &arcs)
        var fault = test.fault(of: path, arcs, from: sources, to: targets, cost: cost)
        #expect(fault == nil, "Dijkstra, round \(round)")
        path = aStar.shortestPath(
          in: graph, weights: weights, potential: potential, from: sources, to: targets, arcs: &arcs)
        fault = test.fault(of: path, arcs, from: sources, to: targets, cost: cost)
        #expect(fault == nil, "A*, round \(round)")
        path = query.shortestPath(in: hierarchy, from: sources, to: targets, arcs: &arcs)
        fault = test.fault(of: path, arcs, from: sources, to: targets, cost: cost)
        #expect(fault == nil, "hierarchy, round \(round)")
        #expect(query.cost(in: hierarchy, from: sources, to: targets) == cost, "hierarchy, round \(round)")
      }
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `Dijkstra and A* agree with Bellman and Ford where arcs are closed or dearer`(seed: UInt64) {
    var generator = SeededNumbers(seed: seed ^ 0xADD)
    var dijkstra = Dijkstra(nodeCount: 12)
    var aStar = AStar(nodeCount: 12)
    var arcs: [UInt32] = []
    for round in 0..<30 {
      let test = TestGraph.nasty(using: &generator)
      let (graph, weights) = (test.graph, test.weights)
      let potential = PlanarPotential(graph: graph, weights: weights, x: test.x, y: test.y)
      var adjustments = ArcAdjustments(arcCount: graph.arcCount)
      for _ in 0..<3 {
        for arc in 0..<graph.arcCount where Bool.random(using: &generator) {
          adjustments.add([unreachable, 1, 50].randomElement(using: &generator) ?? 0, to: arc)
        }
        let extra = (0..<graph.arcCount).map { adjustments[$0] }
        let sources = test.terminals(using: &generator)
        let targets = test.terminals(using: &generator)
        let cost = test.cost(from: sources, to: targets, extra: extra)
        var path = dijkstra.shortestPath(
          in: graph, weights: weights, from: sources, to: targets, adjustments: adjustments, arcs: &arcs)
        var fault = test.fault(of: path, arcs, from: sources, to: targets, cost: cost, extra: extra)
        #expect(fault == nil, "Dijkstra, round \(round)")
        path = aStar.shortestPath(
          in: graph, weights: weights, potential: potential, from: sources, to: targets,
          adjustments: adjustments, arcs: &arcs)
        fault = test.fault(of: path, arcs, from: sources, to: targets, cost: cost, extra: extra)
        #expect(fault == nil, "A*, round \(round)")
        if Bool.random(using: &generator) { adjustments.reset() }
      }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `Dijkstra's costs to all nodes agree with Bellman and Ford`(seed: UInt64) {
    var generator = SeededNumbers(seed: seed ^ 0xA11)
    var dijkstra = Dijkstra(nodeCount: 12)
    for round in 0..<30 {
      let test = TestGraph.nasty(using: &generator)
      let sources = test.terminals(using: &generator)
      let costs = dijkstra.costs(in: test.graph, weights: test.weights, from: sources)
      #expect(costs == test.bellmanFord(from: sources), "round \(round)")
    }
  }

  @Test func `a potential is below the cost and of use where weights follow lengths`() {
    // 0 --10-- 1 --10-- 2, three apart each, and a way round by 3 that is as long as it is dear.
    let test = TestGraph(
      nodeCount: 4, arcs: [(0, 1, 10), (1, 2, 10), (0, 3, 20), (3, 2, 20)],
      positions: [(0, 0), (3, 0), (6, 0), (3, 4)])
    let potential = PlanarPotential(graph: test.graph, weights: test.weights, x: test.x, y: test.y)
    #expect(potential.scale > 3.3 && potential.scale <= 10.0 / 3)
    let free = TestGraph(nodeCount: 2, arcs: [(0, 1, 0)], positions: [(0, 0), (1, 0)])
    #expect(PlanarPotential(graph: free.graph, weights: free.weights, x: free.x, y: free.y).scale == 0)
  }

  @Test func `positions at the ends of the plane overflow nothing`() {
    let test = TestGraph(
      nodeCount: 2, arcs: [(0, 1, unreachable - 1), (1, 0, 3)], positions: [(.min, .min), (.max, .max)])
    let potential = PlanarPotential(graph: test.graph, weights: test.weights, x: test.x, y: test.y)
    var search = AStar(nodeCount: 2)
    var arcs: [UInt32] = []
    let path = search.shortestPath(
      in: test.graph, weights: test.weights, potential: potential, from: [Terminal(node: 0)],
      to: [Terminal(node: 1)], arcs: &arcs)
    #expect(path == FoundPath(cost: unreachable - 1, source: 0, target: 0))
    #expect(arcs == [0])
  }

  @Test func `the way from a place to itself has no arcs and the cheapest terminals`() {
    let test = TestGraph(nodeCount: 2, arcs: [(0, 1, 0), (1, 0, 0)])
    let hierarchy = ContractionHierarchy.build(graph: test.graph, weights: test.weights)
    let sources = [Terminal(node: 1, weight: 9), Terminal(node: 1, weight: 4), Terminal(node: 1, weight: 4)]
    var arcs: [UInt32] = [1, 2, 3]
    var query = HierarchyQuery(nodeCount: 2)
    let targets = [Terminal(node: 1, weight: 2)]
    let path = query.shortestPath(in: hierarchy, from: sources, to: targets, arcs: &arcs)
    #expect(path == FoundPath(cost: 6, source: 1, target: 0))
    #expect(arcs.isEmpty)
    var dijkstra = Dijkstra(nodeCount: 2)
    let found = dijkstra.shortestPath(
      in: test.graph, weights: test.weights, from: sources, to: targets, arcs: &arcs)
    #expect(found == path)
  }
}
