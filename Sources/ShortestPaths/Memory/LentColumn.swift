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
  /// The column's memory, all of it filled; must not outlive the column.
  @inline(__always)
  @unsafe var lent: Lent<Element> {
    let (base, gate) = unsafe unfilled
    gate?.touchAll()
    return unsafe Lent(base: base, count: count)
  }

  /// The column's memory for a kernel that looks at little of it; must not outlive the column.
  @inline(__always)
  @unsafe var lentUnread: LentColumn<Element> {
    let (base, gate) = unsafe unfilled
    return unsafe LentColumn(base: base, count: count, gate: gate)
  }

  /// Lends the column's memory to `body`, all of it filled.
  @inline(__always)
  func lend<Result>(_ body: (Lent<Element>) -> Result) -> Result {
    defer { withExtendedLifetime(self) {} }
    return unsafe body(lent)
  }
}
