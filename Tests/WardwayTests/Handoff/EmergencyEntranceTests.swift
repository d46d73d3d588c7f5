import Foundation
import TestSupport
import Testing
import Wardway
import WardwayCompiler

/// Riverside's emergency entrance is for those who go to the emergency department.
@Suite struct EmergencyEntranceTests {
  private func doors(from: String, to: String, as profile: Profile) throws -> [String] {
    let folder = TemporaryFolder()
    var compiler = MapCompiler(profiles: [.walker, .wheelchair, .staff])
    compiler.vehicles = []
    _ = try compiler.compile([Riverside.source], to: folder.path)
    let atlas = try Atlas(opening: folder.path)
    let planner = Planner(atlas)
    let journey = try planner.plan(JourneyRequest(from: .name(from), to: .name(to), profile: profile))
    let sources = Set(journey.legs.flatMap(\.edges).map(\.source))
    let names = [FeatureID(.node, 1): "Main Entrance", FeatureID(.node, 2): "Emergency Entrance"]
    return names.filter { sources.contains($0.key) }.map(\.value).sorted()
  }

  @Test(arguments: [Profile.walker, .wheelchair, .staff])
  func `patients use it on the way there and back`(profile: Profile) throws {
    #expect(
      try doors(from: "12 Willow Street", to: "Emergency Department", as: profile) == ["Emergency Entrance"])
    #expect(
      try doors(from: "Emergency Department", to: "12 Willow Street", as: profile) == ["Emergency Entrance"])
  }

  @Test(arguments: [Profile.walker, .wheelchair])
  func `visitors use another one`(profile: Profile) throws {
    for to in ["Pharmacy", "Maternity Ward"] {
      #expect(
        try !doors(from: "12 Willow Street", to: to, as: profile).contains("Emergency Entrance"), "\(to)")
    }
  }
}
