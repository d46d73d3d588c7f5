/// IndoorGML 1.0 and 1.1 (OGC 14-005): `.gml`.
enum IndoorGMLFormat: MapFormat {
  static let isPlan = true

  static func recognizes(_ path: String) -> Bool { path.lowercased().hasSuffix(".gml") }

  static func read(_ inputs: [MapInput], into builder: inout ExtractBuilder) throws {
    for (number, input) in inputs.enumerated() {
      try IndoorGMLImporter.add(input.path, placement: input.placement, number: number, to: &builder)
    }
  }
}
