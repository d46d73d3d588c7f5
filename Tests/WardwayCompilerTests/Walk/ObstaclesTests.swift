import Geodesy
import Testing
import WardwayMap

@testable import WardwayCompiler

/// What stands in a hall.
@Suite struct ObstaclesTests {
  /// A hall of 20 by 10 metres with doors in the middle of its short sides, and something in its midst.
  private static func hall(
    _ tags: String = "level=0", with thing: String, at box: (Double, Double, Double, Double) = (9, 4, 11, 6)
  ) throws -> DrawnMap {
    var plan = DrawnPlan()
    plan.node(0, 5, "door=yes")
    plan.node(20, 5, "door=yes")
    plan.ring([(0, 0), (20, 0), (20, 5), (20, 10), (0, 10), (0, 5)], "indoor=area \(tags)")
    plan.box(box.0, box.1, box.2, box.3, thing)
    return try plan.map()
  }

  private static func holes(_ map: DrawnMap, level: Double = 0) -> Int {
    map.network.areas.records.indices.filter { map.network.areas.records[$0].level.value == level }
      .reduce(0) { $0 + map.network.areas.rings(of: $1).count - 1 }
  }

  @Test(arguments: [
    "indoor=column level=0", "indoor=column", "building:part=column level=0", "barrier=block",
    "furniture=desk indoor=yes level=0", "amenity=reception_desk level=0", "amenity=fountain level=0",
    "barrier=planter indoor=yes", "indoor=wall area=yes level=0", "indoor=room level=0",
  ])
  func `one walks around it`(thing: String) throws {
    let map = try Self.hall(with: thing)
    #expect(Self.holes(map) == 1)
    let edges = map.records("way/1").filter { $0.attributes.isMesh }
    let straight = distance(
      map.network.nodes[
        Int(
          map.nodes("way/1").min {
            map.network.nodes[Int($0)].coordinate.longitudeE7
              < map.network.nodes[Int($1)].coordinate.longitudeE7
          }!)
      ].coordinate,
      map.network.nodes[
        Int(
          map.nodes("way/1").max {
            map.network.nodes[Int($0)].coordinate.longitudeE7
              < map.network.nodes[Int($1)].coordinate.longitudeE7
          }!)
      ].coordinate)
    #expect(edges.count > 1 && edges.allSatisfy { Double($0.length) / 1000 < straight - 1 })
  }

  @Test(arguments: [
    "indoor=column level=1", "amenity=bench", "building=yes", "natural=water", "indoor=level level=0",
    "furniture=no level=0",
  ])
  func `one walks through what is elsewhere or nothing`(thing: String) throws {
    #expect(Self.holes(try Self.hall(with: thing)) == 0)
  }

  @Test func `walls that are lines are walked around, with their doors left open`() throws {
    for (wall, edges) in [("indoor=wall level=0", 5), ("barrier=fence level=0", 5), ("barrier=fence", 1)] {
      var plan = DrawnPlan()
      plan.node(0, 5, "door=yes")
      plan.node(20, 5, "door=yes")
      plan.ring([(0, 0), (20, 0), (20, 5), (20, 10), (0, 10), (0, 5)], "indoor=area level=0")
      plan.way([(10, 3), (10, 7)], wall)
      let map = try plan.map()
      #expect(map.records("way/1").count { $0.attributes.isMesh } >= (edges > 1 ? 4 : 1), "\(wall)")
      #expect(Self.holes(map) == (edges > 1 ? 1 : 0))
    }
    var plan = DrawnPlan()
    plan.node(0, 5, "door=yes")
    plan.node(20, 5, "door=yes")
    plan.node(10, 5, "door=yes")
    plan.ring([(0, 0), (20, 0), (20, 5), (20, 10), (0, 10), (0, 5)], "indoor=area level=0")
    plan.way([(10, 1), (10, 5), (10, 9)], "indoor=wall level=0")
    let map = try plan.map()
    #expect(Self.holes(map) == 2)
    // Straight through the door in it.
    let shortest = map.records("way/1").map(\.length).max() ?? 0
    #expect(shortest > 9_000)
  }

  @Test func `a hall that is repeated has its obstacles where they are repeated`() throws {
    let all = try Self.hall("level=0 repeat_on=1-2", with: "indoor=column level=0 repeat_on=1;2")
    #expect(all.network.areas.count == 3)
    for level in [0.0, 1, 2] { #expect(Self.holes(all, level: level) == 1) }
    let some = try Self.hall("level=0;1,2", with: "indoor=column level=1")
    #expect([0.0, 1, 2].map { Self.holes(some, level: $0) } == [0, 1, 0])
  }

  @Test func `what would fill the hall doesn't stand in it`() throws {
    let map = try Self.hall(with: "furniture=carpet indoor=yes level=0", at: (1, 1, 19, 9))
    #expect(Self.holes(map) == 0)
  }
}
