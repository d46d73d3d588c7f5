import Columns

/// The weights of a customizable hierarchy's arcs for one profile or one moment.
///
/// A value: a copy is a snapshot, and changing one leaves the others as they are. Copies share their memory until one
/// of them is changed.
package struct CustomizedMetric: Sendable {
  /// What it gives weights to.
  package let hierarchy: CustomizableHierarchy
  private(set) var weights: MetricWeights

  /// Finds the weights of all upward arcs.
  ///
  /// - Parameters:
  ///   - weights: The weight of each arc of the graph; ``unreachable`` closes it.
  ///   - threads: The most threads to work on; the result is the same.
  /// - Complexity: O(*t*) for *t* triangles of the hierarchy.
  package init(_ hierarchy: CustomizableHierarchy, weights: Column<UInt32>, threads: Int = 1) {
    precondition(weights.count == hierarchy.graphArcCount, "a weight for every arc")
    self.hierarchy = hierarchy
    self.weights = MetricWeights(arcCount: hierarchy.arcCount, graphArcCount: hierarchy.graphArcCount)
    customize(weights: weights, threads: threads)
  }

  /// Gives all arcs of the graph other weights.
  package mutating func customize(weights: Column<UInt32>, threads: Int = 1) {
    precondition(weights.count == hierarchy.graphArcCount, "a weight for every arc")
    if !isKnownUniquelyReferenced(&self.weights) {
      self.weights = MetricWeights(arcCount: hierarchy.arcCount, graphArcCount: hierarchy.graphArcCount)
    }
    let storage = self.weights
    for (arc, weight) in weights.enumerated() { storage.graph[arc] = weight }
    hierarchy.lend { Customization($0, storage).run(threads: threads) }
  }

  /// The weight of an arc of the graph.
  package func weight(of arc: Int) -> UInt32 {
    precondition(arc >= 0 && arc < hierarchy.graphArcCount, "no such arc")
    return weights.graph[arc]
  }

  /// True if every upward arc has the same weights as in another metric of the same hierarchy.
  package func hasSameWeights(as other: CustomizedMetric) -> Bool {
    hierarchy.arcCount == other.hierarchy.arcCount
      && (0..<hierarchy.arcCount).allSatisfy {
        weights.up[$0] == other.weights.up[$0] && weights.down[$0] == other.weights.down[$0]
      }
  }

  /// The memory that the weights take, in bytes.
  package var byteCount: Int { (weights.graph.count + weights.up.count * 4) * 4 }

  /// The weights, not shared with any other metric.
  mutating func ownWeights() -> MetricWeights {
    if !isKnownUniquelyReferenced(&weights) { weights = weights.copy() }
    return weights
  }
}

/// The weights of both directions of upward arcs, and where they come from.
final class MetricWeights: Sendable {
  /// The weights of the arcs of the graph.
  let graph: Slab<UInt32>
  /// The weight of each upward arc, travelled up, and travelled down.
  let up: Slab<UInt32>
  let down: Slab<UInt32>
  /// What the weights stand for: see `Witness`.
  let upWitness: Slab<UInt32>
  let downWitness: Slab<UInt32>

  init(arcCount: Int, graphArcCount: Int) {
    graph = Slab(repeating: unreachable, count: graphArcCount)
    up = Slab(repeating: unreachable, count: arcCount)
    down = Slab(repeating: unreachable, count: arcCount)
    upWitness = Slab(repeating: Witness.none, count: arcCount)
    downWitness = Slab(repeating: Witness.none, count: arcCount)
  }

  /// Takes a cost of an arc, travelled up, and what it stands for, if that is less than what it costs by now.
  @inline(__always)
  func offerUp(_ arc: Int, _ cost: UInt32, _ witness: UInt32) {
    guard cost < up[arc] else { return }
    up[arc] = cost
    upWitness[arc] = witness
  }

  /// The same of an arc, travelled down.
  @inline(__always)
  func offerDown(_ arc: Int, _ cost: UInt32, _ witness: UInt32) {
    guard cost < down[arc] else { return }
    down[arc] = cost
    downWitness[arc] = witness
  }

  func copy() -> MetricWeights {
    let copy = MetricWeights(arcCount: up.count, graphArcCount: graph.count)
    copy.graph.copy(graph, count: graph.count)
    copy.up.copy(up, count: up.count)
    copy.down.copy(down, count: up.count)
    copy.upWitness.copy(upWitness, count: up.count)
    copy.downWitness.copy(downWitness, count: up.count)
    return copy
  }
}

/// What the weight of one direction of an upward arc stands for, in 32 bits.
///
/// Either an arc of the graph, or a way through a node below both ends: then it's the arc from there to the lower
/// end. The other arc is among those before it, which start at the same node. Of what weighs the same, the graph's
/// arcs count first, then lower nodes, which have larger numbers. So a path never passes a node twice.
enum Witness {
  static let origin: UInt32 = 1 << 31
  static let none: UInt32 = .max

  /// True if the first counts, not the second, where both weigh the same; of arcs of the graph it's the first one.
  static func precedes(_ first: UInt32, _ second: UInt32) -> Bool {
    first & second >= origin ? first < second : first > second
  }
}
