import Testing
import WardwayMap

@testable import WardwayCompiler

/// Turn restrictions of every kind.
@Suite struct TurnRestrictionTests {
  //      c
  //      |
  //  a---b---d      and a way round: c-f-g-e, with d-g
  //      |
  //      e
  static func crossing() -> DrawnRoads {
    var map = DrawnRoads(
      """
          c-------f

      a---b---d---g

          e-------h
      """)
    for road in ["ab", "bc", "bd", "be", "cf", "fg", "dg", "gh", "he"] { map.road(road) }
    return map
  }

  @Test(arguments: [
    ("no_left_turn", "ab", "bc", "bdgfc"), ("no_right_turn", "ab", "be", "bdghe"),
    ("no_straight_on", "ab", "bd", "bcfgd"), ("no_entry", "ab", "bc", "bdgfc"),
    ("no_exit", "ab", "bc", "bdgfc"),
  ])
  func `what is forbidden is not done`(kind: String, from: String, to: String, around: String) throws {
    var roads = try Self.crossing().opened()
    #expect(roads.route(from, to) == "b")
    var map = Self.crossing()
    map.restriction(kind, from: [from], via: ["b"], to: [to])
    roads = try map.opened()
    let found = roads.route(from, to)
    #expect(found.count == around.count && !found.hasPrefix("bb") && found != "b", "\(found)")
    // The other way round is free.
    #expect(roads.route(to, from) == "b")
  }

  @Test func `only one way is allowed`() throws {
    var map = Self.crossing()
    map.restriction("only_straight_on", from: ["ab"], via: ["b"], to: ["bd"])
    let roads = try map.opened()
    #expect(roads.route("ab", "bd") == "b")
    #expect(roads.route("ab", "bc") == "bdgfc")
    #expect(roads.route("ab", "be") == "bdghe")
    #expect(roads.route("be", "bc") == "b")
    #expect(roads.codes == [])
  }

  @Test func `several ways may be forbidden to enter or to leave by`() throws {
    var map = Self.crossing()
    map.restriction("no_entry", from: ["ab", "bd"], via: ["b"], to: ["bc"])
    map.restriction("no_exit", from: ["be"], via: ["b"], to: ["bc", "bd"])
    let roads = try map.opened()
    #expect(roads.route("ab", "bc") != "b")
    #expect(roads.route("bd", "bc") != "b")
    #expect(roads.route("be", "bc") != "b")
    #expect(roads.route("be", "bd") != "b")
    #expect(roads.route("be", "ab") == "b")
  }

  @Test(arguments: [
    (["except": "bus;motorcar"], false), (["except": "motor_vehicle"], false), (["except": "psv"], true),
    (["restriction": "none"], false), (["restriction:hgv": "no_left_turn"], true),
    (["restriction:motorcar": "no_left_turn"], true), (["restriction:motorcar": "none"], false),
    (["restriction:motor_vehicle": "no_left_turn", "restriction:motorcar": "none"], false),
    (["type": "restriction:hgv"], false),
  ])
  func `a restriction binds whom it binds`(tags: [String: String], binds: Bool) throws {
    var map = Self.crossing()
    map.restriction("no_left_turn", from: ["ab"], via: ["b"], to: ["bc"], tags)
    let roads = try map.opened()
    #expect((roads.route("ab", "bc") != "b") == binds)
  }

  @Test func `a restriction for lorries alone is none for cars`() throws {
    var map = Self.crossing()
    map.restriction("", from: ["ab"], via: ["b"], to: ["bc"], ["restriction:hgv": "no_left_turn"])
    let roads = try map.opened()
    #expect(roads.route("ab", "bc") == "b")
    #expect(roads.codes == [])
  }

  @Test(arguments: [
    ["restriction:conditional": "no_left_turn @ (Mo-Fr 07:00-09:00)"], ["day_on": "Monday"],
    ["hour_on": "07:00", "hour_off": "09:00"],
  ])
  func `what depends on the hour is named and not applied`(tags: [String: String]) throws {
    var map = Self.crossing()
    map.restriction("no_left_turn", from: ["ab"], via: ["b"], to: ["bc"], tags)
    let roads = try map.opened()
    #expect(roads.route("ab", "bc") == "b")
    #expect(roads.codes == [.restrictionConditional])
  }

