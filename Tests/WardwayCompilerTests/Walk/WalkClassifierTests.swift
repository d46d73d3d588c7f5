import Testing
import WardwayMap

@testable import WardwayCompiler

@Suite struct WalkClassifierTests {
  @Test(arguments: [
    ("highway=footway", EdgeKind.footway), ("highway=pedestrian", .footway), ("highway=path", .path),
    ("highway=track", .path), ("highway=cycleway", .path), ("highway=bridleway", .path),
    ("highway=corridor", .corridor),
    ("indoor=corridor", .corridor), ("highway=footway footway=crossing", .crossing),
    ("highway=path path=crossing", .crossing), ("highway=steps", .stairs),
    ("highway=steps conveying=forward", .escalator),
    ("highway=steps conveying=no", .stairs), ("highway=footway conveying=yes", .movingWalk),
    ("highway=footway ramp=yes", .ramp),
    ("highway=residential", .road), ("highway=service", .road), ("highway=living_street", .road),
    ("highway=primary", .road),
    ("highway=trunk", .road), ("highway=unclassified", .road), ("highway=platform", .platform),
    ("railway=platform", .platform),
    ("public_transport=platform", .platform), ("highway=elevator", .elevatorRide), ("route=ferry", .ferry),
    ("man_made=pier", .footway), ("highway=motorway foot=yes", .road),
    ("highway=footway access=private", .footway),
  ])
  func `one walks along a line`(text: String, kind: EdgeKind) throws {
    let feature = WalkClassifier.classify(try .drawn(text), isClosed: false)
    #expect(feature?.kind == kind && feature?.isRing == false)
  }

  @Test(arguments: [
    "", "building=yes", "highway=motorway", "highway=motorway access=yes", "highway=motorway_link",
    "highway=busway",
    "highway=primary motorroad=yes", "highway=construction", "highway=proposed", "highway=raceway",
    "highway=footway foot=no",
    "highway=footway access=no", "highway=residential foot=use_sidepath", "railway=rail", "waterway=river",
    "indoor=wall",
    "indoor=room", "indoor=area", "barrier=wall", "highway=services", "landuse=grass",
    "highway=elevator access=no",
  ])
  func `nobody walks along other lines`(text: String) throws {
    #expect(WalkClassifier.classify(try .drawn(text), isClosed: false) == nil)
  }

  @Test(arguments: [
    ("indoor=room", EdgeKind.area, WalkFeature.Role.flat, true), ("indoor=area", .area, .flat, true),
    ("indoor=corridor", .area, .flat, true), ("indoor=yes", .area, .flat, true),
    ("highway=corridor indoor=corridor", .area, .flat, true),
    ("highway=pedestrian area=yes", .area, .flat, true), ("highway=footway", .footway, .flat, false),
    ("highway=platform", .platform, .flat, true), ("railway=platform", .platform, .flat, true),
    ("place=square", .area, .flat, true),
    ("man_made=pier", .footway, .flat, true), ("highway=elevator", .elevatorRide, .shaft, true),
    ("indoor=room room=elevator", .elevatorRide, .shaft, true),
    ("indoor=room room=stairs", .stairs, .stairwell, true),
    ("indoor=room stairs=yes", .stairs, .stairwell, true),
    ("highway=steps area=yes", .stairs, .stairwell, true),
    ("highway=steps", .stairs, .climb, false), ("highway=service area=yes", .area, .flat, true),
  ])
  func `a closed line is an outline or a loop`(
    text: String, kind: EdgeKind, role: WalkFeature.Role, isRing: Bool
  ) throws {
    let feature = WalkClassifier.classify(try .drawn(text), isClosed: true)
    #expect(feature?.kind == kind && feature?.role == role && feature?.isRing == isRing)
  }

  @Test(arguments: [
    "indoor=wall", "building=yes", "place=square area=no", "amenity=parking", "indoor=room access=no",
  ])
  func `other closed lines are nothing`(text: String) throws {
    #expect(WalkClassifier.classify(try .drawn(text), isClosed: true) == nil)
  }

  @Test func `a way knows whether it is indoors, a room, uncomfortable`() throws {
    func attributes(_ text: String, isClosed: Bool = false) throws -> EdgeAttributes {
      try #require(WalkClassifier.classify(try .drawn(text), isClosed: isClosed)).attributes
    }
    #expect(try attributes("highway=corridor").isIndoor && attributes("highway=footway indoor=yes").isIndoor)
    #expect(try attributes("highway=footway tunnel=building_passage").isIndoor)
    #expect(try !attributes("highway=footway").isIndoor && !attributes("highway=footway indoor=no").isIndoor)
    #expect(
      try attributes("indoor=room", isClosed: true).isRoom
        && !attributes("indoor=area", isClosed: true).isRoom)
    #expect(try attributes("indoor=room access=private", isClosed: true).access == .staff)
    #expect(try attributes("highway=footway access=private").access == .residents)
    #expect(
      try attributes("highway=primary").isUncomfortable
        && !attributes("highway=primary sidewalk=both").isUncomfortable)
    #expect(
      try attributes("highway=cycleway").isUncomfortable
        && !attributes("highway=cycleway foot=yes").isUncomfortable)
    #expect(
      try attributes("highway=trunk").isTrunkRoad && !attributes("highway=trunk sidewalk=right").isTrunkRoad)
    #expect(try attributes("highway=footway footway=crossing crossing=traffic_signals").signals == .yes)
    #expect(try attributes("highway=footway footway=crossing crossing=uncontrolled").signals == .no)
  }

  @Test func `levels, names and durations are kept`() throws {
    let stairs = try #require(
      WalkClassifier.classify(
        try .drawn("highway=steps level=0;2 level:ref=G;2F ref=T3 name=North duration=00:01"), isClosed: false
      ))
    #expect(stairs.stated.map(\.value) == [0, 2] && stairs.levelName(of: .ground) == "G" && !stairs.repeats)
    #expect(stairs.name == "North" && stairs.ref == "T3" && stairs.seconds == 60)
    let corridor = try #require(
      WalkClassifier.classify(
        try .drawn("highway=corridor level=1 repeat_on=3-4 duration=5"), isClosed: false))
    #expect(corridor.stated.map(\.value) == [1, 3, 4] && corridor.repeats && corridor.seconds == nil)
    let lift = try #require(
      WalkClassifier.classify(try .drawn("highway=elevator level=0-5 non_existent_levels=4"), isClosed: false)
    )
    #expect(lift.stated.map(\.value) == [0, 1, 2, 3, 5])
    let sidewalk = try #require(
      WalkClassifier.classify(
        try .drawn("highway=footway footway=sidewalk is_sidepath:of:name=Main~St"), isClosed: false))
    #expect(sidewalk.name == "Main St")
  }
}
