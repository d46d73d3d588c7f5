import Foundation

/// Sound inputs, small and with a bit of everything.
enum Corpus {
  static func osm(_ maps: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: "\(maps)/riverside.osm")))
  }

  static let tags = [
    "highway", "footway", "steps", "elevator", "corridor", "indoor", "room", "area", "level", "repeat_on",
    "-1;0-3",
    "door", "building", "hospital", "amenity", "parking", "entrance", "main", "width", "incline", "kerb",
    "wheelchair",
    "type", "multipolygon", "outer", "inner", "restriction", "no_left_turn", "via", "from", "to", "barrier",
    "gate",
    "oneway", "maxweight", "conveying", "route", "ferry", "duration", "access", "private",
    "addr:interpolation",
  ]

  private static func map(_ body: String) -> [UInt8] {
    Array("<?xml version='1.0'?><osm version='0.6' generator='fuzz'>\(body)</osm>".utf8)
  }

  private static func node(_ id: Int, _ lat: Double, _ lon: Double, _ tags: [String: String] = [:]) -> String
  {
    "<node id='\(id)' version='1' lat='\(30 + lat / 10_000)' lon='\(120 + lon / 10_000)'>\(self.tags(tags))</node>"
  }

  private static func way(_ id: Int, _ nodes: [Int], _ tags: [String: String]) -> String {
    "<way id='\(id)' version='1'>" + nodes.map { "<nd ref='\($0)'/>" }.joined() + self.tags(tags) + "</way>"
  }

  private static func tags(_ tags: [String: String]) -> String {
    tags.sorted { $0.key < $1.key }.map { "<tag k='\($0.key)' v='\($0.value)'/>" }.joined()
  }

  /// A hall with a hole, a column and doors; floors with an elevator and stairs; streets with a forbidden turn.
  static let smallOSM: [[UInt8]] = [
    map(
      [
        node(1, 0, 0), node(2, 0, 5, ["door": "yes"]), node(3, 5, 5), node(4, 5, 0, ["entrance": "main"]),
        node(5, 2, 2), node(6, 2, 3), node(7, 3, 3), node(8, 3, 2), node(9, 8, 0),
        way(1, [1, 2, 3, 4, 1], ["indoor": "area", "level": "0"]),
        way(2, [5, 6, 7, 8, 5], ["indoor": "column", "level": "0"]),
        way(3, [4, 9], ["highway": "footway"]),
        "<relation id='1' version='1'><member type='way' ref='1' role='outer'/><member type='way' ref='2' role='inner'/>"
          + tags(["type": "multipolygon", "indoor": "corridor", "level": "0;1"]) + "</relation>",
      ].joined()),
    map(
      [
        node(1, 0, 0, ["highway": "elevator", "level": "-1;0-2"]), node(2, 0, 3),
        node(3, 0, 6, ["name": "Ward 5", "amenity": "clinic"]),
        node(4, 3, 0), way(1, [1, 2, 3], ["highway": "corridor", "level": "0", "repeat_on": "1;2"]),
        way(2, [2, 4], ["highway": "steps", "level": "0;1", "incline": "up", "step_count": "12"]),
        way(3, [1, 4], ["highway": "footway", "indoor": "yes", "level": "-1"]),
      ].joined()),
    map(
      [
        node(1, 0, 0), node(2, 0, 9), node(3, 9, 9), node(4, 9, 0), node(5, 0, 18),
        node(6, 4, 9, ["barrier": "gate"]),
        way(1, [1, 2, 5], ["highway": "residential", "name": "First Street"]),
        way(2, [2, 6, 3], ["highway": "service", "oneway": "yes"]),
        way(3, [3, 4, 1], ["highway": "primary", "maxspeed": "50"]),
        "<relation id='1' version='1'><member type='way' ref='1' role='from'/><member type='node' ref='2' role='via'/>"
          + "<member type='way' ref='2' role='to'/>"
          + tags(["type": "restriction", "restriction": "no_left_turn"]) + "</relation>",
      ].joined()),
  ]

  static let gmlWords = [
    "State", "Transition", "connects", "xlink:href", "gml:pos", "gml:id", "duality", "CellSpace", "#S1",
  ]

  static let gml: [[UInt8]] = [
    Array(
      """
      <IndoorFeatures xmlns="http://www.opengis.net/indoorgml/1.0/core" xmlns:gml="http://www.opengis.net/gml/3.2" \
      xmlns:xlink="http://www.w3.org/1999/xlink" gml:id="f"><primalSpaceFeatures><PrimalSpaceFeatures gml:id="p">\
      <cellSpaceMember><CellSpace gml:id="C1"><gml:name>Room</gml:name><duality xlink:href="#S1"/></CellSpace></cellSpaceMember>\
      </PrimalSpaceFeatures></primalSpaceFeatures><multiLayeredGraph><MultiLayeredGraph gml:id="g"><spaceLayers gml:id="sl">\
      <spaceLayerMember><SpaceLayer gml:id="l"><nodes gml:id="n">\
      <stateMember><State gml:id="S1"><geometry><gml:Point gml:id="P1"><gml:pos>0 0 0</gml:pos></gml:Point></geometry></State></stateMember>\
      <stateMember><State gml:id="S2"><geometry><gml:Point gml:id="P2"><gml:pos>9 0 0</gml:pos></gml:Point></geometry></State></stateMember>\
      <stateMember><State gml:id="S3"><geometry><gml:Point gml:id="P3"><gml:pos>9 0 4</gml:pos></gml:Point></geometry></State></stateMember>\
      </nodes><edges gml:id="e"><transitionMember><Transition gml:id="T1"><weight>9</weight><connects xlink:href="#S1"/>\
      <connects xlink:href="#S2"/></Transition></transitionMember><transitionMember><Transition gml:id="T2"><weight>4</weight>\
      <connects xlink:href="#S2"/><connects xlink:href="#S3"/></Transition></transitionMember></edges></SpaceLayer>\
      </spaceLayerMember></spaceLayers></MultiLayeredGraph></multiLayeredGraph></IndoorFeatures>
      """.utf8)
  ]

  static let placementWords = [
    "inputs", "input", "crs", "axes", "control_points", "plan", "lat", "lon", "fit", "mirror",
  ]

  static let placement: [[UInt8]] = [
    #"{"inputs": [{"input": "a.gml", "fit": "affine", "tolerance": 2, "control_points": [{"plan": [0, 0], "lat": 30, "lon": 120}, {"plan": [10, 0], "lat": 30, "lon": 120.0001}, {"plan": [0, 10], "lat": 30.0001, "lon": 120, "name": "x"}]}]}"#,
    #"{"inputs": [{"input": "a.gml", "crs": "EPSG:32651", "axes": "east-north", "metres_per_unit": 1}, {"input": "b.osm", "datum": "gcj02"}]}"#,
  ].map { Array($0.utf8) }

  static let requestWords = [
    "from", "to", "via", "kind", "table", "nearest", "sources", "targets", "lat", "lon", "level", "close",
    "avoid", "id",
    "Pharmacy", "Imaging", "wheelchair", "car", "by", "as", "language", "zh", "edges", "alternatives",
    "node/5",
  ]

  static let requests: [[UInt8]] = [
    #"{"id": "1", "from": "12 Willow Street", "to": "Pharmacy", "edges": true, "language": "zh", "alternatives": 3}"#,
    #"{"id": 2, "from": {"lat": 29.9000722, "lon": 122.9004763, "level": 0}, "to": "Imaging", "as": "wheelchair", "close": ["node/5"], "avoid": ["stairs"]}"#,
    #"{"from": "12 Willow Street", "to": "Pharmacy", "by": "car", "drop_off": true, "via": []}"#,
    #"{"kind": "table", "sources": ["Pharmacy", "Imaging"], "targets": ["Café", "29.9,122.9"]}"#,
    #"{"kind": "nearest", "at": "29.9000722,122.9004763@-1", "number": 3}"#,
  ].map { Array($0.utf8) }
}

