import Columns

/// Changes the weights of a few arcs in a customized metric, as exactly as if all were customized again.
///
/// A workspace to keep from change to change; what is done is proportional to what changes. Nodes are done from
/// below; an arc is looked at again only if what it stands for got cheaper than it, or was what it stood for and got
/// dearer.
public struct PartialCustomization: ~Copyable, Sendable {
  /// What is known of an upward arc that has to be looked at: a set of `Pending`'s marks.
  private let pending: Slab<UInt8>
  /// True for nodes that have such arcs.
  private let isQueued: Slab<Bool>
  private var queue = MinHeap()
  private var changed = SlabList(filler: Change())

  /// An arc whose weight has changed in one direction or both.
  struct Change: BitwiseCopyable {
    var arc = -1
    var up = false
    var down = false
  }

  private enum Pending {
    static let upLower: UInt8 = 1
    static let upRaised: UInt8 = 2
    static let downLower: UInt8 = 4
    static let downRaised: UInt8 = 8
  }

  /// Makes a workspace for changes of metrics of `hierarchy`.
  public init(for hierarchy: CustomizableHierarchy) {
    pending = Slab(repeating: 0, count: hierarchy.arcCount)
    isQueued = Slab(repeating: false, count: hierarchy.nodeCount)
  }

  /// Gives some arcs of the graph other weights.
  ///
  /// - Parameters:
  ///   - arcs: Arcs of the graph.
  ///   - newWeights: Their new weights, as many; of an arc that is named twice, the last counts.
  public mutating func change(_ metric: inout CustomizedMetric, arcs: [UInt32], to newWeights: [UInt32]) {
    precondition(arcs.count == newWeights.count, "a weight for every arc")
    precondition(
      metric.hierarchy.arcCount == pending.count && metric.hierarchy.nodeCount == isQueued.count,
      "a workspace for another hierarchy")
    let weights = metric.ownWeights()
    metric.hierarchy.lend { view in
      for (arc, weight) in zip(arcs, newWeights) {
        precondition(arc < metric.hierarchy.graphArcCount, "no such arc")
        begin(view, weights, arc, weight)
      }
      while queue.count > 0 {
        let position = queue.pop().node
        isQueued[position] = false
        settle(view, weights, position)
      }
    }
  }

  private mutating func begin(
    _ view: CustomizableView, _ weights: MetricWeights, _ arc: UInt32, _ weight: UInt32
  ) {
    weights.graph[Int(arc)] = weight
    let slot = view.slots[Int(arc)]
    guard slot != CustomizableHierarchy.noArc else { return }
    let upward = Int(slot >> 1)
    let position = view.tail(of: upward)
    if slot & 1 == 0 {
      offer(Up.self, weights, upward, position, weight, arc | Witness.origin)
    } else {
      offer(Down.self, weights, upward, position, weight, arc | Witness.origin)
    }
  }

  /// Tells an upward arc what one of the things that it stands for weighs now.
  @inline(__always)
  private mutating func offer<W: Way>(
    _: W.Type, _ weights: MetricWeights, _ arc: Int, _ position: Int, _ weight: UInt32, _ witness: UInt32
  ) {
    let current = W.weight(weights, arc)
    if weight < current {
      W.set(weights, arc, weight, witness)
      pending[arc] = pending[arc] | W.lower
    } else if weight > current && W.witness(weights, arc) == witness {
      pending[arc] = pending[arc] | W.raised
    } else {
      // Full customization prefers lower nodes, which have larger numbers, and the graph's arcs to all.
      let isPreferred = weight == current && witness > W.witness(weights, arc)
      if isPreferred && weight != unreachable { W.set(weights, arc, weight, witness) }
      return
    }
    guard !isQueued[position] else { return }
    isQueued[position] = true
    queue.push(position, key: ~UInt32(truncatingIfNeeded: position))
  }

  /// Looks at a node's arcs again, and tells the arcs above what has changed.
  private mutating func settle(_ view: CustomizableView, _ weights: MetricWeights, _ position: Int) {
    changed.removeAll()
    let arcs = view.arcs(from: position)
    for arc in arcs where pending[arc] != 0 {
      let marks = pending[arc]
      pending[arc] = 0
      let up = Self.isChanged(Up.self, view, weights, arc, position, marks)
      let down = Self.isChanged(Down.self, view, weights, arc, position, marks)
      guard up || down else { continue }
      changed.append(Change(arc: arc, up: up, down: down))
    }
    // Two arcs go by the node between their upper ends; what they make belongs to the lower of these.
    var count = 0
    for arc in arcs {
      let lower = Int(view.heads[arc])
      if count < changed.count && changed[count].arc == arc {
        spread(view, weights, arcs.lowerBound..<arc, arc, lower, changed[count])
        count += 1
      } else {
        for index in 0..<count {
          let upper = changed[index]
          let target = view.arc(from: lower, to: Int(view.heads[upper.arc]))
          offer(view, weights, target, lower, arc, upper.arc, up: upper.up, down: upper.down)
        }
      }
    }
  }

  /// Tells the arcs above that go by a changed arc and one of those before it.
  private mutating func spread(
    _ view: CustomizableView, _ weights: MetricWeights, _ others: Range<Int>, _ first: Int, _ lower: Int,
    _ change: Change
  ) {
    var target = Int(view.firstArc[lower])
    var next = 0
    for second in others {
      let upper = view.heads[second]
      while view.heads[target] < upper { target &+= 1 }
      var (up, down) = (change.down, change.up)
      if changed[next].arc == second {
        up = up || changed[next].up
        down = down || changed[next].down
        next += 1
      }
      offer(view, weights, target, lower, first, second, up: up, down: down)
    }
  }

