import ArgumentParser
import Foundation
import Wardway
import WardwayContract

/// `wardway route`.
struct RouteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "route",
    abstract: "Finds the best way between two places.",
    discussion: """
      A PLACE is LAT,LON or LAT,LON@LEVEL, the name of a place, or its id (node/123).

        wardway route city.atlas --from 52.5251,13.3694@-2 --to "Pharmacy" --as wheelchair
        wardway route city.atlas --from Entrance --to "Ward 5" --close "Elevator A" --language zh
      """)

  /// How a route is written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, geojson }

  @Argument(help: "The atlas.", completion: .directory)
  var atlas: String

  @Option(help: "Where to start: a PLACE.")
  var from: String

  @Option(help: "Where to go: a PLACE.")
  var to: String

  @OptionGroup var travel: TravelOptions

  @Option(help: "How many different good ways to show at most, each with what speaks for it: 1 to 3.")
  var alternatives = 1

  @Flag(help: "List the travelled edges (JSON).")
  var edges = false

  @Option(help: "How to answer: text, json or geojson.")
  var format = Format.text

  func validate() throws {
    if !(1...3 ~= alternatives) { throw ValidationError("--alternatives is from 1 to 3.") }
  }

  func run() throws {
    let language = try travel.answerLanguage()
    do {
      let found = try Atlas.asking(atlas, remembering: .ofUser) { atlas in
        let request = try travel.request(from: from, to: to, on: atlas)
        let planner = Planner(atlas)
        return try planner.alternatives(to: request, limit: alternatives)
      }
      switch format {
      case .text:
        for (number, alternative) in found.enumerated() {
          if number > 0 {
            let reason = Terminal.bold(Terminal.shown(alternative.text(in: language)) + ":")
            try Output.write(Array("\n\(reason) ".utf8))
          }
          try printText(alternative.journey, language)
        }
      case .json:
        try Output.json(RouteAnswer(id: nil, found, language: language, edges: edges).json)
      case .geojson: try Output.json(RouteGeoJSON(found[0].journey, language: language).json)
      }
    } catch let error as PlanningError {
      if format == .json {
        try Output.json(RefusedAnswer(id: nil, error, language: language).json)
      }
      throw PlanningError(error.code, error.text(in: language), choice: error.choice)
    }
  }

  /// Where a number beside a step would be taken for its height.
  private static let rides: Set<Maneuver> = [.elevator, .stairs, .escalator]

  private func printText(_ journey: Journey, _ language: Language) throws {
    try Output.line(Terminal.bold(journey.summary(in: language)))
    try Output.line("")
    let steps = journey.steps(in: language)
    let width = String(steps.count).count
    for (number, step) in steps.enumerated() {
      let index = String(repeating: " ", count: width - String(number + 1).count) + "\(number + 1)"
      let isSaid = step.saysDistance || step.distance < 1 || Self.rides.contains(step.maneuver)
      let length = isSaid ? "" : Terminal.dim("  " + language.length(step.distance))
      try Output.line("\(index). \(step.text)\(length)")
    }
    guard !journey.notices.isEmpty else { return }
    try Output.line("")
    for notice in journey.notices { try Output.line("• \(notice.text(in: language))") }
  }
}
