import Columns
import Geodesy
import ShortestPaths

extension DriveNetwork {
  /// Returns a hierarchy that takes the weights of any vehicle.
  ///
  /// What it cuts are edges, with all their states.
  ///
  /// - Parameter threads: How many threads may work at once; the hierarchy doesn't depend on it.
  /// - Complexity: A second for a city.
  package func customizableHierarchy(threads: Int = 1) -> CustomizableHierarchy {
    let points = planarNodes
    // An edge is in the middle between its ends.
    let places = edges.map { edge in
      let (tail, head) = (points[Int(edge.tail)], points[Int(edge.head)])
      return LocalFrame.Point(x: (tail.x + head.x) / 2, y: (tail.y + head.y) / 2).decimetres
    }
    let order = NestedDissection(threads: threads).order(
      of: graph, groups: Column(stateEdge.map { $0 >> 1 }), x: Column(places.map(\.x)),
      y: Column(places.map(\.y)))
    return CustomizableHierarchy.build(graph: graph, order: order)
  }
}
