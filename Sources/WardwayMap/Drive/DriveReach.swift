import Columns
import ShortestPaths

/// Whether a directed edge is of use as an end of a journey.
///
/// The *main land* is the largest set of states between which one can get both ways.
@usableFromInline
package struct DriveReach: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// The bits.
  @usableFromInline package let rawValue: UInt8
  /// Makes a reach of bits.
  @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A journey that starts here gets to the main land.
  package static let leadsOut = DriveReach(rawValue: 1)
  /// A journey from the main land gets here.
  package static let leadsIn = DriveReach(rawValue: 2)

  /// The reach of every directed edge.
  ///
  /// - Complexity: O(states + turns).
  static func of(
    _ network: DriveNetwork, weights: Column<UInt32>, edgeWeights: Column<UInt32>
  ) -> Column<DriveReach> {
    let graph = network.graph
    let forward = Adjacency(graph, weights, reversed: false)
    let backward = Adjacency(graph, weights, reversed: true)
    let main = forward.largestComponent(backward)
    let reached = forward.reached(from: main)
    let reaching = backward.reached(from: main)
    var reach = [DriveReach](repeating: [], count: network.directedCount)
    for directed in 0..<UInt32(network.directedCount) where edgeWeights[Int(directed)] != unreachable {
      let states = network.states(of: directed)
      guard let first = states.first else { continue }
      if reaching[Int(first)] { reach[Int(directed)].insert(.leadsOut) }
      if states.contains(where: { reached[Int($0)] }) { reach[Int(directed)].insert(.leadsIn) }
    }
    return Column(reach)
  }
}

/// The open turns of each state, or those that lead to it.
private struct Adjacency {
  private var first: [UInt32]
  private var next: [UInt32]

  init(_ graph: Graph, _ weights: Column<UInt32>, reversed: Bool) {
    first = [UInt32](repeating: 0, count: graph.nodeCount + 1)
    for tail in 0..<graph.nodeCount {
      for arc in graph.arcs(from: UInt32(tail)) where weights[arc] != unreachable {
        first[(reversed ? Int(graph.head[arc]) : tail) + 1] += 1
      }
    }
    for node in 0..<graph.nodeCount { first[node + 1] += first[node] }
    var free = first
    next = [UInt32](repeating: 0, count: Int(first[graph.nodeCount]))
    for tail in 0..<graph.nodeCount {
      for arc in graph.arcs(from: UInt32(tail)) where weights[arc] != unreachable {
        let head = Int(graph.head[arc])
        let (node, other) = reversed ? (head, tail) : (tail, head)
        next[Int(free[node])] = UInt32(other)
        free[node] += 1
      }
    }
  }

  var count: Int { first.count - 1 }

  subscript(node: Int) -> ArraySlice<UInt32> { next[Int(first[node])..<Int(first[node + 1])] }

  /// Which states can be reached from some.
  func reached(from states: [Int]) -> [Bool] {
    var seen = [Bool](repeating: false, count: count)
    var stack = states
    for state in states { seen[state] = true }
    while let state = stack.popLast() {
      for other in self[state] where !seen[Int(other)] {
        seen[Int(other)] = true
        stack.append(Int(other))
      }
    }
    return seen
  }

  /// The largest strongly connected component, the first of equals.
  ///
  /// Source: Sharir 1981, *A strong-connectivity algorithm*, after Kosaraju.
  func largestComponent(_ backward: Adjacency) -> [Int] {
    var seen = [Bool](repeating: false, count: count)
    var finished: [Int] = []
    var stack: [(node: Int, at: Int)] = []
    for root in 0..<count where !seen[root] {
      seen[root] = true
      stack.append((root, Int(first[root])))
      while let top = stack.last {
        if top.at == Int(first[top.node + 1]) {
          finished.append(top.node)
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].at += 1
        let other = Int(next[top.at])
        if !seen[other] {
          seen[other] = true
          stack.append((other, Int(first[other])))
        }
      }
    }
    var best: [Int] = []
    var taken = [Bool](repeating: false, count: count)
    for root in finished.reversed() where !taken[root] {
      taken[root] = true
      var members = [root]
      var at = 0
      while at < members.count {
        for other in backward[members[at]] where !taken[Int(other)] {
          taken[Int(other)] = true
          members.append(Int(other))
        }
        at += 1
      }
      if members.count > best.count { best = members }
    }
    return best
  }
}
