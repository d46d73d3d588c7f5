import ShortestPaths
import TestSupport
import Testing
import WardwayMap

@testable import WardwayCompiler
@testable import WardwayRouting

/// Random towns: the hierarchy, A*, Dijkstra, tables and a naive driver who knows only the rules agree.
@Suite struct RandomRoadsTests {
  /// Turns cost nothing here, so that the naive driver needn't measure angles; turning back does.
  private static let vehicle: VehicleProfile = {
    var vehicle = VehicleProfile.car
    vehicle.name = "naive"
    vehicle.nearTurnSeconds = 0
    vehicle.farTurnSeconds = 0
    vehicle.gateSeconds = 0
    return vehicle
  }()

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `all methods agree with a naive driver`(seed: UInt64) throws {
    let town = RandomRoads(seed: seed)
    let roads = try town.map.opened(for: Self.vehicle)
    let naive = NaiveDriver(town, roads.network, roads.metric)
    var random = SeededNumbers(seed: seed ^ 99)
    func point() -> DrivePoint {
      roads.point(Int.random(in: 0..<roads.network.edges.count, using: &random), 0.5)
    }
    for _ in 0..<6 {
      let (start, goal) = (point(), point())
      let expected = naive.cost(from: start, to: goal)
      for method in SearchMethod.allCases {
        let way = roads.way(from: [start], to: [goal], at: roads.prices, method: method)
        #expect(way?.cost ?? unreachable == expected, "\(method)")
        if let way { #expect(way.pieces.reduce(0) { $0 + $1.duration } == way.cost) }
      }
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `closures and tables agree with Dijkstra`(seed: UInt64) throws {
    let roads = try RandomRoads(seed: seed).map.opened(for: seed % 2 == 0 ? .car : .emergency)
    var random = SeededNumbers(seed: seed ^ 7)
    let network = roads.network
    func points(_ count: Int) -> [[DrivePoint]] {
      (0..<count).map { _ in [roads.point(Int.random(in: 0..<network.edges.count, using: &random), 0.3)] }
    }
    let some = network.nodes.randomElement(using: &random)!.source
    let road = network.edges.randomElement(using: &random)!.source
    for closed in [
      DriveClosures.none, DriveClosures([road], in: network), DriveClosures([some], in: network),
    ] {
      let (starts, goals) = (points(4), points(4))
      func cost(_ start: [DrivePoint], _ goal: [DrivePoint], _ method: SearchMethod) -> UInt32 {
        roads.way(from: start, to: goal, at: roads.prices(closed), method: method)?.cost
          ?? unreachable
      }
      let expected = starts.map { start in goals.map { cost(start, $0, .dijkstra) } }
      for (row, start) in starts.enumerated() {
        for (column, goal) in goals.enumerated() {
          #expect(cost(start, goal, .fastest) == expected[row][column])
          #expect(cost(start, goal, .aStar) == expected[row][column])
        }
      }
      guard closed.isEmpty else { continue }
      let (to, from) = (PointSet(goals), PointSet(starts))
      for (row, start) in starts.enumerated() {
        #expect(try roads.costs(start, to, towards: true) == expected[row])
      }
      for (column, goal) in goals.enumerated() {
        #expect(try roads.costs(goal, from, towards: false) == expected.map { $0[column] })
      }
    }
  }
}
