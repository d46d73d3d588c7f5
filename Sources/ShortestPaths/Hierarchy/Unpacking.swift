/// Takes shortcuts apart into the arcs of the graph that they stand for.
struct Unpacking: ~Copyable, Sendable {
  /// What is still to be written, the next on top: an index of parts, or an arc of the graph, marked.
  private var pending = SlabList<UInt32>(filler: 0)
  private var limit = 0

  /// Starts a path of at most `limit` arcs.
  mutating func begin(limit: Int) {
    pending.removeAll()
    self.limit = limit
  }

  /// Puts an upward arc before all that is pending.
  @inline(__always)
  mutating func push(_ arc: UInt32, travelledDown: Bool) {
    pending.append(arc << 1 | (travelledDown ? 1 : 0))
  }

  /// Writes all that is pending; false, and nothing written, if the path gets too long.
  mutating func run(_ view: HierarchyView, _ arcs: inout [UInt32]) -> Bool {
    while pending.count > 0 {
      let item = pending.removeLast()
      guard arcs.count < limit else {
        arcs.removeAll(keepingCapacity: true)
        return false
      }
      if item & ArcParts.original != 0 {
        arcs.append(item & ~ArcParts.original)
        continue
      }
      var parts = view.parts[Int(item)]
      if parts.first == ArcParts.none {
        arcs.append(parts.second)
        continue
      }
      // What is unmarked is a shortcut: that was checked when the columns were.
      while parts.first & ArcParts.original == 0 {
        // All that is pending makes the path longer: beyond its limit, a damaged file has shortcuts made of themselves.
        guard pending.count < limit else {
          arcs.removeAll(keepingCapacity: true)
          return false
        }
        pending.append(later(parts.second))
        parts = view.parts[Int(parts.first) << 1 | 1]
      }
      arcs.append(parts.first & ~ArcParts.original)
      pending.append(later(parts.second))
    }
    return true
  }

  /// A second part, to be travelled upwards, as it is put on the stack.
  @inline(__always)
  private func later(_ part: UInt32) -> UInt32 { part & ArcParts.original == 0 ? part << 1 : part }
}
