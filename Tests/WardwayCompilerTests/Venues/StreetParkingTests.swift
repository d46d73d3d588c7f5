import Geodesy
import Testing
import WardwayMap

@testable import WardwayCompiler

/// Where along streets cars may stand.
@Suite struct StreetParkingTests {
  private func read(_ text: String, _ side: StreetParking.Side = .right) throws -> HandoffKind? {
    StreetParking.read(side, of: try .drawn("highway=residential " + text), isCampus: false)?.kind
  }

  @Test(arguments: [
    "parking:right=lane", "parking:both=street_side", "parking:right=on_kerb", "parking:right=half_on_kerb",
    "parking:right=shoulder", "parking:right=lane parking:right:restriction=none",
    "parking:right=lane parking:both:access=yes", "parking:right=lane parking:right:fee=yes",
    "parking:lane:right=parallel", "parking:lane:both=marked", "parking:lane:right=diagonal",
    "parking:lane:right=parallel parking:condition:right=ticket",
    "parking:lane:right=parallel parking:condition:both=disc",
    "parking:right=lane parking:right:vehicles=car;motorcycle",
    "parking:right=lane parking:right:disabled=designated",
  ])
  func `a car may stand`(text: String) throws { #expect(try read(text) == .streetParking) }

  @Test(arguments: [
    "name=Street", "parking:left=lane", "parking:right=no", "parking:both=no", "parking:right=separate",
    "parking:right=lane parking:right:access=private", "parking:right=lane parking:both:access=residents",
    "parking:right=lane parking:right:restriction=no_parking",
    "parking:right=lane parking:both:restriction=no_stopping",
    "parking:right=lane parking:right:restriction:conditional=no_parking~@~(Mo-Fr~07:00-16:00)",
    "parking:right=lane parking:right:access:conditional=residents~@~(18:00-06:00)",
    "parking:lane:right=no_stopping", "parking:lane:right=fire_lane", "parking:lane:both=no_parking",
    "parking:lane:right=parallel parking:condition:right=residents",
    "parking:lane:right=parallel parking:condition:right=no_parking",
    "parking:lane:right=parallel parking:condition:right=private",
    "parking:lane:right=parallel parking:condition:right:vehicles=coach",
    "parking:lane:right=parallel parking:condition:right:coach=designated",
    "parking:right=lane access=private", "parking:right=lane motor_vehicle=no",
  ])
  func `a car may not stand`(text: String) throws { #expect(try read(text) == nil) }

  @Test func `who may only stop, or stay for minutes, drops off`() throws {
    #expect(try read("parking:right=lane parking:right:maxstay=10~minutes") == .dropOff)
    let lane = try OSMTags.drawn("highway=service parking:right=lane parking:right:restriction=no_parking")
    #expect(StreetParking.read(.right, of: lane, isCampus: true)?.kind == .dropOff)
    #expect(StreetParking.read(.left, of: lane, isCampus: true) == nil)
  }

  @Test func `the side's word beats that for both, the new scheme the old`() throws {
    let tags = try OSMTags.drawn(
      "highway=residential parking:both=lane parking:both:fee=yes parking:right:fee=no parking:lane:both=no_stopping "
        + "parking:left:access=customers")
    let left = try #require(StreetParking.read(.left, of: tags, isCampus: false))
    let right = try #require(StreetParking.read(.right, of: tags, isCampus: false))
    #expect(left.parking.charges && left.parking.users == .customers)
    #expect(!right.parking.charges && right.parking.users == .everyone)
  }

  @Test func `spaces for disabled people at a kerb are theirs alone`() throws {
    for text in [
      "parking:condition:right=wheelchair", "parking:right:access=no parking:right:disabled=designated",
    ] {
      let tags = try OSMTags.drawn("highway=residential parking:lane:right=parallel " + text)
      #expect(StreetParking.read(.right, of: tags, isCampus: false)?.parking.isForDisabledOnly == true)
    }
  }

  @Test func `a long street has a handoff for every 60 m, on the side where the cars stand`() throws {
    let extract = try OSMFixture.read(
      xml: DrawnMap.xml(
        "a------------b-c",
        ways: [
          "ab: highway=residential parking:right=lane parking:right:capacity=20",
          "bc: highway=residential parking:left=lane",
        ]))
    let found = HandoffFinder(extract: extract, hospitals: []).handoffs()
    let long = found.filter { $0.source == FeatureID(.way, 1) }
    #expect(found.count == 4 && long.count == 3)
    #expect(long.map(\.capacity) == [6, 6, 6])
    let (a, b) = (DrawnMap.coordinate(row: 0, column: 0), DrawnMap.coordinate(row: 0, column: 13))
    for (index, record) in long.enumerated() {
      // Three stretches of 43.3 m; the street runs east, so the right side is south.
      #expect(abs(distance(a, record.drive) - (Double(index) + 0.5) * 130 / 3) < 0.1)
      #expect(abs(distance(record.drive, record.walk) - 4) < 0.1)
      #expect(record.walk.latitudeE7 < record.drive.latitudeE7)
      #expect(record.kind == .streetParking && record.transfer == 180_000 && record.users == .everyone)
    }
    #expect(distance(b, found[3].drive) < 20 && found[3].walk.latitudeE7 > found[3].drive.latitudeE7)
  }

  @Test func `a way too short to stand on has none`() throws {
    let extract = try OSMFixture.read(
      xml: DrawnMap.xml("ab", ways: ["ab: highway=residential parking:both=lane"]))
    #expect(HandoffFinder(extract: extract, hospitals: []).handoffs().isEmpty)
  }
}
