import TestSupport
import Testing
import Wardway
import WardwayCompiler

/// Tables, ways back, and stops on the way.
@Suite struct TableTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `a table says what so many routes say`(seed: UInt64) throws {
    let atlas = try Atlas.of(RandomBuilding.network(seed: seed), in: TemporaryFolder())
    var requests = RandomRequests(atlas.streets, seed: seed)
    let planner = Planner(atlas)
    for profile in Profile.standard {
      let (sources, targets) = ((0..<3).map { _ in requests.place() }, (0..<2).map { _ in requests.place() })
      let closed = requests.closures(on: [])
      let avoiding = requests.avoidances()
      guard
        let rows = try? planner.table(
          from: sources, to: targets, profile: profile, closed: closed, avoiding: avoiding)
      else { continue }
      for (source, row) in zip(sources, rows) {
        for (target, cell) in zip(targets, row) {
          let request = JourneyRequest(
            from: source, to: target, profile: profile, closed: closed, avoiding: avoiding)
          let journey = try? planner.plan(request)
          #expect(cell?.duration == journey?.duration)
          #expect(cell?.distance == journey?.distance)
          #expect(cell?.cost == journey?.cost)
        }
      }
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `a large table says what so many routes say`(seed: UInt64) throws {
    let atlas = try Atlas.of(RandomBuilding.network(seed: seed ^ 0x7AB), in: TemporaryFolder())
    var requests = RandomRequests(atlas.streets, seed: seed)
    for profile in [Profile.walker, .wheelchair] {
      let (sources, targets) = (
        (0..<36).map { _ in requests.place() }, (0..<32).map { _ in requests.place() }
      )
      try Self.expectRoutes(in: atlas, from: sources + sources.prefix(2), to: targets, profile)
    }
  }

  @Test(arguments: [Profile.walker, .wheelchair, .bed])
  func `a large table between streets and a hospital says what so many routes say`(profile: Profile) throws {
    let folder = TemporaryFolder()
    _ = try MapCompiler().compile(["\(Riverside.root)/Maps/lakeside.osm"], to: folder.path)
    let atlas = try Atlas(opening: folder.path)
    let venue = try #require(atlas.venueParts.first)
    let inside = try atlas.venue(venue.network).network
    let rooms = inside.places.map { Place.feature($0.source) }
    let streets = atlas.streets.places.map { Place.feature($0.source) }
    let places = Array(rooms.prefix(28)) + Array(streets.prefix(28))
    try Self.expectRoutes(in: atlas, from: places, to: places.reversed(), profile)
  }

  /// Compares a table with as many routes, of which those to places that can't be found are left out.
  private static func expectRoutes(
    in atlas: Atlas, from sources: [Place], to targets: [Place], _ profile: Profile
  ) throws {
    let planner = Planner(atlas)
    func isFound(_ place: Place) -> Bool {
      (try? planner.table(from: [place], to: [place], profile: profile)) != nil
    }
    let (sources, targets) = (sources.filter(isFound), targets.filter(isFound))
    let rows = try planner.table(from: sources, to: targets, profile: profile)
    #expect(rows.count == sources.count)
    for (source, row) in zip(sources, rows) {
      for (target, cell) in zip(targets, row) {
        let journey = try? planner.plan(JourneyRequest(from: source, to: target, profile: profile))
        #expect((cell == nil) == (journey == nil), "\(source) \(target)")
        guard let cell, let journey else { continue }
        #expect(cell.duration == journey.duration, "\(source) \(target)")
        #expect(abs(cell.distance - journey.distance) < 1e-6, "\(source) \(target)")
        #expect(cell.cost == journey.cost, "\(source) \(target)")
      }
    }
  }

  @Test func `an empty table has no rows`() throws {
    let planner = Planner(try Riverside.atlas())
    #expect(try planner.table(from: [], to: [.name("Pharmacy")]).isEmpty)
    #expect(try planner.table(from: [.name("Pharmacy")], to: []) == [[]])
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `the way back costs the same where nothing depends on the direction`(seed: UInt64) throws {
    let atlas = try Atlas.of(RandomBuilding.network(seed: seed, .symmetric), in: TemporaryFolder())
    var requests = RandomRequests(atlas.streets, seed: seed)
    let planner = Planner(atlas)
    for profile in Profile.standard {
      let (here, there) = (requests.place(), requests.place())
      let forth = try? planner.plan(JourneyRequest(from: here, to: there, profile: profile))
      let back = try? planner.plan(JourneyRequest(from: there, to: here, profile: profile))
      #expect(forth?.costMilliseconds == back?.costMilliseconds)
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `stops on the way make a leg each and never a cheaper journey`(seed: UInt64) throws {
    let atlas = try Atlas.of(RandomBuilding.network(seed: seed), in: TemporaryFolder())
    var requests = RandomRequests(atlas.streets, seed: seed)
    let planner = Planner(atlas)
    for profile in Profile.standard {
      var request = JourneyRequest(from: requests.place(), to: requests.place(), profile: profile)
      request.via = (0..<(1 + Int(seed % 3))).map { _ in requests.place() }
      guard let journey = try agreed(request, on: atlas, planner) else { continue }
      #expect(journey.legs.count == request.via.count + 1)
      request.via = []
      let direct = try planner.plan(request)
      #expect(direct.costMilliseconds <= journey.costMilliseconds, "\(request)")
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `from a place to itself nothing is travelled`(seed: UInt64) throws {
    let atlas = try Atlas.of(RandomBuilding.network(seed: seed), in: TemporaryFolder())
    var requests = RandomRequests(atlas.streets, seed: seed)
    let planner = Planner(atlas)
    for profile in Profile.standard {
      let place = requests.place()
      guard let journey = try? planner.plan(JourneyRequest(from: place, to: place, profile: profile)) else {
        continue
      }
      #expect(journey.distance == 0 && journey.duration == .zero && journey.geometry.count == 1)
      #expect(journey.legs.map(\.edges) == [[]])
    }
  }
}
