import Columns

/// Perfect customization: finds the true cost between the ends of every upward arc, and leaves out the arcs that
/// weigh more.
///
/// Nodes are done from above, each by the triangles that it makes with two nodes above it. A cheapest path that goes
/// up and then down has only arcs that cost as much as their ends are apart, so all others may go.
///
/// Source: Dibbelt, Strasser and Wagner 2016, *Customizable Contraction Hierarchies*, section 7.
struct PerfectCustomization: ~Copyable {
  private let view: CustomizableView
  private let weights: MetricWeights
  /// The cost between the ends of each upward arc, going up, and going down.
  private let up: Slab<UInt32>
  private let down: Slab<UInt32>

  init(_ view: CustomizableView, _ weights: MetricWeights) {
    self.view = view
    self.weights = weights
    up = Slab(repeating: 0, count: weights.up.count)
    down = Slab(repeating: 0, count: weights.down.count)
    up.copy(weights.up, count: up.count)
    down.copy(weights.down, count: down.count)
    for position in 0..<view.nodeCount { perfect(position) }
  }

  private func perfect(_ position: Int) {
    let arcs = view.arcs(from: position)
    for lower in arcs {
      let thirds = ThirdArcs(view, beside: lower, from: position, to: Int(view.heads[lower]))
      for upper in arcs.lowerBound..<lower {
        let side = thirds[upper]
        up[upper] = min(up[upper], total(up[lower], up[side]))
        down[upper] = min(down[upper], total(down[side], down[lower]))
        up[lower] = min(up[lower], total(up[upper], down[side]))
        down[lower] = min(down[lower], total(up[side], down[upper]))
      }
    }
  }

  /// True if the arc is a cheapest path in that direction.
  private func isUpKept(_ arc: Int) -> Bool { weights.up[arc] == up[arc] && up[arc] != unreachable }
  private func isDownKept(_ arc: Int) -> Bool { weights.down[arc] == down[arc] && down[arc] != unreachable }

  /// The arcs that are kept, as the columns of a hierarchy for these weights alone.
  func columns(positions: Column<UInt32>) -> HierarchyColumns {
    var numbers = [UInt32](repeating: 0, count: up.count)
    var firstArc: [UInt32] = [0]
    let kept = (0..<up.count).count { isUpKept($0) || isDownKept($0) }
    var arcs: [HierarchyArc] = []
    arcs.reserveCapacity(kept)
    for position in 0..<view.nodeCount {
      for arc in view.arcs(from: position) where isUpKept(arc) || isDownKept(arc) {
        numbers[arc] = UInt32(arcs.count)
        arcs.append(
          HierarchyArc(
            head: view.heads[arc], up: isUpKept(arc) ? up[arc] : unreachable,
            down: isDownKept(arc) ? down[arc] : unreachable))
      }
      firstArc.append(UInt32(arcs.count))
    }
    var parts: [ArcParts] = []
    parts.reserveCapacity(arcs.count * 2)
    for arc in 0..<up.count where isUpKept(arc) || isDownKept(arc) {
      let head = view.heads[arc]
      parts.append(
        isUpKept(arc) ? self.parts(weights.upWitness[arc], head, numbers, isUp: true) : Self.noParts)
      parts.append(
        isDownKept(arc) ? self.parts(weights.downWitness[arc], head, numbers, isUp: false) : Self.noParts)
    }
    let parents = (0..<view.nodeCount).map { position in
      let parent = view.parent(of: position)
      return parent < 0 ? HierarchyColumns.noParent : UInt32(parent)
    }
    return HierarchyColumns(
      positions: positions, parents: Column(parents), firstArc: Column(firstArc), arcs: Column(arcs),
      parts: Column(parts))
  }

  private static let noParts = ArcParts(first: ArcParts.none, second: ArcParts.none)

  /// What a direction of an arc to `head` stands for: parts of a cheapest path are cheapest, so they're kept.
  private func parts(_ witness: UInt32, _ head: UInt32, _ numbers: [UInt32], isUp: Bool) -> ArcParts {
    if witness & Witness.origin != 0 {
      return ArcParts(first: ArcParts.none, second: witness ^ Witness.origin)
    }
    var other = Int(witness) - 1
    while view.heads[other] != head { other -= 1 }
    let (descent, ascent) = isUp ? (Int(witness), other) : (other, Int(witness))
    let first = weights.downWitness[descent]
    let second = weights.upWitness[ascent]
    return ArcParts(
      first: first & Witness.origin != 0 ? first : numbers[descent],
      second: second & Witness.origin != 0 ? second : numbers[ascent])
  }
}

extension CustomizedMetric {
  /// A contraction hierarchy for these weights alone, with fewer arcs: for searches from and to many, hub labels, and
  /// queries between weights that seldom change.
  ///
  /// - Complexity: O(*t*) for *t* triangles of the hierarchy.
  public func contractionHierarchy() -> ContractionHierarchy {
    let columns = hierarchy.lend {
      PerfectCustomization($0, weights).columns(positions: hierarchy.columns.positions)
    }
    return unsafe ContractionHierarchy(unchecked: columns)
  }
}