  /// Tells an arc what it weighs by way of a node below, from which `first` leads to the lower end and `second` to
  /// the upper.
  @inline(__always)
  private mutating func offer(
    _ view: CustomizableView, _ weights: MetricWeights, _ target: Int, _ lower: Int, _ first: Int,
    _ second: Int, up: Bool, down: Bool
  ) {
    let witness = UInt32(truncatingIfNeeded: first)
    if up {
      let weight = total(Up.firstLeg(weights, first), Up.secondLeg(weights, second))
      offer(Up.self, weights, target, lower, weight, witness)
    }
    if down {
      let weight = total(Down.firstLeg(weights, first), Down.secondLeg(weights, second))
      offer(Down.self, weights, target, lower, weight, witness)
    }
  }

  private static func isChanged<W: Way>(
    _: W.Type, _ view: CustomizableView, _ weights: MetricWeights, _ arc: Int, _ position: Int, _ marks: UInt8
  ) -> Bool {
    if marks & W.raised == 0 { return marks & W.lower != 0 }
    let old = W.weight(weights, arc)
    let (weight, witness) = Self.best(W.self, view, weights, arc, position)
    W.set(weights, arc, weight, witness)
    return marks & W.lower != 0 || weight != old
  }

  /// The least that an upward arc stands for; nothing is less than its weight by now.
  private static func best<W: Way>(
    _: W.Type, _ view: CustomizableView, _ weights: MetricWeights, _ arc: Int, _ position: Int
  ) -> (weight: UInt32, witness: UInt32) {
    let least = W.weight(weights, arc)
    var best = unreachable
    var witness = Witness.none
    for index in view.origins(of: position) {
      let origin = view.origins[index]
      guard Int(origin.slot) == arc << 1 | W.bit else { continue }
      let weight = weights.graph[Int(origin.arc)]
      if weight < best {
        best = weight
        witness = origin.arc | Witness.origin
      }
    }
    let head = Int(view.heads[arc])
    // What lies below both ends is below the lower one: a part of the other's list, found by its positions.
    let mine = view.lowerArcs(of: position)
    let others = view.lowerArcs(of: head, within: position..<(position + Int(view.sizes[position])))
    if mine.count <= others.count {
      for index in mine.reversed() {
        if best == least { break }
        let lower = view.lower[index]
        if W.firstLeg(weights, Int(lower.arc)) >= best { continue }
        var second = Int(lower.arc) &- 1
        let start = Int(view.firstArc[Int(lower.tail)])
        while second >= start && view.heads[second] > head { second &-= 1 }
        guard second >= start && view.heads[second] == head else { continue }
        let weight = total(W.firstLeg(weights, Int(lower.arc)), W.secondLeg(weights, second))
        if weight < best {
          best = weight
          witness = lower.arc
        }
      }
    } else {
      for index in others.reversed() {
        if best == least { break }
        let lower = view.lower[index]
        if W.secondLeg(weights, Int(lower.arc)) >= best { continue }
        var first = Int(lower.arc) &+ 1
        let end = Int(view.firstArc[Int(lower.tail) &+ 1])
        while first < end && view.heads[first] < position { first &+= 1 }
        guard first < end && view.heads[first] == position else { continue }
        let weight = total(W.firstLeg(weights, first), W.secondLeg(weights, Int(lower.arc)))
        if weight < best {
          best = weight
          witness = UInt32(truncatingIfNeeded: first)
        }
      }
    }
    return (best, witness)
  }

  /// One of the two directions of upward arcs.
  private protocol Way {
    static var bit: Int { get }
    static var lower: UInt8 { get }
    static var raised: UInt8 { get }
    static func weight(_ weights: MetricWeights, _ arc: Int) -> UInt32
    static func witness(_ weights: MetricWeights, _ arc: Int) -> UInt32
    static func set(_ weights: MetricWeights, _ arc: Int, _ weight: UInt32, _ witness: UInt32)
    /// What an arc from a node below to the lower end, and one to the upper, add to the way by that node.
    static func firstLeg(_ weights: MetricWeights, _ arc: Int) -> UInt32
    static func secondLeg(_ weights: MetricWeights, _ arc: Int) -> UInt32
  }

  private enum Up: Way {
    static var bit: Int { 0 }
    static var lower: UInt8 { Pending.upLower }
    static var raised: UInt8 { Pending.upRaised }
    static func weight(_ weights: MetricWeights, _ arc: Int) -> UInt32 { weights.up[arc] }
    static func witness(_ weights: MetricWeights, _ arc: Int) -> UInt32 { weights.upWitness[arc] }
    static func set(_ weights: MetricWeights, _ arc: Int, _ weight: UInt32, _ witness: UInt32) {
      weights.up[arc] = weight
      weights.upWitness[arc] = witness
    }
    static func firstLeg(_ weights: MetricWeights, _ arc: Int) -> UInt32 { weights.down[arc] }
    static func secondLeg(_ weights: MetricWeights, _ arc: Int) -> UInt32 { weights.up[arc] }
  }

  private enum Down: Way {
    static var bit: Int { 1 }
    static var lower: UInt8 { Pending.downLower }
    static var raised: UInt8 { Pending.downRaised }
    static func weight(_ weights: MetricWeights, _ arc: Int) -> UInt32 { weights.down[arc] }
    static func witness(_ weights: MetricWeights, _ arc: Int) -> UInt32 { weights.downWitness[arc] }
    static func set(_ weights: MetricWeights, _ arc: Int, _ weight: UInt32, _ witness: UInt32) {
      weights.down[arc] = weight
      weights.downWitness[arc] = witness
    }
    static func firstLeg(_ weights: MetricWeights, _ arc: Int) -> UInt32 { weights.up[arc] }
    static func secondLeg(_ weights: MetricWeights, _ arc: Int) -> UInt32 { weights.down[arc] }
  }
}
