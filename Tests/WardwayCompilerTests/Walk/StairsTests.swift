import Geodesy
import Testing
import WardwayMap

@testable import WardwayCompiler

/// Which levels stairs, escalators and ramps join.
@Suite struct StairsTests {
  @Test func `stairs with levels lead from the lower to the upper`() throws {
    let map = try DrawnMap(
      "a---b---c---d",
      ways: ["ab: highway=corridor level=0", "bc: highway=steps level=0;1", "cd: highway=corridor level=1"])
    #expect(map.edges("way/2") == ["stairs b@0-c@1"])
    #expect(map.records("way/2")[0].attributes.rises == .yes)
    #expect(map.joins("a", "d") && !map.leads("a", "d", for: .wheelchair) && map.diagnostics == [])
  }

  @Test(arguments: ["level=0;1", "level=0-1", "level=0;1 incline=down", "incline=down", "", "level=1;0"])
  func `stairs that are drawn downwards lead down`(tags: String) throws {
    let map = try DrawnMap(
      "a---b---c---d",
      ways: ["ab: highway=corridor level=1", "bc: highway=steps \(tags)", "cd: highway=corridor level=0"])
    #expect(map.edges("way/2") == ["stairs b@1-c@0"])
    #expect(map.records("way/2")[0].attributes.rises == .no && map.joins("a", "d"))
  }

  @Test func `untagged stairs between tagged corridors take their levels`() throws {
    let map = try DrawnMap(
      "a---b---c---d",
      ways: ["ab: highway=corridor level=-1", "bc: highway=steps", "cd: highway=corridor level=2"])
    #expect(map.edges("way/2") == ["stairs b@-1-c@2"])
  }

  @Test func `untagged stairs between untagged footways stay on the ground`() throws {
    let map = try DrawnMap(
      "a---b---c---d", ways: ["ab: highway=footway", "bc: highway=steps incline=up", "cd: highway=footway"])
    #expect(map.edges("way/2") == ["stairs b@0-c@0"])
    #expect(map.records("way/2")[0].attributes.rises == .yes && map.joins("a", "d"))
  }

  @Test func `an incline alone decides where the ends say nothing`() throws {
    let map = try DrawnMap(
      "a---b---c", ways: ["ab: highway=steps level=0;1 incline=down", "bc: highway=footway"])
    #expect(map.edges("way/1") == ["stairs a@1-b@0"] && map.joins("a", "c"))
  }

  @Test func `an incline that contradicts the levels of corridors gives way`() throws {
    let map = try DrawnMap(
      "a---b---c---d",
      ways: [
        "ab: highway=corridor level=0", "bc: highway=steps level=0;1 incline=down",
        "cd: highway=corridor level=1",
      ])
    #expect(map.edges("way/2") == ["stairs b@0-c@1"])
    #expect(map.records("way/2")[0].attributes.rises == .yes && map.joins("a", "d"))
  }

  @Test func `stairs over several levels are entered from each landing`() throws {
    let map = try DrawnMap(
      """
      a---b   f---g
          |   |
          c---d
          |   |
      h---i   e
      """,
      ways: [
        "ab: highway=corridor level=0", "bcdef: highway=steps level=0-3", "ih: highway=corridor level=1",
        "fg: highway=corridor level=3", "ci: highway=corridor level=1",
      ])
    #expect(map.edges("way/2") == ["stairs b@0-c@1", "stairs c@1-f@3"])
    #expect(map.joins("a", "g") && map.joins("a", "h") && map.joins("h", "g"))
  }

  @Test func `flights of one staircase meet at their landings`() throws {
    let map = try DrawnMap(
      "a---b---c---d---e",
      ways: [
        "ab: highway=corridor level=0", "bc: highway=steps level=0;0.5", "cd: highway=steps level=0.5;1",
        "de: highway=corridor level=1",
      ])
    #expect(map.edges("way/2") == ["stairs b@0-c@0.5"] && map.edges("way/3") == ["stairs c@0.5-d@1"])
    #expect(map.joins("a", "e"))
  }

  @Test func `untagged flights between tagged floors still lead up`() throws {
    let map = try DrawnMap(
      "a---b---c---d---e",
      ways: [
        "ab: highway=corridor level=0", "bc: highway=steps", "cd: highway=steps",
        "de: highway=corridor level=1",
      ])
    #expect(map.joins("a", "e"))
    #expect(map.levels(at: "b") == [0] && map.levels(at: "d") == [1])
  }

  @Test func `half levels and cellars are levels`() throws {
    let map = try DrawnMap(
      "a---b---c---d",
      ways: [
        "ab: highway=corridor level=-1.5", "bc: highway=steps level=-1.5--0.5",
        "cd: highway=corridor level=-0.5",
      ])
    #expect(map.edges("way/2") == ["stairs b@-1.5-c@-0.5"] && map.joins("a", "d"))
  }

