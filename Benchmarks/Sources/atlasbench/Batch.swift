import Dispatch
import Foundation
import SeededRandom
import Synchronization
import Wardway

/// Many questions at once.
enum Batch {
  /// The side of the matrix.
  private static let side = 50

  /// Times a list of routes on one core and on all of them, each with a planner of its own.
  static func run(_ places: Places, _ count: Int, _ random: inout SeededRandom) throws {
    let requests = (0..<count).map { _ in
      JourneyRequest(from: places.onStreet(&random), to: places.onStreet(&random))
    }
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let checksums = [1, cores].map { threads in
      let checksum = Atomic<UInt64>(0)
      let wall = Timings.wall {
        DispatchQueue.concurrentPerform(iterations: threads) { thread in
          let planner = Planner(places.atlas)
          for index in stride(from: thread, to: requests.count, by: threads) {
            let cost = (try? planner.plan(requests[index]))?.costMilliseconds ?? 0
            checksum.wrappingAdd(cost, ordering: .relaxed)
          }
        }
      }
      print("batch, \(threads) threads: \(Int(Double(count) / wall * 1000)) routes a second")
      return checksum.load(ordering: .relaxed)
    }
    if Set(checksums).count > 1 { print("batch: OTHER COSTS ON OTHER NUMBERS OF THREADS") }
  }

  /// Times a table of walks and compares its durations with those of single routes.
  static func matrix(_ places: Places, _ random: inout SeededRandom) throws -> Int {
    let planner = Planner(places.atlas)
    let sources = (0..<side).map { _ in places.onStreet(&random) }
    let targets = (0..<side).map { _ in places.onStreet(&random) }
    _ = try planner.table(from: [sources[0]], to: [targets[0]])
    var times = Timings()
    let rows = try times.time { try planner.table(from: sources, to: targets) }
    print("matrix, \(side) × \(side): \(times.text)")
    var disagreements = 0
    for index in 0..<side {
      let request = JourneyRequest(from: sources[index], to: targets[index])
      let journey = try? planner.plan(request, method: .dijkstra)
      let cell = rows[index][index]
      if cell?.duration != journey?.duration { disagreements += 1 }
    }
    return disagreements
  }
}
