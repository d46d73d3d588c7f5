import Geodesy
import JSONText

/// All features of an archive that can be read, by kind and by id.
struct IMDFCollection {
  /// What lies farther than this from the venue, in metres, is a mistake.
  private static let farthest = 50_000.0

  private(set) var features: [String: [IMDFFeature]] = [:]
  private var positions: [String: (kind: String, index: Int)] = [:]
  private(set) var language = "en"

  /// The features of a kind, in the order in which they are written.
  subscript(kind: String) -> [IMDFFeature] { features[kind] ?? [] }

  /// The feature called `id`, if it is of a kind.
  func feature(_ id: String?, _ kind: String? = nil) -> IMDFFeature? {
    guard let id, let found = positions[id.lowercased()], kind == nil || found.kind == kind else {
      return nil
    }
    return features[found.kind]?[found.index]
  }

  /// Reads the files of an archive.
  ///
  /// - Throws: What makes the whole unusable: broken JSON, no venue, no units, swapped coordinates, ids that two
  ///   features have.
  init(_ files: IMDFFiles, _ report: inout ImportReport) throws(MapReadingError) {
    let manifest = try files.json("manifest.json") ?? .null
    guard manifest.object != nil else {
      throw files.failure(.notIMDF, "manifest.json", "there is no JSON object; export the archive anew")
    }
    let version = manifest["version"].string ?? ""
    language = manifest["language"].string ?? "en"
    if !version.hasPrefix("1.") {
      report.add(
        .imdfOtherVersion, "manifest.json", version, "its version isn't 1.0.0; it is read as if it were")
    }
    var places = 0
    var swapped: (count: Int, first: String, file: String) = (0, "", "")
    for kind in IMDFFiles.kinds {
      guard let json = try files.json(kind + ".geojson") else { continue }
      guard json["type"].string == "FeatureCollection", let list = json["features"].array else {
        throw files.failure(
          .notIMDF, kind + ".geojson", "there is no GeoJSON FeatureCollection; export the archive anew")
      }
      for (index, entry) in list.enumerated() {
        do throws(IMDFShape.Fault) {
          guard let feature = try Self.feature(entry, kind, index, &report) else { continue }
          if feature.shape.first != nil { places += 1 }
          add(feature, &report)
        } catch {
          let id = entry["id"].string ?? "number \(index + 1)"
          if error == .swapped {
            places += 1
            if swapped.count == 0 { swapped = (0, id, kind + ".geojson") }
            swapped.count += 1
          }
          report.add(error.code, kind + ".geojson", id, error.message)
        }
      }
    }
    guard swapped.count * 2 <= places else { throw Self.isSwapped(files, swapped.file, swapped.first) }
    guard let venue = self["venue"].first else {
      throw MapReadingError(
        .missingFile, files.path, "there is no venue in venue.geojson; IMDF asks for one"
      )
    }
    guard !self["unit"].isEmpty, !self["level"].isEmpty else {
      throw MapReadingError(
        .missingFile, files.path,
        "there are no units in unit.geojson, or no levels in level.geojson; there is nothing to walk on")
    }
    try dropStrays(around: venue, files, &report)
  }

  private mutating func add(_ feature: IMDFFeature, _ report: inout ImportReport) {
    guard positions[feature.id.lowercased()] == nil else {
      report.add(
        .imdfDuplicateID, feature.file, feature.id,
        "another feature has the same id; this one is left out. Give each an id of its own")
      return
    }
    positions[feature.id.lowercased()] = (feature.kind, features[feature.kind]?.count ?? 0)
    features[feature.kind, default: []].append(feature)
  }

  private static func feature(
    _ json: JSONValue, _ kind: String, _ index: Int, _ report: inout ImportReport
  ) throws(IMDFShape.Fault) -> IMDFFeature? {
    let file = kind + ".geojson"
    guard let id = json["id"].string, !id.isEmpty, json["properties"].object != nil else {
      report.add(
        .imdfMalformedFeature, file, "number \(index + 1)", "it has no id or no properties; it is left out"
      )
      return nil
    }
    if let stated = json["feature_type"].string, stated != kind {
      report.add(.imdfWrongFile, file, id, "it calls itself a \(stated.prefix(40)); it is left out")
      return nil
    }
    return IMDFFeature(
      id: id, kind: kind, shape: try IMDFShape(json["geometry"]), properties: json["properties"])
  }

  /// Leaves out what lies far from the venue.
  private mutating func dropStrays(
    around venue: IMDFFeature, _ files: IMDFFiles, _ report: inout ImportReport
  ) throws(MapReadingError) {
    guard let middle = venue.shape.first else { return }
    var units = 0
    var swapped: [IMDFFeature] = []
    for kind in IMDFFiles.kinds where kind != "venue" {
      features[kind] = self[kind].map { feature in
        guard let place = feature.shape.first else { return feature }
        if kind == "unit" { units += 1 }
        guard distance(place, middle) > Self.farthest else { return feature }
        let turned = Coordinate(latitude: place.longitude, longitude: place.latitude)
        if let turned, distance(turned, middle) <= Self.farthest {
          if kind == "unit" { swapped.append(feature) }
          report.add(
            .imdfSwappedCoordinates, feature.file, feature.id,
            "its latitude stands before its longitude; its geometry is left out")
        } else {
          report.add(
            .imdfFarFromVenue, feature.file, feature.id,
            "it lies more than \(Int(Self.farthest / 1000)) km from the venue; its geometry is left out")
        }
        var feature = feature
        feature.shape = .none
        return feature
      }
    }
    if swapped.count * 2 > units { throw Self.isSwapped(files, "unit.geojson", swapped[0].id) }
  }

  private static func isSwapped(_ files: IMDFFiles, _ file: String, _ id: String) -> MapReadingError {
    files.failure(
      .swappedCoordinates, file,
      "\(id.prefix(60)) and most others have their latitude before their longitude; write [longitude, latitude]"
    )
  }
}
