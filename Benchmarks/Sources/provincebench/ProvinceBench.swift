import Foundation
import SeededRandom
import Wardway

/// Times whole journeys on an atlas with many venues, from a home to a place in a hospital, text included.
///
///     swift run -c release --package-path Benchmarks provincebench ATLAS [JOURNEYS] [SEED] [CHECKS]
///
/// By car to any hospital, by car and on foot to one of the nearest to the home. The first CHECKS journeys of
/// each kind are planned with Dijkstra's algorithm too (by car, on the handoff that is chosen; which one that is,
/// the tests check); ends with 1 on any disagreement.
@main
enum ProvinceBench {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 1 else {
      print("usage: provincebench ATLAS [JOURNEYS] [SEED] [CHECKS]")
      exit(2)
    }
    func number(_ index: Int, _ otherwise: Int) -> Int {
      arguments.count > index ? Int(arguments[index]) ?? otherwise : otherwise
    }
    let count = number(2, 500)
    var random = SeededRandom(seed: UInt64(number(3, 1)))
    let checks = number(4, 20)

    let start = ContinuousClock.now
    let atlas = try Atlas(opening: arguments[1])
    print(
      "opening: \(shown(start)) ms, \(atlas.venueParts.count) venues, \(atlas.streets.nodes.count) street nodes"
    )
    try lookUp(atlas)
    lookAround(atlas, &random)
    let sites = Sites(atlas)
    let planner = Planner(atlas)
    var isFirst = true
    var disagreements = 0
    for kind in [Kind.carAnywhere, .carNearby, .walkNearby] {
      var times: [Double] = []
      var refusals: [String: Int] = [:]
      var (checksum, words, checked): (UInt64, Int, Int) = (0, 0, 0)
      for _ in 0..<count {
        let request = try sites.request(kind, &random)
        let start = ContinuousClock.now
        let fast = Result { () throws(PlanningError) in try planner.plan(request) }
        guard case .success(let journey) = fast else {
          if case .failure(let error) = fast { refusals[error.code.rawValue, default: 0] += 1 }
          continue
        }
        words += journey.steps(in: .english).reduce(0) { $0 + $1.text.count }
        times.append(milliseconds(.now - start))
        if isFirst { print("first answer: \(shown(start)) ms") }
        isFirst = false
        checksum &+= journey.costMilliseconds
        if checked < checks {
          checked += 1
          let slow = Result { () throws(PlanningError) in try planner.plan(request, method: .dijkstra) }
          if (try? slow.get().costMilliseconds) != journey.costMilliseconds { disagreements += 1 }
        }
      }
      times.sort()
      guard !times.isEmpty else { continue }
      let (p50, p99) = (times[times.count / 2], times[min(times.count * 99 / 100, times.count - 1)])
      print(
        "\(kind.rawValue): \(times.count) journeys, p50 \(p50) ms, p99 \(p99) ms, "
          + "\(words / times.count) letters each, checksum \(checksum), \(checked) checked, refused \(refusals)"
      )
    }
    print("\(disagreements) disagreements with Dijkstra")
    exit(disagreements == 0 ? 0 : 1)
  }

  /// Times the look-up of names, through a request that ends where it starts.
  private static func lookUp(_ atlas: Atlas) throws {
    guard let last = atlas.venueParts.last, let name = last.name else { return }
    let texts = [
      "\(name) Pharmacy", "\(name) Pharmacy", "\(name) Pharm", String("\(name) Pharmacy".dropFirst()),
      "Pharmacy",
      "relation/77777",
    ]
    for text in texts {
      let start = ContinuousClock.now
      let (match, places) = try atlas.placeMatches(text)
      let index = shown(start)
      let planner = Planner(atlas)
      let whole = ContinuousClock.now
      let found = Result { () throws(PlanningError) in try planner.nearest(to: .name(text)) }
      let answer = if case .failure(let error) = found { error.code.rawValue } else { "found" }
      print(
        "'\(text)': \(index) ms for the search (\(match), \(places.count) places), \(shown(whole)) ms with the answer, \(answer)"
      )
    }
  }

  /// Times the look-up of venues near a place, with the atlas's tree and by a scan of its manifest.
  private static func lookAround(_ atlas: Atlas, _ random: inout SeededRandom) {
    let nodes = atlas.streets.nodes
    let places = (0..<1000).map { _ in nodes[random.next(below: nodes.count)].coordinate }
    let first = ContinuousClock.now
    let tree = places.reduce(0) { $0 + atlas.venues(near: $1, within: 20).count }
    let second = ContinuousClock.now
    let scan = places.reduce(0) { sum, place in
      sum
        + atlas.venueParts.count { $0.boundingBox?.expanded(byMetres: 20).contains(place) ?? false }
    }
    print(
      "venues near a place: \(milliseconds(second - first)) µs, by a scan \(shown(second)) µs, \(tree) = \(scan)"
    )
  }

  static func shown(_ start: ContinuousClock.Instant) -> Double { milliseconds(.now - start) }

  static func milliseconds(_ duration: Duration) -> Double {
    (duration / .milliseconds(1) * 1000).rounded() / 1000
  }
}

/// A kind of journey.
enum Kind: String {
  case carAnywhere = "by car, any hospital"
  case carNearby = "by car, a hospital nearby"
  case walkNearby = "on foot, a hospital nearby"
}

/// Homes and hospitals to choose from.
struct Sites {
  private let atlas: Atlas
  private let homes: [Int]

  init(_ atlas: Atlas) {
    self.atlas = atlas
    let streets = atlas.streets
    homes = streets.places.indices.filter { streets.strings[streets.places[$0].kind] == "address" }
  }

  func request(_ kind: Kind, _ random: inout SeededRandom) throws -> JourneyRequest {
    let home = atlas.streets.places[homes[random.next(below: homes.count)]].coordinate
    var parts = atlas.venueParts
    if kind != .carAnywhere {
      func away(_ part: Manifest.Part) -> Double {
        part.boundingBox.map { distance(home, $0.center) } ?? .infinity
      }
      parts = Array(parts.map { ($0, away($0)) }.sorted { $0.1 < $1.1 }.prefix(3).map(\.0))
    }
    let part = parts[random.next(below: parts.count)]
    let network = try atlas.venue(part.network).network
    let inside = network.places.filter { $0.hasLevel }
    let goal = inside[random.next(below: inside.count)]
    return JourneyRequest(
      from: .coordinate(home, level: nil), to: .feature(goal.source),
      car: kind == .walkNearby ? .none : .parks)
  }
}
