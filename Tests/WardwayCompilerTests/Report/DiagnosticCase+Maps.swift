import TestSupport

@testable import WardwayCompiler

/// Maps of OpenStreetMap's.
extension DiagnosticCase {
  /// What is said of files that are compiled together.
  static func compiled(_ xml: String) throws -> [Diagnostic] {
    let folder = TemporaryFolder()
    var compiler = MapCompiler(profiles: [.walker])
    compiler.vehicles = [.car]
    return try compiler.compile([folder.write(xml, as: "map.osm")], to: folder.path("atlas")).diagnostics
  }

  /// A drawn map for each of some codes.
  static func drawn(
    _ codes: Diagnostic.Code..., on drawing: String, _ ways: [String], nodes: [String] = [],
    relations: [String] = []
  ) -> [DiagnosticCase] {
    codes.map { code in
      DiagnosticCase(code) {
        try compiled(DrawnMap.xml(drawing, ways: ways, nodes: nodes, relations: relations))
      }
    }
  }

  /// What is said while files are read.
  private static func read(_ files: (name: String, bytes: [UInt8])...) throws -> [Diagnostic] {
    let folder = TemporaryFolder()
    return try MapReader.read(files.map { folder.write($0.bytes, as: $0.name) }).warnings
      .map { Diagnostic($0) }
  }

  private static func read(_ content: String) throws -> [Diagnostic] {
    try read(("a.osm", Array("<osm version=\"0.6\">\(content)</osm>".utf8)))
  }

