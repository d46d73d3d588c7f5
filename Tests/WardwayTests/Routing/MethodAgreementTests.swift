import Geodesy
import TestSupport
import Testing
import WardwayMap

@testable import WardwayRouting

/// The hierarchy and A* against Dijkstra, whole journeys at a time.
@Suite struct MethodAgreementTests {
  @Test(arguments: 0..<300 as Range<UInt64>)
  func `all methods agree on a random building, and every journey is sound`(seed: UInt64) throws {
    let atlas = try Atlas.of(RandomBuilding.network(seed: seed), in: TemporaryFolder())
    var requests = RandomRequests(atlas.streets, seed: seed)
    let planner = Planner(atlas)
    for profile in Profile.standard {
      for _ in 0..<3 {
        let request = JourneyRequest(from: requests.place(), to: requests.place(), profile: profile)
        let journey = try agreed(request, on: atlas, planner)
        var harder = request
        harder.closed = requests.closures(on: journey?.legs.flatMap(\.edges) ?? [])
        harder.avoiding = requests.avoidances()
        _ = try agreed(harder, on: atlas, planner)
      }
    }
  }

  @Test(arguments: Profile.standard)
  func `all methods agree on the hospital, and every journey is sound`(profile: Profile) throws {
    let atlas = try Riverside.atlas()
    var requests = RandomRequests(atlas.streets, seed: 7)
    let planner = Planner(atlas)
    var found = 0
    for _ in 0..<60 {
      let request = JourneyRequest(from: requests.place(), to: requests.place(), profile: profile)
      let journey = try agreed(request, on: atlas, planner)
      if journey != nil { found += 1 }
      var harder = request
      harder.closed = requests.closures(on: journey?.legs.flatMap(\.edges) ?? [])
      harder.avoiding = requests.avoidances()
      _ = try agreed(harder, on: atlas, planner)
    }
    #expect(found >= 40)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `a profile without a hierarchy is searched as exactly`(seed: UInt64) throws {
    let atlas = try Atlas.of(RandomBuilding.network(seed: seed), in: TemporaryFolder())
    var requests = RandomRequests(atlas.streets, seed: seed)
    let planner = Planner(atlas)
    var profile = Profile.walker
    profile.name = "hurried"
    profile.speed = 2
    profile.stairsFactor = 1
    for _ in 0..<6 {
      let request = JourneyRequest(from: requests.place(), to: requests.place(), profile: profile)
      _ = try agreed(request, on: atlas, planner)
    }
  }
}

/// The journey on whose cost all methods agree and which nothing is wrong with; nil if all of them refuse for
/// the same reason.
func agreed(
  _ request: JourneyRequest, on atlas: Atlas, _ planner: Planner
) throws -> Journey? {
  let slow = outcome(request, .dijkstra, planner)
  for method in [SearchMethod.fastest, .aStar] {
    let fast = outcome(request, method, planner)
    switch (fast, slow) {
    case (.success(let fast), .success(let slow)):
      #expect(fast.costMilliseconds == slow.costMilliseconds, "\(method) \(request)")
      let fault = fast.fault(for: request, on: atlas)
      #expect(fault == nil, "\(method) \(request)")
    case (.failure(let fast), .failure(let slow)): #expect(fast == slow, "\(method) \(request)")
    default: Issue.record("\(method) finds another answer: \(request)")
    }
  }
  guard case .success(let journey) = slow else { return nil }
  let fault = journey.fault(for: request, on: atlas)
  #expect(fault == nil, "dijkstra \(request)")
  return journey
}

private func outcome(
  _ request: JourneyRequest, _ method: SearchMethod, _ planner: Planner
) -> Result<Journey, PlanningError> {
  do throws(PlanningError) {
    return .success(try planner.plan(request, method: method))
  } catch { return .failure(error) }
}
