import Columns
import ShortestPaths
import TestSupport
import Testing

/// A graph with weights and positions.
struct TestGraph {
  let graph: Graph
  let weights: Column<UInt32>
  let x: Column<Int32>
  let y: Column<Int32>

  var nodeCount: Int { graph.nodeCount }

  init(nodeCount: Int, arcs: [(tail: Int, head: Int, weight: UInt32)], positions: [(Int32, Int32)]? = nil) {
    let sorted = Graph.sorting(
      nodeCount: nodeCount, tails: arcs.map { UInt32($0.tail) }, heads: arcs.map { UInt32($0.head) })
    graph = sorted.graph
    weights = Column(sorted.order.map { arcs[Int($0)].weight })
    let positions = positions ?? Array(repeating: (0, 0), count: nodeCount)
    x = Column(positions.map(\.0))
    y = Column(positions.map(\.1))
  }

  /// A small graph with everything nasty: loops, parallel arcs, free arcs, parts apart, weights at the limit.
  static func nasty(using generator: inout SeededNumbers) -> TestGraph {
    let nodeCount = Int.random(in: 1...12, using: &generator)
    let positions = (0..<nodeCount).map { _ in
      (Int32.random(in: -50...50, using: &generator), Int32.random(in: -50...50, using: &generator))
    }
    let arcCount = Int.random(in: 0...(nodeCount * 3), using: &generator)
    let kind = Int.random(in: 0...4, using: &generator)
    let oneWay = Bool.random(using: &generator)
    var arcs: [(tail: Int, head: Int, weight: UInt32)] = []
    for _ in 0..<arcCount {
      let tail = Int.random(in: 0..<nodeCount, using: &generator)
      let head = Int.random(in: 0..<nodeCount, using: &generator)
      let (dx, dy) = (positions[tail].0 - positions[head].0, positions[tail].1 - positions[head].1)
      let length = UInt32(Double(dx * dx + dy * dy).squareRoot().rounded(.up))
      let weight: UInt32 =
        switch kind {
        case 0: .random(in: 0...2, using: &generator)
        case 1: .random(in: 1...1000, using: &generator)
        case 2: .random(in: (1 << 30)...UInt32.max, using: &generator)
        case 3: length * 3 + .random(in: 0...20, using: &generator)
        default: [0, 0, 0, 1, unreachable, unreachable - 1, 1 << 31].randomElement(using: &generator) ?? 0
        }
      arcs.append((tail, head, weight))
      if !oneWay { arcs.append((head, tail, weight)) }
    }
    return TestGraph(nodeCount: nodeCount, arcs: arcs, positions: positions)
  }

  /// A grid of streets with random weights, some of them free, some of them one-way.
  static func grid(width: Int, height: Int, using generator: inout SeededNumbers) -> TestGraph {
    var arcs: [(tail: Int, head: Int, weight: UInt32)] = []
    for node in 0..<(width * height) {
      let right = node % width + 1 < width ? [node + 1] : []
      let below = node / width + 1 < height ? [node + width] : []
      for other in right + below {
        let weight = UInt32.random(in: 0...40, using: &generator)
        arcs.append((node, other, weight))
        if Int.random(in: 0..<8, using: &generator) > 0 { arcs.append((other, node, weight)) }
      }
    }
    let positions = (0..<(width * height)).map { (Int32($0 % width), Int32($0 / width)) }
    return TestGraph(nodeCount: width * height, arcs: arcs, positions: positions)
  }

  /// Clusters in which nearly all is joined to all, some arcs at the limit of weights, with streets between them.
  static func crowd(using generator: inout SeededNumbers) -> TestGraph {
    let nodeCount = Int.random(in: 90...160, using: &generator)
    let clusters = Int.random(in: 1...2, using: &generator)
    var arcs: [(tail: Int, head: Int, weight: UInt32)] = []
    for tail in 0..<nodeCount {
      for head in 0..<nodeCount where tail % clusters == head % clusters && tail != head {
        guard Int.random(in: 0..<10, using: &generator) > 0 else { continue }
        let isHuge = Int.random(in: 0..<50, using: &generator) == 0
        arcs.append((tail, head, isHuge ? unreachable - 2 : .random(in: 0...1000, using: &generator)))
      }
      arcs.append((tail, (tail + 1) % nodeCount, .random(in: 0...1000, using: &generator)))
    }
    return TestGraph(nodeCount: nodeCount, arcs: arcs)
  }

