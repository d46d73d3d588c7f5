import Geodesy
import WardwayMap

/// What is on a floor in a part of the map, sorted by how it is drawn.
struct FloorContents {
  /// How a way on a floor looks.
  enum Band: Int, CaseIterable {
    case road, footway, staff, corridor, ramp, stairs, escalator
  }

  /// A room, a hall or a platform: rings of which it is the inside.
  struct Area {
    var rings: [[Coordinate]]
    var isRoom: Bool
    var isStaffOnly: Bool
  }

  /// A door or an entrance on a way.
  struct Door {
    var place: Coordinate
    /// A point of the way that leads through it.
    var toward: Coordinate
    var isEntrance: Bool
    var source: FeatureID
    var name: String
  }

  /// An elevator's shaft.
  struct Shaft {
    var source: FeatureID
    var place: Coordinate
    var isStaffOnly: Bool
  }

  /// A place with a name.
  struct NamedPlace {
    var source: FeatureID
    var place: Coordinate
    var name: String
    var kind: String
  }

  let level: Level
  var areas: [Area] = []
  /// Lines with their width in metres.
  var bands: [Band: [(line: [Coordinate], width: Double)]] = [:]
  var doors: [Door] = []
  /// The neighbours of the corners of areas, for the doors in their walls.
  private var sides: [Coordinate: (Coordinate, Coordinate)] = [:]
  var shafts: [Shaft] = []
  var places: [NamedPlace] = []
  /// What is seen of the floor inside buildings.
  var indoorBox = BoundingBox.empty

  /// Collects a floor from networks of which a later one leaves out what an earlier one has.
  ///
  /// - Complexity: O(log *n* + edges in the box), and O(places) of all networks.
  init(_ level: Level, in box: BoundingBox, networks: [WalkNetwork], drive: DriveNetwork?) {
    self.level = level
    for (number, network) in networks.enumerated() {
      let known = networks[..<number]
      collectEdges(of: network, in: box, unless: known)
      collectAreas(of: network, in: box, unless: known)
      for place in network.places where box.contains(place.coordinate) {
        guard place.hasLevel ? place.level == level : level == .ground,
          !known.contains(where: { $0.place(from: place.source) != nil })
        else { continue }
        places.append(
          NamedPlace(
            source: place.source, place: place.coordinate, name: network.strings[place.name],
            kind: network.strings[place.kind]))
      }
    }
    if let drive { collectRoads(of: drive, in: box) }
  }

  private mutating func collectRoads(of drive: DriveNetwork, in box: BoundingBox) {
    for edge in drive.numbers(in: box) {
      let record = drive.edges[edge]
      guard record.lowLevel <= level, level <= record.highLevel, record.roadClass != .ferry else { continue }
      bands[.road, default: []].append((drive.points(of: edge), 4.5))
    }
  }

  private mutating func collectEdges(
    of network: WalkNetwork, in box: BoundingBox, unless known: ArraySlice<WalkNetwork>
  ) {
    var rings: Set<FeatureID> = []
    for edge in network.numbers(in: box) {
      let record = network.edges[edge]
      let (tail, head) = (network.nodes[Int(record.tail)], network.nodes[Int(record.head)])
      guard tail.level == level || head.level == level,
        !known.contains(where: { !$0.edges(from: record.source).isEmpty })
      else { continue }
      switch record.kind {
      case .elevatorBoard, .elevatorRide, .elevatorAlight:
        guard !shafts.contains(where: { $0.source == record.source }) else { continue }
        shafts.append(
          Shaft(
            source: record.source, place: tail.coordinate,
            isStaffOnly: record.attributes.access == .staff || record.attributes.elevator != .everyone))
      case .door: addDoor(edge, of: network)
      case .barrier, .kerb, .connector, .ferry: continue
      case _ where record.attributes.isMesh: continue
      case .area, .platform:
        rings.insert(record.source)
      default:
        let line = network.points(of: edge)
        if record.attributes.isIndoor { for point in line { indoorBox.expand(to: point) } }
        let width = record.width == 0 ? 2.2 : min(max(Double(record.width) / 100, 1.2), 8)
        bands[band(of: record), default: []].append((line, width))
      }
    }
    for source in rings.sorted() { addArea(source, of: network) }
  }

  private mutating func collectAreas(
    of network: WalkNetwork, in box: BoundingBox, unless known: ArraySlice<WalkNetwork>
  ) {
    var found: [Int] = []
    network.areas.tree.search(in: box) { found.append(Int($0)) }
    for number in found.sorted() {
      let record = network.areas.records[number]
      guard record.level == level,
        !known.contains(where: { !$0.areas.areas(from: record.edge.source).isEmpty })
      else { continue }
      let attributes = record.edge.attributes
      let rings = network.areas.rings(of: number).map { $0 + [$0[0]] }
      if attributes.isIndoor || attributes.isRoom { indoorBox.expand(to: BoundingBox(rings[0])) }
      areas.append(
        Area(rings: rings, isRoom: attributes.isRoom, isStaffOnly: attributes.access == .staff))
      sides.merge(Self.sides(of: rings)) { first, _ in first }
    }
    // A door in a wall that is drawn leads straight through it.
    for door in doors.indices {
      if let (before, after) = sides[doors[door].place] {
        doors[door].toward = Self.across(doors[door].place, before, after)
      }
    }
  }

