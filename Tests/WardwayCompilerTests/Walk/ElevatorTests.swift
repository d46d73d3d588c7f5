import Geodesy
import Testing
import WardwayMap

@testable import WardwayCompiler

@Suite struct ElevatorTests {
  /// Corridors on some levels that end at the elevator e.
  private static let corridors = [
    "ae: highway=corridor level=-1", "be: highway=corridor level=0", "ce: highway=corridor level=1",
    "de: highway=corridor level=5",
  ]
  private static let drawing = """
    a   b
      e
    c   d
    """

  @Test func `an elevator that is a node serves the levels that it states`() throws {
    let map = try DrawnMap(
      Self.drawing, ways: Self.corridors, nodes: ["e: highway=elevator level=-1;0;1;5 name=Lift~1 ref=L1"])
    #expect(
      map.edges("node/\(Character("e").asciiValue!)") == [
        "elevatorAlight e@-1>e@-1", "elevatorAlight e@0>e@0", "elevatorAlight e@1>e@1",
        "elevatorAlight e@5>e@5",
        "elevatorBoard e@-1>e@-1", "elevatorBoard e@0>e@0", "elevatorBoard e@1>e@1", "elevatorBoard e@5>e@5",
        "elevatorRide e@-1-e@0", "elevatorRide e@0-e@1", "elevatorRide e@1-e@5",
      ])
    for (from, to) in [("a", "b"), ("a", "d"), ("d", "c")] { #expect(map.joins(from, to, for: .wheelchair)) }
    let record = try #require(map.records("node/101").first)
    #expect(map.network.strings[record.name] == "Lift 1" && map.network.strings[record.ref] == "L1")
  }

