import Foundation
import TestSupport
import Testing
import Wardway
import WardwayCompiler

/// Where people are led who look for a place, and what they are told if the way doesn't lead up to it.
@Suite struct ArrivalTests {
  private static func atlas(_ roads: DrawnRoads) throws -> (folder: TemporaryFolder, atlas: Atlas) {
    let folder = TemporaryFolder()
    let map = "\(folder.path)/roads.osm"
    try Data(roads.xml.utf8).write(to: URL(filePath: map))
    var compiler = MapCompiler(profiles: [.walker, .wheelchair])
    compiler.vehicles = [.car]
    _ = try compiler.compile([map], to: "\(folder.path)/atlas")
    return (folder, try Atlas(opening: "\(folder.path)/atlas"))
  }

  private static func plan(
    _ roads: DrawnRoads, to goal: String, as profile: Profile = .walker, car: JourneyRequest.Car = .none
  ) throws -> Journey {
    let (folder, atlas) = try atlas(roads)
    defer { withExtendedLifetime(folder) {} }
    let planner = Planner(atlas)
    return try planner.plan(
      JourneyRequest(
        from: .coordinate(roads.place("h"), level: nil), to: .name(goal), profile: profile, car: car))
  }

  private static func refusal(
    _ roads: DrawnRoads, to goal: String, as profile: Profile
  ) throws -> PlanningError? {
    do {
      _ = try plan(roads, to: goal, as: profile)
      return nil
    } catch let error as PlanningError { return error }
  }

  private static func isAt(_ journey: Journey, _ place: Coordinate) -> Bool {
    distance(journey.geometry[journey.geometry.count - 1].coordinate, place) < 1
  }

  // MARK: Entrances

  /// A clinic in a building whose inside isn't mapped; its back door is next to it.
  private static func building(
    _ kind: String = "hospital", front: [String: String], back: [String: String]
  ) -> DrawnRoads {
    var roads = DrawnRoads(
      """
      h--a---b
      ---|----
      p--e---q
      -u------
      --r-----
      s--xv--t
      c--d---f
      """)
    roads.road("hab", ["name": "Front Street"])
    roads.road("cdf", ["name": "Back Street"])
    roads.road("hc", ["name": "Side Street"])
    roads.road("ae", ["highway": "footway"])
    roads.road("dx", ["highway": "footway"])
    roads.feature("peqtxsp", ["building": kind])
    roads.tag("r", ["amenity": "clinic", "name": "Eye Clinic"])
    roads.tag("e", front)
    roads.tag("x", back)
    return roads
  }

  @Test(arguments: [Profile.walker, .wheelchair])
  func `a place inside a building is reached at the main entrance`(profile: Profile) throws {
    for back in ["yes", "service", "exit", "emergency"] {
      let roads = Self.building(front: ["entrance": "main"], back: ["entrance": back])
      let journey = try Self.plan(roads, to: "Eye Clinic", as: profile)
      #expect(Self.isAt(journey, roads.place("e")), "\(back)")
      #expect(journey.legs.last?.goal.map { abs($0.distance - 103) < 1 } == true)
      #expect(journey.notices.contains { $0.code == .farFromPlace && $0.count == 1 })
      let text = try #require(journey.steps(in: .english).last?.text)
      #expect(text.hasPrefix("Eye Clinic is 100 m ahead"), "\(text)")
    }
  }

  @Test func `where the main entrance has steps a wheelchair takes another`() throws {
    let roads = Self.building(
      front: ["entrance": "main", "entrance:step_count": "3"], back: ["entrance": "yes"])
    #expect(Self.isAt(try Self.plan(roads, to: "Eye Clinic"), roads.place("e")))
    #expect(Self.isAt(try Self.plan(roads, to: "Eye Clinic", as: .wheelchair), roads.place("x")))
  }

