import Geodesy
import WardwayMap

/// What may lie in an area without being on its ring, by place: ends and crossings of lines, doors, elevators,
/// and the corners of what stands in it.
struct AreaNeighbours {
  /// A node of the source that something other than the area meets in.
  struct Candidate {
    var node: Int
    /// The levels on which it can be met.
    var levels: [Level]
    /// Whether its tags state them.
    var saysLevel = true
    /// Whether it is on the area's level where its line comes onto the area: not stairs, nor a bridge over it.
    var staysLevel = false
    /// Whether it may lie a little outside the area: a door that isn't drawn quite on the wall.
    var isDoor = false
    /// Whether it is on the ring of an open area, which goes over into another one where both overlap.
    var isOpenRing = false
    /// Whether it is an elevator that doesn't state its levels and that no line leads to.
    var isOnAnyLevel = false
    /// The feature that it is of, or -1.
    var feature = -1
  }

  /// How far off a wall a door may be drawn, in metres.
  static let doorReach = 0.5

  private(set) var candidates: [Candidate] = []
  private let tree: PackedRTree
  private let places: [Coordinate]

  init(_ builder: WalkNetworkBuilder) {
    var found: [Candidate] = []
    let (features, stitcher) = (builder.found.features, builder.stitcher)
    for (index, feature) in features.enumerated() {
      if feature.isArea, !stitcher.isClimb(index) {
        let isRoom = feature.attributes.isRoom
        for node in feature.openNodes where !isRoom || builder.isCut(node) {
          found.append(
            Candidate(
              node: node, levels: stitcher.levels[index], saysLevel: !feature.stated.isEmpty,
              staysLevel: !feature.isOffGround, isDoor: isRoom && builder.isHalfDoor(node),
              isOpenRing: !isRoom, feature: index))
        }
      } else if feature.role == .shaft || feature.role == .stairwell {
        let doors = feature.openNodes.filter { builder.found.passages[$0]?.kind != nil }
        for node in doors.isEmpty ? Array(feature.openNodes) : doors {
          found.append(Candidate(node: node, levels: feature.stated, feature: index))
        }
      } else {
        let last = feature.nodes.count - 1
        for (position, node) in feature.nodes.enumerated()
        where position == 0 || position == last || builder.isCut(node) {
          found.append(
            Candidate(
              node: node, levels: stitcher.levels(of: index, at: position),
              saysLevel: !feature.stated.isEmpty,
              staysLevel: !stitcher.isClimb(index) && !feature.isOffGround,
              isDoor: builder.found.passages[node]?.kind != nil, feature: index))
        }
      }
    }
    for (node, elevator) in builder.found.elevators.sorted(by: { $0.key < $1.key }) {
      let isAlone = elevator.stated.isEmpty && builder.uses.count(of: node) == 0
      found.append(Candidate(node: node, levels: elevator.stated, isOnAnyLevel: isAlone))
    }
    for (node, passage) in builder.found.passages.sorted(by: { $0.key < $1.key })
    where passage.isDoor && passage.kind != nil && builder.uses.count(of: node) == 0 {
      let levels = LevelTag.all(builder.extract.node(at: node).tags)
      found.append(Candidate(node: node, levels: levels, isDoor: true))
    }
    candidates = found
    places = found.map { builder.extract.node(at: $0.node).coordinate }
    tree = PackedRTree(places.map { BoundingBox($0) })
  }

  /// Returns the candidates in or at an area on a level, by their numbers; those on its own rings aren't meant.
  func numbers(in space: FreeSpace, level: Level) -> [Int] {
    var numbers: [Int] = []
    tree.search(in: space.box.expanded(byMetres: Self.doorReach)) { item in
      let candidate = candidates[Int(item)]
      guard candidate.levels.contains(level) || candidate.isOnAnyLevel else { return }
      let place = places[Int(item)]
      if space.contains(place) || candidate.isDoor && space.nearest(to: place).metres <= Self.doorReach {
        numbers.append(Int(item))
      }
    }
    return numbers.sorted()
  }
}
