import WardwayMap

/// Picks the inter-layer connections that are walked.
///
/// States of several layers that are joined so are at the same place: whoever is in one is in the other. All are
/// walked that join one state to one of another layer. But a floor or the reach of a sensor is joined to many
/// rooms, with walls between them. So from a state that is joined to several of a layer a connection is walked
/// only where the two aren't connected on their storey yet, the nearest and the equal first: it never shortens a
/// way on a storey, and spares the one over another storey.
struct InterLayerLinks {
  private(set) var links: [(connection: IndoorFeatures.Feature, from: Int, to: Int)] = []
  private(set) var losses = Losses()

  private struct Candidate {
    var connection: IndoorFeatures.Feature
    var from: Int
    var to: Int
    var rank: Double
    var isOneToOne = false
  }

  /// - Parameters:
  ///   - nodes: The states.
  ///   - edges: The transitions between them.
  ///   - numbers: The states' positions by their ids.
  /// - Complexity: O(*n* log *n*).
  init(
    _ features: IndoorFeatures, nodes: [IndoorGraph.Node], edges: [(from: Int, to: Int)],
    numbers: [String: Int]
  ) {
    var groups = UnionFind(count: nodes.count)
    for edge in edges where nodes[edge.from].storey.level == nodes[edge.to].storey.level {
      groups.join(edge.from, edge.to)
    }
    for link in candidates(features, nodes, numbers) {
      let isNew = groups.root(of: link.from) != groups.root(of: link.to)
      guard isNew || link.isOneToOne else {
        losses.add(.connectionNotWalked, link.connection)
        continue
      }
      groups.join(link.from, link.to)
      links.append((link.connection, link.from, link.to))
    }
  }

  /// The connections of states on one storey, those that are walked anyway first.
  private mutating func candidates(
    _ features: IndoorFeatures, _ nodes: [IndoorGraph.Node], _ numbers: [String: Int]
  ) -> [Candidate] {
    var found: [Candidate] = []
    /// For each state the states of each other layer that it is joined to.
    var partners: [Int: [String: Set<Int>]] = [:]
    for connection in features.interLayerConnections {
      let ends = connection.connects.compactMap { numbers[$0] }
      guard ends.count == 2, ends[0] != ends[1] else {
        losses.add(.danglingConnection, connection)
        continue
      }
      guard nodes[ends[0]].storey.level == nodes[ends[1]].storey.level else {
        losses.add(.connectionBetweenStoreys, connection)
        continue
      }
      for (own, other) in [(ends[0], ends[1]), (ends[1], ends[0])] {
        partners[own, default: [:]][nodes[other].state.layer ?? "", default: []].insert(other)
      }
      let isEqual = connection.relation?.hasPrefix("EQUAL") ?? false
      let rank =
        isEqual ? -1 : IndoorGraph.distance(nodes[ends[0]].point.plan, nodes[ends[1]].point.plan)
      found.append(Candidate(connection: connection, from: ends[0], to: ends[1], rank: rank))
    }
    for index in found.indices {
      let ends = [found[index].from, found[index].to]
      found[index].isOneToOne = zip(ends, ends.reversed()).allSatisfy { own, other in
        partners[own]?[nodes[other].state.layer ?? ""]?.count == 1
      }
    }
    return found.sorted {
      ($0.isOneToOne ? 0 : 1, $0.rank, $0.connection.id) < ($1.isOneToOne ? 0 : 1, $1.rank, $1.connection.id)
    }
  }
}
