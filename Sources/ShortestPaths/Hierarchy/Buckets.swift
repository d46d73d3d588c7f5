/// The many ends of one-to-many searches on a hierarchy, prepared: at every node above one of them, what it
/// costs between there and that end.
///
/// Only nodes with a bucket take memory, so that many selections may be kept side by side.
public struct Buckets: Sendable {
  /// An end, and what it costs between it and the node whose bucket this is in.
  struct Entry: BitwiseCopyable, Sendable {
    var end: UInt32
    var cost: UInt32
  }

  /// Where a node's bucket is; no node at a free place of the table.
  struct Slot: BitwiseCopyable, Sendable {
    var position: UInt32 = .max
    var first: UInt32 = 0
    var end: UInt32 = 0
  }

  /// The number of ends.
  public let count: Int
  let direction: UpwardSearch.Direction
  /// The nodes that have buckets: a hash table with linear probing, at most half full.
  private var slots: [Slot] = []
  private var entries: [Entry] = []

  /// Sorts what the searches from all ends found into buckets.
  init(count: Int, direction: UpwardSearch.Direction, _ found: [(position: UInt32, entry: Entry)]) {
    precondition(found.count <= Graph.capacity, "too many ends selected")
    self.count = count
    self.direction = direction
    let sorted = found.sorted { ($0.position, $0.entry.end) < ($1.position, $1.entry.end) }
    entries = sorted.map(\.entry)
    var buckets: [Slot] = []
    for (index, item) in sorted.enumerated() {
      if buckets.last?.position != item.position {
        buckets.append(Slot(position: item.position, first: UInt32(index)))
      }
      buckets[buckets.count - 1].end = UInt32(index + 1)
    }
    var size = 2
    while size < buckets.count * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    for bucket in buckets {
      var place = Self.hash(bucket.position, size)
      while slots[place].position != .max { place = (place + 1) & (size - 1) }
      slots[place] = bucket
    }
  }

  private static func hash(_ position: UInt32, _ size: Int) -> Int {
    Int((UInt64(position) &* 0x9E37_79B9_7F4A_7C15) >> 32) & (size - 1)
  }

  /// Calls `body` with the entries in a node's bucket.
  @inline(__always)
  func forEach(at position: UInt32, _ body: (Entry) -> Void) {
    var place = Self.hash(position, slots.count)
    while slots[place].position != .max {
      if slots[place].position == position {
        for entry in Int(slots[place].first)..<Int(slots[place].end) { body(entries[entry]) }
        return
      }
      place = (place + 1) & (slots.count - 1)
    }
  }
}
