import Foundation
import Testing

@testable import WardwayMap

@Suite struct ProfileJSONTests {
  /// The walker's JSON with one field replaced, or left out where `value` is nil.
  private func error(_ field: String, _ value: (any Sendable)?) -> AtlasError? {
    var fields = try! JSONSerialization.jsonObject(with: Data(Profile.walker.json)) as! [String: Any]
    fields[field] = value
    let json = [UInt8](try! JSONSerialization.data(withJSONObject: fields))
    do {
      _ = try Profile(json: json, file: "my.json")
      return nil
    } catch { return error }
  }

  @Test(arguments: Profile.standard)
  func `a standard profile comes back out of its JSON`(profile: Profile) throws {
    #expect(try Profile(json: profile.json, file: "") == profile)
    #expect(profile.json == profile.json && Profile.named(profile.name) == profile)
  }

  @Test func `a profile may leave out what it forbids and what is the same to it`() throws {
    for field in [
      "secondsPerStepUp", "secondsPerStepDown", "escalatorFactor", "minimumCabinLength",
      "minimumElevatorLoad",
    ] {
      #expect(error(field, nil) == nil)
    }
    var night = Profile.walker
    (night.name, night.unlitFactor, night.unguidedFactor) = ("night", 2.5, 4)
    #expect(try Profile(json: night.json, file: "") == night)
    #expect(!String(decoding: Profile.walker.json, as: UTF8.self).contains("unlit"))
    #expect(error("unlitFactor", 1) == nil && error("unguidedFactor", 100) == nil)
    #expect(Profile.named("nobody") == nil)
  }

  @Test(arguments: [
    ("speed", 0.0), ("speed", 3.1), ("speed", -1), ("secondsPerStepUp", 0), ("secondsPerStepDown", 61),
    ("stairsFactor", 0.99), ("escalatorFactor", 0), ("elevatorWait", -1), ("elevatorWait", 3601),
    ("secondsPerLevel", 601), ("minimumWidth", -1), ("minimumCabinLength", 1001),
    ("minimumElevatorLoad", 6001), ("maximumIncline", 1001),
    ("comfortableIncline", -1),
    ("inclineSensitivity", -0.1), ("bumpyFactor", 0.5), ("looseFactor", 101), ("unlitFactor", 0.9),
    ("unguidedFactor", 101), ("doorSeconds", 601),
    ("signalSeconds", -5), ("speed", 1e300),
  ])
  func `a number out of bounds is refused by name`(field: String, value: Double) {
    let error = error(field, value)
    #expect(error?.code == .badProfile && error?.file == "my.json")
    #expect(error?.message.contains("'\(field)' is ") == true)
    #expect(error?.message.contains(", it has to be ") == true)
  }

  @Test(arguments: [
    "speed", "stairsFactor", "elevatorWait", "secondsPerLevel", "usesBedElevators", "usesPublicElevators",
    "isStaff", "minimumWidth", "maximumIncline", "comfortableIncline", "inclineSensitivity",
    "needsWheelchairAccess", "rolls", "stopsAtRaisedKerbs", "bumpyFactor", "looseFactor", "doorSeconds",
    "signalSeconds", "name",
  ])
  func `a field that is missing or of another type is refused by name`(field: String) {
    #expect(error(field, nil)?.message == "'\(field)' is missing")
    #expect(error(field, ["x"])?.message.hasPrefix("'\(field)' has to be ") == true)
    #expect(error(field, nil)?.code == .badProfile)
  }

  @Test(arguments: ["minimumWidth", "maximumIncline", "comfortableIncline"])
  func `a fraction where a whole number belongs is refused`(field: String) {
    for value in [80.5, 1e40] {
      let error = error(field, value)
      #expect(
        error?.code == .badProfile && error?.message.contains("has to be a whole number") == true, "\(error!)"
      )
    }
  }

  @Test(arguments: [
    "", "Walker", "a b", "a.b", "überall", "a/b", "seventeen-letters", "\0", "病床", "walker\n",
  ])
  func `a name that is no plain word is refused`(name: String) {
    let error = error("name", name)
    #expect(error?.code == .badProfile && error?.message.hasPrefix("'name' has to be") == true)
  }

  @Test func `a member that isn't known or comes twice is refused by name`() {
    #expect(
      error("sped", 1)?.message.hasPrefix("'sped' isn't known; the fields here are name, speed") == true)
    let text = String(decoding: Profile.walker.json, as: UTF8.self)
    let doubled = text.replacing("\"speed\"", with: "\"speed\":1,\"speed\"")
    let error = #expect(throws: AtlasError.self) { try Profile(json: Array(doubled.utf8), file: "my.json") }
    #expect(error?.code == .badProfile && error?.message.contains("\"speed\" comes twice") == true)
  }

  @Test(arguments: [
    "", "{", "[]", "null", "1", "\u{FEFF}", String(repeating: "[", count: 50_000), "{\"name\":\"x\"}",
  ])
  func `what is no profile is refused`(text: String) {
    let error = #expect(throws: AtlasError.self) { try Profile(json: Array(text.utf8), file: "my.json") }
    #expect(error?.code == .badProfile && error?.message.isEmpty == false)
  }
}
