import Foundation
import SeededRandom
import Wardway

/// Whole journeys by car to the hospitals of an atlas: planned, and put into words.
///
/// Times are of the processor, so that they mean something on a machine that others use too.
enum CarJourneys {
  /// Rides to random hospitals that are timed before figures count: what is known of the surroundings of a
  /// hospital is kept, so its first visitor waits longer.
  private static let warmUp = 200

  /// Times random journeys and returns how many disagree with Dijkstra's algorithm.
  static func run(_ atlas: Atlas, _ count: Int, _ random: inout SeededRandom) throws -> Int {
    let hospitals = try hospitals(of: atlas)
    guard atlas.drive != nil, !hospitals.isEmpty else { return 0 }
    var planner = Planner(atlas)
    var disagreements = 0
    for (name, car) in [("parked", JourneyRequest.Car.parks), ("dropped off", .dropsOff)] {
      var (whole, words): ([Double], [Double]) = ([], [])
      var (first, checksum, letters, refused) = (0.0, UInt64(0), 0, 0)
      var answered: [(request: JourneyRequest, found: Result<Journey, PlanningError>)] = []
      for number in 0..<(warmUp + count) {
        let hospital = hospitals[random.next(below: hospitals.count)]
        let request = JourneyRequest(from: AtlasBench.place(atlas, &random), to: hospital, car: car)
        var found: Result<Journey, PlanningError>?
        var steps: [Step] = []
        let planning = processorTime {
          found = Result { () throws(PlanningError) in try planner.plan(request) }
        }
        let telling = processorTime { steps = (try? found?.get())?.steps(in: .english) ?? [] }
        guard number >= warmUp else {
          first = max(first, rounded(planning + telling))
          continue
        }
        answered.append((request, found!))
        whole.append(rounded(planning + telling))
        words.append(rounded(telling))
        letters += steps.reduce(0) { $0 + $1.text.utf8.count }
      }
      // Only now: searches over the whole network leave nothing in the caches.
      for (request, found) in answered where CommandLine.arguments.count < 5 {
        let slow = Result { () throws(PlanningError) in try planner.plan(request, method: .dijkstra) }
        switch (found, slow) {
        case (.success(let a), .success(let b)):
          if a.costMilliseconds != b.costMilliseconds { disagreements += 1 }
          checksum &+= a.costMilliseconds
        case (.failure(let a), .failure(let b)):
          refused += 1
          if a.code != b.code { disagreements += 1 }
        default: disagreements += 1
        }
      }
      guard !whole.isEmpty else { continue }
      whole.sort()
      words.sort()
      let p99 = whole[min(whole.count * 99 / 100, whole.count - 1)]
      print(
        """
        by car, \(name), to \(hospitals.count) hospitals: \(whole.count) journeys with text, p50 \
        \(whole[whole.count / 2]) ms (text \(words[words.count / 2])), p99 \(p99) ms, slowest at first \(first) ms, \
        checksum \(checksum), \(letters) bytes of text, refused \(refused)
        """)
    }
    return disagreements
  }

  /// The processor time that something takes, in milliseconds.
  private static func processorTime(_ body: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
    }
    let start = now()
    body()
    return now() - start
  }

  private static func rounded(_ milliseconds: Double) -> Double { (milliseconds * 1000).rounded() / 1000 }

  /// The hospitals with files of their own; where there is none, those that the streets know.
  private static func hospitals(of atlas: Atlas) throws -> [Place] {
    let venues = try atlas.venueParts.flatMap { part in
      let network = try atlas.venue(part.network).network
      return network.places.filter { network.strings[$0.kind] == "hospital" }
    }
    let streets = atlas.streets
    let found = venues.isEmpty ? streets.places.filter { streets.strings[$0.kind] == "hospital" } : venues
    return found.map { .name($0.source.description) }
  }
}
