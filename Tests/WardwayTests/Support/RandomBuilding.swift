import Geodesy
import ShortestPaths
import TestSupport
import WardwayMap

/// A network that no architect would draw: floors of a crooked grid with stairs, escalators, elevators, doors,
/// one-way corridors, parallel edges, edges without length, a loop and an island.
struct RandomBuilding {
  /// What a building may hold.
  enum Style {
    case anything
    /// Nothing whose price depends on the direction.
    case symmetric
  }

  private static let frame = LocalFrame(origin: Coordinate(latitude: 30.58, longitude: 114.27)!)
  /// Elevators have sources from here on.
  static let firstElevator: Int64 = 10_000

  private let style: Style
  private var random: SeededNumbers
  private var nodes: [NodeRecord] = []
  private var edges: [EdgeRecord] = []
  private var shapes: [[Coordinate]] = []
  private var strings = StringTableBuilder()

  static func network(seed: UInt64, _ style: Style = .anything) -> WalkNetwork {
    var building = RandomBuilding(style: style, random: SeededNumbers(seed: seed))
    return building.network()
  }

  private init(style: Style, random: SeededNumbers) {
    self.style = style
    self.random = random
  }

  private mutating func network() -> WalkNetwork {
    let width = Int.random(in: 2...5, using: &random)
    let height = Int.random(in: 2...5, using: &random)
    let lowest = Double(Int.random(in: -2...0, using: &random))
    let storey = random.once(in: 4) ? 0.5 : 1.0
    let floors = (0..<Int.random(in: 1...3, using: &random)).map { floor in
      addFloor(width, height, level: Level(lowest + Double(floor) * storey)!)
    }
    for (low, high) in zip(floors, floors.dropFirst()) { addStairs(from: low, to: high) }
    for number in 0..<Int.random(in: 0...2, using: &random) where floors.count > 1 {
      addElevator(number, floors)
    }
    if random.once(in: 3) {
      let level = nodes[0].level
      let (a, b) = (addNode(x: -40, y: -40, level), addNode(x: -60, y: -45, level))
      addEdge(.footway, a, b)
    }
    var start: [UInt32] = [0]
    for shape in shapes { start.append(start[start.count - 1] + UInt32(shape.count)) }
    nodes.nameIslands(edges)
    return WalkNetwork(
      nodes: nodes, edges: edges, shapeStart: start, shape: shapes.flatMap { $0 }, places: [],
      strings: strings.table())
  }

  // MARK: Parts

  private mutating func addNode(x: Double, y: Double, _ level: Level) -> Int {
    addNode(at: Self.frame.coordinate(LocalFrame.Point(x: x, y: y)), level)
  }

  private mutating func addNode(at coordinate: Coordinate, _ level: Level) -> Int {
    nodes.append(
      NodeRecord(
        source: FeatureID(.node, Int64(nodes.count + 1)), coordinate: coordinate, level: level,
        levelName: strings.number(of: "Floor \(level)")))
    return nodes.count - 1
  }

  private mutating func addFloor(_ width: Int, _ height: Int, level: Level) -> [Int] {
    var floor: [Int] = []
    for y in 0..<height {
      for x in 0..<width {
        let crooked = Double.random(in: -3...3, using: &random)
        floor.append(addNode(x: Double(x) * 12 + crooked, y: Double(y) * 12 - crooked, level))
      }
    }
    for index in floor.indices {
      if index % width + 1 < width { join(floor[index], floor[index + 1]) }
      if index / width + 1 < height { join(floor[index], floor[index + width]) }
    }
    if random.once(in: 4) {
      let coordinate = nodes[floor[0]].coordinate
      let out = Coordinate(latitudeE7: coordinate.latitudeE7 + 900, longitudeE7: coordinate.longitudeE7)
      let back = Coordinate(latitudeE7: coordinate.latitudeE7, longitudeE7: coordinate.longitudeE7 - 900)
      addEdge(.footway, floor[0], floor[0], shape: [out, back])
    }
    return floor
  }

  /// Joins two nodes of a floor: by a corridor, by two of them, through a door, or not at all.
  private mutating func join(_ a: Int, _ b: Int) {
    guard !random.once(in: 7) else { return }
    let ways: [EdgeKind] = [
      .corridor, .corridor, .footway, .path, .area, .platform, .road, .ramp, .crossing, .ferry, .movingWalk,
    ]
    var near = b
    if random.once(in: 5) {
      near = addNode(at: nodes[b].coordinate, nodes[b].level)
      let passages: [EdgeKind] = [.door, .barrier, .kerb, .connector, .area]
      addEdge(passages.randomElement(using: &random)!, near, b)
    }
    addEdge(ways.randomElement(using: &random)!, a, near, shape: random.once(in: 4) ? [bend(a, near)] : [])
    if random.once(in: 10) { addEdge(.corridor, a, near, shape: random.once(in: 2) ? [bend(a, near)] : []) }
  }