// MARK: IMDF

extension Corpus {
  static let imdfNames = [
    "manifest.json", "venue.geojson", "address.geojson", "building.geojson", "level.geojson", "unit.geojson",
    "opening.geojson", "relationship.geojson", "amenity.geojson",
  ]

  static let imdfWords = [
    "walkway", "elevator", "stairs", "room", "pedestrian", "ordinal", "level_id", "category", "properties",
    "geometry",
    "Polygon", "LineString", "coordinates", "relationship", "feature_type",
  ]

  private static func id(_ kind: Int, _ number: Int) -> String {
    "0000000\(kind)-0000-4000-8000-00000000000\(number)"
  }

  private static func square(_ x: Double, _ y: Double, _ size: Double) -> String {
    let corners = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
      "[\(120 + (x + $0.0 * size) / 1e5),\(30 + (y + $0.1 * size) / 1e5)]"
    }
    return #"{"type":"Polygon","coordinates":[[\#(corners.joined(separator: ","))]]}"#
  }

  private static func feature(_ type: String, _ id: String, _ geometry: String, _ properties: String)
    -> String
  {
    #"{"id":"\#(id)","type":"Feature","feature_type":"\#(type)","geometry":\#(geometry),"properties":{\#(properties)}}"#
  }

  private static func collection(_ name: String, _ features: [String]) -> String {
    #"{"type":"FeatureCollection","name":"\#(name)","features":[\#(features.joined(separator: ","))]}"#
  }

  private static func unit(_ number: Int, _ category: String, _ level: Int, _ shape: String) -> String {
    feature(
      "unit", id(5, number), shape,
      #""category":"\#(category)","restriction":null,"accessibility":null,"name":{"en":"U\#(number)"},"alt_name":null,"level_id":"\#(id(4, level))","display_point":null"#
    )
  }

  /// Two floors with a corridor, a room and an elevator, all files in one, divided by zero bytes.
  static let imdf: [[UInt8]] = {
    let door = #"{"type":"LineString","coordinates":[[120.00010,30.00002],[120.00010,30.00004]]}"#
    let files = [
      #"{"version":"1.0.0","created":"2026-01-01T00:00:00Z","language":"en"}"#,
      collection(
        "venue",
        [
          feature(
            "venue", id(1, 1), square(-5, -5, 40),
            #""category":"healthcarefacility","restriction":null,"name":{"en":"Clinic"},"alt_name":null,"hours":null,"phone":null,"website":null,"display_point":null,"address_id":"\#(id(2, 1))""#
          )
        ]),
      collection(
        "address",
        [
          feature(
            "address", id(2, 1), "null",
            #""address":"1 Road","unit":null,"locality":"X","province":null,"country":"CN","postal_code":null,"postal_code_ext":null"#
          )
        ]),
      collection(
        "building",
        [
          feature(
            "building", id(3, 1), "null",
            #""name":{"en":"B"},"alt_name":null,"category":"unspecified","restriction":null,"display_point":null,"address_id":"\#(id(2, 1))""#
          )
        ]),
      collection(
        "level",
        (0...1).map {
          feature(
            "level", id(4, $0), square(0, 0, 30),
            #""category":"unspecified","restriction":null,"ordinal":\#($0),"outdoor":false,"name":{"en":"L\#($0)"},"short_name":{"en":"\#($0)"},"display_point":null,"address_id":null,"building_ids":["\#(id(3, 1))"]"#
          )
        }),
      collection(
        "unit",
        [
          unit(0, "walkway", 0, square(0, 0, 10)), unit(1, "room", 0, square(10, 0, 10)),
          unit(2, "elevator", 0, square(0, 10, 5)),
          unit(3, "walkway", 1, square(0, 0, 10)), unit(4, "elevator", 1, square(0, 10, 5)),
        ]),
      collection(
        "opening",
        [
          feature(
            "opening", id(6, 0), door,
            #""category":"pedestrian","accessibility":null,"access_control":null,"door":null,"name":null,"alt_name":null,"display_point":null,"level_id":"\#(id(4, 0))""#
          )
        ]),
      collection(
        "relationship",
        [
          feature(
            "relationship", id(7, 0), "null",
            #""category":"elevator","direction":"undirected","origin":{"id":"\#(id(5, 2))","feature_type":"unit"},"intermediary":null,"destination":{"id":"\#(id(5, 4))","feature_type":"unit"},"hours":null"#
          )
        ]),
      collection(
        "amenity",
        [
          feature(
            "amenity", id(8, 0), #"{"type":"Point","coordinates":[120.00005,30.00005]}"#,
            #""category":"information","accessibility":null,"name":{"en":"Desk"},"alt_name":null,"hours":null,"phone":null,"website":null,"unit_ids":["\#(id(5, 0))"],"address_id":null,"correlation_id":null"#
          )
        ]),
    ]
    return [Array(files.joined(separator: "\0").utf8)]
  }()
}

