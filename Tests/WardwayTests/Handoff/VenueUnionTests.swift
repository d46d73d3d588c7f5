import Foundation
import Testing
import Wardway
import WardwayCompiler

/// A journey over streets and a venue costs what it costs where both are one network.
@Suite struct VenueUnionTests {
  /// The same map with its hospital apart, and all in one.
  private func atlases(_ source: String) throws -> (folder: TemporaryFolder, parted: Atlas, whole: Atlas) {
    let folder = try TemporaryFolder()
    var compiler = MapCompiler(profiles: [.walker, .wheelchair, .staff])
    compiler.vehicles = []
    _ = try compiler.compile([source], to: "\(folder.path)/parted")
    compiler.separatesVenues = false
    _ = try compiler.compile([source], to: "\(folder.path)/whole")
    return (
      folder, try Atlas(opening: "\(folder.path)/parted"), try Atlas(opening: "\(folder.path)/whole")
    )
  }

  /// Compares random journeys of which one end at least is on the venue's campus.
  private func compare(_ parted: Atlas, _ whole: Atlas, count: Int, seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    var fast = Planner(parted)
    var oracle = Planner(whole)
    let part = try #require(parted.venueParts.first)
    let venue = try parted.venue(part.network)
    #expect(!venue.description.portals.isEmpty)
    func place(_ network: Network) -> Place {
      let node = network.nodes[Int(random.next() % UInt64(network.nodes.count))]
      return .coordinate(node.coordinate, level: node.level)
    }
    for _ in 0..<count {
      var ends = [place(venue.network), place(random.next() % 3 == 0 ? venue.network : whole.streets)]
      if random.next() % 2 == 0 { ends.swapAt(0, 1) }
      let profile = [Profile.walker, .wheelchair, .staff][Int(random.next() % 3)]
      let closed =
        random.next() % 4 == 0
        ? [venue.network.edges[Int(random.next() % UInt64(venue.network.edges.count))].source] : []
      let request = JourneyRequest(from: ends[0], to: ends[1], profile: profile, closed: closed)
      let a = Result { () throws(PlanningError) in try fast.plan(request) }
      let b = Result { () throws(PlanningError) in try oracle.plan(request, method: .dijkstra) }
      switch (a, b) {
      case (.success(let a), .success(let b)):
        #expect(a.costMilliseconds == b.costMilliseconds, "\(request)")
        #expect(abs(a.distance - b.distance) < 0.01 || a.cost == b.cost)
        #expect(a.legs.reduce(0) { $0 + $1.edges.count } > 0 || a.distance == 0)
      case (.failure(let a), .failure(let b)): #expect(a.code == b.code)
      default: Issue.record("\(request): \(a) but \(b)")
      }
    }
  }

  @Test func `on the map of Riverside Hospital`() throws {
    let (folder, parted, whole) = try atlases(Riverside.source)
    defer { withExtendedLifetime(folder) {} }
    #expect(parted.venueParts.count == 1)
    try compare(parted, whole, count: 400, seed: 3)
  }

  @Test(.enabled(if: SharedMaps.campus != nil, "needs ../shared/cases"))
  func `on a real campus`() throws {
    let (folder, parted, whole) = try atlases(SharedMaps.campus!)
    defer { withExtendedLifetime(folder) {} }
    try compare(parted, whole, count: 60, seed: 5)
  }
}

/// Maps beside the checkout.
private enum SharedMaps {
  static let campus: String? = {
    let path = "\(Riverside.root)/../shared/cases/hospital_campus/humboldt_klinikum_berlin.osm.pbf"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()
}
