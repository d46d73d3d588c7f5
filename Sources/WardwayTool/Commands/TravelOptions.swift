import ArgumentParser
import Wardway

/// How to travel and under which conditions: what `route` and `draw` are asked alike.
struct TravelOptions: ParsableArguments {
  @Option(help: "A stop on the way, on foot: a PLACE; may be repeated.")
  var via: [String] = []

  @Option(help: "How to travel: walk, or car (which is parked, and the rest walked).")
  var by: String = "walk"

  @Option(help: "By car: where the car stands, for the way back to it: a PLACE.")
  var carAt: String?

  @Flag(help: "By car: be let out where that is allowed, instead of parking.")
  var dropOff = false

  @Flag(help: "By car: be picked up where that is allowed, for the way back.")
  var pickUp = false

  @Option(
    name: .customLong("as"),
    help: "Who travels: walker, older-walker, stroller, wheelchair, bed, staff, or a JSON file.")
  var profile = "walker"

  @Option(help: "When to leave, ISO 8601.")
  var depart: String?

  @Option(help: "When to be there, ISO 8601.")
  var arrive: String?

  @Option(help: ArgumentHelp("An element that is closed; may be repeated.", valueName: "element"))
  var close: [String] = []

  @Option(help: "What to use only as a last resort: elevator, stairs, escalator, ferry; may be repeated.")
  var avoid: [String] = []

  @Option(help: "The language of the text: en, zh.")
  var language = "en"

  func validate() throws {
    if depart != nil && arrive != nil { throw ValidationError("Give --depart or --arrive, not both.") }
  }

  /// The language of the answer.
  func answerLanguage() throws -> Language { try Answerer.language(language) }

  /// The request that the options make between two places.
  func request(from: String, to: String) throws -> JourneyRequest {
    let car = try Answerer.car(
      by: by, at: try carAt.map { try Place($0) }, dropsOff: dropOff, picksUp: pickUp)
    try Answerer.checkTime(depart)
    try Answerer.checkTime(arrive)
    return JourneyRequest(
      from: try Place(from), to: try Place(to), via: try via.map { try Place($0) },
      profile: try Answerer.profile(profile),
      closed: try Answerer.sources(close), avoiding: try Answerer.avoidables(avoid), car: car)
  }
}
