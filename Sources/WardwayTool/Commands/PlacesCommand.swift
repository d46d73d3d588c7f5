import ArgumentParser
import Wardway
import WardwayContract

/// `wardway places`.
struct PlacesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "places",
    abstract: "Lists the places of an atlas, or finds them by name.",
    discussion: """
        wardway places city.atlas
        wardway places city.atlas cardiology --kind clinic
      """)

  @Argument(help: "The atlas.", completion: .directory)
  var atlas: String

  @Argument(help: "A name or words of one.")
  var name: String?

  @Option(help: "Only places of this kind: pharmacy, ward, toilets, …")
  var kind: String?

  @Option(help: "The language of the names where the map has them in it: en, zh; else as on the signs.")
  var language: String?

  @Option(help: "The most places to list.")
  var limit = 1000

  @Option(help: "How to answer: text or json.")
  var format = ReportFormat.text

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit has to be at least 1.") }
  }

  func run() throws {
    let language = try language.map { try Words.language($0) }
    let request = PlacesRequest(name: name, kind: kind, limit: limit)
    let found = try Atlas.asking(atlas, remembering: .ofUser) { try request.places(on: $0) }
    switch format {
    case .json:
      for place in found { try Output.json(PlaceAnswer(place, language: language).json) }
    case .text:
      for place in found {
        let name = Terminal.shown(language.map { place.name(in: $0) } ?? place.name)
        let posted = Terminal.shown(place.levelName)
        let level = posted.isEmpty ? place.level.map { ", level \($0)" } ?? "" : ", \(posted)"
        try Output.line("\(name)  \(Terminal.dim("\(Terminal.shown(place.kind))\(level), \(place.source)"))")
      }
    }
    if found.isEmpty {
      throw PlanningError(.unknownPlace, "no place matches; 'wardway places \(atlas)' lists all")
    }
  }
}
