import WardwayMap

/// A journey that is worth considering, and what speaks for it.
public struct Alternative: Hashable, Sendable {
  /// What speaks for a journey.
  public enum Reason: String, Sendable, CaseIterable {
    /// It is the best on the whole.
    case best
    /// The car stands nearer, so that there is less to walk.
    case lessWalking = "less-walking"
    /// There are no stairs in it.
    case noStairs = "no-stairs"
    /// The car stands where the map knows of no fee.
    case noFee = "no-fee"
    /// One rides no elevator, which the best has.
    case noElevator = "no-elevator"
    /// It rides other elevators than the best, elsewhere.
    case otherElevator = "other-elevator"
    /// One takes no ferry, which the best does.
    case noFerry = "no-ferry"
    /// One turns off at least twice less.
    case fewerTurns = "fewer-turns"
    /// It is shorter, though it costs more effort or time.
    case shorter
    /// One is there sooner, though it costs more effort.
    case faster
    /// It enters or leaves a venue elsewhere.
    case otherEntrance = "other-entrance"
    /// It leads elsewhere, and isn't much longer.
    case otherWay = "other-way"
    /// The car takes other roads, and that doesn't take much longer.
    case otherRoad = "other-road"
  }

  /// What speaks for it.
  public var reason: Reason
  /// The journey.
  public var journey: Journey
  /// The name of the way or road that it leads along and the best doesn't, or "".
  public var name: String

  /// Makes an alternative.
  package init(_ reason: Reason, _ journey: Journey, along name: String = "") {
    self.reason = reason
    self.journey = journey
    self.name = name
  }
}
