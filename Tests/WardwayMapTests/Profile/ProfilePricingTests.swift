import Geodesy
import Testing

@testable import WardwayMap

/// Prices of edges of every kind, for every profile.
@Suite struct ProfilePricingTests {
  private static let lengths: [UInt32] = [0, 1, 999, 25_000, 4_000_000, .max]

  /// Edges of a kind: short and long, flat and steep, of all surfaces and states.
  private static func edges(_ kind: EdgeKind) -> [EdgeRecord] {
    var edges: [EdgeRecord] = []
    for length in lengths {
      var edge = EdgeRecord(kind, source: .none, tail: 0, head: 1, length: length)
      edges.append(edge)
      for incline in [-1000, -126, -125, -60, 0, 30, 83, 84, 200, 1000, 32767] as [Int16] {
        edge.incline = incline
        edges.append(edge)
      }
      edge.incline = EdgeRecord.unknownIncline
      for change in changes {
        var changed = edge
        change(&changed)
        edges.append(changed)
      }
    }
    return edges
  }

  private static let changes: [@Sendable (inout EdgeRecord) -> Void] = [
    { $0.attributes.surface = .bumpy }, { $0.attributes.surface = .loose },
    { $0.attributes.wheelchair = .limited },
    { $0.attributes.wheelchair = .yes }, { $0.attributes.access = .residents },
    { $0.attributes.handrail = .no },
    { $0.attributes.isUncomfortable = true }, { $0.attributes.signals = .yes },
    { $0.attributes.automatic = .yes },
    { $0.attributes.kerb = .rolled }, { $0.attributes.elevator = .bed }, { $0.attributes.rises = .yes },
    { $0.attributes.rises = .no }, { $0.stepCount = 12 }, { $0.stepCount = .max }, { $0.width = 120 },
    { $0.fixedDuration = 60_000 }, { $0.fixedDuration = .max },
  ]

  private static let climbs: [(Level, Level)] = [
    (.ground, .ground), (.ground, Level(1)!), (Level(5)!, Level(-2)!), (.lowest, .highest),
    (Level(0.5)!, Level(1)!),
  ]

  @Test(arguments: EdgeKind.allCases) func `a cost is never below its duration, and both are finite`(
    kind: EdgeKind
  ) {
    for profile in Profile.standard {
      for edge in Self.edges(kind) {
        for (tail, head) in Self.climbs {
          for isForward in [true, false] {
            guard let price = profile.price(of: edge, forward: isForward, tail: tail, head: head) else {
              continue
            }
            #expect(price.cost >= price.duration && price.cost < .max, "\(profile.name): \(edge)")
          }
        }
      }
    }
  }

  @Test(arguments: EdgeKind.allCases) func `a wheelchair never has it easier than a walker`(kind: EdgeKind) {
    for edge in Self.edges(kind) {
      for (tail, head) in Self.climbs {
        for isForward in [true, false] {
          let wheelchair = Profile.wheelchair.price(of: edge, forward: isForward, tail: tail, head: head)
          guard let wheelchair else { continue }
          let walker = Profile.walker.price(of: edge, forward: isForward, tail: tail, head: head)
          #expect(walker.map { $0.cost <= wheelchair.cost } == true, "\(kind): \(edge)")
        }
      }
    }
  }

  private func price(
    _ kind: EdgeKind, _ profile: Profile, metres: Double = 0, from tail: Double = 0, to head: Double = 0,
    forward: Bool = true, _ change: (inout EdgeRecord) -> Void = { _ in }
  ) -> Price? {
    var edge = EdgeRecord(kind, source: .none, tail: 0, head: 1, length: UInt32(metres * 1000))
    change(&edge)
    return profile.price(of: edge, forward: forward, tail: Level(tail)!, head: Level(head)!)
  }

  @Test func `a walker covers 133 metres in 100 seconds`() {
    #expect(price(.footway, .walker, metres: 133) == Price(seconds: 100, factor: 1))
    #expect(price(.crossing, .walker, metres: 13.3)?.duration == 12_000)
    #expect(price(.crossing, .walker, metres: 13.3) { $0.attributes.signals = .yes }?.duration == 25_000)
  }

