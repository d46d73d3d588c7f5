import Columns

/// Answers point-to-point questions on a customized hierarchy, by walks up the elimination tree from both ends.
///
/// A workspace to keep from query to query; nothing is allocated or cleared a query.
///
/// Source: Dibbelt, Strasser and Wagner 2016, *Customizable Contraction Hierarchies*; the pruning is that of Buchhold,
/// Sanders and Wagner 2019, *Real-time Traffic Assignment Using Engineered Customizable Contraction Hierarchies*.
public struct CustomizableQuery: ~Copyable, Sendable {
  private let nodeCount: Int
  /// What is known of each position from the sources, and from the targets.
  private let sources: WalkLabels
  private let targets: WalkLabels
  /// The positions where walks are, the lowest first; more than one only while terminals' walks are apart.
  private var walks = MinHeap(capacity: 64)
  private var best = unreachable
  private var meeting = -1
  /// Upward arcs still to be unpacked, the next on top; the lowest bit tells whether it is travelled down.
  private var pending = SlabList<UInt32>(filler: 0)

  /// Makes a workspace for hierarchies of up to `nodeCount` nodes.
  public init(nodeCount: Int) {
    precondition(nodeCount >= 0 && nodeCount <= Graph.capacity)
    self.nodeCount = nodeCount
    sources = WalkLabels(count: nodeCount)
    targets = WalkLabels(count: nodeCount)
  }

  /// Finds the cheapest path from any source to any target, the weights of both terminals included.
  ///
  /// - Parameter arcs: Replaced by the arcs of the graph in the order of travel; empty if there is no path.
  /// - Returns: The path's cost and ends, or `nil` where there is none.
  public mutating func shortestPath(
    in metric: CustomizedMetric, from sources: [Terminal], to targets: [Terminal], arcs: inout [UInt32]
  ) -> FoundPath? {
    arcs.removeAll(keepingCapacity: true)
    let weights = metric.weights
    let ends = metric.hierarchy.lend { view -> (Int, Int)? in
      search(Tracing.self, view, weights, sources, targets)
      return meeting < 0 ? nil : unpack(view, weights, &arcs)
    }
    guard let (first, last) = ends else { return nil }
    let positions = metric.hierarchy.columns.positions
    return FoundPath(
      cost: best, source: sources.cheapest(at: first, positions),
      target: targets.cheapest(at: last, positions))
  }

  /// The cost of the cheapest path from any source to any target, or ``unreachable``.
  public mutating func cost(
    in metric: CustomizedMetric, from sources: [Terminal], to targets: [Terminal]
  ) -> UInt32 {
    let weights = metric.weights
    metric.hierarchy.lend { search(Measuring.self, $0, weights, sources, targets) }
    return best
  }

  private mutating func search<M: WalkMode>(
    _: M.Type, _ view: CustomizableView, _ weights: MetricWeights, _ starts: [Terminal], _ ends: [Terminal]
  ) {
    precondition(view.nodeCount <= nodeCount, "a workspace for a smaller hierarchy")
    best = unreachable
    meeting = -1
    guard !starts.isEmpty && !ends.isEmpty else { return }
    let (up, down) = (weights.up.lent, weights.down.lent)
    var position: Int
    if starts.count == 1 && ends.count == 1 {
      var source = view.position(of: starts[0])
      var target = view.position(of: ends[0])
      sources.begin(source, starts[0].weight)
      targets.begin(target, ends[0].weight)
      // Below the first common node nothing meets.
      while source != target {
        if source > target {
          sources.relax(M.self, view, up, source, below: unreachable)
          source = view.parent(of: source)
        } else {
          targets.relax(M.self, view, down, target, below: unreachable)
          target = view.parent(of: target)
        }
      }
      position = source
    } else {
      position = join(M.self, view, up, down, starts, ends)
    }
    while position >= 0 {
      meet(M.self, view, up, down, position)
      position = view.parent(of: position)
    }
  }

  /// Walks up from many terminals until one node is left, which is returned, or −1.
  private mutating func join<M: WalkMode>(
    _: M.Type, _ view: CustomizableView, _ up: Lent<UInt32>, _ down: Lent<UInt32>, _ starts: [Terminal],
    _ ends: [Terminal]
  ) -> Int {
    walks.removeAll()
    for terminal in starts {
      let position = view.position(of: terminal)
      sources.begin(position, terminal.weight)
      walks.push(position, key: ~UInt32(truncatingIfNeeded: position))
    }
    for terminal in ends {
      let position = view.position(of: terminal)
      targets.begin(position, terminal.weight)
      walks.push(position, key: ~UInt32(truncatingIfNeeded: position))
    }
    while true {
      let (position, key) = walks.pop()
      while walks.smallestKey == key && walks.count > 0 { _ = walks.pop() }
      if walks.count == 0 { return position }
      meet(M.self, view, up, down, position)
      let parent = view.parent(of: position)
      if parent >= 0 { walks.push(parent, key: ~UInt32(truncatingIfNeeded: parent)) }
    }
  }

