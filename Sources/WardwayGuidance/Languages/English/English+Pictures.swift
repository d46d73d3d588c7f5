import Geodesy

extension English {
  var picture: PictureWords {
    PictureWords(
      streets: "Overview",
      surroundings: "Surroundings",
      onFoot: "On foot",
      walkRoute: "On foot",
      carRoute: "By car",
      start: "Start",
      stop: "Stop on the way",
      destination: "Destination",
      parking: "Car park",
      dropOff: "Let out here",
      elevator: "Elevator",
      stairs: "Stairs",
      escalator: "Escalator",
      ramp: "Ramp",
      movingWalk: "Moving walk",
      corridor: "Corridor",
      room: "Room or area",
      door: "Door",
      entrance: "Entrance",
      staffOnly: "Staff only",
      toilets: "Toilets",
      place: "Place",
      grounds: "Hospital grounds",
      building: "Building",
      indoorWays: "Ways inside buildings",
      footway: "Footway",
      floorChange: "Change of floor",
      mesh: "Edge across an area",
      way: "Edge of a line",
      climb: "Edge to another floor",
      island: "Edge of an island",
      node: "Node",
      doorNode: "Node at a door",
      cutOff: "Nothing leads here",
      listSeparator: ", ",
      north: "N")
  }

  func floor(_ level: Level) -> String { "Level \(level)" }

  func arrival(from floor: String) -> String { "from \(floor)" }

  func means(byCar: Bool) -> String { byCar ? "by car and on foot" : "on foot" }

  func traveller(_ profile: String) -> String {
    switch profile {
    case "walker": ""
    case "older-walker": "slower walker"
    case "stroller": "with a stroller"
    case "bed": "hospital bed"
    default: cleanName(profile)
    }
  }

  func minutes(_ count: Int) -> String { "\(count) min" }

  func measure(metres: Int) -> String { "\(metres) m" }

  func measure(kilometres: String) -> String { "\(kilometres) km" }

  func summary(minutes: Int, length: String) -> String { "\(minutes) min, \(length)" }
}
