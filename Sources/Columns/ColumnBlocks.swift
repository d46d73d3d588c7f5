import Synchronization

/// The blocks of a column that is filled as it is read: what nobody asks for is never fetched.
///
/// Any number of threads may read at once. A block that can't be fetched as it was written is all zeros from then on,
/// and ``sawDamage`` says so: what was read out of it means nothing, but nothing traps on it. So whoever reads such
/// columns asks for damage when they are done, and throws away what they found.
@safe @usableFromInline
package final class ColumnBlocks: @unchecked Sendable {
  /// The number of elements in a block is two to the power of this.
  @usableFromInline let shift: Int
  /// For each block whether it is filled.
  @usableFromInline let states: UnsafeMutablePointer<Atomic<UInt8>>
  private let count: Int
  private let fill: @Sendable (_ block: Int) -> Bool
  private let filling = Mutex<Void>(())
  private let isWhole = Atomic(false)

  private static let damaged = Atomic(false)

  /// Whether any block of this process could not be fetched.
  package static var sawDamage: Bool { damaged.load(ordering: .acquiring) }

  /// Starts with no block filled.
  ///
  /// - Parameters:
  ///   - count: The number of blocks.
  ///   - shift: The number of elements in a block is two to the power of this; the last one may have fewer.
  ///   - fill: Fills the memory of a block; false if it isn't as it was written, and then it has to be zeros. It is called
  ///     once for each block, one at a time.
  package init(count: Int, shift: Int, fill: @escaping @Sendable (_ block: Int) -> Bool) {
    self.count = count
    self.shift = shift
    self.fill = fill
    unsafe states = .allocate(capacity: max(count, 1))
    for block in 0..<max(count, 1) { unsafe (states + block).initialize(to: Atomic(0)) }
  }

  deinit {
    unsafe states.deinitialize(count: max(count, 1))
    unsafe states.deallocate()
  }

  /// Fills all blocks that aren't filled yet.
  @usableFromInline package func loadAll() {
    if isWhole.load(ordering: .acquiring) { return }
    for block in 0..<count where unsafe states[block].load(ordering: .acquiring) == 0 { load(block) }
    isWhole.store(true, ordering: .releasing)
  }

  @usableFromInline @inline(never) func load(_ block: Int) {
    filling.withLock { _ in
      guard unsafe states[block].load(ordering: .acquiring) == 0 else { return }
      if !fill(block) { Self.damaged.store(true, ordering: .releasing) }
      unsafe states[block].store(1, ordering: .releasing)
    }
  }
}

/// The blocks of a column as its elements are read: for as long as the column's owner lives.
@safe @usableFromInline
package struct ColumnGate: @unchecked Sendable {
  @usableFromInline unowned(unsafe) let blocks: ColumnBlocks
  @usableFromInline let states: UnsafeMutablePointer<Atomic<UInt8>>
  @usableFromInline let shift: Int

  @usableFromInline init(_ blocks: ColumnBlocks) {
    unsafe self.blocks = blocks
    unsafe states = blocks.states
    shift = blocks.shift
  }

  /// Fills the block of an element if need be.
  @inlinable @inline(__always)
  package func touch(_ position: Int) {
    if unsafe states[position &>> shift].load(ordering: .acquiring) == 0 {
      unsafe blocks.load(position &>> shift)
    }
  }

  /// Fills the blocks of some elements if need be.
  @inlinable @inline(__always)
  package func touch(_ range: Range<Int>) {
    if range.isEmpty { return }
    var position = range.lowerBound
    while position &>> shift < (range.upperBound &- 1) &>> shift {
      touch(position)
      position &+= 1 &<< shift
    }
    touch(range.upperBound &- 1)
  }

  /// Fills all blocks.
  @inlinable
  package func touchAll() { unsafe blocks.loadAll() }
}
