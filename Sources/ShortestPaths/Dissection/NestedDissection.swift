import Columns

/// Orders the nodes of a network for contraction, without regard to any weights.
///
/// A small separator cuts the network in two; it is contracted last, after both sides, which are ordered likewise.
/// So searches upwards stay in their part of the network and its separators, whatever the weights.
///
/// Source: Dibbelt, Strasser and Wagner 2016, *Customizable Contraction Hierarchies*; for the separators
/// Gottesbüren, Hamann, Uhl and Wagner 2019, *Faster and Better Nested Dissection Orders for Customizable Contraction
/// Hierarchies*.
package struct NestedDissection: Sendable {
  /// The most threads to work on.
  package var threads: Int

  /// Makes a dissection that works on up to `threads` threads.
  package init(threads: Int = 1) {
    precondition(threads > 0)
    self.threads = threads
  }

  /// Which separators are taken.
  var policy = Separation.Policy()
  /// Parts of up to so many nodes are ordered one node at a time.
  var leafSize = 64
  /// How many directions each part is cut across, at most as many as there are.
  var directionCount = 4
  /// The nodes at each end of a part between which it is cut, in percent.
  var sharePercent = 5

  /// The nodes of `graph` in the order of contraction, the most important last.
  ///
  /// The directions of arcs don't matter. The same graph makes the same order, whatever the number of threads.
  ///
  /// - Parameters:
  ///   - x: Where each node lies from west to east, in any unit.
  ///   - y: Where each node lies from south to north, in the same unit.
  package func order(of graph: Graph, x: Column<Int32>, y: Column<Int32>) -> [UInt32] {
    precondition(x.count == graph.nodeCount && y.count == graph.nodeCount, "a position for every node")
    return order(of: graph) { Cell.Place(x: x[$0], y: y[$0]) }
  }

  /// The nodes of `graph` in the order of contraction, the most important last, where it's unknown where they lie.
  package func order(of graph: Graph) -> [UInt32] {
    order(of: graph) { _ in nil }
  }

  /// The nodes of `graph` in the order of contraction, those of a group one after the other.
  ///
  /// For nodes that are joined to much the same others, as the states of a road are in a graph of turns: separators cut
  /// the groups, which are fewer.
  ///
  /// - Parameters:
  ///   - groups: The group of each node, numbered from 0.
  ///   - x: Where each group lies from west to east, in any unit.
  ///   - y: Where each group lies from south to north, in the same unit.
  package func order(
    of graph: Graph, groups: Column<UInt32>, x: Column<Int32>, y: Column<Int32>
  ) -> [UInt32] {
    precondition(groups.count == graph.nodeCount, "a group for every node")
    let tails = graph.tails()
    let (grouped, _) = Graph.sorting(
      nodeCount: x.count, tails: tails.map { groups[Int($0)] }, heads: graph.head.map { groups[Int($0)] })
    let order = order(of: grouped, x: x, y: y)
    var ranks = [UInt32](repeating: 0, count: order.count)
    for (rank, group) in order.enumerated() { ranks[Int(group)] = UInt32(rank) }
    return (0..<UInt32(graph.nodeCount)).sorted {
      (ranks[Int(groups[Int($0)])], $0) < (ranks[Int(groups[Int($1)])], $1)
    }
  }

  private func order(of graph: Graph, places: (Int) -> Cell.Place?) -> [UInt32] {
    var elimination = LowDegreeElimination(graph)
    elimination.run()
    let first = elimination.order
    let core = elimination.remainder(places: places)
    let names = (0..<core.count).map { core.names[$0] }
    for node in 0..<core.count { core.names[node] = UInt32(node) }
    let recursion = Dissection(self, core)
    recursion.run()
    return first + (0..<core.count).map { names[Int(recursion.order.nodes[$0])] }
  }
}
