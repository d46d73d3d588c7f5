/// A cell's nodes, and the paths and searches through them that find separators.
///
/// What is done for one side is done for the other in reverse; ``FlowCutter`` decides whose turn it is.
struct FlowNetwork: ~Copyable {
  /// What is known of a node.
  struct Node: BitwiseCopyable {
    /// The neighbours on the path through the node, towards the sources and towards the targets.
    var back = Self.none
    var forth = Self.none
    /// From where a search reached the node; itself, if a path through it can be taken back.
    var parent = Self.none
    /// Who has reached the node: a set of ``FlowSide``'s marks.
    var marks: UInt32 = 0

    static let none: UInt32 = .max
  }

  /// One of the two sides' lists.
  struct Front: ~Copyable {
    /// What the last search reached: nodes, times two, plus one if it got through them.
    var queue: SlabList<UInt32>
    /// Where searches start: the separator at the side, and what has pierced it.
    var roots: SlabList<UInt32>
    /// The number of nodes that belong to the side.
    var taken = 0
    /// The number of further nodes that it reaches.
    var reached = 0

    /// The number of nodes that belong to the side once it has taken in all that it reaches.
    var size: Int { taken + reached }

    init(_ count: Int) {
      queue = SlabList(filler: 0, capacity: count)
      roots = SlabList(filler: 0)
    }
  }

  let edges: CellEdges
  let nodes: Slab<Node>
  /// When each node was taken in by either side, in piercings.
  let times: Slab<UInt32>
  /// Where each node lies between the sides: small near the sources.
  let keys: Lent<Int64>

  init(_ edges: CellEdges, count: Int, keys: Lent<Int64>) {
    self.edges = edges
    self.keys = keys
    nodes = Slab(repeating: Node(), count: count)
    times = Slab(repeating: 0, count: count)
  }

  /// Makes a node one of a side's first.
  func take<S: FlowSide>(_: S.Type, _ node: Int, _ front: inout Front) {
    nodes[node].marks = S.terminal
    front.taken += 1
  }

  /// Lets searches start from a side's first nodes that have others for neighbours; fails if these are the opposite
  /// side's.
  func root<S: FlowSide>(_: S.Type, _ front: inout Front) -> Bool {
    for node in 0..<nodes.count where nodes[node].marks == S.terminal {
      var isRoot = false
      for index in edges.range(node) {
        let other = nodes[Int(edges.neighbours[index])].marks
        if other == S.opposite { return false }
        if other == 0 { isRoot = true }
      }
      if isRoot { front.roots.append(UInt32(truncatingIfNeeded: node)) }
    }
    return true
  }

  /// Takes in all that `front` reaches; its roots are the separator then.
  func absorb<S: FlowSide>(_: S.Type, _ front: inout Front, _ time: UInt32) {
    front.roots.removeAll()
    for index in 0..<front.queue.count {
      let entry = front.queue[index]
      let node = Int(entry >> 1)
      let marks = nodes[node].marks
      if marks & S.terminal != 0 { continue }
      if entry & 1 != 0 {
        nodes[node].marks = marks & ~(S.near | S.far) | S.terminal
        times[node] = time
      } else if marks & S.far == 0 {
        front.roots.append(UInt32(truncatingIfNeeded: node))
      }
    }
    front.taken += front.reached
    front.reached = 0
  }

  /// Takes one node of the separator in; returns whether a further path leads through it, or `nil` if none fits.
  func pierce<S: FlowSide>(_: S.Type, _ front: inout Front, _ time: UInt32) -> Bool? {
    var chosen = -1
    var chosenPasses = true
    var chosenKey: Int64 = 0
    for index in 0..<front.roots.count {
      let node = Int(front.roots[index])
      // The other side reaches what a path would leave the node by.
      let passes = nodes[node].marks & S.Opposite.near != 0
      let key = S.nearness(keys[node])
      if passes ? !chosenPasses : !chosenPasses && key >= chosenKey { continue }
      if passes && chosen >= 0 && key >= chosenKey { continue }
      if passes && touches(node, S.opposite) { continue }
      chosen = index
      chosenPasses = passes
      chosenKey = key
    }
    guard chosen >= 0 else { return nil }
    let node = Int(front.roots[chosen])
    clear(S.self, node)
    mark(node, S.terminal)
    times[node] = time
    front.taken += 1
    return chosenPasses
  }

