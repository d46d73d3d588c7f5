/// Full customization: gives every upward arc the least weight of what it stands for.
///
/// An arc stands for arcs of the graph, and for the ways through each node below both its ends. Nodes are done from
/// below, each with all its arcs: it looks at the arcs that lead up to it, and from where they come further up.
struct Customization {
  private let view: CustomizableView
  private let weights: MetricWeights

  init(_ view: CustomizableView, _ weights: MetricWeights) {
    self.view = view
    self.weights = weights
  }

  /// Which of the arcs that lead up to a node it looks at.
  private protocol Reach {
    static func includes(_ size: UInt32, _ limit: UInt32) -> Bool
  }
  private enum All: Reach {
    static func includes(_ size: UInt32, _ limit: UInt32) -> Bool { true }
  }
  /// Those from parts that are done already.
  private enum Parts: Reach {
    static func includes(_ size: UInt32, _ limit: UInt32) -> Bool { size <= limit }
  }
  /// Those from the nodes above the parts.
  private enum Top: Reach {
    static func includes(_ size: UInt32, _ limit: UInt32) -> Bool { size > limit }
  }

  /// Customizes all.
  ///
  /// Parts of the elimination tree that are small enough don't know of each other, and are done at once. So are the
  /// nodes above, as far as they look at such parts; what then remains, among those few nodes alone, is done in turn.
  func run(threads: Int) {
    let count = view.nodeCount
    guard threads > 1 && count > 4096 else {
      for position in stride(from: count - 1, through: 0, by: -1) {
        begin(position)
        pull(All.self, position, 0)
      }
      return
    }
    let limit = UInt32(count / (threads * 8))
    var parts: [Range<Int>] = []
    var top: [Int] = []
    var position = 0
    while position < count {
      guard view.sizes[position] <= limit else {
        top.append(position)
        position += 1
        continue
      }
      let end = position + Int(view.sizes[position])
      if let last = parts.last, last.upperBound == position && end - last.lowerBound <= limit {
        parts[parts.count - 1] = last.lowerBound..<end
      } else {
        parts.append(position..<end)
      }
      position = end
    }
    parts.sort { ($1.count, $0.lowerBound) < ($0.count, $1.lowerBound) }
    let (largestFirst, above) = (parts, top)
    concurrently(parts.count, threads: threads) { job, _ in
      for position in largestFirst[job].reversed() {
        begin(position)
        pull(All.self, position, 0)
      }
    }
    concurrently(top.count, threads: threads) { job, _ in
      begin(above[job])
      pull(Parts.self, above[job], limit)
    }
    for position in top.reversed() { pull(Top.self, position, limit) }
  }

  /// Gives a node's arcs the weights of the graph's.
  @inline(__always)
  private func begin(_ position: Int) {
    for arc in view.arcs(from: position) {
      weights.up[arc] = unreachable
      weights.down[arc] = unreachable
      weights.upWitness[arc] = Witness.none
      weights.downWitness[arc] = Witness.none
    }
    for index in view.origins(of: position) {
      let origin = view.origins[index]
      let weight = weights.graph[Int(origin.arc)]
      let arc = Int(origin.slot >> 1)
      if origin.slot & 1 == 0 {
        weights.offerUp(arc, weight, origin.arc | Witness.origin)
      } else {
        weights.offerDown(arc, weight, origin.arc | Witness.origin)
      }
    }
  }

  /// Looks for better ways of a node's arcs through the nodes below it.
  @inline(__always)
  private func pull<R: Reach>(_: R.Type, _ position: Int, _ limit: UInt32) {
    // Of ways that weigh the same the one by the lowest node is taken, so that no path goes in a circle for free.
    for index in view.lowerArcs(of: position).reversed() {
      let lower = view.lower[index]
      guard R.includes(view.sizes[Int(lower.tail)], limit) else { continue }
      let last = Int(lower.arc)
      let descent = weights.down[last]
      let ascent = weights.up[last]
      let thirds = ThirdArcs(view, beside: last, from: Int(lower.tail), to: position)
      var other = Int(view.firstArc[Int(lower.tail)])
      while other < last {
        let arc = thirds[other]
        weights.offerUp(arc, descent.addingUpToUnreachable(weights.up[other]), lower.arc)
        weights.offerDown(arc, ascent.addingUpToUnreachable(weights.down[other]), lower.arc)
        other &+= 1
      }
    }
  }
}
