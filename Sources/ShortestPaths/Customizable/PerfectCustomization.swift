import Columns

/// Perfect customization: finds the true cost between the ends of every upward arc, and leaves out the arcs that
/// weigh more.
///
/// Nodes are done from above, each by the triangles that it makes with two nodes above it. A cheapest path that goes
/// up and then down has only arcs that cost as much as their ends are apart, so all others may go.
///
/// Source: Dibbelt, Strasser and Wagner 2016, *Customizable Contraction Hierarchies*, section 7.
struct PerfectCustomization {
  private let view: CustomizableView
  /// What an arc weighs more than its ends are apart stands for nothing any more: its witness is `Witness.none`.
  private let weights: MetricWeights

  /// Changes `weights`, which has to be nobody else's.
  init(_ view: CustomizableView, _ weights: MetricWeights) {
    self.view = view
    self.weights = weights
    for position in 0..<view.nodeCount { perfect(position) }
  }

  private func perfect(_ position: Int) {
    let arcs = view.arcs(from: position)
    for lower in arcs {
      let thirds = ThirdArcs(view, beside: lower, from: position, to: Int(view.heads[lower]))
      var (lowerUp, lowerDown) = (weights.up[lower], weights.down[lower])
      for upper in arcs.lowerBound..<lower {
        let side = thirds[upper]
        let (sideUp, sideDown) = (weights.up[side], weights.down[side])
        weights.offerUp(upper, lowerUp.addingUpToUnreachable(sideUp), Witness.none)
        weights.offerDown(upper, sideDown.addingUpToUnreachable(lowerDown), Witness.none)
        lowerUp = min(lowerUp, weights.up[upper].addingUpToUnreachable(sideDown))
        lowerDown = min(lowerDown, sideUp.addingUpToUnreachable(weights.down[upper]))
      }
      weights.offerUp(lower, lowerUp, Witness.none)
      weights.offerDown(lower, lowerDown, Witness.none)
    }
  }

  private func isUpKept(_ arc: Int) -> Bool { weights.upWitness[arc] != Witness.none }
  private func isDownKept(_ arc: Int) -> Bool { weights.downWitness[arc] != Witness.none }
  private func isKept(_ arc: Int) -> Bool { isUpKept(arc) || isDownKept(arc) }

  /// The arcs that are kept, as the columns of a hierarchy for these weights alone.
  consuming func columns(positions: Column<UInt32>) -> HierarchyColumns {
    let kept = (0..<weights.up.count).count { isKept($0) }
    var firstArc = ColumnBuilder<UInt32>(capacity: view.nodeCount + 1)
    firstArc.append(0)
    var arcs = ColumnBuilder<HierarchyArc>(capacity: kept)
    var parents = ColumnBuilder<UInt32>(capacity: view.nodeCount)
    for position in 0..<view.nodeCount {
      for arc in view.arcs(from: position) where isKept(arc) {
        let number = UInt32(arcs.count)
        arcs.append(
          HierarchyArc(
            head: view.heads[arc], up: isUpKept(arc) ? weights.up[arc] : unreachable,
            down: isDownKept(arc) ? weights.down[arc] : unreachable))
        // What it weighs is written down: from here on its number stands in that place.
        weights.up[arc] = number
      }
      firstArc.append(UInt32(arcs.count))
      let parent = view.parent(of: position)
      parents.append(parent < 0 ? HierarchyColumns.noParent : UInt32(parent))
    }
    var parts = ColumnBuilder<ArcParts>(capacity: kept * 2)
    for arc in 0..<weights.up.count where isKept(arc) {
      parts.append(self.parts(weights.upWitness[arc], view.heads[arc], isUp: true))
      parts.append(self.parts(weights.downWitness[arc], view.heads[arc], isUp: false))
    }
    return HierarchyColumns(
      positions: positions, parents: parents.column(), firstArc: firstArc.column(), arcs: arcs.column(),
      parts: parts.column())
  }

  /// What a direction of an arc to `head` stands for, once numbers stand for weights: parts of a cheapest path are
  /// cheapest, so they're kept.
  private func parts(_ witness: UInt32, _ head: UInt32, isUp: Bool) -> ArcParts {
    if witness == Witness.none { return ArcParts(first: ArcParts.none, second: ArcParts.none) }
    if witness & Witness.origin != 0 {
      return ArcParts(first: ArcParts.none, second: witness ^ Witness.origin)
    }
    var other = Int(witness) - 1
    while view.heads[other] != head { other -= 1 }
    let (descent, ascent) = isUp ? (Int(witness), other) : (other, Int(witness))
    let first = weights.downWitness[descent]
    let second = weights.upWitness[ascent]
    return ArcParts(
      first: first & Witness.origin != 0 ? first : weights.up[descent],
      second: second & Witness.origin != 0 ? second : weights.up[ascent])
  }
}

extension CustomizedMetric {
  /// A contraction hierarchy for these weights alone, with fewer arcs: for searches from and to many, hub labels, and
  /// queries between weights that seldom change.
  ///
  /// Takes the memory of a metric that nobody keeps; the weights of one that is kept are copied first.
  ///
  /// - Complexity: O(*t*) for *t* triangles of the hierarchy.
  package consuming func contractionHierarchy() -> ContractionHierarchy {
    let weights = ownWeights()
    let columns = hierarchy.lend {
      PerfectCustomization($0, weights).columns(positions: hierarchy.columns.positions)
    }
    return unsafe ContractionHierarchy(unchecked: columns)
  }
}
