/// The many ends of one-to-many searches on a hierarchy, prepared: at every node above one of them, what it
/// costs between there and that end.
///
/// Only nodes with a bucket take memory, so that many selections may be kept side by side.
package struct Buckets: Sendable {
  /// An end, and what it costs between it and the node whose bucket this is in.
  struct Entry: BitwiseCopyable, Sendable {
    var end: UInt32
    var cost: UInt32
  }

  /// The number of ends.
  package let count: Int
  /// How many ends every bucket is sure to know, the nearest; `Int.max` if it knows all.
  package private(set) var nearestCount = Int.max
  let direction: Direction
  /// Numbers the nodes that have buckets.
  private var buckets: PositionTable
  /// Where each bucket starts, and, at the end, the number of entries.
  private var first: [Int]
  private var entries: [Entry]

  /// Sorts what the searches from all ends found, one end after the other, into buckets.
  init(count: Int, direction: Direction, _ found: [(position: UInt32, entry: Entry)]) {
    precondition(found.count <= Graph.capacity, "too many ends selected")
    self.count = count
    self.direction = direction
    var table = PositionTable(capacity: 64)
    let numbers = found.map { table.number($0.position) }
    first = [Int](repeating: 0, count: table.count + 1)
    for number in numbers { first[number + 1] += 1 }
    for number in 0..<table.count { first[number + 1] += first[number] }
    var next = first
    entries = [Entry](repeating: Entry(end: 0, cost: 0), count: found.count)
    for (item, number) in zip(found, numbers) {
      entries[next[number]] = item.entry
      next[number] += 1
    }
    buckets = table
  }

  /// The same ends, but each node knows only those nearest to it: enough to find that many of them.
  ///
  /// - Complexity: O(*k* log *k*) for *k* entries.
  package func keepingNearest(_ count: Int) -> Buckets {
    precondition(count > 0 && count <= nearestCount, "not known any more")
    var kept = self
    kept.nearestCount = count
    kept.entries = []
    for bucket in 0..<first.count - 1 {
      kept.first[bucket] = kept.entries.count
      let nearest = entries[first[bucket]..<first[bucket + 1]].sorted {
        ($0.cost, $0.end) < ($1.cost, $1.end)
      }
      kept.entries += nearest.prefix(count)
    }
    kept.first[first.count - 1] = kept.entries.count
    return kept
  }

  /// Calls `body` with the entries in a node's bucket.
  @inline(__always)
  func forEach(at position: UInt32, _ body: (Entry) -> Void) {
    guard let bucket = buckets.value(at: position) else { return }
    for entry in first[bucket]..<first[bucket + 1] { body(entries[entry]) }
  }
}
