import Foundation
import TestSupport
import Testing
import WardwayCompiler
import WardwayMap

/// An atlas of one street, to which drawn hospitals are added.
final class VenueFiles {
  private let temporary = TemporaryFolder()
  var compiler = MapCompiler(profiles: [.walker])

  /// A street 150 m long, in the second row of the sheet.
  init() throws {
    compiler.vehicles = []
    let street = try file("\n" + "a--------------b", ["ab: highway=residential name=Road"], as: "streets")
    _ = try compiler.compile([street], to: atlas)
  }

  var atlas: String { path("atlas") }

  func path(_ name: String) -> String { temporary.path(name) }

  /// Writes a drawing as a map file.
  func file(_ drawing: String, _ ways: [String], nodes: [String] = [], as name: String) throws -> String {
    try write(DrawnMap.xml(drawing, ways: ways, nodes: nodes), as: name)
  }

  func write(_ text: String, as name: String) throws -> String {
    temporary.write(text, as: "\(name).osm")
  }

  /// A hospital with an entrance on a footway to the street, `columns` to the east.
  ///
  /// Its number is that of its campus: the ways before it are there so that each has another one.
  func hospital(_ number: Int = 1, columns: Int = 0, rows: Int = 0, name: String = "Hospital") throws
    -> String
  {
    let shift = String(repeating: " ", count: columns)
    let drawing =
      String(repeating: "\n", count: rows)
      + ["", "  s   ", "w---x ", "  d   ", "  e   ", "z---y "].map { shift + $0 }.joined(separator: "\n")
    let unused = (1..<number).map { _ in "se: note=unused" }
    return try file(
      drawing,
      unused + [
        "wxyzw: amenity=hospital name=\(name)", "sd: highway=footway", "de: highway=corridor level=0",
      ],
      nodes: [
        "d: entrance=main door=yes name=Front~Door", "e: amenity=pharmacy name=Pharmacy~\(number) level=0",
      ],
      as: "hospital-\(number)-\(columns)-\(rows)")
  }

  func add(_ files: String..., jobs: Int? = nil) throws -> AdditionReport {
    try compiler.add(venues: files, to: atlas, jobs: jobs)
  }

  /// Ids in the atlas.
  var ids: [NetworkID] { (try? Atlas(opening: atlas).venueParts.map(\.network)) ?? [] }
}

extension AdditionReport {
  /// Codes of all diagnostics above notes.
  var codes: [Diagnostic.Code] {
    files.flatMap { $0.diagnostics.filter { $0.severity > .note }.map(\.code) } + diagnostics.map(\.code)
  }

  var outcomes: [Outcome] { files.map(\.outcome) }
}
