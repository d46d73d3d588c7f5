import Testing
import Wardway
import WardwayCompiler

@testable import WardwayRouting

/// A journey by car costs what plain Dijkstra finds over roads, streets and hospitals together.
@Suite struct CarUnionTests {
  /// The same map with its hospital apart, and all in one.
  private static let maps = ["riverside", "lakeside"].map { name in
    Result { () throws -> (folder: TemporaryFolder, parted: Atlas, whole: Atlas) in
      let folder = try TemporaryFolder()
      let source = "\(Riverside.root)/Maps/\(name).osm"
      var compiler = MapCompiler(profiles: [.walker, .wheelchair, .stroller])
      compiler.vehicles = [.car]
      _ = try compiler.compile([source], to: "\(folder.path)/parted")
      compiler.separatesVenues = false
      _ = try compiler.compile([source], to: "\(folder.path)/whole")
      return (
        folder, try Atlas(opening: "\(folder.path)/parted"), try Atlas(opening: "\(folder.path)/whole")
      )
    }
  }

  enum Ride: CaseIterable { case parks, dropsOff, picksUp }

  @Test(arguments: [0, 1], [Profile.walker, .wheelchair, .stroller])
  func `a thousand journeys a map and profile`(map: Int, profile: Profile) throws {
    let (_, parted, whole) = try Self.maps[map].get()
    let venue = try parted.venue(try #require(parted.venueParts.first).network)
    let traveller = try Traveller(parted, profile, closed: [], avoiding: [], method: .fastest)
    for (number, ride) in Ride.allCases.enumerated() {
      // Those who don't visit the hospital neither park there nor walk through it.
      let (inside, outside) = (
        try UnionOracle(whole, profile, drivesFirst: ride != .picksUp) { $0.isParking == (ride == .parks) },
        try UnionOracle(parted, profile, drivesFirst: ride != .picksUp) { $0.isParking == (ride == .parks) }
      )
      var planner = Planner(parted)
      var random = SeededNumbers(seed: UInt64(map * 10 + number))
      func place(_ network: Network) -> Place {
        let node = network.nodes[Int(random.next() % UInt64(network.nodes.count))]
        return .coordinate(node.coordinate, level: node.level)
      }
      var answered = 0
      for group in 0..<20 {
        let end = place(group % 4 == 0 ? parted.streets : venue.network)
        let homes = (0..<20).map { _ in place(parted.streets) }
        var parts = Planner(parted)
        let isOutside = (try? parts.stop(at: end, for: traveller).inside.isEmpty) ?? true
        let kerb = ride == .parks ? UnionOracle.Kerb.never : isOutside ? .always : .asLastResort
        let oracle = isOutside ? outside : inside
        guard let costs = try? oracle.costs(end, homes: homes, kerb: kerb) else { continue }
        for (home, cost) in zip(homes, costs) {
          let request =
            switch ride {
            case .parks: JourneyRequest(from: home, to: end, profile: profile, car: .parks)
            case .dropsOff: JourneyRequest(from: home, to: end, profile: profile, car: .dropsOff)
            case .picksUp: JourneyRequest(from: end, to: home, profile: profile, car: .picksUp)
            }
          let journey = Result { () throws(PlanningError) in try planner.plan(request) }
          let found = (try? journey.get())?.costMilliseconds
          #expect(found == cost.map { UInt64($0) }, "\(ride) \(home) \(end) \(found ?? 0), not \(cost ?? 0)")
          answered += cost == nil ? 0 : 1
        }
      }
      #expect(answered >= 300, "\(ride): only \(answered)")
    }
  }
}
