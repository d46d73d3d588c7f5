import TestSupport
import Testing
import Wardway

/// Who is sent where for a name, and who is asked what they mean.
@Suite struct NamedPlaceTests {
  /// The name of the place where somebody who asks for a text is sent, else the code of the refusal.
  private func answer(_ text: String, among names: [String]) throws -> String {
    var map = DrawnFloors("S----A----------B----------C----------D----------E")
    map.name("S", "Start")
    for (letter, name) in zip("ABCDE", names) { map.name(letter, name) }
    let planner = Planner(try Atlas.of(map.network(), in: TemporaryFolder()))
    do throws(PlanningError) {
      let journey = try planner.plan(JourneyRequest(from: .name("Start"), to: .name(text)))
      return journey.legs[journey.legs.count - 1].destination
    } catch { return error.code.rawValue }
  }

  @Test(arguments: ["CT", "ATM", "ENT", "RAT", "AMBER", "collec tion"])
  func `a text inside of a word is no name`(text: String) throws {
    let names = ["Blood Collection", "Treatment Room", "Registration", "Gastroenterology", "Main Entrance"]
    #expect(["unknown-place", "ambiguous-place"].contains(try answer(text, among: names)))
  }

  @Test(arguments: [
    ("CT", "CT Scanner"), ("ct scanner", "CT Scanner"), ("ENT", "ENT Clinic"), ("entrance", "Main Entrance"),
    ("scanner", "CT Scanner"), ("cardio", "Cardiology"), ("Main", "Main Entrance"),
  ])
  func `a word is enough where one place alone has it`(text: String, name: String) throws {
    #expect(
      try answer(
        text, among: ["Blood Collection", "CT Scanner", "ENT Clinic", "Main Entrance", "Cardiology"]) == name)
  }

  @Test func `several places that fit are offered`() throws {
    #expect(try answer("ward", among: ["Ward 12", "Night Ward"]) == "ambiguous-place")
    #expect(try answer("Ward 1", among: ["Ward 12", "Ward 13"]) == "unknown-place")
    #expect(try answer("card", among: ["Cardiology"]) == "ambiguous-place")
  }

  @Test func `nobody is sent to the canteen who asked for the ward`() throws {
    #expect(try answer("住院部", among: ["住院部食堂"]) == "ambiguous-place")
    #expect(try answer("住院部", among: ["住院部食堂", "住院部"]) == "住院部")
    #expect(try answer("住院部食堂", among: ["住院部食堂", "住院部"]) == "住院部食堂")
    #expect(try answer("食堂", among: ["住院部食堂"]) == "ambiguous-place")
  }

  @Test func `the choice is told with names and floors`() throws {
    var map = DrawnFloors("S----A")
    map.name("S", "Start")
    map.name("A", "住院部食堂")
    let planner = Planner(try Atlas.of(map.network(), in: TemporaryFolder()))
    let error = #expect(throws: PlanningError.self) {
      try planner.plan(JourneyRequest(from: .name("Start"), to: .name("住院部")))
    }
    #expect(error?.choice?.places.map(\.name) == ["住院部食堂"] && error?.choice?.isExact == false)
    #expect(
      error?.text(in: .english)
        == "no place is called just '住院部'; it may be 住院部食堂 (node/65, 1F). Ask for it by its whole name or its id"
    )
    #expect(error?.text(in: .simplifiedChinese) == "没有地点就叫“住院部”；您要找的可能是住院部食堂（node/65，1F）。请写出全名或编号。")
  }
}
