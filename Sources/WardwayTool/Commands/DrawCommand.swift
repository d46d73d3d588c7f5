import ArgumentParser
import Wardway
import WardwayContract
import WardwayDrawing
import WardwayMap

/// `wardway draw`.
struct DrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draws a journey, or a hospital with all its floors, as an SVG picture.",
    discussion: """
      A PLACE is what it is for 'wardway route'. A venue is named by its id or its name.

        wardway draw city.atlas --from Home --to "Ward 5" --by car -o journey.svg
        wardway draw city.atlas --venue "General Hospital" --language zh -o hospital.svg
        wardway draw city.atlas --venue "General Hospital" --network -o network.svg
      """)

  @Argument(help: "The atlas.", completion: .directory)
  var atlas: String

  @Option(help: "Where to start: a PLACE.")
  var from: String?

  @Option(help: "Where to go: a PLACE.")
  var to: String?

  @Option(help: "The venue to draw: its id or its name. Not needed if there is only one.")
  var venue: String?

  @Flag(help: "Draw the nodes and edges that searches use, over rooms and doors.")
  var network = false

  @OptionGroup var travel: TravelOptions

  @Option(name: .shortAndLong, help: "The picture to write.", completion: .file(extensions: ["svg"]))
  var output: String

  func validate() throws {
    if (from == nil) != (to == nil) { throw ValidationError("Give --from and --to, or neither.") }
    if from != nil, network { throw ValidationError("Give a journey or --network, not both.") }
    if from != nil, venue != nil { throw ValidationError("Give a journey or --venue, not both.") }
  }

  func run() throws {
    let language = try travel.answerLanguage()
    let picture = try Atlas.asking(atlas, remembering: .ofUser) { try self.picture(of: $0, language) }
    try writeThrough(Array(picture.utf8), to: output)
  }

  private func picture(of atlas: Atlas, _ language: Language) throws -> String {
    let drawing = try Drawing(atlas, language: language)
    if let from, let to {
      let request = try travel.request(from: from, to: to, on: atlas)
      let planner = Planner(atlas)
      return drawing.svg(
        of: try planner.plan(request), from: from, to: to, profile: request.profile.name)
    }
    guard network else { return try drawing.svg(ofVenue: try Self.venue(venue, of: atlas)) }
    // Without venues, all is in the streets.
    return try drawing.svg(
      ofNetwork: venue == nil && atlas.venueParts.isEmpty ? .streets : try Self.venue(venue, of: atlas))
  }

  /// The id of the venue with an id or a name, or of the only one.
  private static func venue(_ text: String?, of atlas: Atlas) throws -> NetworkID {
    if let text { return try Words.venue(text, on: atlas) }
    let parts = atlas.venueParts
    guard parts.count == 1 else {
      throw PlanningError(
        .invalidRequest,
        parts.isEmpty
          ? "there is no venue in this atlas; give --from and --to"
          : "say which --venue: \(Words.venues(of: atlas))")
    }
    return parts[0].network
  }
}
