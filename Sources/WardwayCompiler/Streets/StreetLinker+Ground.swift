import Geodesy
import WardwayMap

extension StreetLinker {
  /// How far open ground may be from a way that it is joined to, in metres.
  private static let groundReach = 5.0

  /// Where the ring of a ground and a way come nearest to each other.
  private struct Contact {
    var side: Int
    var onRing: Coordinate
    var candidate: Candidate
  }

  /// Joins open ground to each way that crosses its edge or comes close to it.
  mutating func link(_ grounds: [OuterGround], in builder: inout ExtractBuilder) {
    for ground in grounds {
      for (number, contact) in contacts(of: ground).enumerated() {
        let node = node(at: contact.candidate, outside: ground.outside, in: &builder)
        let ends = (ground.nodes[contact.side], ground.nodes[contact.side + 1])
        guard contact.candidate.metres > 0.05 else {
          builder.insert(node, intoWay: ground.way, after: ends.0, before: ends.1)
          continue
        }
        let own = builder.addNode(at: contact.onRing)
        builder.insert(own, intoWay: ground.way, after: ends.0, before: ends.1)
        addWay(
          named: "\(ground.id) outdoors \(number + 1)", from: own, to: node, [ground.level, ground.outside],
          in: &builder)
      }
    }
  }

  /// The nearest contact with each way; those on one side from its end to its start, so that each is put behind
  /// the side's first node.
  private func contacts(of ground: OuterGround) -> [Contact] {
    guard !pieces.isEmpty else { return [] }
    var best: [FeatureID: Contact] = [:]
    for side in 0..<max(ground.nodes.count - 1, 0) {
      let frame = LocalFrame(origin: ground.places[side])
      let wall = (frame.point(ground.places[side]), frame.point(ground.places[side + 1]))
      let box = BoundingBox([ground.places[side], ground.places[side + 1]])
      tree.search(in: box.expanded(byMetres: Self.groundReach)) { item in
        let piece = pieces[Int(item)]
        guard piece.levels.contains(ground.outside) else { return }
        let line = (frame.point(piece.segment.start), frame.point(piece.segment.end))
        let (a, b) = Self.nearest(wall, line)
        let metres = a.metres(to: b)
        let known = best[piece.source]
        guard metres <= Self.groundReach, metres < known?.candidate.metres ?? .infinity else { return }
        let (onRing, place) = (frame.coordinate(a), frame.coordinate(b))
        let door = OuterDoor(
          id: ground.id, node: 0, place: onRing, level: ground.level, outside: ground.outside)
        guard walls.isClear(from: door, to: place) else { return }
        let candidate = Candidate(
          piece: Int(item), place: place, node: Self.node(of: piece, at: place), metres: metres)
        best[piece.source] = Contact(side: side, onRing: onRing, candidate: candidate)
      }
    }
    func key(_ contact: Contact) -> (Int, Double, Int) {
      (contact.side, -distance(ground.places[contact.side], contact.onRing), contact.candidate.piece)
    }
    return best.values.sorted { key($0) < key($1) }
  }

  /// The points of two lines that are nearest to each other; where they cross, the same.
  private static func nearest(
    _ one: (LocalFrame.Point, LocalFrame.Point), _ other: (LocalFrame.Point, LocalFrame.Point)
  ) -> (LocalFrame.Point, LocalFrame.Point) {
    let (sideA, sideB) = (one.0.turn(one.1, other.0), one.0.turn(one.1, other.1))
    let (from, to) = (other.0.turn(other.1, one.0), other.0.turn(other.1, one.1))
    if (sideA > 0) != (sideB > 0), (from > 0) != (to > 0) {
      let place = one.0.toward(one.1, from / (from - to))
      return (place, place)
    }
    func foot(_ point: LocalFrame.Point, _ line: (LocalFrame.Point, LocalFrame.Point)) -> LocalFrame.Point {
      line.0.toward(line.1, point.share(along: line.0, line.1))
    }
    let pairs = [
      (one.0, foot(one.0, other)), (one.1, foot(one.1, other)), (foot(other.0, one), other.0),
      (foot(other.1, one), other.1),
    ]
    return pairs.min { $0.0.metres(to: $0.1) < $1.0.metres(to: $1.1) } ?? pairs[0]
  }
}
