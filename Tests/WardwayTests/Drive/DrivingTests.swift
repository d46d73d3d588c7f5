import Geodesy
import Testing
import WardwayMap

@testable import WardwayCompiler
@testable import WardwayRouting

/// Turning back, both ends, closures, waits, and sides of the road.
@Suite struct DrivingTests {
  @Test func `one turns back at dead ends alone`() throws {
    var map = DrawnRoads(
      """
      a---b---c
          |
          d
      """)
    map.road("ab", ["oneway": "yes"])
    map.road("bc")
    map.road("bd", ["oneway": "yes"])
    var roads = try map.opened()
    // Not at the junction, so through the dead end on the other side: a, b, c, b, d.
    #expect(roads.route("ab", "bd") == "b")
    map.restriction("no_right_turn", from: ["ab"], via: ["b"], to: ["bd"])
    roads = try map.opened()
    #expect(roads.route("ab", "bd") == "bcb")
    map.restriction("no_u_turn", from: ["bc"], via: ["c"], to: ["bc"])
    roads = try map.opened()
    #expect(roads.route("ab", "bd") == "no way")
  }

  @Test func `a journey may start in either direction`() throws {
    var map = DrawnRoads("a---b---c")
    map.road("ab")
    map.road("bc")
    let roads = try map.opened()
    #expect(roads.route("ab", "bc") == "b")
    #expect(roads.route("bc", "ab") == "b")
    #expect(roads.route("ab", "a") == "")
  }

  @Test func `parts of an edge take their share`() throws {
    var map = DrawnRoads("a-------b")
    map.road("ab")
    let roads = try map.opened()
    let whole = try #require(roads.way("a", "b"))
    let half = try #require(roads.way("a", "ab"))
    let back = try #require(roads.way("b", "ab"))
    #expect(abs(Int(whole.cost) - 2 * Int(half.cost)) <= 2)
    #expect(abs(Int(back.cost) - Int(half.cost)) <= 2)
    #expect(whole.cost == roads.metric.edgeWeights[0])
    let none = try #require(roads.way("ab", "ab"))
    #expect(none.cost == 0 && none.pieces.isEmpty)
  }

  @Test func `against a one-way street one goes around, even to a place behind`() throws {
    var map = DrawnRoads(
      """
      a-------b
      |       |
      c-------d
      """)
    map.road("abdca", ["oneway": "yes"])
    map.road("ba", ["oneway": "-1"])
    let roads = try map.opened()
    let network = roads.network
    let edge = try #require(network.edges(from: FeatureID(.way, 1)).first { network.edges[$0].length > 0 })
    let (near, far) = (roads.point(edge, 0.2), roads.point(edge, 0.8))
    let ahead = roads.way(from: [near], to: [far], at: roads.prices)
    let behind = roads.way(from: [far], to: [near], at: roads.prices)
    #expect(ahead?.pieces.count == 1)
    #expect((behind?.pieces.count ?? 0) > 1)
    #expect(behind!.cost > ahead!.cost)
  }

