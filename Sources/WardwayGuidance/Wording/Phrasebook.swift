import Geodesy
import WardwayMap
import WardwayRouting

/// The words of one language: to add a language is to add a folder with one of these, and to name it in
/// `Language.known`.
///
/// Each text is one short imperative sentence without a full stop. Names are clean already and stay in the
/// language of the map.
package protocol Phrasebook: Sendable {
  /// The BCP 47 tag of the language: "en", "zh-Hans".
  var tag: String { get }

  // MARK: Guidance

  /// A length as people say it, or "" where it isn't worth a word.
  func length(_ metres: Double) -> String
  /// Setting out outdoors.
  func depart(_ heading: Heading, along onward: Onward, byCar: Bool) -> String
  /// Setting out inside a building, or where there is no saying in which direction.
  func start(on floor: Floor?, facing: Facing, along onward: Onward) -> String
  /// Turning, perhaps again right behind it; `stays` if the way keeps its name, `after` the connector that one comes
  /// from.
  func turn(_ turns: [Modifier], into onward: Onward, stays: Bool, after connector: Connector?) -> String
  /// Choosing one of ways that part at a small angle; `stays` if the way keeps its name.
  func keep(_ modifier: Modifier, on onward: Onward, stays: Bool) -> String
  /// Going straight on.
  func goOn(along onward: Onward, after connector: Connector?) -> String
  /// Crossing a street, perhaps after a turn, or before one.
  func cross(turning modifier: Modifier?, then: Modifier?, along onward: Onward) -> String
  /// Going through the wall of a building; `floor` is the one behind it, if it is worth a word.
  func pass(
    _ doorway: Doorway, on floor: Floor?, turning modifier: Modifier?, then: Modifier?, along onward: Onward
  ) -> String
  /// Coming onto a venue's grounds, or out of them.
  func pass(_ gateway: Gateway, turning modifier: Modifier?, then: Modifier?, along onward: Onward)
    -> String
  /// Taking a connector.
  func take(_ ride: Ride) -> String
  /// Taking a ferry.
  func ferry(_ name: String) -> String
  /// Being there; `floor` is nil where floors are no matter, `side` where the place is there and not beside it.
  func arrive(at place: String, on floor: Floor?, side: Side?) -> String
  /// Being where the way ends, still some metres from the place.
  func arrive(before place: String, metres: Double, side: Side, on floor: Floor?) -> String
  /// What a driver does at a junction.
  func drive(_ turn: RoadTurn, turning modifier: Modifier?, into way: Way) -> String
  /// Leaving the car; `charges` where it costs something and no ticket was taken.
  func park(at place: String, on floor: Floor?, charges: Bool) -> String
  /// Setting out on foot from the car, with the text of setting out if there is one.
  func leaveCar(_ departure: String?, turning modifier: Modifier?, along onward: Onward) -> String
  /// Being let out of the car.
  func getOut(at place: String) -> String
  /// Getting into the car; `charges` where one pays before.
  func getIn(at place: String, charges: Bool) -> String
  /// Getting into somebody else's car.
  func beingPickedUp(at place: String) -> String
  /// What to call a road that has nothing but a number without letters.
  func road(numbered number: String) -> String
  /// Telling what the map doesn't say.
  func warn(_ code: Notice.Code, count: Int) -> String

  // MARK: Around a journey

  /// What speaks for a journey, in a few words, and the way that it leads along, or "".
  func reason(_ reason: Alternative.Reason, along name: String) -> String
  /// Why there is no journey, and the way out.
  func refuse(_ error: PlanningError) -> String
  /// Duration and length of a journey.
  func summary(minutes: Int, length: String) -> String
  /// A length in figures, to the metre.
  func measure(metres: Int) -> String
  /// A length in figures, such as 11.5.
  func measure(kilometres: String) -> String

  // MARK: Pictures

  var picture: PictureWords { get }
  /// A floor without a posted name.
  func floor(_ level: Level) -> String
  /// Where a change of floor comes from.
  func arrival(from floor: String) -> String
  /// How a journey is made.
  func means(byCar: Bool) -> String
  /// Who travels, by the name of the profile; "" for most people.
  func traveller(_ profile: String) -> String
  func minutes(_ count: Int) -> String
}

extension Phrasebook {
  /// The language without script and region, as maps have names in it: "en", "zh".
  var primaryTag: String { String(tag.prefix { $0 != "-" }) }

  /// What a place is called in the language if the map knows it there, else as on the signs; safe to show.
  func name(of place: FoundPlace) -> String { cleanName(place.translations[primaryTag] ?? place.name) }
}
