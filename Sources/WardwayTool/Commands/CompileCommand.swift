import ArgumentParser
import Foundation
import Wardway
import WardwayCompiler
import WardwayContract

/// `wardway compile`.
struct CompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Makes an atlas out of map files.",
    discussion: """
      Reads OpenStreetMap (.osm, .osm.gz, .osm.bz2, .osm.pbf), IMDF (.imdf, .zip, or a folder) and IndoorGML
      (.gml); several make one atlas. The atlas is a folder; an older one there is replaced as a whole, or not
      at all. With --keep-venues, hospitals that were added to the older one stay.

        wardway compile city.osm.pbf hospital.osm -o city.atlas
        wardway compile city.osm.pbf clinic.gml --placement where.json -o city.atlas
      """)

  @Argument(
    help: "Map files.", completion: .file(extensions: ["osm", "gz", "bz2", "pbf", "imdf", "zip", "gml"]))
  var inputs: [String]

  @Option(name: .shortAndLong, help: "The atlas to make: a folder.", completion: .directory)
  var output: String

  @Option(help: "Whom to name wherever the map is shown, if that isn't OpenStreetMap's contributors.")
  var attribution: String?

  @Flag(help: "Keep the hospitals that were added to an older atlas there.")
  var keepVenues = false

  @Option(
    help: "Where plans lie, and the datum of inputs: JSON, see Maps/placement.md.",
    completion: .file(extensions: ["json"]))
  var placement: String?

  @Option(help: "How to report: text or json.")
  var format = ReportFormat.text

  func run() throws {
    let started = Date()
    var compiler = MapCompiler { Terminal.showProgress($0.stage, $0.fraction) }
    compiler.attribution = attribution
    compiler.keepsVenues = keepVenues
    if let placement { compiler.placements = try PlacementFile.read(placement, inputs: inputs) }
    let report: CompilationReport
    do {
      report = try compiler.compile(inputs, to: output)
    } catch {
      if Terminal.isWatched { Terminal.showProgress("", 1) }
      throw error
    }
    switch format {
    case .text: try printText(report, seconds: Date().timeIntervalSince(started))
    case .json: try Output.json(CompilationAnswer(report).json)
    }
  }

  private func printText(_ report: CompilationReport, seconds: Double) throws {
    let time = String(format: "%.1f", seconds)
    try Output.line(
      "\(Terminal.shown(output)): \(report.nodes) nodes, \(report.edges) edges, \(report.places) places in \(time) s"
    )
    for venue in report.venues { try Output.line("venue \(venue.id): \(Terminal.shown(venue.name))") }
    if report.islandEdges > 0 {
      let edges = report.islandEdges == 1 ? "1 edge is" : "\(report.islandEdges) edges are"
      try Output.line("\(edges) not connected to the largest part of the network")
    }
    let groups = Dictionary(grouping: report.diagnostics) { $0.code }
    for code in groups.keys.sorted(by: {
      (-groups[$0]!.count, $0.rawValue) < (-groups[$1]!.count, $1.rawValue)
    }) {
      try Output.line(Finding.summary(groups[code]!, report.names))
    }
  }
}

/// How a report is written.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
