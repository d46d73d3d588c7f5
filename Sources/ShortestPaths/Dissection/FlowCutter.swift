/// Grows two sets of nodes towards each other, and finds the smallest separators on the way.
///
/// Each node may carry one path from the source side to the target side. As many as possible that share no node
/// are found; as many nodes, one on each path, then separate the sides (Menger). The smaller side takes in all it
/// reaches, and then pierces the separator: it takes one of its nodes in, preferably one that lets no further
/// path through. So separators come out from small and lopsided to large and balanced.
///
/// Source: Hamann and Strasser 2018, *Graph Bisection with Pareto Optimization*, as applied to sides of many nodes
/// by Gottesbüren, Hamann, Uhl and Wagner 2019, *Faster and Better Nested Dissection Orders for Customizable
/// Contraction Hierarchies*. Differs: cuts nodes, not edges.
struct FlowCutter: ~Copyable {
  /// What is known of a node.
  struct Node: BitwiseCopyable {
    /// The neighbours on the path through the node, towards the sources and towards the targets.
    var back = Self.none
    var forth = Self.none
    /// From where a search reached the node; itself, if a path through it can be taken back.
    var parent = Self.none
    /// Who has reached the node: a set of `Side`'s marks.
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

    init(_ count: Int) {
      queue = SlabList(filler: 0, capacity: count)
      roots = SlabList(filler: 0)
    }
  }

  private let edges: CellEdges
  private let count: Int
  private let nodes: Slab<Node>
  /// When each node was taken in by either side, in piercings.
  private let times: Slab<UInt32>
  /// Where each node lies between the sides: small near the sources.
  private let keys: Lent<Int64>
  private var sources: Front
  private var targets: Front
  private var flow = 0
  private var time: UInt32 = 0

  /// The best separator so far, and how to find its side.
  private(set) var best = Separation.none
  private var bestTime: UInt32 = 0
  private var bestTerminal: UInt32 = 0

  init(_ edges: CellEdges, count: Int, keys: Lent<Int64>) {
    self.edges = edges
    self.count = count
    self.keys = keys
    nodes = Slab(repeating: Node(), count: count)
    times = Slab(repeating: 0, count: count)
    sources = Front(count)
    targets = Front(count)
  }

  /// Makes the nodes of keys up to `low` sources, and those from `high` on targets.
  ///
  /// - Returns: False if there is nothing between the sides to cut.
  mutating func begin(low: Int64, high: Int64) -> Bool {
    for node in 0..<count {
      if keys[node] <= low {
        nodes[node].marks = FromSource.terminal
        sources.taken += 1
      } else if keys[node] >= high {
        nodes[node].marks = FromTarget.terminal
        targets.taken += 1
      }
    }
    for node in 0..<count where nodes[node].marks != 0 {
      let marks = nodes[node].marks
      var isRoot = false
      for index in edges.range(node) {
        let other = nodes[Int(edges.neighbours[index])].marks
        if other == marks { continue }
        if other != 0 { return false }
        isRoot = true
      }
      guard isRoot else { continue }
      if marks == FromSource.terminal {
        sources.roots.append(UInt32(truncatingIfNeeded: node))
      } else {
        targets.roots.append(UInt32(truncatingIfNeeded: node))
      }
    }
    return sources.taken > 0 && targets.taken > 0
  }

