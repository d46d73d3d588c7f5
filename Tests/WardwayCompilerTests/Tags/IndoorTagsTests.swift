import Testing
import WardwayMap

@testable import WardwayCompiler

/// Spaces by the scheme with parts of buildings, which came before Simple Indoor Tagging.
@Suite struct IndoorTagsTests {
  @Test(
    arguments: [
      ("buildingpart=room level=1", "room"), ("building:part=corridor level=0", "corridor"),
      ("buildingpart=hall level=0", "area"), ("buildingpart=verticalpassage level=0", "room"),
      ("buildingpart=room", nil), ("building:part=yes level=2", nil),
      ("indoor=area buildingpart=room", "area"),
    ] as [(String, String?)])
  func `parts of buildings on a level are spaces`(text: String, kind: String?) throws {
    #expect(IndoorTags.kind(try .drawn(text)) == kind)
  }

  @Test func `vertical passages are stairwells and shafts`() throws {
    let tags = "buildingpart=verticalpassage level=0-2 buildingpart:verticalpassage="
    let stairs = try #require(WalkClassifier.classify(try .drawn(tags + "stairway"), isClosed: true))
    #expect(stairs.role == .stairwell && stairs.stated.count == 3)
    let shaft = try #require(WalkClassifier.classify(try .drawn(tags + "elevator"), isClosed: true))
    #expect(shaft.role == .shaft)
    let room = try #require(WalkClassifier.classify(try .drawn("buildingpart=room level=0"), isClosed: true))
    #expect(room.attributes.isRoom && room.attributes.isIndoor && room.kind == .area)
  }
}
