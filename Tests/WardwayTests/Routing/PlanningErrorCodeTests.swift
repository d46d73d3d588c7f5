import Foundation
import TestSupport
import Testing
import Wardway
import WardwayCompiler

/// Every code of a refusal is given for its reason, and no other is.
@Suite struct PlanningErrorCodeTests {
  private static func planner(_ map: DrawnFloors, in folder: TemporaryFolder) throws -> Planner {
    Planner(try Atlas.of(map.network(), in: folder))
  }

  /// Two corridors, and stairs between them if that is wanted.
  private static func answer(
    joined: Bool, profile: Profile = .walker, closed: [FeatureID] = [], to end: Place = .name("End"),
    interruption: Interruption? = nil
  ) throws -> PlanningError? {
    var map = DrawnFloors("A--B C--D", "E--F")
    map.join("B", "E", .stairs)
    if joined { map.join("B", "C", .stairs) }
    map.name("A", "Start")
    map.name("D", "End")
    map.name("B", "Kiosk")
    map.name("F", "Kiosk")
    let folder = TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let planner = try planner(map, in: folder)
    do throws(PlanningError) {
      _ = try planner.plan(
        JourneyRequest(from: .name("Start"), to: end, profile: profile, closed: closed),
        interruption: interruption)
      return nil
    } catch { return error }
  }

  private static let damagedMap: @Sendable () throws -> PlanningError? = {
    let folder = TemporaryFolder()
    let compiler = MapCompiler(profiles: [.walker])
    _ = try compiler.compile([Riverside.source], to: folder.path("atlas"))
    let venue = try #require(try Atlas(opening: folder.path("atlas")).venueParts.first).file
    var bytes = folder.read("atlas/\(venue)")
    bytes[bytes.count / 2] ^= 1
    folder.write(bytes, as: "atlas/\(venue)")
    let planner = Planner(try Atlas(opening: folder.path("atlas")))
    return WardwayTests.refusal(
      of: JourneyRequest(from: .name("12 Willow Street"), to: .name("Pharmacy")), planner)
  }

  private static let cases: [(code: String, refusal: @Sendable () throws -> PlanningError?)] = [
    ("no-route", { try answer(joined: false) }),
    ("no-step-free-route", { try answer(joined: true, profile: .wheelchair) }),
    ("closed-now", { try answer(joined: true, closed: [FeatureID(.way, 5)]) }),
    (
      "no-edge-nearby",
      { try answer(joined: true, to: .coordinate(Coordinate(latitudeE7: 0, longitudeE7: 0), level: nil)) }
    ),
    ("unknown-place", { try answer(joined: true, to: .name("Atlantis")) }),
    ("ambiguous-place", { try answer(joined: true, to: .name("Kiosk")) }),
    ("invalid-request", { try answer(joined: true, profile: Profile(name: "flash", speed: 300)) }),
    (
      "cancelled",
      {
        let interruption = Interruption()
        interruption.raise()
        return try answer(joined: true, interruption: interruption)
      }
    ),
    ("deadline-exceeded", { try answer(joined: true, interruption: Interruption(at: .now)) }),
    ("damaged-map", damagedMap),
  ]

  @Test(arguments: cases.indices) func `a refusal says why, and what to do`(index: Int) throws {
    let (code, refusal) = Self.cases[index]
    let error = try #require(try refusal())
    #expect(error.code.rawValue == code && !error.message.isEmpty)
    for language in Language.all { #expect(!error.text(in: language).isEmpty) }
  }

  @Test func `what is given, what the code knows and what the contract lists is the same`() throws {
    let source = try String(
      contentsOfFile: "\(Riverside.root)/Sources/WardwayRouting/Request/PlanningError.swift", encoding: .utf8)
    let known = source.matches(of: /= Code\(rawValue: "([a-z-]+)"\)/).map { String($0.1) }
    #expect(Set(known) == Set(Self.cases.map(\.code)) && known.count == Self.cases.count)
    #expect(Set(known) == (try ContractSchema.read().words(of: "refusal-code")))
  }
}
