import TestSupport
import Testing
import Wardway
import WardwayCompiler

@testable import WardwayRouting

/// A journey by car costs what plain Dijkstra finds over roads, streets and hospitals together.
@Suite struct CarUnionTests {
  /// The same map with its hospital apart, and all in one.
  private static let maps = ["riverside", "lakeside"].map { name in
    Result { () throws -> (folder: TemporaryFolder, parted: Atlas, whole: Atlas) in
      let folder = TemporaryFolder()
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
    for ride in Ride.allCases {
      let answered = try compare(map, profile, ride, groups: 20, seed: UInt64(map * 10))
      #expect(answered >= 300, "\(ride): only \(answered)")
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `with a road, a way or a door closed`(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed ^ 0xC105ED)
    let (_, parted, _) = try Self.maps[1].get()
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
    let (_, parted, whole) = try Self.maps[map].get()
    let venue = try parted.venue(try #require(parted.venueParts.first).network)
    let snapshot = Snapshot.current(of: parted)
    let finder = StopFinder(snapshot: snapshot, tariff: snapshot.tariff(profile, closed: closed))
    func oracle(_ atlas: Atlas) throws -> UnionOracle {
      try UnionOracle(
        atlas, profile, drivesFirst: ride != .picksUp, closed: closed, parks: ride == .parks)
    }
    // Those who don't visit the hospital neither park there nor walk through it.
    let (inside, outside) = (try oracle(whole), try oracle(parted))
    let planner = Planner(parted)
    var random = SeededNumbers(seed: seed)
    func place(_ network: WalkNetwork) -> Place {
      let node = network.nodes[Int(random.next() % UInt64(network.nodes.count))]
      return .coordinate(node.coordinate, level: node.level)
    }
    var answered = 0
    for group in 0..<groups {
      let end = place(group % 4 == 0 ? parted.streets : venue.network)
      let homes = (0..<20).map { _ in place(parted.streets) }
      var workspace = Workspace()
      let isOutside = (try? finder.stop(at: end, &workspace).inside.isEmpty) ?? true
      let kerb = ride == .parks ? UnionOracle.Kerb.never : isOutside ? .always : .asLastResort
      let oracle = isOutside ? outside : inside
      guard
        let costs = try? oracle.costs(
          end, homes: homes, kerb: kerb, campus: isOutside ? nil : venue.description.outline)
      else { continue }
      for (home, cost) in zip(homes, costs) {
        var request =
          ride == .picksUp
          ? JourneyRequest(from: end, to: home, profile: profile, car: .picksUp)
          : JourneyRequest(from: home, to: end, profile: profile, car: ride == .parks ? .parks : .dropsOff)
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
          found == cost.map { UInt64($0) },
          "\(ride) \(profile.name) \(home) \(end) \(closed): \(found ?? 0), not \(cost ?? 0)")
        answered += cost == nil ? 0 : 1
      }
    }
    return answered
  }
}
