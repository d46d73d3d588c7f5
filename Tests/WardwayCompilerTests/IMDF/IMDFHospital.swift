import Foundation
import Geodesy
import TestSupport
import Testing

@testable import WardwayCompiler

/// A small hospital in IMDF: three floors of rooms along a corridor, an elevator and stairs at its end, a forecourt.
///
/// ```
///      lab        (shaft)   nonpublic
///   ┌────────┬───────────┬──────────┐
///   │ north-1│  open     │  staff   ├────────┐
///  →┼────────┴───────────┴──────────┤ stairs │
///   │ corridor                      ├────────┤
///   ├────────┬───────────┬──────────┤elevator│
///   │ south-1│  south-2  │          └────────┘
/// ```
struct IMDFHospital {
  /// The features of each file, as JSON.
  var features: [String: [String]] = [:]
  /// What is written instead of the features.
  var texts: [String: String] = [
    "manifest.json": #"{"version":"1.0.0","created":"2026-01-05T08:00:00Z","language":"zh-Hans"}"#
  ]

  static let frame = LocalFrame(origin: Coordinate(latitude: 30.58, longitude: 114.27)!)

  init() {
    add(
      "venue", "campus", Self.box(-10, -10, 50, 30),
      #""category":"healthcarefacility","name":{"en":"Harbour Hospital","zh-Hans":"海港医院"},"address_id":"home""#
    )
    add("address", "home", "null", #""address":"1 Quay Road","locality":"Harbour","country":"CN""#)
    add(
      "building", "house", "null", #""category":"unspecified","name":{"en":"Main Building","zh-Hans":"主楼"}"#)
    add(
      "footprint", "walls", Self.box(0, 0, 36, 20),
      #""category":"ground","building_ids":["house"],"name":null"#)
    addLevel("yard", 0, "0", outdoor: true, Self.box(-10, -10, 50, 30))
    add("unit", "forecourt", Self.box(-10, 5, 0, 15), Self.unit("walkway", "yard"))
    for (floor, name) in [(0, "1F"), (1, "2F"), (2, "3F")] { addFloor(floor, name) }
    addOpening(
      "entrance", (0, 9), (0, 11), on: "level-0", #""category":"pedestrian.principal""#, door: "sliding")
    addOccupant("pharmacy", in: "south-1-0", at: (5, 2), "pharmacy", "Pharmacy", "药房")
    addOccupant("radiology", in: "south-2-1", at: (15, 2), "radiology", "Radiology", "放射科")
    addOccupant("ward", in: "north-1-2", at: (5, 18), "ward", "Ward 3", "三病区")
    addOccupant("store", in: "staff-0", at: (25, 18), "storage", "Store", "库房")
    add(
      "amenity", "gate", Self.point(-9, 10),
      #""category":"entry","name":{"en":"Gate","zh-Hans":"大门"},"unit_ids":["forecourt"]"#)
    add(
      "amenity", "desk", Self.point(15, 11.5),
      #""category":"information","name":{"en":"Information","zh-Hans":"问讯处"},"unit_ids":["corridor-0"]"#)
  }

  private mutating func addFloor(_ floor: Int, _ name: String) {
    let level = "level-\(floor)"
    addLevel(level, floor, name, outdoor: false, Self.box(0, 0, 36, 20))
    add("unit", "corridor-\(floor)", Self.box(0, 8, 30, 12), Self.unit("walkway", level))
    for (id, west) in [("south-1", 0.0), ("south-2", 10.0)] {
      add("unit", "\(id)-\(floor)", Self.box(west, 0, west + 10, 8), Self.unit("room", level))
      addOpening("\(id)-door-\(floor)", (west + 4.5, 8), (west + 5.5, 8), on: level)
    }
    add("unit", "north-1-\(floor)", Self.box(0, 12, 10, 20), Self.unit("room", level))
    addOpening("north-1-door-\(floor)", (4.5, 12.1), (5.5, 12.1), on: level)
    add("unit", "open-\(floor)", Self.box(10, 12, 20, 20), Self.unit("opentobelow", level))
    add("unit", "staff-\(floor)", Self.box(20, 12, 30, 20), Self.unit("nonpublic", level))
    addOpening(
      "staff-door-\(floor)", (24.5, 12), (25.5, 12), on: level,
      #""category":"service","access_control":["badgereader"]"#)
    add("unit", "elevator-\(floor)", Self.box(30, 8, 33, 10), Self.unit("elevator", level))
    addOpening("elevator-door-\(floor)", (30, 8.4), (30, 9.6), on: level, door: "sliding")
    add("unit", "stairs-\(floor)", Self.box(30, 10, 36, 12), Self.unit("stairs", level))
    addOpening("stairs-door-\(floor)", (30, 10.5), (30, 11.5), on: level)
  }

  // MARK: Features

  mutating func add(_ kind: String, _ id: String, _ geometry: String, _ properties: String) {
    features[kind, default: []].append(
      #"{"id":"\#(id)","type":"Feature","feature_type":"\#(kind)","geometry":\#(geometry),"properties":{\#(properties)}}"#
    )
  }

  mutating func addLevel(_ id: String, _ ordinal: Int, _ name: String, outdoor: Bool, _ geometry: String) {
    add(
      "level", id, geometry,
      #""category":"unspecified","outdoor":\#(outdoor),"ordinal":\#(ordinal),"restriction":null,"#
        + #""name":{"en":"Floor \#(name)"},"short_name":{"en":"\#(name)"},"building_ids":["house"]"#)
  }

  mutating func addOpening(
    _ id: String, _ a: (Double, Double), _ b: (Double, Double), on level: String,
    _ properties: String = #""category":"pedestrian""#, door: String = "swinging"
  ) {
    add(
      "opening", id, #"{"type":"LineString","coordinates":[\#(Self.position(a)),\#(Self.position(b))]}"#,
      properties + #","level_id":"\#(level)","door":{"type":"\#(door)","automatic":false,"material":"wood"}"#)
  }

  mutating func addOccupant(
    _ id: String, in unit: String, at place: (Double, Double), _ category: String, _ english: String,
    _ chinese: String
  ) {
    add("anchor", "\(id)-anchor", Self.point(place.0, place.1), #""unit_id":"\#(unit)","address_id":null"#)
    add(
      "occupant", id, "null",
      #""category":"\#(category)","name":{"en":"\#(english)","zh-Hans":"\#(chinese)"},"#
        + #""anchor_id":"\#(id)-anchor","hours":"Mo-Fr 08:00-17:00""#)
  }

  /// Adds a relationship from one feature over others to a last one.
  mutating func addRelationship(
    _ id: String, _ category: String, _ stops: [(id: String, kind: String)], directed: Bool = false
  ) {
    let refs = stops.map { #"{"id":"\#($0.id)","feature_type":"\#($0.kind)"}"# }
    add(
      "relationship", id, "null",
      #""category":"\#(category)","direction":"\#(directed ? "directed" : "undirected")","#
        + #""origin":\#(refs[0]),"intermediary":[\#(refs.dropFirst().dropLast().joined(separator: ","))],"#
        + #""destination":\#(refs[refs.count - 1]),"hours":null"#)
  }

  /// Changes all of a kind.
  mutating func replace(_ kind: String, _ old: String, _ new: String) {
    features[kind] = features[kind]?.map { $0.replacing(old, with: new) }
  }

  /// Takes out a feature.
  mutating func remove(_ kind: String, _ id: String) {
    features[kind]?.removeAll { $0.hasPrefix(#"{"id":"\#(id)","#) }
  }

  static func unit(_ category: String, _ level: String) -> String {
    #""category":"\#(category)","level_id":"\#(level)","restriction":null,"accessibility":null,"name":null"#
  }

  static func position(_ place: (Double, Double)) -> String {
    let coordinate = frame.coordinate(LocalFrame.Point(x: place.0, y: place.1))
    return "[\(coordinate.longitude),\(coordinate.latitude)]"
  }

  static func point(_ x: Double, _ y: Double) -> String {
    #"{"type":"Point","coordinates":\#(position((x, y)))}"#
  }

  static func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> String {
    polygon([(west, south), (east, south), (east, north), (west, north), (west, south)])
  }

  static func polygon(_ ring: [(Double, Double)]) -> String {
    #"{"type":"Polygon","coordinates":[[\#(ring.map { position($0) }.joined(separator: ","))]]}"#
  }

  // MARK: Files

  var files: [(name: String, bytes: [UInt8])] {
    let collections = features.map { kind, features in
      ("\(kind).geojson", #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ",\n"))]}"#)
    }
    return Dictionary(collections) { $1 }.merging(texts) { $1 }.sorted { $0.key < $1.key }
      .map { ($0.key, Array($0.value.utf8)) }
  }

  /// Writes the files into a folder.
  func write(to folder: URL) throws -> String {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, bytes) in files { try Data(bytes).write(to: folder.appending(path: name)) }
    return folder.path(percentEncoded: false)
  }

  /// Writes an archive.
  func write(zip: URL, inside folder: String = "") throws -> String {
    let entries = files.map { ZipWriter.Entry(name: folder + $0.name, bytes: $0.bytes) }
    try Data(ZipWriter.archive(entries)).write(to: zip)
    return zip.path(percentEncoded: false)
  }
}

/// A folder that is gone after a test, and what is made in it.
final class IMDFWorkshop {
  private let temporary = TemporaryFolder()

  var folder: URL { URL(filePath: temporary.path) }

  func path(_ name: String) -> String { temporary.path(name) }

  /// Reads a hospital; what is wrong with it is in the extract's warnings.
  func extract(_ hospital: IMDFHospital) throws -> OSMExtract {
    let place = folder.appending(path: "imdf-\(UUID())")
    return try MapReader.read([try hospital.write(to: place)])
  }

  /// The codes of what is reported about a hospital.
  func codes(_ hospital: IMDFHospital) throws -> [Diagnostic.Code] {
    try extract(hospital).warnings.map(\.code)
  }

  /// Tries to read an archive.
  func failure(_ entries: [ZipWriter.Entry]) throws -> MapReadingError.Code? {
    let zip = folder.appending(path: "\(UUID()).zip")
    try Data(ZipWriter.archive(entries)).write(to: zip)
    return failure(zip.path(percentEncoded: false))
  }

  func failure(_ path: String, limits: ArchiveLimits = ArchiveLimits()) -> MapReadingError.Code? {
    do throws(MapReadingError) {
      var builder = ExtractBuilder()
      try IMDFImporter.add(try IMDFFiles(path, limits: limits), to: &builder)
      return nil
    } catch { return error.code }
  }

  func failure(_ hospital: IMDFHospital) throws -> MapReadingError.Code? {
    failure(try hospital.write(to: folder.appending(path: "imdf-\(UUID())")))
  }
}
