import Geodesy
import WardwayMap

/// Joins the outer doors of buildings whose maps are files of their own to the ways of the streets.
///
/// A door is joined to the nearest way on its level that one can walk to straight, by a footway that nobody drew;
/// each is reported, and so is each door for which there is none.
struct StreetLinker {
  /// How far a door may be from a way, in metres.
  private static let reach = 50.0
  /// Nodes of a way are used if they are this near to the nearest point of it, in metres.
  private static let sameNode = 0.5

  struct Piece {
    var source: FeatureID
    /// The way's nodes at its ends; nil where the streets are in another file, whose ways stay as they are.
    var nodes: (Int64, Int64)?
    var segment: Segment
    /// The levels that its way states; the ground where it states none.
    var levels: [Level]
  }

  /// A place on a way where a door may be joined to it.
  struct Candidate {
    var piece: Int
    var place: Coordinate
    /// The way's node that is there, if there is one.
    var node: Int64?
    var metres: Double
  }

  private static func canBeJoined(_ kind: EdgeKind, _ attributes: EdgeAttributes) -> Bool {
    !attributes.isIndoor && attributes.access == .everyone && kind != .ferry && kind != .platform
  }

  let pieces: [Piece]
  let tree: PackedRTree
  let walls: StreetWalls
  /// The nodes that were put into ways, by the piece.
  private var inserted: [Int: [(node: Int64, place: Coordinate)]] = [:]

  /// Joins what is in a box to the streets of the same map.
  ///
  /// - Complexity: O(*n* log *n*) for *n* nodes of the streets' ways.
  init(_ streets: OSMExtract, around box: BoundingBox, walls: [OuterWall]) {
    let near = box.expanded(byMetres: Self.reach)
    var found: [Piece] = []
    for way in streets.ways where !way.tags.isEmpty {
      guard let feature = WalkClassifier.classify(way.tags, isClosed: way.isClosed),
        feature.role == .flat, Self.canBeJoined(feature.kind, feature.attributes),
        !feature.stated.isEmpty || !feature.isOffGround
      else { continue }
      let levels = feature.stated.isEmpty ? [Level.ground] : feature.stated
      for (a, b) in zip(way.nodes, way.nodes.dropFirst()) {
        guard a != b, let start = streets.coordinate(ofNode: a), let end = streets.coordinate(ofNode: b),
          BoundingBox([start, end]).intersects(near)
        else { continue }
        found.append(
          Piece(source: FeatureID(.way, way.id), nodes: (a, b), segment: Segment(start, end), levels: levels))
      }
    }
    self.init(found, StreetWalls(StreetWalls.walls(in: streets), own: walls))
  }

  /// Joins what is in a box to the streets of an atlas.
  ///
  /// - Complexity: O(edges in the box + corners of the streets' buildings).
  init(_ streets: WalkNetwork, around box: BoundingBox, walls: [OuterWall]) {
    let box = box.expanded(byMetres: Self.reach)
    var found: [Piece] = []
    for edge in streets.numbers(in: box) {
      let record = streets.edges[edge]
      let level = streets.tailLevel(of: edge)
      guard record.kind.isSnappable, record.length > 0, level == streets.headLevel(of: edge),
        Self.canBeJoined(record.kind, record.attributes)
      else { continue }
      streets.forEachSegment(of: edge) { a, b in
        found.append(Piece(source: record.source, segment: Segment(a, b), levels: [level]))
      }
    }
    self.init(found, StreetWalls(StreetWalls.walls(in: box, of: streets), own: walls))
  }

  private init(_ pieces: [Piece], _ walls: StreetWalls) {
    self.pieces = pieces
    self.walls = walls
    tree = PackedRTree(pieces.map { BoundingBox([$0.segment.start, $0.segment.end]) })
  }

  /// Joins what leads outdoors to the streets of the same map, else to those of an atlas.
  ///
  /// Open ground ends at the edge of the campus: streets in another file are met there without this.
  static func joinOutside(of builder: inout ExtractBuilder, besides atlas: WalkNetwork?) {
    let doors = builder.outerDoors
    let grounds = builder.streets == nil ? [] : builder.outerGrounds
    let box = BoundingBox(doors.map(\.place) + grounds.flatMap(\.places))
    guard !box.isEmpty else { return }
    let walls = builder.outerWalls
    var linker =
      builder.streets.map { StreetLinker($0, around: box, walls: walls) }
      ?? atlas.map { StreetLinker($0, around: box, walls: walls) }
    linker?.link(doors, in: &builder)
    linker?.link(grounds, in: &builder)
  }

