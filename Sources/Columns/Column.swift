/// A flat, immutable array of plain values, owned or lent out of a mapped file.
///
/// Copies share the memory. Everything that an atlas holds is a column, so that a freshly built network
/// and one that is used in place out of a file are the same type to the code that runs on them.
@frozen @safe
public struct Column<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  @usableFromInline let base: UnsafePointer<Element>
  /// The number of elements.
  public let count: Int
  /// Keeps the memory alive.
  @usableFromInline let owner: AnyObject?

  /// Copies an array into memory of the column's own.
  ///
  /// - Complexity: O(*n*).
  public init(_ elements: [Element]) {
    let storage = Storage<Element>(elements)
    unsafe base = UnsafePointer(storage.base)
    count = elements.count
    owner = storage
  }

  /// Lends `count` elements at `base`, aligned for `Element`, for as long as `owner` lives.
  @unsafe public init(lending base: UnsafePointer<Element>, count: Int, owner: AnyObject?) {
    precondition(count >= 0)
    unsafe self.base = base
    self.count = count
    self.owner = owner
  }

  /// Calls `body` with the elements' memory; hot loops borrow once and index that.
  @inlinable
  @unsafe public func withUnsafeBufferPointer<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(owner) {} }
    return try unsafe body(UnsafeBufferPointer(start: base, count: count))
  }
}

extension Column: RandomAccessCollection {
  /// Always 0.
  @inlinable public var startIndex: Int { 0 }
  /// The number of elements.
  @inlinable public var endIndex: Int { count }

  /// Calls `body` with the elements' memory.
  @inlinable
  public func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result? {
    try unsafe withUnsafeBufferPointer(body)
  }

  /// The element at `position`, which must be in bounds.
  @inlinable public subscript(position: Int) -> Element {
    precondition(position >= 0 && position < count, "index out of a column's bounds")
    return unsafe base[position]
  }
}

/// Memory that a column owns.
@safe private final class Storage<Element: BitwiseCopyable> {
  let base: UnsafeMutablePointer<Element>

  init(_ elements: [Element]) {
    unsafe base = .allocate(capacity: Swift.max(elements.count, 1))
    unsafe elements.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { unsafe base.initialize(from: start, count: source.count) }
    }
  }

  deinit { unsafe base.deallocate() }
}
