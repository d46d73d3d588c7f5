import ArgumentParser
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
    let atlas = try Atlas(opening: atlas, remembering: .ofUser)
    try atlas.verify()
    let answer = try InfoAnswer(atlas)
    if format == .json { return print(try JSON.line(answer)) }
    print("Format version  \(answer.version)")
    print("Attribution     \(Terminal.shown(answer.attribution))")
    for part in answer.parts {
      let name = Terminal.shown(part.name ?? "")
      print("File            \(part.file) (\(part.bytes) bytes)\(name.isEmpty ? "" : ", \(name)")")
    }
    print("Nodes           \(answer.nodes)")
    print("Edges           \(answer.edges), \(answer.length_km) km")
    print("Places          \(answer.places)")
    print("Islands         \(answer.components - 1), the largest part has \(answer.largest_component) nodes")
    print("Levels          \(answer.levels.map { "\($0)" }.joined(separator: " "))")
    print("Profiles        \(answer.profiles.joined(separator: ", "))")
    print("Checked         all sections are as they were written")
    for section in answer.sections { print("  \(section.name): \(section.bytes) bytes") }
  }
}

/// What an atlas holds, as JSON.
struct InfoAnswer: Encodable {
  struct Section: Encodable {
    var name: String
    var bytes: Int
  }

  var version: Int
  var attribution: String
  var parts: [Manifest.Part]
  var nodes: Int
  var edges: Int
  var length_km: Int
  var places: Int
  var components: Int
  var largest_component: Int
  var levels: [Double]
  var profiles: [String]
  var sections: [Section]

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
    levels = Set(networks.flatMap { $0.nodes.map(\.level) }).sorted().map(\.value)
    profiles = atlas.profiles
    sections = atlas.sections.map { Section(name: $0.name, bytes: $0.bytes) }
  }
}
