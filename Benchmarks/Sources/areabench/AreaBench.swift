import Foundation
import Wardway
import WardwayCompiler

/// Measures the meshes of buildings against the full visibility graph, and who gets into which room.
///
///     swift run -c release --package-path Benchmarks areabench MAP...
///
/// A MAP is whatever the compiler reads, or `rooms:FLOORSxROOMS`, a building that is invented. For each it prints
/// what compiling took; nodes, edges and doors of its areas; how much longer the ways over the meshes are than the
/// shortest; and how many rooms with a door reach all others, for walkers and for wheelchairs. Ends with 1 if a
/// way is more than 2 % longer or leads through a wall.
@main
enum AreaBench {
  static func main() throws {
    let inputs = CommandLine.arguments.dropFirst()
    guard !inputs.isEmpty else {
      print("usage: areabench MAP...")
      exit(2)
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "areabench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var isGood = true
    for input in inputs {
      var path = input
      if let rooms = InventedBuilding(input) {
        path = folder.appending(path: "invented.osm").path
        try rooms.xml().write(toFile: path, atomically: true, encoding: .utf8)
      }
      let atlasPath = folder.appending(path: "atlas").path
      try? FileManager.default.removeItem(atPath: atlasPath)
      let started = clock()
      let time = try ContinuousClock().measure { _ = try MapCompiler().compile([path], to: atlasPath) }
      let cores = Double(clock() - started) / Double(CLOCKS_PER_SEC)
      let atlas = try Atlas(opening: atlasPath)
      print(
        "\((input as NSString).lastPathComponent): compiled in \(rounded(time / .seconds(1), 2)) s, "
          + "\(rounded(cores, 2)) s of all cores")
      var networks = [("streets", atlas.streets)]
      for part in atlas.venueParts {
        networks.append((part.network.rawValue, try atlas.venue(part.network).network))
      }
      for (name, network) in networks where network.areas.count > 0 {
        let stretch = MeshStretch(network)
        print("  \(name): \(stretch)")
        if max(stretch.worst, stretch.worstTurn) > 1.0201 || stretch.wallsCrossed > 0 { isGood = false }
        for profile in [Profile.walker, .wheelchair] {
          let reach = RoomReach(network, profile: profile)
          if reach.withDoor > 0 { print("  \(name), \(profile.name): \(reach)") }
        }
      }
    }
    exit(isGood ? 0 : 1)
  }
}

/// A number with some decimals.
func rounded(_ value: Double, _ decimals: Int) -> String { String(format: "%.\(decimals)f", value) }
