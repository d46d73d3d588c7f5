import Testing
import WardwayMap

@testable import WardwayCompiler

@Suite struct FootAccessTests {
  @Test(arguments: [
    ("", FootAccess.unstated, FootAccess.unstated), ("access=yes", .open(.everyone), .open(.everyone)),
    ("foot=yes", .open(.everyone), .open(.everyone)),
    ("foot=designated access=no", .open(.everyone), .open(.everyone)),
    ("foot=permissive", .open(.everyone), .open(.everyone)),
    ("access=customers", .open(.everyone), .open(.everyone)),
    ("access=destination", .open(.everyone), .open(.everyone)),
    ("access=permit", .open(.everyone), .open(.everyone)),
    ("access=no", .closed, .closed), ("foot=no access=yes", .closed, .closed),
    ("foot=use_sidepath", .closed, .closed),
    ("access=emergency", .closed, .closed), ("access=delivery", .closed, .closed),
    ("access=private", .open(.residents), .open(.staff)), ("foot=private", .open(.residents), .open(.staff)),
    ("access=residents", .open(.residents), .open(.staff)),
    ("access=employees", .open(.staff), .open(.staff)),
    ("access=staff foot=whatever", .open(.staff), .open(.staff)),
    ("foot=yes access=private", .open(.everyone), .open(.everyone)),
    ("access=unknown", .unstated, .unstated), ("motor_vehicle=no bicycle=no", .unstated, .unstated),
  ])
  func `what foot and access say`(text: String, outdoors: FootAccess, indoors: FootAccess) throws {
    let tags = try OSMTags.drawn(text)
    #expect(FootAccess(tags, indoor: false) == outdoors && FootAccess(tags, indoor: true) == indoors)
  }

  @Test(
    arguments: [
      ("", false, 3), ("oneway=yes", false, 3), ("oneway:foot=yes", false, 1), ("oneway:foot=-1", false, 2),
      ("oneway:foot=no", false, 3), ("foot:oneway=yes", false, 1), ("oneway:foot=maybe", false, 3),
      ("", true, 3),
      ("conveying=forward", true, 1), ("conveying=backward", true, 2), ("conveying=reversible", true, 3),
      ("conveying=yes oneway=yes", true, 1), ("conveying=yes oneway=-1", true, 2),
      ("conveying=forward oneway=no", true, 3),
      ("conveying=forward oneway:foot=-1", true, 2), ("conveying=yes", true, 3),
    ] as [(String, Bool, UInt8)])
  func `in which directions one walks or rides`(text: String, isConveyor: Bool, directions: UInt8) throws {
    #expect(FootDirection.of(try .drawn(text), isConveyor: isConveyor) == directions)
  }
}
