/// Where a node of the source occurs: in which feature, at which place in its line.
struct NodeUse {
  var feature: Int
  var position: Int
}

/// The occurrences of every node in all features.
struct NodeUses {
  private let first: [UInt32]
  private let features: [UInt32]
  private let positions: [UInt32]

  /// Collects the occurrences; the closing repetition of a ring's first node doesn't count.
  ///
  /// - Complexity: O(nodes + occurrences).
  init(_ features: [WalkFeature], nodeCount: Int) {
    var first = [UInt32](repeating: 0, count: nodeCount + 1)
    for feature in features {
      for node in feature.openNodes { first[node + 1] += 1 }
    }
    for node in 0..<nodeCount { first[node + 1] += first[node] }
    var next = first
    var ofFeature = [UInt32](repeating: 0, count: Int(first[nodeCount]))
    var positions = ofFeature
    for (index, feature) in features.enumerated() {
      for (position, node) in feature.openNodes.enumerated() {
        let at = Int(next[node])
        next[node] += 1
        ofFeature[at] = UInt32(index)
        positions[at] = UInt32(position)
      }
    }
    self.first = first
    self.features = ofFeature
    self.positions = positions
  }

  /// The occurrences of a node, in the order of the features.
  subscript(node: Int) -> [NodeUse] {
    (Int(first[node])..<Int(first[node + 1])).map {
      NodeUse(feature: Int(features[$0]), position: Int(positions[$0]))
    }
  }

  /// How often a node occurs.
  func count(of node: Int) -> Int { Int(first[node + 1] - first[node]) }
}

extension WalkFeature {
  /// The nodes, a closing repetition of the first left out.
  var openNodes: ArraySlice<Int> {
    nodes.count > 2 && nodes.first == nodes.last ? nodes.dropLast() : nodes[...]
  }

  /// Whether its line ends where it begins.
  var isClosed: Bool { nodes.count > 2 && nodes.first == nodes.last }
}
