import Testing
import WardwayGuidance

@testable import WardwayMap

@Suite struct RoundaboutStepsTests {
  /// A roundabout with four arms; `ring` says which way it goes round.
  private static func roundabout(_ ring: String, south: [String: String] = [:]) -> DrawnRoads {
    var map = DrawnRoads(
      """
            N
            n
      W   w   e   E
            s
            S
      """)
    map.road(ring, ["junction": "roundabout"])
    map.road("Ww", ["name": "West Road"])
    map.road("nN", ["name": "North Road"])
    map.road("eE", ["name": "East Road"])
    map.road("sS", ["name": "South Road"].merging(south) { $1 })
    return map
  }

  @Test(arguments: [
    ("S", "1st", "South Road", "right"), ("E", "2nd", "East Road", "straight"),
    ("N", "3rd", "North Road", "left"),
  ])
  func `exits are counted counterclockwise where one drives on the right`(
    to: String, exit: String, name: String, side: String
  ) throws {
    let drive = try #require(try DrawnDrive(Self.roundabout("wsenw"), from: "W", to: to))
    #expect(
      drive.english == [
        "Drive east on West Road", "At the roundabout, take the \(exit) exit onto \(name)",
        "You have arrived",
      ])
    #expect(drive.chinese[1] == "在环岛第\(exit.prefix(1))个出口驶出，进入 \(name)")
    #expect(drive.maneuvers[1] == "roundabout " + side)
  }

  @Test(arguments: [("N", "1st"), ("E", "2nd"), ("S", "3rd")])
  func `exits are counted clockwise where one drives on the left`(to: String, exit: String) throws {
    let map = Self.roundabout("wnesw")
    #expect(try map.compiled().network.drivesOnLeft)
    let drive = try #require(try DrawnDrive(map, from: "W", to: to))
    #expect(drive.english[1].hasPrefix("At the roundabout, take the \(exit) exit"))
  }

  @Test func `a roundabout in parts says on which side one drives`() throws {
    var map = DrawnRoads(
      """
            n
      W   w   e
            s
      """)
    map.road("wne", ["junction": "roundabout"])
    map.road("esw", ["junction": "roundabout"])
    map.road("Ww")
    #expect(try map.compiled().network.drivesOnLeft)
  }

  @Test(arguments: [
    (["highway": "mini_roundabout", "direction": "clockwise"], [:], true),
    (["highway": "mini_roundabout", "direction": "anticlockwise"], ["driving_side": "left"], false),
    ([:], ["driving_side": "left"], true), ([:], [:], false),
  ])
  func `without a roundabout, tags say on which side one drives`(
    node: [String: String], road: [String: String], isLeft: Bool
  ) throws {
    var map = DrawnRoads("a b c")
    map.road("abc", road)
    map.tag("b", node)
    #expect(try map.compiled().network.drivesOnLeft == isLeft)
  }

  @Test(arguments: [["oneway": "-1"], ["access": "no"], ["highway": "footway"]])
  func `what a car can't drive out on is no exit`(south: [String: String]) throws {
    let drive = try #require(try DrawnDrive(Self.roundabout("wsenw", south: south), from: "W", to: "E"))
    #expect(drive.english[1] == "At the roundabout, take the 1st exit onto East Road")
  }

  @Test func `a road's own way in isn't an exit, and its way out is one`() throws {
    // South Road is left at s and entered from at t.
    var map = DrawnRoads(
      """
            n
      W   w   e   E
            st
            S
      """)
    map.road("wstenw", ["junction": "roundabout"])
    map.road("Ww", ["name": "West Road"])
    map.road("eE", ["name": "East Road"])
    map.road("sS", ["name": "South Road", "oneway": "yes"])
    map.road("St", ["name": "South Road", "oneway": "yes"])
    let east = try #require(try DrawnDrive(map, from: "W", to: "E"))
    #expect(east.english[1] == "At the roundabout, take the 2nd exit onto East Road")
    let south = try #require(try DrawnDrive(map, from: "E", to: "S"))
    #expect(south.english[1] == "At the roundabout, take the 2nd exit onto South Road")
  }

  @Test func `leaving is no turn, and ending on it isn't an exit`() throws {
    let drive = try #require(try DrawnDrive(Self.roundabout("wsenw"), from: "W", to: "se"))
    #expect(drive.english == ["Drive east on West Road", "Enter the roundabout", "You have arrived"])
    #expect(drive.chinese[1] == "进入环岛")
    let inside = try #require(try DrawnDrive(Self.roundabout("wsenw"), from: "se", to: "N"))
    #expect(
      inside.english.dropFirst() == [
        "At the roundabout, take the 2nd exit onto North Road", "You have arrived",
      ])
  }

  @Test(arguments: [("S", "1st"), ("E", "2nd"), ("N", "3rd")])
  func `a mark on the road is a roundabout too`(to: String, exit: String) throws {
    var map = DrawnRoads(
      """
          N
      W   m   E
          S
      """)
    map.tag("m", ["highway": "mini_roundabout"])
    for road in ["Wm", "mN", "mE", "mS"] { map.road(road, ["name": road.last == "m" ? "West Road" : "Road"]) }
    let drive = try #require(try DrawnDrive(map, from: "W", to: to))
    #expect(drive.english[1] == "At the roundabout, take the \(exit) exit onto Road")
    #expect(drive.maneuvers[1].hasPrefix("roundabout"))
  }
}
