import Geodesy
import Testing

@testable import WardwayMap

/// What is forbidden to whom.
@Suite struct ProfileLimitsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let kind: EdgeKind
    /// The standard profiles that may pass.
    let allowed: Set<String>
    let change: @Sendable (inout EdgeRecord) -> Void

    init(
      _ kind: EdgeKind, _ description: String, _ allowed: Set<String>,
      _ change: @escaping @Sendable (inout EdgeRecord) -> Void = { _ in }
    ) {
      self.kind = kind
      testDescription = "\(kind.name): \(description)"
      self.allowed = allowed
      self.change = change
    }
  }

  private static let everyone = Set(Profile.standard.map(\.name))
  private static let onFoot: Set = ["walker", "older-walker", "staff"]
  private static let employed: Set = ["bed", "staff"]

  private static let cases = [
    Case(.footway, "nothing known", everyone),
    Case(.stairs, "nothing known", onFoot.union(["stroller"])),
    Case(.escalator, "nothing known", onFoot),
    Case(.movingWalk, "nothing known", everyone),
    Case(.corridor, "for staff", employed) { $0.attributes.access = .staff },
    Case(.road, "for residents", everyone) { $0.attributes.access = .residents },
    Case(.door, "29 cm wide", []) { $0.width = 29 },
    Case(.door, "30 cm wide", onFoot) { $0.width = 30 },
    Case(.door, "60 cm wide", onFoot.union(["stroller"])) { $0.width = 60 },
    Case(.door, "79 cm wide", onFoot.union(["stroller"])) { $0.width = 79 },
    Case(.door, "80 cm wide", everyone.subtracting(["bed"])) { $0.width = 80 },
    Case(.door, "110 cm wide", everyone) { $0.width = 110 },
    Case(.footway, "8.3 % up", everyone) { $0.incline = 83 },
    Case(.footway, "8.4 % down", everyone.subtracting(["bed"])) { $0.incline = -84 },
    Case(.ramp, "12.6 % up", onFoot.union(["stroller"])) { $0.incline = 126 },
    Case(.path, "20.1 % down", ["walker", "staff"]) { $0.incline = -201 },
    Case(.kerb, "raised", onFoot.union(["stroller"])) { $0.attributes.kerb = .raised },
    Case(.kerb, "rolled", everyone) { $0.attributes.kerb = .rolled },
    Case(.kerb, "lowered", everyone) { $0.attributes.kerb = .lowered },
    Case(.barrier, "no wheels", onFoot) { $0.attributes.stopsWheels = true },
    Case(.footway, "wheelchair=no", everyone.subtracting(["wheelchair", "bed"])) {
      $0.attributes.wheelchair = .no
    },
    Case(.elevatorBoard, "public", everyone),
    Case(.elevatorBoard, "a cabin of 1.4 m", everyone.subtracting(["bed"])) {
      $0.attributes.cabinLength = 140
    },
    Case(.elevatorRide, "a cabin of 1 m", onFoot.union(["stroller"])) { $0.attributes.cabinLength = 100 },
    Case(.elevatorRide, "a cabin of 2.2 m", everyone) { $0.attributes.cabinLength = 220 },
    Case(.elevatorBoard, "for 199 kg", everyone.subtracting(["wheelchair", "bed"])) {
      $0.attributes.elevatorLoad = 199
    },
    Case(.elevatorRide, "for 475 kg", everyone.subtracting(["bed"])) { $0.attributes.elevatorLoad = 475 },
    Case(.elevatorRide, "for 500 kg", everyone) { $0.attributes.elevatorLoad = 500 },
    Case(.elevatorRide, "for 10 kg", everyone.subtracting(["wheelchair", "bed"])) {
      $0.attributes.elevatorLoad = 10
    },
    Case(.elevatorRide, "for any weight", everyone) { $0.attributes.elevatorLoad = 100_000 },
    Case(.footway, "where a load means nothing", everyone) { $0.attributes.elevatorLoad = 25 },
    Case(.footway, "where a cabin's length means nothing", everyone) { $0.attributes.cabinLength = 50 },
    Case(.escalator, "that may stand still", onFoot) { $0.attributes.mayStandStill = true },
    Case(.movingWalk, "that may stand still", everyone) { $0.attributes.mayStandStill = true },
    Case(.elevatorBoard, "for beds", employed) { $0.attributes.elevator = .bed },
    Case(.elevatorRide, "for staff", employed) { $0.attributes.elevator = .staff },
    Case(.elevatorAlight, "inaccessible", everyone.subtracting(["wheelchair", "bed"])) {
      $0.attributes.wheelchair = .no
    },
  ]

  @Test(arguments: cases) func `those may pass who can, and nobody else`(case: Case) {
    var edge = EdgeRecord(`case`.kind, source: .none, tail: 0, head: 1, length: 1000)
    `case`.change(&edge)
    let allowed = Profile.standard.filter {
      $0.price(of: edge, forward: true, tail: .ground, head: .ground) != nil
    }
    #expect(Set(allowed.map(\.name)) == `case`.allowed)
  }

  @Test(arguments: 0..<4 as Range<UInt8>) func `an edge is used only in its directions`(directions: UInt8) {
    for kind in EdgeKind.allCases {
      var edge = EdgeRecord(kind, source: .none, tail: 0, head: 1, length: 1000)
      edge.directions = directions
      let forward = Profile.walker.price(of: edge, forward: true, tail: .ground, head: .ground)
      let backward = Profile.walker.price(of: edge, forward: false, tail: .ground, head: .ground)
      #expect((forward != nil) == (directions & 1 != 0) && (backward != nil) == (directions & 2 != 0))
    }
  }

  @Test func `stairs are forbidden where either direction's time is left out`() {
    let stairs = EdgeRecord(.stairs, source: .none, tail: 0, head: 1, length: 1000)
    var profile = Profile.walker
    profile.secondsPerStepDown = nil
    #expect(profile.price(of: stairs, forward: true, tail: .ground, head: .ground) == nil)
  }
}
