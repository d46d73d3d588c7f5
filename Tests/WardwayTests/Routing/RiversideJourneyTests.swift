import Foundation
import TestSupport
import Testing
import Wardway
import WardwayCompiler

/// Journeys to the hospital that the demo shows.
@Suite struct RiversideJourneyTests {
  private static func journey(
    _ from: String, _ to: String, _ profile: Profile, closed: [FeatureID] = []
  ) throws -> Journey {
    let planner = Planner(try Riverside.atlas())
    let request = JourneyRequest(from: .name(from), to: .name(to), profile: profile, closed: closed)
    let journey = try planner.plan(request)
    #expect(try journey.fault(for: request, on: Riverside.atlas()) == nil)
    return journey
  }

  private static let goals = [
    "Pharmacy", "Laboratory", "Cardiology Clinic", "Imaging", "Paediatrics Clinic", "Surgical Ward",
    "Maternity Ward", "Convenience Shop", "Accessible Parking", "Emergency Department",
  ]

  @Test(arguments: goals, [Profile.wheelchair, .bed])
  func `who rolls meets neither stairs nor escalators`(goal: String, profile: Profile) throws {
    let journey = try Self.journey("Main Entrance", goal, profile)
    let kinds = Set(journey.legs.flatMap(\.edges).map(\.kind))
    #expect(kinds.isDisjoint(with: [.stairs, .escalator]))
    let maneuvers = Set(journey.steps(in: .english).map(\.maneuver))
    #expect(maneuvers.isDisjoint(with: [.stairs, .escalator]))
  }

  @Test(arguments: goals, Profile.standard)
  func `steps add up to the journey`(goal: String, profile: Profile) throws {
    guard let journey = try? Self.journey("12 Willow Street", goal, profile) else { return }
    let steps = journey.steps(in: .english)
    #expect(abs(steps.reduce(0) { $0 + $1.distance } - journey.distance) < 1e-6)
    #expect(steps.reduce(.zero) { $0 + $1.duration } == journey.duration)
    #expect(steps.first?.maneuver == .depart && steps.last?.maneuver == .arrive)
    for (step, next) in zip(steps, steps.dropFirst()) {
      #expect(step.geometryRange.upperBound == next.geometryRange.lowerBound)
    }
  }

  @Test func `an elevator ride names the floor to get off`() throws {
    let posted = ["B1", "1F", "2F", "3F", "4F"]
    let spoken = ["B1 层", "1 楼", "2 楼", "3 楼", "4 楼"]
    var rides = 0
    for goal in Self.goals {
      let journey = try Self.journey("12 Willow Street", goal, .wheelchair)
      let english = journey.steps(in: .english)
      let chinese = journey.steps(in: .simplifiedChinese)
      for (step, other) in zip(english, chinese) where step.maneuver == .elevator {
        let floor = posted[Int(step.toLevel.value) + 1]
        #expect(step.text.hasSuffix(floor) && other.text.contains("到 " + spoken[Int(step.toLevel.value) + 1]))
        #expect(step.toLevelName == floor)
        rides += 1
      }
    }
    #expect(rides >= 7)
  }

  @Test func `a walker takes the short cut and a wheelchair the paved way`() throws {
    let walker = try Self.journey("12 Willow Street", "Pharmacy", .walker)
    let wheelchair = try Self.journey("12 Willow Street", "Pharmacy", .wheelchair)
    #expect(walker.legs.flatMap(\.edges).contains { $0.name == "Garden Path" })
    #expect(!wheelchair.legs.flatMap(\.edges).contains { $0.name == "Garden Path" })
    #expect(wheelchair.legs.flatMap(\.edges).contains { $0.kind == .elevatorRide })
  }

  @Test func `only staff gets behind the staff's doors`() throws {
    for goal in ["Medical Records", "Operating Theatre", "Administration", "Staff Room"] {
      let stranger = try? Self.journey("Imaging", goal, .walker)
      let ways = stranger?.legs.flatMap(\.edges) ?? []
      #expect(ways.allSatisfy { $0.attributes.access != .staff && $0.attributes.elevator == .everyone })
      #expect(try Self.journey("Imaging", goal, .staff).snapTo < 0.1)
    }
  }

  @Test func `without both of its elevators the clinic is out of a wheelchair's reach`() throws {
    let elevators = [5, 6].map { FeatureID(.node, $0) }
    _ = try Self.journey("Main Entrance", "Imaging", .wheelchair, closed: [elevators[0]])
    let planner = Planner(try Riverside.atlas())
    let request = JourneyRequest(
      from: .name("Main Entrance"), to: .name("Imaging"), profile: .wheelchair, closed: elevators)
    #expect(refusal(of: request, planner)?.code == .closedNow)
    _ = try Self.journey("Main Entrance", "Imaging", .walker, closed: elevators)
  }

  @Test func `the map compiled twice is the same, byte by byte`() throws {
    let folders = [TemporaryFolder(), TemporaryFolder()]
    var contents: [[String: Data]] = []
    for folder in folders {
      _ = try MapCompiler().compile([Riverside.source], to: folder.path)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      let pairs = names.map { ($0, FileManager.default.contents(atPath: "\(folder.path)/\($0)") ?? Data()) }
      contents.append(Dictionary(uniqueKeysWithValues: pairs))
    }
    #expect(contents[0] == contents[1])
    #expect(contents[0].count >= 3)
  }
}
