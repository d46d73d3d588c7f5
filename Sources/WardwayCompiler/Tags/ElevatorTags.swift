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
  }
}
