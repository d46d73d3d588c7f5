import Geodesy
import Testing
import WardwayMap

@testable import WardwayCompiler

@Suite struct PlaceFinderTests {
  @Test(
    arguments: [
      ("amenity=pharmacy", "pharmacy"), ("healthcare=laboratory amenity=clinic", "laboratory"),
      ("shop=yes", "shop"),
      ("highway=elevator", "elevator"), ("indoor=room", "room"), ("building=yes", "building"),
      ("entrance=main", "main"),
      ("highway=bus_stop", "bus_stop"), ("addr:housenumber=5", "address"),
      ("emergency=no amenity=doctors", "doctors"),
      ("highway=residential", nil), ("indoor=wall", nil), ("railway=rail", nil), ("place=city", nil),
      ("natural=tree", nil),
      ("highway=steps addr:housenumber=5", "address"),
    ] as [(String, String?)])
  func `a place has a kind`(text: String, kind: String?) throws {
    #expect(PlaceFinder.kind(try .drawn(text)) == kind)
  }

  @Test(
    arguments: [
      ("name=Ward", ["Ward"]), ("name=Ward name:en=Ward name:zh=病房", ["Ward", "病房"]),
      ("name:zh=骨科 alt_name=Ortho", ["骨科", "Ortho"]), ("name:de=Apotheke name=药房", ["药房", "Apotheke"]),
      ("addr:street=Jiefang~Road addr:housenumber=12A", ["Jiefang Road 12A", "12A Jiefang Road"]),
      ("addr:place=Village addr:housenumber=3", ["Village 3", "3 Village"]), ("addr:housenumber=3", []),
      ("room=office ref=2.14", ["2.14"]), ("room=office ref=2.14 name=Dr.~Li", ["Dr. Li"]),
      ("shop=yes ref=2", []), ("", []), ("name=A alt_name=B;~C", ["A", "B", "C"]),
      ("addr:housename=Rose~Cottage addr:street=A", ["Rose Cottage"]),
      ("amenity=clinic name=Clinic addr:street=A addr:housenumber=1", ["Clinic", "A 1", "1 A"]),
    ] as [(String, [String])])
  func `a place has names, the one to show first`(text: String, names: [String]) throws {
    #expect(PlaceNames.shown(try .drawn(text)) == names)
  }

