import TestSupport
import Testing
import Wardway
import WardwayCompiler

/// Nothing is planned or compiled for a profile that makes no sense.
@Suite struct ProfileRefusalTests {
  private let expected =
    "nobody can travel by the profile 'walker': 'speed' is 0.0, it has to be from 0.1 to 3"

  private var profile: Profile {
    var profile = Profile.walker
    profile.speed = 0
    return profile
  }

  @Test func `a planner refuses it, whatever is asked`() throws {
    let planner = Planner(try Riverside.atlas())
    let (from, to) = (Place.name("Main Entrance"), Place.name("Pharmacy"))
    let request = JourneyRequest(from: from, to: to, profile: profile)
    let asked: [() throws -> Void] = [
      { _ = try planner.plan(request) }, { _ = try planner.alternatives(to: request) },
      { _ = try planner.table(from: [from], to: [to], profile: profile) },
      { _ = try planner.nearest(to: from, profile: profile) },
      { _ = try planner.isochrone(IsochroneRequest(.from, from, within: [.seconds(60)], profile: profile)) },
    ]
    for ask in asked {
      let error = #expect(throws: PlanningError.self) { try ask() }
      #expect(error?.code == .invalidRequest && error?.message == expected)
    }
  }

  @Test func `the compiler refuses it`() {
    let folder = TemporaryFolder()
    let error = #expect(throws: CompilationError.self) {
      try MapCompiler(profiles: [profile]).compile([Riverside.source], to: folder.path("atlas"))
    }
    #expect(error?.message == expected && folder.names == [])
  }
}
