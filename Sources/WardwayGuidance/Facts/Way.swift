import Geodesy
import WardwayMap
import WardwayRouting

/// What one walks on, as a text names it.
package struct Way: Codable, Hashable, Sendable {
  /// What it is like.
  enum Character: Codable, Hashable, Sendable {
    case road
    /// Where cars drive to their spaces, or to a house.
    case lane
    case footway
    case path
    case crossing
    case corridor
    case hall
    case room
    case square
    case platform
    /// Nothing that one would name.
    case other
  }

  /// Its own name, or for a road its number, or "".
  var name: String
  /// What it is like.
  var character: Character

  /// Nothing that one would name.
  static let none = Way(name: "", character: .other)

  init(name: String, character: Character) {
    self.name = name
    self.character = character
  }

  init(_ edge: TravelledEdge) {
    let (indoor, room) = (edge.attributes.isIndoor, edge.attributes.isRoom)
    character =
      switch edge.kind {
      case .road: edge.road == nil && Self.isLane(edge) ? .lane : .road
      case .footway: room ? .room : indoor ? .corridor : .footway
      case .path: .path
      case .crossing: .crossing
      case .corridor: room ? .room : .corridor
      case .area: room ? .room : indoor ? .hall : .square
      case .platform: .platform
      default: .other
      }
    name = character == .crossing ? "" : cleanName(edge.name)
    if name.isEmpty, character == .road { name = RoadSign.list(edge.ref).joined(separator: "/") }
  }

  /// Whether a road is one of a garage or a car park to those who walk on it.
  private static func isLane(_ edge: TravelledEdge) -> Bool {
    edge.attributes.isLane || edge.attributes.isIndoor || edge.fromLevel != .ground || edge.toLevel != .ground
  }

  /// The ways of some edges; what goes on is read once.
  static func all(of edges: [TravelledEdge]) -> [Way] {
    var ways: [Way] = []
    ways.reserveCapacity(edges.count)
    for index in edges.indices {
      let goesOn = index > 0 && isSame(index, index - 1, of: edges)
      ways.append(goesOn ? ways[index - 1] : Way(edges[index]))
    }
    return ways
  }

  private static func isSame(_ a: Int, _ b: Int, of edges: [TravelledEdge]) -> Bool {
    edges[a].kind == edges[b].kind && edges[a].name == edges[b].name && edges[a].ref == edges[b].ref
      && edges[a].attributes == edges[b].attributes && edges[a].fromLevel == edges[b].fromLevel
      && edges[a].toLevel == edges[b].toLevel
  }

  /// Whether its name is a number that needs a word beside it.
  var isBareNumber: Bool {
    character == .road && !name.isEmpty && name.allSatisfy { $0.isNumber || $0 == "/" }
  }

  /// Whether one may cross it freely, so that slight turns on it mean nothing.
  var isOpen: Bool {
    switch character {
    case .hall, .room, .square, .platform: true
    default: false
    }
  }
}
