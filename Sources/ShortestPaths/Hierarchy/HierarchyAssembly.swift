import Columns

/// Turns a finished contraction into columns.
struct HierarchyAssembly: ~Copyable {
  private let contraction: Contraction
  /// The position of each node, and the node at each position.
  private var positions: [UInt32]
  private var nodes: [UInt32] = []

  init(_ contraction: consuming Contraction) {
    positions = [UInt32](repeating: 0, count: contraction.remaining.nodeCount)
    self.contraction = contraction
    number()
  }

  /// Numbers the nodes so that each comes after all above it, and soon after the last of them: an order that
  /// follows the upward search keeps it within few cache lines.
  private mutating func number() {
    let count = positions.count
    var pending = [Int32](repeating: 0, count: count)
    var firstBelow = [Int](repeating: 0, count: count + 1)
    for node in 0..<count {
      for slot in contraction.remaining.slots(node) {
        pending[node] += 1
        firstBelow[Int(contraction.remaining[slot].head) + 1] += 1
      }
    }
    for node in 0..<count { firstBelow[node + 1] += firstBelow[node] }
    var next = firstBelow
    var below = [UInt32](repeating: 0, count: firstBelow[count])
    for node in contraction.order {
      for slot in contraction.remaining.slots(Int(node)) {
        let head = Int(contraction.remaining[slot].head)
        below[next[head]] = node
        next[head] += 1
      }
    }
    var stack = contraction.order.filter { pending[Int($0)] == 0 }
    nodes.reserveCapacity(count)
    while let node = stack.popLast() {
      positions[Int(node)] = UInt32(nodes.count)
      nodes.append(node)
      for lower in below[firstBelow[Int(node)]..<firstBelow[Int(node) + 1]] {
        pending[Int(lower)] -= 1
        if pending[Int(lower)] == 0 { stack.append(lower) }
      }
    }
  }

  /// The columns, arcs in the order of the positions and their parts looked up.
  func columns() -> HierarchyColumns {
    var firstArc: [UInt32] = [0]
    firstArc.reserveCapacity(nodes.count + 1)
    var arcs: [HierarchyArc] = []
    var origins: [ArcOrigin] = []
    for node in nodes {
      let slots = contraction.remaining.slots(Int(node)).sorted { position(slot: $0) < position(slot: $1) }
      for slot in slots {
        let arc = contraction.remaining[slot]
        arcs.append(HierarchyArc(head: position(slot: slot), up: arc.out, down: arc.back))
        origins.append(contraction.remaining.origin(slot))
      }
      firstArc.append(UInt32(arcs.count))
    }
    precondition(arcs.count <= HierarchyColumns.capacity, "a hierarchy of too many arcs")
    var parts: [ArcParts] = []
    parts.reserveCapacity(arcs.count * 2)
    let lookup = PartsLookup(positions: positions, firstArc: firstArc, arcs: arcs, origins: origins)
    for position in 0..<UInt32(nodes.count) {
      for arc in Int(firstArc[Int(position)])..<Int(firstArc[Int(position) + 1]) {
        let head = arcs[arc].head
        parts.append(lookup.parts(arcs[arc].up, origins[arc].out, from: position, to: head))
        parts.append(lookup.parts(arcs[arc].down, origins[arc].back, from: head, to: position))
      }
    }
    return HierarchyColumns(
      positions: Column(positions), firstArc: Column(firstArc), arcs: Column(arcs), parts: Column(parts))
  }

  private func position(slot: Int) -> UInt32 { positions[Int(contraction.remaining[slot].head)] }
}

/// Finds what directions of arcs stand for.
private struct PartsLookup {
  let positions: [UInt32]
  let firstArc: [UInt32]
  let arcs: [HierarchyArc]
  let origins: [ArcOrigin]

  /// What the direction from `tail` to `head` of an arc stands for.
  func parts(_ weight: UInt32, _ origin: UInt32, from tail: UInt32, to head: UInt32) -> ArcParts {
    if weight == unreachable { return ArcParts(first: ArcParts.none, second: ArcParts.none) }
    if origin & ArcOrigin.shortcut == 0 { return ArcParts(first: ArcParts.none, second: origin) }
    let middle = Int(positions[Int(origin & ~ArcOrigin.shortcut)])
    var parts = ArcParts(first: 0, second: 0)
    let (back, out) = (arc(of: middle, to: tail), arc(of: middle, to: head))
    parts.first = reference(back, origins[back].back)
    parts.second = reference(out, origins[out].out)
    return parts
  }

  /// The arc of a position to a head that it has; arcs are sorted by heads.
  private func arc(of position: Int, to head: UInt32) -> Int {
    var (low, high) = (Int(firstArc[position]), Int(firstArc[position + 1]))
    while high - low > 1 {
      let middle = (low + high) / 2
      if arcs[middle].head <= head { low = middle } else { high = middle }
    }
    return low
  }

  /// A part of a shortcut: an upward arc, or what it stands for if it is no shortcut itself.
  private func reference(_ arc: Int, _ origin: UInt32) -> UInt32 {
    origin & ArcOrigin.shortcut == 0 ? origin | ArcParts.original : UInt32(arc)
  }
}