  private func touches(_ node: Int, _ marks: UInt32) -> Bool {
    for index in edges.range(node) where nodes[Int(edges.neighbours[index])].marks & marks != 0 {
      return true
    }
    return false
  }
}

/// The searches.
extension FlowNetwork {
  /// Finds paths until there is no more, and what is reached then.
  func saturate<S: FlowSide>(_: S.Type, _ front: inout Front, _ flow: inout Int) {
    while let (last, end) = search(S.self, &front) {
      augment(S.self, from: last, to: end)
      flow += 1
    }
  }

  /// Finds what is reached, knowing that there is no path.
  func grow<S: FlowSide>(_: S.Type, _ front: inout Front) {
    let path = search(S.self, &front)
    assert(path == nil, "a path more than the most")
  }

  /// Searches from the roots on; returns the last two nodes of a path that could be added.
  private func search<S: FlowSide>(_: S.Type, _ front: inout Front) -> (Int, Int)? {
    for index in 0..<front.queue.count { clear(S.self, Int(front.queue[index] >> 1)) }
    front.queue.removeAll()
    front.reached = 0
    for index in 0..<front.roots.count {
      let root = Int(front.roots[index])
      if nodes[root].marks & S.terminal != 0 {
        front.queue.append(UInt32(truncatingIfNeeded: root << 1 | 1))
      } else {
        for index in edges.range(root) {
          let neighbour = Int(edges.neighbours[index])
          guard nodes[neighbour].marks & S.terminal != 0 else { continue }
          reach(S.self, &front, root, from: neighbour)
          break
        }
      }
    }
    var done = 0
    while done < front.queue.count {
      let entry = front.queue[done]
      done &+= 1
      let node = Int(entry >> 1)
      if entry & 1 == 0 {
        // The path through the node may be cut short here, and what comes before led elsewhere.
        let before = Int(S.back(nodes[node]))
        let marks = nodes[before].marks
        if marks & (S.terminal | S.far) != 0 { continue }
        nodes[before].marks = marks | S.far
        front.reached &+= 1
        front.queue.append(UInt32(truncatingIfNeeded: before << 1 | 1))
        if marks & S.near == 0 {
          mark(before, S.near)
          nodes[before].parent = UInt32(truncatingIfNeeded: before)
          front.queue.append(UInt32(truncatingIfNeeded: before << 1))
        }
      } else {
        for index in edges.range(node) {
          let neighbour = Int(edges.neighbours[index])
          let marks = nodes[neighbour].marks
          if marks & (S.terminal | S.near) != 0 { continue }
          if marks & S.opposite != 0 { return (node, neighbour) }
          reach(S.self, &front, neighbour, from: node)
        }
      }
    }
    return nil
  }

  @inline(__always)
  private func reach<S: FlowSide>(_: S.Type, _ front: inout Front, _ node: Int, from parent: Int) {
    nodes[node].parent = UInt32(truncatingIfNeeded: parent)
    if nodes[node].back == Node.none {
      mark(node, S.near | S.far)
      front.reached &+= 1
      front.queue.append(UInt32(truncatingIfNeeded: node << 1 | 1))
    } else {
      mark(node, S.near)
      front.queue.append(UInt32(truncatingIfNeeded: node << 1))
    }
  }

  /// Adds the path that a search found.
  private func augment<S: FlowSide>(_: S.Type, from last: Int, to end: Int) {
    var node = last
    var next = end
    while true {
      if nodes[next].marks & S.opposite == 0 { S.setBack(nodes, next, node) }
      if nodes[node].marks & S.terminal != 0 { return }
      if nodes[node].back == Node.none {
        S.setForth(nodes, node, next)
        next = node
      } else {
        var cut = Int(S.forth(nodes[node]))
        S.setForth(nodes, node, next)
        while Int(nodes[cut].parent) == cut {
          let further = Int(S.forth(nodes[cut]))
          nodes[cut].back = Node.none
          nodes[cut].forth = Node.none
          cut = further
        }
        next = cut
      }
      node = Int(nodes[next].parent)
    }
  }

  @inline(__always)
  private func mark(_ node: Int, _ marks: UInt32) { nodes[node].marks = nodes[node].marks | marks }

  /// Forgets that a search of the side reached a node.
  @inline(__always)
  private func clear<S: FlowSide>(_: S.Type, _ node: Int) {
    nodes[node].marks = nodes[node].marks & ~(S.near | S.far)
  }
}
