import Foundation
import Geodesy
import WardwayMap

/// Turns an IMDF archive (OGC 20-094) into an extract in OpenStreetMap's words for indoor maps.
///
/// Units become rooms and corridors that meet in the nodes of their doors; elevators, stairs and the like are
/// joined over levels by relationships, or where they lie above each other.
struct IMDFImporter {
  let collection: IMDFCollection
  let names: IMDFNames
  let frame: LocalFrame
  var builder: ExtractBuilder
  var report: ImportReport
  /// The levels that can be used, by id in lower case.
  var levels: [String: IMDFLevel] = [:]
  var units: [IMDFUnit] = []
  /// The positions of the units of each level.
  var unitsOn: [Level: [Int]] = [:]
  /// The position of each unit, by id in lower case.
  var unitIndex: [String: Int] = [:]
  /// The units on either side of each opening, by id in lower case, and its node.
  var openings: [String: (node: Int64, units: [Int])] = [:]
  /// Walls, columns and the like.
  var solids: [IMDFFeature] = []
  /// Obstacles in units.
  var obstacles: [Int: [PlanRing]] = [:]

  /// Adds everything of an archive to an extract; what is lost on the way is in its warnings.
  ///
  /// - Throws: What makes the archive unusable, with the file and the way out.
  /// - Complexity: O(*n* log *n* + openings × units of a level).
  static func add(_ files: IMDFFiles, to builder: inout ExtractBuilder) throws(MapReadingError) {
    var report = ImportReport()
    let collection = try IMDFCollection(files, &report)
    for other in files.others {
      report.add(.imdfUnknownFile, other, other, isNote: true, "it is no file of IMDF and isn't read")
    }
    let start = collection["venue"][0].shape.first ?? collection["unit"].lazy.compactMap(\.shape.first).first
    guard let start else {
      throw files.failure(.notIMDF, "unit.geojson", "no unit has a geometry; export the archive anew")
    }
    var importer = IMDFImporter(
      collection: collection, names: IMDFNames(language: collection.language),
      frame: LocalFrame(origin: start),
      builder: builder, report: report)
    importer.run()
    builder = importer.builder
    builder.warnings += importer.report.warnings(about: files.path)
    // IMDF has no word for whom to name; the venue's own map is named by the venue.
    let origin =
      importer.names.text(collection["venue"][0].properties["name"]).map { "\($0) (IMDF)" } ?? "IMDF"
    builder.attribution += (builder.attribution.isEmpty ? "" : "; ") + origin
  }

  private mutating func run() {
    readLevels()
    readUnits()
    readObstacles()
    readOpenings()
    joinLevels()
    addUnits()
    addVenue()
    addBuildings()
    addPlaces()
    addOuterWalls()
    reportTheRest()
  }

  // MARK: Geometry

  /// Reads a feature's polygons; what is wrong with them is reported, and mended where that is safe.
  mutating func area(of feature: IMDFFeature) -> PlanArea? {
    guard case .polygons(let polygons) = feature.shape else { return nil }
    var area = PlanArea()
    var faults: Set<PlanRing.Fault> = []
    for polygon in polygons {
      for (index, line) in polygon.enumerated() {
        guard let ring = PlanRing(line, frame, &faults) else {
          // Holes of a ring that is none are none.
          if index == 0 { break } else { continue }
        }
        area.rings.append(ring)
        area.holes.append(index > 0)
      }
    }
    if faults.contains(.unclosed) {
      report.add(.imdfUnclosedRing, feature.file, feature.id, "a ring isn't closed; it is closed here")
    }
    if faults.contains(.zeroArea) {
      report.add(.imdfZeroArea, feature.file, feature.id, "a ring has no area; it is left out")
    }
    if faults.contains(.selfCrossing) {
      report.add(.imdfSelfCrossing, feature.file, feature.id, "a ring crosses itself; it is used as it is")
    }
    return area.rings.isEmpty ? nil : area
  }

  mutating func addNode(_ id: String? = nil, at point: LocalFrame.Point, _ tags: [String: String] = [:])
    -> Int64
  {
    builder.addNode(id, at: frame.coordinate(point), tags)
  }

  /// Adds an area as a closed way, or as a multipolygon where it has several rings; returns the rings' ways.
  @discardableResult
  mutating func addArea(
    _ id: String, _ area: PlanArea, corners: [IMDFUnit.Corner] = [], _ tags: [String: String]
  ) -> [(way: Int64, nodes: [Int64], places: [Coordinate])] {
    var rings: [(nodes: [Int64], places: [Coordinate])] = []
    for (index, ring) in area.rings.enumerated() {
      var line: [(node: Int64, place: Coordinate)] = []
      for (side, point) in ring.points.enumerated() {
        line.append((addNode(at: point), frame.coordinate(point)))
        line += corners.filter { $0.ring == index && $0.side == side }
          .sorted { ($0.share, $0.node) < ($1.share, $1.node) }.map { ($0.node, frame.coordinate($0.point)) }
      }
      line += line.prefix(1)
      rings.append((line.map(\.node), line.map(\.place)))
    }
    if rings.count == 1 {
      return [(builder.addWay(id, through: rings[0].nodes, tags), rings[0].nodes, rings[0].places)]
    }
    let ways = rings.enumerated().map { index, ring in
      (
        way: builder.addWay("\(id)#ring\(index)", through: ring.nodes, [:]),
        role: area.holes[index] ? "inner" : "outer"
      )
    }
    builder.addRelation(id, of: ways, tags.merging(["type": "multipolygon"]) { first, _ in first })
    return zip(ways, rings).map { ($0.way, $1.nodes, $1.places) }
  }

  // MARK: What isn't used

  private mutating func reportTheRest() {
    for feature in collection["detail"] {
      report.add(.imdfUnusedDetail, feature.file, feature.id, isNote: true, "drawings aren't used")
    }
    for feature in collection["geofence"] {
      report.add(.imdfUnusedGeofence, feature.file, feature.id, isNote: true, "geofences aren't used")
    }
  }
}