  @Test func `broken restrictions are named and not applied`() throws {
    var map = Self.crossing()
    map.road("xyz", ["highway": "footway"])
    map.restriction("no_left_turn", from: ["ab"], via: ["b"], to: ["zz"])
    map.restriction("no_left_turn", from: ["ab"], via: [], to: ["bc"])
    map.restriction("no_left_turn", from: ["ab"], via: ["b", "c"], to: ["cf"])
    map.restriction("no_left_turn", from: ["ab"], via: ["f"], to: ["bc"])
    map.restriction("no_sleeping", from: ["ab"], via: ["b"], to: ["bc"])
    map.restriction("", from: ["ab"], via: ["b"], to: ["bc"])
    map.restriction("only_left_turn", from: ["ab"], via: ["b"], to: ["bc", "bd"])
    map.restriction("no_left_turn", from: ["ab"], via: ["gh"], to: ["bc"])
    let roads = try map.opened()
    #expect(roads.route("ab", "bc") == "b")
    #expect(
      roads.codes.sorted { $0.rawValue < $1.rawValue } == [
        .restrictionBroken, .restrictionBroken, .restrictionIncomplete, .restrictionIncomplete,
        .restrictionIncomplete, .restrictionUnclear, .restrictionUnknown, .restrictionVias,
      ])
  }

  @Test func `a way that goes on beyond the node of its restriction is unclear`() throws {
    var map = DrawnRoads(
      """
          c
      a---b---d
      """)
    map.road("abd")
    map.road("bc")
    map.restriction("no_left_turn", from: ["abd"], via: ["b"], to: ["bc"])
    let roads = try map.opened()
    #expect(roads.route("ab", "bc") == "b")
    #expect(roads.codes == [.restrictionUnclear])
  }

  @Test func `only onto a road that is closed is not applied`() throws {
    var map = DrawnRoads(
      """
          c
      a---b---d
      """)
    map.road("ab")
    map.road("db", ["oneway": "yes"])
    map.road("bc")
    map.restriction("only_straight_on", from: ["ab"], via: ["b"], to: ["db"])
    let roads = try map.opened()
    #expect(roads.route("ab", "bc") == "b")
    #expect(roads.codes == [.restrictionClosed])
  }

  // MARK: Vias that are ways

  //  a---b---c---d
  //      |   |
  //      e   f
  static func ladder(_ middle: [String]) -> DrawnRoads {
    var map = DrawnRoads(
      """
      a---b-m-c---d
          |   |
          e   f---g
          |       |
          h-------k
      """)
    for road in middle { map.road(road) }
    for road in ["ab", "cd", "be", "cf", "eh", "hk", "kg", "gf"] { map.road(road) }
    return map
  }

  @Test(arguments: [["bmc"], ["bm", "mc"], ["cmb"]])
  func `a path over ways is forbidden as a whole`(middle: [String]) throws {
    var map = Self.ladder(middle)
    map.restriction("no_right_turn", from: ["ab"], via: middle.reversed(), to: ["cf"])
    let roads = try map.opened()
    #expect(roads.codes == [])
    #expect(roads.route("ab", "cd").hasSuffix("c"))
    #expect(roads.route("be", "cf").hasSuffix("c"))
    // Through the dead end behind it, or around the block.
    #expect(["behkgf", "bcdc", "bmcdc"].contains(roads.route("ab", "cf")))
    // Who starts on the way between has not come from the first.
    #expect(roads.route("bm", "cf").hasSuffix("c"))
  }

  @Test func `a way between that junctions cut is followed through`() throws {
    var map = DrawnRoads(
      """
            n
      a---b-m-c---d
          |   |
          e   f---g
          |       |
          h-------k
      """)
    for road in ["bmc", "mn", "ab", "cd", "be", "cf", "eh", "hk", "kg", "gf"] { map.road(road) }
    map.restriction("no_right_turn", from: ["ab"], via: ["bmc"], to: ["cf"])
    let roads = try map.opened()
    #expect(roads.network.edges(from: FeatureID(.way, 1)).count == 2)
    #expect(roads.route("ab", "cd") == "bmc")
    #expect(roads.route("be", "cf") == "bmc")
    #expect(["behkgf", "bmnmc", "bmcdc"].contains(roads.route("ab", "cf")))
  }

  @Test func `only along a way binds from its start to its end`() throws {
    var map = Self.ladder(["bmc"])
    map.restriction("only_straight_on", from: ["ab"], via: ["bmc"], to: ["cd"])
    let roads = try map.opened()
    #expect(roads.route("ab", "cd") == "bc")
    #expect(roads.route("ab", "cf") != "bc")
    #expect(roads.route("ab", "be") != "b")
    #expect(roads.route("be", "cf") == "bc")
  }

  @Test func `restrictions that overlap all hold`() throws {
    var map = Self.ladder(["bm", "mc"])
    map.restriction("no_right_turn", from: ["ab"], via: ["bm", "mc"], to: ["cf"])
    map.restriction("no_straight_on", from: ["bm"], via: ["mc"], to: ["cd"])
    map.restriction("no_left_turn", from: ["be"], via: ["bm", "mc"], to: ["cd"])
    let roads = try map.opened()
    #expect(!roads.route("ab", "cf").hasPrefix("bmc"))
    #expect(!roads.route("ab", "cd").hasSuffix("bmc"))
    #expect(roads.route("be", "cf") == "bmc")
    #expect(roads.route("mc", "cd") == "c")
  }

  @Test func `a turn back over a link between carriageways is forbidden`() throws {
    var map = DrawnRoads(
      """
      a---b---c
          |
      d---e---f
      """)
    for road in ["ab", "bc", "fe", "ed"] { map.road(road, ["oneway": "yes"]) }
    map.road("be")
    map.restriction("no_u_turn", from: ["ab"], via: ["be"], to: ["ed"])
    let roads = try map.opened()
    #expect(roads.route("ab", "ed") == "no way")
    #expect(roads.route("be", "ed") == "e")
    let ambulance = try map.opened(for: .emergency)
    #expect(ambulance.route("ab", "ed") == "no way")
  }

  @Test func `an ambulance minds how a junction is built, not what a sign forbids`() throws {
    var map = Self.crossing()
    map.restriction("no_left_turn", from: ["ab"], via: ["b"], to: ["bc"])
    map.restriction("only_straight_on", from: ["be"], via: ["b"], to: ["bc"])
    var ambulance = try map.opened(for: .emergency)
    #expect(ambulance.route("ab", "bc") == "b")
    #expect(ambulance.route("be", "bd") != "b")
    map.restriction("only_straight_on", from: ["bd"], via: ["b"], to: ["ab"], ["except": "emergency"])
    ambulance = try map.opened(for: .emergency)
    #expect(ambulance.route("bd", "bc") == "b")
  }
}
