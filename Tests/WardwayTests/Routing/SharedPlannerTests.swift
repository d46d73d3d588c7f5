import ShortestPaths
import TestSupport
import Testing
import Wardway

/// One planner that many tasks ask, and requests that end early.
@Suite struct SharedPlannerTests {
  /// Requests of all kinds over a hospital and its streets, with what they are answered by a planner of their own.
  private static func requests() throws -> [JourneyRequest] {
    let atlas = try CarJourneyTests.compiled.get().atlas
    let venue = try atlas.venue(atlas.venueParts[0].network).network
    var random = SeededNumbers(seed: 0x5A4E)
    func place(_ network: WalkNetwork) -> Place {
      let node = network.nodes[Int(random.next() % UInt64(network.nodes.count))]
      return .coordinate(node.coordinate, level: node.level)
    }
    let elevators = venue.edges.filter { $0.kind == .elevatorBoard }.map(\.source)
    return (0..<120).map { number in
      var request = JourneyRequest(
        from: place(atlas.streets), to: number % 3 == 0 ? .name("Cardiology Ward 8A") : place(venue),
        profile: Profile.standard[number % Profile.standard.count])
      if number % 4 == 1 { request.closed = [elevators[number % elevators.count]] }
      if number % 5 == 2 { request.avoiding = [.stairs, .elevator] }
      if number % 6 == 3 { request.car = [.parks, .dropsOff][number % 2] }
      return request
    }
  }

  private static func answer(_ planner: Planner, _ request: JourneyRequest) -> Result<Journey, PlanningError>
  {
    Result { () throws(PlanningError) in try planner.plan(request) }
  }

  @Test func `answers are the same, however many ask at a time`() async throws {
    let path = try CarJourneyTests.compiled.get().atlas.path
    let requests = try Self.requests()
    let alone = try Planner(Atlas(opening: path))
    let expected = requests.map { Self.answer(alone, $0) }
    #expect(expected.count { (try? $0.get()) != nil } > 60)
    let shared = try Planner(Atlas(opening: path))
    await withTaskGroup(of: [Int].self) { group in
      for offset in 0..<8 {
        group.addTask {
          (0..<requests.count).compactMap { index in
            let number = (index + offset * 17) % requests.count
            return Self.answer(shared, requests[number]) == expected[number] ? nil : number
          }
        }
      }
      for await wrong in group { #expect(wrong.isEmpty) }
    }
    for (request, expected) in zip(requests, expected).prefix(20) {
      let found: Result<Journey, PlanningError>
      do { found = .success(try await shared.plan(request)) } catch { found = .failure(error) }
      #expect(found == expected)
    }
  }

  @Test func `what is interrupted is refused, and leaves nothing wrong behind`() async throws {
    let path = try CarJourneyTests.compiled.get().atlas.path
    let requests = try Self.requests()
    let alone = try Planner(Atlas(opening: path))
    let planner = try Planner(Atlas(opening: path))
    let raised = Interruption()
    raised.raise()
    for request in requests {
      #expect(throws: PlanningError.self) { try planner.plan(request, interruption: raised) }
      // At some moment in the middle of the answer.
      for nanoseconds in [1_000, 30_000, 100_000, 300_000] {
        let interruption = Interruption(after: .nanoseconds(nanoseconds))
        do throws(PlanningError) { _ = try planner.plan(request, interruption: interruption) } catch {
          let expected = Self.answer(alone, request)
          #expect(error.code == .deadlineExceeded || .failure(error) == expected)
        }
      }
      #expect(Self.answer(planner, request) == Self.answer(alone, request))
    }
  }

  @Test func `a cancelled task gets no journey`() async throws {
    let planner = try Planner(CarJourneyTests.compiled.get().atlas)
    let request = try Self.requests()[1]
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await planner.plan(request)
    }
    let error = await #expect(throws: PlanningError.self) { try await task.value }
    #expect(error?.code == .cancelled)
    let late = await #expect(throws: PlanningError.self) { try await planner.plan(request, until: .now) }
    #expect(late?.code == .deadlineExceeded)
    _ = try await planner.plan(request, until: .now + .seconds(60))
  }
}
