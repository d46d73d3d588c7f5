/// A position that a search has reached, and how.
struct Reached: BitwiseCopyable, Sendable {
  var position: UInt32 = 0
  /// The arc by which it was reached, and what the search had reached below that, or `none` at a terminal.
  var arc: UInt32 = 0
  var parent: UInt32 = none
  /// Where the position's upward arcs are, looked up early so that the memory is there when it is settled.
  var firstArc: UInt32 = 0
  var endArc: UInt32 = 0

  static let none: UInt32 = .max
}

/// One of the two searches up a hierarchy that meet.
///
/// What is reached is written down in a row, which stays in the cache; of all that is spread over the
/// hierarchy, only the costs are written.
struct HierarchyFront: ~Copyable, Sendable {
  struct Candidate: BitwiseCopyable, Sendable {
    var position: UInt32 = 0
    var cost: UInt32 = 0
    var arc: UInt32 = 0
  }

  private(set) var reached = SlabList(filler: Reached(), capacity: 1024)
  /// Indices in `reached`, by cost.
  private(set) var heap = MinHeap()
  /// What the node that is being settled makes cheaper.
  private var candidates = Slab(repeating: Candidate(), count: 64)

  /// Takes back what the last search has written into `costs`.
  mutating func clear(_ costs: borrowing CostSlab) {
    for index in 0..<reached.count {
      let position = Int(reached[index].position)
      costs[position &* 2] = unreachable
      costs[position &* 2 &+ 1] = unreachable
    }
    reached.removeAll()
    heap.removeAll()
  }

  /// Reaches a terminal.
  mutating func open<E: HierarchyEnd>(
    _: E.Type, _ view: HierarchyView, _ costs: borrowing CostSlab, _ position: Int, _ cost: UInt32
  ) {
    guard cost < costs[position * 2 + E.offset] else { return }
    let candidate = Candidate(position: UInt32(position), cost: cost)
    open(E.self, view, costs, candidate, parent: Reached.none)
  }

  @inline(__always)
  private mutating func open<E: HierarchyEnd>(
    _: E.Type, _ view: HierarchyView, _ costs: borrowing CostSlab, _ candidate: Candidate, parent: UInt32
  ) {
    let position = Int(candidate.position)
    costs[position &* 2 &+ E.offset] = candidate.cost
    heap.push(reached.count, key: candidate.cost)
    let arcs = view.arcs(from: position)
    reached.append(
      Reached(
        position: candidate.position, arc: candidate.arc, parent: parent,
        firstArc: UInt32(truncatingIfNeeded: arcs.lowerBound),
        endArc: UInt32(truncatingIfNeeded: arcs.upperBound)))
  }

  /// Settles what is on top of the heap.
  ///
  /// Written so that the processor has few branches to guess: wrong guesses cost more than all else here.
  @inline(__always)
  mutating func settle<E: HierarchyEnd>(
    _: E.Type, _ view: HierarchyView, _ costs: borrowing CostSlab, _ best: inout UInt32,
    _ meeting: inout Int
  ) {
    let (index, key) = heap.pop()
    let item = reached[index]
    let node = Int(item.position)
    guard key == costs[node &* 2 &+ E.offset] else { return }
    let whole = total(key, costs[node &* 2 &+ 1 &- E.offset])
    if whole < best {
      best = whole
      meeting = node
    }
    let degree = Int(item.endArc &- item.firstArc)
    if candidates.count < degree { candidates = Slab(repeating: Candidate(), count: degree * 2) }
    var count = 0
    var stalls = 0
    var next = Int(item.firstArc)
    let end = Int(item.endArc)
    // Sums have room for what overflows 32 bits, and then are no less than any cost.
    while next < end {
      let arc = view.arcs[next]
      let known = costs[Int(arc.head) &* 2 &+ E.offset]
      let ascent = UInt64(key) &+ UInt64(E.ascent(arc))
      let descent = UInt64(known) &+ UInt64(E.descent(arc))
      candidates[count] = Candidate(
        position: arc.head, cost: UInt32(truncatingIfNeeded: ascent), arc: UInt32(truncatingIfNeeded: next))
      count &+= ascent < UInt64(min(known, best)) ? 1 : 0
      stalls |= descent < UInt64(key) ? 1 : 0
      next &+= 1
    }
    // Stalled: a way that comes down from above is cheaper, so nothing optimal goes up from here.
    if stalls > 0 { return }
    var candidate = 0
    while candidate < count {
      open(E.self, view, costs, candidates[candidate], parent: UInt32(truncatingIfNeeded: index))
      candidate &+= 1
    }
  }

  /// Calls `body` with the arcs by which a position was reached last, the uppermost first; returns the position
  /// where they start.
  @inline(__always)
  func trace(from position: Int, _ body: (UInt32) -> Void) -> Int {
    var index = reached.count - 1
    while reached[index].position != position { index -= 1 }
    while reached[index].parent != Reached.none {
      body(reached[index].arc)
      index = Int(reached[index].parent)
    }
    return Int(reached[index].position)
  }
}

/// One of the two ends that a search goes up from.
protocol HierarchyEnd {
  /// The place of its costs beside those of the other.
  static var offset: Int { get }
  /// The weight of an upward arc in the direction of the search, and against it.
  static func ascent(_ arc: HierarchyArc) -> UInt32
  static func descent(_ arc: HierarchyArc) -> UInt32
}

enum FromSource: HierarchyEnd {
  static var offset: Int { 0 }
  static func ascent(_ arc: HierarchyArc) -> UInt32 { arc.up }
  static func descent(_ arc: HierarchyArc) -> UInt32 { arc.down }
}

enum FromTarget: HierarchyEnd {
  static var offset: Int { 1 }
  static func ascent(_ arc: HierarchyArc) -> UInt32 { arc.down }
  static func descent(_ arc: HierarchyArc) -> UInt32 { arc.up }
}