  @Test func `who gets in at no entrance is told what is there`() throws {
    let steps = Self.building(
      front: ["entrance": "main", "entrance:step_count": "3"], back: ["entrance": "exit"])
    let error = try #require(try Self.refusal(steps, to: "Eye Clinic", as: .wheelchair))
    #expect(
      error.code == .noStepFreeRoute
        && error.message.contains("(node/101) of the building of 'Eye Clinic' has steps"))
    let barred = Self.building(front: ["entrance": "main", "wheelchair": "no"], back: [:])
    let other = try #require(try Self.refusal(barred, to: "Eye Clinic", as: .wheelchair))
    #expect(other.code == .noStepFreeRoute && other.message.contains("isn't for a wheelchair"))
  }

  @Test(arguments: [
    ["amenity": "cafe"], ["shop": "hairdresser"], ["office": "company"],
  ])
  func `a shop is at its own front, an office behind the entrance`(kind: [String: String]) throws {
    var roads = Self.building("retail", front: ["entrance": "main"], back: [:])
    // It passes ten metres from the place.
    roads.road("uvd", ["name": "Arcade"])
    roads.tag("r", kind.merging(["name": "Corner"]) { $1 })
    let journey = try Self.plan(roads, to: "Corner")
    let left = try #require(journey.legs.last?.goal?.distance)
    #expect(kind["office"] == nil ? abs(left - 10) < 0.1 : Self.isAt(journey, roads.place("e")))
  }

  @Test func `a closed entrance is left for another`() throws {
    let roads = Self.building(front: ["entrance": "main"], back: ["entrance": "yes"])
    let (folder, atlas) = try Self.atlas(roads)
    defer { withExtendedLifetime(folder) {} }
    let planner = Planner(atlas)
    var request = JourneyRequest(from: .coordinate(roads.place("h"), level: nil), to: .name("Eye Clinic"))
    request.closed = [FeatureID(.node, 101)]
    #expect(Self.isAt(try planner.plan(request), roads.place("x")))
  }

  // MARK: What is in the way

  @Test func `steps that alone lead on are named, and nobody is left below them`() throws {
    var roads = DrawnRoads("h--a----\n---m----\n---k----")
    roads.road("ha", ["name": "Low Street"])
    roads.road("am", ["highway": "steps"])
    roads.road("mk", ["highway": "footway"])
    roads.tag("k", ["amenity": "clinic", "name": "Dialysis"])
    #expect(Self.isAt(try Self.plan(roads, to: "Dialysis"), roads.place("k")))
    let error = try #require(try Self.refusal(roads, to: "Dialysis", as: .wheelchair))
    #expect(error.code == .noStepFreeRoute)
  }

  @Test func `a way that isn't for wheelchairs is named`() throws {
    var roads = DrawnRoads("h--a----\n---m----\n---k----")
    roads.road("ha", ["name": "Low Street"])
    roads.road("am", ["highway": "footway"])
    roads.road("mk", ["highway": "footway", "wheelchair": "no"])
    roads.tag("k", ["amenity": "clinic", "name": "Dialysis"])
    let error = try #require(try Self.refusal(roads, to: "Dialysis", as: .wheelchair))
    #expect(error.code == .noStepFreeRoute && error.message.contains("way/3"), "\(error.message)")
  }

  // MARK: What lies beyond the way

  @Test func `a place far from every way is told with its distance and its time`() throws {
    var roads = DrawnRoads("h---a\n-----\n-----\n----k")
    roads.road("ha", ["name": "River Street"])
    roads.tag("k", ["amenity": "clinic", "name": "Island Clinic"])
    let journey = try Self.plan(roads, to: "Island Clinic")
    #expect(
      abs(journey.snapTo - 150) < 1
        && abs(journey.snapToDuration / .seconds(1) - 150 / Profile.walker.speed) < 1)
    #expect(journey.wholeDuration > journey.duration + .seconds(100))
    #expect(journey.notices.contains { $0.code == .farFromPlace })
    #expect(
      journey.steps(in: .english).last?.text
        == "Island Clinic is 150 m away, on your right; the map shows no way up to it")
  }

  @Test func `another floor than the place's own is told`() throws {
    var roads = DrawnRoads("h---a")
    roads.road("ha", ["name": "River Street"])
    roads.tag("a", ["amenity": "clinic", "name": "Upper Clinic", "level": "2"])
    let journey = try Self.plan(roads, to: "Upper Clinic")
    #expect(journey.notices.contains { $0.code == .otherLevel })
  }

  @Test func `what says no level is on the ground, not on a platform below`() throws {
    var roads = DrawnRoads("h-b-\n--kp\n---a\n---r")
    roads.road("hba", ["name": "Station Street"])
    roads.feature("pr", ["railway": "platform", "highway": "footway", "level": "-7"])
    roads.road("ar", ["highway": "steps", "level": "-7;0"])
    roads.tag("k", ["amenity": "cafe", "name": "Street Café"])
    let journey = try Self.plan(roads, to: "Street Café")
    #expect(journey.geometry.last?.level == .ground)
  }

  @Test func `a door that the streets have too goes by the hospital's name`() throws {
    let planner = Planner(try Riverside.atlas())
    let journey = try planner.plan(
      JourneyRequest(from: .name("12 Willow Street"), to: .feature(FeatureID(.node, 4)), profile: .staff))
    #expect(journey.legs.last?.destination == "Staff Entrance")
  }

  @Test func `a house number is said in the reader's language, as its street is`() throws {
    var roads = DrawnRoads("h---a")
    roads.road("ha", ["name": "丁香街", "name:en": "Dingxiang Street"])
    roads.tag("a", ["addr:housenumber": "14", "addr:street": "丁香街"])
    let journey = try Self.plan(roads, to: "丁香街 14")
    #expect(journey.steps(in: .english).last?.text == "You have arrived at 14 Dingxiang Street")
    #expect(journey.steps(in: .simplifiedChinese).last?.text == "已到达丁香街14号")
  }

  // MARK: By car

  @Test func `behind a bollard nobody is let out, and the walk begins where the drive ends`() throws {
    var roads = DrawnRoads("h----a-g--b----c\n----------k-----")
    roads.road("ha", ["name": "West Street"])
    roads.road("agbc", ["highway": "service", "name": "Hospital Drive"])
    roads.road("bk", ["highway": "footway"])
    roads.tag("g", ["barrier": "bollard"])
    roads.tag("k", ["entrance": "main", "name": "Clinic Door"])
    let journey = try Self.plan(roads, to: "Clinic Door", car: .dropsOff)
    let handoff = try #require(journey.handoff)
    #expect(distance(handoff.coordinate, roads.place("g")) < 1)
    let walk = try #require(journey.legs.first { $0.mode == .walk })
    let drive = try #require(journey.legs.first { $0.mode == .car })
    let (end, start) = (
      journey.geometry[drive.geometryRange.upperBound], journey.geometry[walk.geometryRange.lowerBound]
    )
    #expect(distance(end.coordinate, start.coordinate) < 1 && abs(walk.distance - 125) < 1)
  }

  @Test func `a road for deliveries is driven with a word of warning`() throws {
    var roads = DrawnRoads("h----a---b")
    roads.road("ha", ["name": "West Street"])
    roads.road("ab", ["highway": "service", "access": "delivery"])
    roads.tag("b", ["entrance": "main", "name": "Clinic Door"])
    let journey = try Self.plan(roads, to: "Clinic Door", car: .dropsOff)
    let uses = journey.legs.contains {
      $0.mode == .car && $0.edges.contains { $0.source == FeatureID(.way, 2) }
    }
    #expect(!uses || journey.notices.contains { $0.code == .restrictedRoad })
  }

  @Test func `nobody drives off from a corridor`() throws {
    let planner = Planner(try Riverside.atlas())
    for car in [JourneyRequest.Car.parks, .dropsOff] {
      do {
        _ = try planner.plan(
          JourneyRequest(from: .name("Cardiology Ward"), to: .name("12 Willow Street"), car: car))
        Issue.record("it was planned")
      } catch {
        #expect(error.code == .invalidRequest && error.message.contains("car_at"))
      }
    }
  }

  @Test func `to the emergency department one is driven to its door, not to a car park`() throws {
    let planner = Planner(try Riverside.atlas())
    for profile in [Profile.walker, .wheelchair] {
      let journey = try planner.plan(
        JourneyRequest(
          from: .name("12 Willow Street"), to: .name("Emergency Department"), profile: profile, car: .parks))
      #expect(journey.handoff?.kind == .dropOff)
      #expect(journey.legs.flatMap(\.edges).contains { $0.source == FeatureID(.node, 2) })
    }
  }

  // MARK: One arrival a stop

  @Test func `there is one arrival a stop, and every leg begins where the one before it ends`() throws {
    let planner = Planner(try Riverside.atlas())
    let places = ["12 Willow Street", "Pharmacy", "Cardiology Ward", "Café", "Hospital Gate Bus Stop"]
    for (from, via, to) in zip(places, zip(places.dropFirst(), places.dropFirst(2))).map({ ($0, $1.0, $1.1) })
    {
      for profile in [Profile.walker, .wheelchair] {
        let journey = try planner.plan(
          JourneyRequest(from: .name(from), to: .name(to), via: [.name(via)], profile: profile))
        for language in [Language.english, .simplifiedChinese] {
          #expect(journey.steps(in: language).count { $0.maneuver == .arrive } == 2)
        }
        for (leg, next) in zip(journey.legs, journey.legs.dropFirst()) {
          #expect(leg.network != next.network || leg.goal != nil)
          let (end, start) = (leg.geometryRange.upperBound, next.geometryRange.lowerBound)
          #expect(distance(journey.geometry[end].coordinate, journey.geometry[start].coordinate) < 6)
        }
      }
    }
  }
}
