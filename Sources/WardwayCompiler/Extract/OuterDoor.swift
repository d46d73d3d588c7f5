import Geodesy

/// A door of a building whose map is a file of its own: in front of it lie the streets.
struct OuterDoor {
  /// What its format calls it.
  var id: String
  /// The number of its node in the extract.
  var node: Int64
  var place: Coordinate
  /// The storey that it is on.
  var level: Level
  /// The level of the streets in front of it: the ground, or its storey where that is another one.
  var outside: Level
}

/// An outline of a building whose map is a file of its own.
struct OuterWall {
  /// The storey that it encloses.
  var level: Level
  var ring: [Coordinate]
}

/// A ring of open ground of a building whose map is a file of its own, as its forecourt: around it lie the streets.
struct OuterGround {
  var id: String
  /// The way that it is in the extract, and its nodes; the first one is the last one too.
  var way: Int64
  var nodes: [Int64]
  var places: [Coordinate]
  var level: Level
  /// The level of the streets around it.
  var outside: Level
}

/// Which storey of a building lies on the ground.
enum GroundStorey {
  /// 0 by all formats' rules; 1 where floors are plainly counted from there.
  static func of(_ storeys: some Sequence<Level>) -> Level {
    let storeys = Set(storeys)
    guard !storeys.contains(.ground), let first = Level(1), storeys.contains(first) else { return .ground }
    return first
  }

  /// The level of the streets in front of a door: doors below and above the ground open to streets that say so.
  static func outside(of level: Level, ground: Level) -> Level { level == ground ? .ground : level }
}
