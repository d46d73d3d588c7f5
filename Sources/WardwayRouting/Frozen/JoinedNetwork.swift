import Columns
import Geodesy
import ShortestPaths
import WardwayMap

/// A walk network of an atlas, with what is found out about it once: the streets, or a venue's.
final class JoinedNetwork: Sendable {
  /// What legs call it: `streets`, or the venue's id.
  let id: NetworkID
  /// What people call it: a venue's name, or "" for the streets.
  let name: String
  let network: WalkNetwork
  private let venue: Venue?
  // Not held: the atlas keeps what is joined.
  private unowned let atlas: Atlas

  private let planarPositions = Once<(x: Column<Int32>, y: Column<Int32>)>()
  private let emergencyDoor = Once<Bool>()
  private let names = Once<Translations>()

  /// The streets.
  init(streetsOf atlas: Atlas) {
    (id, name, network, venue) = (NetworkID.streets, "", atlas.streets, nil)
    self.atlas = atlas
  }

  /// A venue's.
  init(of venue: Venue, in atlas: Atlas) {
    (id, name, network) = (venue.description.id, venue.description.name, venue.network)
    self.venue = venue
    self.atlas = atlas
  }

  /// Where its nodes are, in decimetres.
  var positions: (x: Column<Int32>, y: Column<Int32>) {
    planarPositions.value {
      let points = network.planarNodes.map(\.decimetres)
      return (Column(points.map(\.x)), Column(points.map(\.y)))
    }
  }

  /// Whether a door leads into an emergency department.
  var hasEmergencyDoor: Bool { emergencyDoor.value { network.hasEmergencyDoor } }

  /// Names in other languages: the streets know all names of the map that they were made with, a venue those of its
  /// own.
  var translations: Translations { names.value { Translations(network.translations) } }

  /// Whether these are the streets, and a venue may have something from a feature of theirs.
  func mayBeVenues(_ source: FeatureID) -> Bool {
    venue == nil && (try? atlas.venues(with: source))?.isEmpty == false
  }

  /// What its arcs cost a profile that it was compiled for; nil for any other.
  ///
  /// - Throws: `damagedMap`.
  func metric(for profile: Profile) throws(PlanningError) -> Metric? {
    try PlanningError.ofDamage { () throws(AtlasError) in
      if let venue { try venue.storedMetric(for: profile) } else { try atlas.storedMetric(for: profile) }
    }
  }

  /// The hierarchy that takes any weights; nil where the network has none.
  ///
  /// - Throws: `damagedMap`.
  func customizableHierarchy() throws(PlanningError) -> CustomizableHierarchy? {
    guard let venue else { return nil }
    return try PlanningError.ofDamage { () throws(AtlasError) in try venue.customizableHierarchy() }
  }
}
