import Geodesy
import WardwayMap

/// Roads cut into edges: at their ends, where they meet, and at barriers.
///
/// A *directed edge* is an edge × 2, plus 1 against its way.
struct RoadDraft {
  let extract: OSMExtract
  let roads: RoadFeatures
  private(set) var nodes: [NodeRecord] = []
  /// The position in the extract of each node.
  private(set) var places: [Int] = []
  var edges: [DriveEdgeRecord] = []
  private(set) var shapes: [[Coordinate]] = []
  /// What is posted, by the draft's directed edges.
  private(set) var signs: [DriveSignRecord] = []
  var strings = StringTableBuilder()
  /// The first edge of each road, and the positions in its nodes where it is cut.
  private(set) var firstEdge: [Int] = []
  private(set) var cuts: [[Int]] = []
  private var numbers: [Int: UInt32] = [:]

  /// Cuts roads.
  ///
  /// - Complexity: O(nodes of roads).
  init(_ extract: OSMExtract, _ roads: RoadFeatures) {
    self.extract = extract
    self.roads = roads
    for road in roads.features { add(road) }
  }

  /// The node of an extract's node where roads were cut.
  func node(at place: Int) -> UInt32? { numbers[place] }

  private mutating func add(_ road: RoadFeature) {
    let last = road.nodes.count - 1
    let cuts = road.nodes.indices.filter { position in
      let node = road.nodes[position]
      let isEnd = position == 0 || position == last
      return isEnd || roads.uses[node] > 1 || roads.nodes[node]?.cutsEdges ?? false
    }
    firstEdge.append(edges.count)
    self.cuts.append(cuts)
    var edge = DriveEdgeRecord(road.roadClass, source: road.source, tail: 0, head: 0, speed: 1)
    edge.name = strings.number(of: road.name)
    edge.ref = strings.number(of: road.ref)
    edge.directions = road.directions
    edge.access = road.access
    edge.traits = road.traits
    edge.surface = road.surface
    edge.speedForward = tenths(road.speed.forward)
    edge.speedBackward = tenths(road.speed.backward)
    if let levels = road.levels { (edge.lowLevel, edge.highLevel) = (levels.lowerBound, levels.upperBound) }
    let whole = NetworkDraft.length(road.nodes.map(coordinate))
    for (from, to) in zip(cuts, cuts.dropFirst()) {
      let line = road.nodes[from...to].map(coordinate)
      let metres = NetworkDraft.length(line)
      edge.tail = number(road.nodes[from])
      edge.head = number(road.nodes[to])
      edge.length = UInt32(min((metres * 1000).rounded(), 4e9))
      edge.fixedDuration =
        road.seconds.map { UInt32(max($0 * 1000 * (whole > 0 ? metres / whole : 1), 1)) } ?? 0
      countWaits(road, from, to, &edge)
      for direction in [0, 1] as [UInt8] where road.directions & (1 << direction) != 0 {
        addSign(road, from: direction == 0 ? from : to, directed: UInt32(edges.count) * 2 + UInt32(direction))
      }
      edges.append(edge)
      shapes.append(Array(line.dropFirst().dropLast()))
    }
  }

  /// Adds what is posted where one comes onto a part of a road; an exit's number stands where its ramp begins.
  private mutating func addSign(_ road: RoadFeature, from: Int, directed: UInt32) {
    var posted = directed & 1 == 0 ? road.signs.forward : road.signs.backward
    if posted.exit.isEmpty, road.roadClass.isLink { posted.exit = roads.nodes[road.nodes[from]]?.exit ?? "" }
    guard !posted.isEmpty else { return }
    var sign = DriveSignRecord(directed: directed)
    sign.exit = strings.number(of: posted.exit)
    sign.destination = strings.number(of: posted.destination)
    sign.destinationRef = strings.number(of: posted.destinationRef)
    signs.append(sign)
  }

  private func tenths(_ kmh: Double) -> UInt16 { UInt16(min(max((kmh * 10).rounded(), 1), 5000)) }

  private func coordinate(_ node: Int) -> Coordinate { extract.node(at: node).coordinate }

  private mutating func number(_ place: Int) -> UInt32 {
    if let number = numbers[place] { return number }
    let number = UInt32(nodes.count)
    let node = extract.node(at: place)
    numbers[place] = number
    places.append(place)
    nodes.append(
      NodeRecord(source: FeatureID(.node, node.id), coordinate: node.coordinate, level: .ground, levelName: 0)
    )
    return number
  }

  /// Counts lights and signs strictly inside an edge; a sign that doesn't say for whom it stands is for those
  /// who come to the nearer end.
  private func countWaits(_ road: RoadFeature, _ from: Int, _ to: Int, _ edge: inout DriveEdgeRecord) {
    for wait in DriveEdgeRecord.Wait.allCases {
      edge[wait, forward: true] = 0
      edge[wait, forward: false] = 0
    }
    for position in from + 1..<max(to, from + 1) {
      guard let node = roads.nodes[road.nodes[position]], let wait = node.wait else { continue }
      let before = NetworkDraft.length(road.nodes[from...position].map(coordinate))
      let directions = node.waitDirections ?? (before * 2000 > Double(edge.length) ? 1 : 2)
      if directions & 1 != 0 { edge[wait, forward: true] += 1 }
      if directions & 2 != 0 { edge[wait, forward: false] += 1 }
    }
  }

  /// What happens to vehicles at a node.
  func roadNode(_ node: Int) -> RoadNode? { roads.nodes[places[node]] }

  /// Puts nodes on the levels of their edges: one that all of them share, else one that the map states.
  mutating func settleLevels() {
    var range = [ClosedRange<Level>?](repeating: nil, count: nodes.count)
    for edge in edges where edge.traits.contains(.hasLevel) {
      for node in [Int(edge.tail), Int(edge.head)] {
        let levels = edge.lowLevel...edge.highLevel
        guard let known = range[node] else {
          range[node] = levels
          continue
        }
        let low = max(known.lowerBound, levels.lowerBound)
        let high = min(known.upperBound, levels.upperBound)
        if low <= high { range[node] = low...high }
      }
    }
    for node in nodes.indices {
      guard let levels = range[node] else { continue }
      nodes[node].level = min(max(.ground, levels.lowerBound), levels.upperBound)
    }
  }
}