  @Test func `what is closed is avoided`() throws {
    var map = TurnRestrictionTests.crossing()
    map.tag("b", ["barrier": "gate"])
    let roads = try map.opened()
    #expect(roads.route("ab", "bc") == "b")
    #expect(
      roads.route("ab", "bc", closed: ["way/2"]) == "no way"
        || roads.route("ab", "cf", closed: ["way/2"]) == "bdgf")
    #expect(roads.route("be", "cf", closed: ["way/2"]).contains("h"))
    #expect(roads.route("ab", "cf", closed: ["node/98"]) == "no way")
    #expect(roads.route("be", "cf", closed: ["node/98"]) == "ehgf")
    #expect(DriveClosures([FeatureID(.way, 77), FeatureID(.node, 77)], in: roads.network).unknown.count == 2)
  }

  @Test func `lights, signs and gates take time`() throws {
    func cost(_ tags: [String: String], _ from: String = "a", _ to: String = "c") throws -> UInt32 {
      var map = DrawnRoads("a-----b-c")
      map.road("abc")
      map.tag("b", tags)
      let roads = try map.opened()
      return try #require(roads.way(from, to)).cost
    }
    let bare = try cost([:])
    func milliseconds(_ seconds: Double) -> UInt32 { UInt32(seconds * 1000) }
    let car = VehicleProfile.car
    #expect(try cost(["highway": "traffic_signals"]) == bare + milliseconds(car.signalSeconds))
    #expect(try cost(["highway": "traffic_signals", "direction": "backward"]) == bare)
    #expect(
      try cost(["highway": "traffic_signals", "direction": "backward"], "c", "a")
        == bare + milliseconds(car.signalSeconds))
    // A sign is for those who come to the nearer end.
    #expect(try cost(["highway": "stop"]) == bare + milliseconds(car.stopSeconds))
    #expect(try cost(["highway": "stop"], "c", "a") == bare)
    #expect(try cost(["highway": "give_way"]) == bare + milliseconds(car.giveWaySeconds))
    #expect(abs(Int(try cost(["barrier": "gate"])) - Int(bare + milliseconds(car.gateSeconds))) <= 1)
  }

  @Test(arguments: [("acdba", false), ("abdca", true)])
  func `roundabouts tell on which side one drives`(ring: String, isLeft: Bool) throws {
    var map = DrawnRoads(
      """
      e---a---b
          |   |
          c---d---f
      """)
    map.road(ring, ["junction": "roundabout"])
    map.road("ea")
    map.road("df")
    let roads = try map.opened()
    #expect(roads.network.drivesOnLeft == isLeft)
    #expect(roads.route("ea", "df") == "ad")
    #expect(roads.network.edges.filter { $0.traits.contains(.roundabout) }.count == 2)
  }

  @Test func `a turn across the oncoming traffic takes longer`() throws {
    let roads = try TurnRestrictionTests.crossing().opened()
    let left = try #require(roads.way("ab", "bc")).cost
    let right = try #require(roads.way("ab", "be")).cost
    let straight = try #require(roads.way("ab", "bd")).cost
    let car = VehicleProfile.car
    #expect(abs(Int(left) - Int(right) - Int((car.farTurnSeconds - car.nearTurnSeconds) * 1000)) < 30)
    #expect(straight < right)
  }

  @Test func `ferries take as long as they say`() throws {
    var map = DrawnRoads("a---b---------c---d")
    map.road("ab")
    map.ferry("bc", ["motor_vehicle": "yes", "duration": "00:20"])
    map.road("cd")
    var roads = try map.opened()
    let cost = try #require(roads.way("ab", "cd")).cost
    #expect(cost > 20 * 60_000 && cost < 21 * 60_000)
    map = DrawnRoads("a---b---------c---d")
    map.road("ab")
    map.ferry("bc", ["duration": "00:20"])
    map.road("cd")
    roads = try map.opened()
    #expect(roads.route("ab", "cd") == "no way")
  }

  @Test func `a place on a level is on a road of that level`() throws {
    var map = DrawnRoads(
      """
      a---b---c
      d-------e
      """)
    map.road("abc")
    map.road("de", ["level": "-1", "highway": "service"])
    map.road("cd", ["level": "-1;0", "highway": "service"])
    let roads = try map.opened()
    let place = roads.map.place("b")
    let below = roads.points(near: place, level: Level(-1), as: .end, at: roads.prices)
    #expect(below.allSatisfy { roads.network.edges[$0.edge].lowLevel == Level(-1) } && !below.isEmpty)
    #expect(roads.points(near: place, level: Level(3), as: .end, at: roads.prices).isEmpty)
    let any = roads.points(near: place, as: .end, at: roads.prices)
    #expect(any.first?.distance ?? 9 < 0.1)
  }

  @Test func `a place beside a road that leads nowhere gets another one too`() throws {
    var map = DrawnRoads(
      """
      a---b---c---d---e---f

      x---y
      """)
    for road in ["ab", "bc", "cd", "de", "ef"] { map.road(road) }
    map.road("xy")
    let roads = try map.opened()
    #expect(roads.route("xy", "ef", within: 500).hasSuffix("e"))
    #expect(roads.route("ef", "xy", within: 500).hasPrefix("e"))
  }

  @Test func `a leg tells names, times and the line`() throws {
    var map = DrawnRoads(
      """
      a---b
          |
          c-d
      """)
    map.road("ab", ["name": "Upper Street"])
    map.road("bc", ["name": "Hill Road", "ref": "B 7"])
    map.road("cd")
    let roads = try map.opened()
    let way = try #require(roads.way("ab", "cd"))
    var geometry: [PathPoint] = []
    let leg = DriveAssembler(roads.network).leg(for: way, destination: "Clinic", appendingTo: &geometry)
    #expect(leg.mode == .car && leg.network == "streets" && leg.destination == "Clinic")
    #expect(leg.edges.map(\.name) == ["Upper Street", "Hill Road", ""])
    #expect(leg.edges.map(\.ref) == ["", "B 7", ""])
    #expect(leg.edges.map(\.kind) == [.road, .road, .road])
    #expect(leg.edges.reduce(0) { $0 + $1.durationMilliseconds } == way.cost)
    #expect(leg.edges[1].fromNode == FeatureID(.node, 98) && leg.edges[0].fromNode == .none)
    #expect(geometry.count == 4 && leg.geometryRange == 0...3)
    #expect(leg.edges.map(\.geometryRange) == [0...1, 1...2, 2...3])
    #expect(abs(leg.distance - 50 - 100 - 25) < 30)
  }
}

extension OpenRoads {
  /// A point at a fraction of an edge.
  func point(_ edge: Int, _ fraction: Double) -> DrivePoint {
    let offset = UInt32(Double(network.edges[edge].span) * fraction)
    let place = network.nodes[Int(network.edges[edge].tail)].coordinate
    return DrivePoint(edge: edge, offset: offset, coordinate: place, level: .ground, distance: 0)
  }
}
