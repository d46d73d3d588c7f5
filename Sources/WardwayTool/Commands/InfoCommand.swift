import ArgumentParser
import JSONText
import Wardway

/// `wardway info`.
struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Says what an atlas holds, and checks it.")

  @Argument(help: "The atlas.", completion: .directory)
  var atlas: String

  @Option(help: "How to report: text or json.")
  var format = ReportFormat.text

  func run() throws {
    let answer = try Atlas.asking(atlas) { atlas in
      try atlas.verify()
      return try InfoAnswer(atlas)
    }
    if format == .json { return try Output.json { answer.write(to: &$0) } }
    try Output.line("Format version  \(answer.version)")
    try Output.line("Attribution     \(Terminal.shown(answer.attribution))")
    for part in answer.parts {
      let name = Terminal.shown(part.name ?? "")
      try Output.line("File            \(part.file) (\(part.bytes) bytes)\(name.isEmpty ? "" : ", \(name)")")
    }
    try Output.line("Nodes           \(answer.nodes)")
    try Output.line("Edges           \(answer.edges), \(answer.length_km) km")
    try Output.line("Places          \(answer.places)")
    try Output.line(
      "Islands         \(answer.components - 1), the largest part has \(answer.largest_component) nodes")
    try Output.line("Levels          \(answer.levels.map { $0.description }.joined(separator: " "))")
    try Output.line("Profiles        \(answer.profiles.joined(separator: ", "))")
    try Output.line("Checked         all sections are as they were written")
    for section in answer.sections { try Output.line("  \(section.name): \(section.bytes) bytes") }
  }
}

/// What an atlas holds, as JSON.
struct InfoAnswer {
  let version: Int
  let attribution: String
  let parts: [Manifest.Part]
  let nodes: Int
  let edges: Int
  let length_km: Int
  let places: Int
  let components: Int
  let largest_component: Int
  let levels: [Level]
  let profiles: [String]
  let sections: [(name: String, bytes: Int)]

  init(_ atlas: Atlas) throws {
    let networks = [atlas.streets] + (try atlas.venueParts.map { try atlas.venue($0.network).network })
    version = atlas.manifest.version
    attribution = atlas.attribution
    parts = atlas.manifest.parts
    nodes = networks.reduce(0) { $0 + $1.nodes.count }
    edges = networks.reduce(0) { $0 + $1.edges.count }
    length_km = Int(networks.lazy.flatMap(\.edges).reduce(0) { $0 + UInt64($1.length) } / 1_000_000)
    places = networks.reduce(0) { $0 + $1.places.count }
    components = atlas.streets.componentSizes.count
    largest_component = Int(atlas.streets.componentSizes.first ?? 0)
    levels = Set(networks.flatMap { $0.nodes.map(\.level) }).sorted()
    profiles = atlas.profiles
    sections = atlas.sections
  }

  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.key("version")
      $0.integer(version)
      $0.key("attribution")
      $0.string(attribution)
      $0.key("parts")
      $0.array(of: parts) { writer, part in writer.part(part) }
      for (name, number) in [
        ("nodes", nodes), ("edges", edges), ("length_km", length_km), ("places", places),
        ("components", components), ("largest_component", largest_component),
      ] {
        $0.key(naming: name)
        $0.integer(number)
      }
      $0.key("levels")
      $0.array(of: levels) { $0.decimal(Int($1.hundredths), 2) }
      $0.key("profiles")
      $0.array(of: profiles) { $0.string($1) }
      $0.key("sections")
      $0.array(of: sections) { writer, section in
        writer.object {
          $0.key("name")
          $0.string(section.name)
          $0.key("bytes")
          $0.integer(section.bytes)
        }
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func part(_ part: Manifest.Part) {
    object {
      $0.key("network")
      $0.string(part.network.rawValue)
      $0.key("file")
      $0.string(part.file)
      $0.key("bytes")
      $0.integer(part.bytes)
      $0.key("name")
      $0.string(part.name)
    }
  }
}
