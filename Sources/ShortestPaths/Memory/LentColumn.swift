import Columns

/// A column lent to a kernel that looks at little of it: what is still in a file is fetched where it is looked at.
///
/// Indices are checked by `assert`, as in ``Slab``.
@safe
struct LentColumn<Element: BitwiseCopyable>: @unchecked Sendable {
  private let memory: Lent<Element>
  private let gate: ColumnGate?

  @unsafe init(base: UnsafePointer<Element>?, count: Int, gate: ColumnGate?) {
    unsafe memory = Lent(base: base, count: count)
    self.gate = gate
  }

  var count: Int { memory.count }

  static var none: LentColumn { unsafe LentColumn(base: nil, count: 0, gate: nil) }

  subscript(index: Int) -> Element {
    @inline(__always) unsafeAddress {
      gate?.touch(index)
      return unsafe memory.address(index)
    }
  }

  /// The same memory, for reading what is in a range, all of which is there.
  @inline(__always)
  func opened(_ range: Range<Int>) -> Lent<Element> {
    gate?.touch(range)
    return memory
  }
}

extension Column {
  /// Lends the column's memory to `body`, all of it filled.
  @inline(__always)
  func lend<Result>(_ body: (Lent<Element>) -> Result) -> Result {
    unsafe withUnsafeBufferPointer { unsafe body(Lent(base: $0.baseAddress, count: $0.count)) }
  }

  /// Lends the column to a `body` that looks at little of it.
  @inline(__always)
  func lendUnread<Result>(_ body: (LentColumn<Element>) -> Result) -> Result {
    unsafe withUnfilledPointer { base, gate in unsafe body(LentColumn(base: base, count: count, gate: gate)) }
  }
}
