import Columns

/// A lower bound of the cost between two nodes: their distance in the plane, times the least weight that an
/// arc has for its length.
///
/// The factor is rounded down by far more than the arithmetic can err, and the bound to a whole number, so
/// that it never exceeds the true cost. It may change between neighbours by more than the arc's weight: a
/// search has to cope with that.
package struct PlanarPotential: Sendable {
  let x: Column<Int32>
  let y: Column<Int32>
  /// The least weight for a unit of distance; 0 if some arc is free, and the bound is of no use.
  package let scale: Double

  /// Measures every arc of weight below ``unreachable``.
  ///
  /// - Complexity: O(*n* + *m*).
  package init(graph: Graph, weights: Column<UInt32>, x: Column<Int32>, y: Column<Int32>) {
    precondition(weights.count == graph.arcCount, "a weight for every arc")
    precondition(x.count == graph.nodeCount && y.count == graph.nodeCount, "a position for every node")
    self.x = x
    self.y = y
    var least = Double.infinity
    for tail in 0..<graph.nodeCount {
      for arc in graph.arcs(from: UInt32(tail)) where weights[arc] != unreachable {
        let head = Int(graph.head[arc])
        let length = distance(x[tail], y[tail], x[head], y[head])
        if length > 0 { least = min(least, Double(weights[arc]) / length) }
      }
    }
    scale = least.isFinite ? least * (1 - 0x1p-40) : 0
  }

  private init(_ other: PlanarPotential, scale: Double) {
    (x, y, self.scale) = (other.x, other.y, scale)
  }

  /// A bound that is a share of this one: a search settles more nodes.
  package func weakened(to share: Double) -> PlanarPotential { PlanarPotential(self, scale: scale * share) }
}

/// Where the targets of one search lie.
struct BoundPotential {
  struct Target: BitwiseCopyable {
    let x: Int32
    let y: Int32
    let weight: UInt32
  }

  let x: Lent<Int32>
  let y: Lent<Int32>
  let scale: Double
  let targets: [Target]

  /// Must not outlive the potential.
  @unsafe init(_ potential: PlanarPotential, targets terminals: [Terminal]) {
    let (x, y) = unsafe (potential.x.lent, potential.y.lent)
    (self.x, self.y) = (x, y)
    scale = potential.scale
    targets = terminals.map { Target(x: x[Int($0.node)], y: y[Int($0.node)], weight: $0.weight) }
  }

  /// The least that it can cost from `node` to the end.
  func bound(_ node: Int) -> UInt32 {
    var least = unreachable
    for target in targets {
      let cost = scale * distance(x[node], y[node], target.x, target.y)
      guard cost < Double(least) else { continue }
      least = min(least, UInt32(cost).addingUpToUnreachable(target.weight))
    }
    return least
  }
}

@inline(__always)
private func distance(_ x1: Int32, _ y1: Int32, _ x2: Int32, _ y2: Int32) -> Double {
  let dx = Double(x1) - Double(x2)
  let dy = Double(y1) - Double(y2)
  return (dx * dx + dy * dy).squareRoot()
}
