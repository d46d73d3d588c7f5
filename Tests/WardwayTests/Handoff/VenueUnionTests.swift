import Foundation
import TestSupport
import Testing
import Wardway
import WardwayCompiler

/// A journey over streets and a venue costs what it costs where both are one network.
@Suite struct VenueUnionTests {
  /// The same map with its hospitals apart, and all in one.
  private func atlases(_ sources: [String]) throws -> (folder: TemporaryFolder, parted: Atlas, whole: Atlas) {
    let folder = TemporaryFolder()
    var compiler = MapCompiler(profiles: [.walker, .wheelchair, .staff])
    compiler.vehicles = []
    _ = try compiler.compile(sources, to: "\(folder.path)/parted")
    compiler.separatesVenues = false
    _ = try compiler.compile(sources, to: "\(folder.path)/whole")
    return (
      folder, try Atlas(opening: "\(folder.path)/parted"), try Atlas(opening: "\(folder.path)/whole")
    )
  }

  /// One that atlases have no hierarchy for.
  private static let ownProfile = Profile(name: "mine", speed: 1.1)

  /// Compares random journeys; every second one has an end on a venue's campus at least.
  ///
  /// - Returns: How many of them pass a venue where they neither start nor end.
  @discardableResult
  private func compare(
    _ parted: Atlas, _ whole: Atlas, profiles: [Profile] = [.walker, .wheelchair, .staff, Self.ownProfile],
    count: Int,
    seed: UInt64
  ) throws -> Int {
    var passing = 0
    var random = SeededNumbers(seed: seed)
    let fast = Planner(parted)
    let oracle = Planner(whole)
    let venues = try parted.venueParts.map { try parted.venue($0.network) }
    #expect(venues.allSatisfy { !$0.description.portals.isEmpty })
    func place(_ network: WalkNetwork) -> Place {
      let node = network.nodes[Int(random.next() % UInt64(network.nodes.count))]
      return .coordinate(node.coordinate, level: node.level)
    }
    for number in 0..<count * profiles.count {
      let venue = venues[number % venues.count]
      let other = venues[(number + 1) % venues.count]
      var ends = [
        place(random.once(in: 2) ? whole.streets : venue.network),
        place(random.once(in: 3) ? other.network : whole.streets),
      ]
      if random.next() % 2 == 0 { ends.swapAt(0, 1) }
      let closed =
        random.next() % 4 == 0
        ? [venue.network.edges[Int(random.next() % UInt64(venue.network.edges.count))].source] : []
      let request = JourneyRequest(
        from: ends[0], to: ends[1], profile: profiles[number % profiles.count], closed: closed)
      let a = Result { () throws(PlanningError) in try fast.plan(request) }
      let b = Result { () throws(PlanningError) in try oracle.plan(request, method: .dijkstra) }
      switch (a, b) {
      case (.success(let a), .success(let b)):
        #expect(
          a.costMilliseconds == b.costMilliseconds,
          "\(ends) \(request.profile.name) \(closed): \(a.costMilliseconds), not \(b.costMilliseconds)")
        #expect(abs(a.distance - b.distance) < 0.01 || a.cost == b.cost)
        #expect(a.legs.reduce(0) { $0 + $1.edges.count } > 0 || a.distance == 0)
        let networks = a.legs.map(\.network)
        if networks.dropFirst().dropLast().contains(where: {
          $0.isVenue && $0 != networks.first && $0 != networks.last
        }) {
          passing += 1
        }
      case (.failure(let a), .failure(let b)): #expect(a.code == b.code)
      default: Issue.record("\(request): \(a) but \(b)")
      }
    }
    return passing
  }

  @Test(arguments: ["riverside", "lakeside"])
  func `a thousand journeys a profile`(map: String) throws {
    let (folder, parted, whole) = try atlases(["\(Riverside.root)/Maps/\(map).osm"])
    defer { withExtendedLifetime(folder) {} }
    #expect(parted.venueParts.count == 1)
    try compare(parted, whole, count: 1000, seed: 3)
  }

  @Test(arguments: [1, 2])
  func `among several hospitals, through those in between too`(copies: Int) throws {
    let folder = TemporaryFolder()
    var sources = [Riverside.source]
    for number in 1...copies {
      sources.append("\(folder.path)/copy\(number).osm")
      try Self.copy(number).write(toFile: sources[number], atomically: true, encoding: .utf8)
    }
    let (scratch, parted, whole) = try atlases(sources)
    defer { withExtendedLifetime((folder, scratch)) {} }
    #expect(parted.venueParts.count == copies + 1)
    try compare(parted, whole, count: 300, seed: 7)
  }

  @Test func `in towns whose shortest ways lead through hospitals`() throws {
    var passing = 0
    for seed in 1...12 as ClosedRange<UInt64> {
      let folder = TemporaryFolder()
      let source = "\(folder.path)/town.osm"
      try RandomCampuses.map(seed: seed).write(toFile: source, atomically: true, encoding: .utf8)
      let (scratch, parted, whole) = try atlases([source])
      defer { withExtendedLifetime(scratch) {} }
      #expect(parted.venueParts.count > 2)
      passing += try compare(parted, whole, count: 100, seed: seed)
    }
    #expect(passing > 300, "\(passing)")
  }

  @Test func `tables in such towns say what routes say`() throws {
    for seed in 1...3 as ClosedRange<UInt64> {
      let folder = TemporaryFolder()
      let source = "\(folder.path)/town.osm"
      try RandomCampuses.map(seed: seed).write(toFile: source, atomically: true, encoding: .utf8)
      let (scratch, parted, whole) = try atlases([source])
      defer { withExtendedLifetime((folder, scratch)) {} }
      var random = SeededNumbers(seed: seed)
      let places = (0..<50).map { _ in
        let node = whole.streets.nodes[Int(random.next() % UInt64(whole.streets.nodes.count))]
        return Place.coordinate(node.coordinate, level: node.level)
      }
      let planner = Planner(parted)
      for profile in [Profile.walker, Self.ownProfile] {
        let table = try planner.table(from: places, to: places, profile: profile)
        for _ in 0..<250 {
          let (from, to) = (Int.random(in: 0..<50, using: &random), Int.random(in: 0..<50, using: &random))
          let request = JourneyRequest(from: places[from], to: places[to], profile: profile)
          let journey = try? planner.plan(request)
          let cell = table[from][to]
          #expect(cell?.cost == journey?.cost, "\(places[from]) \(places[to])")
          #expect(abs((cell?.distance ?? 0) - (journey?.distance ?? 0)) < 0.01)
        }
      }
    }
  }

  @Test func `what is closed in another hospital is not unknown`() throws {
    let folder = TemporaryFolder()
    let sources = [Riverside.source, "\(folder.path)/copy.osm"]
    try Self.copy(1).write(toFile: sources[1], atomically: true, encoding: .utf8)
    let (scratch, parted, _) = try atlases(sources)
    defer { withExtendedLifetime((folder, scratch)) {} }
    let other = try parted.venue(try #require(parted.venueParts.map(\.network).max()))
    let features = other.network.edges.map(\.source)
    let door = try #require(features.first { $0.kind == .way && parted.streets.closedEdges(by: $0).isEmpty })
    func codes(_ closed: FeatureID) throws -> [Notice.Code] {
      let request = JourneyRequest(
        from: .coordinate(Coordinate(latitude: 29.8997485, longitude: 122.8994433)!, level: nil),
        to: .coordinate(Coordinate(latitude: 29.8998, longitude: 122.8994433)!, level: nil), closed: [closed])
      return try Planner(parted).plan(request).notices.map(\.code)
    }
    #expect(try !codes(door).contains(.unknownElement))
    #expect(try codes(FeatureID(.node, 987_654_321)).contains(.unknownElement))
  }

  @Test func `streets that a hospital alone joins`() throws {
    let folder = TemporaryFolder()
    let source = "\(folder.path)/town.osm"
    try Self.twoStreets.write(toFile: source, atomically: true, encoding: .utf8)
    let (scratch, parted, whole) = try atlases([source])
    defer { withExtendedLifetime((folder, scratch)) {} }
    let ends = [(30.58, 114.2701), (30.582, 114.2719)].map { Coordinate(latitude: $0.0, longitude: $0.1)! }
    var request = JourneyRequest(from: .coordinate(ends[0], level: nil), to: .coordinate(ends[1], level: nil))
    let journey = try Planner(parted).plan(request)
    #expect(journey.legs.map(\.network.isVenue) == [false, true, false])
    #expect(journey.cost == (try Planner(whole).plan(request, method: .dijkstra).cost))
    request.closed = [FeatureID(.way, 7)]
    let error = #expect(throws: PlanningError.self) { try Planner(parted).plan(request) }
    #expect(error?.code == .closedNow)
  }

  /// A hospital between two streets, with a corridor from one to the other.
  private static let twoStreets = """
    <?xml version="1.0"?><osm version="0.6">
    <node id="1" lat="30.5800" lon="114.2700"/><node id="2" lat="30.5800" lon="114.2710"/>
    <node id="3" lat="30.5800" lon="114.2720"/>
    <node id="4" lat="30.5820" lon="114.2700"/><node id="5" lat="30.5820" lon="114.2710"/>
    <node id="6" lat="30.5820" lon="114.2720"/>
    <node id="7" lat="30.5804" lon="114.2710"><tag k="entrance" v="yes"/></node>
    <node id="8" lat="30.5816" lon="114.2710"><tag k="entrance" v="yes"/></node>
    <node id="11" lat="30.5804" lon="114.2706"/><node id="12" lat="30.5804" lon="114.2714"/>
    <node id="13" lat="30.5816" lon="114.2714"/><node id="14" lat="30.5816" lon="114.2706"/>
    <node id="21" lat="30.5802" lon="114.2704"/><node id="22" lat="30.5802" lon="114.2716"/>
    <node id="23" lat="30.5818" lon="114.2716"/><node id="24" lat="30.5818" lon="114.2704"/>
    <way id="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/></way>
    <way id="2"><nd ref="4"/><nd ref="5"/><nd ref="6"/><tag k="highway" v="residential"/></way>
    <way id="3"><nd ref="2"/><nd ref="7"/><tag k="highway" v="footway"/></way>
    <way id="4"><nd ref="5"/><nd ref="8"/><tag k="highway" v="footway"/></way>
    <way id="5"><nd ref="21"/><nd ref="22"/><nd ref="23"/><nd ref="24"/><nd ref="21"/>
    <tag k="amenity" v="hospital"/><tag k="name" v="Between Hospital"/></way>
    <way id="6"><nd ref="11"/><nd ref="7"/><nd ref="12"/><nd ref="13"/><nd ref="8"/><nd ref="14"/><nd ref="11"/>
    <tag k="building" v="hospital"/><tag k="building:levels" v="1"/></way>
    <way id="7"><nd ref="7"/><nd ref="8"/><tag k="highway" v="corridor"/><tag k="indoor" v="yes"/>
    <tag k="level" v="0"/></way>
    </osm>
    """

  @Test func `who stands before a closed door may walk away from it`() throws {
    let (folder, parted, _) = try atlases([Riverside.source])
    defer { withExtendedLifetime(folder) {} }
    let venue = try parted.venue(try #require(parted.venueParts.first).network)
    var doors = 0
    for portal in venue.description.portals where portal.source.kind == .node {
      doors += 1
      let request = JourneyRequest(
        from: .coordinate(portal.coordinate, level: portal.level), to: .name("Willow Street 8"),
        closed: [portal.source])
      #expect(throws: Never.self, "\(portal.source)") { try Planner(parted).plan(request) }
    }
    #expect(doors > 2)
  }

  /// Riverside once more, further east, and streets that join it to the one before.
  private static func copy(_ number: Int) throws -> String {
    var text = ""
    for line in try String(contentsOfFile: Riverside.source, encoding: .utf8).split(separator: "\n") {
      if line.contains("<bounds") { continue }
      if line.contains("</osm>") { break }
      var line = String(line)
      for key in ["id", "ref"] {
        line.replace(try Regex<(Substring, Substring)>(" \(key)=\"([0-9]+)\"")) { match in
          " \(key)=\"\(Int(match.output.1)! + 100_000 * number)\""
        }
      }
      line.replace(try Regex<(Substring, Substring)>("lon=\"([0-9.]+)\"")) { match in
        "lon=\"\(Double(match.output.1)! + 0.003 * Double(number))\""
      }
      text += line + "\n"
    }
    let (here, before) = (100_000 * number, 100_000 * (number - 1))
    for (way, ends) in [(1, [before + 22, here + 11]), (2, [before + 14, here + 9])] {
      text +=
        "<way id=\"\(900_000 + here + way)\" version=\"1\">" + ends.map { "<nd ref=\"\($0)\"/>" }.joined()
      text += "<tag k=\"highway\" v=\"residential\"/></way>\n"
    }
    return text + "</osm>\n"
  }

  @Test(.enabled(if: SharedMaps.campus != nil, "needs ../shared/cases"))
  func `on a real campus`() throws {
    let (folder, parted, whole) = try atlases([SharedMaps.campus!])
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
