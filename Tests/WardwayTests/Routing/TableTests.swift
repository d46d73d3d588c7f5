import Testing
import Wardway

/// Tables, ways back, and stops on the way.
@Suite struct TableTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `a table says what so many routes say`(seed: UInt64) throws {
    let atlas = try Atlas.of(RandomBuilding.network(seed: seed), in: TemporaryFolder())
    var requests = RandomRequests(atlas.streets, seed: seed)
    var planner = Planner(atlas)
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
        }
      }
    }
  }

  @Test func `an empty table has no rows`() throws {
    var planner = Planner(try Riverside.atlas())
    #expect(try planner.table(from: [], to: [.name("Pharmacy")]).isEmpty)
    #expect(try planner.table(from: [.name("Pharmacy")], to: []) == [[]])
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `the way back costs the same where nothing depends on the direction`(seed: UInt64) throws {
    let atlas = try Atlas.of(RandomBuilding.network(seed: seed, .symmetric), in: TemporaryFolder())
    var requests = RandomRequests(atlas.streets, seed: seed)
    var planner = Planner(atlas)
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
    var planner = Planner(atlas)
    for profile in Profile.standard {
      var request = JourneyRequest(from: requests.place(), to: requests.place(), profile: profile)
      request.via = (0..<(1 + Int(seed % 3))).map { _ in requests.place() }
      guard let journey = try agreed(request, on: atlas, &planner) else { continue }
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
    var planner = Planner(atlas)
    for profile in Profile.standard {
      let place = requests.place()
      guard let journey = try? planner.plan(JourneyRequest(from: place, to: place, profile: profile)) else {
        continue
      }
      #expect(journey.distance == 0 && journey.duration == 0 && journey.geometry.count == 1)
      #expect(journey.legs.map(\.edges) == [[]])
    }
  }
}
