import WardwayMap

/// What a network has besides ways and places: where people get out of cars, names in other languages, and the
/// outlines of buildings.
struct NetworkExtras {
  let handoffs: [HandoffRecord]
  private let translations: TranslationFinder
  private let buildings: BuildingFinder

  init(_ extract: OSMExtract, hospitals: [FoundVenue], points: [FoundVenue]) {
    handoffs = HandoffFinder(extract: extract, hospitals: hospitals, points: points).handoffs()
    translations = TranslationFinder(extract)
    buildings = BuildingFinder(extract)
  }

  /// Freezes the network of the streets with all of it, but what is on a campus.
  ///
  /// Roads for cars take their names from the streets, whether anybody walks there or not.
  func frozen(streets: SettledNetwork, outside campuses: [Outline] = []) -> WalkNetwork {
    streets.frozen(
      handoffs: handoffs.filter { handoff in !campuses.contains { $0.contains(handoff.walk) } },
      translations: translations.translations(), buildings: buildings.outside(campuses, with: streets))
  }

  /// Freezes the network of a venue with what is on its campus and in its words.
  func frozen(venue: SettledNetwork, inside campus: Outline) -> WalkNetwork {
    venue.frozen(
      handoffs: handoffs.filter { campus.contains($0.walk) },
      translations: translations.translations(of: venue), buildings: buildings.inside(campus))
  }
}
