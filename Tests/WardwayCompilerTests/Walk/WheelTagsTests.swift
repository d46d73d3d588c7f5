import Testing
import WardwayMap

@testable import WardwayCompiler

/// Ramps, kerbs and steps that decide where wheels get.
@Suite struct WheelTagsTests {
  private static func steps(_ tags: String) throws -> DrawnMap {
    try DrawnMap(
      "a---b---c---d",
      ways: ["ab: highway=footway", "bc: highway=steps step_count=5 \(tags)", "cd: highway=footway"])
  }

  @Test func `a ramp beside steps is a way of its own kind`() throws {
    let map = try Self.steps("ramp=yes ramp:wheelchair=yes")
    #expect(map.joins("a", "d", for: .wheelchair) && map.count(.ramp) == 1 && map.count(.stairs) == 1)
    let ramp = try #require(map.records("way/2").first { $0.kind == .ramp })
    #expect(ramp.stepCount == 0 && ramp.attributes.wheelchair == .yes)
  }

  @Test func `a ramp for strollers carries no wheelchair`() throws {
    let map = try Self.steps("ramp=yes ramp:stroller=yes ramp:wheelchair=no")
    #expect(!map.leads("a", "d", for: .wheelchair) && map.count(.ramp) == 1)
    let ramp = try #require(map.network.edges.first { $0.kind == .ramp })
    #expect(Profile.stroller.price(of: ramp, forward: true, tail: .ground, head: .ground) != nil)
  }

  @Test(arguments: [
    "ramp:wheelchair=separate", "ramp=separate", "ramp=yes", "ramp:bicycle=yes", "ramp:wheelchair=no",
  ])
  func `what isn't stated to be a ramp for wheels is none`(tags: String) throws {
    let map = try Self.steps(tags)
    #expect(map.count(.ramp) == 0 && !map.leads("a", "d", for: .wheelchair))
  }

  @Test(arguments: [
    ("step_count=3", false), ("entrance:step_count=1", false), ("kerb:height=0.15", false),
    ("kerb:height=12~cm", false),
    ("kerb=raised", false), ("step_count=0", true), ("step_count=3 ramp=yes", true),
    ("kerb:height=0.02", true),
    ("step_count=2 wheelchair=yes", true), ("kerb=raised wheelchair=yes", true), ("door:threshold=yes", true),
  ])
  func `a step at a door stops wheels unless there is a ramp`(tags: String, passes: Bool) throws {
    let map = try DrawnMap(
      "a---b---c", ways: ["ab: highway=footway", "bc: highway=corridor level=0"],
      nodes: ["b: entrance=main \(tags)"])
    #expect(map.joins("a", "c", for: .wheelchair) == passes && map.joins("a", "c", for: .bed) == passes)
    #expect(map.joins("a", "c") && map.joins("a", "c", for: .stroller))
    if tags == "door:threshold=yes" {
      #expect(map.records("node/98").map(\.attributes.wheelchair) == [.limited])
    }
  }

  @Test func `steps at a door with three sides stop wheels between all of them`() throws {
    let map = try DrawnMap(
      """
      a---b---c
          |
          d
      """,
      ways: ["ab: highway=corridor level=0", "bc: highway=corridor level=0", "bd: highway=corridor level=0"],
      nodes: ["b: door=yes step_count=1"])
    for (from, to) in [("a", "c"), ("a", "d"), ("c", "d")] {
      #expect(map.joins(from, to) && !map.leads(from, to, for: .wheelchair))
    }
  }

  @Test(arguments: [("kerb=raised", false), ("kerb=raised wheelchair=yes", true), ("kerb:height=0.1", false)])
  func `who says that a wheelchair gets over a kerb is believed`(tags: String, passes: Bool) throws {
    let map = try DrawnMap("a---b---c", ways: ["abc: highway=footway"], nodes: ["b: \(tags)"])
    #expect(map.joins("a", "c", for: .wheelchair) == passes && map.joins("a", "c"))
  }

  @Test func `a car ramp is the last resort`() throws {
    let map = try DrawnMap(
      "a---b---c", ways: ["ab: highway=service", "bc: highway=service level=-1 tunnel=yes"],
      nodes: ["b: amenity=parking_entrance parking=underground"])
    #expect(map.joins("a", "c", for: .wheelchair))
    let ramp = try #require(map.network.edges.first { $0.attributes.isCarRamp })
    let price = try #require(Profile.walker.price(of: ramp, forward: true, tail: .ground, head: .ground))
    #expect(price.cost >= price.duration + 300_000)
    let sloped = try DrawnMap(
      "a---b---c",
      ways: ["ab: highway=service", "bc: highway=service level=-1;0"])
    #expect(sloped.records("way/2").allSatisfy { $0.attributes.isCarRamp })
  }

  @Test func `where people walk into a garage, it is no car ramp`() throws {
    let map = try DrawnMap(
      "a---b---c", ways: ["ab: highway=footway", "bc: highway=service"],
      nodes: ["b: amenity=parking_entrance parking=underground"])
    #expect(!map.network.edges.contains { $0.attributes.isCarRamp })
  }

  @Test func `nobody crosses where nobody may`() throws {
    func map(_ tags: String) throws -> DrawnMap {
      try DrawnMap(
        """
            d
            |
        a---b---c
            |
            e
        """, ways: ["abc: highway=residential", "dbe: highway=footway"],
        nodes: ["b: highway=crossing \(tags)"])
    }
    #expect(try map("crossing=marked").joins("d", "e"))
    let shut = try map("crossing=no")
    #expect(!shut.leads("d", "e") && !shut.leads("a", "d") && shut.joins("a", "c"))
    let way = try DrawnMap(
      "a---b---c",
      ways: ["ab: highway=footway", "bc: highway=footway footway=crossing crossing=no"])
    #expect(way.records("way/2").isEmpty)
  }

  @Test func `a room without a door knows that its entry is assumed`() throws {
    let drawing = """
      a---b---e
      |   |   |
      d---c---f
      """
    let ways = ["abcda: indoor=room level=0", "befcb: indoor=corridor level=0"]
    let map = try DrawnMap(drawing, ways: ways)
    #expect(map.joins("way/1", "way/2") && map.records("way/1").allSatisfy { $0.attributes.isEntryAssumed })
    #expect(!map.records("way/2").contains { $0.attributes.isEntryAssumed })
    #expect(
      RoomCheck.diagnostics(map.settled).map { "\($0.code.rawValue) \($0.source)" } == ["assumed-door way/1"])
    let doored = try DrawnMap(drawing, ways: ways, nodes: ["b: door=yes"])
    #expect(!doored.network.edges.contains { $0.attributes.isEntryAssumed })
  }
}
