import WardwayMap

/// What the tags of an elevator say about whom it carries.
enum ElevatorTags {
  /// Words in a name or description that mark an elevator for beds; OpenStreetMap has no tag for it.
  private static let bedWords = ["bed lift", "bed elevator", "bettenaufzug", "bettenlift", "病床", "monte-lit"]

  static func apply(_ tags: OSMTags, to attributes: inout EdgeAttributes) {
    let words = ["name", "name:en", "name:zh", "description", "usage"].compactMap { tags[$0]?.lowercased() }
    if bedWords.contains(where: { word in words.contains { $0.contains(word) } }) {
      attributes.elevator = .bed
    } else if attributes.access == .staff || tags["usage"] == "freight" {
      attributes.elevator = .staff
    }
    // The class says who may ride; access is spoken for by it.
    attributes.access = .everyone
    let lengths = ["maxlength:physical", "maxlength", "length"].lazy.compactMap { Measure.metres(tags[$0]) }
    if let length = lengths.first { attributes.cabinLength = Int(min(length, 100) * 100 + 0.5) }
    attributes.elevatorLoad = load(tags) ?? 0
  }

  /// What a person counts for on the plate in a cabin, in kilograms (EN 81-20, GB/T 7588.1).
  private static let person = 75.0

  /// What it carries in kilograms, as a weight or in persons, the less where both are stated; nil for neither.
  private static func load(_ tags: OSMTags) -> Int? {
    let persons = ["capacity:persons", "capacity"].lazy.compactMap { Measure.count(tags[$0]) }.first
    let loads = [Measure.kilograms(tags["maxweight"]), persons.map { Double($0) * person }].compactMap { $0 }
    return loads.min().map { Int($0 + 0.5) }
  }

  /// What is clear in centimetres, of the door and of the cabin behind it; 0 where neither is stated.
  static func width(_ tags: OSMTags) -> UInt16 {
    let door = ["door:width", "entrance:width", "maxwidth:physical"].compactMap { Measure.metres(tags[$0]) }
    let all = door + [Measure.metres(tags["width"])].compactMap { $0 }
    return all.min().map { UInt16(min(max($0 * 100 + 0.5, 1), 60_000)) } ?? 0
  }
}

/// What tags say of machines that don't run, or not always.
enum ServiceTags {
  private static let stopped: Set<String> = [
    "closed", "out_of_order", "out_of_service", "broken", "defunct", "inoperable", "not_operational",
    "non-operational", "nonoperational", "unused", "no",
  ]

  /// Whether an elevator or an escalator is out of service.
  static func isOut(_ tags: OSMTags) -> Bool {
    tags["operational_status"].map { stopped.contains($0.lowercased()) } ?? false || tags["disused"] == "yes"
      || tags["abandoned"] == "yes"
  }

  /// Whether an escalator or a moving walk may stand still, or run the other way, when one comes.
  static func mayStandStill(_ tags: OSMTags) -> Bool {
    tags["conveying"] == "reversible" || tags["conveying:conditional"] != nil
      || tags["opening_hours"].map { $0 != "24/7" } ?? false
  }
}
