import Columns

/// The nodes of a network by the features that they come from.
@usableFromInline
package struct NodeOrder: Sendable {
  /// The nodes' numbers, sorted by source; those of one source rise.
  package let items: Column<UInt32>

  /// Takes over a column, which has to be found sound before anything else is asked of it.
  package init(_ items: Column<UInt32>) { self.items = items }

  /// Sorts nodes.
  ///
  /// - Complexity: O(*n* log *n*).
  package init(sorting nodes: Column<NodeRecord>) {
    items = Column(
      (0..<UInt32(nodes.count)).sorted { (nodes[Int($0)].source, $0) < (nodes[Int($1)].source, $1) })
  }

  /// Whether all the nodes are there, in order.
  func isSound(for nodes: Column<NodeRecord>) -> Bool {
    let count = UInt32(nodes.count)
    return items.count == nodes.count && items.allSatisfy { $0 < count }
      && zip(items, items.dropFirst()).allSatisfy {
        (nodes[Int($0)].source, $0) < (nodes[Int($1)].source, $1)
      }
  }

  /// Returns the nodes that come from a feature, by their numbers.
  ///
  /// - Complexity: O(log *n* + nodes found).
  func nodes(from source: FeatureID, in nodes: Column<NodeRecord>) -> [Int] {
    let first = items.partitioningIndex { nodes[Int($0)].source >= source }
    return items[first...].prefix { nodes[Int($0)].source == source }.map(Int.init)
  }
}