  /// One to three terminals, now and then none or one that can't be used.
  func terminals(using generator: inout SeededNumbers) -> [Terminal] {
    let count = [0, 1, 1, 1, 1, 2, 2, 3].randomElement(using: &generator) ?? 1
    return (0..<count).map { _ in
      let choice: [UInt32] = [0, 0, 0, 1, 7, 300, 1 << 31, unreachable]
      let weight = choice.randomElement(using: &generator) ?? 0
      return Terminal(node: .random(in: 0..<UInt32(nodeCount), using: &generator), weight: weight)
    }
  }

  /// The costs from `sources` by repeated relaxation of all arcs: slow, and hard to get wrong.
  func bellmanFord(from sources: [Terminal], extra: [UInt32]? = nil) -> [UInt32] {
    var costs = [UInt64](repeating: UInt64(unreachable), count: nodeCount)
    for source in sources { costs[Int(source.node)] = min(costs[Int(source.node)], UInt64(source.weight)) }
    let tails = graph.tails()
    var changed = true
    while changed {
      changed = false
      for arc in 0..<graph.arcCount {
        let weight = min(UInt64(weights[arc]) + UInt64(extra?[arc] ?? 0), UInt64(unreachable))
        let cost = costs[Int(tails[arc])] + weight
        if cost < costs[Int(graph.head[arc])] {
          costs[Int(graph.head[arc])] = cost
          changed = true
        }
      }
    }
    return costs.map { UInt32($0) }
  }

  /// The cost from `sources` to `targets`, by Bellman and Ford.
  func cost(from sources: [Terminal], to targets: [Terminal], extra: [UInt32]? = nil) -> UInt32 {
    Self.least(bellmanFord(from: sources, extra: extra), targets)
  }

  /// Expects of a search that it finds between random terminals what Dijkstra's algorithm does.
  func expectPaths(
    using generator: inout SeededNumbers,
    _ find: (_ sources: [Terminal], _ targets: [Terminal], _ cost: UInt32) -> (
      path: FoundPath?, arcs: [UInt32]
    )
  ) {
    var dijkstra = Dijkstra(nodeCount: nodeCount)
    for _ in 0..<20 {
      let sources = terminals(using: &generator)
      let costs = dijkstra.costs(in: graph, weights: weights, from: sources)
      for _ in 0..<10 {
        let targets = terminals(using: &generator)
        let cost = Self.least(costs, targets)
        let (path, arcs) = find(sources, targets, cost)
        #expect(fault(of: path, arcs, from: sources, to: targets, cost: cost) == nil)
      }
    }
  }

  /// The least cost at some targets, their weights included.
  private static func least(_ costs: [UInt32], _ targets: [Terminal]) -> UInt32 {
    let wholes = targets.map { UInt64(costs[Int($0.node)]) + UInt64($0.weight) }
    return UInt32(min(wholes.min() ?? UInt64(unreachable), UInt64(unreachable)))
  }

  /// What is wrong with a path that some search found, or nothing.
  func fault(
    of path: FoundPath?, _ arcs: [UInt32], from sources: [Terminal], to targets: [Terminal], cost: UInt32,
    extra: [UInt32]? = nil
  ) -> String? {
    guard let path else {
      if !arcs.isEmpty { return "arcs without a path" }
      return cost == unreachable ? nil : "no path, but one costs \(cost)"
    }
    guard path.cost == cost else { return "costs \(path.cost) instead of \(cost)" }
    guard sources.indices.contains(path.source) && targets.indices.contains(path.target) else {
      return "ends \(path.source), \(path.target)"
    }
    var node = sources[path.source].node
    var sum = UInt64(sources[path.source].weight) + UInt64(targets[path.target].weight)
    for arc in arcs {
      guard graph.arcs(from: node).contains(Int(arc)) else { return "arc \(arc) doesn't leave \(node)" }
      node = graph.head[Int(arc)]
      sum += UInt64(weights[Int(arc)]) + UInt64(extra?[Int(arc)] ?? 0)
    }
    guard node == targets[path.target].node else { return "arrives at \(node)" }
    return sum == cost ? nil : "arcs sum to \(sum) instead of \(cost)"
  }
}
