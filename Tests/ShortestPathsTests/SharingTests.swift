import Columns
import TestSupport
import Testing

@testable import ShortestPaths

/// Several threads, each with a workspace of its own, on what they share.
@Suite struct SharingTests {
  private let test: TestGraph
  private let hierarchy: ContractionHierarchy
  private let metric: CustomizedMetric

  init() {
    var generator = SeededNumbers(seed: 77)
    test = TestGraph.grid(width: 20, height: 20, using: &generator)
    hierarchy = ContractionHierarchy.build(graph: test.graph, weights: test.weights, threads: 3)
    let order = NestedDissection(threads: 3).order(of: test.graph, x: test.x, y: test.y)
    metric = CustomizedMetric(.build(graph: test.graph, order: order), weights: test.weights, threads: 3)
  }

  /// Calls `body` for a few workers at a time; the rest of what they do is the same.
  private func share(_ body: @Sendable (_ worker: Int) -> [UInt32]) {
    let found = (0..<4).map { _ in Answer() }
    concurrently(found.count, threads: found.count) { job, _ in found[job].value = body(job) }
    #expect(found.allSatisfy { $0.value == body(0) })
  }

  /// What a worker found; its own.
  private final class Answer: @unchecked Sendable {
    var value: [UInt32] = []
  }

  private var nodes: Range<UInt32> { 0..<UInt32(test.nodeCount) }

  @Test func `threads share a contraction hierarchy`() {
    share { _ in
      var query = HierarchyQuery(nodeCount: test.nodeCount)
      var arcs: [UInt32] = []
      return nodes.flatMap { node in
        let path = query.shortestPath(
          in: hierarchy, from: [Terminal(node: 7)], to: [Terminal(node: node)], arcs: &arcs)
        return [path?.cost ?? unreachable] + arcs
      }
    }
  }

  @Test func `threads share one hierarchy for searches to many and to all`() {
    let targets = (0..<30).map { [Terminal(node: $0 * 13)] }
    var preparation = OneToMany(nodeCount: test.nodeCount)
    let buckets = preparation.buckets(of: targets, in: hierarchy)
    let selection = Selection(targets: targets, in: hierarchy)
    share { _ in
      var toAll = OneToAll(nodeCount: test.nodeCount)
      var toMany = OneToMany(nodeCount: test.nodeCount)
      var sweeps = SelectionSearch(nodeCount: test.nodeCount)
      return nodes.prefix(20).flatMap { node in
        let source = [Terminal(node: node)]
        return toAll.costs(from: source, in: hierarchy)
          + toMany.costs(from: source, to: buckets, in: hierarchy)
          + sweeps.costs(source, selection, in: hierarchy)
      }
    }
  }

  @Test func `threads share a customized metric`() {
    share { _ in
      var query = CustomizableQuery(nodeCount: test.nodeCount)
      var arcs: [UInt32] = []
      return nodes.flatMap { node in
        let path = query.shortestPath(
          in: metric, from: [Terminal(node: 9)], to: [Terminal(node: node)], arcs: &arcs)
        return [path?.cost ?? unreachable] + arcs
      }
    }
  }

  @Test func `threads close arcs in copies of one metric`() {
    share { _ in
      var copy = metric
      var change = PartialCustomization(for: metric.hierarchy)
      var query = CustomizableQuery(nodeCount: test.nodeCount)
      return (0..<40).map { (round: UInt32) in
        let before = copy
        change.change(&copy, arcs: [round * 17], to: [unreachable])
        let ends = (from: [Terminal(node: round)], to: [Terminal(node: 390)])
        return query.cost(in: copy, from: ends.from, to: ends.to)
          &+ query.cost(in: before, from: ends.from, to: ends.to)
      }
    }
  }
}
