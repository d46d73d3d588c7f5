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

  func run(threads: Int) {
    let places = Slab<UInt32>(repeating: 0, count: view.nodeCount)
    for position in stride(from: view.nodeCount - 1, through: 0, by: -1) {
      begin(position)
      pull(position, places)
    }
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
        if weight < weights.up[arc] {
          weights.up[arc] = weight
          weights.upWitness[arc] = origin.arc | Witness.origin
        }
      } else if weight < weights.down[arc] {
        weights.down[arc] = weight
        weights.downWitness[arc] = origin.arc | Witness.origin
      }
    }
  }

  /// Looks for better ways of a node's arcs through the nodes below it.
  @inline(__always)
  private func pull(_ position: Int, _ places: borrowing Slab<UInt32>) {
    for arc in view.arcs(from: position) {
      places[Int(view.heads[arc])] = UInt32(truncatingIfNeeded: arc)
    }
    for index in view.lowerArcs(of: position) {
      let lower = view.lower[index]
      let last = Int(lower.arc)
      let descent = weights.down[last]
      let ascent = weights.up[last]
      var other = Int(view.firstArc[Int(lower.tail)])
      while other < last {
        let arc = Int(places[Int(view.heads[other])])
        let up = total(descent, weights.up[other])
        let down = total(ascent, weights.down[other])
        if up < weights.up[arc] {
          weights.up[arc] = up
          weights.upWitness[arc] = lower.arc
        }
        if down < weights.down[arc] {
          weights.down[arc] = down
          weights.downWitness[arc] = lower.arc
        }
        other &+= 1
      }
    }
  }
}
