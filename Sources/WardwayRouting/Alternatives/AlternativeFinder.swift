import ShortestPaths
import WardwayMap

/// Finds journeys that are worth considering beside the best one.
struct AlternativeFinder {
  let snapshot: Snapshot

  /// How much a second of walking counts where somebody wants to walk less.
  private static let lessWalkingFactor: UInt64 = 4
  /// How much less has to be walked to be worth the offer.
  private static let worthwhileWalk = 0.75
  /// How many more metres somebody may want to walk in order not to pay.
  private static let detourForFree = 500.0
  /// How much longer than the best journey one may take: this many times, and this many milliseconds.
  private static let stretch = (factor: 1.5, milliseconds: 600_000.0)
  /// How much more than the best one another way may cost.
  private static let otherStretch = 1.25

  private var planner: JourneyPlanner { JourneyPlanner(snapshot: snapshot) }

  private func planner(_ preference: HandoffPreference) -> JourneyPlanner {
    JourneyPlanner(snapshot: snapshot, preference: preference)
  }

  /// Returns the best journey for a request, then others that are really different, each with its reason.
  func alternatives(
    to request: JourneyRequest, limit: Int, _ workspace: inout Workspace
  ) throws(PlanningError) -> [Alternative] {
    let best = try planner.journey(for: request, &workspace)
    var found = [Alternative(.best, best)]
    guard limit > 1 else { return found }
    func offer(_ reason: Alternative.Reason, _ journey: Journey?, if isBetter: (Journey) -> Bool) {
      guard found.count < limit, let journey, isBetter(journey),
        Double(journey.durationMilliseconds)
          <= Double(best.durationMilliseconds) * Self.stretch.factor + Self.stretch.milliseconds,
        !found.contains(where: { $0.journey.isLike(journey) })
      else { return }
      found.append(Alternative(reason, journey))
    }
    if best.handoff != nil {
      let near = try? planner(HandoffPreference(walkFactor: Self.lessWalkingFactor))
        .journey(for: request, &workspace)
      offer(.lessWalking, near) { $0.walkingDistance <= best.walkingDistance * Self.worthwhileWalk }
    }
    if best.hasStairs {
      var request = request
      request.avoiding.insert(.stairs)
      offer(.noStairs, try? planner.journey(for: request, &workspace)) { !$0.hasStairs }
    }
    if best.handoff?.charges == true {
      let free = try? planner(HandoffPreference(isFree: true)).journey(for: request, &workspace)
      offer(.noFee, free) {
        $0.handoff?.charges == false && $0.walkingDistance <= best.walkingDistance + Self.detourForFree
      }
    }
    guard found.count < limit else { return found }
    for journey in try others(request, &workspace) where found.count < limit {
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
  private func others(
    _ request: JourneyRequest, _ workspace: inout Workspace
  ) throws(PlanningError) -> [Journey] {
    switch request.car {
    case .none: try otherWalks(request, &workspace)
    case .parks, .dropsOff, .picksUp, .waits: try otherDrives(request, &workspace)
    }
  }

  /// Returns good walks beside the best one, each with another way between two of its stops; cheapest first.
  private func otherWalks(
    _ request: JourneyRequest, _ workspace: inout Workspace
  ) throws(PlanningError) -> [Journey] {
    let (best, tariff) = try planner.walk(request, &workspace)
    let walks = WalkFinder(snapshot: snapshot, tariff: tariff)
    var found: [StopWalk] = []
    for index in best.hops.indices {
      let (from, to) = (best.stops[index], best.stops[index + 1])
      let chain = try walks.chain(from: from, to: to, workspace.searches)
      for other in try chain.otherWalks(from: from, to: to, &workspace.searches) {
        var walk = best
        walk.hops[index] = other.hops
        walk.cost += UInt64(other.extra)
        found.append(walk)
      }
    }
    // Sorting is stable in effect: of equals, the one found first stays first.
    let order = found.indices.sorted { (found[$0].cost, $0) < (found[$1].cost, $1) }
    var journeys: [Journey] = []
    for number in order {
      var journey = try planner.journey(along: found[number], request, tariff)
      planner.finish(&journey, request)
      journeys.append(journey)
    }
    return journeys
  }

  /// Returns journeys with other drives than the best one's, and all else the same; fastest first.
  private func otherDrives(
    _ request: JourneyRequest, _ workspace: inout Workspace
  ) throws(PlanningError) -> [Journey] {
    var found = try CarPlanner(snapshot: snapshot).journeys(request, by: AlternativeRules(), &workspace)
    for index in found.indices { planner.finish(&found[index], request) }
    return Array(found.dropFirst())
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
