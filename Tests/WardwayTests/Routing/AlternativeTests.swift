import Testing
import Wardway

/// Other good ways through streets and venues, and other roads: each differs, and its reason is true.
@Suite struct AlternativeTests {
  private static let trips = [
    ("Cardiology Clinic", "Cardiology Ward 8A"), ("Cardiology Clinic", "Inpatient Canteen"),
    ("Cardiology Ward 8A", "Cardiology Clinic"), ("Willow Bank Apartments", "Cardiology Ward 8A"),
    ("湖岸路 3", "Inpatient Canteen"), ("Cardiology Clinic", "Willow Bank Apartments"),
    ("Willow Bank Apartments", "湖岸路 3"),
  ]

  private func planner() throws -> Planner { Planner(try CarJourneyTests.compiled.get().atlas) }

  @Test(arguments: [Profile.walker, .olderWalker, .wheelchair])
  func `other ways are no detours, and what is said of them is true`(profile: Profile) throws {
    let planner = try planner()
    var reasons: Set<Alternative.Reason> = []
    for (start, end) in Self.trips {
      for car in [JourneyRequest.Car.none, .parks, .dropsOff] {
        let request = JourneyRequest(from: .name(start), to: .name(end), profile: profile, car: car)
        guard let found = try? planner.alternatives(to: request) else { continue }
        #expect(try found[0].journey == planner.plan(request))
        for other in found.dropFirst() {
          reasons.insert(other.reason)
          check(other, found[0].journey)
        }
        if car == .none { #expect(try planner.alternatives(to: request) == found) }
      }
    }
    #expect(
      reasons.isSuperset(
        of: profile == .walker ? [.otherElevator, .noElevator, .otherWay] : [.otherElevator]))
  }

  private func check(_ other: Alternative, _ best: Journey) {
    let journey = other.journey
    #expect(journey.costMilliseconds >= best.costMilliseconds)
    let special: Set<Alternative.Reason> = [.lessWalking, .noFee, .noStairs]
    if !special.contains(other.reason) {
      #expect(Double(journey.costMilliseconds) <= Double(best.costMilliseconds) * 1.25)
    }
    func edges(_ journey: Journey, _ isKind: (EdgeKind) -> Bool) -> Set<FeatureID> {
      Set(journey.legs.flatMap(\.edges).filter { isKind($0.kind) }.map(\.source))
    }
    let (lifts, bestLifts) = (edges(journey, \.isElevator), edges(best, \.isElevator))
    switch other.reason {
    case .noStairs:
      #expect(edges(journey) { $0 == .stairs }.isEmpty && !edges(best) { $0 == .stairs }.isEmpty)
    case .noElevator: #expect(lifts.isEmpty && !bestLifts.isEmpty)
    case .otherElevator: #expect(!lifts.isEmpty && !bestLifts.isEmpty && lifts.isDisjoint(with: bestLifts))
    case .noFerry: #expect(edges(journey) { $0 == .ferry }.isEmpty && !edges(best) { $0 == .ferry }.isEmpty)
    case .shorter: #expect(journey.distance < best.distance)
    case .faster: #expect(journey.duration < best.duration)
    case .otherRoad: #expect(journey.legs.filter { $0.mode == .car } != best.legs.filter { $0.mode == .car })
    case .fewerTurns, .otherEntrance, .otherWay, .best, .noFee, .lessWalking: break
    }
    if !other.name.isEmpty {
      #expect(journey.legs.contains { $0.edges.contains { $0.name == other.name } })
      #expect(!best.legs.contains { $0.edges.contains { $0.name == other.name } })
    }
  }

  @Test func `what is closed or avoided stays out of the alternatives`() throws {
    let planner = try planner()
    var request = JourneyRequest(from: .name("Cardiology Clinic"), to: .name("Cardiology Ward 8A"))
    let elevators = try planner.plan(request).legs.flatMap(\.edges).filter { $0.kind.isElevator }
    request.closed = Array(Set(elevators.map(\.source)))
    request.avoiding = [.stairs]
    let found = try planner.alternatives(to: request)
    #expect(found.count > 1)
    for edge in found.flatMap({ $0.journey.legs.flatMap(\.edges) }) {
      #expect(!request.closed.contains(edge.source) && edge.kind != .stairs)
    }
  }

  @Test func `every reason has words of its own in each language`() {
    for language in [Language.english, .simplifiedChinese] {
      let texts = Alternative.Reason.allCases.map { $0.text(in: language) }
      #expect(Set(texts).count == texts.count && !texts.contains(""))
    }
  }
}
