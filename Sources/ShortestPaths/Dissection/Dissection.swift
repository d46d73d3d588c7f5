/// Cuts a network's core into cells and those into smaller ones, and ranks their nodes.
struct Dissection: Sendable {
  private let plan: NestedDissection
  private let core: Cell
  /// The order in the making; each cell writes the ranks that are its own.
  let order: RankedNodes

  init(_ plan: NestedDissection, _ core: Cell) {
    self.plan = plan
    self.core = core
    order = RankedNodes(count: core.count)
  }

  /// Ranks all nodes.
  ///
  /// While cells are few and large, their cuts across several directions are found at once; later, cells are done at
  /// once. Which cut is the best doesn't depend on which was found first.
  func run() {
    let all = core.parts(without: Slab(repeating: false, count: core.count))
    let limit = plan.threads == 1 ? core.count : max(core.count / (plan.threads * 8), plan.leafSize)
    var small = all.filter { $0.count <= limit }
    var large = all.filter { $0.count > limit }
    while !large.isEmpty {
      let cells = large.map { CellCuts($0, plan) }
      let directions = plan.directionCount
      concurrently(cells.count * directions, threads: plan.threads) { job, _ in
        let cuts = cells[job / directions]
        cuts.find(direction: job % directions, plan)
      }
      concurrently(cells.count, threads: plan.threads) { job, _ in cells[job].finish(plan, order) }
      let parts = cells.flatMap { $0.parts }
      for cuts in cells where cuts.parts.isEmpty { small.append(cuts.cell) }
      small += parts.filter { $0.count <= limit }
      large = parts.filter { $0.count > limit }
    }
    small.sort { ($1.count, $0.rank) < ($0.count, $1.rank) }
    let largestFirst = small
    concurrently(small.count, threads: plan.threads) { job, _ in dissect(largestFirst[job]) }
  }

  private func dissect(_ root: Cell) {
    var stack = [root]
    while let cell = stack.popLast() {
      guard cell.count > plan.leafSize else {
        arrange(cell)
        continue
      }
      let cuts = CellCuts(cell, plan)
      for direction in 0..<plan.directionCount { cuts.find(direction: direction, plan) }
      cuts.finish(plan, order)
      if cuts.parts.isEmpty { arrange(cell) } else { stack.append(contentsOf: cuts.parts) }
    }
  }

  /// Ranks the nodes of a cell that isn't cut.
  private func arrange(_ cell: Cell) {
    var rank = cell.rank
    guard cell.count <= 4 * plan.leafSize else {
      let edges = cell.edges
      let nodes = (0..<cell.count).sorted { (edges.range($0).count, $0) < (edges.range($1).count, $1) }
      for node in nodes {
        order.nodes[rank] = cell.names[node]
        rank += 1
      }
      return
    }
    GreedyOrder(cell, of: core).run {
      order.nodes[rank] = cell.names[$0]
      rank += 1
    }
  }
}

/// The node of each rank.
final class RankedNodes: Sendable {
  let nodes: Slab<UInt32>

  init(count: Int) {
    nodes = Slab(repeating: 0, count: count)
  }
}
