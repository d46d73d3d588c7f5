import Geodesy
import WardwayMap

/// A place in the network where features meet on one level: the draft's node and what meets there.
struct Spot {
  /// The node of the draft.
  var node: Int
  var level: Level
  /// The number of edges that end here.
  var arms = 0
  /// Whether the tags of a feature here state the level.
  var isStated = false
  /// Whether stairs or the like end here.
  var isClimb = false
  /// Whether everything here is indoors.
  var isIndoor = true
  /// Whether it belongs to a room alone, behind whose walls nothing else is.
  var isRoom = false
  /// Whether a line, not only the outline of an area, comes here.
  var hasLine = false
}

/// The spots of each node of the source.
///
/// Features that meet in a node on the same level share a spot. Rooms have spots of their own, and where the
/// node is a door or a gate, so has each side of it.
struct SpotRegistry {
  struct Key: Hashable {
    var node: Int
    var level: Level
    /// 0 for what is shared; a feature + 1 for what belongs to a room or a side.
    var owner = 0
    /// Which side of a door along the owner.
    var side = 0
  }

  private var numbers: [Key: Int] = [:]
  private(set) var spots: [Spot] = []
  /// The spots of each node, in the order in which they were made.
  private(set) var ofNode: [Int: [Int]] = [:]

  /// Returns the spot for a key; `make` gives the draft's node for a new one.
  mutating func spot(_ key: Key, make: () -> Int) -> Int {
    if let number = numbers[key] { return number }
    let number = spots.count
    spots.append(Spot(node: make(), level: key.level))
    numbers[key] = number
    ofNode[key.node, default: []].append(number)
    return number
  }

  subscript(number: Int) -> Spot {
    get { spots[number] }
    set { spots[number] = newValue }
  }
}
