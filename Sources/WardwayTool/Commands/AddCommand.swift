import ArgumentParser
import Foundation
import Wardway
import WardwayCompiler
import WardwayContract

/// `wardway add`.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Adds hospitals to an atlas, or replaces them there.",
    discussion: """
      Each map file holds one hospital or several, without the streets around them. Streets and other hospitals
      stay as they are. A hospital with the id of one that is there replaces it. Files that are in the atlas
      already are passed over, so an addition that was cut short goes on when it is started again.

        wardway add province.atlas hospitals/*.osm
      """)

  @Argument(help: "The atlas.", completion: .directory)
  var atlas: String

  @Argument(help: "Map files.", completion: .file(extensions: ["osm", "gz", "bz2", "pbf", "imdf", "zip"]))
  var inputs: [String]

  @Option(help: "The most files to compile at a time; as many as there are cores, if not said.")
  var jobs: Int?

  @Option(help: "Whom to name wherever the map is shown, if that isn't OpenStreetMap's contributors.")
  var attribution: String?

  @Option(help: "How to report: text or json.")
  var format = ReportFormat.text

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs has to be at least 1.") }
  }

  func run() throws {
    let started = Date()
    var compiler = MapCompiler { Terminal.showProgress($0.stage, $0.fraction) }
    compiler.attribution = attribution
    let report: AdditionReport
    do {
      report = try compiler.add(venues: inputs, to: atlas, jobs: jobs)
    } catch {
      if Terminal.isWatched { Terminal.showProgress("", 1) }
      throw error
    }
    switch format {
    case .text: try printText(report, seconds: Date().timeIntervalSince(started))
    case .json: for file in report.files { try Output.json(AdditionAnswer(file).json) }
    }
    for diagnostic in report.diagnostics { Terminal.say("wardway: \(Terminal.shown(diagnostic.message))") }
    if report.count(.failed) > 0 { throw ExitCode(Failure.unreadableInput.rawValue) }
  }

  private func printText(_ report: AdditionReport, seconds: Double) throws {
    for file in report.files {
      let path = Terminal.shown(file.path)
      for venue in file.venues where file.outcome == .added {
        try Output.line("venue \(venue.id): \(Terminal.shown(venue.name)), \(path)")
      }
      for diagnostic in file.diagnostics where diagnostic.severity > .note {
        try Output.line("\(path): " + Finding.summary([diagnostic], file.names))
      }
    }
    let time = String(format: "%.1f", seconds)
    try Output.line(
      "\(Terminal.shown(atlas)): \(report.count(.added)) files added, \(report.count(.unchanged)) unchanged, "
        + "\(report.count(.failed)) failed in \(time) s")
  }
}

/// `wardway remove`.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Takes a hospital out of an atlas.")

  @Argument(help: "The atlas.", completion: .directory)
  var atlas: String

  @Argument(help: "The hospital's id, as 'wardway info' lists it.")
  var id: String

  func run() throws { try MapCompiler.remove(venue: NetworkID(rawValue: id), from: atlas) }
}
