import Foundation
import SeededRandom
import ShortestPaths
import Synchronization
import Wardway

/// What a second planner costs: its first answer, its memory; and how soon a request ends that nobody waits for.
enum Planners {
  /// How many planners there are.
  private static let most = 10

  static func run(_ places: Places, _ count: Int, _ random: inout SeededRandom) throws {
    let planner = Planner(places.atlas)
    let hospitals = try places.atlas.venueParts.map { try places.atlas.venue($0.network).network }
    func request() -> JourneyRequest {
      guard !hospitals.isEmpty else {
        return JourneyRequest(from: places.onStreet(&random), to: places.onStreet(&random))
      }
      let network = hospitals[random.next(below: hospitals.count)]
      let node = network.nodes[random.next(below: network.nodes.count)]
      return JourneyRequest(
        from: places.onStreet(&random), to: .coordinate(node.coordinate, level: node.level))
    }
    var usual = Timings()
    for _ in 0..<count {
      let request = request()
      _ = usual.time { try? planner.plan(request) }
    }
    let one = memory()
    var first = Timings()
    for _ in 0..<count {
      let (fresh, request) = (Planner(places.atlas), request())
      _ = first.time { try? fresh.plan(request) }
    }
    let others = (1..<most).map { _ in Planner(places.atlas) }
    let requests = others.map { _ in (0..<max(count / most, 1)).map { _ in request() } }
    DispatchQueue.concurrentPerform(iterations: others.count) { number in
      for request in requests[number] { _ = try? others[number].plan(request) }
    }
    print(
      """
      planners: usual \(usual.text); the first answer of a fresh one \(first.text); memory of one \
      \(one >> 10) MB, of \(most) \(String(format: "%.2f", Double(memory()) / Double(one))) times that
      """)
    try cancel(planner, request(), places, &random)
  }

  /// Times how long questions go on that somebody stops.
  private static func cancel(
    _ planner: Planner, _ request: JourneyRequest, _ places: Places, _ random: inout SeededRandom
  ) throws {
    var own = Profile.walker
    own.name = "own"
    let many = (0..<400).map { _ in places.onStreet(&random) }
    let place = request.from
    let questions: [(String, (Interruption) throws -> Void)] = [
      ("route by Dijkstra", { _ = try planner.plan(request, method: .dijkstra, interruption: $0) }),
      (
        "route for a profile of one's own",
        { interruption in
          own.speed = Double.random(in: 1...1.5)
          let request = JourneyRequest(from: request.from, to: request.to, profile: own)
          _ = try planner.plan(request, interruption: interruption)
        }
      ),
      ("alternatives", { _ = try planner.alternatives(to: request, interruption: $0) }),
      ("table of 400 × 400", { _ = try planner.table(from: many, to: many, interruption: $0) }),
      (
        "isochrone on foot",
        {
          let request = IsochroneRequest(.from, place, within: [.seconds(3600), .seconds(7200)])
          _ = try planner.isochrone(request, interruption: $0)
        }
      ),
      (
        "isochrone by car",
        {
          let request = IsochroneRequest(.from, place, within: [.seconds(1800), .seconds(3600)], by: .car)
          _ = try planner.isochrone(request, interruption: $0)
        }
      ),
    ]
    for (name, ask) in questions {
      var whole = Timings()
      whole.add(try Timings.wall { do { try ask(Interruption()) } catch is PlanningError {} })
      var late = Timings()
      for part in 0..<20 {
        let interruption = Interruption()
        let raised = Mutex(ContinuousClock.now)
        let wait = whole.values[0] / 1000 * Double(part) / 20
        Thread.detachNewThread {
          Thread.sleep(forTimeInterval: wait)
          raised.withLock { $0 = .now }
          interruption.raise()
        }
        do { try ask(interruption) } catch is PlanningError {}
        guard interruption.isRequested else { continue }
        late.add((.now - raised.withLock { $0 }) / .milliseconds(1))
      }
      print("cancelled, \(name) (\(Timings.text(whole.values[0])) in all): goes on for \(late.text)")
    }
  }

  /// The memory that the process has, in kilobytes.
  private static func memory() -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 1
  }
}
