/// Extra weight on some arcs for one query: closures (``unreachable``) and penalties.
///
/// Reusable: a reset costs no more than the arcs that were touched.
package struct ArcAdjustments: ~Copyable, Sendable {
  private let extra: Slab<UInt32>
  private var touched: [UInt32] = []

  /// Makes room for graphs of up to `arcCount` arcs, none of them adjusted.
  package init(arcCount: Int) {
    extra = Slab(zeroedCount: arcCount)
  }

  /// The most arcs of a graph.
  package var arcCount: Int { extra.count }

  /// True while no arc is adjusted.
  package var isEmpty: Bool { touched.isEmpty }

  /// Adds to the weight of `arc`, saturating at ``unreachable``.
  package mutating func add(_ extra: UInt32, to arc: Int) {
    precondition(arc >= 0 && arc < arcCount, "no such arc")
    guard extra > 0 else { return }
    if self.extra[arc] == 0 { touched.append(UInt32(arc)) }
    self.extra[arc] = self.extra[arc].addingUpToUnreachable(extra)
  }

  /// Takes all adjustments back.
  package mutating func reset() {
    for arc in touched { extra[Int(arc)] = 0 }
    touched.removeAll(keepingCapacity: true)
  }

  /// What is added to the weight of `arc`.
  package subscript(arc: Int) -> UInt32 {
    precondition(arc >= 0 && arc < arcCount, "no such arc")
    return extra[arc]
  }

  /// The extra weights for a kernel, empty if there are none.
  var lent: Lent<UInt32> { isEmpty ? .none : extra.lent }
}
