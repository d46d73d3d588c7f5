import Foundation
import SeededRandom
import Wardway

/// Times requests on an atlas and checks each against Dijkstra's algorithm.
///
///     swift run -c release --package-path Benchmarks atlasbench ATLAS [ROUTES] [SEED]
///
/// Random pairs of nodes of the largest island, for walker and wheelchair; then, if the atlas has roads and
/// hospitals, journeys by car with their text. Ends with 1 on any disagreement.
@main
enum AtlasBench {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 1 else {
      print("usage: atlasbench ATLAS [ROUTES] [SEED]")
      exit(2)
    }
    let count = arguments.count > 2 ? Int(arguments[2]) ?? 1000 : 1000
    var random = SeededRandom(seed: arguments.count > 3 ? UInt64(arguments[3]) ?? 1 : 1)
    let clock = ContinuousClock()
    var opened: Atlas?
    let opening = try clock.measure { opened = try Atlas(opening: arguments[1]) }
    let atlas = opened!
    print("opening: \(milliseconds(opening)) ms, \(atlas.streets.nodes.count) nodes")
    var planner = Planner(atlas)
    var disagreements = 0
    for profile in [Profile.walker, .wheelchair] where CommandLine.arguments.count < 5 {
      var times: [Double] = []
      var refusals: [String: Int] = [:]
      var checksum: UInt64 = 0
      for _ in 0..<count {
        let request = JourneyRequest(
          from: place(atlas, &random), to: place(atlas, &random), profile: profile)
        var fast: Result<Journey, PlanningError>?
        let time = clock.measure { fast = Result { () throws(PlanningError) in try planner.plan(request) } }
        let slow = Result { () throws(PlanningError) in try planner.plan(request, method: .dijkstra) }
        switch (fast!, slow) {
        case (.success(let a), .success(let b)):
          times.append(milliseconds(time))
          checksum &+= a.costMilliseconds
          if a.costMilliseconds != b.costMilliseconds { disagreements += 1 }
        case (.failure(let a), .failure(let b)):
          refusals[a.code.rawValue, default: 0] += 1
          if a.code != b.code { disagreements += 1 }
        default: disagreements += 1
        }
      }
      times.sort()
      guard !times.isEmpty else { continue }
      let p50 = times[times.count / 2]
      let p99 = times[min(times.count * 99 / 100, times.count - 1)]
      print(
        "\(profile.name): \(times.count) routes, p50 \(p50) ms, p99 \(p99) ms, checksum \(checksum), refused \(refusals)"
      )
    }
    disagreements += try CarJourneys.run(atlas, count, &random)
    print("\(disagreements) disagreements with Dijkstra")
    exit(disagreements == 0 ? 0 : 1)
  }

  static func place(_ atlas: Atlas, _ random: inout SeededRandom) -> Place {
    let nodes = atlas.streets.nodes
    while true {
      let node = nodes[random.next(below: nodes.count)]
      if node.component == 0 { return .coordinate(node.coordinate, level: node.level) }
    }
  }

  static func milliseconds(_ duration: Duration) -> Double {
    (duration / .milliseconds(1) * 1000).rounded() / 1000
  }
}
