import Columns
import Geodesy
import ShortestPaths

extension WalkNetwork {
  /// How far apart floors are laid out, in widths of the network.
  private static let floorSpacing = 1.25

  /// Returns a hierarchy that takes any weights: those of all profiles, and of what a request closes.
  ///
  /// - Parameter threads: How many threads may work at once; the hierarchy doesn't depend on it.
  /// - Complexity: A tenth of a second for a hospital, a quarter for a city.
  package func customizableHierarchy(threads: Int = 1) -> CustomizableHierarchy {
    // Floors side by side: few ways lead from one to another, so that cuts between them are small.
    let points = planarNodes
    let levels = Set(nodes.map(\.level)).sorted()
    let rank = Dictionary(uniqueKeysWithValues: zip(levels, levels.indices))
    let width = (points.map(\.x).max() ?? 0) - (points.map(\.x).min() ?? 0)
    let places = zip(nodes, points).map { node, point in
      LocalFrame.Point(
        x: point.x + Double(rank[node.level] ?? 0) * width * Self.floorSpacing, y: point.y
      ).decimetres
    }
    let order = NestedDissection(threads: threads).order(
      of: graph, x: Column(places.map(\.x)), y: Column(places.map(\.y)))
    return CustomizableHierarchy.build(graph: graph, order: order)
  }
}
