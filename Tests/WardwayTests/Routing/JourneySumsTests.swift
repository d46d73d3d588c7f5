import TestSupport
import Testing
import Wardway

/// A journey's parts add up: steps to legs, edges to legs, legs to the journey, its line to its length.
@Suite struct JourneySumsTests {
  /// What is asked on a demo map: between the streets and the hospital, by everybody, over stops or not.
  private static func requests(
    on atlas: Atlas, seed: UInt64, _ cars: [JourneyRequest.Car]
  ) throws -> [JourneyRequest] {
    var streets = RandomRequests(atlas.streets, seed: seed)
    var venue = RandomRequests(try atlas.venue(atlas.venueParts[0].network).network, seed: seed)
    return cars.flatMap { car in
      Profile.standard.map { profile in
        let ends = [streets.place(), venue.place()]
        let comesBack = car == .picksUp || car == .none && streets.random.once(in: 2)
        return JourneyRequest(
          from: ends[comesBack ? 1 : 0], to: ends[comesBack ? 0 : 1],
          via: streets.random.once(in: 2) ? [venue.place()] : [], profile: profile,
          avoiding: streets.random.once(in: 3) ? streets.avoidances() : [], car: car)
      }
    }
  }

  private func check(_ journey: Journey, _ request: JourneyRequest) {
    for language in Language.all {
      for (leg, steps) in zip(journey.legs, journey.stepsByLeg(in: language)) {
        #expect(steps.reduce(.zero) { $0 + $1.duration } == leg.duration, "\(request)")
        #expect(abs(steps.reduce(0) { $0 + $1.distance } - leg.distance) < 1e-6, "\(request)")
      }
    }
    for leg in journey.legs {
      #expect(leg.duration == leg.edges.reduce(leg.change?.transfer ?? .zero) { $0 + $1.duration })
      #expect(leg.distance == Double(leg.edges.reduce(0) { $0 + UInt64($1.length) }) / 1000)
      #expect(leg.edges.allSatisfy { $0.cost >= $0.duration }, "\(request)")
      var at = leg.geometryRange.lowerBound
      for edge in leg.edges {
        #expect(edge.geometryRange.lowerBound == at, "\(request)")
        at = edge.geometryRange.upperBound
      }
      #expect(at == leg.geometryRange.upperBound, "\(request)")
    }
    #expect(journey.duration == journey.legs.reduce(.zero) { $0 + $1.duration })
    #expect(abs(journey.distance - journey.legs.reduce(0) { $0 + $1.distance }) < 1e-6)
    let length = zip(journey.geometry, journey.geometry.dropFirst())
      .reduce(0) { $0 + distance($1.0.coordinate, $1.1.coordinate) }
    #expect(abs(length - journey.distance) < 0.03 + 0.003 * Double(journey.geometry.count), "\(request)")
  }

  /// What the search paid besides edges and changes, in milliseconds: what lies between places and the network of those
  /// on foot counts three times what it takes.
  private func expectRest(of journey: Journey, _ request: JourneyRequest) {
    let (walks, edges) = (journey.legs.filter { $0.mode == .walk }, journey.legs.flatMap(\.edges))
    let changes = journey.legs.reduce(0) { $0 + UInt64($1.transferMilliseconds) }
    let paid = edges.reduce(changes) { $0 + UInt64($1.costMilliseconds) }
    let second = 1000 / request.profile.speed
    let ends = walks.flatMap { [$0.origin, $0.goal] }.compactMap { $0?.distance }.reduce(0, +) * 3 * second
    let rest = Double(journey.costMilliseconds) - Double(paid)
    // Coordinates are rounded; and people get out at the kerb, which is a step from where the car stops.
    let rounding = 0.1 * Double(2 + request.via.count) + (request.car == .none ? 0 : 1)
    #expect(abs(rest - ends) < rounding * 3 * second, "\(request)")
  }

  @Test(arguments: 0..<15 as Range<UInt64>) func `on foot in the riverside`(seed: UInt64) throws {
    let atlas = try Riverside.atlas()
    let planner = Planner(atlas)
    for request in try Self.requests(on: atlas, seed: seed, [.none, .none]) {
      guard let journey = try? planner.plan(request) else { continue }
      check(journey, request)
      expectRest(of: journey, request)
      #expect(journey.fault(for: request, on: atlas) == nil, "\(request)")
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>) func `by car and on foot in the lakeside`(seed: UInt64) throws {
    let atlas = try CarJourneyTests.compiled.get().atlas
    let planner = Planner(atlas)
    for request in try Self.requests(on: atlas, seed: seed, [.none, .parks, .dropsOff, .picksUp]) {
      guard let journey = try? planner.plan(request) else { continue }
      check(journey, request)
      expectRest(of: journey, request)
      // And back to where the car was left.
      guard request.car == .parks, let handoff = journey.handoff else { continue }
      var back = request
      (back.from, back.to, back.car) = (request.to, request.from, .waits(at: handoff.place))
      guard let home = try? planner.plan(back) else { continue }
      check(home, back)
      expectRest(of: home, back)
    }
  }
}
