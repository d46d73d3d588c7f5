import WardwayRouting

/// A place where a walker may go another way, and whether that has to be told.
struct WalkFork {
  /// How far one turns, in degrees: right positive.
  let angle: Double
  /// Whether other ways leave here at all.
  let hasChoice: Bool
  /// How far one would turn into each of them that anybody might take.
  private let others: [Double]
  /// Whether both ways lead across the open.
  private let isOpen: Bool
  /// Whether both are straight lines across one open space, which turn at what stands in it.
  private let isCorner: Bool
  private let keepsName: Bool
  private let isBehindCrossing: Bool

  /// From this angle on, in degrees, one turns off.
  private static let turn = 55.0
  /// Up to this angle a way leads straight on.
  private static let straight = 25.0
  /// From this angle on one turns in the open.
  private static let openTurn = 40.0
  /// Straight pieces across the open that are shorter say nothing, in metres.
  private static let shortestCrossing = 4.0

  /// Reads a joint.
  ///
  /// - Parameters:
  ///   - name: The name that the traveller was told to follow.
  ///   - isOutOfElevator: Whether one has just come out of an elevator, where any corner is told.
  init(_ leg: LegReading, _ joint: Joint, name: String, isOutOfElevator: Bool = false) {
    let (before, after) = (joint.before, joint.after)
    let arrival = leg.arrival(joint)
    angle = leg.corner(joint, arriving: arrival)
    hasChoice = isOutOfElevator || leg.choices(at: after) > 0
    isOpen = leg.ways[before].isOpen && leg.ways[after].isOpen
    isCorner =
      leg.edges[before].attributes.isMesh && leg.edges[after].attributes.isMesh
      && [before, after].allSatisfy { leg.length($0..<$0 + 1) >= Self.shortestCrossing }
    keepsName = !leg.ways[after].name.isEmpty && leg.ways[after].name == name
    isBehindCrossing = leg.isCrossing(before)
    others =
      arrival.map { arrival in
        let bearing = arrival.bearing
        return leg.exits(at: after) { exit in
          exit.isShortDeadEnd ? nil : turnAngle(from: bearing, into: Double(exit.bearing))
        }
      } ?? []
  }

  /// Which way to tell the traveller to go; nil where that is plain.
  ///
  /// - Parameter isNewName: Whether a way with another name begins here.
  func modifier(isNewName: Bool) -> Modifier? {
    let size = abs(angle)
    if isCorner, size >= Self.openTurn { return Modifier(angle: angle) }
    if size >= Self.turn { return hasChoice || isNewName ? Modifier(angle: angle) : nil }
    if isOpen || isBehindCrossing { return nil }
    if size >= Self.straight {
      let isTempting = others.contains { abs($0) < size + 15 && abs($0 - angle) > 20 }
      return isTempting || hasChoice && others.isEmpty && !keepsName ? Modifier(angle: angle) : nil
    }
    return isFork ? angle < (rival ?? 0) ? .slightLeft : .slightRight : nil
  }

  /// Whether ways part here at a small angle, one as straight as the other.
  var isFork: Bool { !isOpen && !isBehindCrossing && abs(angle) < Self.straight && rival != nil }

  /// Another way that leads on beside the one taken.
  private var rival: Double? {
    others.first { abs($0) <= abs(angle) + 15 && abs($0 - angle) < 50 && abs($0 - angle) > 8 }
  }
}

extension LegReading {
  /// How far from a joint a sharp corner shows, in metres.
  private static let near = 4.0

  /// How far one turns at a joint on foot, in degrees: right positive.
  ///
  /// What one sees right at the place counts where that is a sharp corner, else what one sees from afar.
  func corner(_ joint: Joint) -> Double { corner(joint, arriving: arrival(joint)) }

  /// The same for somebody who comes to the joint in a direction.
  func corner(_ joint: Joint, arriving direction: Direction?) -> Double {
    let far = direction.flatMap { direction in departure(joint).map { direction.turn(into: $0) } } ?? 0
    guard let arrival = arrival(joint, reach: Self.near), let departure = departure(joint, reach: Self.near)
    else { return far }
    let near = arrival.turn(into: departure)
    if near * far < 0 { return abs(near) >= 55 ? near : far }
    return abs(near) >= 55 && abs(near) > abs(far) ? near : far
  }
}
