import Foundation
import Synchronization
import TestSupport
import Testing
import Wardway
import WardwayMap

/// An atlas that several threads plan on while another one ends their searches and a third one writes it anew.
///
/// Under ThreadSanitizer (Scripts/test-threads) this is what looks for races between atlas, planners and writer.
@Suite struct SharedAtlasTests {
  /// A copy of a compiled atlas that has a venue, which nobody else writes.
  private static func copy() throws -> (folder: TemporaryFolder, venue: CompiledVenue, attribution: String) {
    let original = try PreparedAtlas.lakeside()
    let venue = try original.venue(original.venueParts[0].network)
    let profiles = [Profile.walker, .wheelchair]
    let copy = CompiledVenue(description: venue.description, network: venue.network, profiles: profiles)
    let folder = TemporaryFolder()
    try Atlas.write(
      streets: original.streets, metrics: profiles.map { try original.metric(for: $0) }, venues: [copy],
      attribution: original.attribution, to: folder.path)
    return (folder, copy, original.attribution)
  }

  /// Requests of several kinds, in the streets and in the venue.
  private static func requests(_ atlas: Atlas) throws -> [JourneyRequest] {
    let venue = try atlas.venue(atlas.venueParts[0].network).network
    var random = SeededNumbers(seed: 0xA71A5)
    func place(_ network: WalkNetwork) -> Place {
      let node = network.nodes[Int(random.next() % UInt64(network.nodes.count))]
      return .coordinate(node.coordinate, level: node.level)
    }
    let elevators = venue.edges.filter { $0.kind == .elevatorBoard }.map(\.source)
    return (0..<24).map { number in
      var request = JourneyRequest(
        from: place(atlas.streets), to: number % 3 == 0 ? .name("Cardiology Clinic") : place(venue),
        profile: number % 2 == 0 ? .walker : .wheelchair)
      if number % 4 == 1 { request.closed = [elevators[number % elevators.count]] }
      if number % 5 == 2 { request.avoiding = [.stairs] }
      return request
    }
  }

  private static func answer(
    _ planner: Planner, _ request: JourneyRequest, _ interruption: Interruption? = nil
  ) -> Result<Journey, PlanningError> {
    Result { () throws(PlanningError) in try planner.plan(request, interruption: interruption) }
  }

  @Test func `readers find the same while searches are ended and the atlas is written anew`() throws {
    let (still, written) = try (Self.copy(), Self.copy())
    let (path, venue, attribution) = (written.folder.path, written.venue, written.attribution)
    let requests = try Self.requests(Atlas(opening: path))
    // It has read all that it needs before anything is written.
    let stale = try Planner(Atlas(opening: path))
    let expected = requests.map { Self.answer(stale, $0) }
    let found = requests.indices.filter { (try? expected[$0].get()) != nil }
    #expect(found.count > 12)

    let first = try Planner(Atlas(opening: still.folder.path))
    let second = try Planner(Atlas(opening: still.folder.path))
    let running = Mutex<[Interruption]>([])
    let isOver = Atomic(false)
    // On one atlas or on another, with what the others found out; what is ended is refused.
    @Sendable func read(_ planner: Planner, from start: Int) throws {
      for index in requests.indices {
        let number = (start + index) % requests.count
        let interruption = Interruption()
        running.withLock { $0.append(interruption) }
        let answer = Self.answer(planner, requests[number], interruption)
        if case .failure(let error) = answer, error.code == .cancelled { continue }
        try #require(answer == expected[number], "request \(number)")
      }
    }
    try together([
      { try read(first, from: 0) },
      { try read(first, from: 7) },
      { try read(second, from: 13) },
      { try read(stale, from: 3) },
      {
        while !isOver.load(ordering: .acquiring) {
          if let next = running.withLock({ $0.popLast() }), Bool.random() { next.raise() }
          Thread.sleep(forTimeInterval: 0.001)
        }
      },
      {
        // Whoever opens the atlas finds one state or the other.
        defer { isOver.store(true, ordering: .releasing) }
        for number in found.prefix(8) {
          var hasVenue = false
          let answer = Result {
            try Atlas.asking(path) { atlas in
              hasVenue = !atlas.venueParts.isEmpty
              return try Planner(atlas).plan(requests[number])
            }
          }
          if hasVenue { try #require(try answer.get() == expected[number].get(), "request \(number)") }
        }
      },
      {
        while !isOver.load(ordering: .acquiring) {
          try AtlasWriter(changing: path).commit([], removing: [venue.description.id])
          let writer = try AtlasWriter(changing: path)
          try writer.commit([writer.stage(venue, attribution: attribution)])
        }
      },
    ])
  }

  /// Does some work, each on a thread of its own, and waits for all.
  private func together(_ works: [@Sendable () throws -> Void]) throws {
    let group = DispatchGroup()
    let failure = Mutex<(any Error)?>(nil)
    for work in works {
      group.enter()
      let thread = Thread {
        do { try work() } catch { failure.withLock { $0 = $0 ?? error } }
        group.leave()
      }
      thread.stackSize = 1 << 23
      thread.start()
    }
    group.wait()
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