  @Test(
    arguments: [
      ("name=X-Ray ref=R~101", ["X-Ray", "r101", "R 101"]),
      ("name=Ward old_name=Stadtspital;Spital", ["stadtspital", "spital"]),
      ("name=Ward official_name:de=Haus~5", ["haus5"]),
      ("addr:housenumber=16;18 addr:street=A", ["A 16", "18 a", "A 16;18"]),
      ("addr:housenumber=20-24 addr:street=A", ["A 20", "A 22", "A 24", "A 20-24"]),
      ("addr:housenumber=3-5 addr:street=A", ["A 3", "A 5"]),
      ("addr:housenumber=14a addr:street=A", ["A 14 a", "14A A"]),
      ("addr:housenumber=9 addr:street=健康路", ["健康路9号", "健康路 9"]),
      ("addr:housenumber=5/7 addr:street=A", ["A 5/7", "A 5", "A 7"]),
    ] as [(String, [String])])
  func `a place may be asked for otherwise`(text: String, names: [String]) throws {
    let map = try DrawnMap("a---b", ways: ["ab: highway=footway"], nodes: ["b: amenity=clinic \(text)"])
    for name in names { #expect(map.network.placeMatches(name) == (.exact, [0]), "\(name)") }
  }

  @Test(arguments: [
    ("16;18", ["16", "18"]), ("16, 18", ["16", "18"]), ("20-24", ["20", "22", "24"]),
    ("3–6", ["3", "4", "5", "6"]),
    ("14a", ["14a"]), ("5/1", ["5/1"]), ("5/6", ["5/6", "5", "6"]), ("24-20", ["24-20"]),
    ("1-9999", ["1-9999"]),
    ("9223372036854775807/1", ["9223372036854775807/1"]),
    ("1-9223372036854775807", ["1-9223372036854775807"]), (";", []),
  ])
  func `a house may have several numbers`(value: String, numbers: [String]) {
    #expect(HouseNumbers.single(value) == numbers)
  }

  @Test func `the bus stop's ref is no name`() throws {
    let map = try DrawnMap(
      "a---b", ways: ["ab: highway=footway"], nodes: ["b: highway=bus_stop name=Gate ref=4"])
    #expect(map.network.places(named: "4") == [])
  }

  @Test func `addresses between two are found along the line`() throws {
    let map = try DrawnMap(
      "a---b",
      ways: ["ab: addr:interpolation=even", "ab: highway=footway"],
      nodes: ["a: addr:housenumber=2 addr:street=Elm~Road", "b: addr:housenumber=10 addr:street=Elm~Road"])
    let place = try #require(map.network.places(named: "Elm Road 6").first)
    #expect(distance(map.network.places[place].coordinate, DrawnMap.coordinate(row: 0, column: 2)) < 0.1)
    #expect(map.network.places(named: "8 elm rd").count == 1 && map.network.places(named: "Elm Road 7") == [])
  }

  @Test func `places are found by name, by address and in Chinese`() throws {
    let map = try DrawnMap(
      """
      a---b---c
      |   |
      d---e   f
      """,
      ways: [
        "abc: highway=footway name=Hospital~Road",
        "abeda: building=hospital name=同济医院 name:en=Tongji~Hospital level=0;1",
      ],
      nodes: [
        "c: amenity=pharmacy name=Pharmacy name:zh=药房 level=-1",
        "f: addr:street=Hospital~Road addr:housenumber=7",
        "d: entrance=main ref=E1",
      ],
      relations: [
        "2: type=multipolygon building=yes name=West~Wing", "1: type=route amenity=x name=No~Place",
      ])
    let network = map.network
    func found(_ text: String) -> [String] {
      network.places(named: text).map { network.places[$0].source.description }
    }
    #expect(found("药房") == ["node/99"] && found("pharmacy") == ["node/99"] && found("PHARM") == ["node/99"])
    #expect(found("同济") == ["way/2"] && found("医院") == ["way/2"] && found("tongji hospital") == ["way/2"])
    #expect(found("hospital road 7") == ["node/102"] && found("7 hospital road") == ["node/102"])
    #expect(
      found("hospital road") == ["node/102"] && found("e1") == ["node/100"]
        && found("west wing") == ["relation/1"])
    #expect(found("no place") == [] && map.report.places == 5)
    let pharmacy = try #require(network.place(from: FeatureID("node/99")!))
    #expect(network.places[pharmacy].hasLevel && network.places[pharmacy].level == Level(-1))
    #expect(network.strings[network.places[pharmacy].name] == "Pharmacy")
    #expect(network.strings[network.places[pharmacy].kind] == "pharmacy")
    let address = try #require(network.place(from: FeatureID("node/102")!))
    #expect(!network.places[address].hasLevel)
    let building = network.places[try #require(network.place(from: FeatureID("way/2")!))]
    let middle = DrawnMap.coordinate(row: 1, column: 2)
    #expect(distance(building.coordinate, middle) < 1)
  }

  @Test(arguments: [
    "'; DROP TABLE places; --", "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "\\u0000", "%s%n",
    "../../etc/passwd",
    "a\u{300}\u{301}\u{302}", "👩‍⚕️ 👨🏿‍⚕️", "שלום", String(repeating: "long", count: 1000),
  ])
  func `a hostile name is a name`(name: String) throws {
    let map = try DrawnMap(
      "a---b", ways: ["ab: highway=footway"],
      nodes: ["b: amenity=clinic name=\(name.replacing(" ", with: "~"))"])
    #expect(map.network.places(named: name) == [0])
    #expect(map.network.strings[map.network.places[0].name] == name)
  }

  @Test func `a name of control characters and line feeds is one clean name`() throws {
    let extract = try OSMFixture.read(
      xml: """
        <osm version="0.6"><node id="1" lat="1" lon="1"><tag k="amenity" v="clinic"/>
        <tag k="name" v="North&#10;South"/><tag k="alt_name" v="&#x202E;htroN"/></node></osm>
        """)
    var report = CompilationReport()
    let network = MapCompiler().network(of: extract, &report)
    #expect(network.places(named: "north south") == [0] && network.places(named: "south") == [0])
    #expect(network.places(named: "htron") == [0])
    #expect(report.diagnostics.map(\.code) == [.controlCharacters])
  }

  @Test func `a place without nodes is left out`() throws {
    let extract = try OSMFixture.read(
      xml: """
        <osm version="0.6"><way id="1"><nd ref="9"/><tag k="building" v="yes"/><tag k="name" v="Gone"/></way>
        <relation id="1"><member type="way" ref="1" role="outer"/><tag k="type" v="multipolygon"/>
        <tag k="building" v="yes"/><tag k="name" v="Gone"/></relation></osm>
        """)
    var report = CompilationReport()
    #expect(MapCompiler().network(of: extract, &report).places.isEmpty)
  }
}
