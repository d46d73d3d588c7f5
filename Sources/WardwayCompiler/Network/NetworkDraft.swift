import Geodesy
import WardwayMap

/// A walk network while it grows: nodes and edges in the order in which they were found.
struct NetworkDraft {
  private(set) var nodes: [NodeRecord] = []
  private(set) var edges: [EdgeRecord] = []
  private var shapes: [[Coordinate]] = []
  var strings = StringTableBuilder()
  var places: [PlaceRecord] = []
  private var areas: [AreaDraft] = []

  /// An area while the network grows.
  private struct AreaDraft {
    var record: AreaRecord
    var rings: [[Coordinate]]
    var nodes: [Int]
  }

  /// Adds a node and returns its number.
  mutating func addNode(_ source: FeatureID, at coordinate: Coordinate, level: Level) -> Int {
    nodes.append(NodeRecord(source: source, coordinate: coordinate, level: level, levelName: 0))
    return nodes.count - 1
  }

  /// Names the level of a node, unless it is named already.
  mutating func nameLevel(of node: Int, _ name: String) {
    if !name.isEmpty, nodes[node].levelName == 0 { nodes[node].levelName = strings.number(of: name) }
  }

  /// Gives a node the level name of another one.
  mutating func copyLevelName(_ name: UInt32, to node: Int) { nodes[node].levelName = name }

  /// Adds an edge; its length is set here, from its ends over `shape`.
  mutating func addEdge(_ edge: EdgeRecord, shape: [Coordinate] = []) {
    var edge = edge
    let ends = (nodes[Int(edge.tail)].coordinate, nodes[Int(edge.head)].coordinate)
    edge.length = UInt32(min((Self.length([ends.0] + shape + [ends.1]) * 1000).rounded(), 4e9))
    edges.append(edge)
    shapes.append(shape)
  }

  /// Adds an area that one walks about in.
  ///
  /// - Parameters:
  ///   - edge: What the edges of its mesh have in common.
  ///   - rings: Its outer ring and its holes.
  ///   - nodes: The nodes of its mesh.
  mutating func addArea(_ edge: EdgeRecord, level: Level, rings: [[Coordinate]], nodes: [Int]) {
    areas.append(AreaDraft(record: AreaRecord(edge, level: level), rings: rings, nodes: nodes))
  }

  /// The length of a polyline in metres.
  static func length(_ line: [Coordinate]) -> Double {
    zip(line, line.dropFirst()).reduce(0) { $0 + distance($1.0, $1.1) }
  }

  // MARK: Order

  /// Returns the network with its order: nodes along a space-filling curve, edges by their tails.
  ///
  /// - Complexity: O(*n* log *n*).
  func settled() -> SettledNetwork {
    let order = nodes.indices.sorted { (key(nodes[$0]), $0) < (key(nodes[$1]), $1) }
    var position = [UInt32](repeating: 0, count: nodes.count)
    for (new, old) in order.enumerated() { position[old] = UInt32(new) }
    let edgeOrder = edges.indices.sorted {
      (position[Int(edges[$0].tail)], position[Int(edges[$0].head)], $0)
        < (position[Int(edges[$1].tail)], position[Int(edges[$1].head)], $1)
    }
    var settled: [EdgeRecord] = []
    var starts: [UInt32] = [0]
    var points: [Coordinate] = []
    for old in edgeOrder {
      var edge = edges[old]
      edge.tail = position[Int(edge.tail)]
      edge.head = position[Int(edge.head)]
      settled.append(edge)
      points += shapes[old]
      starts.append(UInt32(points.count))
    }
    return SettledNetwork(
      nodes: order.map { nodes[$0] }, edges: settled, shapeStart: starts, shape: points, places: places,
      strings: strings.table(),
      areas: AreaColumns(areas.map { ($0.record, $0.rings, $0.nodes.map { position[$0] }) }))
  }

  private func key(_ node: NodeRecord) -> UInt64 {
    let x = UInt64(UInt32(bitPattern: node.coordinate.longitudeE7) ^ 0x8000_0000)
    let y = UInt64(UInt32(bitPattern: node.coordinate.latitudeE7) ^ 0x8000_0000)
    return spread(x) | spread(y) << 1
  }

  /// Puts a zero between each two bits (Morton order).
  private func spread(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value | value << 16) & 0x0000_FFFF_0000_FFFF
    value = (value | value << 8) & 0x00FF_00FF_00FF_00FF
    value = (value | value << 4) & 0x0F0F_0F0F_0F0F_0F0F
    value = (value | value << 2) & 0x3333_3333_3333_3333
    return (value | value << 1) & 0x5555_5555_5555_5555
  }
}
