/// The exact costs to some targets on a hierarchy, each found when it is first asked for.
///
/// The targets' upward searches are done at the start. What a node costs is then the least of what those found
/// there and of what its upward arcs lead to; it is kept until the next targets.
///
/// Source: Strasser and Zeitz 2021, *A Fast and Tight Heuristic for A\* in Road Networks* (lazy RPHAST).
struct HierarchyPotential: ~Copyable, Sendable {
  struct Label: BitwiseCopyable {
    /// Twice the number of the query that wrote it, plus one once the cost is final.
    var stamp: UInt32 = 0
    var cost: UInt32 = unreachable
  }

  /// A node whose cost is being found: as far as its arcs have been looked at.
  struct Frame: BitwiseCopyable {
    var position: UInt32 = 0
    var arc: UInt32 = 0
    var cost: UInt32 = unreachable
  }

  let nodeCount: Int
  private let labels: Slab<Label>
  private var frames = SlabList(filler: Frame())
  /// The positions that the targets' searches have reached and not left yet, the lowest first.
  private var reached = MinHeap()
  private var stamp: UInt32 = 0

  init(nodeCount: Int) {
    precondition(nodeCount >= 0 && nodeCount <= Graph.capacity)
    self.nodeCount = nodeCount
    labels = Slab(zeroedCount: nodeCount)
  }

  /// Forgets the last targets and searches upwards from these.
  mutating func begin<Upward: UpwardGraph>(_ view: Upward, _ targets: [Terminal]) {
    precondition(view.nodeCount <= nodeCount, "a workspace for a smaller hierarchy")
    if stamp >= .max - 3 {
      labels.fill(Label())
      stamp = 0
    }
    stamp &+= 2
    reached.removeAll()
    for target in targets {
      precondition(target.node < view.nodeCount, "a target that is no node")
      reach(view.position(of: Int(target.node)), target.weight)
    }
    while reached.count > 0 {
      // The lowest first: everything that leads up to it is done.
      let position = reached.pop().node
      let cost = labels[position].cost
      for arc in view.arcs(from: position) {
        reach(view.head(of: arc), cost.addingUpToUnreachable(view.descent(arc)))
      }
    }
  }

  @inline(__always)
  private mutating func reach(_ position: Int, _ cost: UInt32) {
    guard labels[position].stamp == stamp else {
      guard cost < unreachable else { return }
      labels[position] = Label(stamp: stamp, cost: cost)
      reached.push(position, key: ~UInt32(truncatingIfNeeded: position))
      return
    }
    if cost < labels[position].cost { labels[position].cost = cost }
  }

  /// What it costs to get from a node of the graph to the nearest target, or `unreachable`.
  @inline(__always)
  mutating func cost<Upward: UpwardGraph>(_ view: Upward, from node: Int) -> UInt32 {
    let position = view.position(of: node)
    let label = labels[position]
    return label.stamp == stamp | 1 ? label.cost : climb(view, from: position)
  }

  /// Finds the costs of a position and of all above it that have none yet.
  @inline(never)
  private mutating func climb<Upward: UpwardGraph>(_ view: Upward, from start: Int) -> UInt32 {
    frames.removeAll()
    var frame = open(view, start)
    while true {
      var below = -1
      let end = view.arcs(from: Int(frame.position)).upperBound
      while Int(frame.arc) < end {
        let arc = Int(frame.arc)
        let ascent = view.ascent(arc)
        // What is no cheaper at its first step needs no look at the rest.
        if ascent < frame.cost {
          let head = view.head(of: arc)
          let label = labels[head]
          guard label.stamp == stamp | 1 else {
            below = head
            break
          }
          frame.cost = min(frame.cost, ascent.addingUpToUnreachable(label.cost))
        }
        frame.arc &+= 1
      }
      if below >= 0 {
        frames.append(frame)
        frame = open(view, below)
        continue
      }
      labels[Int(frame.position)] = Label(stamp: stamp | 1, cost: frame.cost)
      if frames.count == 0 { return frame.cost }
      frame = frames.removeLast()
    }
  }

  private func open<Upward: UpwardGraph>(_ view: Upward, _ position: Int) -> Frame {
    let label = labels[position]
    return Frame(
      position: UInt32(truncatingIfNeeded: position),
      arc: UInt32(truncatingIfNeeded: view.arcs(from: position).lowerBound),
      cost: label.stamp == stamp ? label.cost : unreachable)
  }
}
