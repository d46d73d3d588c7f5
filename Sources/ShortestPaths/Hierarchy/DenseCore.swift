/// Contracts what is left of a graph when much of it is joined to much of it: no search for witnesses pays there.
///
/// All pairs are in a matrix, and each contraction is a sweep over it, without a look at what is needed. Then the costs of
/// the shortest ways among all that is above are known, and what is dearer goes.
///
/// Source: Dibbelt, Strasser and Wagner 2016, *Customizable Contraction Hierarchies*, perfect customization.
struct DenseCore: ~Copyable {
  /// The nodes in the order of their contraction.
  private let nodes: [UInt32]
  /// The weights of arcs, a row for each tail.
  private let weights: Slab<UInt32>
  private let origins: Slab<UInt32>

  /// Takes the arcs among `nodes` out of the remaining graph; they are all that remains.
  ///
  /// - Complexity: O(*k*²) for *k* nodes.
  init(_ nodes: [UInt32], of remaining: borrowing RemainingGraph) {
    self.nodes = nodes
    let count = nodes.count
    weights = Slab(repeating: unreachable, count: count * count)
    origins = Slab(repeating: 0, count: count * count)
    let numbers = Dictionary(zip(nodes, 0...)) { first, _ in first }
    for (tail, node) in nodes.enumerated() {
      // No way from a node to itself is cheaper.
      weights[tail * count + tail] = 0
      for slot in remaining.slots(Int(node)) {
        guard let head = numbers[remaining[slot].head] else { continue }
        weights[tail * count + head] = remaining[slot].out
        origins[tail * count + head] = remaining.origin(slot).out
      }
    }
  }

  /// Contracts all nodes, and leaves their upward arcs in the remaining graph.
  ///
  /// - Complexity: O(*k*³).
  func run(into remaining: inout RemainingGraph) {
    let count = nodes.count
    for middle in 0..<count {
      for tail in middle + 1..<max(count, middle + 1) {
        improve(row: tail, over: middle, nodes[middle] | ArcOrigin.shortcut)
      }
    }
    // From above: there the matrix holds the costs of shortest ways.
    for lower in (0..<count).reversed() {
      let above = lower + 1..<max(count, lower + 1)
      let arcs = above.map { arc(lower, $0) }
      for middle in above { improve(row: lower, over: middle) }
      let column = Slab(repeating: unreachable, count: count)
      for upper in above { column[upper] = weights[upper * count + lower] }
      for upper in above { weights[upper * count + lower] = least(row: upper, column, from: lower + 1) }
      var needed: [(RemainingArc, ArcOrigin)] = []
      for (upper, (arc, origin)) in zip(above, arcs) {
        var arc = arc
        if arc.out > weights[lower * count + upper] { arc.out = unreachable }
        if arc.back > weights[upper * count + lower] { arc.back = unreachable }
        if arc.out != unreachable || arc.back != unreachable { needed.append((arc, origin)) }
      }
      remaining.replace(Int(nodes[lower]), by: needed)
    }
  }

  // Both without branches, so that several heads are looked at in one step.

  /// Makes the arcs of a row no dearer than the ways over a node in the middle to all nodes above that.
  @inline(__always)
  private func improve(row: Int, over middle: Int, _ origin: UInt32? = nil) {
    let count = nodes.count
    let (own, through) = (row &* count, middle &* count)
    let step = weights[own &+ middle]
    if step == unreachable { return }
    var head = origin == nil ? row &+ 1 : middle &+ 1
    while head < count {
      let (sum, old) = (step &+ weights[through &+ head], weights[own &+ head])
      let isBetter = sum >= step && sum < old
      weights[own &+ head] = isBetter ? sum : old
      if let origin { origins[own &+ head] = isBetter ? origin : origins[own &+ head] }
      head &+= 1
    }
  }

  /// The cost of going along a row and then down a column, where that is least.
  @inline(__always)
  private func least(row: Int, _ column: borrowing Slab<UInt32>, from first: Int) -> UInt32 {
    let own = row &* nodes.count
    var least = unreachable
    var middle = first
    while middle < nodes.count {
      let (step, down) = (weights[own &+ middle], column[middle])
      let sum = step &+ down
      least = min(least, sum >= step ? sum : unreachable)
      middle &+= 1
    }
    return least
  }

  private func arc(_ lower: Int, _ upper: Int) -> (RemainingArc, ArcOrigin) {
    let (out, back) = (lower * nodes.count + upper, upper * nodes.count + lower)
    return (
      RemainingArc(head: nodes[upper], out: weights[out], back: weights[back]),
      ArcOrigin(out: origins[out], back: origins[back])
    )
  }
}
