import Foundation
import TestSupport
import Testing
import Wardway
import WardwayCompiler

/// Where maps of real towns may lie.
private let townMaps = "\(Riverside.root)/../shared/maps"

/// Maps of whole towns, where they are at hand.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: townMaps), "the maps of real towns are not here"))
struct RealMapTests {
  static let maps = ["heidelberg", "malta", "rnv"]
  /// How many requests a map and profile get; more with WARDWAY_ROUTES.
  static let count = ProcessInfo.processInfo.environment["WARDWAY_ROUTES"].flatMap { Int($0) } ?? 20

  @Test(arguments: maps)
  func `all methods agree on a town, and every journey is sound`(name: String) throws {
    let folder = TemporaryFolder()
    let profiles = [Profile.walker, .wheelchair]
    var compiler = MapCompiler(profiles: profiles)
    // Hierarchies of whole towns take a debug build minutes; the drive network has tests of its own.
    compiler.vehicles = []
    _ = try compiler.compile(["\(townMaps)/\(name).osm.pbf"], to: folder.path)
    let atlas = try Atlas(opening: folder.path)
    var requests = RandomRequests(atlas.streets, seed: 11)
    let planner = Planner(atlas)
    var found = 0
    for profile in profiles {
      for _ in 0..<Self.count {
        let request = JourneyRequest(from: requests.place(), to: requests.place(), profile: profile)
        if try agreed(request, on: atlas, planner) != nil { found += 1 }
      }
    }
    #expect(found >= Self.count)
  }
}