  @inline(__always)
  private mutating func meet<M: WalkMode>(
    _: M.Type, _ view: CustomizableView, _ up: Lent<UInt32>, _ down: Lent<UInt32>, _ position: Int
  ) {
    let whole = total(sources.costs[position], targets.costs[position])
    if whole < best {
      best = whole
      meeting = position
    }
    sources.relax(M.self, view, up, position, below: best)
    targets.relax(M.self, view, down, position, below: best)
  }

  /// Writes the arcs of the path through the meeting node; returns the positions of its ends.
  private mutating func unpack(
    _ view: CustomizableView, _ weights: MetricWeights, _ arcs: inout [UInt32]
  ) -> (Int, Int) {
    pending.removeAll()
    var first = meeting
    while sources.tails[first] != WalkLabels.noTail {
      let tail = Int(sources.tails[first])
      pending.append(UInt32(truncatingIfNeeded: view.arc(from: tail, to: first) << 1))
      first = tail
    }
    expand(view, weights, &arcs)
    var last = meeting
    while targets.tails[last] != WalkLabels.noTail {
      let tail = Int(targets.tails[last])
      pending.append(UInt32(truncatingIfNeeded: view.arc(from: tail, to: last) << 1 | 1))
      expand(view, weights, &arcs)
      last = tail
    }
    return (first, last)
  }

  private mutating func expand(_ view: CustomizableView, _ weights: MetricWeights, _ arcs: inout [UInt32]) {
    let (upWitness, downWitness) = (weights.upWitness.lent, weights.downWitness.lent)
    while pending.count > 0 {
      let item = pending.removeLast()
      let arc = Int(item >> 1)
      let witness = item & 1 == 0 ? upWitness[arc] : downWitness[arc]
      if witness >= Witness.origin {
        arcs.append(witness ^ Witness.origin)
        continue
      }
      let head = view.heads[arc]
      var other = Int(witness) &- 1
      while view.heads[other] != head { other &-= 1 }
      let second = UInt32(truncatingIfNeeded: other)
      if item & 1 == 0 {
        pending.append(second << 1)
        pending.append(witness << 1 | 1)
      } else {
        pending.append(witness << 1)
        pending.append(second << 1 | 1)
      }
    }
  }
}

/// Whether a walk has to know where it came from.
protocol WalkMode {
  static var isTracing: Bool { get }
}
enum Tracing: WalkMode {
  static var isTracing: Bool { true }
}
enum Measuring: WalkMode {
  static var isTracing: Bool { false }
}

/// What the walks from one side know of each position.
struct WalkLabels: ~Copyable {
  /// `unreachable` where no walk has been; walks clean up behind them.
  let costs: Slab<UInt32>
  /// The position below from which a walk came up, or `noTail` at a terminal.
  let tails: Slab<UInt32>

  static let noTail: UInt32 = .max

  init(count: Int) {
    costs = Slab(repeating: unreachable, count: count)
    tails = Slab(repeating: Self.noTail, count: count)
  }

  @inline(__always)
  func begin(_ position: Int, _ cost: UInt32) {
    costs[position] = min(costs[position], cost)
    tails[position] = Self.noTail
  }

  /// Takes the cost of a position, which is final, to all above it, unless it's `limit` or more.
  @inline(__always)
  func relax<M: WalkMode>(
    _: M.Type, _ view: CustomizableView, _ weights: Lent<UInt32>, _ position: Int, below limit: UInt32
  ) {
    let cost = costs[position]
    costs[position] = unreachable
    if cost >= limit { return }
    for arc in view.arcs(from: position) {
      let head = Int(view.heads[arc])
      let next = total(cost, weights[arc])
      if M.isTracing {
        if next < costs[head] {
          costs[head] = next
          tails[head] = UInt32(truncatingIfNeeded: position)
        }
      } else {
        costs[head] = min(costs[head], next)
      }
    }
  }
}

extension [Terminal] {
  /// The index of the cheapest terminal at a position.
  fileprivate func cheapest(at position: Int, _ positions: Column<UInt32>) -> Int {
    guard count > 1 else { return 0 }
    guard let terminal = first(where: { positions[Int($0.node)] == position }) else { return 0 }
    return cheapest(at: Int(terminal.node))
  }
}
