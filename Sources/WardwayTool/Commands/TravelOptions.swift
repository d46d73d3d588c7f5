import ArgumentParser
import Wardway
import WardwayContract

/// How to travel and under which conditions: what `route` and `draw` are asked alike.
struct TravelOptions: ParsableArguments {
  @Option(help: "A stop on the way, on foot: a PLACE; may be repeated.")
  var via: [String] = []

  @Option(help: "How to travel: walk, or car (which is parked, and the rest walked).")
  var by: String = "walk"

  @Option(help: "By car: where the car stands, for the way back to it: a PLACE.")
  var carAt: String?

  @Option(
    help: ArgumentHelp(
      "By car: how high the car is, in metres; lower car parks aren't used.", valueName: "metres"))
  var carHeight: Double?

  @Flag(help: "By car: be let out where that is allowed, instead of parking.")
  var dropOff = false

  @Flag(help: "By car: be picked up where that is allowed, for the way back.")
  var pickUp = false

  @Option(
    name: .customLong("as"),
    help: "Who travels: walker, older-walker, stroller, wheelchair, bed, staff, or a JSON file.")
  var profile = "walker"

  @Option(help: "When to leave; not supported yet.")
  var depart: String?

  @Option(help: "When to be there; not supported yet.")
  var arrive: String?

  @Option(
    help: ArgumentHelp("What is closed, by its id or its name; may be repeated.", valueName: "element"))
  var close: [String] = []

  @Option(help: "What to use only as a last resort: elevator, stairs, escalator, ferry; may be repeated.")
  var avoid: [String] = []

  @Option(help: "The language of the text: en, zh.")
  var language = "en"

  func validate() throws {
    if depart != nil && arrive != nil { throw ValidationError("Give --depart or --arrive, not both.") }
  }

  /// The language of the answer.
  func answerLanguage() throws -> Language { try Words.language(language) }

  /// The request that the options make between two places of an atlas.
  func request(from: String, to: String, on atlas: Atlas) throws -> JourneyRequest {
    let car = try Words.car(
      by: by, at: try carAt.map { try Place($0) }, dropsOff: dropOff, picksUp: pickUp)
    try Words.refuseTimes(depart: depart, arrive: arrive)
    return JourneyRequest(
      from: try Place(from), to: try Place(to), via: try via.map { try Place($0) },
      profile: try Words.profile(profile),
      closed: try Words.sources(close, on: atlas), avoiding: try Words.avoidables(avoid), car: car,
      carHeight: try Words.carHeight(carHeight, of: car))
  }
}
