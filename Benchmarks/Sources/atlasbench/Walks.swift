import SeededRandom
import Wardway

/// Single questions on foot.
enum Walks {
  /// Times the search for the way that is nearest to a place.
  static func snap(_ places: Places, _ count: Int, _ random: inout SeededRandom) throws {
    let planner = Planner(places.atlas)
    var times = Timings()
    for _ in 0..<count {
      let place = places.onStreet(&random)
      _ = try times.time { try planner.nearest(to: place) }
    }
    print("snap: \(times.text)")
  }

  /// Times routes between random places, for two profiles; returns how many disagree with Dijkstra's algorithm.
  static func routes(
    _ places: Places, _ count: Int, _ checks: Int, _ random: inout SeededRandom
  ) throws -> Int {
    let planner = Planner(places.atlas)
    var disagreements = 0
    for profile in [Profile.walker, .wheelchair] {
      var times = Timings()
      var refusals: [String: Int] = [:]
      var answers: [(JourneyRequest, Result<Journey, PlanningError>)] = []
      for _ in 0..<count {
        let request = JourneyRequest(
          from: places.onStreet(&random), to: places.onStreet(&random), profile: profile)
        let found = times.time { Result { () throws(PlanningError) in try planner.plan(request) } }
        if case .failure(let error) = found { refusals[error.code.rawValue, default: 0] += 1 }
        answers.append((request, found))
      }
      // Only now: searches over the whole network leave nothing in the caches.
      for (request, found) in answers.prefix(checks) where !planner.agrees(found, on: request) {
        disagreements += 1
      }
      print("route, \(profile.name): \(times.text), refused \(refusals)")
    }
    return disagreements
  }
}
