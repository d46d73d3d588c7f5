/// How a journey compares with the best one.
struct JourneyContrast {
  /// How many turns fewer make a way simpler.
  private static let fewerTurns = 2
  /// How much shorter a way has to be to be called shorter: in shares, and in metres.
  private static let shorter = (share: 0.95, metres: 20.0)
  /// How much sooner one has to arrive to be called faster: in shares, and in time.
  private static let faster = (share: 0.97, time: Duration.seconds(15))

  /// What speaks for it, the weightiest first; each is true of it.
  private(set) var reasons: [Alternative.Reason] = []
  /// The name that it leads along farthest of those that the best one doesn't, or "".
  let name: String

  init(_ other: Journey, beside best: Journey) {
    let (traits, bestTraits) = (JourneyTraits(other), JourneyTraits(best))
    let isDrive = other.legs.contains { $0.mode == .car }
    let own = traits.names.filter { !$0.key.isEmpty && bestTraits.names[$0.key] == nil }
    name = own.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
    func add(_ reason: Alternative.Reason, if isTrue: Bool) { if isTrue { reasons.append(reason) } }
    add(.noStairs, if: bestTraits.hasStairs && !traits.hasStairs)
    add(.noElevator, if: !bestTraits.elevators.isEmpty && traits.elevators.isEmpty)
    add(
      .otherElevator,
      if: !bestTraits.elevators.isEmpty && !traits.elevators.isEmpty
        && traits.elevators.isDisjoint(with: bestTraits.elevators))
    add(.noFerry, if: bestTraits.hasFerry && !traits.hasFerry)
    add(.fewerTurns, if: traits.turns + Self.fewerTurns <= bestTraits.turns)
    add(
      .shorter,
      if: other.distance <= best.distance * Self.shorter.share
        && other.distance <= best.distance - Self.shorter.metres)
    add(
      .faster,
      if: other.duration <= best.duration * Self.faster.share
        && other.duration <= best.duration - Self.faster.time)
    add(
      .otherEntrance,
      if: !isDrive && !traits.gates.isEmpty && !bestTraits.gates.isEmpty
        && traits.gates.isDisjoint(with: bestTraits.gates))
    reasons.append(isDrive ? .otherRoad : .otherWay)
  }

  /// What speaks for it that nothing found before has; one may lead along another name for the same reason.
  func reason(besides found: [Alternative]) -> Alternative.Reason? {
    if let own = reasons.first(where: { reason in !found.contains { $0.reason == reason } }) { return own }
    let last = reasons[reasons.count - 1]
    let isNamed =
      !name.isEmpty && !found.contains { $0.reason == last && ($0.name == name || $0.name.isEmpty) }
    return isNamed ? last : nil
  }
}
