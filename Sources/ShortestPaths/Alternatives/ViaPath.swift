/// A cheapest path to a node, and a cheapest path on from there.
struct ViaPath {
  var path: FoundPath
  var arcs: [UInt32]
  /// How many of the arcs lie before the node.
  var viaIndex: Int
}

/// A node that an alternative may lead over, and how good that looks.
///
/// The numbers come from the search trees; they may be somewhat off where those are not exact.
struct ViaCandidate: Comparable {
  var node: UInt32
  var cost: UInt32
  /// 2 × the path's cost + what it shares with the best − what of it both searches agree on (its plateau).
  var score: Int64

  init(node: UInt32, cost: UInt32, shared: UInt32, plateau: UInt32) {
    self.node = node
    self.cost = cost
    score = 2 * Int64(cost) + Int64(shared) - Int64(plateau)
  }

  static func < (a: ViaCandidate, b: ViaCandidate) -> Bool { (a.score, a.node) < (b.score, b.node) }
}

/// A search that can lead over a node.
protocol ViaSearch: ~Copyable {
  /// The cheapest path from the sources over `node` to the targets; nil where there is none.
  mutating func path(over node: UInt32) -> ViaPath?
  /// The cost between two nodes; nil stands for the sources or the targets as they are.
  mutating func cost(from tail: UInt32?, to head: UInt32?) -> UInt32
}