  @Test func `an elevator costs its wait once and its ride by the level`() {
    #expect(price(.elevatorBoard, .walker)?.duration == 40_000)
    #expect(price(.elevatorRide, .walker, from: -1, to: 5)?.duration == 15_000)
    #expect(price(.elevatorRide, .walker, from: 5, to: -1, forward: false)?.duration == 15_000)
    #expect(price(.elevatorRide, .walker, from: 0, to: 200)?.duration == 500_000)
    #expect(price(.elevatorRide, .walker, from: 0, to: 5) { $0.fixedDuration = 9_000 }?.duration == 9_000)
    #expect(price(.elevatorAlight, .walker)?.duration == 0)
  }

  @Test func `stairs cost by the step, up more than down`() throws {
    let up = try #require(price(.stairs, .walker, to: 1) { $0.stepCount = 20 })
    let down = try #require(price(.stairs, .walker, to: 1, forward: false) { $0.stepCount = 20 })
    #expect(up.duration == 12_000 && up.cost == 21_600 && down.duration == 9_000)
    #expect(price(.stairs, .walker, to: 1)?.duration == 12_000)
    #expect(price(.stairs, .walker, metres: 6)?.duration == 10_500)
    #expect(price(.stairs, .walker, metres: 6) { $0.attributes.rises = .yes }?.duration == 12_000)
    #expect(
      price(.stairs, .walker, metres: 6, forward: false) { $0.attributes.rises = .yes }?.duration == 9_000)
    #expect(price(.stairs, .walker, to: 1) { $0.attributes.handrail = .no }!.cost > up.cost)
  }

  @Test func `a slope slows on the way up and tires beyond comfort`() throws {
    let flat = try #require(price(.footway, .wheelchair, metres: 90))
    let up = try #require(price(.footway, .wheelchair, metres: 90) { $0.incline = 60 })
    let down = try #require(price(.footway, .wheelchair, metres: 90, forward: false) { $0.incline = 60 })
    #expect(flat == Price(seconds: 100, factor: 1) && up.duration == 118_000 && down.duration == 100_000)
    #expect(up.cost > up.duration && down.cost > down.duration)
    #expect(price(.footway, .wheelchair, metres: 90) { $0.incline = 40 }?.cost == 112_000)
  }

  @Test func `ways that are dark or without guidance cost more to those who say so`() {
    var night = Profile.walker
    (night.name, night.unlitFactor) = ("night", 3)
    func darkness(_ kind: EdgeKind, _ change: (inout EdgeRecord) -> Void = { _ in }) -> UInt32? {
      let price = price(kind, night, metres: 133, change)
      return price.map { $0.cost / max($0.duration, 1) }
    }
    #expect(darkness(.footway) == 1 && darkness(.path) == 3 && darkness(.road) == 1)
    #expect(darkness(.footway) { $0.attributes.lit = .no } == 3)
    #expect(darkness(.path) { $0.attributes.lit = .yes } == 1)
    #expect(
      darkness(.corridor) {
        $0.attributes.lit = .no
        $0.attributes.isIndoor = true
      } == 1)
    var blind = Profile.walker
    (blind.name, blind.unguidedFactor) = ("blind", 4)
    for kind in [EdgeKind.footway, .crossing, .corridor, .platform] {
      let bare = price(kind, blind, metres: 133)!
      let guided = price(kind, blind, metres: 133) { $0.attributes.tactilePaving = .yes }!
      #expect(
        bare.cost == 4 * guided.cost && bare.duration == guided.duration && guided.cost == guided.duration)
    }
    #expect(price(.elevatorBoard, blind) == price(.elevatorBoard, .walker))
    #expect(price(.door, blind) == price(.door, .walker))
    #expect(price(.footway, .walker, metres: 133) { $0.attributes.lit = .no }?.cost == 100_000)
  }

  @Test func `a ferry takes its stated time`() {
    #expect(price(.ferry, .walker, metres: 4000) { $0.fixedDuration = 1_200_000 }?.duration == 1_200_000)
    #expect(price(.ferry, .walker, metres: 4000)?.duration == 1_000_000)
  }
}
