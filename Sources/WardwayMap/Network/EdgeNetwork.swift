import Columns
import Geodesy

/// An edge of a network, between two nodes.
@usableFromInline
package protocol NetworkEdge: BitwiseCopyable, Sendable {
  /// The feature that it comes from.
  var source: FeatureID { get }
  /// Its name, in the strings; 0 where it has none.
  var name: UInt32 { get }
  /// Its ref, in the strings; 0 where it has none.
  var ref: UInt32 { get }
  /// The node at its first point.
  var tail: UInt32 { get }
  /// The node at its last point.
  var head: UInt32 { get }
  /// Its length on the ground, in millimetres.
  var length: UInt32 { get }
}

extension NetworkEdge {
  /// What positions along the edge are counted in: its length in millimetres, and 1 where it has none, so that
  /// an edge without length still has two ends.
  @inlinable package var span: UInt32 { max(length, 1) }
}

/// What all networks are, whatever travels on them: edges with a shape between nodes, found by place and by feature.
///
/// A *directed edge* is an edge in one direction: its number × 2, plus 1 from head to tail. Code over any network is
/// specialised for each.
@usableFromInline
package protocol EdgeNetwork: Sendable {
  /// What is known of an edge.
  associatedtype Edge: NetworkEdge

  /// The nodes.
  var nodes: Column<NodeRecord> { get }
  /// The edges.
  var edges: Column<Edge> { get }
  /// For each edge the first of its points in ``shape``; one more value ends the last edge.
  var shapeStart: Column<UInt32> { get }
  /// The points of edges between their ends.
  var shape: Column<Coordinate> { get }
  /// Where the edges are, for snapping.
  var tree: PackedRTree { get }
  /// The edges of each source, sorted by source.
  var sources: Column<SourceEntry> { get }
  /// All texts.
  var strings: StringTable { get }
  /// The nodes by source.
  var nodeOrder: NodeOrder { get }
}

extension WalkNetwork: EdgeNetwork {}
extension EdgeRecord: NetworkEdge {}

// MARK: Shapes

extension EdgeNetwork {
  /// Returns the points of an edge from tail to head.
  ///
  /// - Complexity: O(points).
  package func points(of edge: Int) -> [Coordinate] {
    let record = edges[edge]
    let inner = shape[shapeStart.range(edge)]
    return [nodes[Int(record.tail)].coordinate] + inner + [nodes[Int(record.head)].coordinate]
  }

  /// Calls `body` with both ends of each segment of an edge, from tail to head.
  @inlinable
  package func forEachSegment(of edge: Int, _ body: (Coordinate, Coordinate) -> Void) {
    let record = edges[edge]
    var last = nodes[Int(record.tail)].coordinate
    for point in shapeStart.range(edge) {
      let next = shape[point]
      body(last, next)
      last = next
    }
    body(last, nodes[Int(record.head)].coordinate)
  }

  /// Calls `body` with the points of a directed edge between its ends, in the direction of travel.
  @inlinable @inline(__always)
  package func forEachInnerPoint(of directed: UInt32, _ body: (Coordinate) -> Void) {
    let edge = Int(directed >> 1)
    let (first, end) = (Int(shapeStart[edge]), Int(shapeStart[edge + 1]))
    for offset in 0..<(end - first) { body(shape[directed & 1 == 0 ? first + offset : end - 1 - offset]) }
  }
}

// MARK: Places

extension EdgeNetwork {
  /// Where the nodes are in the plane, in metres from the middle of the network.
  ///
  /// - Complexity: O(*n*).
  package var planarNodes: [LocalFrame.Point] {
    let frame = LocalFrame(origin: BoundingBox(nodes.map(\.coordinate)).center)
    return nodes.map { frame.point($0.coordinate) }
  }
}

// MARK: Sources

extension EdgeNetwork {
  /// Returns the edges that come from a feature.
  ///
  /// - Complexity: O(log *n* + edges found).
  package func edges(from source: FeatureID) -> [Int] {
    let first = sources.partitioningIndex { $0.source >= source }
    return sources[first...].prefix { $0.source == source }.map { Int($0.edge) }
  }

  /// Returns the nodes that come from a feature, by their numbers: one a level that it is on.
  ///
  /// - Complexity: O(log *n* + nodes found).
  package func nodes(from source: FeatureID) -> [Int] { nodeOrder.nodes(from: source, in: nodes) }

  /// Returns the edges of each source, sorted by source, for a network that is being built.
  ///
  /// - Complexity: O(*n* log *n*).
  package static func sources(of edges: [Edge]) -> Column<SourceEntry> {
    Column(
      edges.indices.map { SourceEntry(source: edges[$0].source, edge: UInt32($0)) }
        .filter { $0.source != .none }
        .sorted { ($0.source, $0.edge) < ($1.source, $1.edge) })
  }
}
