import ArgumentParser
import Wardway
import WardwayContract

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
      return try AtlasAnswer(atlas)
    }
    if format == .json { return try Output.json(answer.json) }
    try Output.line("Format version  \(answer.version)")
    try Output.line("Attribution     \(Terminal.shown(answer.attribution))")
    for part in answer.parts {
      let name = Terminal.shown(part.name ?? "")
      try Output.line("File            \(part.file) (\(part.bytes) bytes)\(name.isEmpty ? "" : ", \(name)")")
    }
    try Output.line("Nodes           \(answer.nodes)")
    try Output.line("Edges           \(answer.edges), \(answer.kilometres) km")
    try Output.line("Places          \(answer.places)")
    try Output.line(
      "Islands         \(answer.components - 1), the largest part has \(answer.largestComponent) nodes")
    try Output.line("Levels          \(answer.levels.map { $0.description }.joined(separator: " "))")
    try Output.line("Profiles        \(answer.profiles.joined(separator: ", "))")
    try Output.line("Checked         all sections are as they were written")
    for section in answer.sections { try Output.line("  \(section.name): \(section.bytes) bytes") }
  }
}
