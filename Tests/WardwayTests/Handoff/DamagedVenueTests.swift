import Foundation
import Testing
import Wardway
import WardwayCompiler

/// A venue whose file is damaged takes nothing else with it.
@Suite struct DamagedVenueTests {
  @Test func `streets still answer, and a place in the venue says what is wrong`() throws {
    let folder = try TemporaryFolder()
    var compiler = MapCompiler(profiles: [.walker])
    compiler.vehicles = []
    _ = try compiler.compile([Riverside.source], to: folder.path)
    let atlas = try Atlas(opening: folder.path)
    let venue = try #require(atlas.venueParts.first)
    let file = URL(filePath: "\(folder.path)/\(venue.file)")
    var bytes = try Data(contentsOf: file)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: file)

    var planner = Planner(try Atlas(opening: folder.path))
    let onStreets = JourneyRequest(from: .name("Willow Street 8"), to: .name("Willow Street 10"))
    #expect(try planner.plan(onStreets).distance > 0)
    let intoVenue = JourneyRequest(from: .name("12 Willow Street"), to: .name("Pharmacy"))
    let error = #expect(throws: PlanningError.self) { try planner.plan(intoVenue) }
    #expect(error?.code == .damagedMap)
    #expect(error?.message.contains(venue.file) == true)
  }
}
