import Geodesy
import WardwayMap

/// Something of the map that people walk on, ride or pass along: a way, or the outline of an area.
struct WalkFeature {
  /// How a feature relates to levels.
  enum Role {
    /// It lies on a level; on several where it is repeated.
    case flat
    /// It leads from a level to another one: stairs, an escalator, a ramp.
    case climb
    /// An elevator that is drawn as a way or an area.
    case shaft
    /// An area with stairs in it.
    case stairwell
  }

  /// The feature of the source.
  var source: FeatureID
  /// Its nodes, as indices into the extract; a ring repeats its first node at the end.
  var nodes: [Int]
  /// Whether it is the outline of an area.
  var isRing = false
  /// The closed rings of an area, each repeating its first node at the end: the outer ones, and holes.
  ///
  /// An area whose rings don't close here has none; its outline is walked along.
  var outerRings: [[Int]] = []
  var innerRings: [[Int]] = []
  /// Whether it lies on a bridge, in a tunnel or on another layer than the ground.
  var isOffGround = false
  /// Whether it is a building.
  var isBuilding = false
  /// Its `layer`, where that is a level too.
  var layer: Level?
  /// What its edges are.
  var kind: EdgeKind
  /// How it relates to levels.
  var role = Role.flat
  /// The levels that its tags state, ascending; empty where they state none.
  var stated: [Level] = []
  /// Whether its levels are repetitions of the same thing (`repeat_on`).
  var repeats = false
  /// The names of its levels as posted, one for each or one for all.
  var levelNames: [String] = []
  /// Open directions, as in ``EdgeRecord/directions``.
  var directions: UInt8 = 3
  /// What its edges' attributes are.
  var attributes = EdgeAttributes()
  /// Clear width in centimetres, 0 if unknown.
  var width: UInt16 = 0
  /// Rise along the way in thousandths.
  var incline = EdgeRecord.unknownIncline
  /// For stairs with a ramp beside them, whom it carries: wheelchairs (`yes`) or strollers alone (`no`).
  var ramp: WheelchairAccess?
  /// Whether it is an area with steps, not a staircase.
  var isStepArea = false
  /// Whether it is the outline of something that is a way of its own (`area:highway`).
  var isOutlineOfWay = false
  /// Whether it is a road within a property, such as into a garage.
  var isServiceRoad = false
  /// Number of steps, 0 if unknown.
  var stepCount: UInt16 = 0
  /// What using the whole of it takes, in seconds, where the map says so.
  var seconds: Double?
  /// Its name and ref.
  var name = ""
  var ref = ""
  /// Whether it is the sidewalk of a street and doesn't say of which.
  var isSidewalk = false

  /// Whether it is a road, which lies on the ground unless its tags say otherwise.
  var isRoad: Bool { kind == .road }

  /// Whether it is an area that one walks about in.
  var isArea: Bool { role == .flat && !outerRings.isEmpty }

  /// Whether it is a square or a building, which lies on the ground unless a way outdoors says otherwise.
  ///
  /// That stairs or a corridor of another level come to its corner doesn't move it.
  var standsOnGround: Bool {
    isRing && !isOffGround && kind != .platform && (isBuilding || !attributes.isIndoor)
  }

  /// The posted name of one of its levels, or "".
  func levelName(of level: Level) -> String {
    if levelNames.count == 1, stated.count <= 1 { return levelNames[0] }
    guard levelNames.count == stated.count, let index = stated.firstIndex(of: level) else { return "" }
    return levelNames[index]
  }
}
