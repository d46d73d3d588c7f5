import Geodesy
import Testing
import WardwayMap

@testable import WardwayCompiler

/// How one gets through walls: openings without a door, and doors in thick walls.
@Suite struct OpeningsTests {
  private static let drawing = """
    a---b---c
    |   |   |
    d-x-e-y-f
    """
  private static let rooms = ["abexda: indoor=room level=0", "bcfyeb: indoor=room level=0"]

  @Test func `an opening without a door joins what it lies between, and is no door`() throws {
    let open = try DrawnMap(Self.drawing, ways: Self.rooms, nodes: ["b: door=no width=0.9"])
    #expect(open.joins("way/1", "way/2", for: .wheelchair) && open.count(.door) == 0)
    #expect(!open.leads("way/1", "way/2", for: .bed))
    let closed = try DrawnMap(
      Self.drawing, ways: Self.rooms, nodes: ["b: door=no access=no", "x: door=yes", "y: door=yes"])
    #expect(!closed.leads("way/1", "way/2"))
  }

  @Test func `where no wall is, an opening is nothing`() throws {
    let map = try DrawnMap("a---b---c", ways: ["abc: highway=corridor level=0"], nodes: ["b: door=no"])
    #expect(map.edges("way/1") == ["corridor a@0-c@0"])
  }

  /// A corridor from y = 0 to y = 2, and a room above it with a door at x = 5, as far as the wall is thick.
  private static func thickWall(_ metres: Double, _ door: String = "door=yes") throws -> DrawnMap {
    var plan = DrawnPlan()
    plan.node(5, 2 + metres, door)
    plan.node(20, 1, "door=yes")
    plan.ring([(0, 0), (20, 0), (20, 1), (20, 2), (0, 2)], "indoor=corridor level=1")
    plan.ring([(0, 2 + metres), (5, 2 + metres), (10, 2 + metres), (10, 9), (0, 9)], "indoor=room level=1")
    plan.way([(20, 1), (30, 1)], "highway=corridor level=1")
    return try plan.map()
  }

  @Test(arguments: [0.05, 0.2, 0.45])
  func `a door on one side of a thick wall leads through it`(metres: Double) throws {
    let map = try Self.thickWall(metres)
    #expect(map.joins("way/1", "way/2") && map.joins("way/2", "way/3") && map.count(.door) == 2)
    let corridor = try #require(map.network.areas.areas(from: FeatureID(.way, 1)).first)
    let rings = map.network.areas.rings(of: corridor)
    // The corridor doesn't grow into the wall; the last step does.
    #expect(rings[0].count == 6)
  }

  @Test func `a door far from the corridor, or in a wall without one, leads nowhere`() throws {
    #expect(try !Self.thickWall(0.8).leads("way/2", "way/1"))
    #expect(try Self.thickWall(0.2, "name=Corner").nodes("way/2").isEmpty)
  }

  @Test func `two doors of a thick wall that face each other are one passage`() throws {
    var plan = DrawnPlan()
    plan.node(5, 2, "door=yes")
    plan.node(5, 2.3, "door=yes")
    plan.ring([(0, 0), (10, 0), (10, 2), (5, 2), (0, 2)], "indoor=room level=0")
    plan.ring([(0, 2.3), (5, 2.3), (10, 2.3), (10, 9), (0, 9)], "indoor=room level=0")
    #expect(try plan.map().joins("way/1", "way/2"))
  }
}
