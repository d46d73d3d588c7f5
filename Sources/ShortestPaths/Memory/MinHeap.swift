/// A 4-ary heap of nodes by key, smallest first, ties by node.
///
/// There is no decrease-key: a node is pushed again with its better key, and whoever pops it the second time
/// sees that the key is stale. So nothing but the heap itself is touched when entries move, and a heap fits
/// any workspace; on sparse graphs few entries are stale.
struct MinHeap: ~Copyable {
  /// Key in the upper half, node in the lower.
  private var entries: Slab<UInt64>
  private(set) var count = 0

  init(capacity: Int = 1024) {
    entries = Slab(repeating: 0, count: Swift.max(capacity, 1))
  }

  /// The smallest key, or the largest there is if the heap is empty.
  @inline(__always)
  var smallestKey: UInt32 { count == 0 ? .max : UInt32(truncatingIfNeeded: entries[0] >> 32) }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func push(_ node: Int, key: UInt32) {
    if count == entries.count { grow() }
    let entry = UInt64(key) << 32 | UInt64(UInt32(truncatingIfNeeded: node))
    var hole = count
    count &+= 1
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
    var hole = 0
    while true {
      let first = hole << 2 &+ 1
      if first >= count { break }
      var child = first
      var smallest = entries[first]
      let end = Swift.min(first &+ 4, count)
      var next = first &+ 1
      while next < end {
        let candidate = entries[next]
        if candidate < smallest {
          smallest = candidate
          child = next
        }
        next &+= 1
      }
      if entry <= smallest { break }
      entries[hole] = smallest
      hole = child
    }
    entries[hole] = entry
    return (Int(truncatingIfNeeded: top & 0xFFFF_FFFF), UInt32(truncatingIfNeeded: top >> 32))
  }

  @inline(never)
  private mutating func grow() {
    let larger = Slab<UInt64>(repeating: 0, count: entries.count * 2)
    larger.copy(entries, count: count)
    entries = larger
  }
}
