import Columns
import Geodesy
import ShortestPaths

/// A walk network: what one means of movement can use, with its names, places and indices.
///
/// Built by the compiler or used in place out of a file. An *arc* is an edge in one direction; its graph
/// is made of arcs, ``arcEdge`` and ``edgeArc`` lead from one to the other.
@usableFromInline
package struct WalkNetwork: Sendable {
  /// The nodes.
  @usableFromInline package let nodes: Column<NodeRecord>
  /// The edges.
  @usableFromInline package let edges: Column<EdgeRecord>
  /// For each edge the first of its points in ``shape``; one more value ends the last edge.
  @usableFromInline package let shapeStart: Column<UInt32>
  /// The points of edges between their ends.
  @usableFromInline package let shape: Column<Coordinate>
  /// The arcs, as the searches see them.
  package let graph: Graph
  /// For each arc its edge × 2, plus 1 where it runs from head to tail.
  package let arcEdge: Column<UInt32>
  /// For each edge × 2 + direction its arc; ``noArc`` where it is closed that way.
  package let edgeArc: Column<UInt32>
  /// Where the edges are, for snapping.
  @usableFromInline package let tree: PackedRTree
  /// The edges of each source, sorted by source.
  @usableFromInline package let sources: Column<SourceEntry>
  /// The places that have a name.
  package let places: Column<PlaceRecord>
  /// All texts.
  @usableFromInline package let strings: StringTable
  /// Where one changes between walking here and a car.
  package var handoffs = Column<HandoffRecord>([])
  /// Names in other languages, as ``Translations`` reads them.
  package var translations = Column<UInt8>([])

  /// The open areas that one walks about in.
  package var areas = AreaColumns.none
  /// The outlines of buildings, for pictures.
  package var buildings = BuildingColumns.none

  /// The number of nodes of each part that no edge joins to another, the largest first.
  package let componentSizes: Column<UInt32>

  /// The nodes by source.
  @usableFromInline package let nodeOrder: NodeOrder

  /// Stands in ``edgeArc`` for "no such arc".
  @inlinable package static var noArc: UInt32 { .max }

  /// Takes over columns, which ``firstFault`` has to find sound before anything else is asked of them.
  init(
    nodes: Column<NodeRecord>, edges: Column<EdgeRecord>, shapeStart: Column<UInt32>,
    shape: Column<Coordinate>, graph: Graph, arcEdge: Column<UInt32>, edgeArc: Column<UInt32>,
    tree: PackedRTree, sources: Column<SourceEntry>, places: Column<PlaceRecord>, strings: StringTable,
    componentSizes: Column<UInt32>? = nil, nodeOrder: NodeOrder? = nil
  ) {
    self.nodes = nodes
    self.edges = edges
    self.shapeStart = shapeStart
    self.shape = shape
    self.graph = graph
    self.arcEdge = arcEdge
    self.edgeArc = edgeArc
    self.tree = tree
    self.sources = sources
    self.places = places
    self.strings = strings
    self.componentSizes = componentSizes ?? Self.componentSizes(of: nodes)
    self.nodeOrder = nodeOrder ?? NodeOrder(sorting: nodes)
  }

  /// Counts the nodes of each part.
  static func componentSizes(of nodes: Column<NodeRecord>) -> Column<UInt32> {
    var sizes: [UInt32] = []
    for node in nodes where Int(node.component) < nodes.count {
      while sizes.count <= Int(node.component) { sizes.append(0) }
      sizes[Int(node.component)] += 1
    }
    return Column(sizes)
  }

  /// Returns the point of an edge next to one of its ends.
  package func point(nextTo node: UInt32, on edge: Int) -> Coordinate {
    let record = edges[edge]
    let (first, end) = (Int(shapeStart[edge]), Int(shapeStart[edge + 1]))
    if record.tail == node {
      return first < end ? shape[first] : nodes[Int(record.head)].coordinate
    }
    return first < end ? shape[end - 1] : nodes[Int(record.tail)].coordinate
  }

  /// Returns the edges that end in a node, each once, by their numbers.
  ///
  /// - Complexity: O(edges of the node); edges that may only be used towards it are not seen.
  package func edges(at node: UInt32) -> [Int] {
    Set(graph.arcs(from: node).map { Int(arcEdge[$0] >> 1) }).sorted()
  }

  /// The level at an edge's tail.
  @inlinable package func tailLevel(of edge: Int) -> Level { nodes[Int(edges[edge].tail)].level }

  /// The level at an edge's head.
  @inlinable package func headLevel(of edge: Int) -> Level { nodes[Int(edges[edge].head)].level }

  /// Returns what each arc costs for a profile, in milliseconds; `unreachable` where it is forbidden.
  ///
  /// It is the edge's price, and ``Profile/emergencyPenalty`` at doors of emergency departments.
  ///
  /// - Parameter toEmergency: Whether the journey starts or ends in an emergency department, so that its door
  ///   is a door like any other.
  /// - Complexity: O(arcs).
  package func weights(for profile: Profile, toEmergency: Bool = false) -> Column<UInt32> {
    Column(arcEdge.indices.map { weight(ofArc: $0, for: profile, toEmergency: toEmergency) })
  }

  /// Returns what an arc costs for a profile: one of ``weights(for:toEmergency:)``.
  package func weight(ofArc arc: Int, for profile: Profile, toEmergency: Bool) -> UInt32 {
    let (edge, isForward) = (Int(arcEdge[arc] >> 1), arcEdge[arc] & 1 == 0)
    guard let price = price(of: edge, forward: isForward, for: profile) else { return unreachable }
    guard edges[edge].isEmergencyDoor, !toEmergency, !profile.isStaff else { return price.cost }
    return min(price.cost, unreachable - 1 - Profile.emergencyPenalty) + Profile.emergencyPenalty
  }

  /// Whether a door leads into an emergency department, so that ``weights(for:toEmergency:)`` differ.
  ///
  /// - Complexity: O(edges).
  package var hasEmergencyDoor: Bool { edges.contains { $0.isEmergencyDoor } }

  /// Returns the price of an edge in one direction; nil where the profile can't use it.
  package func price(of edge: Int, forward: Bool, for profile: Profile) -> Price? {
    profile.price(
      of: edges[edge], forward: forward, tail: tailLevel(of: edge), head: headLevel(of: edge))
  }
}

extension WalkNetwork {
  /// Whether a part of the network is an island: it has fewer than 200 nodes, and fewer than a tenth of the
  /// largest part's.
  ///
  /// - Parameter component: The part, as ``NodeRecord/component`` numbers it.
  package func isIsland(component: UInt32) -> Bool {
    guard component > 0, Int(component) < componentSizes.count else { return false }
    return Self.isIsland(size: Int(componentSizes[Int(component)]), largest: Int(componentSizes[0]))
  }

  /// Whether a part of so many nodes is an island, beside the largest one.
  package static func isIsland(size: Int, largest: Int) -> Bool { size < 200 && size * 10 < largest }
}
