import Columns
import Geodesy
import ShortestPaths

extension WalkNetwork {
  /// Freezes nodes and edges, and derives graph and indices from them.
  ///
  /// - Parameters:
  ///   - nodes: The nodes.
  ///   - edges: The edges; their ends are numbers of nodes.
  ///   - shapeStart: For each edge the first of its inner points, and the number of points at the end.
  ///   - shape: The inner points.
  ///   - places: The places with names.
  ///   - strings: The texts that all these refer to.
  /// - Complexity: O(*n* log *n*).
  package init(
    nodes: [NodeRecord], edges: [EdgeRecord], shapeStart: [UInt32], shape: [Coordinate],
    places: [PlaceRecord], strings: StringTable
  ) {
    var tails: [UInt32] = []
    var heads: [UInt32] = []
    var directed: [UInt32] = []
    for (number, edge) in edges.enumerated() {
      if edge.isOpenForward {
        tails.append(edge.tail)
        heads.append(edge.head)
        directed.append(UInt32(number) * 2)
      }
      if edge.isOpenBackward {
        tails.append(edge.head)
        heads.append(edge.tail)
        directed.append(UInt32(number) * 2 + 1)
      }
    }
    let (graph, order) = Graph.sorting(nodeCount: nodes.count, tails: tails, heads: heads)
    let arcEdge = order.map { directed[Int($0)] }
    var edgeArc = [UInt32](repeating: Self.noArc, count: edges.count * 2)
    for (arc, edge) in arcEdge.enumerated() { edgeArc[Int(edge)] = UInt32(arc) }
    let boxes = edges.indices.map { edge in
      let inner = shape[Int(shapeStart[edge])..<Int(shapeStart[edge + 1])]
      let ends = [nodes[Int(edges[edge].tail)].coordinate, nodes[Int(edges[edge].head)].coordinate]
      return BoundingBox(ends + inner)
    }
    self.init(
      nodes: Column(nodes), edges: Column(edges), shapeStart: Column(shapeStart), shape: Column(shape),
      graph: graph, arcEdge: Column(arcEdge), edgeArc: Column(edgeArc), tree: PackedRTree(boxes),
      sources: Self.sources(of: edges), places: Column(places), strings: strings)
  }
}
