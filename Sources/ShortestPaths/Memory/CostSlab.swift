/// A cost for each index, ``unreachable`` at first; what is never written takes no memory.
struct CostSlab: ~Copyable, Sendable {
  /// The costs plus one, so that zero stands for ``unreachable``.
  private let slab: Slab<UInt32>

  init(count: Int) { slab = Slab(zeroedCount: count) }

  var count: Int { slab.count }

  subscript(index: Int) -> UInt32 {
    @inline(__always) get { slab[index] &- 1 }
    @inline(__always) nonmutating set { slab[index] = newValue &+ 1 }
  }
}
