/// What spaces inside buildings are: Simple Indoor Tagging, and the older scheme with parts of buildings.
enum IndoorTags {
  /// What `indoor` says; for parts of buildings on a level, what it would say.
  static func kind(_ tags: OSMTags) -> String? {
    if let indoor = tags["indoor"] { return indoor }
    guard tags["level"] != nil, let part = part(tags) else { return nil }
    switch part {
    case "room", "verticalpassage": return "room"
    case "corridor": return "corridor"
    case "hall", "lobby": return "area"
    default: return nil
    }
  }

  /// Whether a space is an elevator's shaft.
  static func isElevator(_ tags: OSMTags) -> Bool {
    tags["room"] == "elevator" || passage(tags) == "elevator"
  }

  /// Whether a space has stairs in it.
  static func isStairwell(_ tags: OSMTags) -> Bool {
    tags["room"] == "stairs" || tags["stairs"] == "yes" || ["stairway", "stairs"].contains(passage(tags))
  }

  private static func part(_ tags: OSMTags) -> String? { tags["buildingpart"] ?? tags["building:part"] }

  private static func passage(_ tags: OSMTags) -> String? {
    guard part(tags) == "verticalpassage" else { return nil }
    return tags["buildingpart:verticalpassage"] ?? tags["building:part:verticalpassage"]
  }
}