  /// Pierces until both sides are even, or `isHopeless` with so large a separator.
  mutating func run(_ policy: Separation.Policy, isHopeless: (Separation) -> Bool) {
    Self.saturate(FromSource.self, edges, nodes, &sources, &flow)
    Self.grow(FromTarget.self, edges, nodes, &targets)
    while true {
      let limit = Separation(size: flow, smaller: (count - flow) / 2)
      if isHopeless(limit) || policy.isBetter(best, than: limit) { return }
      let fromSource = sources.taken + sources.reached <= targets.taken + targets.reached
      let side = fromSource ? sources.taken + sources.reached : targets.taken + targets.reached
      let other = count - flow - side
      let separation = Separation(size: flow, smaller: min(side, other))
      if separation.smaller >= policy.least(count) && policy.isBetter(separation, than: best) {
        best = separation
        bestTime = time
        bestTerminal = fromSource ? FromSource.terminal : FromTarget.terminal
      }
      if fromSource {
        Self.absorb(FromSource.self, nodes, times, time, &sources)
        guard side < other,
          let passes = Self.pierce(
            FromSource.self, FromTarget.self, edges, keys, nodes, times, time + 1, &sources)
        else { return }
        Self.saturate(FromSource.self, edges, nodes, &sources, &flow)
        if passes { Self.grow(FromTarget.self, edges, nodes, &targets) }
      } else {
        Self.absorb(FromTarget.self, nodes, times, time, &targets)
        guard side < other,
          let passes = Self.pierce(
            FromTarget.self, FromSource.self, edges, keys, nodes, times, time + 1, &targets)
        else { return }
        Self.saturate(FromTarget.self, edges, nodes, &targets, &flow)
        if passes { Self.grow(FromSource.self, edges, nodes, &sources) }
      }
      time += 1
    }
  }

  /// Takes in all that `front` reaches; its roots are the separator then.
  private static func absorb<S: Side>(
    _: S.Type, _ nodes: borrowing Slab<Node>, _ times: borrowing Slab<UInt32>, _ time: UInt32,
    _ front: inout Front
  ) {
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
  private static func pierce<S: Side, O: Side>(
    _: S.Type, _: O.Type, _ edges: CellEdges, _ keys: Lent<Int64>, _ nodes: borrowing Slab<Node>,
    _ times: borrowing Slab<UInt32>, _ time: UInt32, _ front: inout Front
  ) -> Bool? {
    var chosen = -1
    var chosenPasses = true
    var chosenKey: Int64 = 0
    for index in 0..<front.roots.count {
      let node = Int(front.roots[index])
      // The other side reaches what a path would leave the node by.
      let passes = nodes[node].marks & O.near != 0
      let key = S.nearness(keys[node])
      if passes ? !chosenPasses : !chosenPasses && key >= chosenKey { continue }
      if passes && chosen >= 0 && key >= chosenKey { continue }
      if passes && touches(edges, nodes, node, O.terminal) { continue }
      chosen = index
      chosenPasses = passes
      chosenKey = key
    }
    guard chosen >= 0 else { return nil }
    let node = Int(front.roots[chosen])
    nodes[node].marks = nodes[node].marks & ~(S.near | S.far) | S.terminal
    times[node] = time
    front.taken += 1
    return chosenPasses
  }

  private static func touches(
    _ edges: CellEdges, _ nodes: borrowing Slab<Node>, _ node: Int, _ marks: UInt32
  ) -> Bool {
    for index in edges.range(node) where nodes[Int(edges.neighbours[index])].marks & marks != 0 {
      return true
    }
    return false
  }

  /// The nodes of the best cut.
  func separator() -> [UInt32] {
    var separator: [UInt32] = []
    for node in 0..<count where !isInside(node) {
      if edges.range(node).contains(where: { isInside(Int(edges.neighbours[$0])) }) {
        separator.append(UInt32(truncatingIfNeeded: node))
      }
    }
    assert(separator.count == best.size)
    return separator
  }

  private func isInside(_ node: Int) -> Bool {
    nodes[node].marks & bestTerminal != 0 && times[node] <= bestTime
  }
}

/// The searches. They're static, so that a side's lists can be passed apart from the rest.
extension FlowCutter {
  /// Finds paths until there is no more, and what is reached then.
  private static func saturate<S: Side>(
    _: S.Type, _ edges: CellEdges, _ nodes: borrowing Slab<Node>, _ front: inout Front, _ flow: inout Int
  ) {
    while let (last, end) = search(S.self, edges, nodes, &front) {
      augment(S.self, nodes, from: last, to: end)
      flow += 1
    }
  }

  /// Finds what is reached, knowing that there is no path.
  private static func grow<S: Side>(
    _: S.Type, _ edges: CellEdges, _ nodes: borrowing Slab<Node>, _ front: inout Front
  ) {
    let path = search(S.self, edges, nodes, &front)
    assert(path == nil, "a path more than the most")
  }

