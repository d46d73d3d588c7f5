import Geodesy
import WardwayMap

/// Floors drawn with characters.
///
/// A letter is a node, `-` and `|` join two nodes, `>` and `<` do so one way. Neighbouring characters are 5 m
/// apart. The first floor is level 0, the next one level 1, and so on.
///
/// The node `A` has the source `node/65`, the corridor that is drawn first `way/1`.
struct DrawnFloors {
  static let frame = LocalFrame(origin: Coordinate(latitude: 30.58, longitude: 114.27)!)

  private var nodes: [NodeRecord] = []
  private var edges: [EdgeRecord] = []
  private var places: [PlaceRecord] = []
  private var strings = StringTableBuilder()

  init(_ floors: String...) {
    for (level, drawing) in floors.enumerated() { draw(drawing, Level(Double(level))!) }
  }

  /// Two ways between two places, the shorter over B.
  static func detour() -> DrawnFloors {
    var map = DrawnFloors(
      """
      A--B--C
      |     |
      D-----E
      """)
    map.name("A", "Start")
    map.name("C", "End")
    return map
  }

  /// Where a character stands, counted from the first one.
  static func coordinate(column: Double, row: Double) -> Coordinate {
    frame.coordinate(LocalFrame.Point(x: column * 5, y: row * -5))
  }

  private mutating func draw(_ drawing: String, _ level: Level) {
    let rows = drawing.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0) }
    func character(_ row: Int, _ column: Int) -> Character? {
      rows.indices.contains(row) && rows[row].indices.contains(column) ? rows[row][column] : nil
    }
    for (row, line) in rows.enumerated() {
      for (column, letter) in line.enumerated() where letter.isLetter {
        let coordinate = Self.coordinate(column: Double(column), row: Double(row))
        nodes.append(
          NodeRecord(
            source: FeatureID(.node, Int64(letter.asciiValue!)), coordinate: coordinate, level: level,
            levelName: strings.number(of: "\(Int(level.value) + 1)F")))
      }
    }
    for (row, line) in rows.enumerated() {
      for (column, letter) in line.enumerated() where letter.isLetter {
        var right = column + 1
        while let next = character(row, right), "-<>".contains(next) { right += 1 }
        if right > column + 1, let other = character(row, right), other.isLetter {
          let arrow = line[column + 1..<right].first { $0 != "-" }
          join(letter, other, .corridor, directions: arrow == ">" ? 1 : arrow == "<" ? 2 : 3)
        }
        var below = row + 1
        while character(below, column) == "|" { below += 1 }
        if below > row + 1, let other = character(below, column), other.isLetter {
          join(letter, other, .corridor)
        }
      }
    }
  }

  private func node(_ letter: Character) -> Int {
    nodes.firstIndex { $0.source == FeatureID(.node, Int64(letter.asciiValue!)) }!
  }

  /// Joins two nodes by one more edge.
  mutating func join(_ a: Character, _ b: Character, _ kind: EdgeKind, directions: UInt8 = 3) {
    let (tail, head) = (node(a), node(b))
    let metres = distance(nodes[tail].coordinate, nodes[head].coordinate)
    var edge = EdgeRecord(
      kind, source: FeatureID(.way, Int64(edges.count + 1)), tail: UInt32(tail), head: UInt32(head),
      length: UInt32((metres * 1000).rounded()))
    edge.directions = directions
    edges.append(edge)
  }

  /// Changes the edge that was added last.
  mutating func changeLast(_ change: (inout EdgeRecord) -> Void) { change(&edges[edges.count - 1]) }

  /// Adds an elevator with the source `node/1` that stops at nodes, one a floor.
  mutating func addElevator(_ stops: Character..., source: FeatureID = FeatureID(.node, 1)) {
    var below: Int?
    for stop in stops {
      let landing = node(stop)
      var car = nodes[landing]
      car.source = source
      nodes.append(car)
      let number = nodes.count - 1
      func part(_ kind: EdgeKind, _ tail: Int, _ head: Int, _ directions: UInt8) {
        var edge = EdgeRecord(kind, source: source, tail: UInt32(tail), head: UInt32(head), length: 0)
        edge.directions = directions
        edges.append(edge)
      }
      part(.elevatorBoard, landing, number, 1)
      part(.elevatorAlight, number, landing, 1)
      if let below { part(.elevatorRide, below, number, 3) }
      below = number
    }
  }

  /// Names a node.
  mutating func name(_ letter: Character, _ name: String, source: FeatureID? = nil, hasLevel: Bool = true) {
    let record = nodes[node(letter)]
    places.append(
      PlaceRecord(
        source: source ?? record.source, coordinate: record.coordinate,
        level: hasLevel ? record.level : nil, name: strings.number(of: name),
        search: strings.number(of: PlaceName.folded(name)), kind: strings.number(of: "room")))
  }

  func network() -> WalkNetwork {
    var nodes = nodes
    nodes.nameIslands(edges)
    return WalkNetwork(
      nodes: nodes, edges: edges, shapeStart: Array(repeating: 0, count: edges.count + 1), shape: [],
      places: places, strings: strings.table())
  }
}

extension [NodeRecord] {
  /// Numbers the parts that no edge joins, the largest first.
  mutating func nameIslands(_ edges: [EdgeRecord]) {
    var root = Array<Int>(indices)
    func find(_ node: Int) -> Int { root[node] == node ? node : find(root[node]) }
    for edge in edges { root[find(Int(edge.tail))] = find(Int(edge.head)) }
    let roots = indices.map { find($0) }
    let sizes = Dictionary(grouping: roots) { $0 }.mapValues(\.count)
    let order = sizes.keys.sorted { (-sizes[$0]!, $0) < (-sizes[$1]!, $1) }
    for node in indices { self[node].component = UInt32(order.firstIndex(of: roots[node])!) }
  }
}
