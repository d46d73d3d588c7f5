import Columns
import Geodesy
import ShortestPaths
import Synchronization

/// What a venue's file holds besides its network.
package struct VenueDescription: Sendable {
  /// A short id that is stable while its source is, such as `way-123`.
  package var id: NetworkID
  /// Its names, the one to show first.
  package var names: [String]
  /// The area of its campus.
  package var outline: Outline
  /// Where it meets the streets.
  package var portals: Column<PortalRecord>

  /// Makes a description.
  package init(id: NetworkID, names: [String], outline: Outline, portals: Column<PortalRecord>) {
    self.id = id
    self.names = names
    self.outline = outline
    self.portals = portals
  }

  /// The name to show, or its id.
  package var name: String { names.first ?? id.rawValue }
}

/// A venue, ready to be written.
package struct CompiledVenue: Sendable {
  /// Its id, names, area and portals.
  package var description: VenueDescription
  /// The walk network of its campus.
  package var network: WalkNetwork
  /// What that costs, for each profile.
  package var metrics: [Metric]
  /// What any costs can be put into.
  package var customizable: CustomizableHierarchy

  /// Makes a compiled venue, and prices its network for some profiles.
  ///
  /// - Complexity: Tenths of a second for a hospital.
  package init(description: VenueDescription, network: WalkNetwork, profiles: [Profile]) {
    self.description = description
    self.network = network
    let topology = network.customizableHierarchy()
    customizable = topology
    metrics = profiles.map { Metric(network, profile: $0, on: topology) }
  }
}

/// A venue of an atlas, opened: the walk network of a hospital's campus and its portals.
package final class Venue: Sendable {
  /// Its id, names, area and portals.
  package let description: VenueDescription
  /// The walk network of its campus.
  package let network: WalkNetwork
  private let file: NetworkFile
  private let metrics = Mutex<[String: Metric]>([:])
  private let customizable = Mutex<CustomizableHierarchy?>(nil)

  /// Opens a venue's file and checks it.
  init(path: String, expecting part: Manifest.Part? = nil, memory: CheckedFiles?) throws(AtlasError) {
    let file = try NetworkFile(path: path, expecting: part, memory: memory)
    description = try file.venue()
    network = file.network
    self.file = file
  }

  /// Returns what the arcs cost for a profile: see `Atlas.metric(for:)`.
  package func metric(for profile: Profile) throws(AtlasError) -> Metric {
    if let stored = try storedMetric(for: profile) { return stored }
    return Metric(profile: profile, weights: network.weights(for: profile), hierarchy: nil)
  }

  /// Returns the metric that the venue was compiled with for a profile: see ``Atlas/storedMetric(for:)``.
  package func storedMetric(for profile: Profile) throws(AtlasError) -> Metric? {
    if let known = metrics.withLock({ $0[profile.name] }) { return known.profile == profile ? known : nil }
    let metric = try file.storedMetric(for: profile)
    if let metric { metrics.withLock { $0[profile.name] = metric } }
    return metric
  }

  /// Returns the hierarchy that takes any weights.
  ///
  /// - Throws: `damaged` if it can't be used.
  /// - Complexity: O(its size) the first time.
  package func customizableHierarchy() throws(AtlasError) -> CustomizableHierarchy {
    if let known = customizable.withLock({ $0 }) { return known }
    let made = try file.customizableHierarchy()
    customizable.withLock { $0 = made }
    return made
  }

  /// Throws what was found wrong while the venue was read.
  func checkDamage() throws(AtlasError) { try file.sections.checkDamage() }

  /// Compares the checksums of everything in the file, unless that is remembered.
  func checkWhole() throws(AtlasError) {
    try file.sections.part("whole") { (sections, isKnown) throws(AtlasError) in
      if !isKnown { try sections.verify() }
    }
  }

  /// Compares the checksums of everything in the file.
  func verify() throws(AtlasError) {
    try file.verify()
    _ = try customizableHierarchy()
  }
}
