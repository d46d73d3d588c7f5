import WardwayMap
import WardwayRouting

/// A junction as a driver comes to it: how far each way turns off, in degrees, right positive.
struct Junction {
  /// A way out that isn't taken.
  struct Rival {
    var angle: Double
    var rank: Int
    /// Whether it only joins roads.
    var isLink: Bool
    /// Whether it bears the name or the number of the road that one comes from.
    var keepsName = false
  }

  /// How far one turns.
  let angle: Double
  /// How important the road before and the road behind are; less is more.
  let before: Int
  let after: Int
  /// Whether the road behind only joins others.
  let isLink: Bool
  /// Whether one stays on the road, by its name or number, or by its kind if it has none.
  let staysOnRoad: Bool
  /// The other ways out that one could take for the way on.
  private(set) var rivals: [Rival]

  /// Up to so many degrees beside each other, two ways fork.
  private static let fork = 50.0

  init(_ leg: LegReading, _ joint: Joint) {
    let (arrival, departure) = (leg.arrival(joint), leg.departure(joint))
    angle = arrival.flatMap { arrival in departure.map { arrival.turn(into: $0) } } ?? 0
    let (edges, roads) = (leg.edges, leg.roads)
    before = roads[joint.before].roadClass.rank
    after = roads[joint.after].roadClass.rank
    isLink = roads[joint.after].roadClass.isLink
    let (name, ref) = (edges[joint.before].name, edges[joint.before].ref)
    let (next, nextRef) = (edges[joint.after].name, edges[joint.after].ref)
    let isNameless = name.isEmpty && ref.isEmpty && next.isEmpty && nextRef.isEmpty
    staysOnRoad = isNameless ? before == after : Self.areOne(name, ref, next, nextRef)
    rivals = []
    guard roads[joint.after].hasBranches, let bearing = arrival?.bearing else { return }
    let branches = leg.branches(at: joint.after)
    for index in branches.indices {
      var rival = Rival(
        angle: turnAngle(from: bearing, into: branches[index].bearing), rank: branches[index].roadClass.rank,
        isLink: branches[index].roadClass.isLink)
      guard competes(rival) else { continue }
      rival.keepsName = Self.areOne(name, ref, branches[index].name, branches[index].ref)
      // A road that is drawn twice is one.
      if !(rival.keepsName && abs(rival.angle - angle) < 2) { rivals.append(rival) }
    }
  }

  private static func areOne(_ name: String, _ ref: String, _ otherName: String, _ otherRef: String) -> Bool {
    !name.isEmpty && name == otherName || !ref.isEmpty && ref == otherRef
  }

  /// Whether anyone could take another way for the one on: not a drive of a house that turns off a street.
  private func competes(_ rival: Rival) -> Bool {
    let street = RoadClass.service.rank
    let isMinor =
      rival.rank >= street && before < street && after < street
      || rival.rank > street && before <= street && after <= street
    return !isMinor || leadsStraightOn(rival)
  }

  /// Whether somebody who is told nothing might take a minor road: it goes straight on and the road turns off, or
  /// the road ends.
  private func leadsStraightOn(_ rival: Rival) -> Bool {
    if abs(rival.angle) < 35, abs(angle) >= 45 { return true }
    // Where a road ends one turns left or right, whatever is on the other side.
    if abs(angle) >= 55, abs(rival.angle) >= 40, rival.angle * angle < 0 { return true }
    return rival.rank == RoadClass.service.rank && abs(rival.angle) + 30 < abs(angle)
  }

  /// What to say here, and which way; nil where the way on is plain.
  func maneuver() -> (kind: RoadTurn.Kind, modifier: Modifier)? {
    let size = abs(angle)
    if size >= 165 { return (.uTurn, .uturn) }
    if rivals.isEmpty { return nil }
    let near = rivals.lazy.filter { abs($0.angle - angle) < Self.fork && abs($0.angle) < 60 }
    if size < 60, !near.isEmpty {
      if near.allSatisfy({ isPlain(against: $0) }) { return nil }
      if size >= 25, near.contains(where: { abs($0.angle) < 15 }) { return (.turn, Modifier(angle: angle)) }
      if near.allSatisfy({ $0.angle > angle }) { return (.fork, .slightLeft) }
      return (.fork, near.allSatisfy { $0.angle < angle } ? .slightRight : .straight)
    }
    let modifier = Modifier(angle: angle)
    if modifier == .straight { return nil }
    if size < 55 {
      let isMain = rivals.allSatisfy { after <= $0.rank && (staysOnRoad || abs($0.angle) >= size + 40) }
      return isMain ? nil : (.turn, modifier)
    }
    return (.turn, modifier)
  }

  /// Whether nobody would think of another way that leads on beside this one.
  private func isPlain(against rival: Rival) -> Bool {
    let size = abs(angle)
    let other = abs(rival.angle)
    if staysOnRoad, rival.isLink, !isLink, size <= other + 15 { return true }
    if rival.rank - after >= 4, size <= other + 10 { return true }
    if staysOnRoad, rival.rank > after, !rival.keepsName, size <= other + 10 { return true }
    if staysOnRoad, !rival.keepsName, size < 20, other > size + 10, rival.rank >= after { return true }
    return size < 15 && other - size >= 25 && rival.rank >= after
  }
}

extension RoadClass {
  /// How important a road is for getting anywhere: less is more.
  var rank: Int {
    switch self {
    case .unclassified, .residential, .livingStreet, .pedestrian, .busway, .ferry, .unknown: 10
    case .service: 12
    case .parkingAisle, .driveway, .track: 14
    default: Int(rawValue)
    }
  }
}
