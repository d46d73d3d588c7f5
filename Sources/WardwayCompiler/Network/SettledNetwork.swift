import Columns
import Geodesy
import WardwayMap

/// A walk network whose nodes and edges have their order and their numbers: to be checked, parted and then frozen, once.
struct SettledNetwork {
  /// The nodes, along a space-filling curve.
  let nodes: [NodeRecord]
  /// The edges, by their tails.
  let edges: [EdgeRecord]
  /// For each edge the first of its inner points, and the number of points at the end.
  let shapeStart: [UInt32]
  let shape: [Coordinate]
  let places: [PlaceRecord]
  let strings: StringTable
  let areas: AreaColumns

  /// Takes over what has its order; numbers the islands.
  ///
  /// - Complexity: O(*n* log *n*).
  init(
    nodes: [NodeRecord], edges: [EdgeRecord], shapeStart: [UInt32], shape: [Coordinate],
    places: [PlaceRecord],
    strings: StringTable, areas: AreaColumns
  ) {
    var nodes = nodes
    Self.nameIslands(&nodes, edges)
    self.nodes = nodes
    self.edges = edges
    self.shapeStart = shapeStart
    self.shape = shape
    self.places = places
    self.strings = strings
    self.areas = areas
  }

  /// Numbers the parts that no edge joins, the largest first.
  private static func nameIslands(_ nodes: inout [NodeRecord], _ edges: [EdgeRecord]) {
    var groups = UnionFind(count: nodes.count)
    for edge in edges { groups.join(Int(edge.tail), Int(edge.head)) }
    var size: [Int: Int] = [:]
    for node in nodes.indices { size[groups.root(of: node), default: 0] += 1 }
    let roots = size.keys.sorted { (-size[$0]!, $0) < (-size[$1]!, $1) }
    let number = Dictionary(uniqueKeysWithValues: roots.enumerated().map { ($1, UInt32($0)) })
    for node in nodes.indices { nodes[node].component = number[groups.root(of: node)]! }
  }

  /// The network as it is written, with what else belongs to it.
  ///
  /// - Complexity: O(*n* log *n*).
  func frozen(
    handoffs: [HandoffRecord] = [], translations: Translations? = nil, buildings: BuildingColumns = .none
  ) -> WalkNetwork {
    var network = WalkNetwork(
      nodes: nodes, edges: edges, shapeStart: shapeStart, shape: shape, places: places, strings: strings)
    network.areas = areas
    network.handoffs = Column(handoffs)
    network.buildings = buildings
    if let translations { network.translations = translations.bytes }
    return network
  }

  // MARK: Edges

  /// The level at an edge's tail.
  func tailLevel(of edge: Int) -> Level { nodes[Int(edges[edge].tail)].level }

  /// The level at an edge's head.
  func headLevel(of edge: Int) -> Level { nodes[Int(edges[edge].head)].level }

  /// The inner points of an edge.
  func points(of edge: Int) -> ArraySlice<Coordinate> {
    shape[Int(shapeStart[edge])..<Int(shapeStart[edge + 1])]
  }

  /// The point of an edge next to one of its ends.
  func point(nextTo node: UInt32, on edge: Int) -> Coordinate {
    let (record, inner) = (edges[edge], points(of: edge))
    return record.tail == node
      ? inner.first ?? nodes[Int(record.head)].coordinate : inner.last ?? nodes[Int(record.tail)].coordinate
  }

  /// Calls `body` with both ends of each segment of an edge, from tail to head.
  func forEachSegment(of edge: Int, _ body: (Coordinate, Coordinate) -> Void) {
    var last = nodes[Int(edges[edge].tail)].coordinate
    for point in points(of: edge) {
      body(last, point)
      last = point
    }
    body(last, nodes[Int(edges[edge].head)].coordinate)
  }

  /// Whether a traveller may use an edge in either direction.
  func isOpen(_ edge: Int, to profile: Profile) -> Bool {
    [true, false].contains {
      profile.price(of: edges[edge], forward: $0, tail: tailLevel(of: edge), head: headLevel(of: edge)) != nil
    }
  }
}
