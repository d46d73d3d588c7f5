/// A 4-ary heap of nodes by key, smallest first, ties by node.
///
/// There is no decrease-key: a node is pushed again with its better key, and whoever pops it the second time
/// sees that the key is stale. So nothing but the heap itself is touched when entries move, and a heap fits
/// any workspace; on sparse graphs few entries are stale.
///
/// Behind the last entry lies `vacant` throughout, so that four children are always compared without asking
/// how many there are.
struct MinHeap: ~Copyable {
  /// Key in the upper half, node in the lower.
  private var entries: Slab<UInt64>
  private(set) var count = 0

  private static let vacant = UInt64.max

  init(capacity: Int = 1024) {
    entries = Slab(repeating: Self.vacant, count: Swift.max(capacity, 1) + 4)
  }

  /// The smallest key, or the largest there is if the heap is empty.
  @inline(__always)
  var smallestKey: UInt32 { UInt32(truncatingIfNeeded: entries[0] >> 32) }

  @inline(__always)
  mutating func removeAll() {
    while count > 0 {
      count &-= 1
      entries[count] = Self.vacant
    }
  }

  @inline(__always)
  mutating func push(_ node: Int, key: UInt32) {
    if count &+ 4 >= entries.count { grow() }
    let entry = UInt64(key) << 32 | UInt64(UInt32(truncatingIfNeeded: node))
    count &+= 1
    raise(entry, from: count &- 1)
  }

  /// Puts an entry where it belongs between `hole` and the top.
  @inline(__always)
  private func raise(_ entry: UInt64, from hole: Int) {
    var hole = hole
    while hole > 0 {
      let parent = (hole &- 1) >> 2
      let above = entries[parent]
      if above <= entry { break }
      entries[hole] = above
      hole = parent
    }
    entries[hole] = entry
  }

  /// Removes the smallest entry of a heap that isn't empty.
  @inline(__always)
  mutating func pop() -> (node: Int, key: UInt32) {
    assert(count > 0)
    let top = entries[0]
    count &-= 1
    let entry = entries[count]
    entries[count] = Self.vacant
    // The hole goes down to the bottom before the last entry is put there and rises: it seldom does, and how
    // far the hole has to go is easily predicted.
    var hole = 0
    while true {
      let first = hole << 2 &+ 1
      if first >= count { break }
      let (a, b) = (entries[first], entries[first &+ 1])
      let (c, d) = (entries[first &+ 2], entries[first &+ 3])
      let (ab, cd) = (Swift.min(a, b), Swift.min(c, d))
      let left = b < a ? 1 : 0
      let right = d < c ? 3 : 2
      entries[hole] = Swift.min(ab, cd)
      hole = first &+ (cd < ab ? right : left)
    }
    if count > 0 { raise(entry, from: hole) }
    return (Int(truncatingIfNeeded: top & 0xFFFF_FFFF), UInt32(truncatingIfNeeded: top >> 32))
  }

  @inline(never)
  private mutating func grow() {
    let larger = Slab<UInt64>(repeating: Self.vacant, count: entries.count * 2)
    larger.copy(entries, count: count)
    entries = larger
  }
}
