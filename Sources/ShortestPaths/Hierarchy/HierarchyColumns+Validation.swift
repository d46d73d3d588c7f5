import Columns

extension HierarchyColumns {
  /// Checks all that queries rely on: indices in range, arcs that lead up, shortcuts whose parts lie below
  /// them, meet and add up, and arcs of the graph that join the nodes they are said to join.
  func validate(_ graph: Graph) throws(GraphError) {
    let nodes = try inverse(nodeCount: graph.nodeCount)
    try checkOffsets(firstArc, end: arcs.count, name: "firstArc")
    guard firstArc.count == nodes.count + 1 else {
      throw GraphError(message: "firstArc describes \(firstArc.count - 1) of \(nodes.count) nodes")
    }
    guard arcs.count <= Self.capacity else { throw GraphError(message: "\(arcs.count) arcs are too many") }
    guard parts.count == arcs.count * 2 else {
      throw GraphError(message: "\(parts.count) parts for \(arcs.count) arcs")
    }
    let tails = try upwardTails()
    try checkTree()
    let checker = PartsChecker(
      columns: self, graph: graph, tails: tails, nodes: nodes, graphTails: graph.tails())
    for arc in 0..<arcs.count {
      let (tail, head) = (Int(tails[arc]), Int(arcs[arc].head))
      guard checker.holds(parts[arc * 2], weight: arcs[arc].up, from: tail, to: head) else {
        throw GraphError(message: "parts: those of arc \(arc) don't make it on the way up")
      }
      guard checker.holds(parts[arc * 2 + 1], weight: arcs[arc].down, from: head, to: tail) else {
        throw GraphError(message: "parts: those of arc \(arc) don't make it on the way down")
      }
    }
  }

  /// The node at each position.
  private func inverse(nodeCount: Int) throws(GraphError) -> [UInt32] {
    guard positions.count == nodeCount else {
      throw GraphError(message: "positions of \(positions.count) nodes for \(nodeCount) nodes")
    }
    var nodes = [UInt32](repeating: .max, count: nodeCount)
    for (node, position) in positions.enumerated() {
      guard position < nodeCount && nodes[Int(position)] == .max else {
        throw GraphError(message: "positions: node \(node) is at \(position), taken or out of range")
      }
      nodes[Int(position)] = UInt32(node)
    }
    return nodes
  }

  /// The lower end of each arc, checked to be below the upper.
  private func upwardTails() throws(GraphError) -> [UInt32] {
    var tails: [UInt32] = []
    tails.reserveCapacity(arcs.count)
    for position in 0..<(firstArc.count - 1) {
      for arc in Int(firstArc[position])..<Int(firstArc[position + 1]) {
        guard arcs[arc].head < position else {
          throw GraphError(message: "arcs: arc \(arc) of position \(position) leads to \(arcs[arc].head)")
        }
        guard tails.last != UInt32(position) || arcs[arc - 1].head < arcs[arc].head else {
          throw GraphError(message: "arcs: the heads of position \(position) don't rise at arc \(arc)")
        }
        tails.append(UInt32(position))
      }
    }
    return tails
  }
}

extension HierarchyColumns {
  /// Checks that positions are those of a walk through the elimination tree, a node before what is below it, and that
  /// arcs lead to ancestors.
  private func checkTree() throws(GraphError) {
    guard parents.count == positions.count else {
      throw GraphError(message: "parents of \(parents.count) positions of \(positions.count)")
    }
    // The way from the root to the position, and where on it each of them is.
    var path: [UInt32] = []
    for (position, parent) in parents.enumerated() {
      while let last = path.last, last != parent { path.removeLast() }
      guard parent == Self.noParent || path.last == parent else {
        throw GraphError(message: "parents: \(position) is apart from what is below \(parent)")
      }
      var index = path.count
      for arc in firstArc.range(position).reversed() {
        while index > 0 && path[index - 1] > arcs[arc].head { index -= 1 }
        guard index > 0 && path[index - 1] == arcs[arc].head else {
          throw GraphError(message: "arcs: arc \(arc) of position \(position) leads to no ancestor")
        }
      }
      path.append(UInt32(position))
    }
  }
}

/// What is needed to check the parts of arcs.
private struct PartsChecker {
  let columns: HierarchyColumns
  let graph: Graph
  /// The lower end of each upward arc.
  let tails: [UInt32]
  /// The node at each position.
  let nodes: [UInt32]
  let graphTails: [UInt32]

  /// True if `parts` lead from one position to another at that weight.
  func holds(_ parts: ArcParts, weight: UInt32, from tail: Int, to head: Int) -> Bool {
    if weight == unreachable { return parts.first == ArcParts.none && parts.second == ArcParts.none }
    if parts.first == ArcParts.none {
      let arc = Int(parts.second)
      return arc < graph.arcCount && graphTails[arc] == nodes[tail] && graph.head[arc] == nodes[head]
    }
    guard let first = upwardArc(parts.first, downwards: true),
      let second = upwardArc(parts.second, downwards: false)
    else { return false }
    let (descent, ascent) = (columns.arcs[first], columns.arcs[second])
    return tails[first] == tails[second] && tails[first] > max(tail, head)
      && descent.head == tail && ascent.head == head
      && descent.down != unreachable && ascent.up != unreachable
      && UInt64(descent.down) + UInt64(ascent.up) == UInt64(weight)
  }

  /// The upward arc that is meant by a part of a shortcut.
  ///
  /// Nil if there is none, if it is said to be an arc of the graph and isn't that one, or isn't said to be one.
  private func upwardArc(_ part: UInt32, downwards: Bool) -> Int? {
    guard part & ArcParts.original != 0 else {
      guard Int(part) < tails.count else { return nil }
      let parts = columns.parts[Int(part) * 2 + (downwards ? 1 : 0)]
      return parts.first != ArcParts.none ? Int(part) : nil
    }
    let original = Int(part & ~ArcParts.original)
    guard original < graph.arcCount else { return nil }
    let (from, to) = (Int(graphTails[original]), Int(graph.head[original]))
    let lower = Int(columns.positions[downwards ? to : from])
    let upper = columns.positions[downwards ? from : to]
    for arc in Int(columns.firstArc[lower])..<Int(columns.firstArc[lower + 1])
    where columns.arcs[arc].head == upper {
      let parts = columns.parts[arc * 2 + (downwards ? 1 : 0)]
      return parts == ArcParts(first: ArcParts.none, second: UInt32(original)) ? arc : nil
    }
    return nil
  }
}
