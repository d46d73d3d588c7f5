/// What one does where a step begins.
public enum Maneuver: String, Codable, Hashable, Sendable, CaseIterable {
  /// Setting out.
  case depart
  /// Being there.
  case arrive
  /// Changing direction where there is a choice.
  case turn
  /// Going on: under a new name, over a crossing, after a connector.
  case `continue`
  /// Joining a larger road.
  case merge
  /// Choosing a branch.
  case fork
  /// Driving around a roundabout.
  case roundabout
  /// From outdoors into a building.
  case enterBuilding = "enter-building"
  /// From a building to outdoors.
  case exitBuilding = "exit-building"
  /// From the streets onto a venue's grounds.
  case enterVenue = "enter-venue"
  /// From a venue's grounds out to the streets.
  case exitVenue = "exit-venue"
  /// Riding an elevator.
  case elevator
  /// Climbing or descending stairs.
  case stairs
  /// Riding an escalator.
  case escalator
  /// Riding a moving walk.
  case movingWalk = "moving-walk"
  /// Taking a ramp.
  case ramp
  /// Passing a door.
  case door
  /// Leaving the car in a parking space.
  case park
  /// Getting out of a car that goes on.
  case dropOff = "drop-off"
  /// Changing to another means of transport, such as a ferry.
  case transfer
}

/// Which way a maneuver leads.
public enum Modifier: String, Codable, Hashable, Sendable, CaseIterable {
  /// Left, about square.
  case left
  /// Right, about square.
  case right
  /// A little to the left.
  case slightLeft = "slight-left"
  /// A little to the right.
  case slightRight = "slight-right"
  /// Left and back.
  case sharpLeft = "sharp-left"
  /// Right and back.
  case sharpRight = "sharp-right"
  /// Straight on.
  case straight
  /// Back.
  case uturn
  /// To a higher place.
  case up
  /// To a lower place.
  case down
}
