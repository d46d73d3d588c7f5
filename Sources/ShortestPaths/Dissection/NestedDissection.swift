import Columns

/// Orders the nodes of a network for contraction, without regard to any weights.
///
/// A small separator cuts the network in two; it is contracted last, after both sides, which are ordered likewise.
/// So searches upwards stay in their part of the network and its separators, whatever the weights.
///
/// Source: Dibbelt, Strasser and Wagner 2016, *Customizable Contraction Hierarchies*; for the separators
/// Gottesbüren, Hamann, Uhl and Wagner 2019, *Faster and Better Nested Dissection Orders for Customizable Contraction
/// Hierarchies*.
public struct NestedDissection: Sendable {
  /// The most threads to work on.
  public var threads: Int

  /// Makes a dissection that works on up to `threads` threads.
  public init(threads: Int = 1) {
    precondition(threads > 0)
    self.threads = threads
  }

  var policy = Separation.Policy()
  var leafSize = 24
  var directionCount = 8
  var sharePercent = 5

  /// The nodes of `graph` in the order of contraction, the most important last.
  ///
  /// The directions of arcs don't matter. The same graph makes the same order, whatever the number of threads.
  ///
  /// - Parameters:
  ///   - x: Where each node lies from west to east, in any unit.
  ///   - y: Where each node lies from south to north, in the same unit.
  public func order(of graph: Graph, x: Column<Int32>, y: Column<Int32>) -> [UInt32] {
    precondition(x.count == graph.nodeCount && y.count == graph.nodeCount, "a position for every node")
    return order(of: graph) { Cell.Place(x: x[$0], y: y[$0]) }
  }

  /// The nodes of `graph` in the order of contraction, the most important last, where it's unknown where they lie.
  public func order(of graph: Graph) -> [UInt32] {
    order(of: graph) { _ in nil }
  }

  private func order(of graph: Graph, places: (Int) -> Cell.Place?) -> [UInt32] {
    var elimination = LowDegreeElimination(graph)
    elimination.run()
    let first = elimination.order
    let core = elimination.remainder(places: places)
    let names = (0..<core.count).map { core.names[$0] }
    for node in 0..<core.count { core.names[node] = UInt32(node) }
    let recursion = Recursion(self, core)
    recursion.run()
    return first + (0..<core.count).map { names[Int(recursion.order.nodes[$0])] }
  }
}

/// The order in the making; each cell writes the ranks that are its own.
final class RankedNodes: Sendable {
  let nodes: Slab<UInt32>

  init(count: Int) {
    nodes = Slab(repeating: 0, count: count)
  }
}

/// Cuts cells, and the cells that they're cut into.
struct Recursion {
  let plan: NestedDissection
  let core: Cell
  let order: RankedNodes

  init(_ plan: NestedDissection, _ core: Cell) {
    self.plan = plan
    self.core = core
    order = RankedNodes(count: core.count)
  }

  func run() {
    for cell in core.parts(without: Slab(repeating: false, count: core.count)) { dissect(cell) }
  }

  func dissect(_ root: Cell) {
    var stack = [root]
    while let cell = stack.popLast() {
      guard cell.count > plan.leafSize else {
        arrange(cell)
        continue
      }
      guard let parts = cut(cell) else {
        arrange(cell)
        continue
      }
      stack.append(contentsOf: parts)
    }
  }

  func cut(_ cell: Cell) -> [Cell]? {
    var best = Separation.none
    let separator = Slab(repeating: false, count: cell.count)
    for direction in 0..<plan.directionCount {
      let projection = Projection(cell, direction: direction)
      var cutter = FlowCutter(cell.edges, count: cell.count, keys: projection.keys.lent)
      let share = max(cell.count * plan.sharePercent / 100, 1)
      guard cutter.begin(low: projection.key(rank: share - 1), high: projection.key(rank: cell.count - share))
      else { continue }
      let bar = best
      cutter.run(plan.policy) { plan.policy.isBetter(bar, than: $0) }
      if plan.policy.isBetter(cutter.best, than: best) {
        best = cutter.best
        separator.fill(false)
        cutter.mark(separator)
      }
    }
    guard best.smaller > 0 else { return nil }
    let parts = cell.parts(without: separator)
    var rank = cell.rank + cell.count - best.size
    for node in 0..<cell.count where separator[node] {
      order.nodes[rank] = cell.names[node]
      rank += 1
    }
    assert(rank == cell.rank + cell.count)
    return parts
  }

  func arrange(_ cell: Cell) {
    var rank = cell.rank
    GreedyOrder(cell, of: core).run {
      order.nodes[rank] = cell.names[$0]
      rank += 1
    }
  }
}
