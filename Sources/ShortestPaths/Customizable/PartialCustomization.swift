import Columns

/// Changes the weights of a few arcs in a customized metric, as exactly as if all were customized again.
///
/// A workspace to keep from change to change; what is done is proportional to what changes. Nodes are done from
/// below; an arc is looked at again only if what it stands for got cheaper than it, or was what it stood for and got
/// dearer. The latter are found by their witnesses alone, of which whole rows are skimmed.
package struct PartialCustomization: ~Copyable, Sendable {
  /// What has happened to the things that each upward arc stands for: a set of `Marks`.
  private let pending: Slab<UInt8>
  /// True for nodes that have such arcs.
  private let isQueued: Slab<Bool>
  private var queue = MinHeap()
  /// The arcs from below to the node at hand, plus one, by their lower ends; zero for other nodes.
  private let descents: Slab<UInt32>
  /// The arcs of the node at hand whose weights have changed.
  private var changed = SlabList(filler: Change())
  /// Those up to the arc at hand that are second legs and fell, and that rose.
  private var fallen = SlabList(filler: Leg())
  private var risen = SlabList(filler: Leg())

  struct Change: BitwiseCopyable {
    var arc = -1
    var marks: UInt8 = 0
  }

  struct Leg: BitwiseCopyable {
    var arc = -1
    var weight: UInt32 = 0
  }

  /// Makes a workspace for changes of metrics of `hierarchy`.
  package init(for hierarchy: CustomizableHierarchy) {
    pending = Slab(zeroedCount: hierarchy.arcCount)
    isQueued = Slab(zeroedCount: hierarchy.nodeCount)
    descents = Slab(zeroedCount: hierarchy.nodeCount)
  }

  /// Gives some arcs of the graph other weights.
  ///
  /// - Parameters:
  ///   - arcs: Arcs of the graph.
  ///   - newWeights: Their new weights, as many; of an arc that is named twice, the last counts.
  package mutating func change(_ metric: inout CustomizedMetric, arcs: [UInt32], to newWeights: [UInt32]) {
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
    if slot & 1 == 0 {
      begin(Up.self, view, weights, Int(slot >> 1), weight, arc | Witness.origin)
    } else {
      begin(Down.self, view, weights, Int(slot >> 1), weight, arc | Witness.origin)
    }
  }

  private mutating func begin<W: Way>(
    _: W.Type, _ view: CustomizableView, _ weights: MetricWeights, _ arc: Int, _ weight: UInt32,
    _ witness: UInt32
  ) {
    if weight <= W.weights(weights)[arc] {
      offer(W.self, weights, arc, view.tail(of: arc), weight, witness)
    } else if W.witnesses(weights)[arc] == witness {
      mark(arc, W.rose, view.tail(of: arc))
    }
  }

  /// Tells an upward arc what one of the things that it stands for weighs now, if that may be less than before.
  @inline(__always)
  private mutating func offer<W: Way>(
    _: W.Type, _ weights: MetricWeights, _ arc: Int, _ position: Int, _ weight: UInt32, _ witness: UInt32
  ) {
    let current = W.weights(weights)[arc]
    if weight > current { return }
    if weight < current {
      W.set(weights, arc, weight, witness)
      mark(arc, W.fell, position)
    } else if weight != unreachable && Witness.precedes(witness, W.witnesses(weights)[arc]) {
      W.set(weights, arc, weight, witness)
    }
  }

  private mutating func mark(_ arc: Int, _ mark: UInt8, _ position: Int) {
    pending[arc] = pending[arc] | mark
    guard !isQueued[position] else { return }
    isQueued[position] = true
    queue.push(position, key: ~UInt32(truncatingIfNeeded: position))
  }

  /// Looks at a node's arcs again, and tells the arcs above what has changed.
  private mutating func settle(_ view: CustomizableView, _ weights: MetricWeights, _ position: Int) {
    changed.removeAll()
    let arcs = view.arcs(from: position)
    var areDescentsKnown = false
    for arc in arcs where pending[arc] != 0 {
      if !areDescentsKnown && pending[arc] & (Up.rose | Down.rose) != 0 {
        areDescentsKnown = true
        for index in view.lowerArcs(of: position) {
          descents[Int(view.lower[index].tail)] = view.lower[index].arc &+ 1
        }
      }
      let marks =
        review(Up.self, view, weights, arc, position, pending[arc])
        | review(Down.self, view, weights, arc, position, pending[arc])
      pending[arc] = 0
      if marks != 0 { changed.append(Change(arc: arc, marks: marks)) }
    }
    if areDescentsKnown {
      for index in view.lowerArcs(of: position) { descents[Int(view.lower[index].tail)] = 0 }
    }
    guard changed.count > 0 else { return }
    spread(Up.self, view, weights, position)
    spread(Down.self, view, weights, position)
  }

  /// Tells the arcs above in one direction what has changed of a node's arcs.
  ///
  /// Two arcs go by the node between their upper ends; what they make belongs to the lower of these, that of the
  /// later arc. The earlier one is the second leg of the way.
  @inline(never)
  private mutating func spread<W: Way>(
    _: W.Type, _ view: CustomizableView, _ weights: MetricWeights, _ position: Int
  ) {
    let arcs = view.arcs(from: position)
    fallen.removeAll()
    risen.removeAll()
    var count = 0
    while count < changed.count {
      let (first, marks) = (changed[count].arc, changed[count].marks)
      if marks & W.FirstLeg.all != 0 || fallen.count &+ risen.count > 0 {
        tell(W.self, view, weights, position, first, marks)
      }
      if marks & W.SecondLeg.all != 0 {
        let leg = Leg(arc: first, weight: W.SecondLeg.weights(weights)[first])
        if marks & W.SecondLeg.fell != 0 { fallen.append(leg) }
        if marks & W.SecondLeg.rose != 0 { risen.append(leg) }
      }
      count += 1
      // None of the arcs up to the next has changed, but earlier ones, of which they are the first leg.
      guard fallen.count &+ risen.count > 0 else { continue }
      for first in (first + 1)..<(count < changed.count ? changed[count].arc : arcs.upperBound) {
        tell(W.self, view, weights, position, first, 0)
      }
    }
  }

  /// Tells the arcs above that go by an arc with some marks, or by it and one of the earlier ones that have changed.
  @inline(__always)
  private mutating func tell<W: Way>(
    _: W.Type, _ view: CustomizableView, _ weights: MetricWeights, _ position: Int, _ first: Int,
    _ marks: UInt8
  ) {
    let head = Int(view.heads[first])
    let thirds = ThirdArcs(view, beside: first, from: position, to: head)
    if marks & W.FirstLeg.rose != 0 || risen.count > 4 {
      raiseRow(W.self, view, weights, position, first)
    } else {
      for index in 0..<risen.count {
        let third = thirds[risen[index].arc]
        if W.witnesses(weights)[third] == first { mark(third, W.rose, head) }
      }
    }
    let witness = UInt32(truncatingIfNeeded: first)
    let descent = W.FirstLeg.weights(weights)[first]
    if marks & W.FirstLeg.fell != 0 {
      for second in Int(view.firstArc[position])..<first {
        let weight = descent.addingUpToUnreachable(W.SecondLeg.weights(weights)[second])
        offer(W.self, weights, thirds[second], head, weight, witness)
      }
    } else {
      for index in 0..<fallen.count {
        let leg = fallen[index]
        offer(W.self, weights, thirds[leg.arc], head, descent.addingUpToUnreachable(leg.weight), witness)
      }
    }
  }

  /// Tells the arcs above that stand for a first leg and any second leg, if these weigh more by now.
  @inline(never)
  private mutating func raiseRow<W: Way>(
    _: W.Type, _ view: CustomizableView, _ weights: MetricWeights, _ position: Int, _ first: Int
  ) {
    let witness = UInt32(truncatingIfNeeded: first)
    let head = Int(view.heads[first])
    let row = view.arcs(from: head)
    var second = Int(view.firstArc[position])
    var target = W.witnesses(weights).firstIndex(of: witness, in: row)
    while target < row.upperBound {
      second = view.arc(to: view.heads[target], from: second)
      let weight = W.FirstLeg.weights(weights)[first].addingUpToUnreachable(
        W.SecondLeg.weights(weights)[second])
      if weight > W.weights(weights)[target] { mark(target, W.rose, head) }
      target = W.witnesses(weights).firstIndex(of: witness, in: (target + 1)..<row.upperBound)
    }
  }

  /// Finds an arc's weight again if what it stood for got dearer; returns what has become of it.
  private func review<W: Way>(
    _: W.Type, _ view: CustomizableView, _ weights: MetricWeights, _ arc: Int, _ position: Int, _ marks: UInt8
  ) -> UInt8 {
    guard marks & W.rose != 0 else { return marks & W.fell }
    let old = W.weights(weights)[arc]
    let (weight, witness) = best(W.self, view, weights, arc, position)
    W.set(weights, arc, weight, witness)
    return marks & W.fell != 0 || weight != old ? marks & W.all : 0
  }

  /// The least that an upward arc stands for; nothing is less than its weight by now.
  private func best<W: Way>(
    _: W.Type, _ view: CustomizableView, _ weights: MetricWeights, _ arc: Int, _ position: Int
  ) -> (weight: UInt32, witness: UInt32) {
    let least = W.weights(weights)[arc]
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
    // The nodes below both ends, from the last on. What lies below the head goes beyond those below the other end.
    let firsts = view.lowerArcs(of: position)
    guard firsts.count > 0 else { return (best, witness) }
    let lowest = view.lower[firsts.lowerBound].tail
    let end = Int(view.lower[firsts.upperBound &- 1].tail) + 1
    let seconds = view.lowerArcs(of: Int(view.heads[arc]), before: end)
    var second = seconds.upperBound &- 1
    while second >= seconds.lowerBound && best > least {
      let other = view.lower[second]
      if other.tail < lowest { break }
      second &-= 1
      let one = descents[Int(other.tail)]
      guard one != 0 else { continue }
      let descent = W.FirstLeg.weights(weights)[Int(one &- 1)]
      if descent >= best { continue }
      let weight = descent.addingUpToUnreachable(W.SecondLeg.weights(weights)[Int(other.arc)])
      if weight < best {
        best = weight
        witness = one &- 1
      }
    }
    return (best, witness)
  }

  /// One of the two directions of upward arcs: its weights, and the marks of arcs that have changed in it.
  fileprivate protocol Way {
    /// The directions of the arcs from a node below to the lower end, and to the upper, that make a way by that node.
    associatedtype FirstLeg: Way
    associatedtype SecondLeg: Way
    static var bit: Int { get }
    static var fell: UInt8 { get }
    static var rose: UInt8 { get }
    static func weights(_ weights: MetricWeights) -> Lent<UInt32>
    static func witnesses(_ weights: MetricWeights) -> Lent<UInt32>
    static func set(_ weights: MetricWeights, _ arc: Int, _ weight: UInt32, _ witness: UInt32)
  }

  private enum Up: Way {
    typealias FirstLeg = Down
    typealias SecondLeg = Up
    static var bit: Int { 0 }
    static var fell: UInt8 { 1 }
    static var rose: UInt8 { 2 }
    static func weights(_ weights: MetricWeights) -> Lent<UInt32> { weights.up.lent }
    static func witnesses(_ weights: MetricWeights) -> Lent<UInt32> { weights.upWitness.lent }
    static func set(_ weights: MetricWeights, _ arc: Int, _ weight: UInt32, _ witness: UInt32) {
      weights.up[arc] = weight
      weights.upWitness[arc] = witness
    }
  }

  private enum Down: Way {
    typealias FirstLeg = Up
    typealias SecondLeg = Down
    static var bit: Int { 1 }
    static var fell: UInt8 { 4 }
    static var rose: UInt8 { 8 }
    static func weights(_ weights: MetricWeights) -> Lent<UInt32> { weights.down.lent }
    static func witnesses(_ weights: MetricWeights) -> Lent<UInt32> { weights.downWitness.lent }
    static func set(_ weights: MetricWeights, _ arc: Int, _ weight: UInt32, _ witness: UInt32) {
      weights.down[arc] = weight
      weights.downWitness[arc] = witness
    }
  }
}

extension PartialCustomization.Way {
  @inline(__always)
  fileprivate static var all: UInt8 { fell | rose }
}
