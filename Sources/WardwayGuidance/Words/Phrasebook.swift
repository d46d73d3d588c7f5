/// The words of one language: to add a language is to add a phrasebook.
///
/// Each text is one short imperative sentence without a full stop. Names are clean already and stay in the
/// language of the map.
protocol Phrasebook {
  /// Setting out outdoors.
  func depart(_ heading: Heading, along way: Way, distance: Double, byCar: Bool) -> String
  /// Setting out inside a building, or where there is no saying in which direction.
  func start(on floor: Floor?, along way: Way) -> String
  /// Turning; `stays` if the way keeps its name, `after` the connector that one comes from.
  func turn(_ modifier: Modifier, into way: Way, stays: Bool, after connector: Connector?) -> String
  /// Going straight on.
  func goOn(along way: Way, distance: Double, after connector: Connector?) -> String
  /// Crossing a street, perhaps after a turn.
  func cross(turning modifier: Modifier?) -> String
  /// Going into a building; `door` is the name of the door.
  func enter(through door: String, turning turn: DoorTurn?, into way: Way) -> String
  /// Where one is then, to be added to going into a building.
  func whereabouts(in building: String, on floor: Floor?) -> String
  /// Going out of a building.
  func leave(through door: String, turning turn: DoorTurn?, into way: Way) -> String
  /// Taking a connector.
  func take(_ ride: Ride) -> String
  /// Taking a ferry.
  func ferry(_ name: String) -> String
  /// Being there; `floor` is nil where floors are no matter.
  func arrive(at place: String, on floor: Floor?) -> String
  /// What a driver does at a junction.
  func drive(_ turn: RoadTurn, turning modifier: Modifier?, into way: Way) -> String
  /// Leaving the car; `charges` where it costs something and no ticket was taken.
  func park(at place: String, on floor: Floor?, charges: Bool) -> String
  /// Setting out on foot from the car, with the text of setting out if there is one.
  func leaveCar(_ departure: String?, along way: Way) -> String
  /// Setting out inside a venue right behind its entrance.
  func inside(_ venue: String, on floor: Floor?, along way: Way) -> String
  /// Being let out of the car.
  func getOut(at place: String) -> String
  /// Getting into the car; `charges` where one pays before.
  func getIn(at place: String, charges: Bool) -> String
  /// Getting into somebody else's car.
  func beingPickedUp(at place: String) -> String
  /// Coming onto a venue's grounds.
  func enterVenue(_ venue: String, at place: String) -> String
  /// Coming out to the streets.
  func leaveVenue(_ venue: String, at place: String) -> String
  /// What to call a road that has nothing but a number without letters.
  func road(numbered number: String) -> String
  /// Telling what the map doesn't say.
  func warn(_ warning: Warning, count: Int) -> String
}

/// A turn at the door of a building.
struct DoorTurn: Hashable {
  /// Which way.
  var modifier: Modifier
  /// Whether one turns to get to the door rather than behind it.
  var isBefore: Bool
}
