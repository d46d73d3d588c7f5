import TestSupport
import Testing
import WardwayCompiler

@testable import Wardway
@testable import WardwayGuidance

/// Every notice that there is a word for is given somewhere, and nothing without a word is.
@Suite struct NoticeCodeTests {
  private static func codes(of journey: Journey) -> Set<String> { Set(journey.notices.map(\.code.rawValue)) }

  /// An edge on the way that is worth a notice.
  struct Case: Sendable, CustomTestStringConvertible {
    let code: String
    let kind: EdgeKind
    let profile: Profile
    let change: @Sendable (inout EdgeRecord) -> Void
    var testDescription: String { code }

    init(
      _ code: String, _ kind: EdgeKind, _ profile: Profile,
      _ change: @escaping @Sendable (inout EdgeRecord) -> Void = { _ in }
    ) {
      self.code = code
      self.kind = kind
      self.profile = profile
      self.change = change
    }
  }

  private static let edges = [
    Case("private-way", .road, .walker) { $0.attributes.access = .residents },
    Case("busy-road", .road, .walker) { $0.attributes.isTrunkRoad = true },
    Case("car-ramp", .road, .walker) { $0.attributes.isCarRamp = true },
    Case("assumed-door", .area, .walker) { $0.attributes.isEntryAssumed = true },
    Case("limited-wheelchair", .footway, .wheelchair) { $0.attributes.wheelchair = .limited },
    Case("unknown-wheelchair", .ramp, .wheelchair),
    Case("unknown-width", .door, .wheelchair),
    Case("unknown-surface", .path, .wheelchair),
    Case("kerb", .kerb, .stroller),
    Case("door-steps", .door, .stroller) { $0.stepCount = 1 },
    Case("unknown-incline", .footway, .stroller) { $0.attributes.rises = .yes },
    Case("steep", .footway, .walker) { $0.incline = 100 },
    Case("escalator-direction-unknown", .escalator, .walker),
  ]

  /// Two corridors that an edge joins.
  private static func journey(over edge: Case) throws -> Journey {
    var map = DrawnFloors("A--B C--D")
    map.join("B", "C", edge.kind)
    map.changeLast(edge.change)
    map.name("A", "Start")
    map.name("D", "End")
    let folder = TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    return try Planner(try Atlas.of(map.network(), in: folder))
      .plan(JourneyRequest(from: .name("Start"), to: .name("End"), profile: edge.profile))
  }

  @Test(arguments: edges) func `an edge is noted with its feature`(edge: Case) throws {
    let journey = try Self.journey(over: edge)
    #expect(Self.codes(of: journey) == [edge.code])
    #expect(journey.notices.map(\.source) == [FeatureID(.way, 3)] && journey.notices.map(\.count) == [1])
  }

  /// Journeys on roads, and what they note.
  private static func journey(
    _ drawing: String, car: JourneyRequest.Car = .none, carHeight: Double? = nil, closed: [FeatureID] = [],
    _ draw: (inout DrawnRoads) -> Void
  ) throws -> Journey {
    var roads = DrawnRoads(drawing)
    draw(&roads)
    let folder = TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let map = folder.write(roads.xml, as: "roads.osm")
    var compiler = MapCompiler(profiles: [.walker])
    compiler.vehicles = [.car]
    _ = try compiler.compile([map], to: folder.path("atlas"))
    return try Planner(try Atlas(opening: folder.path("atlas"))).plan(
      JourneyRequest(
        from: .coordinate(roads.place("h"), level: nil), to: .name("Clinic"), closed: closed, car: car,
        carHeight: carHeight))
  }

  private static let clinic = ["amenity": "clinic", "name": "Clinic"]

  /// What places, closures and cars give cause for.
  private static let others: [(code: String, journey: @Sendable () throws -> Journey)] = [
    (
      "unknown-element",
      {
        try journey("h---a", closed: [FeatureID(.way, 999)]) {
          $0.road("ha")
          $0.tag("a", clinic)
        }
      }
    ),
    (
      "far-from-place",
      {
        try journey("h---a\n-----\n-----\n----k") {
          $0.road("ha")
          $0.tag("k", clinic)
        }
      }
    ),
    (
      "other-level",
      {
        try journey("h---a") {
          $0.road("ha")
          $0.tag("a", clinic.merging(["level": "2"]) { $1 })
        }
      }
    ),
    (
      "assumed-drop-off",
      {
        try journey("h---------------a", car: .dropsOff) {
          $0.road("ha")
          $0.tag("a", clinic)
        }
      }
    ),
    (
      "distant-car-park",
      {
        try journey("h---b--------------------k\n---p-q\n----m\n---s-r", car: .parks) {
          $0.road("hb")
          $0.road("bk", ["highway": "footway"])
          $0.park("bm", in: "pqrsp")
          $0.tag("k", clinic)
        }
      }
    ),
    (
      "low-car-park",
      {
        try journey(
          "h---b-----c-k\n---p-q---u-v\n----m-----n\n---s-r---x-w", car: .parks, carHeight: 2.5
        ) {
          $0.road("hbc")
          $0.road("ck", ["highway": "footway"])
          $0.park("bm", in: "pqrsp")
          $0.park("cn", in: "uvwxu", ["maxheight": "2"])
          $0.tag("k", clinic)
        }
      }
    ),
    (
      "unknown-height",
      {
        try journey("h---b-k\n---p-q\n----m\n---s-r", car: .parks, carHeight: 2.5) {
          $0.road("hb")
          $0.road("bk", ["highway": "footway"])
          $0.park("bm", in: "pqrsp", ["parking": "underground"])
          $0.tag("k", clinic)
        }
      }
    ),
    (
      "restricted-road",
      {
        try journey(
          "h---a----------------b-k\n--------------------p-q\n---------------------m\n--------------------s-r",
          car: .parks
        ) {
          $0.road("ha")
          $0.road("ab", ["highway": "service", "access": "delivery"])
          $0.road("bk", ["highway": "footway"])
          $0.park("bm", in: "pqrsp")
          $0.tag("k", clinic)
        }
      }
    ),
  ]

  @Test(arguments: others.indices) func `a place, a closure or a drive is noted`(index: Int) throws {
    let (code, journey) = Self.others[index]
    #expect(Self.codes(of: try journey()).contains(code))
  }

  @Test func `what is given, what has words and what the contract lists is the same`() throws {
    let given = Set(Self.edges.map(\.code) + Self.others.map(\.code))
    #expect(given == Set(Notice.Code.allCases.map(\.rawValue)))
    #expect(given == (try ContractSchema.read().words(of: "notice-code")))
  }
}

extension DrawnRoads {
  /// Adds a car park with its aisle.
  fileprivate mutating func park(_ aisle: String, in outline: String, _ tags: [String: String] = [:]) {
    feature(outline, ["amenity": "parking"].merging(tags) { $1 })
    road(aisle, ["highway": "service", "service": "parking_aisle"])
  }
}
