import Columns
import ShortestPaths
import TestSupport
import Testing

@Suite struct ContractionHierarchyTests {
  /// Builds a hierarchy of a graph and compares its paths with those of Dijkstra's algorithm.
  private static func expectPaths(
    in test: TestGraph, order: [UInt32]? = nil, using generator: inout SeededNumbers
  ) throws -> ContractionHierarchy {
    let built = ContractionHierarchy.build(graph: test.graph, weights: test.weights, order: order)
    let hierarchy = try ContractionHierarchy(columns: built.columns, graph: test.graph)
    var query = HierarchyQuery(nodeCount: test.nodeCount)
    test.expectPaths(using: &generator) { sources, targets, _ in
      var arcs: [UInt32] = []
      let path = query.shortestPath(in: hierarchy, from: sources, to: targets, arcs: &arcs)
      return (path, arcs)
    }
    return built
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `a hierarchy of a city's size agrees with Dijkstra`(seed: UInt64) throws {
    var generator = SeededNumbers(seed: seed)
    let test = TestGraph.grid(width: 28, height: 20 + Int(seed) * 3, using: &generator)
    _ = try Self.expectPaths(in: test, using: &generator)
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `a graph in which all is joined to all agrees with Dijkstra`(seed: UInt64) throws {
    var generator = SeededNumbers(seed: seed ^ 0xC0)
    let test = TestGraph.crowd(using: &generator)
    let built = try Self.expectPaths(in: test, using: &generator)
    let second = ContractionHierarchy.build(graph: test.graph, weights: test.weights, threads: 3).columns
    #expect(built.columns.arcs.elementsEqual(second.arcs) && built.columns.parts.elementsEqual(second.parts))
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `the same graph makes the same columns, whatever the number of threads`(seed: UInt64) {
    var generator = SeededNumbers(seed: seed)
    let test = TestGraph.grid(width: 12 + Int(seed) * 8, height: 12, using: &generator)
    let first = ContractionHierarchy.build(graph: test.graph, weights: test.weights).columns
    for threads in [1, 2, 7] {
      let second = ContractionHierarchy.build(
        graph: test.graph, weights: test.weights, threads: threads
      ).columns
      #expect(first.positions.elementsEqual(second.positions))
      #expect(first.firstArc.elementsEqual(second.firstArc))
      #expect(first.arcs.elementsEqual(second.arcs))
      #expect(first.parts.elementsEqual(second.parts))
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `any order of nodes, grouped or not, agrees with Dijkstra`(seed: UInt64) throws {
    var generator = SeededNumbers(seed: seed ^ 0x6E0)
    let test = seed % 2 == 0 ? TestGraph.nasty(using: &generator) : .scattered(using: &generator)
    let groups = (0..<test.nodeCount).map { UInt32($0 / 3) }
    let count = Int(groups.last ?? 0) + 1
    let places = Column((0..<count).map { _ in Int32.random(in: -50...50, using: &generator) })
    let grouped = NestedDissection().order(of: test.graph, groups: Column(groups), x: places, y: places)
    for order in [grouped, (0..<UInt32(test.nodeCount)).shuffled(using: &generator)] {
      _ = try Self.expectPaths(in: test, order: order, using: &generator)
    }
    let ranks = grouped.map { groups[Int($0)] }
    #expect(zip(ranks, ranks.dropFirst()).filter { $0 != $1 }.count == count - 1)
  }

  @Test func `a graph without nodes or arcs makes a hierarchy`() throws {
    for nodeCount in [0, 3] {
      let test = TestGraph(nodeCount: nodeCount, arcs: [])
      let built = ContractionHierarchy.build(graph: test.graph, weights: test.weights)
      let hierarchy = try ContractionHierarchy(columns: built.columns, graph: test.graph)
      #expect(hierarchy.nodeCount == nodeCount && hierarchy.arcCount == 0)
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `one to many and many to one agree with Bellman and Ford`(seed: UInt64) {
    var generator = SeededNumbers(seed: seed ^ 0x12F)
    for round in 0..<10 {
      let test = TestGraph.nasty(using: &generator)
      let hierarchy = ContractionHierarchy.build(graph: test.graph, weights: test.weights)
      var search = OneToMany(nodeCount: hierarchy.nodeCount)
      let none = search.buckets(of: [], in: hierarchy)
      #expect(search.costs(from: test.terminals(using: &generator), to: none, in: hierarchy).isEmpty)
      for _ in 0..<2 {
        let many = (0..<5).map { _ in test.terminals(using: &generator) }
        let one = test.terminals(using: &generator)
        let (targets, sources) = (
          search.buckets(of: many, in: hierarchy), search.buckets(ofSources: many, in: hierarchy)
        )
        let away = search.costs(from: one, to: targets, in: hierarchy)
        #expect(away == many.map { test.cost(from: one, to: $0) }, "round \(round)")
        let back = search.costs(from: sources, to: one, in: hierarchy)
        #expect(back == many.map { test.cost(from: $0, to: one) }, "round \(round)")
      }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `sums along cheapest paths are those of the paths of queries`(seed: UInt64) {
    var generator = SeededNumbers(seed: seed ^ 0x5B3)
    for _ in 0..<10 {
      let test = TestGraph.nasty(using: &generator)
      let hierarchy = ContractionHierarchy.build(graph: test.graph, weights: test.weights)
      var query = HierarchyQuery(nodeCount: test.nodeCount)
      var search = PathSums(nodeCount: test.nodeCount)
      let many = (0..<10).map { _ in test.terminals(using: &generator) }
      func quantities(_ arc: Int) -> SIMD2<UInt64> { [UInt64(arc) * 7 + 1, UInt64(arc) << 33] }
      let sources = search.sources(many, in: hierarchy, quantities: quantities)
      let targets = search.targets(many.reversed(), in: hierarchy, quantities: quantities)
      for source in many.indices {
        let row = search.paths(from: source, of: sources, to: targets)
        for (path, target) in zip(row, many.reversed()) {
          var arcs: [UInt32] = []
          let found = query.shortestPath(in: hierarchy, from: many[source], to: target, arcs: &arcs)
          #expect(path?.cost == found?.cost && path?.source == found?.source && path?.target == found?.target)
          if let path { #expect(path.amounts == arcs.reduce(.zero) { $0 &+ quantities(Int($1)) }) }
        }
      }
    }
  }
}
