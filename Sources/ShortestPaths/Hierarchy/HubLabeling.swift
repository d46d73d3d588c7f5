/// Finds the canonical hub labels of all nodes, from the top of a hierarchy down.
struct HubLabeling: ~Copyable {
  /// A hub, by position, and what it costs.
  struct Entry: BitwiseCopyable, Sendable {
    var hub: UInt32 = 0
    var cost: UInt32 = 0
  }

  /// The labels of one direction, one position's after the other.
  struct Labels: ~Copyable {
    private(set) var first = SlabList<Int>(filler: 0)
    fileprivate(set) var entries = SlabList(filler: Entry())

    init() { first.append(0) }

    func entries(at position: Int) -> Range<Int> { first[position]..<first[position + 1] }

    fileprivate mutating func end() { first.append(entries.count) }
  }

  /// True if the labels of both directions are the same, and only those of one are here.
  let isSymmetric: Bool
  /// What it costs to get from nodes to hubs, and from hubs to nodes.
  private(set) var out = Labels()
  private(set) var back = Labels()
  /// The largest cost.
  private(set) var largest: UInt32 = 0

  /// The cost of the best way known to each hub; `unreachable` elsewhere.
  private let known: Slab<UInt32>
  private var candidates: [UInt32] = []

  /// The bits that the largest cost takes.
  var costBits: Int { bitCount(Int(largest)) }
  /// The entries of both directions.
  var entryCount: Int { isSymmetric ? out.entries.count * 2 : out.entries.count + back.entries.count }

  init(nodeCount: Int, isSymmetric: Bool) {
    self.isSymmetric = isSymmetric
    known = Slab(repeating: unreachable, count: nodeCount)
  }

  mutating func run(_ view: HierarchyView) {
    for position in 0..<view.nodeCount {
      label(FromSource.self, position, view)
      if !isSymmetric { label(FromTarget.self, position, view) }
      out.end()
      back.end()
    }
  }

  /// True if the labels of both directions are the same at a position.
  func hasEqualLabels(at position: Int) -> Bool {
    let (first, second) = (out.entries(at: position), back.entries(at: position))
    guard first.count == second.count else { return false }
    return zip(first, second).allSatisfy {
      out.entries[$0].hub == back.entries[$1].hub && out.entries[$0].cost == back.entries[$1].cost
    }
  }

  /// Gathers the hubs of all upper neighbours, and keeps those that no higher hub makes needless.
  private mutating func label<E: HierarchyEnd>(_: E.Type, _ position: Int, _ view: HierarchyView) {
    candidates.removeAll(keepingCapacity: true)
    for arc in view.arcs(from: position) {
      let weight = E.ascent(view, arc)
      guard weight != unreachable else { continue }
      let upper = Int(view.arcs[arc].head)
      for index in E.offset == 0 ? out.entries(at: upper) : back.entries(at: upper) {
        let entry = E.offset == 0 ? out.entries[index] : back.entries[index]
        let cost = weight.addingUpToUnreachable(entry.cost)
        let before = known[Int(entry.hub)]
        guard cost < before else { continue }
        if before == unreachable { candidates.append(entry.hub) }
        known[Int(entry.hub)] = cost
      }
    }
    candidates.sort()
    for hub in candidates where !isNeedless(E.self, Int(hub)) {
      append(E.self, Entry(hub: hub, cost: known[Int(hub)]))
    }
    append(E.self, Entry(hub: UInt32(position), cost: 0))
    for hub in candidates { known[Int(hub)] = unreachable }
  }

  private mutating func append<E: HierarchyEnd>(_: E.Type, _ entry: Entry) {
    largest = max(largest, entry.cost)
    if E.offset == 0 { out.entries.append(entry) } else { back.entries.append(entry) }
  }

  /// True if the way by another hub, which is above this one, is no dearer.
  @inline(__always)
  private func isNeedless<E: HierarchyEnd>(_: E.Type, _ hub: Int) -> Bool {
    let cost = UInt64(known[hub])
    if E.offset == 0 && !isSymmetric {
      for index in back.entries(at: hub).dropLast() {
        let entry = back.entries[index]
        if UInt64(known[Int(entry.hub)]) &+ UInt64(entry.cost) <= cost { return true }
      }
    } else {
      for index in out.entries(at: hub).dropLast() {
        let entry = out.entries[index]
        if UInt64(known[Int(entry.hub)]) &+ UInt64(entry.cost) <= cost { return true }
      }
    }
    return false
  }
}

/// The bits that a number takes.
func bitCount(_ number: Int) -> Int { Int.bitWidth - number.leadingZeroBitCount }

extension ContractionHierarchy {
  /// True if every way costs the same as the way back.
  var isSymmetric: Bool { columns.arcs.allSatisfy { $0.up == $0.down } }
}
