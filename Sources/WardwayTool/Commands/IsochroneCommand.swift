import ArgumentParser
import Wardway
import WardwayContract

/// `wardway isochrone`.
struct IsochroneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "isochrone",
    abstract: "Finds from where a place is reached in time, or what is reached from it.",
    discussion: """
      A PLACE is LAT,LON or LAT,LON@LEVEL, the name of a place, or its id (node/123).

        wardway isochrone city.atlas --to "Emergency Department" --within 5,10,15 --by car > reach.geojson
        wardway isochrone city.atlas --from "Bus Stop" --within 10 --as wheelchair --format text
      """)

  /// How an isochrone is written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, geojson }

  @Argument(help: "The atlas.", completion: .directory)
  var atlas: String

  @Option(help: "Where to go: a PLACE.")
  var to: String?

  @Option(help: "Where to start: a PLACE.")
  var from: String?

  @Option(help: "How long it may take, in minutes; several with commas between: 5,10,15.")
  var within: String

  @Option(help: "How to travel: walk or car.")
  var by = "walk"

  @Option(
    name: .customLong("as"),
    help: "Who walks: walker, older-walker, stroller, wheelchair, bed, staff, or a JSON file.")
  var profile = "walker"

  @Option(
    help: ArgumentHelp("What is closed, by its id or its name; may be repeated.", valueName: "element"))
  var close: [String] = []

  @Option(help: "The cell size of the grid that contours are drawn on, in metres: 1 to 1000.")
  var cell: Double?

  @Option(help: "How to answer: text or geojson.")
  var format = Format.geojson

  func validate() throws {
    if (to == nil) == (from == nil) { throw ValidationError("Give --to or --from, one of them.") }
    if by != "walk" && by != "car" { throw ValidationError("--by is walk or car.") }
  }

  func run() throws {
    let (found, request) = try Atlas.asking(atlas, remembering: .ofUser) { atlas in
      let request = try self.request(on: atlas)
      let planner = Planner(atlas)
      return (try planner.isochrone(request), request)
    }
    switch format {
    case .geojson: try Output.json(IsochroneGeoJSON(found, request).json)
    case .text:
      for contour in found.contours {
        let kilometres = Number.text(contour.metres / 1000, 1)
        try Output.line(
          "\(Terminal.bold("\(Number.text(contour.limit / .seconds(60), 2)) min"))  \(contour.nodeCount) nodes, "
            + "\(kilometres) km of ways, \(contour.placeCount) places")
      }
    }
  }

  private func request(on atlas: Atlas) throws -> IsochroneRequest {
    let minutes = within.split(separator: ",", omittingEmptySubsequences: false)
    let limits = try minutes.map { text -> Duration in
      guard let number = Double(text.filter { !$0.isWhitespace }), abs(number) < 1e9 else {
        throw PlanningError(.invalidRequest, "'\(text)' in --within is no number of minutes; write 5,10,15")
      }
      return .seconds(number * 60)
    }
    return IsochroneRequest(
      to == nil ? .from : .towards, try Place(to ?? from ?? ""), within: limits,
      by: by == "car" ? .car : .walk,
      profile: try Words.profile(profile), closed: try Words.sources(close, on: atlas), cellSize: cell)
  }
}
