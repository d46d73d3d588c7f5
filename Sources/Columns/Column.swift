/// A flat, immutable array of plain values, owned or lent out of a file.
///
/// Copies share the memory. Everything that an atlas holds is a column, so that a freshly built network
/// and one that is used in place out of a file are the same type to the code that runs on them. A column out of a large
/// file is filled block by block as it is read (``ColumnBlocks``).
@safe @usableFromInline
package struct Column<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  @usableFromInline let base: UnsafePointer<Element>
  /// The number of elements.
  @usableFromInline package let count: Int
  /// What fills the memory where nobody has read it yet; nil where all is filled.
  @usableFromInline let gate: ColumnGate?
  /// Keeps the memory alive.
  @usableFromInline let owner: AnyObject?

  /// Copies an array into memory of the column's own.
  ///
  /// - Complexity: O(*n*).
  package init(_ elements: [Element]) {
    let storage = Storage<Element>(elements)
    unsafe base = UnsafePointer(storage.base)
    count = elements.count
    gate = nil
    owner = storage
  }

  /// Lends `count` elements at `base`, aligned for `Element`, for as long as `owner` lives.
  ///
  /// - Parameter blocks: What fills that memory, kept alive by `owner`; nil if it is filled.
  @unsafe package init(
    lending base: UnsafePointer<Element>, count: Int, owner: AnyObject?, blocks: ColumnBlocks? = nil
  ) {
    precondition(count >= 0)
    unsafe self.base = base
    self.count = count
    gate = blocks.map { ColumnGate($0) }
    self.owner = owner
  }

  /// Calls `body` with the elements' memory, all of it filled; hot loops borrow once and index that.
  @inlinable
  @unsafe package func withUnsafeBufferPointer<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(owner) {} }
    gate?.touchAll()
    return try unsafe body(UnsafeBufferPointer(start: base, count: count))
  }

  /// The elements' memory, which is filled only where the gate was asked first, and is there while the column is.
  @inlinable
  @unsafe package var unfilled: (base: UnsafePointer<Element>, gate: ColumnGate?) { unsafe (base, gate) }
}

extension Column: RandomAccessCollection {
  /// Always 0.
  @inlinable package var startIndex: Int { 0 }
  /// The number of elements.
  @inlinable package var endIndex: Int { count }

  /// Calls `body` with the elements' memory.
  @inlinable
  package func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result? {
    try unsafe withUnsafeBufferPointer(body)
  }

  /// The element at `position`, which must be in bounds.
  @inlinable package subscript(position: Int) -> Element {
    guard position >= 0 && position < count else { return elementOutside }
    gate?.touch(position)
    return unsafe base[position]
  }

  /// Stands for what a damaged file says is there: an element whose bytes are all zero.
  ///
  /// Where nothing is damaged, the index is a mistake of the program.
  @usableFromInline @inline(never) var elementOutside: Element {
    precondition(ColumnBlocks.sawDamage, "index out of a column's bounds")
    return unsafe withUnsafeTemporaryAllocation(of: Element.self, capacity: 1) { memory in
      unsafe UnsafeMutableRawBufferPointer(memory).initializeMemory(as: UInt8.self, repeating: 0)
      return unsafe memory[0]
    }
  }
}

extension Column<UInt32> {
  /// The range between an offset and the next one, empty where a damaged file has them fall.
  @inlinable package func range(_ index: Int) -> Range<Int> {
    let start = Int(self[index])
    return start..<Swift.max(start, Int(self[index + 1]))
  }
}

/// Memory for so many elements that becomes a column once they are known, without being copied.
@safe
package struct ColumnBuilder<Element: BitwiseCopyable & Sendable>: ~Copyable {
  private let storage: Storage<Element>
  /// The number of elements that there are by now.
  package private(set) var count = 0

  /// Makes room for `capacity` elements.
  package init(capacity: Int) { storage = Storage(capacity: capacity) }

  /// Adds an element; there has to be room.
  package mutating func append(_ element: Element) {
    precondition(count < storage.capacity, "a column of more elements than were announced")
    unsafe (storage.base + count).initialize(to: element)
    count += 1
  }

  /// The column of all elements.
  package consuming func column() -> Column<Element> {
    unsafe Column(lending: UnsafePointer(storage.base), count: count, owner: storage)
  }
}

/// Memory that a column owns.
@safe private final class Storage<Element: BitwiseCopyable> {
  let base: UnsafeMutablePointer<Element>
  let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    unsafe base = .allocate(capacity: Swift.max(capacity, 1))
  }

  convenience init(_ elements: [Element]) {
    self.init(capacity: elements.count)
    unsafe elements.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { unsafe base.initialize(from: start, count: source.count) }
    }
  }

  deinit { unsafe base.deallocate() }
}
