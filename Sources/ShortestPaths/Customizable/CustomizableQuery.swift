import Columns

/// Answers point-to-point questions on a customized hierarchy, by walks up the elimination tree from both ends.
///
/// A workspace to keep from query to query; nothing is allocated or cleared a query.
///
/// Source: Dibbelt, Strasser and Wagner 2016, *Customizable Contraction Hierarchies*; the pruning is that of Buchhold,
/// Sanders and Wagner 2019, *Real-time Traffic Assignment Using Engineered Customizable Contraction Hierarchies*.
public struct CustomizableQuery: ~Copyable, Sendable {
  private let nodeCount: Int
  /// The cost of each position from the sources, and to the targets; `unreachable` between queries.
  private let sourceCosts: Slab<UInt32>
  private let targetCosts: Slab<UInt32>
  /// The position below from which the search came up, or `noTail` at a terminal.
  private let sourceTails: Slab<UInt32>
  private let targetTails: Slab<UInt32>
  private var best = unreachable
  private var meeting = -1
  /// Upward arcs still to be unpacked, the next on top; the lowest bit tells whether it is travelled down.
  private var pending = SlabList<UInt32>(filler: 0)
  private var reached = SlabList<UInt32>(filler: 0)

  private static let noTail: UInt32 = .max

  /// Makes a workspace for hierarchies of up to `nodeCount` nodes.
  public init(nodeCount: Int) {
    precondition(nodeCount >= 0 && nodeCount <= Graph.capacity)
    self.nodeCount = nodeCount
    sourceCosts = Slab(repeating: unreachable, count: nodeCount)
    targetCosts = Slab(repeating: unreachable, count: nodeCount)
    sourceTails = Slab(repeating: Self.noTail, count: nodeCount)
    targetTails = Slab(repeating: Self.noTail, count: nodeCount)
  }

  /// The cost of the cheapest path from any source to any target, or ``unreachable``.
  public mutating func cost(
    in metric: CustomizedMetric, from sources: [Terminal], to targets: [Terminal]
  ) -> UInt32 {
    let weights = metric.weights
    metric.hierarchy.lend { search($0, weights, sources, targets) }
    return best
  }

  private mutating func search(
    _ view: CustomizableView, _ weights: MetricWeights, _ sources: [Terminal], _ targets: [Terminal]
  ) {
    best = unreachable
    var source = view.position(of: sources[0])
    var target = view.position(of: targets[0])
    sourceCosts[source] = sources[0].weight
    targetCosts[target] = targets[0].weight
    let (up, down) = (weights.up.lent, weights.down.lent)
    while source != target {
      if source > target {
        Self.relax(view, up, sourceCosts, source)
        source = view.parent(of: source)
      } else {
        Self.relax(view, down, targetCosts, target)
        target = view.parent(of: target)
      }
    }
    while source >= 0 {
      let here = total(sourceCosts[source], targetCosts[source])
      if here < best { best = here }
      if sourceCosts[source] < best { Self.relax(view, up, sourceCosts, source) }
      if targetCosts[source] < best { Self.relax(view, down, targetCosts, source) }
      sourceCosts[source] = unreachable
      targetCosts[source] = unreachable
      source = view.parent(of: source)
    }
  }

  @inline(__always)
  private static func relax(
    _ view: CustomizableView, _ weights: Lent<UInt32>, _ costs: borrowing Slab<UInt32>, _ position: Int
  ) {
    let cost = costs[position]
    costs[position] = unreachable
    if cost == unreachable { return }
    for arc in view.arcs(from: position) {
      let head = Int(view.heads[arc])
      costs[head] = min(costs[head], total(cost, weights[arc]))
    }
  }
}
