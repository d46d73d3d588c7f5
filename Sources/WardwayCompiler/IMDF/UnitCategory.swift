/// What a unit is to people on foot, by its category.
enum UnitUse {
  /// Walls around it: a room.
  case room
  /// People walk through: a corridor, a hall, a terrace.
  case open
  /// It leads to other levels.
  case connector(Connector)
  /// Nobody walks there: walls, pillars, shafts, beds of plants.
  case solid

  enum Connector: String {
    case elevator, escalator, stairs, ramp, movingwalkway
    /// A few steps within a level, or between levels as stairs.
    case steps
  }

  private static let opens: Set<String> = [
    "walkway", "walkway.island", "lobby", "footbridge", "platform", "terrace", "unenclosedarea", "road",
    "parking",
    "lounge", "waitingroom", "recreation", "fieldofplay", "smokingarea",
  ]
  private static let solids: Set<String> = [
    "opentobelow", "structure", "brick", "column", "concrete", "drywall", "glass", "wood", "vegetation",
  ]
  private static let rooms: Set<String> = [
    "auditorium", "classroom", "conferenceroom", "firstaid", "fitnessroom", "foodservice",
    "foodservice.coffee",
    "huddleroom", "kitchen", "laboratory", "library", "mailroom", "mothersroom", "movietheater", "nonpublic",
    "office", "phoneroom", "privatelounge", "restroom", "restroom.family", "restroom.female",
    "restroom.female.wheelchair", "restroom.male", "restroom.male.wheelchair", "restroom.transgender",
    "restroom.transgender.wheelchair", "restroom.unisex", "restroom.unisex.wheelchair", "restroom.wheelchair",
    "room", "serverroom", "shower", "storage", "theater", "unspecified",
  ]

  /// Nil for a category that IMDF hasn't.
  init?(_ category: String) {
    if let connector = Connector(rawValue: category) {
      self = .connector(connector)
    } else if Self.opens.contains(category) {
      self = .open
    } else if Self.solids.contains(category) {
      self = .solid
    } else if Self.rooms.contains(category) {
      self = .room
    } else {
      return nil
    }
  }
}

/// Tags for what IMDF says in categories, restrictions and the like.
enum IMDFTags {
  /// What kind of place a unit, an amenity or an occupant is.
  ///
  /// What has no tag of its own in OpenStreetMap keeps its category as `room`.
  static func place(_ category: String, emergency: Bool = false) -> [String: String] {
    let parts = category.split(separator: ".").map(String.init)
    guard let kind = parts.first else { return [:] }
    var tags: [String: String]
    switch kind {
    case "restroom":
      tags = ["amenity": "toilets"]
      if parts.contains("female") { tags["female"] = "yes" }
      if parts.contains("male") { tags["male"] = "yes" }
      if parts.contains("unisex") { tags["unisex"] = "yes" }
      if parts.contains("wheelchair") { tags["toilets:wheelchair"] = "yes" }
    case "pharmacy": tags = ["amenity": "pharmacy", "healthcare": "pharmacy"]
    case "emergencyroom", "emergency", "emergencydepartment": tags = ["healthcare": "emergency"]
    case "doctor", "doctors", "physician": tags = ["amenity": "doctors", "healthcare": "doctor"]
    case "dentist": tags = ["amenity": "dentist", "healthcare": "dentist"]
    case "clinic", "medicalcenter", "hospital", "urgentcare":
      tags = ["amenity": "clinic", "healthcare": "clinic"]
    case "laboratory": tags = ["healthcare": "laboratory"]
    case "firstaid": tags = ["healthcare": "first_aid"]
    case "foodservice": tags = ["amenity": parts.contains("coffee") ? "cafe" : "restaurant"]
    case "restaurant": tags = ["amenity": "restaurant"]
    case "cafe", "coffee": tags = ["amenity": "cafe"]
    case "library": tags = ["amenity": "library"]
    case "atm": tags = ["amenity": "atm"]
    case "bank": tags = ["amenity": "bank"]
    case "information": tags = ["tourism": "information"]
    case "shop", "retail": tags = ["shop": "yes"]
    case "drinkingfountain": tags = ["amenity": "drinking_water"]
    case "unspecified", "room", "walkway": tags = [:]
    default: tags = [:]
    }
    if tags.isEmpty { tags["room"] = IMDFNames.value(kind) }
    return tags
  }

  /// The access that a restriction leaves; `restricted` asks for a ticket or an appointment, which visitors have.
  static func access(_ restriction: String?) -> [String: String] {
    switch restriction {
    case "employeesonly": ["access": "private"]
    case "restricted": ["access": "permit"]
    default: [:]
    }
  }

  /// The tags of a door.
  static func door(_ opening: IMDFFeature) -> [String: String] {
    var tags = ["indoor": "door"]
    let door = opening.properties["door"]
    switch door["type"].string {
    case nil, "open": tags["door"] = "no"
    case "revolving": tags["door"] = "revolving"
    case "sliding", "movablepartition": tags["door"] = "sliding"
    case "shutter": tags["door"] = "overhead"
    case "swinging": tags["door"] = "hinged"
    case let type? where type.hasPrefix("turnstile"): tags = ["barrier": "turnstile"]
    default: tags["door"] = "yes"
    }
    // Nobody opens an opening without a leaf.
    if door["automatic"].bool ?? (tags["door"] == "no") || tags["door"] == "no" {
      tags["automatic_door"] = "yes"
    }
    if door["automatic"].bool == false, tags["door"] != "no" { tags["automatic_door"] = "no" }
    if let material = door["material"].string { tags["material"] = IMDFNames.value(material) }
    if opening.isWheelchairAccessible { tags["wheelchair"] = "yes" }
    if opening.texts("accessibility").contains("tactilepaving") { tags["tactile_paving"] = "yes" }
    let control = opening.texts("access_control")
    if control.contains("outofservice") {
      tags["access"] = "no"
    } else if control.contains(where: { $0 != "guard" }) || opening.category == "service" {
      tags["access"] = "private"
    }
    if opening.category == "emergencyexit" { tags["exit"] = "emergency" }
    return tags
  }
}