  /// Adds a footway from each door to the streets in front of it.
  mutating func link(_ doors: [OuterDoor], in builder: inout ExtractBuilder) {
    for door in doors {
      let candidates = candidates(near: door)
      guard let found = candidates.first(where: { walls.isClear(from: door, to: $0.place) }) else {
        builder.diagnostics.append(Self.noWay(to: door, isBlocked: !candidates.isEmpty))
        continue
      }
      let node = node(at: found, outside: door.outside, in: &builder)
      addWay(
        named: "\(door.id) outdoors", from: door.node, to: node, [door.level, door.outside], in: &builder)
      let tenths = Int((found.metres * 10).rounded())
      builder.diagnostics.append(
        Diagnostic(
          .entranceLinkAssumed, .note, FeatureID(feature: door.id), at: door.place,
          "the map doesn't say how one gets from '\(door.id.prefix(40))' to the streets; a straight footway of "
            + "\(tenths / 10).\(tenths % 10) m to \(pieces[found.piece].source) is assumed. Draw it"))
    }
  }

  func addWay(
    named id: String, from: Int64, to: Int64, _ levels: [Level], in builder: inout ExtractBuilder
  ) {
    // Both levels, so that the ways outdoors stay on theirs.
    let text = Set(levels).sorted().map { "\($0)" }.joined(separator: ";")
    builder.addWay(id, through: [from, to], ["highway": "footway", "level": text])
  }

  private static func noWay(to door: OuterDoor, isBlocked: Bool) -> Diagnostic {
    let reason =
      isBlocked
      ? "walls, water or tracks lie before each way on level \(door.outside) within \(Int(reach)) m"
      : "no way on level \(door.outside) is within \(Int(reach)) m"
    return Diagnostic(
      .entranceNotLinked, .warning, FeatureID(feature: door.id), at: door.place,
      "'\(door.id.prefix(40))' leads outdoors, but \(reason); draw one up to it, or check levels and placement"
    )
  }

  // MARK: Ways

  /// The places on ways that a door may be joined to, the nearest first.
  private func candidates(near door: OuterDoor) -> [Candidate] {
    guard !pieces.isEmpty else { return [] }
    let frame = LocalFrame(origin: door.place)
    var found: [Candidate] = []
    tree.search(in: BoundingBox(door.place).expanded(byMetres: Self.reach)) { item in
      let piece = pieces[Int(item)]
      guard piece.levels.contains(door.outside) else { return }
      let nearest = piece.segment.nearest(toOriginOf: frame)
      // The ends as well: the nearest point may lie behind a corner.
      for fraction in [nearest.fraction, 0, 1] {
        let place = piece.segment.coordinate(at: fraction)
        let metres = distance(door.place, place)
        guard metres <= Self.reach else { continue }
        let node = Self.node(of: piece, at: place)
        found.append(Candidate(piece: Int(item), place: place, node: node, metres: metres))
      }
    }
    return found.sorted { ($0.metres, $0.piece) < ($1.metres, $1.piece) }
  }

  /// The node at an end of a piece, if a place is there.
  static func node(of piece: Piece, at place: Coordinate) -> Int64? {
    if distance(piece.segment.start, place) <= sameNode { return piece.nodes?.0 }
    return distance(piece.segment.end, place) <= sameNode ? piece.nodes?.1 : nil
  }

  /// The node of a way at a place; put into the way if it has none there.
  mutating func node(
    at candidate: Candidate, outside level: Level, in builder: inout ExtractBuilder
  ) -> Int64 {
    if let node = candidate.node { return node }
    let piece = pieces[candidate.piece]
    guard let ends = piece.nodes else {
      return builder.addNode(at: candidate.place, [OwnTags.streetEnd: "\(level)"])
    }
    let known = inserted[candidate.piece]?.first { distance($0.place, candidate.place) <= Self.sameNode }
    if let known { return known.node }
    let node = builder.addNode(at: candidate.place)
    // In the order along the piece: behind those that are nearer to its start.
    let before = (inserted[candidate.piece] ?? []).filter {
      distance($0.place, piece.segment.start) < distance(candidate.place, piece.segment.start)
    }.max { distance($0.place, piece.segment.start) < distance($1.place, piece.segment.start) }
    builder.insert(node, intoWay: piece.source.number, after: before?.node ?? ends.0, before: ends.1)
    inserted[candidate.piece, default: []].append((node, candidate.place))
    return node
  }
}

extension WalkNetwork {
  /// The numbers of the edges in a box, in order.
  fileprivate func numbers(in box: BoundingBox) -> [Int] {
    var found: [Int] = []
    tree.search(in: box) { found.append(Int($0)) }
    return found.sorted()
  }
}
