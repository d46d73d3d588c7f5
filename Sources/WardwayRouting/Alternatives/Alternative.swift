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
  public init(_ reason: Reason, _ journey: Journey, along name: String = "") {
    self.reason = reason
    self.journey = journey
    self.name = name
  }
}

extension Planner {
  /// How much a second of walking counts where somebody wants to walk less.
  private static let lessWalkingFactor: UInt64 = 4
  /// How much less has to be walked to be worth the offer.
  private static let worthwhileWalk = 0.75
  /// How many more metres somebody may want to walk in order not to pay.
  private static let detourForFree = 500.0
  /// How much longer than the best journey one may take: this many times, and this many seconds.
  private static let stretch = (factor: 1.5, seconds: 600.0)
  /// How much more than the best one another way may cost.
  private static let otherStretch = 1.25

  /// Returns the best journey for a request, then others that are really different, each with its reason.
  ///
  /// A journey by car may have its handoff elsewhere, nearer or without a fee; every journey may have a
  /// variant without stairs. None of these takes more than half as long again as the best, and ten minutes.
  /// Then come other ways through streets and venues, and other roads for the car: each of them costs at most a
  /// quarter more, shares at most four fifths with those before, and has no detour in it that one would see
  /// (``ShortestPaths/AlternativeRules``).
  ///
  /// - Parameter limit: How many there may be.
  /// - Throws: A ``PlanningError`` that says why there is none at all.
  public mutating func alternatives(
    to request: JourneyRequest, limit: Int = 3
  ) throws(PlanningError) -> [Alternative] {
    try soundly { planner throws(PlanningError) in try planner.choices(request, limit) }
  }

  private mutating func choices(
    _ request: JourneyRequest, _ limit: Int
  ) throws(PlanningError) -> [Alternative] {
    let best = try plan(request)
    var found = [Alternative(.best, best)]
    guard limit > 1 else { return found }
    func offer(_ reason: Alternative.Reason, _ journey: Journey?, if isBetter: (Journey) -> Bool) {
      guard found.count < limit, let journey, isBetter(journey),
        journey.duration <= best.duration * Self.stretch.factor + Self.stretch.seconds,
        !found.contains(where: { $0.journey.isLike(journey) })
      else { return }
      found.append(Alternative(reason, journey))
    }
    if best.handoff != nil {
      let near = try? plan(request, .fastest, HandoffPreference(walkFactor: Self.lessWalkingFactor))
      offer(.lessWalking, near) { $0.walkingDistance <= best.walkingDistance * Self.worthwhileWalk }
    }
    if best.hasStairs {
      var request = request
      request.avoiding.insert(.stairs)
      offer(.noStairs, try? plan(request)) { !$0.hasStairs }
    }
    if best.handoff?.charges == true {
      let free = try? plan(request, .fastest, HandoffPreference(isFree: true))
      offer(.noFee, free) {
        $0.handoff?.charges == false && $0.walkingDistance <= best.walkingDistance + Self.detourForFree
      }
    }
    guard found.count < limit else { return found }
    for journey in try others(request) where found.count < limit {
      guard journey.costMilliseconds >= best.costMilliseconds,
        Double(journey.costMilliseconds) <= Double(best.costMilliseconds) * Self.otherStretch
      else { continue }
      let contrast = JourneyContrast(journey, beside: best)
      guard let reason = contrast.reason(besides: found) else { continue }
      let isVertical = reason == .noStairs || reason == .noElevator
      let known = found.map { JourneyOverlap($0.journey) }
      guard isVertical || known.allSatisfy({ $0.isApart(journey) }) else { continue }
      guard !found.contains(where: { $0.journey.isLike(journey) }) else { continue }
      found.append(Alternative(reason, journey, along: contrast.name))
    }
    return found
  }

  /// Journeys over other streets and ways, or other roads, with the handoff of the best one.
  private mutating func others(_ request: JourneyRequest) throws(PlanningError) -> [Journey] {
    switch request.car {
    case .none: try otherWalks(request)
    case .parks, .dropsOff, .picksUp, .waits: try otherDrives(request)
    }
  }
}

extension Journey {
  /// Metres on foot.
  fileprivate var walkingDistance: Double {
    legs.reduce(0) { $0 + ($1.mode == .walk ? $1.distance : 0) }
  }

  fileprivate var hasStairs: Bool { legs.contains { $0.edges.contains { $0.kind == .stairs } } }

  /// Whether somebody would call another journey the same.
  fileprivate func isLike(_ other: Journey) -> Bool {
    handoff == other.handoff
      && legs.map { $0.edges.map(\.source) } == other.legs.map { $0.edges.map(\.source) }
  }
}
