import ShortestPaths
import TestSupport
import Testing
import WardwayMap

@testable import WardwayCompiler
@testable import WardwayRouting

/// A ferry that is avoided is a last resort for cars too.
@Suite struct AvoidedFerryTests {
  private static func way(_ roads: OpenRoads, _ from: String, _ to: String, avoiding: Bool) throws -> DriveWay
  {
    let closed = DriveClosures([], avoiding: avoiding ? [.ferry] : [], in: roads.network)
    let starts = roads.points(near: roads.map.place(from), as: .start, at: roads.prices)
    let goals = roads.points(near: roads.map.place(to), as: .end, at: roads.prices)
    let ways = try roads.ways(from: starts, to: goals, at: roads.prices(closed))
    let way = try #require(ways.first)
    for method in SearchMethod.allCases {
      let other = roads.way(
        from: starts, to: goals, at: roads.prices(closed), method: method)
      #expect(other?.cost == way.cost, "\(method)")
    }
    return way
  }

  private static func usesFerry(_ way: DriveWay, _ roads: OpenRoads) -> Bool {
    way.pieces.contains { roads.network.edges[$0.edge].roadClass == .ferry }
  }

  private static func island(withBridge: Bool) throws -> OpenRoads {
    var map = DrawnRoads(
      """
      a---b---------c---d


      e-------------f
      """)
    map.road("ab")
    map.ferry("bc", ["motor_vehicle": "yes", "duration": "00:01"])
    map.road("cd")
    if withBridge { for road in ["ae", "ef", "fd"] { map.road(road, ["maxspeed": "10"]) } }
    return try map.opened()
  }

  @Test func `a long way round comes before it`() throws {
    let roads = try Self.island(withBridge: true)
    #expect(try Self.usesFerry(Self.way(roads, "ab", "cd", avoiding: false), roads))
    #expect(try !Self.usesFerry(Self.way(roads, "ab", "cd", avoiding: true), roads))
  }

  @Test func `it is taken where there is nothing else, and takes no longer`() throws {
    let roads = try Self.island(withBridge: false)
    let plain = try Self.way(roads, "ab", "cd", avoiding: false)
    let avoided = try Self.way(roads, "ab", "cd", avoiding: true)
    #expect(avoided.pieces.map(\.directed) == plain.pieces.map(\.directed))
    #expect(avoided.pieces.map(\.duration) == plain.pieces.map(\.duration))
    #expect(avoided.pieces.reduce(0) { $0 + $1.cost } == avoided.cost)
    #expect(avoided.cost == plain.cost + Restrictions.avoidancePenalty)
    #expect(avoided.pieces.reduce(0) { $0 + $1.duration } == plain.cost)
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `all methods agree on random towns with ferries`(seed: UInt64) throws {
    var map = RandomRoads(seed: seed).map
    var random = SeededNumbers(seed: seed ^ 31)
    let letters = Array("abcdefghijklmnop")
    for _ in 0..<4 {
      let ends = letters.shuffled(using: &random).prefix(2)
      map.ferry(String(ends), ["motor_vehicle": "yes", "duration": "00:01"])
    }
    let roads = try map.opened()
    let network = roads.network
    let ferries = network.edges.filter { $0.roadClass == .ferry }.map(\.source)
    let avoiding = DriveClosures([], avoiding: [.ferry], in: network)
    func point() -> DrivePoint { roads.point(Int.random(in: 0..<network.edges.count, using: &random), 0.4) }
    for _ in 0..<8 {
      let (start, goal) = (point(), point())
      func way(_ closed: DriveClosures, _ method: SearchMethod = .fastest) -> DriveWay? {
        roads.way(from: [start], to: [goal], at: roads.prices(closed), method: method)
      }
      let found = way(avoiding)
      #expect(found?.cost == way(avoiding, .dijkstra)?.cost && found?.cost == way(avoiding, .aStar)?.cost)
      guard let found else { continue }
      #expect(
        try roads.ways(from: [start], to: [goal], at: roads.prices(avoiding))[0].cost == found.cost)
      // Who starts or ends on a ferry has to take it.
      let isOnFerry = [start, goal].contains { network.edges[$0.edge].roadClass == .ferry }
      if !isOnFerry, let dry = way(DriveClosures(ferries, in: network)) { #expect(found.cost == dry.cost) }
    }
  }
}
