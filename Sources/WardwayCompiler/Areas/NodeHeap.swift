/// A 4-ary heap of nodes by a key, the least on top; whose key falls is pushed again.
struct NodeHeap {
  private var entries: [(key: Float, node: Int32)] = []

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  mutating func push(_ node: Int, key: Float) {
    entries.append((key, Int32(node)))
    raise((key, Int32(node)), from: entries.count - 1)
  }

  /// Puts an entry where it belongs between `hole` and the top.
  private mutating func raise(_ entry: (key: Float, node: Int32), from hole: Int) {
    var hole = hole
    while hole > 0 {
      let parent = (hole - 1) / 4
      if entries[parent].key <= entry.key { break }
      entries[hole] = entries[parent]
      hole = parent
    }
    entries[hole] = entry
  }

  mutating func pop() -> (key: Float, node: Int)? {
    guard let top = entries.first, let last = entries.popLast() else { return nil }
    let count = entries.count
    if count == 0 { return (top.key, Int(top.node)) }
    var hole = 0
    while true {
      let first = hole * 4 + 1
      guard first < count else { break }
      var least = first
      for child in first + 1..<max(min(first + 4, count), first + 1)
      where entries[child].key < entries[least].key {
        least = child
      }
      if entries[least].key >= last.key { break }
      entries[hole] = entries[least]
      hole = least
    }
    entries[hole] = last
    return (top.key, Int(top.node))
  }
}
