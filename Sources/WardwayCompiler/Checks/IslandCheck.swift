import Geodesy
import WardwayMap

/// Reports what is joined to nothing else, part by part.
enum IslandCheck {
  /// Returns a diagnostic for each part of a network but the largest.
  ///
  /// - Parameter joined: Nodes that are joined to something outside of the network.
  /// - Complexity: O(edges).
  static func diagnostics(_ network: SettledNetwork, joined: some Sequence<UInt32> = []) -> [Diagnostic] {
    let reached = Set(joined.map { network.nodes[Int($0)].component })
    var edges: [UInt32: [Int]] = [:]
    for edge in network.edges.indices {
      let part = network.nodes[Int(network.edges[edge].tail)].component
      if part != 0, !reached.contains(part) { edges[part, default: []].append(edge) }
    }
    return edges.sorted { $0.key < $1.key }.compactMap { diagnostic($0.value, network) }
  }

  private static func diagnostic(_ edges: [Int], _ network: SettledNetwork) -> Diagnostic? {
    // What has a length is what a mapper looks for; doors and joints come with it.
    let telling = edges.sorted {
      (network.edges[$0].length == 0 ? 1 : 0, $0) < (network.edges[$1].length == 0 ? 1 : 0, $1)
    }
    var sources: [FeatureID] = []
    var known: Set<FeatureID> = [.none]
    for edge in telling where known.insert(network.edges[edge].source).inserted {
      sources.append(network.edges[edge].source)
    }
    guard let first = sources.first, let edge = telling.first(where: { network.edges[$0].source == first })
    else {
      return nil
    }
    let isIndoor = edges.contains { network.edges[$0].attributes.isIndoor }
    let level = network.tailLevel(of: edge)
    let what =
      switch sources.count {
      case 1: "it is"
      case 2: "it and \(sources[1]) are"
      default: "it and \(sources.count - 1) others are"
      }
    return Diagnostic(
      .disconnected, isIndoor ? .warning : .note, first, with: sources,
      at: network.nodes[Int(network.edges[edge].tail)].coordinate, on: level,
      "\(what) on level \(level) and joined to nothing else on the map",
      fix: "Draw it up to the ways, doors or elevators that it meets, and check the levels around it.")
  }
}
