/// A number for each of some positions: a hash table with linear probing, at most half full.
struct PositionTable: Sendable {
  struct Slot: BitwiseCopyable, Sendable {
    var position: UInt32 = .max
    var value: UInt32 = 0
  }

  private(set) var count = 0
  private var slots: [Slot]
  private var mask: Int

  init(capacity: Int) {
    var size = 2
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    mask = size - 1
  }

  /// The number of a position, or nil.
  @inline(__always)
  func value(at position: UInt32) -> Int? {
    var place = hash(position)
    while slots[place].position != .max {
      if slots[place].position == position { return Int(slots[place].value) }
      place = (place &+ 1) & mask
    }
    return nil
  }

  /// The number of a position, which is the next if it has none yet.
  mutating func number(_ position: UInt32) -> Int {
    if let known = value(at: position) { return known }
    if count * 2 >= slots.count { grow() }
    insert(Slot(position: position, value: UInt32(count)))
    count += 1
    return count - 1
  }

  private mutating func insert(_ slot: Slot) {
    var place = hash(slot.position)
    while slots[place].position != .max { place = (place &+ 1) & mask }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    mask = slots.count - 1
    for slot in old where slot.position != .max { insert(slot) }
  }

  @inline(__always)
  private func hash(_ position: UInt32) -> Int {
    Int(truncatingIfNeeded: (UInt64(position) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }
}
