import Foundation
import TestSupport
import Testing
import Wardway
import WardwayCompiler

/// Hospitals in files of their own, on a province that `Benchmarks/province` makes.
@Suite struct ProvinceTests {
  private static let script = "\(Riverside.root)/Benchmarks/province/make-province.py"

  /// Makes a province; nil where there is no Python to make it with.
  private static func make(hospitals: Int) throws -> TemporaryFolder? {
    let folder = TemporaryFolder()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "-B", script, folder.path, "--junctions", "60", "--hospitals", "\(hospitals)",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? folder : nil
  }

  static let hasPython = (try? make(hospitals: 0)) != nil

  private static func hospitals(_ folder: TemporaryFolder) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/hospitals")) ?? []
    return names.sorted().map { "\(folder.path)/hospitals/\($0)" }
  }

  @Test(.enabled(if: hasPython, "needs python3"))
  func `a journey to a hospital of its own file costs what it costs in one network`() throws {
    let folder = try #require(try Self.make(hospitals: 1))
    var compiler = MapCompiler(profiles: [.walker, .wheelchair])
    compiler.vehicles = []
    let (parted, whole) = ("\(folder.path)/parted", "\(folder.path)/whole")
    _ = try compiler.compile(["\(folder.path)/streets.osm"], to: parted)
    let report = try compiler.add(venues: Self.hospitals(folder), to: parted)
    #expect(report.files.map(\.outcome) == [.added])
    #expect(!report.files[0].diagnostics.contains { $0.code.rawValue.hasSuffix("off-streets") })
    compiler.separatesVenues = false
    _ = try compiler.compile(["\(folder.path)/streets.osm"] + Self.hospitals(folder), to: whole)
    let atlas = try Atlas(opening: parted)
    let fast = Planner(atlas)
    let oracle = Planner(try Atlas(opening: whole))
    let venue = try atlas.venue(try #require(atlas.venueParts.first).network)
    #expect(venue.description.portals.count == 3)
    var random = SeededNumbers(seed: 4)
    func place(_ network: WalkNetwork) -> Place {
      let node = network.nodes[Int(random.next() % UInt64(network.nodes.count))]
      return .coordinate(node.coordinate, level: node.level)
    }
    for _ in 0..<60 {
      var ends = [place(venue.network), place(random.once(in: 4) ? venue.network : atlas.streets)]
      if random.once(in: 2) { ends.swapAt(0, 1) }
      let profile = random.once(in: 2) ? Profile.walker : .wheelchair
      let request = JourneyRequest(from: ends[0], to: ends[1], profile: profile)
      let a = Result { () throws(PlanningError) in try fast.plan(request) }
      let b = Result { () throws(PlanningError) in try oracle.plan(request, method: .dijkstra) }
      switch (a, b) {
      case (.success(let a), .success(let b)):
        // The one network cuts a street where the footway meets it: its parts are rounded, each for itself.
        let difference = Int(a.costMilliseconds) - Int(b.costMilliseconds)
        #expect(abs(difference) <= 5, "\(difference) ms")
      case (.failure(let a), .failure(let b)): #expect(a.code == b.code)
      default: Issue.record("\(request): \(a) but \(b)")
      }
    }
  }

  @Test(.enabled(if: hasPython, "needs python3"))
  func `a name is looked up without opening other hospitals`() throws {
    let folder = try #require(try Self.make(hospitals: 3))
    var compiler = MapCompiler(profiles: [])
    compiler.vehicles = []
    let path = "\(folder.path)/atlas"
    _ = try compiler.compile(["\(folder.path)/streets.osm"], to: path)
    _ = try compiler.add(venues: Self.hospitals(folder), to: path)
    let parts = try Atlas(opening: path).venueParts
    #expect(parts.count == 3)
    // What isn't there can't be opened.
    for part in parts.dropFirst() { try FileManager.default.removeItem(atPath: "\(path)/\(part.file)") }
    let planner = Planner(try Atlas(opening: path))
    func plan(_ name: String) -> Result<Journey, PlanningError> {
      Result { () throws(PlanningError) in
        try planner.plan(JourneyRequest(from: .name("Anqing Street 1 1"), to: .name(name)))
      }
    }
    func code(_ name: String) -> PlanningError.Code? {
      if case .failure(let error) = plan(name) { error.code } else { nil }
    }
    let pharmacy = try plan("Anqing Hospital 1 Pharmacy").get()
    #expect(pharmacy.legs.last?.destination == "Pharmacy")
    #expect(try plan("anqing hospital 1 pharm").get().cost == pharmacy.cost)
    #expect(try plan("hospital 1 pharmacy").get().cost == pharmacy.cost)
    let id = parts[0].network.feature.description
    #expect(code(id) == nil)
    #expect(code("Anqing Hospital 2 Pharmacy") == .damagedMap)
    #expect(code("Anqing Hospital 77 Pharmacy") == .unknownPlace)
    #expect(code("Pharmacy") == .damagedMap)
  }
}
