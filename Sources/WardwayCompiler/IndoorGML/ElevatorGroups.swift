import Columns

/// The transitions between storeys that are one elevator.
///
/// Writers give an elevator a cell and a state on each storey, or one for all. Transitions that meet in such a
/// state are one elevator; the states at their other ends are where one gets out.
struct ElevatorGroups {
  /// An elevator.
  struct Group {
    /// Positions of its transitions, in the order of the file.
    var edges: [Int]
    /// Positions of the states that it touches.
    var nodes: [Int]
  }

  private let graph: IndoorGraph
  private let edges: [Int]
  private var joined: UnionFind

  init(_ graph: IndoorGraph) {
    self.graph = graph
    joined = UnionFind(count: graph.edges.count)
    edges = graph.edges.indices.filter { index in
      let edge = graph.edges[index]
      return graph.nodes[edge.from].storey.level != graph.nodes[edge.to].storey.level
        && Self.kind(of: edge, in: graph) == .elevator
    }
    var touching: [Int: Int] = [:]
    for index in edges {
      for node in [graph.edges[index].from, graph.edges[index].to]
      where graph.nodes[node].kind == .elevator {
        if let other = touching[node] { joined.join(other, index) } else { touching[node] = index }
      }
    }
  }

  /// Whether a transition belongs to an elevator.
  func contains(_ edge: Int) -> Bool {
    let index = edges.partitioningIndex { $0 >= edge }
    return index < edges.count && edges[index] == edge
  }

  /// All elevators, in the order of their first transitions.
  mutating func groups() -> [Group] {
    var groups: [Group] = []
    var positions: [Int: Int] = [:]
    for edge in edges {
      let root = joined.root(of: edge)
      let position = positions[root] ?? groups.count
      if position == groups.count {
        positions[root] = position
        groups.append(Group(edges: [], nodes: []))
      }
      groups[position].edges.append(edge)
      for node in [graph.edges[edge].from, graph.edges[edge].to]
      where !groups[position].nodes.contains(node) { groups[position].nodes.append(node) }
    }
    return groups
  }

  /// How a transition between storeys leads there: what it says itself, else what its ends are.
  static func kind(of edge: IndoorGraph.Edge, in graph: IndoorGraph) -> SpaceKind? {
    let said = [edge.kind, graph.nodes[edge.from].kind, graph.nodes[edge.to].kind]
    return said.compactMap { $0 }.first { $0 != .door }
  }
}