  /// A point somewhat off the line between two nodes.
  private mutating func bend(_ a: Int, _ b: Int) -> Coordinate {
    let (a, b) = (nodes[a].coordinate, nodes[b].coordinate)
    return Coordinate(
      latitudeE7: a.latitudeE7 / 2 + b.latitudeE7 / 2 + Int32.random(in: -300...300, using: &random),
      longitudeE7: a.longitudeE7 / 2 + b.longitudeE7 / 2 + Int32.random(in: -300...300, using: &random))
  }

  private mutating func addStairs(from low: [Int], to high: [Int]) {
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      let kinds: [EdgeKind] = style == .symmetric ? [.ramp, .area] : [.stairs, .stairs, .escalator, .ramp]
      let (a, b) = (low.randomElement(using: &random)!, high.randomElement(using: &random)!)
      addEdge(kinds.randomElement(using: &random)!, a, b)
    }
  }

  /// An elevator beside a node, at most floors.
  private mutating func addElevator(_ number: Int, _ floors: [[Int]]) {
    let place = floors[0].indices.randomElement(using: &random)!
    let carriers: [ElevatorClass] = [.everyone, .everyone, .bed, .staff]
    let carrier = carriers.randomElement(using: &random)!
    let source = FeatureID(.node, Self.firstElevator + Int64(number))
    func part(_ kind: EdgeKind, _ tail: Int, _ head: Int, directions: UInt8) -> EdgeRecord {
      var edge = EdgeRecord(kind, source: source, tail: UInt32(tail), head: UInt32(head), length: 0)
      edge.directions = directions
      edge.attributes.elevator = carrier
      return edge
    }
    var below: Int?
    for floor in floors where !random.once(in: 6) {
      let landing = floor[place]
      // Stepping out takes time by its length, stepping in doesn't.
      let shaft = style == .symmetric ? landing : floors[0][place]
      let car = addNode(at: nodes[shaft].coordinate, nodes[landing].level)
      append(part(.elevatorBoard, landing, car, directions: 1))
      append(part(.elevatorAlight, car, landing, directions: 1))
      if let below { append(part(.elevatorRide, below, car, directions: 3)) }
      below = car
    }
  }

  private mutating func addEdge(_ kind: EdgeKind, _ tail: Int, _ head: Int, shape: [Coordinate] = []) {
    var edge = EdgeRecord(
      kind, source: FeatureID(.way, Int64(edges.count + 1)), tail: UInt32(tail), head: UInt32(head), length: 0
    )
    edge.name = strings.number(of: "Way \(edges.count + 1)")
    if style == .anything {
      if random.once(in: 10) || kind == .escalator { edge.directions = random.once(in: 2) ? 1 : 2 }
      if random.once(in: 8) { edge.incline = Int16.random(in: -150...150, using: &random) }
      if kind == .stairs { edge.stepCount = UInt16.random(in: 0...30, using: &random) }
    }
    if random.once(in: 6) { edge.width = UInt16.random(in: 20...150, using: &random) }
    edge.attributes.surface = [.unknown, .unknown, .smooth, .bumpy, .loose].randomElement(using: &random)!
    if random.once(in: 10) { edge.attributes.access = random.once(in: 2) ? .staff : .residents }
    if random.once(in: 10) { edge.attributes.wheelchair = random.once(in: 2) ? .no : .limited }
    if kind == .kerb, random.once(in: 2) { edge.attributes.kerb = .raised }
    if kind == .barrier, random.once(in: 2) { edge.attributes.stopsWheels = true }
    append(edge, shape: shape)
  }

  private mutating func append(_ edge: EdgeRecord, shape: [Coordinate] = []) {
    var edge = edge
    let line = [nodes[Int(edge.tail)].coordinate] + shape + [nodes[Int(edge.head)].coordinate]
    let metres = zip(line, line.dropFirst()).reduce(0) { $0 + distance($1.0, $1.1) }
    edge.length = UInt32((metres * 1000).rounded())
    edges.append(edge)
    shapes.append(shape)
  }
}

extension Atlas {
  /// An atlas of one network, prepared for all standard profiles, written to a folder and opened.
  static func of(_ network: WalkNetwork, in folder: TemporaryFolder) throws -> Atlas {
    let topology = network.customizableHierarchy()
    let metrics = Profile.standard.map { Metric(network, profile: $0, on: topology) }
    try write(streets: network, metrics: metrics, attribution: "", to: folder.path)
    return try Atlas(opening: folder.path)
  }
}
