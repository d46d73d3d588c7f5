/// IMDF, the Indoor Mapping Data Format (OGC 20-094): a zip archive or a folder.
enum IMDFFormat: MapFormat {
  static let isPlan = false

  static func recognizes(_ path: String) -> Bool { IMDFFiles.isIMDF(path) }

  static func read(_ inputs: [MapInput], into builder: inout ExtractBuilder) throws {
    for input in inputs {
      var archive = ExtractBuilder(part: input.number + 1)
      try IMDFImporter.add(try IMDFFiles(input.path), to: &archive)
      builder.add(archive, on: input.placement.datum)
    }
  }
}
