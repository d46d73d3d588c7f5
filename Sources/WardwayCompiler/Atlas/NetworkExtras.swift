import Columns
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

  /// Returns the network of the streets with all of it, but what is on a campus.
  ///
  /// Roads for cars take their names from the streets, whether anybody walks there or not.
  func added(to streets: WalkNetwork, outside campuses: [Outline] = []) -> WalkNetwork {
    var network = streets
    network.handoffs = Column(handoffs.filter { handoff in !campuses.contains { $0.contains(handoff.walk) } })
    network.translations = translations.translations().bytes
    network.buildings = buildings.outside(campuses, with: streets)
    return network
  }

  /// Returns the network of a venue with what is on its campus and in its words.
  func added(to venue: WalkNetwork, inside campus: Outline) -> WalkNetwork {
    var network = venue
    network.handoffs = Column(handoffs.filter { campus.contains($0.walk) })
    network.buildings = buildings.inside(campus)
    network.translations = translations.translations(of: network).bytes
    return network
  }
}
