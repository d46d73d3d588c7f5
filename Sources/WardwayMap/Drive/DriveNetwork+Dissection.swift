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
  public func customizableHierarchy(threads: Int = 1) -> CustomizableHierarchy {
    let frame = LocalFrame(origin: BoundingBox(nodes.map(\.coordinate)).center)
    let points = nodes.map { frame.point($0.coordinate) }
    // Where the middle between an edge's ends is, in half decimetres.
    func place(_ axis: KeyPath<LocalFrame.Point, Double>) -> Column<Int32> {
      Column(
        edges.map { edge in
          let sum = points[Int(edge.tail)][keyPath: axis] + points[Int(edge.head)][keyPath: axis]
          return Int32(max(min(sum * 10, 1e9), -1e9))
        })
    }
    let order = NestedDissection(threads: threads).order(
      of: graph, groups: Column(stateEdge.map { $0 >> 1 }), x: place(\.x), y: place(\.y))
    return CustomizableHierarchy.build(graph: graph, order: order)
  }
}
