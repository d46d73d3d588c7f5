import Columns

/// Answers point-to-point questions on a customized hierarchy.
///
/// A workspace to keep from query to query; nothing is allocated or cleared a query.
///
/// Source: Dibbelt, Strasser and Wagner 2016, *Customizable Contraction Hierarchies*.
package struct CustomizableQuery: ~Copyable, Sendable {
  private var search: TreeSearch<TracedLabel>
  private var measure: TreeSearch<CostLabel>
  /// Upward arcs still to be unpacked, the next on top; the lowest bit tells whether it is travelled down.
  private var pending = SlabList<UInt32>(filler: 0)

  /// Makes a workspace for hierarchies of up to `nodeCount` nodes.
  package init(nodeCount: Int) {
    search = TreeSearch(nodeCount: nodeCount)
    measure = TreeSearch(nodeCount: nodeCount)
  }

  /// Finds the cheapest path from any source to any target, the weights of both terminals included.
  ///
  /// - Parameter arcs: Replaced by the arcs of the graph in the order of travel; empty if there is no path.
  /// - Returns: The path's cost and ends, or `nil` where there is none.
  package mutating func shortestPath(
    in metric: CustomizedMetric, from sources: [Terminal], to targets: [Terminal], arcs: inout [UInt32]
  ) -> FoundPath? {
    arcs.removeAll(keepingCapacity: true)
    let ends = metric.lend { view -> (Int, Int)? in
      search.run(view, from: sources, to: targets)
      return search.meeting < 0 ? nil : unpack(view.topology, metric.weights, &arcs)
    }
    guard let (first, last) = ends else { return nil }
    let positions = metric.hierarchy.columns.positions
    return FoundPath(
      cost: search.best, source: sources.cheapest(at: first, positions),
      target: targets.cheapest(at: last, positions))
  }

  /// The cost of the cheapest path from any source to any target, or ``unreachable``.
  package mutating func cost(
    in metric: CustomizedMetric, from sources: [Terminal], to targets: [Terminal]
  ) -> UInt32 {
    metric.lend { measure.run($0, from: sources, to: targets) }
    return measure.best
  }

  /// Writes the arcs of the path through the meeting node; returns the positions of its ends.
  private mutating func unpack(
    _ view: CustomizableView, _ weights: MetricWeights, _ arcs: inout [UInt32]
  ) -> (Int, Int) {
    pending.removeAll()
    let first = search.trace(FromSource.self) { tail, head in
      pending.append(UInt32(truncatingIfNeeded: view.arc(from: tail, to: head) << 1))
    }
    Self.expand(&pending, view, weights, &arcs)
    let last = search.trace(FromTarget.self) { tail, head in
      pending.append(UInt32(truncatingIfNeeded: view.arc(from: tail, to: head) << 1 | 1))
      Self.expand(&pending, view, weights, &arcs)
    }
    return (first, last)
  }

  /// Writes the arcs of the graph that pending arcs stand for.
  private static func expand(
    _ pending: inout SlabList<UInt32>, _ view: CustomizableView, _ weights: MetricWeights,
    _ arcs: inout [UInt32]
  ) {
    let (upWitness, downWitness) = (weights.upWitness.lent, weights.downWitness.lent)
    while pending.count > 0 {
      let item = pending.removeLast()
      let arc = Int(item >> 1)
      let witness = item & 1 == 0 ? upWitness[arc] : downWitness[arc]
      if witness >= Witness.origin {
        arcs.append(witness ^ Witness.origin)
        continue
      }
      let head = view.heads[arc]
      var other = Int(witness) &- 1
      while view.heads[other] != head { other &-= 1 }
      let second = UInt32(truncatingIfNeeded: other)
      if item & 1 == 0 {
        pending.append(second << 1)
        pending.append(witness << 1 | 1)
      } else {
        pending.append(witness << 1)
        pending.append(second << 1 | 1)
      }
    }
  }
}