  /// Searches from the roots on; returns the last two nodes of a path that could be added.
  private static func search<S: Side>(
    _: S.Type, _ edges: CellEdges, _ nodes: borrowing Slab<Node>, _ front: inout Front
  ) -> (Int, Int)? {
    for index in 0..<front.queue.count { nodes[Int(front.queue[index] >> 1)].marks &= ~(S.near | S.far) }
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
          reach(S.self, nodes, &front, root, from: neighbour)
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
          nodes[before].marks |= S.near
          nodes[before].parent = UInt32(truncatingIfNeeded: before)
          front.queue.append(UInt32(truncatingIfNeeded: before << 1))
        }
      } else {
        for index in edges.range(node) {
          let neighbour = Int(edges.neighbours[index])
          let marks = nodes[neighbour].marks
          if marks & (S.terminal | S.near) != 0 { continue }
          if marks & S.opposite != 0 { return (node, neighbour) }
          reach(S.self, nodes, &front, neighbour, from: node)
        }
      }
    }
    return nil
  }

  @inline(__always)
  private static func reach<S: Side>(
    _: S.Type, _ nodes: borrowing Slab<Node>, _ front: inout Front, _ node: Int, from parent: Int
  ) {
    nodes[node].parent = UInt32(truncatingIfNeeded: parent)
    if nodes[node].back == Node.none {
      nodes[node].marks |= S.near | S.far
      front.reached &+= 1
      front.queue.append(UInt32(truncatingIfNeeded: node << 1 | 1))
    } else {
      nodes[node].marks |= S.near
      front.queue.append(UInt32(truncatingIfNeeded: node << 1))
    }
  }

  /// Adds the path that a search found.
  private static func augment<S: Side>(
    _: S.Type, _ nodes: borrowing Slab<Node>, from last: Int, to end: Int
  ) {
    var node = last
    var next = end
    while true {
      if nodes[next].marks & S.opposite == 0 { S.setBack(&nodes[next], node) }
      if nodes[node].marks & S.terminal != 0 { return }
      if nodes[node].back == Node.none {
        S.setForth(&nodes[node], next)
        next = node
      } else {
        var cut = Int(S.forth(nodes[node]))
        S.setForth(&nodes[node], next)
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

  /// From where a search comes: towards the targets along paths, or towards the sources against them.
  private protocol Side {
    /// Marks a node of the side, and one of the other.
    static var terminal: UInt32 { get }
    static var opposite: UInt32 { get }
    /// Marks a node that is reached, and one that is passed.
    static var near: UInt32 { get }
    static var far: UInt32 { get }
    static func back(_ node: Node) -> UInt32
    static func forth(_ node: Node) -> UInt32
    static func setBack(_ node: inout Node, _ neighbour: Int)
    static func setForth(_ node: inout Node, _ neighbour: Int)
    static func nearness(_ key: Int64) -> Int64
  }

  private enum FromSource: Side {
    static var terminal: UInt32 { 1 }
    static var opposite: UInt32 { 2 }
    static var near: UInt32 { 4 }
    static var far: UInt32 { 8 }
    static func back(_ node: Node) -> UInt32 { node.back }
    static func forth(_ node: Node) -> UInt32 { node.forth }
    static func setBack(_ node: inout Node, _ neighbour: Int) {
      node.back = UInt32(truncatingIfNeeded: neighbour)
    }
    static func setForth(_ node: inout Node, _ neighbour: Int) {
      node.forth = UInt32(truncatingIfNeeded: neighbour)
    }
    static func nearness(_ key: Int64) -> Int64 { key }
  }

  private enum FromTarget: Side {
    static var terminal: UInt32 { 2 }
    static var opposite: UInt32 { 1 }
    static var near: UInt32 { 16 }
    static var far: UInt32 { 32 }
    static func back(_ node: Node) -> UInt32 { node.forth }
    static func forth(_ node: Node) -> UInt32 { node.back }
    static func setBack(_ node: inout Node, _ neighbour: Int) {
      node.forth = UInt32(truncatingIfNeeded: neighbour)
    }
    static func setForth(_ node: inout Node, _ neighbour: Int) {
      node.back = UInt32(truncatingIfNeeded: neighbour)
    }
    static func nearness(_ key: Int64) -> Int64 { -key }
  }
}
