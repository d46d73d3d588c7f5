/// A growing list of plain values in a slab.
struct SlabList<Element: BitwiseCopyable & Sendable>: ~Copyable, Sendable {
  private(set) var slab: Slab<Element>
  private(set) var count = 0
  private let filler: Element

  init(filler: Element, capacity: Int = 64) {
    self.filler = filler
    slab = Slab(repeating: filler, count: max(capacity, 1))
  }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      assert(index < count)
      return slab[index]
    }
    @inline(__always) nonmutating set {
      assert(index < count)
      slab[index] = newValue
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == slab.count { reserve(count + 1) }
    slab[count] = element
    count &+= 1
  }

  /// Appends `extra` fillers.
  mutating func extend(by extra: Int) {
    reserve(count + extra)
    count += extra
  }

  @inline(__always)
  mutating func removeLast() -> Element {
    assert(count > 0)
    count &-= 1
    return slab[count]
  }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  @inline(never)
  private mutating func reserve(_ capacity: Int) {
    guard capacity > slab.count else { return }
    let larger = Slab(repeating: filler, count: max(capacity, slab.count * 2))
    larger.copy(slab, count: count)
    slab = larger
  }
}
