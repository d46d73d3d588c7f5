import SeededRandom
import Wardway

/// Whole journeys by car to the hospitals of an atlas: planned, and put into words.
enum CarJourneys {
  /// Rides to random hospitals that are timed before figures count: what is known of the surroundings of a
  /// hospital is kept, so its first visitor waits longer.
  private static let warmUp = 200

  /// Times random journeys and returns how many disagree with Dijkstra's algorithm.
  static func run(
    _ places: Places, _ count: Int, _ checks: Int, _ random: inout SeededRandom
  ) throws -> Int {
    let hospitals = try hospitals(of: places.atlas)
    guard places.atlas.drive != nil, !hospitals.isEmpty else { return 0 }
    let planner = Planner(places.atlas)
    var disagreements = 0
    for (name, car) in [("parked", JourneyRequest.Car.parks), ("dropped off", .dropsOff)] {
      var (whole, words, first) = (Timings(), Timings(), 0.0)
      var letters = 0
      var answers: [(JourneyRequest, Result<Journey, PlanningError>)] = []
      for number in 0..<(warmUp + count) {
        let hospital = hospitals[random.next(below: hospitals.count)]
        let request = JourneyRequest(from: places.onStreet(&random), to: hospital, car: car)
        var (planning, telling) = (Timings(), Timings())
        let found = planning.time { Result { () throws(PlanningError) in try planner.plan(request) } }
        let steps = telling.time { (try? found.get())?.steps(in: .english) ?? [] }
        guard number >= warmUp else {
          first = max(first, planning.values[0] + telling.values[0])
          continue
        }
        answers.append((request, found))
        whole.add(planning.values[0] + telling.values[0])
        words.add(telling.values[0])
        letters += steps.reduce(0) { $0 + $1.text.utf8.count }
      }
      // Only now: searches over the whole network leave nothing in the caches.
      for (request, found) in answers.prefix(checks) where !planner.agrees(found, on: request) {
        disagreements += 1
      }
      print(
        """
        by car, \(name), to \(hospitals.count) hospitals, with text: \(whole.text); text alone \(words.text); \
        slowest at first \(Timings.text(first)), \(letters) bytes of text
        """)
    }
    return disagreements
  }

  /// The hospitals with files of their own; where there is none, those that the streets know.
  private static func hospitals(of atlas: Atlas) throws -> [Place] {
    let venues = try atlas.venueParts.flatMap { part in
      let network = try atlas.venue(part.network).network
      return network.places.filter { network.strings[$0.kind] == "hospital" }
    }
    let streets = atlas.streets
    let found = venues.isEmpty ? streets.places.filter { streets.strings[$0.kind] == "hospital" } : venues
    return found.map { .feature($0.source) }
  }
}
