import Columns
import Geodesy
import ShortestPaths

/// The drive network of the streets: roads, and every turn from one to another.
///
/// Its graph is turn-expanded: its nodes are *states*, its arcs turns. A state is a directed edge on which a
/// vehicle is, together with what it came by as far as that matters: the start of a turn restriction over
/// several edges, and for roads that are open at the ends of a journey only, whether the journey still starts
/// or already ends there. The states of a directed edge stand together; the first is where a journey starts
/// that starts on the edge.
@usableFromInline
package struct DriveNetwork: Sendable {
  /// The nodes.
  @usableFromInline package let nodes: Column<NodeRecord>
  /// What slows vehicles down at each node.
  package let junctions: Column<JunctionTraits>
  /// The edges.
  @usableFromInline package let edges: Column<DriveEdgeRecord>
  /// For each edge the first of its points in ``shape``; one more value ends the last edge.
  @usableFromInline package let shapeStart: Column<UInt32>
  /// The points of edges between their ends.
  @usableFromInline package let shape: Column<Coordinate>
  /// For each node the first of its directed edges in ``leaving``; one more value ends the last node.
  @usableFromInline package let leavingStart: Column<UInt32>
  /// The directed edges that leave each node, open or not.
  @usableFromInline package let leaving: Column<UInt32>
  /// States and turns, as the searches see them.
  @usableFromInline package let graph: Graph
  /// What is known of each turn.
  package let turns: Column<TurnTraits>
  /// The directed edge of each state.
  @usableFromInline package let stateEdge: Column<UInt32>
  /// For each directed edge its first state; one more value ends the last one's.
  @usableFromInline package let stateStart: Column<UInt32>
  /// Where the edges are, for snapping.
  @usableFromInline package let tree: PackedRTree
  /// The edges of each source, sorted by source.
  @usableFromInline package let sources: Column<SourceEntry>
  /// What is posted, sorted by directed edge.
  package let signs: Column<DriveSignRecord>
  /// All texts.
  @usableFromInline package let strings: StringTable
  /// Whether one drives on the left here.
  package let drivesOnLeft: Bool
  /// The nodes by source.
  @usableFromInline package let nodeOrder: NodeOrder

  /// Takes over columns, which ``firstFault`` has to find sound before anything else is asked of them.
  ///
  /// - Complexity: O(*n* log *n*) without a `nodeOrder`.
  package init(
    nodes: Column<NodeRecord>, junctions: Column<JunctionTraits>, edges: Column<DriveEdgeRecord>,
    shapeStart: Column<UInt32>, shape: Column<Coordinate>, leavingStart: Column<UInt32>,
    leaving: Column<UInt32>, graph: Graph, turns: Column<TurnTraits>, stateEdge: Column<UInt32>,
    stateStart: Column<UInt32>, tree: PackedRTree, sources: Column<SourceEntry>,
    signs: Column<DriveSignRecord>, strings: StringTable, drivesOnLeft: Bool,
    nodeOrder: NodeOrder? = nil
  ) {
    self.nodes = nodes
    self.junctions = junctions
    self.edges = edges
    self.shapeStart = shapeStart
    self.shape = shape
    self.leavingStart = leavingStart
    self.leaving = leaving
    self.graph = graph
    self.turns = turns
    self.stateEdge = stateEdge
    self.stateStart = stateStart
    self.tree = tree
    self.sources = sources
    self.signs = signs
    self.strings = strings
    self.drivesOnLeft = drivesOnLeft
    self.nodeOrder = nodeOrder ?? NodeOrder(sorting: nodes)
  }
}

extension DriveNetwork: EdgeNetwork {}
extension DriveEdgeRecord: NetworkEdge {}

extension DriveNetwork {
  /// The number of directed edges.
  @inlinable package var directedCount: Int { edges.count * 2 }

  /// The node where a directed edge starts.
  @inlinable
  package func start(of directed: UInt32) -> UInt32 {
    let edge = edges[Int(directed >> 1)]
    return directed & 1 == 0 ? edge.tail : edge.head
  }

  /// The node where a directed edge ends.
  @inlinable package func end(of directed: UInt32) -> UInt32 { start(of: directed ^ 1) }

  /// The states of a directed edge, the one where a journey starts first; none where it is closed.
  @inlinable
  package func states(of directed: UInt32) -> Range<UInt32> {
    stateStart[Int(directed)]..<stateStart[Int(directed) + 1]
  }

  /// The directed edges that leave a node, open or not.
  @inlinable package func directedEdges(from node: UInt32) -> Slice<Column<UInt32>> {
    leaving[leavingRange(of: node)]
  }

  /// Where in ``leaving`` the directed edges of a node are.
  @inlinable
  package func leavingRange(of node: UInt32) -> Range<Int> {
    leavingStart.range(Int(node))
  }

  /// The directed edge that a turn leads into.
  @inlinable package func edge(enteredBy turn: Int) -> UInt32 { stateEdge[Int(graph.head[turn])] }
}