  @Test(arguments: [("ramp=yes", EdgeKind.ramp), ("indoor=yes", .footway)])
  func `a way with two levels between two corridors is a ramp`(tags: String, kind: EdgeKind) throws {
    let map = try DrawnMap(
      "a---b---c---d",
      ways: [
        "ab: highway=corridor level=0", "bc: highway=footway \(tags) level=0;1",
        "cd: highway=corridor level=1",
      ])
    #expect(map.edges("way/2") == ["\(kind) b@0-c@1"])
    #expect(map.joins("a", "d", for: .wheelchair))
  }

  @Test func `ramps that follow each other lead on`() throws {
    let map = try DrawnMap(
      "a---b---c---d---e---f",
      ways: [
        "ab: highway=footway level=0", "bcd: highway=footway level=0;1", "fed: highway=footway level=1;2",
      ])
    #expect(map.edges("way/2") == ["footway b@0-d@1"] && map.edges("way/3") == ["footway f@2-d@1"])
    #expect(map.joins("a", "f"))
  }

  @Test func `a ramp whose outline is several ways is walked along each of them`() throws {
    let map = try DrawnMap(
      """
      a---b   e---f
      d---c   h---g
      """,
      ways: ["abcd: source=x", "efgh: source=y"],
      relations: ["1 2: type=multipolygon highway=footway ramp=yes level=0"])
    #expect(map.records("relation/1").count == 2 && !map.leads("a", "e"))
  }

  @Test func `an escalator goes one way`() throws {
    let map = try DrawnMap(
      "a---b---c---d",
      ways: [
        "ab: highway=corridor level=0", "bc: highway=steps conveying=forward level=0;1",
        "cd: highway=corridor level=1",
      ])
    #expect(map.edges("way/2") == ["escalator b@0>c@1"])
    #expect(map.leads("a", "d") && !map.leads("d", "a") && !map.leads("a", "d", for: .stroller))
    let reversed = try DrawnMap(
      "a---b", ways: ["ab: highway=steps conveying=backward level=0;1 incline=down"])
    #expect(reversed.edges("way/1") == ["escalator a@1<b@0"])
  }

  @Test func `an escalator that may stand still is as good as stairs`() throws {
    func seconds(_ tags: String) throws -> [Double?] {
      let map = try DrawnMap(
        "a---b", ways: ["ab: highway=steps level=0;1 conveying=\(tags)"])
      let edge = try #require(map.network.edges(from: FeatureID(.way, 1)).first)
      return [Profile.walker, .stroller, .wheelchair].map {
        map.network.price(of: edge, forward: true, for: $0).map { Double($0.duration) / 1000 }
      }
    }
    let (runs, may) = (try seconds("forward"), try seconds("reversible"))
    #expect(runs[0]! > 10 && may[0]! != runs[0]! && may[1] == nil && may[2] == nil)
    #expect(try seconds("forward opening_hours=Mo-Fr~08:00-18:00") == may)
    #expect(try seconds("forward opening_hours=24/7") == runs)
    let out = try DrawnMap(
      "a---b", ways: ["ab: highway=steps conveying=yes operational_status=broken", "ba: highway=footway"])
    #expect(out.count(.escalator) == 0 && out.count(.stairs) == 0)
  }

  @Test func `a stairwell joins the corridors that touch it`() throws {
    let map = try DrawnMap(
      """
      a---b---c---d
          |   |
          e---f---g
      """,
      ways: [
        "bcfeb: indoor=room room=stairs level=0-2 name=Stairs~A", "ab: highway=corridor level=0",
        "cd: highway=corridor level=1", "fg: highway=corridor level=2",
      ])
    #expect(
      map.edges("way/1").filter { $0.hasPrefix("stairs") } == [
        "stairs way/1@0-way/1@1", "stairs way/1@1-way/1@2",
      ])
    #expect(map.joins("a", "d") && map.joins("a", "g") && !map.leads("a", "g", for: .wheelchair))
    #expect(map.network.strings[map.records("way/1")[0].name] == "Stairs A")
  }

  @Test func `steps are counted once over all pieces`() throws {
    let map = try DrawnMap(
      """
          e
          |
      a---b---c---d
      """,
      ways: ["abcd: highway=steps step_count=30 incline=up", "be: highway=footway", "cd: highway=footway"])
    #expect(map.records("way/1").map(\.stepCount).sorted() == [10, 10, 10])
    #expect(map.edges("way/1").count == 3)
  }

  @Test func `a duration is shared by the pieces of stairs`() throws {
    let map = try DrawnMap(
      """
          c
          |
      a---b-------d
      """, ways: ["abd: highway=steps level=0;1 duration=00:03", "bc: highway=footway level=0"])
    #expect(map.records("way/1").map(\.fixedDuration).sorted() == [60_000, 120_000])
  }

  @Test func `a ring of stairs comes to an end`() throws {
    let map = try DrawnMap(
      """
      a---b
      |   |
      d---c
      """,
      ways: [
        "ab: highway=steps", "bc: highway=steps", "cd: highway=steps incline=up",
        "da: highway=steps level=0;1",
      ])
    #expect(map.count(.stairs) == 4 && map.joins("a", "c"))
    let loop = try DrawnMap(
      """
      a---b
      |   |
      d---c
      """, ways: ["abcda: highway=steps level=0-3"])
    #expect(loop.count(.stairs) >= 1)
  }
}
