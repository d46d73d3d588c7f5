import Columns
import ShortestPaths
import TestSupport
import Testing

@Suite struct HubLabelsTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `hub labels agree with Bellman and Ford between all nodes`(seed: UInt64) {
    var generator = SeededNumbers(seed: seed ^ 0x4B5)
    for round in 0..<25 {
      let test = TestGraph.nasty(using: &generator)
      let hierarchy = ContractionHierarchy.build(graph: test.graph, weights: test.weights)
      let labels = HubLabels(hierarchy)
      #expect(labels.nodeCount == test.nodeCount)
      for source in 0..<UInt32(test.nodeCount) {
        let costs = test.bellmanFord(from: [Terminal(node: source)])
        let found = (0..<test.nodeCount).map { labels.cost(from: Int(source), to: $0) }
        #expect(found == costs, "round \(round), source \(source)")
      }
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `hub labels agree with Dijkstra on a city`(seed: UInt64) {
    var generator = SeededNumbers(seed: seed ^ 0xC17)
    let test = TestGraph.grid(width: 30, height: 20 + Int(seed) * 4, using: &generator)
    let labels = HubLabels(ContractionHierarchy.build(graph: test.graph, weights: test.weights))
    var dijkstra = Dijkstra(nodeCount: test.nodeCount)
    for _ in 0..<20 {
      let source = UInt32.random(in: 0..<UInt32(test.nodeCount), using: &generator)
      let costs = dijkstra.costs(in: test.graph, weights: test.weights, from: [Terminal(node: source)])
      let found = (0..<test.nodeCount).map { labels.cost(from: Int(source), to: $0) }
      #expect(found == costs)
    }
  }

  @Test func `labels that are equal both ways take half the memory, long costs twice as much`() {
    func line(_ weight: UInt32, back: UInt32) -> HubLabels {
      let arcs = (0..<63).flatMap { [($0, $0 + 1, weight), ($0 + 1, $0, back)] }
      let test = TestGraph(nodeCount: 64, arcs: arcs)
      return HubLabels(ContractionHierarchy.build(graph: test.graph, weights: test.weights))
    }
    let (even, uneven, long) = (line(7, back: 7), line(7, back: 8), line(1 << 25, back: 1 << 25))
    let nodes = 64 * 16
    #expect(even.entryCount == uneven.entryCount && even.entryCount == long.entryCount)
    func words(_ labels: HubLabels) -> Double { Double(labels.byteCount - nodes) }
    #expect(words(uneven) > words(even) * 1.9 && words(uneven) < words(even) * 2)
    #expect(words(long) == words(even) * 2)
    #expect(words(even) < Double(even.entryCount) * 4)
    #expect(long.cost(from: 0, to: 63) == 63 << 25 && long.cost(from: 1, to: 1) == 0)
  }

  @Test func `no nodes, no labels`() {
    let test = TestGraph(nodeCount: 0, arcs: [])
    let labels = HubLabels(ContractionHierarchy.build(graph: test.graph, weights: test.weights))
    #expect(labels.byteCount == 0 && labels.entryCount == 0)
  }

  // Many islands far apart in the order: differences between hubs that don't fit into a word.
  @Test func `hubs far from each other are found`() {
    var arcs: [(tail: Int, head: Int, weight: UInt32)] = []
    for node in 1..<3000 {
      arcs.append((node, node / 2, UInt32(node % 5)))
      arcs.append((node / 2, node, 1 << 26))
    }
    let test = TestGraph(nodeCount: 3000, arcs: arcs)
    let hierarchy = ContractionHierarchy.build(graph: test.graph, weights: test.weights)
    let labels = HubLabels(hierarchy)
    var query = HierarchyQuery(nodeCount: 3000)
    for source in stride(from: 0, to: 3000 as UInt32, by: 37) {
      for target in stride(from: 1, to: 3000 as UInt32, by: 101) {
        let cost = query.cost(in: hierarchy, from: [Terminal(node: source)], to: [Terminal(node: target)])
        #expect(labels.cost(from: Int(source), to: Int(target)) == cost)
      }
    }
  }
}
