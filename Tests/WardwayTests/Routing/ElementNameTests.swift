import TestSupport
import Testing
import Wardway

/// What is closed by its name.
@Suite struct ElementNameTests {
  private func found(_ text: String) throws -> [String] {
    try Riverside.atlas().elements(named: text).map(\.description)
  }

  private func refusal(_ text: String) -> PlanningError.Code? {
    do {
      _ = try found(text)
      return nil
    } catch { return (error as? PlanningError)?.code }
  }

  @Test(arguments: ["Elevator A", "elevator a", "A号电梯", "a 号电梯", "node/5"])
  func `an elevator has one id, and names in every language`(text: String) throws {
    #expect(try found(text) == ["node/5"])
  }

  @Test func `all parts of one thing are closed`() throws {
    #expect(try found("Stairs 1").count == 4)
    #expect(try found("Stairs 1") == found("1号楼梯"))
    #expect(try found("Willow Street").count > 1)
  }

  @Test func `what is called alike on several floors is asked about`() {
    #expect(refusal("Ward Corridor") == .ambiguousPlace)
  }

  @Test(arguments: [
    "Elevator Z", "Atlantis", "node/987654321", "way/987654321", "relation/1", "elev", "", "%",
  ])
  func `what names nothing is refused`(text: String) {
    #expect(refusal(text) == .unknownPlace)
  }

  @Test(arguments: ["node/x", "way/", "relation/1/2", "feature/zz"])
  func `what looks like an id and is none is refused`(text: String) {
    #expect(refusal(text) == .invalidRequest)
  }

  @Test func `a place on a way closes the way there`() throws {
    var map = DrawnFloors.detour()
    map.name("B", "Kiosk")
    let atlas = try Atlas.of(map.network(), in: TemporaryFolder())
    let planner = Planner(atlas)
    var request = JourneyRequest(from: .name("Start"), to: .name("End"))
    request.closed = try atlas.elements(named: "kiosk")
    #expect(request.closed == [FeatureID(.node, 66)])
    #expect(try planner.plan(request).legs[0].edges.allSatisfy { $0.toNode != FeatureID(.node, 66) })
  }
}
