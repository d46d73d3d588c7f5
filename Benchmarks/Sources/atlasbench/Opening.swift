import Foundation
import SeededRandom
import Wardway

/// From nothing to the first answer: with everything read through, and with a memory of what was.
enum Opening {
  /// How far apart the ends of a journey around the corner lie at most, in metres.
  fileprivate static let reach = 10_000.0

  static func run(_ path: String, _ seed: UInt64) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "atlasbench-\(UUID().uuidString)")
      .path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var random = SeededRandom(seed: seed)
    let places = Places(try Atlas(opening: path))
    let walk = places.nearby(&random)
    var requests = [("on foot", walk)]
    if places.atlas.drive != nil {
      var drive = walk
      drive.car = .dropsOff
      requests.append(("by car", drive))
      drive.to = places.onStreet(&random)
      requests.append(("by car to anywhere", drive))
    }
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
      let planner = Planner(atlas!)
      _ = try planner.plan(request)
    }
    return (opening, whole)
  }
}

extension Places {
  /// A journey between streets of one town.
  fileprivate func nearby(_ random: inout SeededRandom) -> JourneyRequest {
    while true {
      let (from, to) = (onStreet(&random), onStreet(&random))
      guard case .coordinate(let start, _) = from, case .coordinate(let end, _) = to else { continue }
      if distance(start, end) < Opening.reach { return JourneyRequest(from: from, to: to) }
    }
  }
}
