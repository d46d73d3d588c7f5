import Geodesy

/// What a picture says besides names.
package struct PictureWords: Sendable {
  package var streets: String
  package var surroundings: String
  package var onFoot: String
  package var walkRoute: String
  package var carRoute: String
  package var start: String
  package var stop: String
  package var destination: String
  package var parking: String
  package var dropOff: String
  package var elevator: String
  package var stairs: String
  package var escalator: String
  package var ramp: String
  package var movingWalk: String
  package var corridor: String
  package var room: String
  package var door: String
  package var entrance: String
  package var staffOnly: String
  package var toilets: String
  package var place: String
  package var grounds: String
  package var building: String
  package var indoorWays: String
  package var footway: String
  package var floorChange: String
  package var mesh: String
  package var way: String
  package var climb: String
  package var island: String
  package var node: String
  package var doorNode: String
  package var cutOff: String
  package var listSeparator: String
  package var north: String
}
