import Foundation
import SeededRandom
import Wardway

/// From nothing to the first answer: with everything read through, and with a memory of what was.
enum Opening {
  static func run(_ path: String, _ seed: UInt64) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "atlasbench-\(UUID().uuidString)")
      .path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var random = SeededRandom(seed: seed)
    let places = Places(try Atlas(opening: path))
    let walk = JourneyRequest(from: places.onStreet(&random), to: places.onStreet(&random))
    var drive = walk
    drive.car = .dropsOff
    let requests = [("on foot", walk)] + (places.atlas.drive == nil ? [] : [("by car", drive)])
    for (name, request) in requests {
      let unknown = try first(request, path, nil)
      _ = try first(request, path, CheckedFiles(folder: folder))
      var known: [(opening: Double, whole: Double)] = []
      for _ in 0..<9 { known.append(try first(request, path, CheckedFiles(folder: folder))) }
      known.sort { $0.whole < $1.whole }
      let (best, middle) = (known[0], known[known.count / 2])
      print(
        """
        first answer \(name): \(Timings.text(unknown.whole)) (opening \(Timings.text(unknown.opening))) read \
        through; \(Timings.text(middle.whole)) (opening \(Timings.text(middle.opening))), at best \
        \(Timings.text(best.whole)), where files are remembered as sound
        """)
    }
    print("\(places.atlas.streets.nodes.count) street nodes, \(places.atlas.venueParts.count) venues")
  }

  /// What it takes to open an atlas, and to the first answer.
  private static func first(
    _ request: JourneyRequest, _ path: String, _ memory: CheckedFiles?
  ) throws -> (opening: Double, whole: Double) {
    var opening = 0.0
    let whole = try Timings.wall {
      var atlas: Atlas?
      opening = try Timings.wall { atlas = try Atlas(opening: path, remembering: memory) }
      var planner = Planner(atlas!)
      _ = try? planner.plan(request)
    }
    return (opening, whole)
  }
}
