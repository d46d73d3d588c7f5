import Foundation
import TestSupport
import Testing
import Wardway

/// Journeys and instructions are stored and sent, and are the same when they are read again.
@Suite struct StoredJourneyTests {
  private static func journey() throws -> Journey {
    let atlas = try CarJourneyTests.compiled.get().atlas
    return try Planner(atlas).plan(
      JourneyRequest(
        from: .name("Willow Bank Apartments"), to: .name("Cardiology Clinic"), profile: .wheelchair,
        car: .parks))
  }

  @Test func `a journey comes back as it was, with its words in every language`() throws {
    let journey = try Self.journey()
    let read = try JSONDecoder().decode(Journey.self, from: JSONEncoder().encode(journey))
    #expect(read == journey)
    for language in Language.all { #expect(read.steps(in: language) == journey.steps(in: language)) }
  }

  @Test func `instructions are put in words elsewhere`() throws {
    let journey = try Self.journey()
    let read = try JSONDecoder().decode(
      [Instruction].self, from: JSONEncoder().encode(journey.instructions()))
    for language in Language.all {
      #expect(read.map { $0.text(in: language) } == journey.steps(in: language).map(\.text))
    }
    #expect(read.map(\.leg) == read.map(\.leg).sorted() && read.last?.leg == journey.legs.count - 1)
  }

  @Test func `durations that nobody lives to see are no trap`() throws {
    var members = try #require(
      try JSONSerialization.jsonObject(with: JSONEncoder().encode(Self.journey())) as? [String: Any])
    for name in ["costMilliseconds", "snapFromMilliseconds", "snapToMilliseconds"] {
      members[name] = UInt64.max
    }
    let data = try JSONSerialization.data(withJSONObject: members)
    let journey = try JSONDecoder().decode(Journey.self, from: data)
    #expect(journey.wholeDuration > journey.duration && journey.cost == .milliseconds(UInt64.max))
    #expect(journey.cost.wholeMilliseconds == .max && journey.duration.wholeMilliseconds > 0)
    #expect(!journey.summary(in: .english).isEmpty)
  }

  @Test(arguments: [
    (#""version":2"#, #""version":1"#), (#""geometryRange":[0,"#, #""geometryRange":[-1,"#),
    (#""lat":"#, #""lat":9"#), (#""level":"#, #""level":4000"#),
  ])
  func `what doesn't fit is refused`(part: String, spoilt: String) throws {
    let text = String(decoding: try JSONEncoder().encode(Self.journey()), as: UTF8.self)
    let found = try #require(text.range(of: part))
    let data = Data(text.replacingCharacters(in: found, with: spoilt).utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Journey.self, from: data) }
  }
}
