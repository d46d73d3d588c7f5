import WardwayMap

/// What is asked of an isochrone: who reaches a place in time, or what one reaches from it.
public struct IsochroneRequest: Hashable, Sendable {
  /// Which way people travel.
  public enum Direction: String, Sendable {
    /// To the place.
    case towards
    /// From the place.
    case from
  }

  /// The place.
  public var place: Place
  /// Which way people travel.
  public var direction: Direction
  /// How long they may take; a contour for each.
  public var limits: [Duration]
  /// On foot, or by car.
  public var mode: Leg.Mode
  /// Who walks; a car is a car.
  public var profile: Profile
  /// Features of the map that are closed.
  public var closed: [FeatureID]
  /// The cell size of the grid that contours are drawn on, in metres: 25 on foot and 50 by car, or what a large
  /// area needs, if none is given.
  public var cellSize: Double?

  /// Makes a request.
  public init(
    _ direction: Direction, _ place: Place, within limits: [Duration], by mode: Leg.Mode = .walk,
    profile: Profile = .walker, closed: [FeatureID] = [], cellSize: Double? = nil
  ) {
    self.direction = direction
    self.place = place
    self.limits = limits
    self.mode = mode
    self.profile = profile
    self.closed = closed
    self.cellSize = cellSize
  }

  /// The most limits, and the longest: a day.
  private static let most = (limits: 24, duration: Duration.seconds(86_400))
  /// The cell sizes that make sense, in metres.
  private static let cellSizes = 1.0...1000.0

  /// The limits in milliseconds, each once, the shortest first.
  ///
  /// - Throws: `invalidRequest`, which names what is out of range.
  func milliseconds() throws(PlanningError) -> [UInt32] {
    guard !limits.isEmpty else {
      throw PlanningError(.invalidRequest, "an isochrone needs at least one limit")
    }
    guard limits.count <= Self.most.limits else {
      throw PlanningError(
        .invalidRequest, "an isochrone has at most \(Self.most.limits) limits, not \(limits.count)")
    }
    for limit in limits where !(limit > .zero && limit <= Self.most.duration) {
      throw PlanningError(
        .invalidRequest, "the limit \(limit) is out of range; it has to be above 0 and at most a day")
    }
    if let cellSize, !Self.cellSizes.contains(cellSize) {
      throw PlanningError(
        .invalidRequest, "the cell size \(cellSize) m is out of range; it has to be 1 to 1000")
    }
    return Set(limits.map { UInt32($0.wholeMilliseconds) }).sorted()
  }
}
