import WardwayMap
import WardwayRouting

/// What one walks on, as a text names it.
struct Way: Hashable {
  /// What it is like.
  enum Character: Hashable {
    case road
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
    let indoor = edge.attributes.isIndoor
    character =
      switch edge.kind {
      case .road: .road
      case .footway: indoor ? .corridor : .footway
      case .path: .path
      case .crossing: .crossing
      case .corridor: .corridor
      case .area: edge.attributes.isRoom ? .room : indoor ? .hall : .square
      case .platform: .platform
      default: .other
      }
    name = character == .crossing ? "" : cleanName(edge.name)
    if name.isEmpty, character == .road { name = RoadSign.list(edge.ref).joined(separator: "/") }
  }

  /// The ways of some edges; what goes on is read once.
  static func all(of edges: [TravelledEdge]) -> [Way] {
    var ways: [Way] = []
    ways.reserveCapacity(edges.count)
    for index in edges.indices {
      let goesOn =
        index > 0 && edges[index].kind == edges[index - 1].kind && edges[index].name == edges[index - 1].name
        && edges[index].ref == edges[index - 1].ref && edges[index].attributes == edges[index - 1].attributes
      ways.append(goesOn ? ways[index - 1] : Way(edges[index]))
    }
    return ways
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
