import Columns
import Geodesy
import ShortestPaths
import WardwayMap

/// Makes the drive network of an extract.
struct DriveNetworkBuilder {
  let extract: OSMExtract
  private(set) var diagnostics: [Diagnostic] = []

  init(_ extract: OSMExtract) { self.extract = extract }

  /// Returns the network; nil where there is nothing to drive on.
  ///
  /// - Complexity: O(*n* log *n*) for *n* objects of the extract.
  mutating func build() -> DriveNetwork? {
    var collector = RoadCollector(extract)
    let roads = collector.collect()
    guard !roads.features.isEmpty else { return nil }
    var draft = RoadDraft(extract, roads)
    draft.settleLevels()
    _ = PocketFinder.seal(&draft)
    var reader = RestrictionReader(extract)
    let restrictions = reader.read()
    var resolver = RestrictionResolver(draft)
    let resolved = resolver.resolve(restrictions)
    diagnostics = collector.diagnostics + reader.diagnostics + resolver.diagnostics
    return DriveFreezer(draft, resolved).network()
  }
}

/// Turns a finished draft into a network: nodes along a space-filling curve, edges by their tails.
private struct DriveFreezer {
  let draft: RoadDraft
  let restrictions: [EdgeRestriction]
  /// The draft's numbers of nodes and edges in their final order, and the final numbers of the draft's.
  private let nodeOrder: [Int]
  private let edgeOrder: [Int]
  private let nodeNumber: [UInt32]
  private let edgeNumber: [UInt32]

  init(_ draft: RoadDraft, _ restrictions: [EdgeRestriction]) {
    self.draft = draft
    self.restrictions = restrictions
    nodeOrder = PackedRTree(draft.nodes.map { BoundingBox($0.coordinate) }).items.map { Int($0) }
    let nodeNumber = Self.inverse(nodeOrder)
    edgeOrder = draft.edges.indices.sorted {
      let (a, b) = (draft.edges[$0], draft.edges[$1])
      return (nodeNumber[Int(a.tail)], nodeNumber[Int(a.head)], $0)
        < (nodeNumber[Int(b.tail)], nodeNumber[Int(b.head)], $1)
    }
    self.nodeNumber = nodeNumber
    edgeNumber = Self.inverse(edgeOrder)
  }

  private static func inverse(_ order: [Int]) -> [UInt32] {
    var numbers = [UInt32](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { numbers[old] = UInt32(new) }
    return numbers
  }

  func network() -> DriveNetwork {
    var shape: [Coordinate] = []
    var shapeStart: [UInt32] = [0]
    var boxes: [BoundingBox] = []
    var edges: [DriveEdgeRecord] = []
    for old in edgeOrder {
      var edge = draft.edges[old]
      let ends = [draft.nodes[Int(edge.tail)].coordinate, draft.nodes[Int(edge.head)].coordinate]
      boxes.append(BoundingBox(ends + draft.shapes[old]))
      shape += draft.shapes[old]
      shapeStart.append(UInt32(shape.count))
      edge.tail = nodeNumber[Int(edge.tail)]
      edge.head = nodeNumber[Int(edge.head)]
      edge.takeBearings(from: [ends[0]] + draft.shapes[old] + [ends[1]])
      edges.append(edge)
    }
    let starts = edges.flatMap { [$0.tail, $0.head] }
    let (incidence, leaving) = Graph.sorting(
      nodeCount: nodeOrder.count, tails: starts, heads: [UInt32](repeating: 0, count: starts.count))
    let leavingStart = Array(incidence.firstOut)
    var expander = TurnExpander(
      edges: edges, leavingStart: leavingStart, leaving: leaving,
      passages: nodeOrder.map { draft.roadNode($0)?.passage ?? .everyone },
      restrictions: restrictions.map { renumbered($0) })
    let expansion = expander.expand()
    return DriveNetwork(
      nodes: Column(nodes(edges)), junctions: Column(nodeOrder.map { draft.roadNode($0)?.traits ?? [] }),
      edges: Column(edges), shapeStart: Column(shapeStart), shape: Column(shape),
      leavingStart: Column(leavingStart), leaving: Column(leaving), graph: expansion.graph,
      turns: Column(expansion.turns), stateEdge: Column(expansion.stateEdge),
      stateStart: Column(expansion.stateStart), tree: PackedRTree(boxes),
      sources: DriveNetwork.sources(of: edges),
      signs: Column(signs()), strings: draft.strings.table(), drivesOnLeft: DrivingSide.isLeft(draft))
  }

  private func signs() -> [DriveSignRecord] {
    draft.signs.map {
      var sign = $0
      sign.directed = edgeNumber[Int($0.directed >> 1)] * 2 + ($0.directed & 1)
      return sign
    }.sorted { $0.directed < $1.directed }
  }

  private func renumbered(_ restriction: EdgeRestriction) -> EdgeRestriction {
    var restriction = restriction
    restriction.path = restriction.path.map { edgeNumber[Int($0 >> 1)] * 2 + ($0 & 1) }
    return restriction
  }

  /// The nodes in their order, with the number of the part that they belong to, the largest first.
  private func nodes(_ edges: [DriveEdgeRecord]) -> [NodeRecord] {
    var nodes = nodeOrder.map { draft.nodes[$0] }
    var groups = UnionFind(count: nodes.count)
    for edge in edges { groups.join(Int(edge.tail), Int(edge.head)) }
    var size: [Int: Int] = [:]
    for node in nodes.indices { size[groups.root(of: node), default: 0] += 1 }
    let roots = size.keys.sorted { (-size[$0]!, $0) < (-size[$1]!, $1) }
    let number = Dictionary(uniqueKeysWithValues: roots.enumerated().map { ($1, UInt32($0)) })
    for node in nodes.indices { nodes[node].component = number[groups.root(of: node)]! }
    return nodes
  }
}