  /// The neighbours of each corner of some rings.
  private static func sides(of rings: [[Coordinate]]) -> [Coordinate: (Coordinate, Coordinate)] {
    var sides: [Coordinate: (Coordinate, Coordinate)] = [:]
    for ring in rings {
      for index in 0..<ring.count - 1 {
        sides[ring[index]] = (ring[index == 0 ? ring.count - 2 : index - 1], ring[index + 1])
      }
    }
    return sides
  }

  /// A place off a wall's corner, square to the wall.
  private static func across(_ place: Coordinate, _ before: Coordinate, _ after: Coordinate) -> Coordinate {
    let frame = LocalFrame(origin: place)
    let (a, b) = (frame.point(before), frame.point(after))
    let (x, y) = (b.x - a.x, b.y - a.y)
    let length = max((x * x + y * y).squareRoot(), 1e-9)
    return frame.coordinate(LocalFrame.Point(x: -y / length * 3, y: x / length * 3))
  }

  private func band(of record: EdgeRecord) -> Band {
    switch record.kind {
    case .stairs: .stairs
    case .escalator, .movingWalk: .escalator
    case .ramp: .ramp
    case .road: .road
    default: record.attributes.access == .staff ? .staff : record.attributes.isIndoor ? .corridor : .footway
    }
  }

  private mutating func addDoor(_ edge: Int, of network: WalkNetwork) {
    let record = network.edges[edge]
    let place = network.nodes[Int(record.tail)].coordinate
    guard !doors.contains(where: { $0.place == place }) else { return }
    // Rooms' outlines pass a door sideways; a way leads through it.
    let ways = (network.edges(at: record.tail) + network.edges(at: record.head)).filter {
      network.edges[$0].length > 0
    }
    guard let way = ways.first(where: { network.edges[$0].kind != .area }) ?? ways.first else { return }
    let other = network.edges[way]
    let node = other.tail == record.tail || other.head == record.tail ? record.tail : record.head
    doors.append(
      Door(
        place: place, toward: network.point(nextTo: node, on: way),
        isEntrance: record.attributes.isEntrance, source: record.source, name: network.strings[record.name]))
  }

  /// Joins open lines where one goes on where another ends: outlines of several ways come in any order.
  private static func join(_ lines: inout [[Coordinate]]) {
    var index = 0
    while index < lines.count {
      let line = lines[index]
      guard line.first != line.last,
        let other = lines.indices.first(where: {
          $0 > index && lines[$0].first != lines[$0].last
            && [lines[$0].first, lines[$0].last].contains(line.last)
        })
      else {
        index += 1
        continue
      }
      let next = lines.remove(at: other)
      lines[index] += (next.first == line.last ? next : next.reversed()).dropFirst()
    }
  }

  /// Puts the edges of an outline together again.
  private mutating func addArea(_ source: FeatureID, of network: WalkNetwork) {
    var lines: [[Coordinate]] = []
    var sample: EdgeRecord?
    for edge in network.edges(from: source).sorted() {
      let record = network.edges[edge]
      guard record.kind == .area || record.kind == .platform, network.tailLevel(of: edge) == level,
        network.headLevel(of: edge) == level
      else { continue }
      sample = record
      let line = network.points(of: edge)
      if let last = lines.last?.last, lines[lines.count - 1].first != last, last == line.first {
        lines[lines.count - 1] += line.dropFirst()
      } else {
        lines.append(line)
      }
    }
    guard let sample else { return }
    Self.join(&lines)
    let rings = lines.filter { $0.count > 3 && $0.first == $0.last }
    let attributes = sample.attributes
    if !rings.isEmpty {
      if attributes.isIndoor || attributes.isRoom {
        for ring in rings { indoorBox.expand(to: BoundingBox(ring)) }
      }
      areas.append(
        Area(rings: rings, isRoom: attributes.isRoom, isStaffOnly: attributes.access == .staff))
    }
    for line in lines where line.first != line.last || line.count <= 3 {
      bands[attributes.isIndoor ? .corridor : .footway, default: []].append((line, 1.2))
    }
  }
}

extension WalkNetwork {
  /// The numbers of the edges in a box, in order.
  func numbers(in box: BoundingBox) -> [Int] {
    var found: [Int] = []
    tree.search(in: box) { found.append(Int($0)) }
    return found.sorted()
  }
}

extension DriveNetwork {
  /// The numbers of the edges in a box, in order.
  func numbers(in box: BoundingBox) -> [Int] {
    var found: [Int] = []
    tree.search(in: box) { found.append(Int($0)) }
    return found.sorted()
  }
}
