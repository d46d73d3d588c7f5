import Testing
import Wardway

/// Search in a whole atlas, as an app offers it.
@Suite struct FoundPlaceTests {
  @Test(arguments: ["Pharmacy", "pharmacy", "药房"])
  func `a place is found in any language, with its floor`(text: String) throws {
    let found = try Riverside.atlas().places(named: text)
    #expect(found.match == .exact)
    let place = try #require(found.places.first)
    #expect(found.places.count == 1 && place.level == Level(1) && place.levelName == "2F")
    #expect(place.name(in: .english) == "Pharmacy" && place.name(in: .simplifiedChinese) == "药房")
    #expect(place.venue == "way-17" && place.kind == "pharmacy")
  }

  @Test func `what is found can be travelled to`() throws {
    let atlas = try Riverside.atlas()
    let planner = Planner(atlas)
    let place = try #require(try atlas.places(named: "Pharmacy").places.first)
    let byName = JourneyRequest(from: .name("12 Willow Street"), to: .name("Pharmacy"))
    let byId = JourneyRequest(from: .name("12 Willow Street"), to: .feature(place.source))
    #expect(try planner.plan(byName) == planner.plan(byId))
  }

  @Test func `several are listed up to a limit, and nothing is no error`() throws {
    let atlas = try Riverside.atlas()
    #expect(try atlas.places(named: "Toilets").places.count > 1)
    #expect(try atlas.places(named: "Toilets", limit: 1).places.count == 1)
    #expect(try atlas.places(named: "Atlantis").places.isEmpty)
    #expect(try atlas.places(named: "").places.isEmpty)
  }
}
