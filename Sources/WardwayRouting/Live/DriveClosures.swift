import ShortestPaths
import WardwayMap

/// What a request closes or avoids of a drive network.
package struct DriveClosures: Hashable, Sendable {
  /// The edges that are closed.
  package private(set) var edges: Set<Int> = []
  /// The nodes that nobody gets through: a gate, a junction.
  package private(set) var nodes: Set<UInt32> = []
  /// The edges that are a last resort: ferries, where these are avoided.
  package private(set) var avoided: Set<Int> = []
  /// Features that the network doesn't know.
  package private(set) var unknown: [FeatureID] = []

  /// Closes nothing.
  package static let none = DriveClosures()

  private init() {}

  /// Closes features: a way closes its edges, a node all turns at it.
  ///
  /// - Complexity: O(edges) if ferries are avoided.
  package init(
    _ sources: [FeatureID], avoiding: Set<JourneyRequest.Avoidable> = [], in network: DriveNetwork
  ) {
    if avoiding.contains(.ferry) {
      avoided = Set(network.edges.indices.filter { network.edges[$0].roadClass == .ferry })
    }
    for source in sources {
      switch source.kind {
      case .node:
        let found = network.nodes(from: source)
        nodes.formUnion(found.map { UInt32($0) })
        if found.isEmpty { unknown.append(source) }
      default:
        let found = network.edges(from: source)
        edges.formUnion(found)
        if found.isEmpty { unknown.append(source) }
      }
    }
  }

  /// Whether nothing is closed, avoided or unknown.
  var isNone: Bool { isEmpty && unknown.isEmpty }

  /// Whether nothing is closed or avoided.
  package var isEmpty: Bool { edges.isEmpty && nodes.isEmpty && avoided.isEmpty }

  /// Whether a turn is closed.
  func closes(turn: Int, in network: DriveNetwork) -> Bool {
    let into = network.edge(enteredBy: turn)
    return edges.contains(Int(into >> 1)) || nodes.contains(network.start(of: into))
  }

  /// Calls `body` with each turn to whose cost something is added, and what that is.
  func forEachExtra(in network: DriveNetwork, _ body: (_ turn: Int, _ extra: UInt32) -> Void) {
    func add(_ extra: UInt32, into directed: UInt32) {
      network.forEachTurn(into: directed) { _, turn in body(turn, extra) }
    }
    for edge in avoided {
      for directed in [UInt32(edge) * 2, UInt32(edge) * 2 + 1] {
        add(Restrictions.avoidancePenalty, into: directed)
      }
    }
    for edge in edges {
      for directed in [UInt32(edge) * 2, UInt32(edge) * 2 + 1] { add(unreachable, into: directed) }
    }
    for node in nodes {
      for directed in network.directedEdges(from: node) { add(unreachable, into: directed) }
    }
  }
}

extension DriveNetwork {
  /// Visits the turns into a directed edge, each with the state that it comes from.
  ///
  /// - Complexity: O(turns at the node where it starts).
  func forEachTurn(into directed: UInt32, _ body: (_ state: UInt32, _ turn: Int) -> Void) {
    for leaving in directedEdges(from: start(of: directed)) {
      for state in states(of: leaving ^ 1) {
        for turn in graph.arcs(from: state) where edge(enteredBy: turn) == directed { body(state, turn) }
      }
    }
  }
}
