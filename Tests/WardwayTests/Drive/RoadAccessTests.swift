import Testing
import WardwayMap

@testable import WardwayCompiler

/// One-way streets, access and barriers.
@Suite struct RoadAccessTests {
  //  a---b---c
  //  |       |
  //  d-------e
  static func square(_ tags: [String: String]) -> DrawnRoads {
    var map = DrawnRoads(
      """
      a---b---c

      d-------e
      """)
    map.road("abc", tags)
    map.road("ad")
    map.road("de")
    map.road("ec")
    return map
  }

  @Test(arguments: [
    (["oneway": "yes"], "b", "adec"), (["oneway": "-1"], "adec", "b"), (["oneway": "no"], "b", "b"),
    (["oneway": "reversible"], "adec", "adec"), (["highway": "motorway"], "b", "adec"),
    (["oneway": "yes", "oneway:motor_vehicle": "no"], "b", "b"),
    (["oneway": "alternating"], "b", "b"), (["motor_vehicle:forward": "no"], "adec", "b"),
    (["vehicle:backward": "destination", "access": "yes"], "b", "b"),
  ])
  func `one-way streets go one way`(tags: [String: String], there: String, back: String) throws {
    var map = DrawnRoads(
      """
      f---a---b---c---g
          d-------e
      """)
    map.road("abc", tags)
    for road in ["fa", "ad", "de", "ec", "cg"] { map.road(road) }
    let roads = try map.opened()
    let short = { (text: String, ends: String) in ends.first!.description + text + ends.last!.description }
    #expect(roads.route("fa", "cg") == (there == "b" ? "ac" : short("de", "ac")))
    #expect(roads.route("cg", "fa") == (back == "b" ? "ca" : short("ed", "ca")))
  }

  @Test(arguments: [
    (["access": "private"], false), (["motor_vehicle": "destination"], false), (["vehicle": "no"], false),
    (["access": "no", "motorcar": "yes"], true), (["access": "yes", "motor_vehicle": "no"], false),
    (["motor_vehicle": "agricultural;forestry"], false), (["access": "permissive"], true),
    (["motor_vehicle": "agricultural;yes"], true), (["smoothness": "impassable"], false),
    (["maxheight": "1.8"], false), (["maxheight": "2.1"], true), (["maxwidth": "1.5"], false),
    (["highway": "pedestrian"], false), (["highway": "pedestrian", "motor_vehicle": "yes"], true),
    (["highway": "construction"], false), (["highway": "footway"], false), (["highway": "busway"], false),
    (["highway": "track"], false), (["area": "yes"], false), (["access": "unheard-of"], true),
    (["access": "delivery"], false),
    (["highway": "track", "motor_vehicle": "yes", "surface": "asphalt"], true),
  ])
  func `cars drive through where they may`(tags: [String: String], isThrough: Bool) throws {
    var map = DrawnRoads(
      """
      f---a---b---c---g


      d---------------e
      """)
    map.road("abc", tags)
    for road in ["fa", "ad", "de", "ec", "cg"] { map.road(road) }
    let roads = try map.opened()
    #expect(roads.route("fa", "cg") == (isThrough ? "ac" : "adec"))
  }

  @Test(arguments: [["access": "private"], ["motor_vehicle": "destination"], ["access": "customers"]])
  func `roads for those who end there are used at both ends only`(tags: [String: String]) throws {
    var map = DrawnRoads(
      """
      k---a---b---c---g
          |   |   |
          |   h   |
          d-------e
      """)
    map.road("ab", tags)
    map.road("bc", tags)
    map.road("bh", tags)
    for road in ["ka", "ad", "de", "ec", "cg"] { map.road(road) }
    let roads = try map.opened()
    #expect(roads.route("ka", "cg") == "adec")
    #expect(roads.route("bh", "cg") == "bc")
    #expect(roads.route("ka", "bh") == "ab")
    #expect(roads.route("ab", "bh") == "b")
    #expect(
      roads.route("bh", "de") == "bae" || roads.route("bh", "de") == "bad" || roads.route("bh", "de") == "bce"
    )
    // From one private road to another over public ones.
    #expect(roads.route("ab", "bc") == "b")
    let ambulance = try map.opened(for: .emergency)
    #expect(ambulance.route("ka", "cg") == "abc")
  }

  @Test func `what lies behind a private gate is for those who end there`() throws {
    var map = DrawnRoads(
      """
      k---a---------c---g
          |         |
          x---p-q---y
                |
                r
      """)
    for road in ["ka", "ac", "cg", "ax", "xp", "pq", "qy", "qr", "yc"] { map.road(road) }
    map.tag("x", ["barrier": "gate", "access": "private"])
    map.tag("y", ["barrier": "gate", "access": "private"])
    let roads = try map.opened()
    #expect(roads.route("ka", "qr") == "axpq")
    #expect(roads.route("qr", "cg") == "qyc")
    #expect(roads.route("ax", "yc") == "ac")
    #expect(roads.network.edges.filter { $0.access == .endsOnly }.count == 4)
  }

  @Test(arguments: [
    (["barrier": "bollard"], false, false), (["barrier": "block"], false, false),
    (["barrier": "gate"], true, true), (["barrier": "gate", "access": "no"], false, true),
    (["barrier": "gate", "access": "private"], false, true),
    (["barrier": "gate", "locked": "yes"], false, true),
    (["barrier": "lift_gate", "motor_vehicle": "yes"], true, true), (["barrier": "cattle_grid"], true, true),
    (["barrier": "bollard", "bollard": "removable"], false, true), (["barrier": "unheard-of"], false, false),
    (["barrier": "bollard", "motor_vehicle": "yes"], true, true), (["barrier": "kerb"], true, true),
    (["barrier": "height_restrictor", "maxheight": "1.7"], false, false),
    (["barrier": "toll_booth"], true, true),
    (["barrier": "gate", "access": "no", "emergency": "no"], false, false),
    (["highway": "crossing"], true, true),
  ])
  func `barriers stop those whom they stop`(tags: [String: String], car: Bool, emergency: Bool) throws {
    var map = DrawnRoads(
      """
      f---a---b---c---g
          |       |
          |       |
          |       |
          d-------e
      """)
    map.road("abc")
    for road in ["fa", "ad", "de", "ec", "cg"] { map.road(road) }
    map.tag("b", tags)
    let roads = try map.opened()
    #expect(roads.route("fa", "cg").contains("d") == !car)
    // Both sides of the barrier are reached.
    #expect(roads.route("fa", "ab") == "a")
    #expect(roads.route("fa", "bc") == (car ? roads.route("fa", "bc") : "adec"))
    let ambulance = try map.opened(for: .emergency)
    #expect(ambulance.route("fa", "cg").contains("d") == !emergency)
  }

  @Test func `an ambulance uses what is for emergencies`() throws {
    var map = Self.square([:])
    map.road("be", ["highway": "service", "service": "emergency_access"])
    map.road("db", ["highway": "residential", "access": "no", "emergency": "yes"])
    let roads = try map.opened()
    let ambulance = try map.opened(for: .emergency)
    for way in [Int64(5), 6] {
      let edge = try #require(roads.network.edges(from: FeatureID(.way, way)).first)
      #expect(roads.network.edges[edge].access == .nobody)
      #expect(!roads.metric.isOpen(UInt32(edge) * 2) && ambulance.metric.isOpen(UInt32(edge) * 2))
    }
    #expect(ambulance.route("ab", "be") == "b")
    #expect(ambulance.route("ab", "bd") == "b")
    #expect(!roads.route("ab", "be").hasPrefix("b"))
  }
}
