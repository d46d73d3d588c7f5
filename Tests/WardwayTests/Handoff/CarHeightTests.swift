import TestSupport
import Testing
import WardwayCompiler

@testable import Wardway

/// A high car isn't sent into a low car park, and is told so.
@Suite struct CarHeightTests {
  /// A car park at the clinic, and an open one a block before it.
  private struct Town {
    let folder = TemporaryFolder()
    let planner: Planner
    let home: Place

    /// - Parameter hasOther: Whether there is the one a block before.
    init(_ tags: [String: String], hasOther: Bool = true) throws {
      var roads = DrawnRoads(
        """
        h---b-----c-k
           p-q   u-v
            m     n
           s-r   x-w
        """)
      roads.road("hbc")
      roads.road("ck", ["highway": "footway"])
      roads.tag("k", ["amenity": "clinic", "name": "Clinic"])
      if hasOther {
        roads.feature("pqrsp", ["amenity": "parking"])
        roads.road("bm", ["highway": "service", "service": "parking_aisle"])
      }
      roads.feature("uvwxu", tags)
      roads.road("cn", ["highway": "service", "service": "parking_aisle"])
      var compiler = MapCompiler(profiles: [.walker])
      compiler.vehicles = [.car]
      _ = try compiler.compile([folder.write(roads.xml, as: "town.osm")], to: folder.path("atlas"))
      planner = Planner(try Atlas(opening: folder.path("atlas")))
      home = .coordinate(roads.place("h"), level: nil)
    }

    func journey(_ height: Double?, _ car: JourneyRequest.Car = .parks) throws(PlanningError) -> Journey {
      try planner.plan(JourneyRequest(from: home, to: .name("Clinic"), car: car, carHeight: height))
    }
  }

  private static let garage = ["amenity": "parking", "parking": "multi-storey", "maxheight": "2.1"]
  private static let near = FeatureID(.way, 5)
  private static let far = FeatureID(.way, 3)

  @Test func `what is too low is passed by`() throws {
    let town = try Town(Self.garage)
    for height in [nil, 1.6, 2.1] {
      let journey = try town.journey(height)
      #expect(journey.handoff?.source == Self.near && journey.notices.isEmpty)
    }
    let high = try town.journey(2.11)
    #expect(high.handoff?.source == Self.far)
    #expect(high.notices == [Notice(.lowCarPark, source: Self.near)])
    #expect(high.notices[0].text(in: .english) == "A car park nearer to there is too low for your car")
    // In a later request it is as if nothing had been.
    #expect(try town.journey(nil).handoff?.source == Self.near)
  }

  @Test func `the map may not say what fits in`() throws {
    let garage = try Town(["amenity": "parking", "parking": "multi-storey"])
    #expect(try garage.journey(nil).notices.isEmpty)
    #expect(try garage.journey(2.2).notices == [Notice(.unknownHeight, source: Self.near)])
    // In the open everything does.
    #expect(try Town(["amenity": "parking"]).journey(3.5).notices.isEmpty)
  }

  @Test func `whoever fits in nowhere is told why`() throws {
    let town = try Town(Self.garage, hasOther: false)
    let error = #expect(throws: PlanningError.self) { try town.journey(2.2) }
    #expect(error?.code == .noRoute)
    #expect(error?.message.hasPrefix("a car of 2.2 m is too high for every public car park") == true)
    #expect(error?.text(in: .simplifiedChinese).contains("限高") == true)
    #expect(try town.journey(2.2, .dropsOff).legs.count == 2)
  }

  @Test(arguments: [0, -2, 0.49, 10.1, .nan, .infinity])
  func `no car has such a height`(height: Double) throws {
    let town = try Town(Self.garage)
    let error = #expect(throws: PlanningError.self) { try town.journey(height) }
    #expect(error?.code == .invalidRequest)
    #expect(
      try town.planner.plan(JourneyRequest(from: town.home, to: .name("Clinic"), carHeight: height)).legs
        .count == 1)
  }
}
