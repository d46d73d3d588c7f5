import Testing
import WardwayGuidance

@testable import WardwayMap

@Suite struct JunctionStepsTests {
  /// A road that parts into two at small angles.
  private static func fork(_ upper: [String: String], _ lower: [String: String]) -> DrawnRoads {
    var map = DrawnRoads(
      """
                          c
      a         b
                          d
      """)
    map.road("ab", ["highway": "secondary", "name": "Mill Road", "ref": "S2"])
    map.road("bc", upper)
    map.road("bd", lower)
    return map
  }

  @Test func `where a road splits one keeps left or right`() throws {
    let map = Self.fork(
      ["highway": "secondary", "name": "Upper Road"], ["highway": "secondary", "ref": "S3;S4"])
    let left = try #require(try DrawnDrive(map, from: "a", to: "c"))
    #expect(left.english == ["Drive east on Mill Road", "Keep left onto Upper Road", "You have arrived"])
    #expect(left.chinese[1] == "在岔路口靠左行驶，进入 Upper Road")
    #expect(left.maneuvers[1] == "fork slight-left")
    let right = try #require(try DrawnDrive(map, from: "a", to: "d"))
    #expect(right.english[1] == "Keep right onto S3/S4")
    #expect(right.chinese[1] == "在岔路口靠右行驶，进入 S3/S4")
    #expect(right.maneuvers[1] == "fork slight-right")
  }

  @Test func `a main road that goes on is no fork`() throws {
    let map = Self.fork(
      ["highway": "secondary", "name": "Mill Road", "ref": "S2"], ["highway": "residential", "name": "Lane"])
    let main = try #require(try DrawnDrive(map, from: "a", to: "c"))
    #expect(main.english == ["Drive east on Mill Road", "You have arrived"])
    let side = try #require(try DrawnDrive(map, from: "a", to: "d"))
    #expect(side.english[1] == "Keep right onto Lane")
  }

  @Test func `a road that bends or changes its name is no turn`() throws {
    var map = DrawnRoads(
      """
      a   b
      d   c   e
          f
      """)
    map.road("abc", ["name": "Mill Road"])
    map.road("ce", ["name": "Lake Road"])
    let bend = try #require(try DrawnDrive(map, from: "a", to: "e"))
    #expect(bend.english == ["Drive east on Mill Road", "You have arrived"])
    // With a way to choose, the same is a turn, be it the drive of a house.
    map.road("cd", ["highway": "service", "service": "driveway"])
    #expect(
      try #require(try DrawnDrive(map, from: "a", to: "e")).english == [
        "Drive east on Mill Road", "Turn left onto Lake Road", "You have arrived",
      ])
    map.road("cf", ["name": "Hill Road"])
    let turn = try #require(try DrawnDrive(map, from: "a", to: "e"))
    #expect(turn.english[1] == "Turn left onto Lake Road")
    #expect(turn.chinese[1] == "左转，进入 Lake Road")
  }

  @Test func `a road without a name goes by its number`() throws {
    var map = DrawnRoads(
      """
          c
      a   b   d
      """)
    map.road("abd", ["ref": "S2"])
    map.road("bc", ["ref": "117"])
    let drive = try #require(try DrawnDrive(map, from: "a", to: "c"))
    #expect(drive.english == ["Drive east on S2", "Turn left onto road 117", "You have arrived"])
    #expect(drive.chinese == ["向东沿 S2 行驶", "左转，进入 117 号公路", "已到达目的地"])
  }

  @Test func `a lane for turning and the turn are one`() throws {
    var map = DrawnRoads(
      """
      a   b  c   d

             e

             f
      """)
    map.road("abcd", ["highway": "secondary", "name": "Mill Road"])
    map.road("cef", ["highway": "secondary", "name": "Lake Road"])
    map.road("be", ["highway": "secondary_link", "oneway": "yes"])
    map.restriction("no_right_turn", from: ["abcd"], via: ["c"], to: ["cef"])
    let drive = try #require(try DrawnDrive(map, from: "a", to: "f"))
    #expect(drive.english == ["Drive east on Mill Road", "Turn right onto Lake Road", "You have arrived"])
  }

  @Test(arguments: ["primary_link", "primary"])
  func `back on the other side of a road is one U-turn`(between: String) throws {
    var map = DrawnRoads(
      """
      dg


      cb


      af
      """)
    map.road("fbg", ["highway": "primary", "name": "Mill Road", "oneway": "yes"])
    map.road("dca", ["highway": "primary", "name": "Mill Road", "oneway": "yes"])
    map.road("bc", ["highway": between])
    let drive = try #require(try DrawnDrive(map, from: "f", to: "a"))
    #expect(drive.english == ["Drive north on Mill Road", "Make a U-turn", "You have arrived"])
    #expect(drive.chinese[1] == "掉头")
    #expect(drive.maneuvers[1] == "turn uturn")
  }
}

@Suite struct MotorwayStepsTests {
  /// A motorway with an exit to a road, and a ramp from there back on.
  private static func motorway() -> DrawnRoads {
    var map = DrawnRoads(
      """
      x a         b                        g         h y
                            c    e    f
                                 S    T
      """)
    map.road("xa", ["highway": "trunk", "ref": "S2", "oneway": "yes"])
    map.road("hy", ["highway": "trunk", "ref": "S2", "oneway": "yes"])
    map.road("abgh", ["highway": "motorway", "ref": "A5"])
    map.road("bce", ["highway": "motorway_link", "oneway": "yes", "destination": "Lakeside;Hill\u{202E}"])
    map.road("eT", ["highway": "secondary", "name": "Hill Road"])
    map.road("eS", ["highway": "secondary", "name": "Shore Road"])
    map.road("efg", ["highway": "motorway_link", "oneway": "yes", "destination:ref": "A5"])
    map.tag("b", ["highway": "motorway_junction", "ref": "24"])
    return map
  }

  @Test func `an exit has its number and where it leads`() throws {
    let drive = try #require(try DrawnDrive(Self.motorway(), from: "x", to: "S"))
    #expect(
      drive.english[1].hasPrefix("Take exit 24") && drive.english[1].hasSuffix(" towards Lakeside and Hill"))
    #expect(drive.chinese[1].hasPrefix("从 24 出口驶出") && drive.chinese[1].hasSuffix("，往 Lakeside、Hill 方向"))
    #expect(drive.maneuvers[1] == "fork slight-right")
  }

  @Test func `a ramp merges`() throws {
    let drive = try #require(try DrawnDrive(Self.motorway(), from: "S", to: "y"))
    #expect(drive.english.suffix(2) == ["Merge onto A5", "You have arrived"])
    #expect(drive.chinese.suffix(2) == ["汇入 A5", "已到达目的地"])
    #expect(drive.maneuvers.suffix(2) == ["merge slight-left", "arrive"])
    #expect(drive.english[1].contains("ramp onto A5"))
  }

  @Test func `staying on the motorway isn't worth a word`() throws {
    let drive = try #require(try DrawnDrive(Self.motorway(), from: "x", to: "y"))
    #expect(drive.english == ["Drive east on A5", "You have arrived"])
  }
}
