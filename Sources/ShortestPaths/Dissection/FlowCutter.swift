/// Grows two sets of nodes towards each other, and finds the smallest separators on the way.
///
/// Each node may carry one path from the source side to the target side. As many as possible that share no node
/// are found; as many nodes, one on each path, then separate the sides (Menger). The smaller side takes in all it
/// reaches, and then pierces the separator: it takes one of its nodes in, preferably one that lets no further
/// path through. So separators come out from small and lopsided to large and balanced.
///
/// Source: Hamann and Strasser 2018, *Graph Bisection with Pareto Optimization*, as applied to sides of many nodes
/// by Gottesbüren, Hamann, Uhl and Wagner 2019, *Faster and Better Nested Dissection Orders for Customizable
/// Contraction Hierarchies*. Differs: cuts nodes, not edges.
struct FlowCutter: ~Copyable {
  private let network: FlowNetwork
  private let count: Int
  private var sources: FlowNetwork.Front
  private var targets: FlowNetwork.Front
  private var flow = 0
  private var time: UInt32 = 0

  /// The best separator so far, and how to find its side.
  private(set) var best = Separation.none
  private var bestTime: UInt32 = 0
  private var bestTerminal: UInt32 = 0

  init(_ edges: CellEdges, count: Int, keys: Lent<Int64>) {
    self.count = count
    network = FlowNetwork(edges, count: count, keys: keys)
    sources = FlowNetwork.Front(count)
    targets = FlowNetwork.Front(count)
  }

  /// Makes the nodes of keys up to `low` sources, and those from `high` on targets.
  ///
  /// - Returns: False if there is nothing between the sides to cut.
  mutating func begin(low: Int64, high: Int64) -> Bool {
    for node in 0..<count {
      if network.keys[node] <= low {
        network.take(SourceSide.self, node, &sources)
      } else if network.keys[node] >= high {
        network.take(TargetSide.self, node, &targets)
      }
    }
    return sources.taken > 0 && targets.taken > 0 && network.root(SourceSide.self, &sources)
      && network.root(TargetSide.self, &targets)
  }

  /// Pierces until both sides are even, or `isHopeless` with so large a separator.
  mutating func run(_ policy: Separation.Policy, isHopeless: (Separation) -> Bool) {
    network.saturate(SourceSide.self, &sources, &flow)
    network.grow(TargetSide.self, &targets)
    while true {
      let limit = Separation(size: flow, smaller: (count - flow) / 2)
      if isHopeless(limit) || policy.isBetter(best, than: limit) { return }
      let fromSource = sources.size <= targets.size
      let side = fromSource ? sources.size : targets.size
      let other = count - flow - side
      let separation = Separation(size: flow, smaller: min(side, other))
      if separation.smaller >= policy.least(count) && policy.isBetter(separation, than: best) {
        best = separation
        bestTime = time
        bestTerminal = fromSource ? SourceSide.terminal : TargetSide.terminal
      }
      let goesOn =
        fromSource
        ? Self.advance(SourceSide.self, network, &sources, &targets, &flow, time, isSmaller: side < other)
        : Self.advance(TargetSide.self, network, &targets, &sources, &flow, time, isSmaller: side < other)
      guard goesOn else { return }
      time += 1
    }
  }

  /// Lets a side take in all that it reaches and, if that is the smaller part still, pierce the separator.
  ///
  /// - Returns: False if it can't go on.
  private static func advance<S: FlowSide>(
    _: S.Type, _ network: borrowing FlowNetwork, _ front: inout FlowNetwork.Front,
    _ opposite: inout FlowNetwork.Front, _ flow: inout Int, _ time: UInt32, isSmaller: Bool
  ) -> Bool {
    network.absorb(S.self, &front, time)
    guard isSmaller, let passes = network.pierce(S.self, &front, time + 1) else { return false }
    network.saturate(S.self, &front, &flow)
    if passes { network.grow(S.Opposite.self, &opposite) }
    return true
  }

  /// The nodes of the best cut.
  func separator() -> [UInt32] {
    var separator: [UInt32] = []
    for node in 0..<count where !isInside(node) {
      if network.edges.range(node).contains(where: { isInside(Int(network.edges.neighbours[$0])) }) {
        separator.append(UInt32(truncatingIfNeeded: node))
      }
    }
    assert(separator.count == best.size)
    return separator
  }

  private func isInside(_ node: Int) -> Bool {
    network.nodes[node].marks & bestTerminal != 0 && network.times[node] <= bestTime
  }
}
