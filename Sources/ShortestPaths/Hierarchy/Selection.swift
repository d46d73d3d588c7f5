import Columns

/// The many ends of one-to-many searches on a hierarchy, prepared as the part of the hierarchy that lies above
/// them.
///
/// Faster to prepare than ``Buckets``, and faster to search where there are many ends: a search from the one end
/// sweeps over that part.
///
/// Source: Delling, Goldberg and Werneck 2011, *Faster Batched Shortest Paths in Road Networks* (RPHAST).
package struct Selection: Sendable {
  /// A way down from a node of the selection.
  struct Arc: BitwiseCopyable, Sendable {
    var upper: UInt32
    var weight: UInt32
  }

  /// Where an end is left or reached.
  struct Door: BitwiseCopyable, Sendable {
    var node: UInt32
    var weight: UInt32
  }

  /// The number of ends.
  package var count: Int { firstDoor.count - 1 }
  /// The number of nodes above the ends, and of themselves.
  package var nodeCount: Int { firstArc.count - 1 }
  let direction: Direction
  /// Numbers the nodes that are selected so that none comes before those above it.
  private(set) var numbers: PositionTable
  private(set) var firstArc: [UInt32] = [0]
  private(set) var arcs: [Arc] = []
  private(set) var firstDoor: [UInt32] = [0]
  private(set) var doors: [Door] = []

  /// Selects targets, each of them reached through any of its terminals.
  ///
  /// - Complexity: O(*k*) for *k* arcs above the targets.
  package init(targets: [[Terminal]], in hierarchy: ContractionHierarchy) {
    self.init(targets, hierarchy, .away)
  }

  /// Selects sources, each of them left through any of its terminals.
  ///
  /// - Complexity: O(*k*) for *k* arcs above the sources.
  package init(sources: [[Terminal]], in hierarchy: ContractionHierarchy) {
    self.init(sources, hierarchy, .towards)
  }

  private init(_ ends: [[Terminal]], _ hierarchy: ContractionHierarchy, _ direction: Direction) {
    self.direction = direction
    numbers = PositionTable(capacity: 1024)
    hierarchy.lend { view in
      for terminals in ends {
        for terminal in terminals {
          let node = select(view.position(of: terminal), view)
          doors.append(Door(node: UInt32(node), weight: terminal.weight))
        }
        firstDoor.append(UInt32(doors.count))
      }
    }
  }

  /// Numbers a position after all above it.
  private mutating func select(_ position: Int, _ view: HierarchyView) -> Int {
    var stack = [UInt32(position)]
    while let top = stack.last {
      if numbers.value(at: top) != nil {
        stack.removeLast()
        continue
      }
      let pending = stack.count
      let upward = view.arcs(from: Int(top))
      let row = view.arcs.opened(upward)
      for arc in upward where weight(row[arc]) != unreachable {
        if numbers.value(at: row[arc].head) == nil { stack.append(row[arc].head) }
      }
      if stack.count > pending { continue }
      stack.removeLast()
      for arc in upward where weight(row[arc]) != unreachable {
        guard let upper = numbers.value(at: row[arc].head) else { preconditionFailure("not numbered yet") }
        arcs.append(Arc(upper: UInt32(upper), weight: weight(row[arc])))
      }
      _ = numbers.number(top)
      firstArc.append(UInt32(arcs.count))
    }
    guard let number = numbers.value(at: UInt32(position)) else { preconditionFailure("not numbered") }
    return number
  }

  /// Lends the ways down to a sweep: a fifth of its time would be checks of bounds.
  @inline(__always)
  fileprivate func lend<Result>(_ body: (_ firstArc: Lent<UInt32>, _ arcs: Lent<Arc>) -> Result) -> Result {
    unsafe firstArc.withUnsafeBufferPointer { firstArc in
      unsafe arcs.withUnsafeBufferPointer { arcs in
        unsafe body(
          Lent(base: firstArc.baseAddress, count: firstArc.count),
          Lent(base: arcs.baseAddress, count: arcs.count))
      }
    }
  }

  @inline(__always)
  private func weight(_ arc: HierarchyArc) -> UInt32 { direction == .away ? arc.down : arc.up }
}

/// The costs between one end and all ends of a selection.
///
/// A workspace to keep; it serves any selections on hierarchies of its size.
package struct SelectionSearch: ~Copyable, Sendable {
  private var search: UpwardSearch<CostLabel>
  private var costs = Slab(repeating: unreachable, count: 0)

  /// Makes a workspace for hierarchies of up to `nodeCount` nodes.
  package init(nodeCount: Int) {
    search = UpwardSearch(nodeCount: nodeCount)
  }

  /// The cost of the cheapest path between the terminals and each end of the selection, or ``unreachable``, the
  /// weights of the terminals included.
  ///
  /// The path leads from `terminals` if targets were selected, and to them if sources were.
  ///
  /// - Precondition: The ends were selected on this hierarchy.
  /// - Complexity: An upward search, and O(*k*) for *k* arcs of the selection.
  package mutating func costs(
    _ terminals: [Terminal], _ selection: Selection, in hierarchy: ContractionHierarchy
  ) -> [UInt32] {
    hierarchy.lend { search.run($0, from: terminals, selection.direction) }
    if costs.count < selection.nodeCount { costs = Slab(repeating: unreachable, count: selection.nodeCount) }
    costs.fill(unreachable)
    for index in 0..<search.settled.count {
      let settled = search.settled[index]
      if let number = selection.numbers.value(at: settled.position) { costs[number] = settled.cost }
    }
    sweep(selection)
    return (0..<selection.count).map { end in
      var cost = unreachable
      for door in Int(selection.firstDoor[end])..<Int(selection.firstDoor[end + 1]) {
        let door = selection.doors[door]
        cost = min(cost, costs[Int(door.node)].addingUpToUnreachable(door.weight))
      }
      return cost
    }
  }

  private func sweep(_ selection: Selection) {
    selection.lend { firstArc, arcs in
      var arc = 0
      for number in 0..<selection.nodeCount {
        var cost = UInt64(costs[number])
        let end = Int(firstArc[number &+ 1])
        while arc < end {
          cost = min(cost, UInt64(costs[Int(arcs[arc].upper)]) &+ UInt64(arcs[arc].weight))
          arc &+= 1
        }
        costs[number] = UInt32(truncatingIfNeeded: cost)
      }
    }
  }
}
