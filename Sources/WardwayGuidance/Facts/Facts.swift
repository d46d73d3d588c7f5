import Geodesy

// Indirect: it is copied more often than it is read.
/// What is to be said, before it is put in words; names are as on the signs.
package indirect enum Facts: Codable, Hashable, Sendable {
  /// Setting out outdoors.
  case depart(Heading, along: Onward, byCar: Bool)
  /// Setting out inside a building, or where there is no saying in which direction.
  case start(on: Floor?, facing: Facing, along: Onward)
  /// Setting out from a car that one leaves.
  case leaveCar(Heading?, turning: Modifier?, along: Onward)
  /// Turning, perhaps again right behind it; `stays` if the way keeps its name.
  case turn([Modifier], into: Onward, stays: Bool, after: Connector?)
  /// Choosing one of ways that part at a small angle.
  case keep(Modifier, on: Onward, stays: Bool)
  case goOn(along: Onward, after: Connector?)
  case cross(turning: Modifier?, then: Modifier?, along: Onward)
  /// Passing the wall of a building; `floor` is the one behind it, if it is worth a word.
  case passWall(Doorway, on: Floor?, turning: Modifier?, then: Modifier?, along: Onward)
  /// Going over into another network where there is no such wall.
  case passPortal(Gateway, turning: Modifier?, then: Modifier?, along: Onward)
  /// What a driver does at a junction.
  case drive(RoadTurn, turning: Modifier?, into: Way)
  case ride(Ride)
  case ferry(String)
  /// Being there; `floor` is nil where floors are no matter, `side` where the place is there and not beside it.
  case arrive(on: Floor?, side: Side?)
  /// Being where the way ends, still some metres from the place.
  case arriveBefore(metres: Double, side: Side, on: Floor?)
  /// Leaving the car; it `charges` where that costs something and no ticket was taken.
  case park(on: Floor?, charges: Bool)
  /// Being let out of the car.
  case getOut
  /// Getting into the car; it `charges` where one pays before.
  case getIn(charges: Bool)
  /// Getting into the car that somebody else comes with.
  case bePickedUp
}

/// What one follows from a maneuver to the next.
package struct Onward: Codable, Hashable, Sendable {
  var way: Way
  /// How far, in metres.
  var distance: Double
  /// Whether it bends on the way, so that one follows it rather than going straight.
  var bends = false
}

/// Which way somebody looks who sets out.
package struct Facing: Codable, Hashable, Sendable {
  /// What lies behind, or "".
  var behind = ""
  /// Which way one then turns; nil for straight on, or where there is no saying.
  var turn: Modifier?
  /// Where it leads, where nothing else tells the direction, or "".
  var towards = ""
  /// The connector that it leads to, where that is the next thing.
  var ride: Ride?
}

/// Where something is for somebody who comes along.
package enum Side: Codable, Hashable, Sendable {
  case left, right, ahead, behind

  /// Where something lies that one would turn to by an angle in degrees, right positive.
  init(angle: Double) {
    switch abs(angle) {
    case ..<35: self = .ahead
    case ..<145: self = angle > 0 ? .right : .left
    default: self = .behind
    }
  }
}

/// A door in the wall of a building, as one goes through it.
package struct Doorway: Codable, Hashable, Sendable {
  /// Whether it leads inside.
  var entersBuilding: Bool
  /// Its name, or "".
  var door = ""
  /// What the building is called, or "".
  var building = ""
  /// Whether one turns to get to the door rather than behind it.
  var turnsBefore = false
  /// The portal that it is.
  var gateway: Gateway?
}

/// Where a walk goes on in another network.
package struct Gateway: Codable, Hashable, Sendable {
  /// Whether it leads into a venue.
  var entersVenue: Bool
  /// What people call the venue that it leads into or out of, or "".
  var venue: String
  /// Its name, or "".
  var name: String
}
