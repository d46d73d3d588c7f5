import TestSupport
import Testing
import Wardway

/// What a request closes or avoids.
@Suite struct RestrictionsTests {
  @Test(arguments: 0..<150 as Range<UInt64>)
  func `closing what a journey uses never makes it cheaper, and is obeyed`(seed: UInt64) throws {
    let atlas = try Atlas.of(RandomBuilding.network(seed: seed), in: TemporaryFolder())
    var requests = RandomRequests(atlas.streets, seed: seed)
    let planner = Planner(atlas)
    for profile in Profile.standard {
      var request = JourneyRequest(from: requests.place(), to: requests.place(), profile: profile)
      guard var journey = try? planner.plan(request) else { continue }
      // Where all that a place lies on is closed, it is reached from another side: that is another journey.
      let anchors = [journey.snapFrom, journey.snapTo]
      while let used = journey.legs[0].edges.randomElement(using: &requests.random) {
        request.closed.append(used.source)
        guard let detour = try? planner.plan(request) else { break }
        if [detour.snapFrom, detour.snapTo] != anchors { break }
        #expect(detour.fault(for: request, on: atlas) == nil)
        #expect(detour.costMilliseconds >= journey.costMilliseconds, "\(request)")
        journey = detour
      }
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `what is avoided is used only if there is no other way`(seed: UInt64) throws {
    let atlas = try Atlas.of(RandomBuilding.network(seed: seed), in: TemporaryFolder())
    let network = atlas.streets
    var requests = RandomRequests(network, seed: seed)
    let planner = Planner(atlas)
    let kinds: [(JourneyRequest.Avoidable, EdgeKind)] = [
      (.stairs, .stairs), (.escalator, .escalator), (.elevator, .elevatorBoard), (.ferry, .ferry),
    ]
    for (avoidable, kind) in kinds {
      var request = JourneyRequest(from: requests.place(), to: requests.place(), avoiding: [avoidable])
      guard let journey = try? planner.plan(request) else { continue }
      request.avoiding = []
      request.closed = network.edges.filter { $0.kind == kind }.map(\.source)
      // A place on stairs has to be left over them.
      let isAvoided = journey.legs.flatMap(\.edges).filter { $0.fromNode != .none && $0.toNode != .none }
        .allSatisfy { $0.kind != kind && !(kind == .elevatorBoard && $0.kind.isElevator) }
      if (try? planner.plan(request)) != nil { #expect(isAvoided, "\(avoidable)") }
    }
  }

  @Test func `a closed corridor is walked around`() throws {
    let planner = Planner(try Atlas.of(DrawnFloors.detour().network(), in: TemporaryFolder()))
    var request = JourneyRequest(from: .name("Start"), to: .name("End"))
    #expect(try planner.plan(request).legs[0].edges.map(\.source.number) == [1, 3])
    request.closed = [FeatureID(.way, 3)]
    #expect(try planner.plan(request).legs[0].edges.map(\.source.number) == [2, 5, 4])
  }

  @Test func `a closed node closes all that meets in it`() throws {
    let planner = Planner(try Atlas.of(DrawnFloors.detour().network(), in: TemporaryFolder()))
    let journey = try planner.plan(
      JourneyRequest(from: .name("Start"), to: .name("End"), closed: [FeatureID(.node, 66)]))
    #expect(journey.legs[0].edges.map(\.toNode.number) == [68, 69, 67])
  }

  @Test func `a closed elevator leaves the stairs to walkers and nothing to wheelchairs`() throws {
    var map = DrawnFloors("A--B--C", "D--E--F")
    map.join("C", "F", .stairs)
    map.addElevator("B", "E")
    map.name("A", "Start")
    map.name("D", "End")
    let planner = Planner(try Atlas.of(map.network(), in: TemporaryFolder()))
    var request = JourneyRequest(from: .name("Start"), to: .name("End"), profile: .wheelchair)
    #expect(try planner.plan(request).legs[0].edges.map(\.kind) == [.corridor, .elevatorRide, .corridor])
    request.closed = [FeatureID(.node, 1)]
    #expect(refusal(of: request, planner)?.code == .closedNow)
    #expect(refusal(of: request, planner)?.message.contains("node/1") == true)
    request.profile = .walker
    #expect(try planner.plan(request).legs[0].edges.contains { $0.kind == .stairs })
  }

  @Test func `a closed feature that isn't on the map is noted`() throws {
    var map = DrawnFloors("A--B")
    map.name("A", "Start")
    map.name("B", "End")
    let planner = Planner(try Atlas.of(map.network(), in: TemporaryFolder()))
    let journey = try planner.plan(
      JourneyRequest(from: .name("Start"), to: .name("End"), closed: [FeatureID(.way, 999)]))
    #expect(journey.notices.map(\.code) == [.unknownElement])
    #expect(journey.notices.map(\.source) == [FeatureID(.way, 999)])
  }
}

/// The reason for which a request is refused; nil if it is answered.
func refusal(of request: JourneyRequest, _ planner: Planner) -> PlanningError? {
  do throws(PlanningError) {
    _ = try planner.plan(request)
    return nil
  } catch { return error }
}
