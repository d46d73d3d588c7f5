import SeededRandom
import Wardway

/// The next route in a hospital behind something that has just been closed.
enum Closures {
  /// The most hospitals that are looked at, the largest first.
  private static let most = 5

  /// Times routes in the largest hospitals, each behind another closure; returns how many disagree with
  /// Dijkstra's algorithm.
  static func run(
    _ places: Places, _ count: Int, _ checks: Int, _ random: inout SeededRandom
  ) throws -> Int {
    let parts = places.atlas.venueParts.sorted { ($1.bytes, $0.network) < ($0.bytes, $1.network) }
    var disagreements = 0
    for part in parts.prefix(most) {
      let network = try places.atlas.venue(part.network).network
      let closable = network.edges.filter { $0.length > 0 || $0.kind.isElevator || $0.kind == .door }
      guard !closable.isEmpty else { continue }
      let planner = Planner(places.atlas)
      func place() -> Place {
        let node = network.nodes[random.next(below: network.nodes.count)]
        return .coordinate(node.coordinate, level: node.level)
      }
      var (first, next, refused, plain) = (Timings(), Timings(), Timings(), Timings())
      var answers: [(JourneyRequest, Result<Journey, PlanningError>)] = []
      for number in 0..<count {
        var request = JourneyRequest(from: place(), to: place())
        if number == 0 { _ = try? planner.plan(request) }
        _ = plain.time { try? planner.plan(request) }
        request.closed = [closable[random.next(below: closable.count)].source]
        var time = Timings()
        let found = time.time { Result { () throws(PlanningError) in try planner.plan(request) } }
        answers.append((request, found))
        if number == 0 {
          first.add(time.values[0])
        } else if case .success = found {
          next.add(time.values[0])
        } else {
          refused.add(time.values[0])
        }
      }
      for (request, found) in answers.prefix(checks) where !planner.agrees(found, on: request) {
        disagreements += 1
      }
      print(
        """
        closure, \(network.nodes.count) nodes: next route \(next.text); the very first \
        \(Timings.text(first.values[0])); undisturbed \(plain.text); that there is none, \
        \(refused.values.count) times: \(refused.text)
        """)
    }
    return disagreements
  }
}
