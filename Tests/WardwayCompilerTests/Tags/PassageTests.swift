import Testing
import WardwayMap

@testable import WardwayCompiler

/// What a node on a way is to those who come along it.
@Suite struct PassageTests {
  @Test(
    arguments: [
      ("", nil), ("highway=crossing", nil), ("barrier=bus_trap", nil), ("kerb=lowered", nil),
      ("kerb=flush", nil), ("door=no", nil),
      ("access=private amenity=doctors", nil), ("barrier=turnstile sensory=audible", nil),
      ("entrance=no", nil),
      ("door=yes", EdgeKind.door), ("door=hinged", .door), ("entrance=main", .door),
      ("entrance=yes door=no", .door),
      ("indoor=door", .door), ("barrier=gate", .barrier), ("barrier=lift_gate", .barrier),
      ("barrier=bollard", .barrier),
      ("barrier=stile", .barrier), ("barrier=gate locked=yes access=yes", .barrier),
      ("barrier=fence foot=yes", .barrier),
      ("access=private", .barrier), ("kerb=raised", .kerb), ("kerb=rolled", .kerb), ("barrier=kerb", .kerb),
      ("door=yes access=private", .door),
    ] as [(String, EdgeKind?)])
  func `a passage has a kind`(text: String, kind: EdgeKind?) throws {
    let passage = Passage(try .drawn(text))
    #expect(passage.map { $0.kind } == kind.map { .some($0) })
  }

  @Test(arguments: [
    "barrier=wall", "barrier=fence", "barrier=gate locked=yes", "barrier=gate access=no",
    "door=yes access=no", "foot=no",
    "barrier=bollard foot=no", "entrance=yes access=no amenity=clinic", "barrier=hedge access=unknown",
  ])
  func `some passages are closed`(text: String) throws {
    let passage = try #require(Passage(try .drawn(text)))
    #expect(passage.kind == nil)
  }

  @Test func `a passage keeps what its tags say`() throws {
    let door = try #require(
      Passage(try .drawn("entrance=main name=East~Door door:width=0.9 automatic_door=yes")))
    #expect(door.attributes.isEntrance && door.name == "East Door" && door.width == 90)
    #expect(door.attributes.automatic == .yes)
    #expect(try #require(Passage(try .drawn("door=revolving"))).attributes.wheelchair == .limited)
    #expect(try #require(Passage(try .drawn("door=revolving wheelchair=yes"))).attributes.wheelchair == .yes)
    #expect(try #require(Passage(try .drawn("barrier=kissing_gate"))).attributes.stopsWheels)
    #expect(try !#require(Passage(try .drawn("barrier=kissing_gate wheelchair=yes"))).attributes.stopsWheels)
    #expect(try #require(Passage(try .drawn("door=yes access=private"))).attributes.access == .staff)
    #expect(try #require(Passage(try .drawn("barrier=kerb"))).attributes.kerb == .raised)
  }
}
