import Columns

/// Memory of a fixed number of plain values, owned by one workspace.
///
/// Indices are checked by `assert`: kernels index only with what was validated when a graph was made.
///
/// Elements of a slab that a borrowed noncopyable value owns are assigned (`marks[node] = marks[node] | mark`), not
/// changed in place (`marks[node] |= mark`): Swift 6.3 reports that to ThreadSanitizer as a write to whatever the
/// owner's first word points to, or can't compile it (`Invalid bitcast`).
@safe
struct Slab<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
  private let base: UnsafeMutablePointer<Element>
  let count: Int

  init(repeating element: Element, count: Int) {
    self.init(zeroedCount: count)
    fill(element)
  }

  /// Makes a slab whose bytes are all zero, which has to be an element: of a large one no memory is touched, and so
  /// none is taken, before it is needed.
  init(zeroedCount count: Int) {
    precondition(count >= 0)
    unsafe base = Pages.zeroed(byteCount: Self.byteCount(count)).bindMemory(to: Element.self, capacity: count)
    self.count = count
  }

  private static func byteCount(_ count: Int) -> Int { count * MemoryLayout<Element>.stride }

  deinit { unsafe Pages.giveBack(base, byteCount: Self.byteCount(count)) }

  subscript(index: Int) -> Element {
    @inline(__always) unsafeAddress {
      assert(index >= 0 && index < count, "index out of a slab's bounds")
      return unsafe UnsafePointer(base + index)
    }
    @inline(__always) nonmutating unsafeMutableAddress {
      assert(index >= 0 && index < count, "index out of a slab's bounds")
      return unsafe base + index
    }
  }

  func fill(_ element: Element) {
    unsafe base.update(repeating: element, count: count)
  }

  /// Copies the first `count` elements of `other` here.
  func copy(_ other: borrowing Slab<Element>, count: Int) {
    precondition(count <= self.count && count <= other.count)
    unsafe base.update(from: other.base, count: count)
  }

  /// A copy of the elements.
  var array: [Element] { unsafe Array(UnsafeBufferPointer(start: base, count: count)) }

  /// The same memory for reading; must not outlive the slab.
  var lent: Lent<Element> { unsafe Lent(base: base, count: count) }
}

/// Memory lent to a kernel for the length of a call; it keeps nothing alive.
///
/// Indices are checked by `assert`, as in ``Slab``.
@safe
struct Lent<Element: BitwiseCopyable>: @unchecked Sendable {
  private let base: UnsafePointer<Element>?
  let count: Int

  @unsafe init(base: UnsafePointer<Element>?, count: Int) {
    unsafe self.base = base
    self.count = count
  }

  static var none: Lent { unsafe Lent(base: nil, count: 0) }

  subscript(index: Int) -> Element {
    @inline(__always) unsafeAddress { unsafe address(index) }
  }

  @inline(__always)
  @unsafe func address(_ index: Int) -> UnsafePointer<Element> {
    assert(index >= 0 && index < count || ColumnBlocks.sawDamage, "index out of lent memory's bounds")
    return unsafe base.unsafelyUnwrapped + index
  }
}

extension Lent<UInt32> {
  /// The first index of an element in a range, or the range's end.
  @inline(__always)
  func firstIndex(of element: UInt32, in range: Range<Int>) -> Int {
    assert(range.lowerBound >= 0 && range.upperBound <= count, "a range out of lent memory's bounds")
    var index = range.lowerBound
    let wanted = SIMD8(repeating: element)
    // Where the range ends among eight, what follows it may stop this too early but never too late.
    while index < range.upperBound && index &+ 8 <= count {
      let start = unsafe UnsafeRawPointer(base.unsafelyUnwrapped + index)
      if any(unsafe start.loadUnaligned(as: SIMD8<UInt32>.self) .== wanted) { break }
      index &+= 8
    }
    while index < range.upperBound && self[index] != element { index &+= 1 }
    return min(index, range.upperBound)
  }
}