  static let reading: [DiagnosticCase] = [
    [
      DiagnosticCase(.controlCharacters) {
        try read(#"<node id="1" lat="1" lon="1"><tag k="name" v="a&#x202E;b"/></node>"#)
      },
      DiagnosticCase(.invalidUTF8) {
        let node =
          PBFWriter.field(1, 2) + PBFWriter.field(2, [1]) + PBFWriter.field(3, [2]) + PBFWriter.field(8, 0)
          + PBFWriter.field(9, 0)
        let content = PBFWriter.objects(
          strings: [[], [0x6b], [0x61, 0xff]], groups: [PBFWriter.field(1, node)])
        return try read(("a.pbf", PBFWriter.header() + PBFWriter.block("OSMData", content)))
      },
      DiagnosticCase(.overlongString) {
        let name = String(repeating: "a", count: 5000)
        return try read("<node id=\"1\" lat=\"1\" lon=\"1\"><tag k=\"name\" v=\"\(name)\"/></node>")
      },
      DiagnosticCase(.nodeWithoutLocation) { try read(#"<node id="1"/>"#) },
      DiagnosticCase(.nodeOffGlobe) { try read(#"<node id="1" lat="91" lon="0"/>"#) },
      DiagnosticCase(.idOutOfRange) { try read("<node id=\"\(1 << 53)\" lat=\"1\" lon=\"1\"/>") },
      DiagnosticCase(.reusedID) {
        func file(_ latitude: Int) -> [UInt8] {
          Array("<osm version='0.6'><node id='-1' lat='\(latitude)' lon='0' version='1'/></osm>".utf8)
        }
        return try read(("a.osm", file(1)), ("b.osm", file(2)))
      },
      DiagnosticCase(.misplacedNode) { try compiled(line(latitudes: [30, 31, 30.002, 30.003])) },
    ],
    drawn(.missingNode, on: "a---b   d---e", ["abcde: highway=footway"]),
    drawn(.notUnderstood, on: "a---b", ["ab: highway=footway width=wide"]),
  ].flatMap { $0 }

  /// A footway northwards.
  private static func line(latitudes: [Double]) -> String {
    let nodes = latitudes.enumerated().map { "<node id=\"\($0 + 1)\" lat=\"\($1)\" lon=\"120\"/>" }
    let refs = latitudes.indices.map { "<nd ref=\"\($0 + 1)\"/>" }
    return "<osm version=\"0.6\">\(nodes.joined())<way id=\"1\">\(refs.joined())"
      + "<tag k=\"highway\" v=\"footway\"/></way></osm>"
  }

  // MARK: Rooms, ways and levels

  static let walking: [DiagnosticCase] = [
    [
      DiagnosticCase(.areaTooLarge) {
        let xml = DrawnMap.xml(
          "a---b---e\n|   |\nd---c", ways: ["abcda: highway=pedestrian area=yes", "be: highway=footway"])
        let extract = try OSMFixture.read(xml: xml)
        var collector = FeatureCollector(extract)
        var builder = WalkNetworkBuilder(extract, collector.collect())
        builder.mostAreaNodes = 0
        builder.build()
        return builder.diagnostics
      },
      DiagnosticCase(.overlappingAreas) {
        let squares = (0..<40).map { number -> (corners: String, way: String) in
          let (lat, lon) = (30 + Double(number % 7) * 1e-6, 120 + Double(number) * 1e-6)
          let corners = [(lat, lon), (lat, lon + 2e-4), (lat + 2e-4, lon + 2e-4), (lat + 2e-4, lon)]
          let nodes = corners.enumerated().map { corner, place in
            "<node id=\"\(number * 4 + corner + 1)\" lat=\"\(place.0)\" lon=\"\(place.1)\"/>"
          }
          let refs = [0, 1, 2, 3, 0].map { "<nd ref=\"\(number * 4 + $0 + 1)\"/>" }
          return (
            nodes.joined(),
            "<way id=\"\(number + 1)\">\(refs.joined())<tag k=\"indoor\" v=\"corridor\"/>"
              + "<tag k=\"level\" v=\"0\"/></way>"
          )
        }
        return try compiled(
          "<osm version=\"0.6\">" + squares.map(\.corners).joined() + squares.map(\.way).joined() + "</osm>")
      },
    ],
    drawn(
      .assumedDoor, on: "a---b---e\n|   |   |\nd---c---f",
      ["abcda: indoor=room level=0", "befcb: indoor=corridor level=0"]),
    drawn(.conditionalAccess, on: "a---b", ["ab: highway=footway foot:conditional=no~@~(22:00-06:00)"]),
    drawn(
      .disconnected, on: "a---b---c   d---e",
      ["abc: highway=corridor level=0", "de: highway=corridor level=0"]),
    drawn(
      .elevatorEnteredInside, on: "    p-q\na---e-f---b\n    s-r",
      [
        "pqrsp: highway=elevator area=yes level=0;1", "ae: highway=corridor level=0",
        "bf: highway=corridor level=1",
      ]),
    drawn(
      .elevatorFloorWithoutWays, on: "a---e---b",
      ["ae: highway=corridor level=0", "eb: highway=corridor level=1"],
      nodes: ["e: highway=elevator level=0-2"]),
    drawn(
      .elevatorLevelsDiffer, on: "a---e---b",
      ["ae: highway=corridor level=0", "eb: highway=corridor level=1"],
      nodes: ["e: highway=elevator level=7;8"]),
    drawn(
      .elevatorServesOneLevel, on: "a---e", ["ae: highway=corridor level=2"],
      nodes: ["e: highway=elevator level=2"]),
    drawn(
      .elevatorWithoutWays, on: "a---b e", ["ab: highway=footway"],
      nodes: ["e: highway=elevator level=0;1"]),
    drawn(.hoursNotApplied, on: "a---b", ["ab: highway=footway opening_hours=Mo-Fr"]),
    drawn(
      .incompleteArea, on: "e---a---b\n        |\n        c",
      ["abc: source=x", "ea: highway=footway"], relations: ["1 99: type=multipolygon highway=pedestrian"]),
    drawn(
      .invalidArea, on: "a---b\n  x\nc---d",
      ["abcda: highway=pedestrian area=yes", "ac: highway=footway", "bd: highway=footway"]),
    drawn(
      .levelGuessed, on: "a---e---b", ["ae: highway=corridor level=0", "eb: highway=corridor surface=tiles"],
      nodes: ["e: highway=elevator level=0-3"]),
    drawn(
      .levelsJoined, on: "a---b---c---d",
      ["ab: highway=corridor level=0", "bc: highway=corridor", "cd: highway=corridor level=1"]),
    drawn(
      .levelsNotJoined, on: "    d\n    |\na---b---c",
      ["abc: highway=corridor level=0", "db: highway=corridor level=1"]),
    drawn(.openOutline, on: "a---b---e\n|\nd---c", ["badc: indoor=room level=0", "be: highway=footway"]),
    drawn(
      .openRing, on: "a---b---e\n|\nd---c", ["bad: source=x", "be: highway=footway", "dc: source=y"],
      relations: ["1 3: type=multipolygon indoor=area level=0"]),
    drawn(
      .outOfService, on: "a---b---c",
      ["ab: highway=footway", "bc: highway=steps conveying=yes operational_status=broken"]),
    drawn(
      .placeLevelEmpty, on: "a---b---c", ["abc: highway=corridor level=1"],
      nodes: ["b: amenity=clinic name=Above level=2"]),
    drawn(
      .roomsWithoutDoor, .unreachedRooms, .roomsNotStepFree,
      on: """
        a---b---c---g---h
        |   |   |   |   |
        d-x-e-y-f-z-i---j
          |   |   |
          k---l---m

        o---p
        |   |
        q-r-s
        """,
      [
        "abexda: indoor=room level=0", "bcfyeb: indoor=room level=0", "cgizfc: indoor=room level=0",
        "ghjig: indoor=room level=0", "xkly: highway=corridor level=0", "lm: highway=steps level=0",
        "opsrqo: indoor=room level=0", "mz: highway=corridor level=0",
      ],
      nodes: ["x: door=yes", "y: door=yes", "z: door=yes", "r: door=yes"]),
    drawn(.unreadableLevel, on: "a---b", ["ab: highway=corridor level=B1"]),
  ].flatMap { $0 }

  // MARK: Roads

  /// A crossing, and a turn restriction as `1 from, b via, 2 to`: numbers of ways and nodes.
  private static func restricted(
    _ code: Diagnostic.Code, _ members: String, _ tags: String, roads: [String] = ["ab:", "bc:", "bd:"]
  ) -> DiagnosticCase {
    DiagnosticCase(code) {
      let ways = roads.map { road in
        let parts = road.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        return "\(parts[0]): highway=residential\(parts[1])"
      }
      let list = members.split(separator: ",").map { member -> String in
        let parts = member.split(separator: " ")
        let isNode = parts[0].first!.isLetter
        let ref = isNode ? "\(parts[0].unicodeScalars.first!.value)" : String(parts[0])
        return "<member type=\"\(isNode ? "node" : "way")\" ref=\"\(ref)\" role=\"\(parts[1])\"/>"
      }
      let relation =
        "<relation id=\"1\">" + list.joined() + DrawnMap.tags("type=restriction \(tags)").joined()
        + "</relation></osm>"
      return try compiled(
        DrawnMap.xml("    c\n    |\na---b---d", ways: ways).replacing("</osm>", with: relation))
    }
  }

  static let driving: [DiagnosticCase] = [
    drawn(
      .conditionalDrive, on: "a---b", ["ab: highway=residential maxspeed:conditional=30~@~(22:00-06:00)"]),
    [
      DiagnosticCase(.crowdedJunction) {
        let ends = (1...230).map { arm in
          "<node id=\"\(arm)\" lat=\"\(30 + Double(arm % 20 + 1) * 1e-4)\" lon=\"\(120 + Double(arm / 20) * 1e-4)\"/>"
        }
        let arms = (1...230).map {
          "<way id=\"\($0)\"><nd ref=\"999\"/><nd ref=\"\($0)\"/><tag k=\"highway\" v=\"residential\"/></way>"
        }
        return try compiled(
          "<osm version=\"0.6\"><node id=\"999\" lat=\"30\" lon=\"120\"/>" + ends.joined() + arms.joined()
            + "</osm>")
      },
      restricted(
        .restrictionBroken, "1 from,c via,3 to", "restriction=no_left_turn"),
      restricted(
        .restrictionClosed, "1 from,b via,3 to", "restriction=only_straight_on",
        roads: ["ab:", "bc:", "db: oneway=yes"]),
      restricted(
        .restrictionConditional, "1 from,b via,2 to", "restriction=no_left_turn day_on=Monday"),
      restricted(.restrictionIncomplete, "1 from,2 to", "restriction=no_left_turn"),
      restricted(.restrictionUnclear, "1 from,b via,2 to,3 to", "restriction=only_left_turn"),
      restricted(.restrictionUnknown, "1 from,b via,2 to", "restriction=no_sleeping"),
      restricted(.restrictionVias, "1 from,b via,c via,2 to", "restriction=no_left_turn"),
    ],
  ].flatMap { $0 }
}
