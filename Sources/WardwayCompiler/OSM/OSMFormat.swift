import Geodesy

/// OpenStreetMap: `.osm`, `.osm.gz`, `.osm.bz2` and `.osm.pbf`.
enum OSMFormat: MapFormat {
  static let isPlan = false

  /// Everything that no other format knows: the reader says best what a file is instead.
  static func recognizes(_ path: String) -> Bool { true }

  /// Files on WGS 84 are read together, so that of objects with one id the highest version stays.
  static func read(_ inputs: [MapInput], into builder: inout ExtractBuilder) throws {
    let streets = inputs.filter { $0.placement.datum == .wgs84 }
    if !streets.isEmpty { builder.addStreets(try OSMExtract.read(paths: streets.map(\.path))) }
    for input in inputs where input.placement.datum != .wgs84 {
      builder.add(try OSMExtract.read(paths: [input.path]), on: input.placement.datum)
    }
  }
}
