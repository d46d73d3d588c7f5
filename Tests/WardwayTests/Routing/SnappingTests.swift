import TestSupport
import Testing
import Wardway

/// Which point of the network stands for a place.
@Suite struct SnappingTests {
  /// Two floors of 30 m, stairs at the east end, an elevator in the middle.
  private static func house() -> DrawnFloors {
    var map = DrawnFloors("A--B--C", "D--E--F")
    map.join("C", "F", .stairs)
    map.addElevator("B", "E")
    map.name("A", "Start")
    return map
  }

  @Test func `a place in the middle of an edge is there`() throws {
    let planner = Planner(try Atlas.of(Self.house().network(), in: TemporaryFolder()))
    let place = Place.coordinate(DrawnFloors.coordinate(column: 4, row: 0), level: .ground)
    let journey = try planner.plan(JourneyRequest(from: .name("Start"), to: place))
    #expect(abs(journey.distance - 20) < 0.05)
    #expect(journey.snapTo < 0.05)
    #expect(journey.legs[0].edges.map(\.toNode) == [FeatureID(.node, 66), .none])
  }

  @Test func `a place beside an edge is reached over the ground between`() throws {
    let planner = Planner(try Atlas.of(Self.house().network(), in: TemporaryFolder()))
    let place = Place.coordinate(DrawnFloors.coordinate(column: 1, row: -2), level: nil)
    let journey = try planner.plan(JourneyRequest(from: .name("Start"), to: place))
    #expect(abs(journey.snapTo - 10) < 0.05)
    #expect(abs(journey.distance - 5) < 0.05)
    #expect(journey.cost > journey.duration + .seconds(10 / Profile.walker.speed))
  }

  @Test(arguments: [0.0, 1.0])
  func `a level that is said is kept`(level: Double) throws {
    let planner = Planner(try Atlas.of(Self.house().network(), in: TemporaryFolder()))
    for column in [0.0, 2.5, 6.0] {
      let place = Place.coordinate(DrawnFloors.coordinate(column: column, row: 0), level: Level(level))
      let journey = try planner.plan(JourneyRequest(from: .name("Start"), to: place))
      #expect(journey.geometry.last?.level.value == level)
      let nearest = try planner.nearest(to: place, number: 9)
      #expect(nearest.allSatisfy { $0.level.value == level })
    }
  }

  @Test func `the foot of stairs is on their lower level and their head on the upper one`() throws {
    var map = DrawnFloors("A-----B", "C")
    map.join("B", "C", .stairs)
    map.name("A", "Start")
    let planner = Planner(try Atlas.of(map.network(), in: TemporaryFolder()))
    for (level, isOnStairs) in [(0.0, false), (1.0, true)] {
      let foot = Place.coordinate(DrawnFloors.coordinate(column: 6, row: 0), level: Level(level))
      let journey = try planner.plan(JourneyRequest(from: .name("Start"), to: foot))
      #expect(journey.legs[0].edges.contains { $0.kind == .stairs } == isOnStairs)
      #expect(journey.geometry.last?.level == Level(level))
    }
  }

  @Test func `stairs are no place for a wheelchair`() throws {
    var map = DrawnFloors("A--B", "   C")
    map.join("A", "C", .stairs)
    map.addElevator("B", "C")
    map.name("B", "Start")
    var planner = Planner(try Atlas.of(map.network(), in: TemporaryFolder()))
    let place = Place.coordinate(DrawnFloors.coordinate(column: 1.5, row: 0.5), level: Level(1))
    var request = JourneyRequest(from: .name("Start"), to: place, profile: .walker)
    _ = try planner.plan(request)
    var long = DrawnFloors("A-----B", "\n\n\n\nC")
    long.join("A", "C", .stairs)
    long.name("B", "Start")
    planner = Planner(try Atlas.of(long.network(), in: TemporaryFolder()))
    request.to = .coordinate(DrawnFloors.coordinate(column: 0, row: 2), level: nil)
    _ = try planner.plan(request)
    request.profile = .wheelchair
    let error = refusal(of: request, planner)
    #expect(error?.code == .noStepFreeRoute)
    #expect(error?.message.contains("way/2") == true)
  }