// MARK: PBF

extension Corpus {
  private static func varint(_ value: UInt64) -> [UInt8] {
    value < 128 ? [UInt8(value)] : [UInt8(value & 127) | 128] + varint(value >> 7)
  }

  private static func field(_ number: UInt64, _ value: UInt64) -> [UInt8] {
    varint(number << 3) + varint(value)
  }

  private static func field(_ number: UInt64, _ bytes: [UInt8]) -> [UInt8] {
    varint(number << 3 | 2) + varint(UInt64(bytes.count)) + bytes
  }

  private static func deltas(_ values: [Int64]) -> [UInt8] {
    zip(values, [0] + values).flatMap { varint(UInt64(bitPattern: ($0 - $1) << 1 ^ ($0 - $1) >> 63)) }
  }

  private static func block(_ type: String, _ content: [UInt8]) -> [UInt8] {
    let blob = field(1, content)
    let header = field(1, Array(type.utf8)) + field(3, UInt64(blob.count))
    return [0, 0, UInt8(header.count >> 8), UInt8(header.count & 255)] + header + blob
  }

  /// Streets and a corridor, dense nodes and others.
  static let pbf: [[UInt8]] = {
    let strings = [
      "", "highway", "residential", "corridor", "level", "0;1", "name", "Street", "amenity", "clinic",
    ]
    let table = field(1, strings.flatMap { field(1, Array($0.utf8)) })
    let nodes = (0..<6).map { Int64($0) }
    let dense =
      field(1, deltas(nodes.map { $0 + 1 })) + field(8, deltas(nodes.map { 300_000_000 + $0 * 1000 }))
      + field(9, deltas(nodes.map { 1_200_000_000 + $0 % 2 * 2000 })) + field(10, [8, 9, 0, 0, 0, 0, 0, 0])
    let node = field(1, 14) + field(8, 600_000_000) + field(9, 2_400_000_000)
    let road = field(1, 1) + field(2, [1, 6]) + field(3, [2, 7]) + field(8, deltas([1, 2, 3, 4]))
    let corridor = field(1, 2) + field(2, [1, 4]) + field(3, [3, 5]) + field(8, deltas([3, 5, 6, 7]))
    let content =
      table + field(2, field(2, dense)) + field(2, field(1, node))
      + field(2, field(3, road) + field(3, corridor))
      + field(17, 100)
    let start = block(
      "OSMHeader", field(4, Array("OsmSchema-V0.6".utf8)) + field(4, Array("DenseNodes".utf8)))
    return [start + block("OSMData", content)]
  }()
}
