import JSONText
import TestSupport
import Testing
import Wardway

/// The schema of profiles refuses what their reader refuses, member by member.
@Suite struct ProfileSchemaTests {
  private let schema: JSONSchema

  init() throws { schema = try ContractSchema.read() }

  private func expect(_ members: [String: JSONValue], isSound: Bool) {
    let text = JSONWriter.text { $0.value(.object(members)) }
    let profile = try? Profile(json: Array(text.utf8), file: "")
    #expect((profile != nil) == isSound, "\(text)")
    #expect((schema.faults(inText: text, as: "profile") == []) == isSound, "\(text)")
  }

  private func members(of profile: Profile) throws -> [String: JSONValue] {
    try #require(try JSONReader.value(of: profile.json).object)
  }

  @Test(arguments: Profile.standard)
  func `the standard profiles are as the schema has them`(profile: Profile) throws {
    expect(try members(of: profile), isSound: true)
  }

  @Test func `each member has the bounds of the code`() throws {
    var whole = try members(of: .wheelchair)
    whole["unlitFactor"] = .number(1)
    whole["unguidedFactor"] = .number(1)
    whole["secondsPerStepUp"] = .number(1)
    whole["secondsPerStepDown"] = .number(1)
    whole["escalatorFactor"] = .number(1)
    let optional: Set = [
      "secondsPerStepUp", "secondsPerStepDown", "escalatorFactor", "minimumCabinLength",
      "minimumElevatorLoad", "unlitFactor", "unguidedFactor",
    ]
    for (name, value) in whole {
      func with(_ value: JSONValue?, isSound: Bool) {
        var members = whole
        members[name] = value
        expect(members, isSound: isSound)
      }
      with(nil, isSound: optional.contains(name))
      with(.array([]), isSound: false)
      guard value.number != nil else { continue }
      let (least, most) = try #require(schema.bounds(of: name, in: "profile"))
      with(.number(least), isSound: true)
      with(.number(most), isSound: true)
      with(.number(least - 0.001), isSound: false)
      with(.number(most + 1), isSound: false)
    }
    whole["sped"] = .number(1)
    expect(whole, isSound: false)
  }

  @Test(arguments: ["", "Walker", "a b", "überall", "seventeen-letters", "病床"])
  func `a name that is no plain word is refused by both`(name: String) throws {
    var members = try members(of: .walker)
    members["name"] = .string(name)
    expect(members, isSound: false)
  }
}