  @Test func `an elevator passes by the levels that it doesn't state`() throws {
    let map = try DrawnMap(Self.drawing, ways: Self.corridors, nodes: ["e: highway=elevator level=-1;1;5"])
    #expect(map.joins("a", "c") && map.joins("a", "d"))
    #expect(!map.leads("a", "b") && !map.leads("b", "d"))
    #expect(
      map.edges("node/101").filter { $0.hasPrefix("elevatorRide") } == [
        "elevatorRide e@-1-e@1", "elevatorRide e@1-e@5",
      ])
  }

  @Test func `an elevator passes by levels that don't exist`() throws {
    let map = try DrawnMap(
      Self.drawing, ways: Self.corridors, nodes: ["e: highway=elevator level=-1-5 non_existent_levels=0"])
    #expect(map.joins("a", "d") && !map.leads("a", "b"))
  }

  @Test(arguments: ["", " level=0", " level=7"])
  func `an elevator without a statement serves whatever touches it`(level: String) throws {
    let map = try DrawnMap(Self.drawing, ways: Self.corridors, nodes: ["e: highway=elevator\(level)"])
    #expect(map.joins("a", "b") && map.joins("b", "c") && map.joins("c", "d"))
  }

  @Test func `a ride over n levels waits once`() throws {
    let map = try DrawnMap(Self.drawing, ways: Self.corridors, nodes: ["e: highway=elevator duration=00:01"])
    let rides = map.records("node/101").filter { $0.kind == .elevatorRide }
    #expect(rides.map(\.fixedDuration).sorted() == [10_000, 10_000, 40_000])
    #expect(map.records("node/101").allSatisfy { $0.length == 0 && $0.attributes.isIndoor })
  }

  @Test func `an elevator that is a way joins its ends`() throws {
    let map = try DrawnMap(
      "a---b-c---d",
      ways: [
        "ab: highway=corridor level=0", "bc: highway=elevator level=0;3", "cd: highway=corridor level=3",
      ])
    #expect(map.joins("a", "d", for: .wheelchair))
    #expect(map.edges("way/2").contains("elevatorRide way/2@0-way/2@3"))
  }

  @Test(arguments: ["highway=elevator level=0-2", "indoor=room room=elevator level=0-2", "highway=elevator"])
  func `an elevator that is an area is entered where ways touch it`(tags: String) throws {
    let map = try DrawnMap(
      """
      a---b---c---d
          |   |
          e---f---g
      """,
      ways: [
        "bcfeb: \(tags)", "ab: highway=corridor level=0", "cd: highway=corridor level=1",
        "fg: highway=corridor level=2",
      ])
    #expect(map.joins("a", "d", for: .wheelchair) && map.joins("a", "g") && map.joins("d", "g"))
    #expect(map.edges("way/1").filter { $0.hasPrefix("elevatorRide") }.count == 2)
  }

  @Test func `an elevator with one level is noted and not used`() throws {
    let map = try DrawnMap(
      "a---e", ways: ["ae: highway=corridor level=2"], nodes: ["e: highway=elevator level=2"])
    #expect(map.diagnostics == ["elevator-serves-one-level node/101"])
    #expect(map.count(.elevatorBoard) == 0 && map.joins("a", "e"))
    #expect(map.report.diagnostics[0].severity == .warning && map.report.diagnostics[0].coordinate != nil)
  }

  @Test func `an elevator between two sides of a level moves sideways`() throws {
    let map = try DrawnMap(
      "a---b-c---d", ways: ["ab: highway=footway", "bc: highway=elevator", "cd: highway=footway"])
    #expect(map.joins("a", "d", for: .wheelchair) && map.count(.elevatorRide) == 0)
  }

  @Test func `an elevator whose levels contradict those of the ways is reported`() throws {
    let map = try DrawnMap(
      Self.drawing, ways: Array(Self.corridors[1...2]), nodes: ["e: highway=elevator level=7;8"])
    #expect(map.diagnostics.contains("elevator-levels-differ node/101"))
    #expect(
      map.report.diagnostics.first?.message.contains("it states levels 7;8, ways touch it on 0;1") == true)
    #expect(!map.leads("b", "c"))
  }

  @Test func `an untagged footway at an elevator lies on a level that it serves`() throws {
    let map = try DrawnMap(
      "a---e---b",
      ways: ["ae: highway=footway", "eb: highway=corridor level=3"], nodes: ["e: highway=elevator level=1;3"])
    #expect(map.joins("a", "b", for: .wheelchair))
  }

  @Test(
    arguments: [
      ("", true, true), ("length=2.4 width=1.4 door:width=1.2", true, true),
      ("length=1.4 width=1.1 door:width=0.9", true, false), ("length=1.1 width=1.1", false, false),
      ("length=2.5 width=1.4 door:width=0.9", true, false), ("width=0.7", false, false),
      ("length=2.5 width=0.9 door:width=1.2", true, false), ("maxlength=1~m", false, false),
      ("maxweight=1.35 capacity=17", true, true), ("maxweight=0.4", true, false),
      ("maxweight=250~kg", true, false), ("maxweight=150~kg", false, false),
      ("maxweight=1000~lbs", true, false), ("capacity=8", true, true), ("capacity=4", true, false),
      ("capacity=3", true, false), ("maxweight=2 capacity=2", false, false),
      ("capacity:persons=5", true, false),
      ("maxweight=630", true, true), ("capacity=many maxweight=heavy", true, true),
    ] as [(String, Bool, Bool)])
  func `wheelchairs and beds have to fit through the door and into the cabin, and it has to carry them`(
    size: String, wheelchair: Bool, bed: Bool
  ) throws {
    for area in [false, true] {
      let map = try DrawnMap(
        area ? "a---b-c---d\n    |_|\n    e-f" : "a---b---d",
        ways: [
          "ab: highway=corridor level=0", "\(area ? "c" : "b")d: highway=corridor level=3",
          area ? "bcfeb: indoor=room room=elevator level=0;3 \(size)" : "ab: source=x",
        ], nodes: area ? [] : ["b: highway=elevator level=0;3 \(size)"])
      #expect(map.joins("a", "d") && map.joins("a", "d", for: .staff))
      #expect(map.joins("a", "d", for: .wheelchair) == wheelchair, "\(size)")
      #expect(map.joins("a", "d", for: .bed) == bed, "\(size)")
    }
  }

  @Test func `an elevator with doors on two sides is entered by the one of each level`() throws {
    let map = try DrawnMap(
      """
      a---b---c
          |_|
      d---e---f
      """,
      ways: [
        "bcfeb: indoor=room room=elevator level=0-2", "ab: highway=corridor level=0",
        "de: highway=corridor level=1", "ab: highway=corridor level=2",
      ], nodes: ["b: door=yes level=0;2", "e: door=yes level=1"])
    #expect(map.joins("a@0", "d", for: .wheelchair) && map.joins("d", "a@2", for: .wheelchair))
    #expect(map.count(.elevatorBoard) == 3)
  }

  @Test func `an elevator that is out of service is not used`() throws {
    for tags in ["operational_status=out_of_order", "disused=yes", "operational_status=Closed"] {
      let map = try DrawnMap(
        Self.drawing, ways: Self.corridors, nodes: ["e: highway=elevator level=-1-5 \(tags)"])
      #expect(map.count(.elevatorRide) == 0 && !map.leads("a", "b"))
      #expect(map.diagnostics == ["out-of-service node/101"])
    }
  }

  @Test func `an elevator that is closed is not used`() throws {
    let map = try DrawnMap(
      Self.drawing, ways: Self.corridors, nodes: ["e: highway=elevator level=-1-5 access=no"])
    #expect(map.count(.elevatorRide) == 0 && !map.leads("a", "b") && !map.leads("b", "c"))
  }

  @Test func `an elevator for staff carries staff, one for beds carries beds`() throws {
    for (tags, allowed) in [("access=private", Profile.staff), ("name=Bed~Lift", Profile.bed)] {
      let map = try DrawnMap(Self.drawing, ways: Self.corridors, nodes: ["e: highway=elevator \(tags)"])
      #expect(
        map.joins("a", "d", for: allowed) && !map.leads("a", "d") && !map.leads("a", "d", for: .wheelchair))
    }
  }

  @Test func `two elevators in a ring come to an end`() throws {
    let map = try DrawnMap(
      """
      a---b
      |   |
      d---c
      """,
      ways: [
        "ab: highway=corridor level=0", "bc: highway=corridor level=1", "cd: highway=corridor level=2",
        "da: highway=corridor level=3",
      ],
      nodes: [
        "a: highway=elevator level=0;3", "b: highway=elevator", "c: highway=elevator level=1;2",
        "d: highway=elevator",
      ])
    for point in ["b", "c", "d"] { #expect(map.joins("a", point, for: .wheelchair)) }
    #expect(map.diagnostics == [])
  }

  @Test func `a tower's elevator serves two hundred floors`() throws {
    let floors = (0...200).map { "ae: highway=corridor level=\($0)" }
    let map = try DrawnMap("a---e", ways: floors, nodes: ["e: highway=elevator level=0-200"])
    #expect(map.count(.elevatorRide) == 200 && map.count(.elevatorBoard) == 201)
    #expect(map.leads("a@0", "a@200", for: .wheelchair))
    let cost = map.network.weights(for: .wheelchair)
    let rides = map.network.graph.head.indices.filter {
      map.network.edges[Int(map.network.arcEdge[$0] >> 1)].kind == .elevatorRide
    }
    #expect(rides.allSatisfy { cost[$0] == 2_500 })
  }
}
