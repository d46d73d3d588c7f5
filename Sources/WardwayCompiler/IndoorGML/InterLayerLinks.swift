import WardwayMap

/// Picks the inter-layer connections that are walked.
///
/// States of several layers that are joined so are at the same place: whoever is in one is in the other. But a
/// floor or the reach of a sensor contains rooms with walls between them. So a connection is walked only where
/// the two states aren't connected yet, the nearest and the equal first: it never shortens a way.
struct InterLayerLinks {
  private(set) var links: [(connection: IndoorFeatures.Feature, from: Int, to: Int)] = []
  private(set) var losses = Losses()

  /// - Complexity: O(*n* log *n*).
  init(
    _ features: IndoorFeatures, points: [PlanPoint], edges: [(from: Int, to: Int)], numbers: [String: Int]
  ) {
    var groups = UnionFind(count: points.count)
    for edge in edges { groups.join(edge.from, edge.to) }
    var found: [(connection: IndoorFeatures.Feature, from: Int, to: Int, rank: Double)] = []
    for connection in features.interLayerConnections {
      let ends = connection.connects.compactMap { numbers[$0] }
      guard ends.count == 2, ends[0] != ends[1] else {
        losses.add(.danglingConnection, connection)
        continue
      }
      let isEqual = connection.relation?.hasPrefix("EQUAL") ?? false
      let rank = isEqual ? -1 : IndoorGraph.distance(points[ends[0]], points[ends[1]])
      found.append((connection, ends[0], ends[1], rank))
    }
    for link in found.sorted(by: { ($0.rank, $0.connection.id) < ($1.rank, $1.connection.id) }) {
      guard groups.root(of: link.from) != groups.root(of: link.to) else {
        losses.add(.connectionNotWalked, link.connection)
        continue
      }
      groups.join(link.from, link.to)
      links.append((link.connection, link.from, link.to))
    }
  }
}
