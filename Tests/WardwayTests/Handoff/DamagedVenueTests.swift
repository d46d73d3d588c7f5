import Foundation
import TestSupport
import Testing
import Wardway
import WardwayCompiler

/// A venue whose file is damaged takes nothing else with it.
@Suite struct DamagedVenueTests {
  @Test func `streets still answer, and a place in the venue says what is wrong`() throws {
    let folder = TemporaryFolder()
    var compiler = MapCompiler(profiles: [.walker])
    compiler.vehicles = []
    _ = try compiler.compile([Riverside.source], to: folder.path)
    let atlas = try Atlas(opening: folder.path)
    let venue = try #require(atlas.venueParts.first)
    let file = URL(filePath: "\(folder.path)/\(venue.file)")
    var bytes = try Data(contentsOf: file)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: file)

    let planner = Planner(try Atlas(opening: folder.path))
    let onStreets = JourneyRequest(from: .name("Willow Street 8"), to: .name("Willow Street 10"))
    #expect(try planner.plan(onStreets).distance > 0)
    let intoVenue = JourneyRequest(from: .name("12 Willow Street"), to: .name("Pharmacy"))
    let error = #expect(throws: PlanningError.self) { try planner.plan(intoVenue) }
    #expect(error?.code == .damagedMap)
    #expect(error?.message.contains(venue.file) == true)
  }

  @Test func `whatever is wrong with one hospital, the others are reached on foot and by car`() throws {
    let folder = TemporaryFolder()
    var compiler = MapCompiler(profiles: [.walker])
    compiler.vehicles = [.car]
    _ = try compiler.compile(["\(Riverside.root)/Maps/lakeside.osm"], to: folder.path)
    _ = try compiler.add(venues: [Riverside.source], to: folder.path)
    let parts = try Atlas(opening: folder.path).venueParts
    #expect(parts.count == 2)
    let bad = try #require(parts.first { $0.name == "Riverside Hospital" })
    let file = URL(filePath: "\(folder.path)/\(bad.file)")
    let sound = try Data(contentsOf: file)
    let clinic = Place.name("Cardiology Clinic")
    let home = Place.name("Willow Bank Apartments")
    let journeys = [
      JourneyRequest(from: home, to: .name("Cardiology Ward 8A")),
      JourneyRequest(from: home, to: .name("Cardiology Ward 8A"), car: .parks),
      JourneyRequest(from: .name("Cardiology Ward 8A"), to: .name("Outpatient Pharmacy")),
    ]
    let expected = try journeys.map { [atlas = try Atlas(opening: folder.path)] request in
      let planner = Planner(atlas)
      return try planner.plan(request).costMilliseconds
    }
    let damages: [(what: String, spoil: (Data) -> Data?)] = [
      ("gone", { _ in nil }), ("empty", { _ in Data() }), ("truncated", { $0.prefix($0.count / 2) }),
      ("of version 99", { $0.prefix(8) + [99] + $0.dropFirst(9) }),
      ("changed", { $0.dropLast() + [$0[$0.count - 1] ^ 1] }),
      ("foreign", { _ in Data(repeating: 7, count: 5000) }),
    ]
    for (what, spoil) in damages {
      try FileManager.default.removeItem(at: file)
      try spoil(sound)?.write(to: file)
      let planner = Planner(try Atlas(opening: folder.path))
      for (request, cost) in zip(journeys, expected) {
        #expect(try planner.plan(request).costMilliseconds == cost, "\(what)")
      }
      // Its own places say which file is to blame, and so does a name that both have.
      for place in [Place.name("Maternity Ward"), clinic] {
        let error = #expect(throws: PlanningError.self, "\(what)") {
          try planner.plan(JourneyRequest(from: home, to: place))
        }
        #expect(
          error?.code == .damagedMap && error?.message.contains(bad.file) == true,
          "\(what): \(String(describing: error))")
      }
      try sound.write(to: file)
    }
  }
}
