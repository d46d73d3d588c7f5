import Foundation
import TestSupport
import Testing
import Wardway
import WardwayCompiler

/// At which side of which road somebody is let out where the map has no place for it.
@Suite struct KerbTests {
  /// A footway leads to the house from the south; to the north is a road behind a fence.
  private func letOut(southRoad: String, footway: String = "pd", at house: String = "p") throws -> Journey {
    var roads = DrawnRoads(
      """
      h--a---n-------b
      |      p
      |      |
      c------d-------e
      """)
    roads.road("hanb", ["name": "North Road"])
    roads.road("hcde", ["name": "South Road", "highway": southRoad])
    roads.road(footway, ["highway": "footway"])
    let folder = TemporaryFolder()
    let map = "\(folder.path)/roads.osm"
    try Data(roads.xml.utf8).write(to: URL(filePath: map))
    var compiler = MapCompiler(profiles: [.walker])
    compiler.vehicles = [.car]
    _ = try compiler.compile([map], to: "\(folder.path)/atlas")
    let planner = Planner(try Atlas(opening: "\(folder.path)/atlas"))
    let ends = [roads.place("h"), roads.place(house)].map { Place.coordinate($0, level: nil) }
    return try planner.plan(JourneyRequest(from: ends[0], to: ends[1], car: .dropsOff))
  }

  private func walked(_ journey: Journey) -> Double {
    journey.legs.filter { $0.mode == .walk }.reduce(0) { $0 + $1.distance }
  }

  @Test func `the nearest road is the one where nothing is between`() throws {
    let journey = try letOut(southRoad: "residential", footway: "np")
    #expect(journey.handoff?.name == "North Road" && walked(journey) < 60)
  }

  @Test func `another road serves if the nearest is behind a fence`() throws {
    let journey = try letOut(southRoad: "residential")
    #expect(journey.handoff?.name == "South Road" && walked(journey) < 110)
    #expect(journey.notices.contains { $0.code == .assumedDropOff })
  }

  @Test func `whoever gets out at the door is there`() throws {
    let journey = try letOut(southRoad: "residential", at: "d")
    #expect(
      journey.steps(in: .english).map(\.text) == [
        "Drive south on South Road", "Stop at South Road and get out here", "You have arrived",
      ])
    #expect(journey.steps(in: .simplifiedChinese).count == 3)
  }

  @Test func `nobody is let out on a large road instead`() throws {
    let journey = try letOut(southRoad: "primary")
    #expect(journey.handoff?.name == "North Road" && walked(journey) > 500)
  }
}