  @Test func `no way within a kilometre is said with the distance`() throws {
    let planner = Planner(try Atlas.of(Self.house().network(), in: TemporaryFolder()))
    let sea = Place.coordinate(DrawnFloors.coordinate(column: 500, row: 0), level: nil)
    for request in [
      JourneyRequest(from: .name("Start"), to: sea), JourneyRequest(from: sea, to: .name("Start")),
      JourneyRequest(from: .name("Start"), to: .name("Start"), via: [sea]),
    ] {
      let error = refusal(of: request, planner)
      #expect(error?.code == .noEdgeNearby)
      #expect(error?.message.contains("within 1000 m of") == true)
    }
    #expect(throws: PlanningError.self) { try planner.nearest(to: sea) }
  }

  @Test func `a level that has nothing is refused, with how far the next way is`() throws {
    let planner = Planner(try Atlas.of(Self.house().network(), in: TemporaryFolder()))
    let cellar = Place.coordinate(DrawnFloors.coordinate(column: 1, row: 4), level: Level(-1))
    let error = refusal(of: JourneyRequest(from: .name("Start"), to: cellar), planner)
    #expect(error?.code == .noEdgeNearby)
    #expect(error?.message.contains("on level -1") == true)
    #expect(error?.message.contains("the nearest way on any level is 20 m off") == true)
  }

  @Test func `a place on a small island is reached from the main land nearby`() throws {
    var map = DrawnFloors(
      """
      A-B-C-D-E-F-G-H-I-J-K-L-M-N-O-P-Q-R-S-T-U-V-W

      X-Y
      """)
    map.name("W", "Start")
    let planner = Planner(try Atlas.of(map.network(), in: TemporaryFolder()))
    let island = Place.coordinate(DrawnFloors.coordinate(column: 0.5, row: 2), level: nil)
    let journey = try planner.plan(JourneyRequest(from: .name("Start"), to: island))
    #expect(abs(journey.snapTo - 10) < 0.1)
    // Who is on the island already stays there.
    let other = Place.coordinate(DrawnFloors.coordinate(column: 2, row: 2), level: nil)
    let stay = try planner.plan(JourneyRequest(from: island, to: other))
    #expect(stay.legs[0].edges.count == 1 && stay.snapTo < 0.05)
  }

  @Test func `parts that are equally large stay apart`() throws {
    var map = DrawnFloors(
      """
      A-B-C

      D-E-F
      """)
    map.name("A", "Start")
    map.name("F", "End")
    let planner = Planner(try Atlas.of(map.network(), in: TemporaryFolder()))
    #expect(refusal(of: JourneyRequest(from: .name("Start"), to: .name("End")), planner)?.code == .noRoute)
  }

  @Test func `a one-way corridor is left at its end`() throws {
    var map = DrawnFloors(
      """
      A->-B
      |   |
      C---D
      """)
    map.name("A", "Start")
    map.name("B", "End")
    let planner = Planner(try Atlas.of(map.network(), in: TemporaryFolder()))
    let there = try planner.plan(JourneyRequest(from: .name("Start"), to: .name("End")))
    let back = try planner.plan(JourneyRequest(from: .name("End"), to: .name("Start")))
    #expect(abs(there.distance - 20) < 0.05 && abs(back.distance - 40) < 0.05)
    // Against the arrow on the one-way itself: all the way round.
    let late = Place.coordinate(DrawnFloors.coordinate(column: 3, row: 0), level: nil)
    let early = Place.coordinate(DrawnFloors.coordinate(column: 1, row: 0), level: nil)
    #expect(abs(try planner.plan(JourneyRequest(from: late, to: early)).distance - 50) < 0.05)
  }

  @Test func `nearest answers in the order of distance, one point an edge`() throws {
    let planner = Planner(try Riverside.atlas())
    let place = Place.coordinate(Coordinate(latitude: 29.9000722, longitude: 122.9004763)!, level: nil)
    let found = try planner.nearest(to: place, number: 12)
    #expect(found.count == 12)
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.distance <= $1.distance })
    #expect(try planner.nearest(to: place).first == found.first)
  }
}
