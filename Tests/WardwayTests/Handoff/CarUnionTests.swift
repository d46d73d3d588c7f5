import Geodesy
import ShortestPaths
import TestSupport
import Testing
import Wardway
import WardwayCompiler
import WardwayMap

/// A journey by car costs what plain Dijkstra finds over roads, streets and hospitals together.
@Suite struct CarUnionTests {
  enum Ride: CaseIterable { case parks, dropsOff, picksUp }

  @Test(arguments: [0, 1], [Profile.walker, .wheelchair, .stroller])
  func `hundreds of journeys a map, profile and ride`(map: Int, profile: Profile) throws {
    for ride in Ride.allCases {
      let answered = try compare(map, profile, ride, groups: 10, seed: UInt64(map * 10))
      #expect(answered >= 110, "\(ride): only \(answered)")
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `with a road, a way or a door closed`(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed ^ 0xC105ED)
    let (_, parted, _) = try DemoMaps.both[1].get()
    let venue = try parted.venue(parted.venueParts[0].network)
    let roads = try #require(parted.drive)
    let closed = [
      roads.edges.randomElement(using: &random)!.source, roads.nodes.randomElement(using: &random)!.source,
      venue.network.edges.randomElement(using: &random)!.source,
      parted.streets.edges.randomElement(using: &random)!.source,
    ].filter { $0 != .none }
    _ = try compare(1, .walker, Ride.allCases.randomElement(using: &random)!, closed, groups: 2, seed: seed)
  }

  /// Compares random journeys, 20 a group, and returns how many there were.
  private func compare(
    _ map: Int, _ profile: Profile, _ ride: Ride, _ closed: [FeatureID] = [], groups: Int, seed: UInt64
  ) throws -> Int {
    let (_, parted, whole) = try DemoMaps.both[map].get()
    let venue = try parted.venue(try #require(parted.venueParts.first).network)
    let campus = NaiveWalker(venue.network, profile, closed: closed)
    func oracle(_ atlas: Atlas) throws -> UnionOracle {
      try UnionOracle(
        whole, profile, drivesFirst: ride != .picksUp, closed: closed, parks: ride == .parks,
        handoffs: atlas.streets.handoffs)
    }
    // Those who don't visit the hospital don't park there; they may walk through it.
    let (inside, outside) = (try oracle(whole), try oracle(parted))
    let planner = Planner(parted)
    var random = SeededNumbers(seed: seed)
    var answered = 0
    for group in 0..<groups {
      let end = random.position(in: group % 4 == 0 ? parted.streets : venue.network)
      let homes = (0..<20).map { _ in random.position(in: parted.streets) }
      let points = inside.walker.stop(at: end.coordinate, end.level) ?? []
      let isOutside = !points.contains { campus.hasPoint($0, of: inside.walker) }
      let kerb = ride == .parks ? UnionOracle.Kerb.never : isOutside ? .always : .asLastResort
      let costs = (isOutside ? outside : inside).costs(
        end, homes: homes, kerb: kerb, campus: isOutside ? nil : venue.description.outline)
      for (number, home) in homes.enumerated() {
        let (cost, ends) = (
          costs?[number], [home, end].map { Place.coordinate($0.coordinate, level: $0.level) }
        )
        var request =
          ride == .picksUp
          ? JourneyRequest(from: ends[1], to: ends[0], profile: profile, car: .picksUp)
          : JourneyRequest(
            from: ends[0], to: ends[1], profile: profile, car: ride == .parks ? .parks : .dropsOff)
        request.closed = closed
        let found: UInt64?
        do {
          found = try planner.plan(request).costMilliseconds
        } catch {
          // Nobody's car stands in an elevator.
          if error.code == .invalidRequest { continue }
          found = nil
        }
        #expect(
          found == cost,
          "\(ride) \(profile.name) \(home) \(end) \(closed): \(found ?? 0), not \(cost ?? 0)")
        answered += found == nil ? 0 : 1
      }
    }
    return answered
  }
}
