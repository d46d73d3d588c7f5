import Geodesy
import TestSupport
import Testing
import Wardway
import WardwayCompiler

/// A walk costs what plain Dijkstra finds over streets and hospital together, between points that somebody finds who looks
/// at every edge.
@Suite struct WalkUnionTests {
  @Test(arguments: [0, 1], [Profile.walker, .wheelchair, .stroller])
  func `walks between places anywhere`(map: Int, profile: Profile) throws {
    let (_, parted, whole) = try DemoMaps.both[map].get()
    let venue = try parted.venue(try #require(parted.venueParts.first).network).network
    let planner = Planner(parted)
    let oracle = NaiveWalker(whole.streets, profile)
    var random = SeededNumbers(seed: UInt64(map + 1) * 77)
    var answered = 0
    for number in 0..<60 {
      var ends = [
        random.position(in: number % 3 == 0 ? whole.streets : venue),
        random.position(in: number % 5 == 0 ? venue : whole.streets),
      ]
      if number % 2 == 0 { ends.swapAt(0, 1) }
      let closed =
        number % 4 == 0 ? [venue.edges.randomElement(using: &random)!.source].filter { $0 != .none } : []
      let walker = closed.isEmpty ? oracle : NaiveWalker(whole.streets, profile, closed: closed)
      let cost = walker.cost(from: ends[0], to: ends[1])
      let places = ends.map { Place.coordinate($0.coordinate, level: $0.level) }
      let request = JourneyRequest(from: places[0], to: places[1], profile: profile, closed: closed)
      let found = try? planner.plan(request).costMilliseconds
      #expect(found == cost, "\(profile.name) \(ends) \(closed): \(found ?? 0), not \(cost ?? 0)")
      answered += found == nil ? 0 : 1
    }
    #expect(answered >= 30)
  }
}
