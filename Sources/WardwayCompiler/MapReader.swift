import Foundation
import Geodesy
import WardwayMap

/// Reads map files of all formats into one extract.
enum MapReader {
  /// Reads files and folders; several make one map.
  ///
  /// - Parameters:
  ///   - placements: What is declared about where inputs lie, by their paths.
  ///   - atlas: The streets of the atlas that the map is added to, if it has none of its own.
  /// - Throws: The reading error of the first that can't be read; it names the file, the place and the way out.
  ///   ``PlacementError`` where a plan can't be placed.
  static func read(
    _ paths: [String], placements: [String: Placement] = [:], besides atlas: WalkNetwork? = nil
  ) throws -> OSMExtract {
    MisplacedNodes.removed(from: try readAll(paths, placements, atlas))
  }

  private static func readAll(
    _ paths: [String], _ placements: [String: Placement], _ atlas: WalkNetwork?
  ) throws -> OSMExtract {
    let plans = paths.filter { IndoorGMLReader.canRead($0) }
    let archives = paths.filter { IMDFFiles.isIMDF($0) }
    for path in paths where !plans.contains(path) {
      guard placements[path]?.method ?? .asStated == .asStated else {
        throw PlacementError(
          .badPlacement,
          "\(path) has positions of its own; of its placement keep 'datum' and drop the rest")
      }
    }
    let displaced = placements.filter { $0.value.datum != .wgs84 && !plans.contains($0.key) }
    // What OpenStreetMap's reader takes together it also sorts and merges.
    let rest = paths.filter { !plans.contains($0) && !archives.contains($0) && displaced[$0] == nil }
    guard !plans.isEmpty || !archives.isEmpty || !displaced.isEmpty else {
      return try OSMExtract.read(paths: paths)
    }
    var builder = ExtractBuilder()
    let streets = rest.isEmpty ? nil : try OSMExtract.read(paths: rest)
    if let streets { builder.add(streets) }
    for (number, path) in paths.enumerated() {
      if archives.contains(path) {
        var archive = ExtractBuilder()
        archive.part = number + 1
        try IMDFImporter.add(try IMDFFiles(path), to: &archive)
        builder.add(archive, on: displaced[path]?.datum ?? .wgs84)
      } else if let placement = displaced[path] {
        builder.add(try OSMExtract.read(paths: [path]), on: placement.datum)
      }
    }
    for (number, path) in plans.enumerated() {
      try IndoorGMLImporter.add(
        path, placement: placements[path] ?? Placement(), number: number, to: &builder)
    }
    let doors = builder.outerDoors
    // Ground ends at the edge of the campus, where streets in another file are met without this.
    let grounds = streets == nil ? [] : builder.outerGrounds
    let box = BoundingBox(doors.map(\.place) + grounds.flatMap(\.places))
    if !box.isEmpty {
      var linker =
        streets.map { StreetLinker($0, around: box, walls: builder.outerWalls) }
        ?? atlas.map { StreetLinker($0, around: box, walls: builder.outerWalls) }
      linker?.link(doors, in: &builder)
      linker?.link(grounds, in: &builder)
    }
    return builder.extract()
  }
}
